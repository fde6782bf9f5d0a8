"""The shipped pack and the plain reading of the guide decide every case alike.

The reading was written apart from the pack, as if-statements; see `tests.reading`.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from random import Random

import pytest
from hypothesis import given, settings

from infoshare_cli.core.cases.remaining import Remaining
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Standing, stand
from tests.reading import WIDE, Choices, Reading, all_readings, read_case
from tests.shipped import as_answers, cases, part_cases, shipped_pack
from tests.written_cases import WRITTEN, Written

Case = dict[str, frozenset[str]]

MOST_QUESTIONS = 18


@dataclass
class Walker:
    """Goes through the interview over and over, working out each position only once.

    A position is known by what is left to decide there: the same conditions left mean the
    same questions and the same end (held in tests/core/cases/test_remaining.py). That makes every
    case cheap enough to try; a sample is put to the whole engine as well.
    """

    guidance: Guidance
    remaining: Remaining
    positions: list[Standing] = field(default_factory=list)
    place_of: dict[Hashable, int] = field(default_factory=dict)
    moves: dict[tuple[int, frozenset[str]], int] = field(default_factory=dict)

    def end_of(self, case: Case) -> tuple[Standing, tuple[str, ...]]:
        """Where the interview on a case ends, and what it asked on the way."""
        asked: list[str] = []
        here = self.arrive({})
        while (question := self.positions[here].next) is not None:
            asked.append(question.id)
            move = (here, case[question.id])
            if move not in self.moves:
                self.moves[move] = self.arrive({name: case[name] for name in asked})
            here = self.moves[move]
        return self.positions[here], tuple(asked)

    def arrive(self, case: Case) -> int:
        """The place of the position that these answers lead to."""
        if not case and self.positions:
            return 0
        answers = as_answers(case)
        standing = stand(self.guidance, answers)
        left = self.remaining.decision(standing.known, standing.rules)
        if left not in self.place_of:
            self.place_of[left] = len(self.positions)
            self.positions.append(standing)
        return self.place_of[left]


def ends_of(reading: Reading) -> tuple[str | None, str | None, tuple[str, ...], str | None]:
    """What is compared: outcome, whose consent, the questions in order, the next question."""
    return reading.outcome, reading.consent_from, reading.asked, reading.needs


def ends(standing: Standing) -> tuple[str | None, str | None, tuple[str, ...], str | None]:
    """The same of the engine."""
    verdict, question = standing.verdict, standing.next
    return (
        verdict.outcome.id if verdict else None,
        verdict.consent_from if verdict else None,
        standing.asked,
        question.id if question else None,
    )


def test_every_case_is_decided_alike(guidance: Guidance) -> None:
    """Same outcome, consent and order of questions in each case that `all_cases` has."""
    walker, tried = Walker(guidance, Remaining(guidance)), 0
    for case, reading in all_readings(WIDE):
        standing, asked = walker.end_of(case)
        verdict, tried = standing.verdict, tried + 1
        assert verdict is not None, case
        told = (verdict.outcome.id, verdict.consent_from, asked, None)
        assert told == ends_of(reading), case
        assert len(asked) <= MOST_QUESTIONS, case
    assert tried > 500_000


FAR: Choices = {
    **WIDE,
    "immediate_danger": (frozenset({"no"}),),
    "concern": tuple(frozenset({worry}) for worry in ("child-welfare", "none", "not-sure")),
    "recipient_risk": (frozenset({"no"}),),
    "purpose_clear": (frozenset({"yes"}),),
    "aims_without_sharing": (frozenset({"no"}),),
    "asking_risk": (frozenset({"none"}),),
}
"""Answers that lead as far as consent, which others seldom do."""


def random_case(random: Random, choices: Choices) -> tuple[Case, Reading]:
    """One interview, answered at random."""
    case: Case = {}
    while (reading := read_case(case)).needs is not None:
        case[reading.needs] = random.choice(choices[reading.needs])
    return case, reading


@pytest.mark.parametrize("choices", [WIDE, FAR], ids=["wide", "far"])
def test_a_sample_is_decided_alike_by_the_whole_engine(
    guidance: Guidance, choices: Choices
) -> None:
    """Without the shortcut of the walker; always the same 4,000 cases."""
    random = Random(2018)  # noqa: S311 - a sample, no secret
    for _ in range(2_000):
        case, reading = random_case(random, choices)
        assert ends(stand(guidance, as_answers(case))) == ends_of(reading), case


@settings(max_examples=200)
@given(cases())
def test_any_set_of_options_is_decided_alike(case: Answers) -> None:
    """No set of options, however odd, is seen differently."""
    assert ends(stand(shipped_pack(), case)) == ends_of(read_case(case))


@settings(max_examples=200)
@given(part_cases())
def test_an_open_case_needs_the_same_answer(part: Answers) -> None:
    """An interview that is not at its end goes on with the same question."""
    assert ends(stand(shipped_pack(), part)) == ends_of(read_case(part))


# The written cases


EACH = pytest.mark.parametrize("case", WRITTEN, ids=[case.name for case in WRITTEN])


@EACH
def test_a_written_case_ends_as_it_says(guidance: Guidance, case: Written) -> None:
    """Its outcome, whose consent, and its answers in the order asked; others are noted."""
    standing = stand(guidance, case.given)
    verdict = standing.verdict
    assert verdict is not None

    assert (verdict.outcome.id, verdict.consent_from) == case.end
    assert [question for question in case.given if question in standing.asked] == [*standing.asked]
    assert len(standing.asked) == len(case.given) or "not needed" in case.note


def test_every_rule_and_every_row_is_told_by_a_case(guidance: Guidance) -> None:
    """No step of the pack, and no row of its choices, is without a story that it decides."""
    verdicts = [stand(guidance, case.given).verdict for case in WRITTEN]
    decided = {verdict.rule.id for verdict in verdicts if verdict}
    came_through = {row.id for verdict in verdicts if verdict for row in verdict.rows}

    assert decided == {rule.id for rule in guidance.rules}
    assert came_through == {row.id for choice in guidance.choices for row in choice.rules}
