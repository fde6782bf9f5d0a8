"""What no case ever comes to, as faults of the pack that has it."""

from collections.abc import Iterable, Iterator, Mapping

from infoshare_cli.core.cases.walk import MOST_NODES, TooManyNodes
from infoshare_cli.core.checks.unreachable import Dead, unreachable_in
from infoshare_cli.core.checks.unspoken import Unspoken, unspoken_in
from infoshare_cli.core.condition_words import both, either
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.sayings import AUDIENCES
from infoshare_cli.errors import Fault
from infoshare_cli.files.pack_entries import PHASES, Documents, Entry, entries

_DECIDES = "a rule that decides some case"


def check_reach(
    documents: Documents, guidance: Guidance, limit: int = MOST_NODES
) -> Iterator[Fault]:
    """A fault for each part of a pack, a rule or a question or a field, that no case comes to.

    Args:
        limit: how many positions of the interview are looked at; more of them is a fault.
    """
    try:
        found, unspoken = unreachable_in(guidance, limit), unspoken_in(guidance, limit)
    except TooManyNodes as error:
        what = f"more than {limit:,} positions, most of them after {error.question}"
        yield documents["decision.yaml"].fault(("rules",), what, "rules that tell less apart")
        return
    yield from _unspoken_faults(documents, unspoken)
    if found.undecided is not None:
        what = f"a case that no rule fits: {_told(found.undecided)}"
        wanted = "a last rule for whatever those above leave over"
        yield documents["decision.yaml"].fault(("rules",), what, wanted)
    rules, rows = _by_id(documents, "rules"), _rows(documents)
    for rule in found.rules:
        yield rules[rule.id].fault((), _why(rule, "the rule", "never decides"), _DECIDES)
    for row in found.rows:
        what = _why(row, "the row", "never fits")
        yield rows[row.id].fault((), what, "a row that fits some case")
    for names, keys, what, wanted in (
        (found.outcomes, ("outcomes",), "the outcome", "an outcome that a rule comes to"),
        (found.questions, ("questions",), "the question", "a question that a rule needs"),
        (found.actions, PHASES, "the action", "an action that some case shows"),
        (found.sayings, ("sayings",), "the saying", "a saying that some case shows"),
        (found.record_fields, ("fields",), "the field", "a field that some case asks for"),
    ):
        named = _by_id(documents, *keys)
        for name in names:
            yield named[name].fault((), f"{what} {name}, which no case comes to", wanted)
    for follow_up in entries(documents, "follow_ups"):
        if follow_up.item.get("question") in found.follow_ups:
            what = f"the follow-up {follow_up.item['question']}, which is never asked as one"
            yield follow_up.fault((), what, "a question that some case leaves open")


def _unspoken_faults(documents: Documents, found: Iterable[Unspoken]) -> Iterator[Fault]:
    """Outcomes for which there are words, but not in every case."""
    outcomes = _by_id(documents, "outcomes")
    for each in found:
        listeners = either([AUDIENCES[audience] for audience in each.to])
        what = f"a case with nothing to say to {listeners}: {_told(each.answers)}"
        wanted = "a saying for each case of this outcome; silence is one too"
        yield outcomes[each.outcome].fault((), what, wanted)


def _told(answers: Mapping[str, tuple[str, ...]]) -> str:
    return "; ".join(f"{name} is {', '.join(answer)}" for name, answer in answers.items())


def _why(dead: Dead, what: str, never: str) -> str:
    if dead.contradicts:
        return f"{what} {dead.id}, which {never}: its lines can never all hold"
    if dead.shadowed_by:
        shadows, takes = both(dead.shadowed_by), "take" if dead.shadowed_by[1:] else "takes"
        return f"{what} {dead.id}, which {never}: {shadows} above it {takes} all its cases"
    return f"{what} {dead.id}, which {never}: no rule asks for it where it could"


def _by_id(documents: Documents, *keys: str) -> Mapping[str, Entry]:
    return {entry.id: entry for entry in entries(documents, *keys) if entry.id}


def _rows(documents: Documents) -> Mapping[str, Entry]:
    choices = entries(documents, "choices")
    return {row.id: row for choice in choices for row in choice.parts("rules") if row.id}
