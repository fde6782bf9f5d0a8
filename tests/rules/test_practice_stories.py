"""The stories to practise with, as a set: what they cover, how close they run, how they read."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from infoshare_cli.core.decision import Decision, decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Question, page_of
from infoshare_cli.core.interview import stand
from infoshare_cli.core.practice import end_of
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.files.load_stories import STORIES_FILE, load_stories
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.strict_yaml import read_yaml
from tests.shipped import shipped_pack
from tests.written_cases import WRITTEN, items

PACK = shipped_pack()
STORIES = load_stories(shipped_rules(), PACK)
SECTORS = {
    *("School", "Health", "Police", "Housing", "Charity", "Early years", "Faith group"),
    *("Adult services", "Youth work", "Sports club", "Probation and courts"),
}
LEAST_WORDS, MOST_WORDS = 60, 140
"""Of a story: enough to settle every question, and short enough to stay on one screen."""
AFTER_THE_OUTCOME = {each.question for each in PACK.follow_ups} - {"prompted_by"}


def decision_of(answers: Answers) -> Decision:
    """What the rules come to for answers that suffice."""
    decision = decide(PACK, answers)
    assert decision is not None
    return decision


def other_answers(question: Question, answer: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Answers one step away: another option, or one ticked more or less."""
    for option in (each.id for each in question.options):
        if question.kind == "one" or option in question.alone:
            yield (option,)
        elif option not in answer:
            yield (*(each for each in answer if each not in question.alone), option)
        elif len(answer) > 1:
            yield tuple(each for each in answer if each != option)


def is_on_the_edge(story: WrittenCase) -> bool:
    """Whether one other answer, and no further question, gives another outcome."""
    return any(
        (decision := decide(PACK, {**story.answers, name: other})) is not None
        and decision.outcome.id != story.outcome
        for name, answer in story.answers.items()
        for other in other_answers(PACK.question_by_id[name], answer)
    )


def part_by_one_answer(one: WrittenCase, other: WrittenCase) -> bool:
    """Whether two stories share every answer but one, as far as both are asked, and end apart."""
    shared = [name for name in one.answers if name in other.answers]
    apart = [name for name in shared if one.answers[name] != other.answers[name]]
    ends = {end_of(decision_of(each.answers)) for each in (one, other)}
    return len(apart) == 1 and len(ends) == 2 and one.sector == other.sector


def test_no_story_is_left_out() -> None:
    """Each is whole, and the rules decide it as it was written."""
    written = items(read_yaml(shipped_rules() / STORIES_FILE).data)
    assert [story.id for story in STORIES] == [case["id"] for case in written]
    assert len(STORIES) >= 30


def test_every_kind_of_work_and_every_outcome_is_there() -> None:
    """Three stories or more of each sector, two or more of each outcome."""
    sectors = Counter(story.sector for story in STORIES)
    outcomes = Counter(story.outcome for story in STORIES)
    assert set(sectors) == SECTORS
    assert min(sectors.values()) >= 3
    assert set(outcomes) == {outcome.id for outcome in PACK.outcomes}
    assert min(outcomes.values()) >= 2


def test_every_question_that_can_decide_is_asked_in_some_story() -> None:
    """Those after the outcome never change it, and are not part of practice."""
    asked = {name for story in STORIES for name in story.answers}
    assert asked == {each.id for each in PACK.questions} - AFTER_THE_OUTCOME


def test_many_stories_are_on_the_edge() -> None:
    """One other answer would have given another outcome, in most of them at once."""
    assert sum(map(is_on_the_edge, STORIES)) >= 25


def test_many_stories_have_a_twin_that_differs_by_one_answer() -> None:
    """So a person sees what one fact does."""
    pairs = [pair for pair in combinations(STORIES, 2) if part_by_one_answer(*pair)]
    assert len(pairs) >= 10


def test_ids_and_titles_are_unique() -> None:
    """An id among all cases of the pack, so that `practise ID` means one."""
    assert max(Counter(case.name for case in WRITTEN).values()) == 1
    assert len({story.title for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_a_story_answers_just_what_is_asked(story: WrittenCase) -> None:
    """Every answer is needed, in the order asked; whose consent counts is said where it does."""
    standing = stand(PACK, story.answers)
    assert list(story.answers) == list(standing.asked)
    assert story.consent_from == decision_of(story.answers).consent_from


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_a_story_fits_a_screen_and_gives_no_answer_away(story: WrittenCase) -> None:
    """Its length is bounded; it is told to you; it names no outcome and no option."""
    words = story.story.split()
    assert LEAST_WORDS <= len(words) <= MOST_WORDS
    assert re.search(r"\byou\b", story.story, re.IGNORECASE)
    assert story.story.isascii()
    labels = [option.label for question in PACK.questions for option in question.options]
    titles = [each.title for each in PACK.outcomes]
    long = [each.rstrip(".") for each in (*labels, *titles) if len(each.split()) >= 4]
    assert [each for each in long if each.casefold() in story.story.casefold()] == []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_what_turns_a_story_names_pages_that_its_decision_rests_on(story: WrittenCase) -> None:
    """Of the rule that decided, of what it came through, or of a question on the way."""
    decision = decision_of(story.answers)
    cited = [*decision.outcome.source, *(cite for each in decision.reasons for cite in each.source)]
    for name in decision.rests_on:
        cited += PACK.question_by_id[name].source
    told = re.findall(r"\(pages? (\d+)(?: and (\d+))?\)", story.because)
    named = {int(page) for pages in told for page in pages if page}
    assert named
    assert named <= set(map(page_of, cited))
