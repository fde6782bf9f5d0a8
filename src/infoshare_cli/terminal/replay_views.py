"""Replayed decisions on a page: what came out as it was recorded, and what did not."""

from collections.abc import Iterator

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.condition_words import both, outcome_in_words, spelled
from infoshare_cli.core.field_text import value_lines
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import ANSWER
from infoshare_cli.core.replay import Difference, Replayed
from infoshare_cli.core.replays import Replays, WhyNot
from infoshare_cli.errors import FileError
from infoshare_cli.terminal.page import Block, Heading, Items, Text

_WHY: dict[WhyNot, str] = {
    "answers-erased": "answers were erased, so nobody can say what they came to",
    "conclusion-erased": "the conclusion was erased, so there is nothing to compare",
    "rules-not-kept": "the rules of that time are not in use, and none were kept",
    "rules-not-usable": "the rules of that time cannot be used",
    "record-broken": "not as it was written",
}


def replay_page(replays: Replays, engine: str) -> tuple[Block, ...]:
    """What came of decisions that were put to the rules that they were made under.

    Args:
        engine: the version of the program that replayed them.
    """
    different, same = replays.different, replays.same
    if different:
        told = Text(f"Not as recorded: {len(different)}. As recorded: {same}.", "danger")
    elif same:
        told = Text(f"As recorded, with the same reasons: {same}.", "strong")
    else:
        told = _nothing(replays)
    return (told, *_partly(replays), *_each(different, engine), *_not_replayed(replays))


def effect_page(replays: Replays, rules: Guidance) -> tuple[Block, ...]:
    """What came of decisions that were put to other rules than those that they were made under."""
    different, same = replays.different, replays.same
    name = f"{rules.pack.id} {rules.pack.version}"
    if different:
        told = f"Under the rules {name}, these come out differently: {len(different)}."
        changed = Items(tuple(_becomes(rules, each) for each in different))
        page: tuple[Block, ...] = (Text(f"{told} As before: {same}.", "danger"), changed)
    elif same:
        told = f"Under the rules {name}, every decision has the same outcome: {same}."
        page = (Text(told, "strong"),)
    else:
        page = (_nothing(replays),)
    return (*page, *_not_replayed(replays))


def unusable_page(error: FileError) -> tuple[Block, ...]:
    """What is wrong with rules that decisions were to be put to."""
    return (Text(str(error), "danger"), Items(tuple(map(str, error.faults))))


def _nothing(replays: Replays) -> Text:
    if replays.not_replayed:
        return Text("No decision could be replayed.", "warning")
    return Text("There are no decisions in the log to replay.")


def _partly(replays: Replays) -> Iterator[Block]:
    if replays.partly_erased:
        yield Text(
            "Where a part of what a decision came to was erased, the rest was compared: "
            f"{replays.partly_erased}.",
            "quiet",
        )


def _each(different: list[Replayed], engine: str) -> Iterator[Block]:
    for each in different:
        yield Heading(_record(each))
        if each.needs:
            yield Text(f"The rules now ask a question that was not answered: {each.needs}.")
        yield Items(tuple(map(_difference, each.differences)))
        if each.engine != engine:
            yield Text(
                f"It was recorded by infoshare {each.engine}, and this is {engine}. "
                "A change of the program may be why.",
                "quiet",
            )


def _record(replayed: Replayed) -> str:
    return f"Record {replayed.seq} ({replayed.id})"


def _difference(difference: Difference) -> str:
    name = difference.field
    if name.startswith(ANSWER):
        question = name.removeprefix(ANSWER)
        return f"Answer to {question}: these rules do not take what was recorded"
    then, now = (_lines(each) for each in (difference.then, difference.now))
    return f"{spelled(name).capitalize()}\nthen: {then}\nnow: {now}"


def _lines(value: Value) -> str:
    return "\n      ".join(value_lines(value)) or "nothing"


def _becomes(rules: Guidance, replayed: Replayed) -> str:
    changes = {each.field: each for each in replayed.differences}
    if change := changes.get("outcome"):
        now = _outcome(rules, change.now)
        if replayed.needs:
            now = f"another question, {replayed.needs}, that was not answered then"
        told = f"{_outcome(rules, change.then)} becomes {now}"
    else:
        change = changes["consent_from"]
        told = f"consent from {_words(change.then)} becomes consent from {_words(change.now)}"
    return f"{_record(replayed)}: {told}"


def _outcome(rules: Guidance, value: Value) -> str:
    outcome = rules.outcome_by_id.get(value) if isinstance(value, str) else None
    return outcome_in_words(outcome) if outcome else _words(value) if value else "no outcome"


def _words(value: Value) -> str:
    return spelled(value) if isinstance(value, str) else "nobody"


def _not_replayed(replays: Replays) -> Iterator[Block]:
    """Why some were not replayed; a reason that many have is told once."""
    records: dict[tuple[WhyNot, str], list[str]] = {}
    for each in replays.not_replayed:
        records.setdefault((each.why, each.told), []).append(str(each.seq))
    if records:
        yield Heading(f"Not replayed: {len(replays.not_replayed)}")
        yield Items(tuple(_why_not(*each) for each in records.items()))


def _why_not(reason: tuple[WhyNot, str], numbers: list[str]) -> str:
    why, told = reason
    which = f"Record{'s' if len(numbers) > 1 else ''} {both(numbers)}"
    return f"{which}: {_WHY[why]}.{f' {told}' if told else ''}"
