"""Where the guide is carried, on screen: page by page, and back from the rules to the guide."""

from collections.abc import Iterator

from infoshare_cli.core.checks.trace import (
    KINDS,
    Carrier,
    Kind,
    Trace,
    TracedPage,
    TracedStatement,
    carriers_in_words,
    kind_in_words,
)
from infoshare_cli.core.condition_words import begun
from infoshare_cli.core.guidance import Pack, pages_in_words
from infoshare_cli.terminal.entry_blocks import rests_on
from infoshare_cli.terminal.page import Block, Heading, Items, Panel, Rows, Text


def trace_page(pack: Pack, trace: Trace) -> tuple[Block, ...]:
    """What is wrong first, then each page of the guide, then each part of the rules."""
    return (
        Heading("Where each statement of the guide is carried"),
        Rows((("Rules", f"{pack.title}, version {pack.version}"), ("Guide", pack.guide))),
        Text(trace.count_in_words, "strong"),
        *_wrong(trace),
        *(block for page in trace.pages for block in _page(page)),
        Panel("Back to the guide", (Text("What each part of the rules rests on."),)),
        *(block for kind in KINDS for block in _back(kind, trace.carriers_of(kind))),
    )


def _wrong(trace: Trace) -> Iterator[Block]:
    if trace.not_carried:
        yield Text("Carried by nothing:", "warning")
        yield Items(tuple(f"{each.id}: {each.says}" for each in trace.not_carried))
    if trace.unknown:
        yield Text("Cited, but not among the statements:", "warning")
        yield Items(
            tuple(
                f"{each.citation}, by {carriers_in_words([each.carrier])}" for each in trace.unknown
            )
        )


def _page(page: TracedPage) -> Iterator[Block]:
    yield Heading(begun(pages_in_words([page.page])))
    yield Rows(tuple(map(_statement, page.statements)))
    if page.cited_by:
        yield Text(f"The page as a whole is cited by: {carriers_in_words(page.cited_by)}.")


def _statement(traced: TracedStatement) -> tuple[str, str]:
    carried_by = f"Carried by: {carriers_in_words(traced.carried_by)}."
    return (traced.statement.id, f"{traced.statement.says}\n{carried_by}")


def _back(kind: Kind, carriers: tuple[Carrier, ...]) -> Iterator[Block]:
    if not carriers:
        return
    yield Heading(begun(kind_in_words(kind, 2)))
    yield Rows(tuple(map(_carrier, carriers)))


def _carrier(carrier: Carrier) -> tuple[str, str]:
    return (carrier.name, f"{carrier.says}\nRests on: {rests_on(carrier.source)}.")
