"""The cases that every engine is to decide alike: written, one of each class, and random ones."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.cases.walk import Walk
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.interview import Verdict
from infoshare_cli.files.load_cases import cases_of, read_cases
from infoshare_cli.files.locations import shipped_rules

RANDOM_CASES = 2_000
SEED = 20_261_123
"""Whoever measures again has the same random cases."""
TIMED_OF_EACH_SORT = 100
"""So that a batch takes the slowest engine less than a third of a second."""


class NamedCase(NamedTuple):
    """A complete case, with a name to tell it by."""

    name: str
    answers: Answers


def all_cases(guidance: Guidance) -> list[NamedCase]:
    """Every case to agree on: some 27,000 with the shipped pack."""
    classes = list(_class_cases(guidance))
    return [*_written_cases(guidance), *classes, *_random_cases(guidance, classes)]


def timed_cases(guidance: Guidance) -> list[Answers]:
    """What is timed: as many written cases as ones of the classes, drawn at random.

    Written cases tend to be short and those of the classes long: most ways go through consent.
    """
    draw = Random(SEED)  # noqa: S311
    written, classes = list(_written_cases(guidance)), list(_class_cases(guidance))
    drawn = [*draw.sample(written, TIMED_OF_EACH_SORT), *draw.sample(classes, TIMED_OF_EACH_SORT)]
    draw.shuffle(drawn)
    return [case.answers for case in drawn]


def _written_cases(guidance: Guidance) -> Iterator[NamedCase]:
    """The stories that come with the shipped pack."""
    for path in cases_of(shipped_rules()):
        for case in read_cases(path, guidance):
            yield NamedCase(f"written: {case.id}", case.answers)


def _class_cases(guidance: Guidance) -> Iterator[NamedCase]:
    """A case for each way through the interview that the rules tell apart."""
    for number, answers in enumerate(_ways(walk_pack(guidance), 0, {}), start=1):
        yield NamedCase(f"class {number}", answers)


def _ways(walk: Walk[Verdict], index: int, so_far: Answers) -> Iterator[Answers]:
    node = walk.nodes[index]
    if node.asks is None:
        yield so_far
        return
    for branch in node.branches:
        yield from _ways(walk, branch.to, {**so_far, node.asks: branch.answer.answer})


def _random_cases(guidance: Guidance, classes: list[NamedCase]) -> Iterator[NamedCase]:
    """Random answers to every question; in most cases so that the interview gets somewhere.

    Two of three begin as one of the classes, and every other of these has one answer changed.
    Whatever the interview does not come to ask for is answered as well, and must not matter.
    """
    draw = Random(SEED)  # noqa: S311
    for number in range(RANDOM_CASES):
        answers = {each.id: _random_answer(draw, each) for each in guidance.questions}
        if number % 3:
            begun = dict(draw.choice(classes).answers)
            if number % 2:
                del begun[draw.choice(list(begun))]
            answers |= begun
        yield NamedCase(f"random {number}", answers)


def _random_answer(draw: Random, question: Question) -> tuple[str, ...]:
    options = [option.id for option in question.options]
    beside = [option for option in options if option not in question.alone]
    if question.kind == "one":
        return (draw.choice(options),)
    if draw.random() < len(question.alone) / len(options):
        return (draw.choice(question.alone),)
    chosen = draw.sample(beside, draw.randint(1, len(beside)))
    return tuple(option for option in options if option in chosen)
