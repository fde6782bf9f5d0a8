"""What a book and its pictures look like: on screen in light and in dark, and on paper."""

from collections.abc import Sequence

TONES_IN_LIGHT = (
    *("#ffd9d6", "#d9f2dd", "#ffe9c7", "#d3f0ec", "#dce8fb"),
    *("#e6f3c8", "#ebe1f8", "#f8dbe8", "#e4e6ea"),
)
TONES_IN_DARK = (
    *("#5a1f1c", "#1d4426", "#553a10", "#17443f", "#1f3a63"),
    *("#3a4612", "#42305f", "#552a3f", "#3b4049"),
)
"""Behind the ends of a graph, one for each outcome; type on them has a contrast of 7 to 1."""


def _variables(colours: Sequence[str]) -> str:
    return " ".join(f"--tone-{number}: {colour};" for number, colour in enumerate(colours))


_TONE_STYLE = "".join(
    f"svg.graph .tone-{number} rect {{ fill: var(--tone-{number}); }}\n"
    for number in range(len(TONES_IN_LIGHT))
)
GRAPH_STYLE = (
    """\
svg.graph { display: block; font: 13px Arial, Helvetica, sans-serif; }
svg.graph text { text-anchor: middle; fill: var(--ink); }
svg.graph .strong { font-weight: bold; }
svg.graph .arrow { fill: none; stroke: var(--quiet); stroke-width: 1.2; }
svg.graph .tip { fill: var(--quiet); }
svg.graph rect { fill: var(--raised); stroke: var(--ink); stroke-width: 1; }
svg.graph .onward rect { stroke-dasharray: 4 3; }
"""
    + _TONE_STYLE
)

NAMED_STYLE = """\
h4 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
dl.named { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: 0.25rem 1rem; }
dl.named dt, dl.named dd { margin: 0; }
dl.named dd { grid-column: 2; }
"""
"""Names, and what is said of each beside it."""

BOOK_STYLE = (
    f":root {{ {_variables(TONES_IN_LIGHT)} }}\n"
    f"@media (prefers-color-scheme: dark) {{ :root {{ {_variables(TONES_IN_DARK)} }} }}\n"
    f"{GRAPH_STYLE}{NAMED_STYLE}"
    """\
main > section { margin-top: 3rem; }
.drawing { margin: 0.75rem 0; border: 1px solid var(--line); padding: 0.5rem; }
svg.graph { margin: 0 auto; }
svg.graph .says text { stroke: var(--ground); stroke-width: 4px; paint-order: stroke; }
@media (max-width: 40rem) {
  dl.named { display: block; }
  dl.named dt { margin-top: 0.5rem; }
  .wide table { min-width: 42rem; }
}
.wide:focus-visible { outline-offset: -3px; }
.steps { list-style: none; padding: 0; }
.steps > li { border-top: 1px solid var(--line); padding: 0.4rem 0; }
.steps ul { margin: 0.25rem 0; }
:target { background: var(--raised); outline: 2px solid var(--line); }
nav ol { columns: 20rem; }
th[scope="row"] { font-weight: normal; }
.sign { border: 1px solid var(--line); padding: 0.5rem 1rem 1rem; margin: 1rem 0; }
.sign dt { margin-top: 1.5rem; font-weight: normal; }
.sign dd { margin: 0; border-bottom: 1px solid var(--ink); height: 1.75rem; }
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-center { content: counter(page); } }
@page sheet { size: A3 landscape; margin: 12mm; }
@media print {
  body { font-size: 9.5pt; }
  main > section { break-before: page; margin-top: 0; }
  main > section:first-child { break-before: auto; margin-top: 2rem; }
  .drawn ~ .drawn { break-before: page; }
  h2, h3, h4 { break-inside: avoid; }
  .sheet { page: sheet; }
  .sheet svg.graph { width: 100%; height: auto; max-height: 255mm; }
  .wide { overflow: visible; }
  .drawing { border: 0; padding: 0; break-inside: avoid; }
  svg.graph { max-width: 100%; height: auto; max-height: 230mm; }
  .sign { break-inside: avoid; }
  a { text-decoration: none; }
"""
    f"  :root {{ {_variables(TONES_IN_LIGHT)} }}\n}}\n"
)
