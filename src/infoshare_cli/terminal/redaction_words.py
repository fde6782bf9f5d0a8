"""The words that are to be erased, on a page: whose they are, and how each text begins."""

from collections.abc import Iterator, Mapping, Sequence

from infoshare_cli.core.field_labels import field_label
from infoshare_cli.core.record import ANSWER
from infoshare_cli.core.redaction_facts import MOST_NAMED, Facts, Told, groups_of
from infoshare_cli.core.redaction_plan import Erasure, Plan
from infoshare_cli.terminal.form_views import interview_rows
from infoshare_cli.terminal.log_views import local_day
from infoshare_cli.terminal.page import Block, Heading, Items, Text

_FEW = 3
"""Answers and empty fields that are named one by one; more of them are counted."""
_NO_CASE = "no case number"


def field_name(name: str) -> str:
    """What a field is called where it stands beside those of whoever decided."""
    return "Reasons of the rules" if name == "reasons" else field_label(name)


def about_page(told: Told | None, decisions: Mapping[str, str]) -> tuple[Block, ...]:
    """Which decision or abandoned interview loses words; nothing where that cannot be told.

    Args:
        told: of the record that was asked for.
        decisions: what can be decided, by its id, in words.
    """
    if told is None or told.about is None:
        return ()
    about = told.about
    decision = decisions.get(about.decision, about.decision)
    rows = interview_rows(about.seq, about.at, about.case or _NO_CASE, decision)
    later = f"You named record {told.seq}, which is about it: {told.kind}, {local_day(told.at)}."
    return (Heading("This is about"), rows, *([Text(later)] if told.seq != about.seq else []))


def losses(plan: Plan, each: Erasure, told: Told) -> tuple[Block, ...]:
    """What one record loses, with how each text begins."""
    record = f"Record {each.seq}, {each.kind}, {local_day(told.at)}"
    if each.id in plan.whole:
        count = f"All that still stands in it: {len(each.fields)} fields"
        return (Text(f"{record}. {count}:"), Items(tuple(_lines(told, each.fields, every=False))))
    named = [name for name in each.fields if name not in each.copies]
    copies = (
        f"The same words stand here, so they go too: {line}" for line in _lines(told, each.copies)
    )
    return (Text(f"{record}:"), Items((*_lines(told, named), *copies)))


def named_records(plan: Plan, facts: Facts) -> tuple[str, ...]:
    """The first records that go by their age, one by one, and how many there are besides."""
    first = [_named(each, facts.told[each.seq]) for each in plan.erasures[:MOST_NAMED]]
    more = len(plan.erasures) - len(first)
    return (*first, f"and {more} more") if more else tuple(first)


def _named(each: Erasure, told: Told) -> str:
    about = told.about
    case = f"case {about.case}" if about and about.case else _NO_CASE
    later = f", about record {about.seq}" if about and about.seq != told.seq else ""
    return f"Record {each.seq}, {each.kind}{later}, {local_day(told.at)}, {case}"


def _lines(told: Told, names: Sequence[str], *, every: bool = True) -> Iterator[str]:
    """A line for each field in which something stands; answers and empty fields are counted.

    Args:
        every: whether what the rules came to is told field by field, too.
    """
    groups = groups_of(name for name in names if name in told.starts)
    empty = [name for name in names if name not in told.starts]
    single = (*groups.written, *(groups.concluded if every else ()))
    few = groups.answers if len(groups.answers) <= _FEW else ()
    for name in (*single, *few):
        yield f"{field_name(name)} ({name}): {told.starts[name]}"
    if len(groups.answers) > _FEW:
        yield f"{len(groups.answers)} answers ({ANSWER}...)"
    if groups.concluded and not every:
        yield f"What the rules came to: {', '.join(groups.concluded)}"
    if len(empty) > _FEW:
        yield f"{len(empty)} fields in which nothing stands"
    elif empty:
        yield f"Nothing stands in: {', '.join(empty)}"
