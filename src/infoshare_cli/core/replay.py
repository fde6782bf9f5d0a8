"""A recorded decision derived once more from its answers, and held against what was recorded.

Under the very rules that it was made under, everything that follows from answers and rules must
be as it was, word for word. Under other rules, what counts is what the case comes to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from infoshare_cli.core.answers import is_sound
from infoshare_cli.core.canonical import Value, write_canonical
from infoshare_cli.core.conclusion import rules_fields
from infoshare_cli.core.decision import decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.core.record import ANSWER, Record
from infoshare_cli.errors import GuidanceError

Lost = Literal["answers-erased", "conclusion-erased"]
"""What of a record is gone, so that it cannot be replayed."""

WHAT_IT_COMES_TO = ("outcome", "consent_from")
"""The fields in which a case comes out differently, and is not only worded differently."""
ALL_THAT_FOLLOWS = (
    *("outcome", "title", "consent_from", "advice_from", "reasons", "rests_on"),
    *("followed_up", "actions", "notices"),
)
"""The fields that follow from the answers and the rules."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a record that would be another now."""

    field: str
    """The name of the field; of an answer, without what was answered."""
    then: Value
    """As it was recorded; null for an answer, which is nobody's business here."""
    now: Value


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of a recorded decision that was derived once more."""

    seq: int
    id: str
    engine: str
    """The version of the program that recorded it."""
    differences: tuple[Difference, ...] = ()
    needs: str | None = None
    """The question that the rules ask, and that was not answered then; with no outcome now."""
    partly_erased: bool = False
    """Whether some of the conclusion was erased, so that only the rest was compared."""
    lost: Lost | None = None
    """Why it could not be replayed; None where it was."""


def replay(guidance: Guidance, record: Record) -> Replayed:
    """A decision under the rules that it was made under: all that follows must be the same."""
    replayed = _derived_again(guidance, record, ALL_THAT_FOLLOWS, enough=any)
    if replayed.lost:
        return replayed
    not_taken = tuple(_not_taken(guidance, record))
    return replace(replayed, differences=(*not_taken, *replayed.differences))


def try_rules(guidance: Guidance, record: Record) -> Replayed:
    """A decision under other rules: what it comes to. Answers that they do not take are left."""
    return _derived_again(guidance, record, WHAT_IT_COMES_TO, enough=all)


def has_lost_answers(record: Record) -> bool:
    """Whether answers were erased, so that nobody can say what the case comes to."""
    return any(name.startswith(ANSWER) for name in record.erased_fields())


def taken_answers(guidance: Guidance, record: Record) -> Answers:
    """The answers of a record that these rules take; any other one counts as not given."""
    answers = {}
    for question in guidance.questions:
        value = record.value(ANSWER + question.id)
        words = [value] if isinstance(value, str) else value
        if isinstance(words, Sequence) and words:
            chosen = tuple(word for word in words if isinstance(word, str))
            if len(chosen) == len(words) and is_sound(question, chosen):
                answers[question.id] = chosen
    return answers


def _not_taken(guidance: Guidance, record: Record) -> Iterator[Difference]:
    taken = taken_answers(guidance, record)
    for name, field in record.body.items():
        if name.startswith(ANSWER) and field.value and name.removeprefix(ANSWER) not in taken:
            yield Difference(name, None, None)


def _derived_again(
    guidance: Guidance,
    record: Record,
    fields: Sequence[str],
    enough: Callable[[Iterable[bool]], bool],
) -> Replayed:
    """What became of these fields; `enough` says whether what was not erased of them will do."""
    replayed = Replayed(record.head.seq, record.head.id, record.head.provenance.engine)
    if has_lost_answers(record):
        return replace(replayed, lost="answers-erased")
    if not enough(name in record.body for name in fields):
        return replace(replayed, lost="conclusion-erased")
    derived = _derived(guidance, record)
    return replace(
        replayed,
        differences=tuple(_differences(record, fields, derived)),
        needs=derived.needs,
        partly_erased=any(name in record.erased_fields() for name in fields),
    )


def _differences(
    record: Record, fields: Iterable[str], derived: "_Derived"
) -> Iterator[Difference]:
    left = [name for name in fields if name in record.body]
    # Without an outcome now, all the rest differs too, and says nothing more.
    for name in left if derived.fields else left[:1]:
        then, now = record.value(name), derived.fields.get(name)
        if not _same(then, now):
            yield Difference(name, then, now)


@dataclass(frozen=True, slots=True)
class _Derived:
    """What the answers of a record come to under some rules."""

    fields: Mapping[str, Value]
    """Empty where there is no outcome."""
    needs: str | None = None


def _derived(guidance: Guidance, record: Record) -> _Derived:
    answers = taken_answers(guidance, record)
    try:
        decision = decide(guidance, answers)
        if decision is not None:
            return _Derived(rules_fields(decision))
        needed = stand(guidance, answers).next
    except GuidanceError:
        return _Derived({})
    assert needed is not None
    return _Derived({}, needed.id)


def _same(then: Value, now: Value) -> bool:
    """Whether two values are written alike, whatever Python has them in."""
    return write_canonical(then) == write_canonical(now)
