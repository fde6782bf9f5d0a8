"""Remakes the pictures under docs/pictures: python -m tests.remake_pictures. POSIX only.

interview.svg is the program at a terminal of 80 columns, in an invented case: the first question,
and the outcome two questions later. decision.svg is the first part of the decision graph, as the
book of the rules draws it. Both have their own ground and no font from a server, so that they can
be read wherever they are shown. The words for those who listen are `ALT`.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from infoshare_cli.core.graph.pack_graphs import graphs_of
from infoshare_cli.documents.book.book_style import GRAPH_STYLE, TONES_IN_DARK, TONES_IN_LIGHT
from infoshare_cli.documents.book.figures import figures_of
from infoshare_cli.documents.book.graph_svg import Name, picture_of, svg_element
from tests.pseudo_terminal import DOWN, ENTER, SPACE, Terminal
from tests.shipped import shipped_pack

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
INTERVIEW, DECISION = PICTURES / "interview.svg", PICTURES / "decision.svg"

ALT = {
    INTERVIEW: "A terminal. The program asks whether anyone is in danger now, and somebody "
    "answers no. Two questions later it says: share this now, do not ask for consent, and do not "
    "wait; why, with the pages of the guide; how firm that is; and what to do first.",
    DECISION: "The first nine steps of the decision as a graph. Danger now leads to 999. A worry "
    "about serious harm leads to sharing without consent with a safeguarding body, or with a "
    "worker where it is safe; to sharing a part with someone who protects; or to taking it "
    "elsewhere. A legal duty leads to sharing, or to advice.",
}
"""What each picture says, for those who cannot see it."""

_COLUMNS = 80
_LINES = 300
"""As many as it takes for nothing to scroll away."""


# The interview


def remade_interview() -> str:
    """docs/pictures/interview.svg as it should read."""
    console = Console(record=True, width=_COLUMNS, file=StringIO(), force_terminal=True)
    for line in _shown():
        console.print(line, no_wrap=True, crop=True)
    return console.export_svg(
        title="infoshare", theme=_THEME, code_format=_FORMAT, unique_id="interview"
    )


def _shown() -> Iterator[Text]:
    """The lines of the picture: what a person saw at two moments, and what they had typed."""
    with TemporaryDirectory() as folder:
        terminal = _Seen(folder)
        try:
            terminal.sees(_LAST_ROW)
            terminal.types(DOWN + DOWN)
            terminal.sees(r"» No, I am confident")
            asked = terminal.lines()
            terminal.types(ENTER)
            terminal.sees(f"Question 2.*{_LAST_ROW}")
            terminal.types(SPACE + ENTER)
            terminal.sees(f"Question 3.*{_LAST_ROW}")
            terminal.types(DOWN + ENTER)
            terminal.sees(f"What now.*{_LAST_ROW}")
            outcome = terminal.lines()
        finally:
            terminal.close()
    yield Text("$ infoshare assess", "bold")
    yield from asked
    yield from map(Text, ("", "   ... two questions later ...", ""))
    yield from _between(outcome, "╭", "As you do it")
    yield Text("│ ... what to do then, what has changed since, and whom to ring")


_LAST_ROW = r"Help, and ways to leave *$"


def _between(lines: Sequence[Text], first: str, last: str) -> Sequence[Text]:
    """The lines from one that begins so to before one with these words."""
    start = next(place for place, line in enumerate(lines) if line.plain.startswith(first))
    end = next(place for place, line in enumerate(lines) if last in line.plain)
    return lines[start:end]


class _Seen(Terminal):
    """The program at a terminal, of which the colours can be read too."""

    def __init__(self, folder: str) -> None:
        command = [sys.executable, "-m", "infoshare_cli", "assess"]
        # What is given as '' is taken away.
        ours = (name for name in os.environ if name.startswith("INFOSHARE_"))
        cleared = dict.fromkeys((*ours, "NO_COLOR", "ACCESSIBLE"), "")
        own = {"XDG_STATE_HOME": folder, "INFOSHARE_LOG": f"{folder}/decisions.jsonl"}
        super().__init__(_COLUMNS, command, _LINES, **{**cleared, **own})

    def lines(self) -> list[Text]:
        """All lines down to the last that is not empty, in their colours."""
        buffer: Any = self._screen.buffer
        lines = [self._line(buffer[row]) for row in range(_LINES)]
        while lines and not lines[-1].plain.strip():
            lines.pop()
        return lines

    def _line(self, row: Any) -> Text:
        cells = (row[column] for column in range(_COLUMNS))
        runs = groupby(cells, _style)
        line = Text.assemble(*(("".join(cell.data for cell in run), style) for style, run in runs))
        line.rstrip()
        return line


def _style(cell: Any) -> Style:
    # rich knows '#d0d0d0' and 'bright_black'; pyte says 'd0d0d0' and 'brightblack'.
    name = cell.fg.replace("brown", "yellow").replace("bright", "bright_")
    colour = f"#{name}" if len(name) == 6 and name not in _NAMES else name
    return Style(
        color=None if colour == "default" else colour, bold=cell.bold, reverse=cell.reverse
    )


_NAMES = ("yellow",)
"""Names of colours with six letters."""


_THEME = TerminalTheme(
    (22, 27, 34),
    (230, 237, 243),
    [
        *((72, 79, 88), (255, 148, 140), (126, 231, 135), (240, 200, 100)),
        *((145, 195, 255), (220, 180, 255), (130, 220, 240), (230, 237, 243)),
    ],
)
"""On its own dark ground, light enough on it for small type: at least 7 to 1."""
_FONT = 'ui-monospace, Consolas, Menlo, "DejaVu Sans Mono", monospace'
_FORMAT = f"""\
<svg class="rich-terminal" viewBox="0 0 {{width}} {{height}}" xmlns="http://www.w3.org/2000/svg"
 role="img" aria-labelledby="what">
<title id="what">{ALT[INTERVIEW]}</title>
<style>
.{{unique_id}}-matrix {{{{ font-family: {_FONT}; font-size: {{char_height}}px; }}}}
.{{unique_id}}-title {{{{ font: bold 18px Arial, Helvetica, sans-serif; }}}}
{{styles}}
</style>
<defs>
<clipPath id="{{unique_id}}-clip-terminal">
<rect x="0" y="0" width="{{terminal_width}}" height="{{terminal_height}}"/>
</clipPath>
{{lines}}
</defs>
{{chrome}}
<g transform="translate({{terminal_x}}, {{terminal_y}})">
<g clip-path="url(#{{unique_id}}-clip-terminal)">
{{backgrounds}}
<g class="{{unique_id}}-matrix">
{{matrix}}
</g>
</g>
</g>
</svg>
"""
"""rich's own form without its font, which would come from a server."""


# The decision


def remade_decision() -> str:
    """docs/pictures/decision.svg as it should read."""
    first = figures_of(graphs_of(shipped_pack())).rules[0]
    picture = picture_of(first)
    ground = '<rect class="ground" x="-8" y="-8" width="100%" height="100%" rx="6"/>'
    name = Name("decision", "Danger now, serious harm, and whom to tell", ALT[DECISION])
    drawn = [f"<style>{_STYLE}</style>", ground, picture.drawn]
    return svg_element(picture.width, picture.height, drawn, name) + "\n"


def _colours(ink: str, quiet: str, ground: str, raised: str, tones: Iterable[str]) -> str:
    named = {"ink": ink, "quiet": quiet, "ground": ground, "raised": raised}
    toned = {f"tone-{number}": tone for number, tone in enumerate(tones)}
    told = " ".join(f"--{name}: {value};" for name, value in {**named, **toned}.items())
    return f":root {{ {told} }}"


_STYLE = "\n".join(
    (
        _colours("#15191e", "#4a525c", "#ffffff", "#f1f3f5", TONES_IN_LIGHT),
        "@media (prefers-color-scheme: dark) {",
        _colours("#f0f3f6", "#b4bcc6", "#161b22", "#262c34", TONES_IN_DARK),
        "}",
        f"{GRAPH_STYLE}svg.graph .ground {{ fill: var(--ground); stroke: none; }}",
        "svg.graph .says text { stroke: var(--ground); stroke-width: 4px; paint-order: stroke; }",
    )
)


def words_of(picture: str) -> list[str]:
    """The words of a picture, in the order of the file; where they stand is left out."""
    texts = ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314 - ours
    return [" ".join("".join(text.itertext()).split()) for text in texts]


def main() -> int:
    """Write both."""
    PICTURES.mkdir(exist_ok=True)
    for path, picture in ((INTERVIEW, remade_interview()), (DECISION, remade_decision())):
        path.write_text(picture, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PICTURES} is made. Look at it before you hand it in.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
