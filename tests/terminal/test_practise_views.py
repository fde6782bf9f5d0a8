"""A story and what became of it, in words: first what the person came to, then the guide."""

from collections.abc import Mapping, Sequence
from io import StringIO

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.practice import attempt
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.terminal.page import Block, Screen, show_page
from infoshare_cli.terminal.practise_views import (
    another_prompt,
    attempt_page,
    opening_page,
    ready_prompt,
    score_page,
    stories_page,
    story_page,
    story_telling,
)
from infoshare_cli.terminal.prompts import Way

SCAN: Mapping[str, tuple[str, ...]] = {
    "immediate_danger": ("no",),
    "concern": ("child-welfare",),
    "recipient": ("professional",),
    "prompted_by": ("own-concern",),
    "recipient_risk": ("no",),
    "subject": ("unborn",),
    "purpose_clear": ("yes",),
    "aims_without_sharing": ("no",),
    "asking_risk": ("none",),
    "consent": ("not-asked",),
    "confidential": ("not-public", "in-confidence"),
}
STORY = WrittenCase(
    "scan",
    SCAN,
    "seek-consent",
    "parents-to-be",
    story="A scan shows a cleft lip.",
    sector="Health",
    title="The scan",
    because="The couple can safely be asked (page 8).",
)


def in_words(page: Sequence[Block]) -> str:
    """What a page says."""
    stream = StringIO()
    show_page(page, Screen(stream, plain=True, width=80))
    return stream.getvalue()


def test_an_end_that_agrees_is_told_once(guidance: Guidance) -> None:
    """With whose consent counts, what turns the case, and the pages."""
    told = in_words(attempt_page(guidance, attempt(guidance, STORY, SCAN)))
    assert told.startswith("What your answers come to\nAsk for consent first.")
    assert told.count("Ask for consent first.") == 1
    assert "Whose consent: the parents-to-be." in told
    assert "The guide comes to the same." in told
    assert "What turns this case\nThe couple can safely be asked (page 8)." in told
    assert "Why, by the guide" in told
    assert "differently" not in told


def test_two_ends_are_told_and_stand_at_the_foot_again(guidance: Guidance) -> None:
    """So that neither is lost where the page is longer than the screen."""
    answers = {**SCAN, "aims_without_sharing": ("yes",)}
    told = in_words(attempt_page(guidance, attempt(guidance, STORY, answers)))
    assert "The guide comes to something else\nAsk for consent first." in told
    assert "This answer alone makes the difference." in told
    assert told.endswith("Your answers: Do not share this.\nThe guide: Ask for consent first.\n")


def test_a_difference_that_does_not_count_says_so(guidance: Guidance) -> None:
    """The person is right, and still sees what the story holds."""
    answers = {**SCAN, "confidential": ("private", "not-public", "in-confidence")}
    told = in_words(attempt_page(guidance, attempt(guidance, STORY, answers)))
    assert "Your answer: It is private or sensitive; It is not already" in told
    assert "The story's: It is not already lawfully public" in told
    assert "Here this does not change the outcome." in told


def test_the_same_outcome_in_other_words_is_told_in_both(guidance: Guidance) -> None:
    """Each rule may have a headline of its own."""
    given = {**SCAN, "consent": ("given",), "consent_quality": ("none",)}
    told = in_words(attempt_page(guidance, attempt(guidance, STORY, given)))
    assert "Ask again, and put right what was missing." in told
    assert "The guide comes to the same outcome, in other words:\n\nAsk for consent first." in told


def test_a_story_stands_under_its_title_and_can_be_told_again() -> None:
    """The word to type is the one that the page names."""
    assert in_words(story_page(STORY)).startswith("The scan (Health)\n  A scan shows")
    telling = story_telling(STORY)
    assert (telling.word, telling.tell()) == ("story", story_page(STORY))


def test_it_says_that_this_is_practice_and_where_a_real_worry_goes() -> None:
    """Somebody in a hurry may have taken the wrong command."""
    told = in_words(opening_page())
    assert "infoshare assess" in told
    assert "ring 999" in told
    assert "invented" in told


def test_between_stories_a_person_can_skip_stop_or_leave() -> None:
    """There is no other story to take at the last one, and nothing to save anywhere."""
    assert [each.id for each in ready_prompt(last=False).choices] == ["begin", "skip", "stop"]
    assert [each.id for each in ready_prompt(last=True).choices] == ["begin", "stop"]
    assert {*ready_prompt(last=True).ways, *another_prompt().ways} == {Way.QUIT}


def test_the_list_and_the_score() -> None:
    """By sector, each story with the id to call it by."""
    assert in_words(stories_page([STORY])) == (
        "Health\nscan: The scan\n\nTo take one: infoshare practise ID.\n"
    )
    assert in_words(stories_page([])) == "No stories to practise with come with these rules.\n"
    told = in_words(score_page(1, 3))
    assert told.startswith("You answered 3 stories. As in the guide: 1. Otherwise: 2.")
