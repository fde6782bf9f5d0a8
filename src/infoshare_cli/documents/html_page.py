"""The frame of a page that stands alone: one HTML file, without scripts and without network.

It reads well on a narrow and on a wide screen, in light and in dark, on paper, and aloud.
"""

from html import escape as _escape

STYLE = """\
:root {
  color-scheme: light dark;
  --ground: #ffffff; --ink: #1a1c20; --quiet: #454c57; --line: #c4cad3; --raised: #f3f5f8;
  --link: #0b4a9c; --alarm: #a31515; --alarm-ground: #fdf0ef;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181d; --ink: #e8eaee; --quiet: #b3bac5; --line: #4a525e; --raised: #20252c;
    --link: #8ab8ff; --alarm: #ffb0a8; --alarm-ground: #3a1f1e;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; max-width: 62rem; padding: 1rem 1.25rem 4rem; background: var(--ground);
  color: var(--ink); font: 1.0625rem/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif;
  overflow-wrap: break-word;
}
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 0.5rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1.1rem; line-height: 1.3; margin: 1.75rem 0 0.25rem; }
p, ul, ol, dl { margin: 0.5rem 0; max-width: 46rem; }
li { margin: 0.25rem 0; }
dt { font-weight: 600; margin-top: 0.5rem; }
dd { margin: 0 0 0 1.25rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px;
}
code { font-family: ui-monospace, Consolas, monospace; font-size: 0.92em; }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td {
  border-bottom: 1px solid var(--line); padding: 0.45rem 0.75rem 0.45rem 0;
  text-align: left; vertical-align: top;
}
.quiet { color: var(--quiet); }
.panel { background: var(--raised); border-left: 0.3rem solid var(--line); padding: 0.25rem 1rem; }
.panel > :first-child { margin-top: 0.5rem; }
.alarm { background: var(--alarm-ground); border-left-color: var(--alarm); }
.wide { overflow-x: auto; }
.skip {
  position: absolute; left: 1rem; top: -6rem; background: var(--ground); padding: 0.75rem 1rem;
  z-index: 1;
}
.skip:focus { top: 0.5rem; }
@media (max-width: 40rem) { body { font-size: 1rem; padding: 0.5rem 0.9rem 3rem; } }
@media print {
  :root {
    color-scheme: light; --ground: #ffffff; --ink: #000000; --quiet: #333333; --line: #888888;
    --raised: #ffffff; --link: #000000; --alarm: #000000; --alarm-ground: #ffffff;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .skip, nav { display: none; }
  h2, h3 { break-after: avoid; }
  tr, li, .panel { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""
"""Colours reach a contrast of 7 to 1 for text in light and in dark (WCAG 2.2, 1.4.6)."""


def escape(text: str) -> str:
    """The text as HTML shows it, also inside quotation marks; no part of it is taken for HTML."""
    return _escape(text, quote=True)


def html_page(title: str, body: str, *, header: str = "", footer: str = "", style: str = "") -> str:
    """A whole page. Everything but the title is HTML already.

    Args:
        title: plain text, for the window and the heading of the page.
        body: what the landmark `main` holds, without the heading of the page.
        header: stands between the heading and `main`, such as a `nav` with the contents.
        footer: stands below `main`; without it there is no footer.
        style: rules that only this page needs, put after those of every page.
    """
    foot = f"<footer>\n{footer}\n</footer>\n" if footer else ""
    name = escape(title)
    return f"""\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
<style>
{STYLE}{style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<h1>{name}</h1>
{header}
</header>
<main id="content" tabindex="-1">
{body}
</main>
{foot}</body>
</html>
"""
