"""A trace as a page to read in a browser or on paper, with links both ways."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from infoshare_cli.core.checks.trace import (
    KINDS,
    Carrier,
    Kind,
    Trace,
    TracedPage,
    TracedStatement,
    UnknownCitation,
    kind_in_words,
)
from infoshare_cli.core.condition_words import begun
from infoshare_cli.core.guidance import Guidance, pages_in_words
from infoshare_cli.documents.html_page import escape, html_page

_STYLE = """\
.entries { list-style: none; padding: 0; max-width: none; }
.entries > li { border-top: 1px solid var(--line); padding: 0.6rem 0; margin: 0; }
.entries p { margin: 0.2rem 0; max-width: 56rem; }
.entries code { font-weight: 600; }
.entries a code { font-weight: normal; }
:target { background: var(--raised); outline: 2px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; padding: 0; }
"""


@dataclass(frozen=True)
class _Shown:
    """What the page says more of further down, and so what may be linked to."""

    statements: frozenset[str]
    carriers: frozenset[Carrier]


def trace_to_html(guidance: Guidance, trace: Trace) -> str:
    """The trace as one file: what is wrong first, then page by page, then back to the guide."""
    pack = guidance.pack
    shown = _Shown(
        frozenset(each.statement.id for each in trace.statements), frozenset(trace.carriers)
    )
    parts = [kind for kind in KINDS if trace.carriers_of(kind)]
    about = (
        f"<p>{escape(pack.title)}, version {escape(pack.version)}. "
        f"After: {escape(pack.guide)}.</p>\n"
        f'<p class="quiet">Digest of the rules: <code>{escape(guidance.digest)}</code></p>'
    )
    body = (
        f"<p><strong>{trace.count_in_words}</strong></p>",
        _wrong(trace),
        *(_page(page, shown) for page in trace.pages),
        *(_back(kind, trace.carriers_of(kind), shown) for kind in parts),
    )
    return html_page(
        "Where each statement of the guide is carried",
        "\n".join(filter(None, body)),
        header=f"{about}\n{_contents(trace, parts)}",
        style=_STYLE,
    )


def _contents(trace: Trace, parts: Iterable[Kind]) -> str:
    pages = ((f"page-{page.page}", pages_in_words([page.page])) for page in trace.pages)
    kinds = ((f"back-{kind}", kind_in_words(kind, 2)) for kind in parts)
    links = (f'<li><a href="#{to}">{begun(name)}</a></li>' for to, name in (*pages, *kinds))
    return f'<nav aria-label="Contents">\n<ul role="list">\n{"".join(links)}\n</ul>\n</nav>'


def _wrong(trace: Trace) -> str:
    lost = _list(f"<code>{escape(s.id)}</code>: {escape(s.says)}" for s in trace.not_carried)
    unknown = _list(map(_unknown, trace.unknown))
    parts = (
        f"<h3>Carried by nothing</h3>\n{lost}" if trace.not_carried else "",
        f"<h3>Cited, but not among the statements</h3>\n{unknown}" if trace.unknown else "",
    )
    if not any(parts):
        return ""
    inside = "\n".join(filter(None, parts))
    return (
        '<section class="panel alarm" aria-labelledby="wrong">\n'
        f'<h2 id="wrong">To put right</h2>\n{inside}\n</section>'
    )


def _unknown(each: UnknownCitation) -> str:
    return f"<code>{escape(each.citation)}</code>, by {_named(each.carrier)}"


def _page(page: TracedPage, shown: _Shown) -> str:
    whole = f"<p>The page as a whole is cited by: {_links(page.cited_by, shown)}.</p>"
    entries = "\n".join(_statement(each, shown) for each in page.statements)
    return _section(
        f"page-{page.page}",
        begun(pages_in_words([page.page])),
        f'<ul class="entries" role="list">\n{entries}\n</ul>{whole if page.cited_by else ""}',
    )


def _statement(traced: TracedStatement, shown: _Shown) -> str:
    statement = traced.statement
    return (
        f'<li id="{escape(statement.id)}"><p><code>{escape(statement.id)}</code> '
        f'<span class="quiet">({escape(statement.kind)})</span></p>'
        f"<p>{escape(statement.says)}</p>"
        f"<p>Carried by: {_links(traced.carried_by, shown)}.</p></li>"
    )


def _back(kind: Kind, carriers: Iterable[Carrier], shown: _Shown) -> str:
    entries = "\n".join(_carrier(each, shown) for each in carriers)
    title = f"{begun(kind_in_words(kind, 2))}, back to the guide"
    return _section(f"back-{kind}", title, f'<ul class="entries" role="list">\n{entries}\n</ul>')


def _carrier(carrier: Carrier, shown: _Shown) -> str:
    named = (
        f'<a href="#{each}">{each}</a>' if each in shown.statements else each
        for each in map(escape, carrier.source)
    )
    return (
        f'<li id="{_anchor(carrier)}"><p><code>{escape(carrier.name)}</code></p>'
        f"<p>{escape(carrier.says)}</p><p>Rests on: {', '.join(named)}.</p></li>"
    )


def _links(carriers: Collection[Carrier], shown: _Shown) -> str:
    """What carries a statement, each a link to where this page says more of it."""
    named = (
        f'<a href="#{_anchor(each)}">{_named(each)}</a>' if each in shown.carriers else _named(each)
        for each in carriers
    )
    return ", ".join(named) or "nothing"


def _named(carrier: Carrier) -> str:
    return f"{kind_in_words(carrier.kind)} {escape(carrier.name)}"


def _anchor(carrier: Carrier) -> str:
    line = "" if carrier.line is None else f"-{carrier.line}"
    return escape(f"{carrier.kind}-{carrier.id}{line}")


def _section(identity: str, title: str, inside: str) -> str:
    return (
        f'<section aria-labelledby="{identity}">\n<h2 id="{identity}">{title}</h2>\n'
        f"{inside}\n</section>"
    )


def _list(items: Iterable[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ul>"
