"""Every case of a tiny pack, and what it meets, worked out the long way round."""

from collections.abc import Iterator
from itertools import combinations, product

from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds
from infoshare_cli.core.coverage.obligations import Obligation, Owner, Reached, Side
from infoshare_cli.core.evaluation import Answers, Evaluation, Truth
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.interview import stand


def sound_answers(question: Question) -> list[tuple[str, ...]]:
    """Every answer that a question takes."""
    options = [option.id for option in question.options]
    if question.kind == "one":
        return [(option,) for option in options]
    beside = [option for option in options if option not in question.alone]
    sizes = range(1, len(beside) + 1)
    several = [some for size in sizes for some in combinations(beside, size)]
    return several + [(option,) for option in question.alone]


def every_sheet(guidance: Guidance) -> Iterator[Answers]:
    """Every way to answer all questions."""
    for chosen in product(*map(sound_answers, guidance.questions)):
        yield dict(zip(guidance.question_by_id, chosen, strict=True))


def met_by_case(guidance: Guidance, answers: Answers) -> frozenset[Obligation]:
    """What a case meets: all that is shown at any moment of its interview.

    Nothing is kept from one moment to the next but the rules that are false, so a condition is
    judged again and again: that must show nothing that was not shown the first time.
    """
    found: set[Obligation] = set()
    known: dict[str, tuple[str, ...]] = {}
    passed = 0
    while True:
        now = stand(guidance, known)
        head = len(guidance.rules) - len(now.rules)
        evaluation = Evaluation(guidance, known)
        for rule in guidance.rules[passed : head + 1]:
            found |= {*_of_owner(guidance, evaluation, Owner("rule", rule.id), rule.when)}
            if evaluation.truth(rule.when):
                end = evaluation.value(rule.choose) if rule.choose else rule.outcome
                whose = guidance.outcome_by_id[end].consent_from if end else None
                for choice in filter(None, (rule.choose, whose)):
                    found |= {*_of_choice(guidance, evaluation, choice)}
        passed = head
        if now.verdict is not None:
            found.add(Reached("rule", now.verdict.rule.id))
            found.add(Reached("outcome", now.verdict.outcome.id))
            return frozenset(found)
        assert now.next is not None
        known[now.next.id] = answers[now.next.id]


def _of_owner(
    guidance: Guidance, evaluation: Evaluation, owner: Owner, when: Condition
) -> Iterator[Obligation]:
    yield from _named(guidance, evaluation, when)
    truth = evaluation.truth(when)
    for number, (path, line) in enumerate(_lines(when), start=1):
        here = evaluation.truth(line)
        if truth is None or here is None:
            continue
        if _truth(evaluation, when, path, not here) is not truth:
            yield Side(owner, number, line, truth)


def _of_choice(guidance: Guidance, evaluation: Evaluation, choice: str) -> Iterator[Obligation]:
    for row in guidance.rows_of[choice]:
        yield from _of_owner(guidance, evaluation, Owner("row", row.id, choice), row.when)
        if evaluation.truth(row.when):
            yield Reached("row", row.id, choice)
        if evaluation.truth(row.when) is not False:
            return


def _named(guidance: Guidance, evaluation: Evaluation, part: Condition) -> Iterator[Obligation]:
    match part:
        case All(parts) | Any(parts):
            for inner in parts:
                yield from _named(guidance, evaluation, inner)
                if evaluation.truth(inner) is isinstance(part, Any):
                    return
        case Holds(fact) | Fails(fact):
            when = guidance.condition_of[fact]
            yield from _of_owner(guidance, evaluation, Owner("fact", fact), when)
        case Comes(choice, _):
            yield from _of_choice(guidance, evaluation, choice)


Path = tuple[int, ...]


def _lines(condition: Condition, at: Path = ()) -> Iterator[tuple[Path, Condition]]:
    if isinstance(condition, All | Any):
        for index, part in enumerate(condition.parts):
            yield from _lines(part, (*at, index))
    else:
        yield at, condition


def _truth(evaluation: Evaluation, condition: Condition, path: Path, instead: Truth) -> Truth:
    """What a condition would be with the line at a path otherwise."""
    if not path:
        return instead
    assert isinstance(condition, All | Any)
    truths = [
        _truth(evaluation, part, path[1:], instead) if index == path[0] else evaluation.truth(part)
        for index, part in enumerate(condition.parts)
    ]
    settles = isinstance(condition, Any)
    if settles in truths:
        return settles
    return None if None in truths else not settles
