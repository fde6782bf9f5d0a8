"""A story beside a person's answers: when the two agree, and which answer parts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.core.practice import attempt, end_of, sectors_meant, sectors_of
from infoshare_cli.core.written_case import WrittenCase
from tests.interviews import conduct
from tests.shipped import shipped_pack

SCAN: Answers = {
    "immediate_danger": ("no",),
    "concern": ("child-welfare",),
    "recipient": ("professional",),
    "prompted_by": ("own-concern",),
    "recipient_risk": ("no",),
    "subject": ("child",),
    "purpose_clear": ("yes",),
    "aims_without_sharing": ("no",),
    "asking_risk": ("none",),
    "age_band": ("under-12",),
    "understanding": ("none",),
    "care_order": ("yes",),
    "consent": ("not-asked",),
    "confidential": ("private", "not-public", "in-confidence"),
}
STORY = WrittenCase(
    "scan",
    SCAN,
    "seek-consent",
    "local-authority",
    (),
    "What happened.",
    "Health",
    "A",
    "B (page 8)",
)
SECTORS = ("School", "Sports club", "Early years", "Adult services")


def test_the_storys_own_answers_agree_with_it(guidance: Guidance) -> None:
    """Nothing differs, and both sides are the same decision."""
    found = attempt(guidance, STORY, SCAN)
    assert (found.same, found.differences) == (True, ())
    assert found.yours == found.guide


def test_the_answer_that_parts_the_two_is_told(guidance: Guidance) -> None:
    """Whose consent counts is part of the end, so this one word makes it another."""
    found = attempt(guidance, STORY, {**SCAN, "care_order": ("no",)})
    (difference,) = found.differences
    assert not found.same
    assert (found.yours.outcome.id, found.guide.outcome.id) == ("seek-consent", "seek-consent")
    assert difference.question == "care_order"
    assert (difference.yours, difference.guide) == (("no",), ("yes",))
    assert difference.turns


def test_a_difference_that_does_not_count_is_told_as_one(guidance: Guidance) -> None:
    """What started it is another matter here; the end is the same, so no answer turns it."""
    found = attempt(guidance, STORY, {**SCAN, "prompted_by": ("own-concern", "disclosure")})
    assert found.same
    assert [(each.question, each.turns) for each in found.differences] == [("prompted_by", False)]


def test_of_two_differences_the_one_that_counts_is_named(guidance: Guidance) -> None:
    """Questions that only one side was asked follow from it, and are left out."""
    answers = {
        "immediate_danger": ("no",),
        "concern": ("child-significant-harm",),
        "recipient": ("professional",),
        "recipient_risk": ("not-sure",),
    }
    found = attempt(guidance, STORY, answers)
    assert [(each.question, each.turns) for each in found.differences] == [
        ("concern", False),
        ("recipient_risk", False),
    ]
    answers["recipient_risk"] = ("no",)
    found = attempt(guidance, STORY, answers)
    assert [(each.question, each.turns) for each in found.differences] == [("concern", True)]


@given(st.data())
def test_two_sides_that_agree_on_all_that_both_were_asked_end_alike(data: st.DataObject) -> None:
    """So whoever comes to something else is always told of an answer that differs."""
    guidance = shipped_pack()

    def ask(question: str) -> tuple[str, ...]:
        options = [each.id for each in guidance.question_by_id[question].options]
        return (data.draw(st.sampled_from(options)),)

    answers = conduct(guidance, {}, lambda question, _: ask(question.id))
    found = attempt(guidance, STORY, answers)
    assert found.differences or end_of(found.yours) == end_of(found.guide)
    assert found.same or any(
        each.question in stand(guidance, SCAN).asked for each in found.differences
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("school", ("School",)),
        ("SCHOOLS", ("School",)),
        ("early-years", ("Early years",)),
        ("sport", ("Sports club",)),
        ("s", ("School", "Sports club", "Adult services")),
        ("police", ()),
        ("", ()),
        ("-", ()),
    ],
)
def test_a_sector_is_meant_by_the_beginnings_of_its_words(text: str, meant: tuple[str]) -> None:
    """However it is spelt; what could mean several says so, and nothing is guessed."""
    assert sectors_meant(SECTORS, text) == meant


def test_sectors_come_in_the_order_of_the_stories() -> None:
    """Each once."""
    sectors = ("Police", "Health", "Police")
    stories = [WrittenCase("a", {}, "", None, sector=sector) for sector in sectors]
    assert sectors_of(stories) == ("Police", "Health")


def test_only_a_whole_story_is_to_practise_with() -> None:
    """A case that lacks its title or its lesson is a case and no more."""
    assert STORY.is_to_practise
    assert not WrittenCase("a", SCAN, "seek-consent", None, story="What happened.").is_to_practise
