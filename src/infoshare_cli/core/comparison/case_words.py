"""What is said of answers, in the pack's own words."""

from collections.abc import Sequence
from dataclasses import replace

from infoshare_cli.core.comparison.answer_tests import AnswerTest, is_whole_list
from infoshare_cli.core.comparison.joint_walk import shared_questions
from infoshare_cli.core.condition_words import (
    both,
    either,
    in_words,
    options_in_words,
    subject_in_words,
)
from infoshare_cli.core.conditions import Condition, HasAll, HasAny, IsOneOf, Lacks
from infoshare_cli.core.guidance import Guidance


def words_for_both(old: Guidance, new: Guidance) -> Guidance:
    """A pack with the words of the new one, and those of the old for what is no longer there.

    It is for words only: it decides nothing.
    """
    outcomes = {**old.outcome_by_id, **new.outcome_by_id}
    return replace(
        new,
        questions=tuple(shared_questions(old, new).values()),
        outcomes=tuple(outcomes.values()),
    )


def tests_in_words(guidance: Guidance, tests: Sequence[AnswerTest]) -> str:
    """What is said of a case, to follow "when": 'consent is refused, and danger now is not ...'.

    Without tests, what is true of every case.
    """
    if not tests:
        return "the answers are any at all"
    return ", and ".join(_test_in_words(guidance, test) for test in tests)


def _test_in_words(guidance: Guidance, test: AnswerTest) -> str:
    name = subject_in_words(guidance, test.question)
    if test.kind == "asked":
        return f"a question asks about {name}"
    condition = _as_condition(guidance, test)
    if condition is not None:
        return in_words(guidance, condition)
    return f"{name} {_said_otherwise(guidance, test)}"


def _as_condition(guidance: Guidance, test: AnswerTest) -> Condition | None:
    """The condition that says the same; None where there is none, or it would read badly."""
    question = guidance.question_by_id.get(test.question)
    many = question is not None and question.kind == "many"
    if _whole_list(guidance, test):
        return None
    match test.kind:
        case "any":
            return (HasAny if many else IsOneOf)(test.question, test.options)
        case "all":
            return HasAll(test.question, test.options)
        case "none" if many and not _negative(guidance, test):
            return Lacks(test.question, test.options)
    return None


def _said_otherwise(guidance: Guidance, test: AnswerTest) -> str:
    if _whole_list(guidance, test):
        return _OF_WHOLE_LIST[test.kind]
    if test.kind == "none":
        # "Is not not sure" would not be understood at once.
        verb = "is anything but" if _negative(guidance, test) else "is not"
        return f"{verb} {either(_options(guidance, test))}"
    return f"does not include all of {both(_options(guidance, test))}"


_OF_WHOLE_LIST = {
    "any": "includes something on the list",
    "none": "includes nothing on the list",
    "all": "includes everything on the list",
    "not-all": "does not include everything on the list",
}


def _negative(guidance: Guidance, test: AnswerTest) -> bool:
    """Whether the one option that an answer is not begins with a "not" itself."""
    options = _options(guidance, test)
    return len(options) == 1 and options[0].startswith(("not ", "none "))


def _whole_list(guidance: Guidance, test: AnswerTest) -> bool:
    question = guidance.question_by_id.get(test.question)
    return question is not None and is_whole_list(question, test.options)


def _options(guidance: Guidance, test: AnswerTest) -> list[str]:
    return options_in_words(guidance, test.question, test.options)
