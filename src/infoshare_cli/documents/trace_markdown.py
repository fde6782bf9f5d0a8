"""A trace as Markdown: the same as the page, for a wiki or a repository."""

from collections.abc import Iterator

from infoshare_cli.core.checks.trace import (
    KINDS,
    Carrier,
    Trace,
    TracedPage,
    TracedStatement,
    carriers_in_words,
    kind_in_words,
)
from infoshare_cli.core.condition_words import begun
from infoshare_cli.core.guidance import Guidance, pages_in_words
from infoshare_cli.documents.markdown_text import markdown_text


def trace_to_markdown(guidance: Guidance, trace: Trace) -> str:
    """The trace as one text: what is wrong first, then page by page, then back to the guide."""
    pack = guidance.pack
    about = f"{pack.title}, version {pack.version}. After: {pack.guide}."
    lines = (
        "# Where each statement of the guide is carried",
        markdown_text(about),
        f"Digest of the rules: {guidance.digest}",
        f"**{trace.count_in_words}**",
        *_wrong(trace),
        *(line for page in trace.pages for line in _page(page)),
        *_back(trace),
    )
    return "\n\n".join(lines) + "\n"


def _wrong(trace: Trace) -> Iterator[str]:
    if trace.not_carried:
        yield "## Carried by nothing"
        yield _list(f"{_code(each.id)}: {markdown_text(each.says)}" for each in trace.not_carried)
    if trace.unknown:
        yield "## Cited, but not among the statements"
        yield _list(
            f"{_code(each.citation)}, by {markdown_text(carriers_in_words([each.carrier]))}"
            for each in trace.unknown
        )


def _page(page: TracedPage) -> Iterator[str]:
    yield f"## {begun(pages_in_words([page.page]))}"
    yield _list(map(_statement, page.statements))
    if page.cited_by:
        cited_by = markdown_text(carriers_in_words(page.cited_by))
        yield f"The page as a whole is cited by: {cited_by}."


def _statement(traced: TracedStatement) -> str:
    says = markdown_text(traced.statement.says)
    carried_by = markdown_text(carriers_in_words(traced.carried_by))
    return f"{_code(traced.statement.id)}: {says}\n  Carried by: {carried_by}."


def _back(trace: Trace) -> Iterator[str]:
    for kind in KINDS:
        carriers = trace.carriers_of(kind)
        if carriers:
            yield f"## {begun(kind_in_words(kind, 2))}, back to the guide"
            yield _list(map(_carrier, carriers))


def _carrier(carrier: Carrier) -> str:
    cited = ", ".join(map(_code, carrier.source))
    return f"{_code(carrier.name)}: {markdown_text(carrier.says)}\n  Rests on: {cited}."


def _list(items: Iterator[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _code(text: str) -> str:
    """An id; ids and citations hold no backtick."""
    return f"`{text}`"
