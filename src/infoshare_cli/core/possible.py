"""What can still come: the questions and outcomes that an open interview may lead to.

Answers that no condition tells apart are one class, and two positions with the same
conditions left to decide have the same future; so a few hundred positions stand for
millions of cases.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    Holds,
    Leaf,
)
from infoshare_cli.core.evaluation import Answers, Evaluation, leaf_truth
from infoshare_cli.core.guidance import Guidance, Question, Rule
from infoshare_cli.core.interview import stand

Residue = tuple[object, ...]
"""What is left to decide at a position; equal residues have equal futures."""
_START: Residue = ()
"""The position that is looked ahead from, whatever is left to decide there."""


@dataclass(frozen=True)
class Possible:
    """What can still come from a position."""

    questions: tuple[str, ...]
    """The next question first, then the others in the order in which they may come."""
    outcomes: tuple[str, ...]
    """In the order of the pack."""


def possible_from(guidance: Guidance, answers: Answers) -> Possible:
    """Every question that can still be asked, and every outcome that can still come."""
    leaves = leaves_of(guidance)
    outcomes: set[str] = set()
    asked_at: dict[Residue, str] = {}
    leads_to: dict[Residue, tuple[Residue, ...]] = {}
    level: dict[Residue, Answers] = {_START: answers}
    while level:
        following: dict[Residue, Answers] = {}
        for here, position in level.items():
            standing = stand(guidance, position)
            if standing.verdict is not None:
                outcomes.add(standing.verdict.outcome.id)
                continue
            question = standing.next
            assert question is not None
            steps = _steps(guidance, question, leaves[question.id], position, standing.asked)
            ends = dict(steps)
            asked_at[here], leads_to[here] = question.id, tuple(ends)
            following.update(ends)
        seen = asked_at.keys()
        level = {residue: step for residue, step in following.items() if residue not in seen}
    in_order = (outcome.id for outcome in guidance.outcomes if outcome.id in outcomes)
    return Possible(_in_asking_order(asked_at, leads_to), tuple(in_order))


def _in_asking_order(
    asked_at: Mapping[Residue, str], leads_to: Mapping[Residue, tuple[Residue, ...]]
) -> tuple[str, ...]:
    """The questions, each after those that come before it wherever both are asked.

    Where two can come either way round, the one that may come sooner stands first.
    """
    ahead: dict[Residue, frozenset[str]] = {}

    def from_here(here: Residue) -> frozenset[str]:
        if here not in ahead:
            later = (from_here(there) for there in leads_to.get(here, ()))
            own = {asked_at[here]} if here in asked_at else set[str]()
            ahead[here] = frozenset(own).union(*later)
        return ahead[here]

    before = {
        (question, later)
        for here, question in asked_at.items()
        for there in leads_to[here]
        for later in from_here(there)
    }
    open_questions = list(dict.fromkeys(asked_at.values()))
    order: list[str] = []
    while open_questions:
        waits = {
            later
            for first, later in before
            if first in open_questions and (later, first) not in before
        }
        free = [question for question in open_questions if question not in waits]
        order.append((free or open_questions)[0])
        open_questions.remove(order[-1])
    return tuple(order)


def leaves_of(guidance: Guidance) -> Mapping[str, tuple[Leaf, ...]]:
    """For each question, what the decision tells from its answer."""
    found: dict[str, dict[Leaf, None]] = {}
    conditions = [rule.when for rule in guidance.rules]
    conditions += [fact.when for fact in guidance.facts]
    conditions += [row.when for choice in guidance.choices for row in choice.rules]
    for condition in conditions:
        for leaf in _leaves(condition):
            found.setdefault(leaf.question, {})[leaf] = None
    return {question: tuple(leaves) for question, leaves in found.items()}


def classes_of(question: Question, leaves: tuple[Leaf, ...]) -> list[tuple[str, ...]]:
    """One answer for each way in which the decision can see an answer to a question.

    Options that stand in the same conditions are alike: none, one, or all of them are
    chosen; no subset beyond these is told apart, so none is tried.
    """
    seen: dict[tuple[bool, ...], tuple[str, ...]] = {}
    for answer in _candidates(question, leaves):
        seen.setdefault(tuple(leaf_truth(leaf, answer) for leaf in leaves), answer)
    return list(seen.values())


def _candidates(question: Question, leaves: tuple[Leaf, ...]) -> Iterator[tuple[str, ...]]:
    if question.kind == "one":
        yield from ((option.id,) for option in question.options)
        return
    alike: dict[tuple[bool, ...], list[str]] = {}
    for option in question.options:
        if option.id not in question.alone:
            stands_in = tuple(option.id in leaf.options for leaf in leaves)
            alike.setdefault(stands_in, []).append(option.id)
    ways = [((), group[:1], group) for group in alike.values()]
    for parts in product(*ways):
        chosen = tuple(option for part in parts for option in part)
        if chosen:
            yield chosen
    yield from ((option,) for option in question.alone)


def _steps(
    guidance: Guidance,
    question: Question,
    leaves: tuple[Leaf, ...],
    position: Answers,
    asked: tuple[str, ...],
) -> Iterator[tuple[Residue, dict[str, tuple[str, ...]]]]:
    """The positions after a question, each with what is left to decide there.

    An answer that was given before it was asked for decides nothing yet: the interview
    does not look at it either until it gets there.
    """
    reached = {name: position[name] for name in asked}
    for answer in classes_of(question, leaves):
        residue = residue_of(guidance, {**reached, question.id: answer})
        yield residue, {**position, question.id: answer}


def residue_of(guidance: Guidance, answers: Answers) -> Residue:
    """What is left to decide: the rules not yet false, each with what it still needs."""
    evaluation = Evaluation(guidance, answers)
    residue: list[Residue] = []
    for rule in guidance.rules:
        truth = evaluation.truth(rule.when)
        if truth is not False:
            rows = [
                _rows_left(guidance, evaluation, choice) for choice in _choices_of(guidance, rule)
            ]
            residue.append((rule.id, _left(guidance, evaluation, rule.when), *rows))
        if truth:
            break
    return tuple(residue)


def _choices_of(guidance: Guidance, rule: Rule) -> tuple[str, ...]:
    """What a rule may still come through: its choice of outcomes, then whose consent."""
    rows = guidance.rows_of[rule.choose] if rule.choose is not None else ()
    ends = [rule.outcome, *(row.value for row in rows)]
    consent_from = [guidance.outcome_by_id[end].consent_from for end in ends if end is not None]
    return tuple(dict.fromkeys(filter(None, (rule.choose, *consent_from))))


def _left(guidance: Guidance, evaluation: Evaluation, condition: Condition) -> object:
    """A condition without the parts that are decided; True or False where nothing is left."""
    truth = evaluation.truth(condition)
    if truth is not None:
        return truth
    match condition:
        case All(parts) | Any(parts):
            open_parts = (part for part in parts if evaluation.truth(part) is None)
            left = tuple(_left(guidance, evaluation, part) for part in open_parts)
            return type(condition).__name__, left
        case Holds(fact) | Fails(fact):
            left_of_fact = _left(guidance, evaluation, guidance.condition_of[fact])
            return type(condition).__name__, left_of_fact
        case Comes(choice, values):
            return values, _rows_left(guidance, evaluation, choice)
    return condition


def _rows_left(guidance: Guidance, evaluation: Evaluation, choice: str) -> Residue:
    """The rows of a choice that are not yet false, down to the first true one."""
    rows: list[object] = []
    for row in guidance.rows_of[choice]:
        truth = evaluation.truth(row.when)
        if truth is not False:
            rows.append((row.id, _left(guidance, evaluation, row.when)))
        if truth:
            break
    return tuple(rows)


def _leaves(condition: Condition) -> Iterator[Leaf]:
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _leaves(part)
        case Holds() | Fails() | Comes():
            return
        case _:
            yield condition
