"""What is said of answers where two packs are compared, in the pack's own words."""

from dataclasses import replace

import pytest

from infoshare_cli.core.comparison.answer_tests import AnswerTest
from infoshare_cli.core.comparison.answer_tests import TestKind as Kind
from infoshare_cli.core.comparison.case_words import tests_in_words as in_words
from infoshare_cli.core.comparison.case_words import words_for_both
from infoshare_cli.core.guidance import Option, Question
from tests.core.small_packs import always, many, one, outcome, pack, rule


def _named(question: Question, short: str) -> Question:
    """The question with short words: each option's id, read aloud."""
    options = tuple(
        Option(each.id, each.label, short=each.id.replace("-", " ")) for each in question.options
    )
    return replace(question, short=short, options=options)


CONSENT = _named(one("consent", "given refused not-sure"), "consent")
WORRY = _named(many("worry", "harm crime loss money", alone="none-of-these"), "the worry")
FEW = _named(many("few", "left right", alone="not-sure"), "the side")
OUTCOMES = tuple(
    replace(outcome(name), short=short)
    for name, short in (("share", "share"), ("wait", "wait"), ("ask", "not for you"))
)
PACK = pack(
    (CONSENT, WORRY, FEW),
    (rule("rest", always(CONSENT), "share"),),
    outcomes=OUTCOMES,
)
LIST = ("harm", "crime", "loss", "money")


@pytest.mark.parametrize(
    ("question", "kind", "options", "words"),
    [
        ("consent", "asked", (), "a question asks about consent"),
        ("consent", "any", ("given",), "consent is given"),
        ("consent", "any", ("given", "not-sure"), "consent is given or not sure"),
        ("consent", "none", ("refused",), "consent is not refused"),
        ("consent", "none", ("given", "not-sure"), "consent is not given or not sure"),
        ("consent", "none", ("not-sure",), "consent is anything but not sure"),
        ("worry", "any", ("harm", "loss"), "the worry includes harm or loss"),
        ("worry", "any", ("none-of-these",), "the worry is none of these"),
        ("worry", "all", ("harm", "loss"), "the worry includes both harm and loss"),
        ("worry", "none", ("harm",), "the worry does not include harm"),
        ("worry", "none", ("harm", "loss"), "the worry includes none of harm and loss"),
        ("worry", "none", ("none-of-these",), "the worry is anything but none of these"),
        ("worry", "not-all", ("harm", "loss"), "the worry does not include all of harm and loss"),
        ("worry", "any", LIST, "the worry includes something on the list"),
        ("worry", "none", LIST, "the worry includes nothing on the list"),
        ("worry", "all", LIST, "the worry includes everything on the list"),
        ("worry", "not-all", LIST, "the worry does not include everything on the list"),
        ("few", "any", ("left", "right"), "the side includes left or right"),
        ("outcome", "any", ("share", "wait"), "the outcome is share or wait"),
        ("outcome", "none", ("wait",), "the outcome is not wait"),
        ("outcome", "none", ("ask",), "the outcome is anything but not for you"),
    ],
)
def test_each_form_is_said_as_a_person_would_say_it(
    question: str, kind: Kind, options: tuple[str, ...], words: str
) -> None:
    """No "is not not sure"; a long list is not read out; an answer that stands alone "is"."""
    assert in_words(PACK, [AnswerTest(question, kind, options)]) == words


def test_several_things_are_said_one_after_the_other() -> None:
    """All of them hold, in the order given; without any, the sentence still reads."""
    tests = (AnswerTest("consent", "any", ("given",)), AnswerTest("worry", "none", ("harm",)))
    assert in_words(PACK, tests) == "consent is given, and the worry does not include harm"
    assert in_words(PACK, ()) == "the answers are any at all"


def test_the_words_are_those_of_the_new_pack_and_of_the_old_for_what_went() -> None:
    """A question or an outcome that is no longer there keeps its own name."""
    new = replace(
        PACK,
        questions=(replace(CONSENT, short="the permission"), FEW),
        outcomes=(replace(OUTCOMES[0], short="pass it on"),),
    )
    both = words_for_both(PACK, new)
    tests = (
        AnswerTest("consent", "any", ("given",)),
        AnswerTest("worry", "any", ("harm",)),
        AnswerTest("outcome", "any", ("share", "wait")),
    )
    assert in_words(both, tests) == (
        "the permission is given, and the worry includes harm, "
        "and the outcome is pass it on or wait"
    )
