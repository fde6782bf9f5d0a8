"""A book as one HTML file: no scripts, no network, for screens of any width and for paper."""

from collections.abc import Iterable, Sequence

from infoshare_cli.core.assurance.paper_form import Gap
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
    step_id,
)
from infoshare_cli.documents.book.book_style import BOOK_STYLE
from infoshare_cli.documents.book.figures import Figure
from infoshare_cli.documents.book.graph_layout import HOW_TO_GET_IT, can_lay_out
from infoshare_cli.documents.book.graph_sheet import sheet_of
from infoshare_cli.documents.book.graph_svg import Name, picture_of
from infoshare_cli.documents.html_page import escape, html_page


def book_to_html(book: Book) -> str:
    """The book as one file; without the layout engine, with the graph in words only."""
    cover = cover_to_html(book.cover)
    header = f'<div class="cover">\n{cover}\n{contents_of(book.sections)}\n</div>'
    body = "\n".join(section_to_html(section, 2) for section in book.sections)
    return html_page(book.title, body, header=header, style=BOOK_STYLE)


def contents_of(sections: Sequence[Section]) -> str:
    """The list at the front, which leads to each section."""
    links = "\n".join(
        f'<li><a href="#{section.id}">{escape(section.title)}</a></li>' for section in sections
    )
    return (
        '<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n'
        f"<ol>\n{links}\n</ol>\n</nav>"
    )


def section_to_html(section: Section, level: int) -> str:
    """A section under a heading of that level, and in it those further in."""
    drawn = any(isinstance(block, Drawing) for block in section.blocks)
    paper = f' class="drawn {section.paper}"' if drawn else ""
    named = f'id="{escape(section.id)}"'
    heading = f"<h{level} {named}>{escape(section.title)}</h{level}>"
    parts = [heading, *map(_block, section.blocks)]
    parts += [section_to_html(each, level + 1) for each in section.sections]
    inside = "\n".join(parts)
    if level == 2:
        return f'<section aria-labelledby="{escape(section.id)}">\n{inside}\n</section>'
    return f"<div{paper}>\n{inside}\n</div>"


def _block(block: Block) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Paragraph(text, strong):
            return f"<p><strong>{escape(text)}</strong></p>" if strong else f"<p>{escape(text)}</p>"
        case Bullets(items):
            return _bullets(items)
        case Named():
            return _named(block)
        case Grid():
            return _grid(block)
        case Drawing():
            return _drawing(block)
        case InWords(figure):
            return _in_words(figure)
        case Signature(names, people):
            return "\n".join(_lines_to_sign(names) for _ in range(people))
        case ToFillIn(gaps):
            return '<ul class="gaps">\n' + "\n".join(map(_gap, gaps)) + "\n</ul>"


def _bullets(items: Sequence[Item], depth: int = 0) -> str:
    """A list, and in it the lists of what stands further in."""
    parts = ["<ul>"]
    for place, item in enumerate(items):
        if item.depth == depth:
            inner = _inner(items[place + 1 :], depth)
            nested = f"\n{_bullets(inner, depth + 1)}\n" if inner else ""
            parts.append(f"<li>{escape(item.text)}{nested}</li>")
    return "\n".join([*parts, "</ul>"])


def _inner(items: Sequence[Item], depth: int) -> Sequence[Item]:
    """The items that belong to the one before them."""
    end = next((place for place, each in enumerate(items) if each.depth <= depth), len(items))
    return items[:end]


def cover_to_html(cover: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """Names and what is said of them, as it stands under the title."""
    return _named(Named(cover))


def _named(named: Named) -> str:
    rows = "\n".join(
        f"<dt>{escape(name)}</dt>" + "".join(f"<dd>{escape(text)}</dd>" for text in texts)
        for name, texts in named.rows
    )
    return f'<dl class="named">\n{rows}\n</dl>'


def _grid(grid: Grid) -> str:
    header = "".join(f'<th scope="col">{escape(name)}</th>' for name in grid.header)
    ids = grid.ids or ("",) * len(grid.rows)
    rows = "\n".join(map(_row, grid.rows, ids))
    return _wide(
        grid.caption,
        f"<table>\n<caption>{escape(grid.caption)}</caption>\n"
        f"<thead>\n<tr>{header}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>",
    )


def _row(cells: Sequence[str], identity: str) -> str:
    first, *others = map(escape, cells)
    named = f' id="{escape(identity)}"' if identity else ""
    rest = "".join(f"<td>{cell}</td>" for cell in others)
    return f'<tr{named}><th scope="row">{first}</th>{rest}</tr>'


def _wide(name: str, inside: str, kind: str = "") -> str:
    """What may be wider than the screen: it can be moved sideways, with the keyboard too."""
    classes = f"wide {kind}".strip()
    return (
        f'<div class="{classes}" role="group" tabindex="0" aria-label="{escape(name)}">\n'
        f"{inside}\n</div>"
    )


def _drawing(drawing: Drawing) -> str:
    if not can_lay_out():
        return (
            '<p class="panel">The picture is left out, as the program that lays it out is not '
            f"installed. To have it: <code>{escape(HOW_TO_GET_IT)}</code></p>"
        )
    pictures = [picture_of(figure) for figure in drawing.figures]
    return _wide(
        f"Picture: {drawing.title}",
        sheet_of(pictures, Name(drawing.id, drawing.title, drawing.says)),
        "drawing",
    )


def _in_words(figure: Figure) -> str:
    steps = "\n".join(
        _step(figure, place) for place, box in enumerate(figure.boxes) if box.kind == "step"
    )
    return f'<p>The same in words:</p>\n<ul class="steps" role="list">\n{steps}\n</ul>'


def _step(figure: Figure, place: int) -> str:
    box = figure.boxes[place]
    ways = "\n".join(
        f"<li>{escape(arrow.full)}: {_linked(figure, arrow.to)}</li>"
        for arrow in figure.arrows_of(place)
    )
    return (
        f'<li id="{step_id(figure, place)}"><strong>{escape(box.head)}.</strong> '
        f"{escape(asked_at(figure, place))}\n<ul>\n{ways}\n</ul></li>"
    )


def _linked(figure: Figure, target: int) -> str:
    place = place_of(figure, target)
    if not place.to:
        return escape(place.text)
    return f'<a href="#{escape(place.to)}">{escape(place.text)}</a>'


def _lines_to_sign(names: Iterable[str]) -> str:
    lines = "".join(f"<dt>{escape(name)}</dt><dd></dd>" for name in names)
    return f'<dl class="sign">{lines}</dl>'


def _gap(gap: Gap) -> str:
    return (
        f"<li><strong>{TO_FILL_IN}</strong> {escape(gap.what)} "
        f'<span class="by">(by: {escape(gap.by)})</span></li>'
    )
