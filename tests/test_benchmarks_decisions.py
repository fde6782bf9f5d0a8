"""What stands beside our decisions decides as we do. Only what needs no other engine is here.

The engines themselves are held against ours by `python -m benchmarks.decisions.agree`, and before
each measurement.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import pytest

from benchmarks.decisions.agree import Disagreement, check_agreement
from benchmarks.decisions.cases import NamedCase, all_cases, timed_cases
from benchmarks.decisions.ends import decided_by_key, next_rows
from benchmarks.decisions.engine import Engine
from benchmarks.decisions.expressions import Expressions
from benchmarks.decisions.infix import Infix
from benchmarks.decisions.ours import hand_engine, our_engine, our_engine_anew
from infoshare_cli.core.conditions import Any, Comes, HasAll, HasAny, IsOneOf, Lacks, Leaf
from infoshare_cli.core.evaluation import Answers, leaf_truth
from tests.core.small_packs import choice, one, pack, row, rule
from tests.shipped import shipped_pack

Told = Callable[[Answers], object]


@cache
def every_case() -> list[NamedCase]:
    """The cases that all engines agree on."""
    return all_cases(shipped_pack())


def test_hand_written_ifs_decide_every_case_as_ours() -> None:
    """The limit does the same work: outcome, rule and reasons are ours in each case."""
    check_agreement(our_engine(shipped_pack()), [hand_engine(shipped_pack())], every_case())


def test_ours_decides_the_same_whether_cases_came_before_or_not() -> None:
    """What is kept from cases before changes no decision."""
    anew = our_engine_anew(shipped_pack())
    ours = our_engine(shipped_pack())
    for case in timed_cases(shipped_pack())[::20]:
        assert anew.renew is not None
        anew.renew()
        assert anew.decide(case) == ours.decide(case)


class Closures:
    """A notation whose expressions are functions of Python, which needs no other engine."""

    def leaf(self, leaf: Leaf) -> Told:
        """Tell it from the answer; what was not asked is not true."""
        return lambda answers: leaf_truth(leaf, answers.get(leaf.question, ()))

    def every(self, parts: Sequence[Told]) -> Told:
        """All of these."""
        return lambda answers: all(part(answers) for part in parts)

    def some(self, parts: Sequence[Told]) -> Told:
        """Any of these."""
        return lambda answers: any(part(answers) for part in parts)

    def negated(self, part: Told) -> Told:
        """The opposite."""
        return lambda answers: not part(answers)

    def text(self, text: str) -> Told:
        """Itself."""
        return lambda _: text

    def first(self, ways: Sequence[tuple[Told, Told]], otherwise: Told) -> Told:
        """What stands beside the first that is true."""
        return lambda answers: next((end for when, end in ways if when(answers)), otherwise)(
            answers
        )


def test_the_translation_decides_as_ours() -> None:
    """The expression that other engines are handed comes to the end that ours comes to."""
    ends = decided_by_key(shipped_pack())
    decision = Expressions(shipped_pack(), Closures()).decision()
    translated = Engine("closures", dict, lambda answers: ends[str(decision(answers))])
    check_agreement(our_engine(shipped_pack()), [translated], every_case()[::5])


def test_the_steps_one_by_one_decide_as_the_whole() -> None:
    """The first step that fits gives the end, for engines that take rules apart from each other."""
    ends = decided_by_key(shipped_pack())
    steps = Expressions(shipped_pack(), Closures()).steps()

    def key(answers: Answers) -> str:
        return str(next(end for when, end in steps if when(answers))(answers))

    stepwise = Engine("steps", dict, lambda answers: ends[key(answers)])
    check_agreement(our_engine(shipped_pack()), [stepwise], every_case()[::25])


def test_the_cases_come_to_every_rule_and_row() -> None:
    """No rule, and no row of a choice, is left out of what all agree on."""
    ours = our_engine(shipped_pack())
    seen = {reason.rule for case in every_case() for reason in ours.decide(case.answers)[2]}
    rows = {row.id for choice in shipped_pack().choices for row in choice.rules}
    assert seen == {rule.id for rule in shipped_pack().rules} | rows


def test_a_difference_names_the_case_the_engine_and_both_answers() -> None:
    """Whoever reads it can look the case up and see who is wrong."""
    ours = our_engine(shipped_pack())
    outcome, name, reasons = ours.decide(every_case()[0].answers)
    wrong = replace(ours, name="another", decide=lambda _: ("not-personal", name, reasons))
    with pytest.raises(Disagreement) as raised:
        check_agreement(ours, [wrong], every_case()[:1])
    for words in (every_case()[0].name, f"comes to {outcome}", "another", "not-personal", name):
        assert words in str(raised.value)


def test_lost_reasons_are_a_difference() -> None:
    """Outcome and rule alone do not count as agreement."""
    ours = our_engine(shipped_pack())
    short = replace(ours, decide=lambda answers: (*ours.decide(answers)[:2], ()))
    with pytest.raises(Disagreement):
        check_agreement(ours, [short], every_case()[:1])


def test_the_timed_cases_are_the_same_each_time() -> None:
    """Whoever measures again measures the same."""
    assert timed_cases(shipped_pack()) == timed_cases(shipped_pack())


@pytest.mark.parametrize(
    ("leaf", "text"),
    [
        (IsOneOf("a", ("x",)), 'a == "x"'),
        (IsOneOf("a", ("x", "y")), '(a == "x" or a == "y")'),
        (HasAny("a", ("x", "y")), '("x" in a or "y" in a)'),
        (HasAll("a", ("x", "y")), '("x" in a and "y" in a)'),
        (Lacks("a", ("x", "y")), 'not(("x" in a or "y" in a))'),
    ],
)
def test_leaves_are_written_with_the_signs_of_a_language(leaf: Leaf, text: str) -> None:
    """Three engines read expressions with signs between their parts."""
    assert Infix("and", "or", "not").leaf(leaf) == text


def test_a_choice_inside_an_any_is_refused() -> None:
    """Whether such a choice belongs to the reasons depends on the case; it is not guessed at."""
    rows = (row("r1", IsOneOf("a", ("yes",)), "v1"), row("r2", IsOneOf("a", ("no",)), "v2"))
    either = Any((IsOneOf("a", ("yes",)), Comes("k", ("v1",))))
    guidance = pack(
        (one("a", "yes no"),), (rule("s", either, "o1"),), choices=(choice("k", *rows),)
    )
    with pytest.raises(ValueError, match="The rule s looks at a choice"):
        next_rows(guidance, guidance.rules[0], ())
