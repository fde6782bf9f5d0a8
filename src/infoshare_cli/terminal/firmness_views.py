"""How firm an outcome is, on screen: which single answers would change it, and to what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from infoshare_cli.core.condition_words import either, outcome_in_words, subject_in_words
from infoshare_cli.core.firmness import Firmness, Kind, Otherwise, is_doubt
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.terminal.other_answers import ifs_in_words
from infoshare_cli.terminal.page import Block, Heading, Items, Text

HOW_FIRM = "How firm is this?"
NOTHING_CHANGES = "No other single answer would change this."
SHOWS_ALL = "infoshare assess --explain"
_MOST_SHOWN = 2
"""Sentences that stand with the outcome."""
_MOST_OUTCOMES = 3
"""Outcomes in one sentence; more would not help anybody to see what changes."""


@dataclass(frozen=True)
class _Told:
    """What one sentence tells: all other answers to a question that lead to the same."""

    question: str
    kinds: tuple[Kind, ...]
    outcomes: tuple[str, ...]
    settled: bool


def firm_lines(guidance: Guidance, firmness: Firmness) -> tuple[Block, ...]:
    """One or two sentences to stand with the outcome, and how many more there are."""
    told = _told(firmness.changes)
    shown = _shown(guidance, firmness, told)
    sentences = (_sentence(guidance, firmness, each, short=True) for each in shown)
    return (
        Heading(HOW_FIRM),
        *_how_many(guidance, firmness),
        *_items(tuple(sentences)),
        *_more(len(told) - len(shown)),
    )


def firm_page(guidance: Guidance, firmness: Firmness) -> tuple[Block, ...]:
    """Every single answer that would or could change the outcome, in the order asked."""
    order = list(firmness.rests_on)
    told = sorted(_told(firmness.changes), key=lambda each: order.index(each.question))
    sentences = (_sentence(guidance, firmness, each, short=False) for each in told)
    return (
        Heading(HOW_FIRM),
        *_how_many(guidance, firmness),
        *_items(tuple(sentences)),
        *_alike(guidance, firmness),
    )


def _told(changes: Sequence[Otherwise]) -> list[_Told]:
    """The changes, those of a question that lead to the same together, in the order given."""
    told: dict[tuple[str, tuple[str, ...], bool], _Told] = {}
    for each in changes:
        key = (each.question, each.outcomes, each.settled)
        before = told[key].kinds if key in told else ()
        told[key] = _Told(each.question, (*before, each.answers), each.outcomes, each.settled)
    return list(told.values())


def _shown(guidance: Guidance, firmness: Firmness, told: Sequence[_Told]) -> list[_Told]:
    """Of the most useful questions one change each; all of a doubt that could be settled."""
    questions = list(dict.fromkeys(each.question for each in told))[:_MOST_SHOWN]
    first = questions[:1]
    if first and is_doubt(guidance, first[0], firmness.rests_on[first[0]]):
        return [each for each in told if each.question == first[0]][:_MOST_SHOWN]
    return [next(each for each in told if each.question == name) for name in questions]


def _how_many(guidance: Guidance, firmness: Firmness) -> Iterator[Block]:
    if firmness.only is not None:
        name = subject_in_words(guidance, firmness.only)
        yield Text(f"Only one answer decides this: the one on {name}.")
    elif not firmness.changes:
        yield Text(NOTHING_CHANGES)


def _items(sentences: tuple[str, ...]) -> Iterator[Block]:
    if sentences:
        yield Items(sentences)


def _sentence(guidance: Guidance, firmness: Firmness, told: _Told, *, short: bool) -> str:
    question, given = guidance.question_by_id[told.question], firmness.rests_on[told.question]
    ifs = ifs_in_words(guidance, question, given, told.kinds, short=short)
    return f"If {', or if '.join(ifs)}: {_comes_to(guidance, told)}."


def _comes_to(guidance: Guidance, told: _Told) -> str:
    if not told.outcomes:
        return "these rules do not say"
    words = [outcome_in_words(guidance.outcome_by_id[each]) for each in told.outcomes]
    if told.settled:
        return words[0]
    if len(words) > _MOST_OUTCOMES:
        return "more questions would follow, and the outcome could be another one"
    return f"more questions would follow, and then {either(words)}"


def _more(left: int) -> Iterator[Block]:
    if left == 1:
        yield Text(f"1 other change could matter too. {SHOWS_ALL} shows it.", "quiet")
    elif left:
        yield Text(f"{left} other changes could matter too. {SHOWS_ALL} shows them all.", "quiet")


def _alike(guidance: Guidance, firmness: Firmness) -> Iterator[Block]:
    """The answers that could be others, one at a time, without any change of the outcome."""
    decide = {each.question for each in firmness.changes}
    others = [subject_in_words(guidance, each) for each in firmness.rests_on if each not in decide]
    if others and decide:
        yield Text(f"Another answer on {either(others)} would not change it by itself.")
