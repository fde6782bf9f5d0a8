"""The ways out of a step of a graph, in words: what an arrow says."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from infoshare_cli.core.condition_words import (
    begun,
    choice_in_words,
    either,
    in_words,
    subject_in_words,
)
from infoshare_cli.core.conditions import Comes, Condition, HasAll, HasAny, Holds, IsOneOf
from infoshare_cli.core.graph.decision_graph import Step, Way
from infoshare_cli.core.graph.formula import Values
from infoshare_cli.core.graph.telling_apart import telling
from infoshare_cli.core.graph.what_is_told import Subjects
from infoshare_cli.core.guidance import Guidance, Question

OTHERWISE = "Any other answer"
"""For the one way of a step that takes what the others leave."""
MOST_NAMED = 3
"""Answers that an arrow names; one that leads on with more of them takes the rest."""

MOST_LISTED = 5
"""Answers that a list names for such a way."""


@dataclass(frozen=True, slots=True)
class WayWords:
    """What a way says. Of the ways of a step, at most one is `OTHERWISE`."""

    short: str
    """On an arrow: the pack's short words, to go with the short name of what is told."""
    full: str
    """In a list: the answers in their own words, in quotation marks."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What is true of the cases that go one way, and how hard that is to say."""

    condition: Condition
    """`IsOneOf` for answers of one option, also where a question takes many."""
    effort: int


def ways_in_words(subjects: Subjects, step: Step) -> tuple[WayWords, ...]:
    """What each way out of a step says, in their order; no two are true of one case."""
    question = subjects.guidance.question_by_id.get(step.subject)
    among = frozenset(value for way in step.ways for value in way.values)
    said = [_said(subjects, question, step.subject, way, among) for way in step.ways]
    efforts = [each.effort for each in said]
    hardest = efforts.index(max(efforts))
    rest = hardest if len(said) > 1 and efforts[hardest] else None
    return tuple(
        _words(subjects.guidance, question, each.condition, is_rest=place == rest)
        for place, each in enumerate(said)
    )


def _said(
    subjects: Subjects, question: Question | None, subject: str, way: Way, among: Values
) -> _Said:
    if question is not None and question.kind == "many":
        return _said_of_many(subjects, question, way, among)
    names = tuple(name for (name,) in way.values)
    effort = max(0, len(names) - MOST_NAMED)
    return _Said(IsOneOf(subject, names) if question else Comes(subject, names), effort)


def _said_of_many(subjects: Subjects, question: Question, way: Way, among: Values) -> _Said:
    alone = [subjects.only_options(question.id, value) for value in way.values]
    options = tuple(option for each in alone for option in each)
    if all(alone) and len(options) <= MOST_NAMED:
        return _Said(IsOneOf(question.id, options), 0)
    leaves, facts = subjects.leaves(question.id), subjects.facts_of(question.id)
    told = telling(leaves, facts, frozenset(way.values), among)
    return _Said(told.condition, told.effort)


def _words(
    guidance: Guidance, question: Question | None, condition: Condition, *, is_rest: bool
) -> WayWords:
    match condition:
        case IsOneOf(_, options) if question is not None:
            labels, short = _labels(question, options), begun(either(_shorts(question, options)))
            told = WayWords(short, labels)
        case HasAll(_, options) | HasAny(_, options) if question and _is_all(question, options):
            every = "All of these" if isinstance(condition, HasAll) else "Any of these"
            told = WayWords(every, f"{every}: {_labels(question, options, ', ')}")
        case Holds(fact):
            says = next(each.says for each in guidance.facts if each.id == fact)
            told = WayWords(says.removesuffix("."), says.removesuffix("."))
        case _:
            words = in_words(guidance, condition)
            short = begun(_without_name(guidance, question, condition, words))
            told = WayWords(short, begun(words))
    if is_rest:
        few = isinstance(condition, IsOneOf) and len(condition.options) <= MOST_LISTED
        return WayWords(OTHERWISE, told.full if few else OTHERWISE)
    return told


def _labels(question: Question, options: Collection[str], between: str = " or ") -> str:
    return between.join(f'"{each.label}"' for each in question.options if each.id in options)


def _shorts(question: Question, options: Collection[str]) -> Sequence[str]:
    return [option.short or option.label for option in question.options if option.id in options]


def _is_all(question: Question, options: Collection[str]) -> bool:
    """Whether these are all the options that can stand beside others."""
    return set(options) == {option.id for option in question.options} - {*question.alone}


def _without_name(
    guidance: Guidance, question: Question | None, condition: Condition, words: str
) -> str:
    """The words without the name of what is told, which stands above them."""
    if isinstance(condition, Comes):
        return words.removeprefix(f"{choice_in_words(guidance, condition.choice)} is ")
    name = subject_in_words(guidance, question.id) if question else ""
    return words.removeprefix(f"{name} ")
