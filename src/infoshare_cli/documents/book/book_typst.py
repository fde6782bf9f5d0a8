"""A book as the source of a Typst document; its pictures stand in it as SVG."""

import re
from collections.abc import Iterator, Sequence

from infoshare_cli.documents.book.book_blocks import (
    TO_FILL_IN,
    Block,
    Book,
    Bullets,
    Drawing,
    Grid,
    InWords,
    Item,
    Named,
    Paragraph,
    Section,
    Signature,
    ToFillIn,
    asked_at,
    place_of,
)
from infoshare_cli.documents.book.book_style import GRAPH_STYLE, TONES_IN_LIGHT
from infoshare_cli.documents.book.figures import Figure
from infoshare_cli.documents.book.graph_layout import HOW_TO_GET_IT, can_lay_out
from infoshare_cli.documents.book.graph_sheet import sheet_of
from infoshare_cli.documents.book.graph_svg import Name, picture_of

_FRAME = """\
#set document(title: {title}, author: "infoshare", date: none)
#set text(lang: "en", region: "GB", size: 9.5pt)
#set page(paper: "a4", margin: (x: 16mm, top: 16mm, bottom: 18mm), numbering: "1",
  header: context if here().page() > 1 {{ text(size: 8pt, {title}) }})
#set par(leading: 0.6em, spacing: 0.9em)
#set heading(hanging-indent: 0pt)
#show heading: set block(above: 1.4em, below: 0.7em)
#set table(stroke: (bottom: 0.5pt + luma(160)), inset: 4pt, align: left + top)
#show figure: set block(breakable: true)
#set figure(numbering: none, gap: 0.6em)
#show figure.caption: it => align(left, strong(it.body))
#show figure.where(kind: table): set figure.caption(position: top)
"""
_EACH_ON_A_NEW_PAGE = "#show heading.where(level: 1): it => { pagebreak(weak: true); it }"
_CONTENTS = "#v(1.5em)\n*Contents*\n\n#outline(title: none, depth: 1)"
_PAGE = (504.0, 590.0)
_SHEET = (1122.0, 730.0)
"""What a page has room for, across and down, in points."""
_LARGEST = 0.75
"""Of its own size: then the type of a picture is that of the text."""
_LIGHT = {"ink": "#1a1c20", "quiet": "#4d545f", "raised": "#f3f5f8", "ground": "#ffffff"}
"""The colours of the picture, as paper has no style sheet of its own."""


def book_to_typst(book: Book) -> str:
    """The source of the document."""
    return typst_document(book, contents=True)


def typst_document(book: Book, *, contents: bool, style: str = "") -> str:
    """The source of the document.

    Args:
        contents: each section begins on a new page, and a list of them stands at the front.
        style: rules that only this document needs, in Typst.
    """
    lines = [_FRAME.format(title=_string(book.title)), *([style] if style else [])]
    lines += [_EACH_ON_A_NEW_PAGE] if contents else []
    lines += [_title(book), *([_CONTENTS] if contents else [])]
    lines += [line for section in book.sections for line in _section(section, 1)]
    return "\n\n".join(lines) + "\n"


def _title(book: Book) -> str:
    name = f'#block(text(size: 20pt, weight: "bold", {_string(book.title)}))'
    return f"{name}\n\n{_named(book.cover)}"


def _section(section: Section, level: int) -> Iterator[str]:
    sheet = section.paper == "sheet"
    if sheet:
        yield '#page(paper: "a3", flipped: true, margin: 12mm)['
    yield f"{'=' * level} #{_string(section.title)}"
    yield from (_block(block, sheet=sheet) for block in section.blocks)
    if sheet:
        yield "]"
    for each in section.sections:
        yield from _section(each, level + 1)


def _block(block: Block, *, sheet: bool) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Paragraph(said, strong):
            return f"*#{_string(said)}*" if strong else f"#{_string(said)}"
        case Bullets(items):
            return "\n".join(map(_item, items))
        case Named(rows):
            return _named(rows)
        case Grid():
            return _grid(block)
        case Drawing():
            return _drawing(block, sheet=sheet)
        case InWords(figure):
            return _in_words(figure)
        case Signature(names, people):
            return "\n\n".join(_lines_to_sign(names) for _ in range(people))
        case ToFillIn(gaps):
            marked = f"- *#{_string(TO_FILL_IN)}*"
            return "\n".join(f"{marked} #{_string(f'{gap.what} (by: {gap.by})')}" for gap in gaps)


def _item(item: Item) -> str:
    return f"{'  ' * item.depth}- #{_string(item.text)}"


def _named(rows: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """Names and texts as a list of terms, so that they are tagged as what they are."""
    return "\n".join(
        f"/ #{_string(name)}: " + " \\\n  ".join(f"#{_string(text)}" for text in texts)
        for name, texts in rows
    )


def _grid(grid: Grid) -> str:
    columns = ", ".join(_width(grid, place) for place in range(len(grid.header)))
    header = ", ".join(f"strong({_string(name)})" for name in grid.header)
    cells = "\n".join(", ".join(_string(cell) for cell in row) + "," for row in grid.rows)
    return (
        f"#figure(kind: table, supplement: none, caption: {_string(grid.caption)}, "
        f"align(left, table(columns: ({columns},),\ntable.header({header}),\n{cells}\n)))"
    )


def _width(grid: Grid, place: int) -> str:
    """Columns share the page by how much there is in them; short ones take what they need."""
    letters = [len(row[place]) for row in (grid.header, *grid.rows)]
    return (
        "auto" if max(letters) < 12 else f"{max(10, min(60, round(sum(letters) / len(letters))))}fr"
    )


def _drawing(drawing: Drawing, *, sheet: bool) -> str:
    if not can_lay_out():
        return f"#{_string(f'The picture is left out. To have it: {HOW_TO_GET_IT}')}"
    drawn = [picture_of(figure) for figure in drawing.figures]
    svg = sheet_of(drawn, Name(drawing.id, drawing.title, drawing.says))
    inside, alt = _string(_with_colours(svg)), _string(f"{drawing.title}. {drawing.says}")
    width = f"{_fitting(svg, _SHEET if sheet else _PAGE):.0f}pt"
    image = f'image(bytes({inside}), format: "svg", alt: {alt}, width: {width})'
    return f"#figure(supplement: none, {image})"


def _fitting(svg: str, room: tuple[float, float]) -> float:
    """How wide a picture can be, in points, so that all of it fits and its type is no larger."""
    found = re.search(r' width="(\d+)" height="(\d+)"', svg)
    assert found is not None
    width, height = map(int, found.groups())
    return width * min(_LARGEST, room[0] / width, room[1] / height)


def _with_colours(svg: str) -> str:
    """The picture with a style sheet of its own, without variables."""
    colours = {**_LIGHT, **{f"tone-{n}": colour for n, colour in enumerate(TONES_IN_LIGHT)}}
    style = GRAPH_STYLE
    for name, colour in colours.items():
        style = style.replace(f"var(--{name})", colour)
    start, tag, rest = svg.partition(">")
    return f"{start}{tag}<style>{style}</style>{rest}"


def _in_words(figure: Figure) -> str:
    places = [place for place, box in enumerate(figure.boxes) if box.kind == "step"]
    return "The same in words:\n\n" + "\n".join(_step(figure, place) for place in places)


def _step(figure: Figure, place: int) -> str:
    box = figure.boxes[place]
    ways = "".join(
        f"\n  - #{_string(f'{arrow.full}: {place_of(figure, arrow.to).text}')}"
        for arrow in figure.arrows_of(place)
    )
    return f"- *#{_string(box.head + '.')}* #{_string(asked_at(figure, place))}{ways}"


def _lines_to_sign(names: Sequence[str]) -> str:
    rule = "#box(width: 1fr, line(length: 100%, stroke: 0.5pt))"
    lines = "\n".join(f"#{_string(name)} #h(4pt) {rule} #v(9pt)" for name in names)
    look = "breakable: false, stroke: 0.5pt + luma(120), inset: 10pt, width: 100%"
    return f"#block({look})[\n{lines}\n]"


def _string(text: str) -> str:
    """The text as a string of Typst: no part of it is taken for markup."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
