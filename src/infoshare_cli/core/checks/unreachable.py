"""What of a pack no case ever comes to: rules, rows, outcomes, questions, actions and more."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from infoshare_cli.core.cases.case_ends import CaseEnds
from infoshare_cli.core.cases.classes import classes_of, decision_conditions, leaves_of
from infoshare_cli.core.cases.pack_walk import Gap, OpenWalker
from infoshare_cli.core.cases.walk import MOST_NODES, walk
from infoshare_cli.core.conditions import Condition
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import ChoiceRule, Guidance, Rule
from infoshare_cli.core.interview import Verdict

T = TypeVar("T")


@dataclass(frozen=True)
class Dead:
    """A rule, or a row of a choice, that never decides."""

    id: str
    shadowed_by: tuple[str, ...]
    """A few of those above it that by themselves take all its cases."""
    contradicts: bool = False
    """Whether its own lines can never all hold."""


@dataclass(frozen=True)
class Unreachable:
    """The ids of what no case ever comes to, each list in the order of the pack."""

    rules: tuple[Dead, ...]
    rows: tuple[Dead, ...]
    outcomes: tuple[str, ...]
    questions: tuple[str, ...]
    """Asked neither on the way to an outcome nor after it."""
    actions: tuple[str, ...]
    follow_ups: tuple[str, ...]
    """The questions of follow-ups that are never asked as such."""
    record_fields: tuple[str, ...]
    undecided: Answers | None
    """A case that no rule decides; None where each has a rule."""
    sayings: tuple[str, ...] = ()


def unreachable_in(guidance: Guidance, limit: int = MOST_NODES) -> Unreachable:
    """What of a pack no case ever comes to.

    Args:
        limit: how many positions a walk may have.

    Raises:
        TooManyNodes: a walk has more.
    """
    ends = CaseEnds(guidance, limit)
    nodes = ends.whole.nodes
    verdicts = [node.end for node in nodes if isinstance(node.end, Verdict)]
    deciding = {verdict.rule.id for verdict in verdicts}
    reached = {verdict.outcome.id for verdict in verdicts}
    silent = tuple(each.question for each in guidance.follow_ups if not ends.ask(each))
    asked = {node.asks for node in nodes}
    asked |= {each.question for each in guidance.follow_ups if each.question not in silent}
    lost = (node.answers for node in nodes if isinstance(node.end, Gap))
    return Unreachable(
        rules=tuple(_dead_rule(guidance, r) for r in guidance.rules if r.id not in deciding),
        rows=tuple(_dead_rows(guidance, ends)),
        outcomes=tuple(each.id for each in guidance.outcomes if each.id not in reached),
        questions=tuple(each.id for each in guidance.questions if each.id not in asked),
        actions=tuple(each.id for each in guidance.actions if not ends.show(each.when)),
        follow_ups=silent,
        record_fields=tuple(
            each.id
            for each in guidance.record_fields
            if each.when is not None and not ends.show(each.when)
        ),
        undecided=next(lost, None),
        sayings=tuple(each.id for each in guidance.sayings if not ends.show(each.when)),
    )


def _dead_rule(guidance: Guidance, rule: Rule) -> Dead:
    def shadow(above: Iterable[Rule]) -> bool:
        whole = walk(OpenWalker(replace(guidance, rules=(*above, rule))))
        ends = (node.end for node in whole.nodes if isinstance(node.end, Verdict))
        return all(end.rule is not rule for end in ends)

    above = guidance.rules[: guidance.rules.index(rule)]
    shadows = fewest(shadow, above)
    return _dead(rule.id, shadows)


def _dead_rows(guidance: Guidance, ends: CaseEnds) -> Iterator[Dead]:
    for choice in guidance.choices:
        for place, row in enumerate(choice.rules):
            if not ends.come_to(choice.id, row):
                yield _dead_row(guidance, choice.rules[:place], row)


def _dead_row(guidance: Guidance, above: Sequence[ChoiceRule], row: ChoiceRule) -> Dead:
    def shadow(kept: Iterable[ChoiceRule]) -> bool:
        return not _is_first_somewhere(guidance, [each.when for each in kept], row.when, {})

    if not shadow(above):
        # It would fit, but the rules never come to it.
        return Dead(row.id, ())
    shadows = fewest(shadow, above)
    return _dead(row.id, shadows)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def _dead(name: str, shadows: Iterable[_HasId]) -> Dead:
    ids = tuple(each.id for each in shadows)
    return Dead(name, ids, contradicts=not ids)


def _is_first_somewhere(
    guidance: Guidance, above: Sequence[Condition], condition: Condition, answers: Answers
) -> bool:
    """Whether some answers make a condition true and all those above it false."""
    evaluation = Evaluation(guidance, answers)
    truths = [evaluation.truth(each) for each in above]
    if any(truths) or evaluation.truth(condition) is False:
        return False
    question = next(filter(None, map(evaluation.needed_for, (condition, *above))), None)
    if question is None:
        return True
    leaves = leaves_of([*decision_conditions(guidance), condition, *above])
    return any(
        _is_first_somewhere(guidance, above, condition, {**answers, question: each.answer})
        for each in classes_of(guidance.question_by_id[question], leaves[question])
    )


def fewest(
    enough: Callable[[Iterable[T]], bool], parts: Sequence[T], given: Sequence[T] = ()
) -> tuple[T, ...]:
    """A few of the parts that are enough together, none of which could be left out.

    All parts are enough, and more are never less than enough. Found by halving (Junker's
    QuickXplain, AAAI 2004), so a few in many take few tries.
    """
    if enough(given):
        return ()
    if len(parts) == 1:
        return tuple(parts)
    first, second = parts[: len(parts) // 2], parts[len(parts) // 2 :]
    later = fewest(enough, second, (*given, *first))
    return (*fewest(enough, first, (*given, *later)), *later)
