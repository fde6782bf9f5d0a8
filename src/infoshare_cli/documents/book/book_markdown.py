"""A book as Markdown, for a wiki or a repository; its graphs are told in words."""

from collections.abc import Iterator, Sequence

from infoshare_cli.documents.book.book_blocks import (
    TO_FILL_IN,
    Block,
    Book,
    Bullets,
    Drawing,
    Grid,
    InWords,
    Named,
    Paragraph,
    Section,
    Signature,
    ToFillIn,
    asked_at,
    place_of,
)
from infoshare_cli.documents.book.figures import Figure
from infoshare_cli.documents.markdown_text import markdown_text as text


def book_to_markdown(book: Book) -> str:
    """The book as one text."""
    parts = [f"# {text(book.title)}", cover_to_markdown(book.cover)]
    parts += [line for section in book.sections for line in section_to_markdown(section, 2)]
    return "\n\n".join(parts) + "\n"


def cover_to_markdown(cover: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """Names and what is said of them, as it stands under the title."""
    return _named(cover)


def section_to_markdown(section: Section, level: int) -> Iterator[str]:
    """The parts of a section under a heading of that level; an empty line belongs between them."""
    # What is only drawn has nothing to say here: its parts are told one by one.
    if section.blocks and all(isinstance(block, Drawing) for block in section.blocks):
        return
    yield f"{'#' * level} {text(section.title)}"
    yield from (told for block in section.blocks if (told := _block(block)))
    for each in section.sections:
        yield from section_to_markdown(each, level + 1)


def _block(block: Block) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Paragraph(said, strong):
            return f"**{text(said)}**" if strong else text(said)
        case Bullets(items):
            return "\n".join(f"{'  ' * item.depth}- {text(item.text)}" for item in items)
        case Named(rows):
            return _named(rows)
        case Grid():
            return _grid(block)
        case Drawing():
            return ""
        case InWords(figure):
            return _in_words(figure)
        case Signature(names, people):
            return "\n\n".join(_lines_to_sign(names) for _ in range(people))
        case ToFillIn(gaps):
            # No list: it would grow together with one that stands above it.
            marked = f"**{TO_FILL_IN}**"
            return "\n\n".join(f"{marked} {text(gap.what)} (by: {text(gap.by)})" for gap in gaps)


def _named(rows: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    return "\n".join(f"- {text(name)}:{_said(texts)}" for name, texts in rows)


def _said(texts: Sequence[str]) -> str:
    """What is said of a name: beside it, or in a list under it where there is more."""
    if len(texts) > 1:
        return "".join(f"\n  - {text(each)}" for each in texts)
    return "".join(f" {text(each)}" for each in texts)


def _grid(grid: Grid) -> str:
    lines = [grid.header, ("---",) * len(grid.header), *grid.rows]
    cells = [tuple(map(text, line)) if place != 1 else line for place, line in enumerate(lines)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in cells)
    return f"{text(grid.caption)}\n\n{table}"


def _in_words(figure: Figure) -> str:
    places = [place for place, box in enumerate(figure.boxes) if box.kind == "step"]
    return "\n".join(line for place in places for line in _step(figure, place))


def _step(figure: Figure, place: int) -> Iterator[str]:
    box = figure.boxes[place]
    yield f"- **{text(box.head)}.** {text(asked_at(figure, place))}"
    for arrow in figure.arrows_of(place):
        yield f"  - {text(arrow.full)}: {text(place_of(figure, arrow.to).text)}"


def _lines_to_sign(names: Sequence[str]) -> str:
    return "\n".join(f"- {text(name)}: ........................................" for name in names)
