"""What a change of the rules does, as a person reads it."""

from dataclasses import replace
from typing import Any

from infoshare_cli.core.cases.walk import TooManyNodes
from infoshare_cli.core.comparison.action_changes import ActionChange
from infoshare_cli.core.comparison.answer_tests import AnswerTest
from infoshare_cli.core.comparison.case_words import words_for_both
from infoshare_cli.core.comparison.changed_parts import PartChange
from infoshare_cli.core.comparison.compare import (
    AdviceGroup,
    AskedChange,
    Comparison,
    Group,
    Result,
)
from infoshare_cli.core.comparison.conditions_of_cases import CaseCondition, Cases
from infoshare_cli.core.comparison.logged_cases import LoggedCases, LoggedChange, LoggedResult
from infoshare_cli.terminal.diff_views import MOST_GROUPS, MOST_SHOWN, diff_page, too_many_page
from infoshare_cli.terminal.plain_page import plain_lines
from tests.shipped import shipped_pack

NONE = Cases(0, (), 0)
SAME = Comparison(100, NONE, (), (), 0, (), ())
REFUSED = AnswerTest("consent", "any", ("refused",))
UNSURE = AnswerTest("concern", "any", ("not-sure",))
SURE = AnswerTest("concern", "none", ("not-sure",))
WORDS = words_for_both(shipped_pack(), shipped_pack())


def page(comparison: Comparison, *parts: PartChange, log: LoggedCases | None = None) -> str:
    """The page in words only, each block on a line of its own."""
    return "\n".join(plain_lines(diff_page(WORDS, comparison, parts, log), 2000))


def cases(*conditions: tuple[AnswerTest, ...], left: int = 0) -> Cases:
    """Cases with these conditions, each of ten."""
    described = tuple(CaseCondition(tests, 10, 10) for tests in conditions)
    return Cases(10 * len(conditions) + left, described, left)


def group(found: Cases, old: str = "do-not-share", new: str = "seek-advice") -> Group:
    """Cases that come to something else."""
    return Group(Result(old, None), Result(new, None), found, ("one-rule",), ("other-rule",))


def test_a_change_is_told_as_a_sentence_with_its_cases() -> None:
    """When these answers are given, this becomes that, in so many cases."""
    found = cases((UNSURE, REFUSED))
    told = page(replace(SAME, changed=found, groups=(group(found),)))
    assert "The outcome changes in 10 of 100 cases." in told
    assert "Do not share becomes take advice: 10 cases" in told
    assert "- When the worry is not sure, and consent is refused (10 cases)" in told
    assert "Decided by one-rule; now by other-rule." in told


def test_what_every_condition_says_is_said_once() -> None:
    """So that the eye finds what tells them apart."""
    other = AnswerTest("subject", "any", ("adult",))
    found = cases((UNSURE, REFUSED), (other, REFUSED))
    told = page(replace(SAME, changed=found, groups=(group(found),)))
    assert "Each time, consent is refused; and besides that:" in told
    assert "- When the worry is not sure (10 cases)" in told


def test_a_not_before_not_sure_is_avoided() -> None:
    """Nobody understands "is not not sure" at once."""
    found = cases((SURE,))
    assert "the worry is anything but not sure" in page(
        replace(SAME, groups=(group(found),), changed=found)
    )


def test_a_big_change_stays_readable() -> None:
    """So many conditions, and so many groups; of the rest, how many there are."""
    options = [each.id for each in shipped_pack().question_by_id["recipient"].options]
    tests = [(AnswerTest("recipient", "any", (option,)), REFUSED) for option in options]
    many = cases(*(tests * 3), left=5)
    groups = tuple(group(many) for _ in range(MOST_GROUPS + 3))
    told = page(replace(SAME, changed=many, groups=groups))
    assert told.count("- When ") == MOST_SHOWN * (MOST_GROUPS + 1)
    rest = many.count - 10 * MOST_SHOWN
    assert f"- And many more conditions, with {rest} cases besides these." in told
    assert told.count("becomes") == MOST_GROUPS + 3


def test_a_case_without_outcome_and_whose_consent_are_told() -> None:
    """In words, also for a word that the pack does not explain."""
    asks = Result("seek-consent", "child"), Result("seek-consent", "nobody-yet")
    groups = (
        replace(group(cases((REFUSED,))), new=Result(None, None)),
        replace(group(cases((REFUSED,))), old=asks[0], new=asks[1]),
    )
    told = page(replace(SAME, changed=cases((REFUSED,)), groups=groups))
    assert "Do not share becomes no outcome" in told
    assert "(consent from nobody yet)" in told


def test_less_than_an_outcome_stands_apart() -> None:
    """Advice, questions, wording and actions."""
    comes = ActionChange("ring-back", "changed", cases((REFUSED,)), NONE, 7, 0)
    same = ActionChange("keep-safe", "same", NONE, Cases(3, (), 3), 0, 0)
    idle = ActionChange("other", "new", NONE, NONE, 0, 0)
    told = page(
        replace(
            SAME,
            advice=(AdviceGroup((), ("line-manager",), cases((REFUSED,))),),
            actions=(comes, same, idle),
            asked=(AskedChange("consent", 2, 1),),
            reworded=4,
        ),
        PartChange("rule", "r", "differs", "because", None, "New words."),
        PartChange("rule", "r", "differs", "outcome", "a", "b"),
        PartChange("rule", "s", "gone"),
    )
    decides, wording = told.split("Only wording or actions")
    assert "No case changes its outcome. Cases compared: 100." in decides
    assert "(consent): asked in 2 cases where it was not; no longer asked in 1 case" in decides
    assert "Rule r, outcome\n  was: a\n  is: b" in decides
    assert "Rule s is gone." in decides
    assert "Rule r, because\n  was: nothing\n  is: New words." in wording
    assert "reads differently in 4 cases." in wording
    assert "It is shown now, and was not, in 10 cases:" in wording
    assert "It is shown now, and was not, in 7 cases whose outcome changes as well." in wording
    assert "- keep-safe: no longer shown in 3 cases" in wording
    assert "No case shows it that did not" in wording
    assert told.endswith("Every case keeps its outcome; some words or actions differ.")


def test_the_log_is_told_by_number_and_id_only() -> None:
    """And what would have needed another answer."""
    old, new = (
        LoggedResult(Result("do-not-share", None)),
        LoggedResult(Result(None, None), "consent"),
    )
    log = LoggedCases(5, (LoggedChange(12, "an-id", old, new),), 2, 1)
    told = page(SAME, log=log)
    assert "Would come out differently: 1. As before: 5." in told
    assert "Answers erased, so not looked at: 2. Not enough answers: 1." in told
    assert "Record 12 (an-id): do not share becomes another question, consent" in told
    assert told.endswith("Some cases come out differently.")


def test_answers_that_are_not_compared_are_named() -> None:
    """What was added or went is in no case that both packs know."""
    told = page(SAME, PartChange("answer", "consent.perhaps", "new"))
    assert "only one of the two takes are in none of these cases: consent.perhaps." in told
    assert "Answer consent.perhaps is new." in told


def test_nothing_is_said_to_differ_where_nothing_does() -> None:
    """Two sentences."""
    assert page(SAME).endswith("Nothing differs.")


def test_a_comparison_that_is_given_up_names_the_question() -> None:
    """And says what to do."""
    told: Any = "\n".join(plain_lines(too_many_page(TooManyNodes(2_000_000, "consent")), 500))
    assert "consent" in told
    assert "2,000,000" in told
