"""Erasing on a page: what goes, what stays, what cannot be reached, and the receipt."""

from collections.abc import Iterator, Mapping, Sequence

from infoshare_cli.core.record import ANSWER
from infoshare_cli.core.redaction_facts import Facts
from infoshare_cli.core.redaction_plan import Beside, DraftLoss, Erasure, Place, Plan, Skipped
from infoshare_cli.terminal.page import Block, Heading, Items, Rows, Table, Text
from infoshare_cli.terminal.redaction_words import about_page, field_name, losses, named_records

NOTHING_LEFT = "There is nothing left to erase."
NOTHING_OLD = "No record is old enough to be erased, or what is has been erased already."
LEFT = "Nothing was erased."
RAN_OUT = "The input ended: nothing was erased."
NOT_CONFIRMED = (
    "Nothing was erased. A person at a terminal has to confirm this, or the call has to say --yes."
)
STOPPED = "Stopped. Nothing was erased."
SAME_WORDS = "What you wrote here holds words that are to go. Please write it without them."
WRONG_PHRASE = "Those are not the words. Nothing is erased yet."

MOST_TOLD = 12
"""Records and files that a page names one by one; more of them are counted."""

_FOR_GOOD = "This cannot be undone: there is no copy to fetch the words back from."
_STAYS = (
    "Of each record: its number and id, its kind and its time, the rules that it was made under, "
    "the names of its fields, and every field that is not named above. A new record says what was "
    "erased, why, and by whom. Anchors that you noted still fit."
)
_OUT_OF_REACH = (
    "Backups, exports, proofs, printed pages, files that you wrote yourself, what this window has "
    "shown and copies on other computers are not reached. See to those as well."
)
_OTHER_WINDOWS = (
    "Finish or close every other infoshare window first: an interview that is open there would "
    "write its words again."
)
_GO_ON = "Decisions that go on from these stay, with what they took over from them."
_TELLS = (
    "The outcome, the reasons and the actions of the record stay. They may still tell what was "
    "answered."
)
_CLASSES = {
    "shared": "Shared",
    "not-shared": "Not shared",
    "waiting": "Waiting",
    "abandoned": "Abandoned",
    None: "Decision erased before",
}


def plan_page(
    plan: Plan, beside: Beside, facts: Facts, decisions: Mapping[str, str]
) -> tuple[Block, ...]:
    """Whose words would be erased, what stays, and what else there is to know before it is done.

    Args:
        facts: what is told of the records of the plan.
        decisions: what can be decided, by its id, in words.
    """
    return (
        *about_page(facts.told.get(plan.named or 0), decisions),
        Heading("What would be erased"),
        *_what_would_go(plan, facts),
        *_beside(beside),
        *_remarks_page(plan),
        Heading("What stays"),
        Items((_STAYS, _OUT_OF_REACH)),
        Text(_OTHER_WINDOWS),
        Text(_FOR_GOOD, "danger"),
    )


def nothing_page(plan: Plan) -> tuple[Block, ...]:
    """That there is nothing to do, and why as far as the plan says so."""
    told = remarks(plan)
    nothing = Text(NOTHING_OLD if plan.named is None else NOTHING_LEFT)
    return (nothing, Items(told)) if told else (nothing,)


def remarks(plan: Plan) -> tuple[str, ...]:
    """What a person has to know of a plan besides what goes."""
    return tuple(_remarks(plan))


def erased_page(
    plan: Plan, beside: Beside, records: Sequence[tuple[int, str]]
) -> tuple[Block, ...]:
    """That it is on the disk, and the code to note.

    Args:
        plan: what was erased.
        beside: what went outside of the log's records.
        records: the number and the anchor of each record that says so.
    """
    return (
        Text("Erased, and confirmed by the disk.", "strong"),
        *_what_goes(plan),
        *_beside(beside, done=True),
        *_receipts(records),
        Text(_OUT_OF_REACH),
    )


def _what_would_go(plan: Plan, facts: Facts) -> Iterator[Block]:
    if not plan.erasures:
        yield Text(NOTHING_LEFT)
    elif plan.named is None:
        yield _by_class(plan)
        yield Items(named_records(plan, facts))
    else:
        for each in plan.erasures:
            yield from losses(plan, each, facts.told[each.seq])


def _what_goes(plan: Plan) -> Iterator[Block]:
    """What went, without a word of it."""
    if not plan.erasures:
        yield Text(NOTHING_LEFT)
        return
    if plan.lives_of_class:
        yield _by_class(plan)
    if len(plan.erasures) <= MOST_TOLD or plan.named is not None:
        yield Rows(tuple((_record(each), _fields(plan, each)) for each in plan.erasures))


def _by_class(plan: Plan) -> Table:
    counts = [(_CLASSES[name], str(number)) for name, number in plan.lives_of_class.items()]
    total = ("All, with what is about them", f"{len(plan.erasures)} records")
    return Table(("Class", "Decisions and interviews"), (*counts, total))


def _record(each: Erasure) -> str:
    return f"Record {each.seq}, {each.kind}"


def _fields(plan: Plan, each: Erasure) -> str:
    if each.id in plan.whole:
        return f"All that still stands in it: {len(each.fields)} fields"
    named = [name for name in each.fields if name not in each.copies]
    lines = [_labels(named)] if named else []
    if each.copies:
        lines.append(f"The same words stand here, so they go too: {_labels(each.copies)}")
    return "\n".join(lines)


def _labels(names: Sequence[str]) -> str:
    """Fields by their names; many answers are counted."""
    answers = [name for name in names if name.startswith(ANSWER)]
    others = [field_name(name) for name in names if not name.startswith(ANSWER)]
    told = [field_name(name) for name in answers]
    return ", ".join(others + (told if len(told) <= 3 else [f"{len(told)} answers"]))


def _beside(beside: Beside, *, done: bool = False) -> Iterator[Block]:
    if not beside:
        return
    yield Heading("What went with it" if done else "What goes with it")
    yield Items(_capped([*map(_draft, beside.drafts), *map(_file, beside.files), *_torn(beside)]))


def _draft(loss: DraftLoss) -> str:
    if loss.fields:
        fields = _labels(loss.fields)
        return f"These fields of the draft {loss.file}, which it asks for again: {fields}"
    return f"The draft {loss.file}, as a whole"


def _file(name: str) -> str:
    return (
        f"The file {name}: a line that was never finished, and nobody can say whose words it holds"
    )


def _torn(beside: Beside) -> list[str]:
    return ["The last line of the log, which was never finished"] if beside.torn else []


def _remarks_page(plan: Plan) -> Iterator[Block]:
    if told := remarks(plan):
        yield Heading("Before you go on")
        yield Items(told)


def _remarks(plan: Plan) -> Iterator[str]:
    if plan.already:
        yield f"Erased already: {_labels(plan.already)}."
    yield from _capped([_elsewhere(each) for each in plan.elsewhere])
    for seq in plan.corrections:
        yield (
            f"Record {seq} corrects what goes here, and stays. To erase that too: "
            f"infoshare log redact {seq} --field correction"
        )
    if plan.beside:
        numbers = ", ".join(map(str, plan.beside))
        yield (
            f"These belong to the same story, and stay with all that stands in them: {numbers}. "
            "They may hold the same words."
        )
    if plan.lives_of_class:
        yield _GO_ON
    if _answers_alone(plan):
        yield _TELLS
    yield from _capped([_skipped(each) for each in plan.skipped])


def _elsewhere(place: Place) -> str:
    return f"Some of the same words stay in record {place.seq}: {_labels(place.fields)}."


def _skipped(each: Skipped) -> str:
    why = f"record {each.held_by} holds it" if each.held_by else f"kept until {each.kept_until}"
    return f"Record {each.seq} is old enough and stays: {why}."


def _answers_alone(plan: Plan) -> bool:
    return any(
        "reasons" not in each.fields and any(name.startswith(ANSWER) for name in each.fields)
        for each in plan.erasures
    )


def _receipts(records: Sequence[tuple[int, str]]) -> Iterator[Block]:
    if not records:
        return
    seq, anchor = records[-1]
    first = records[0][0]
    numbers = f"{first}" if first == seq else f"{first} to {seq}"
    yield Rows((("Recorded as", numbers), ("Anchor", anchor)))
    yield Text(
        "Copy the anchor into the case file. The codes that you noted before still fit as well."
    )


def _capped(lines: Sequence[str]) -> tuple[str, ...]:
    more = len(lines) - MOST_TOLD
    return (*lines[:MOST_TOLD], f"So it is with {more} more.") if more > 0 else tuple(lines)
