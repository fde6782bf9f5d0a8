"""How long an interview can still be: some case asks exactly so much, and none more."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.cases.futures import NOTHING, Future, Futures
from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.cases.possible import possible_from
from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from tests.core.random_packs import QUESTIONS, deciding_packs, intricate_packs
from tests.core.small_packs import always, one, pack, part_sheets, rule, sheets, sound_answers
from tests.shipped import cases, part_cases, shipped_pack

PARTS = part_sheets(pack(QUESTIONS))
PACKS = deciding_packs() | intricate_packs()


def worked_out(guidance: Guidance, part: Answers) -> Future:
    """What trying every completion there is comes to."""
    ends = [stand(guidance, whole) for whole in _completions(guidance, part)]
    verdicts = [end.verdict for end in ends if end.verdict is not None]
    most = max(len(set(end.asked) - part.keys()) for end in ends)
    return Future(most, frozenset(verdict.outcome.id for verdict in verdicts))


@cache
def shipped_futures() -> Futures:
    """One look ahead for all that is asked of the shipped rules."""
    return Futures(shipped_pack())


def _completions(guidance: Guidance, part: Answers) -> Iterator[Answers]:
    left = [question for question in guidance.questions if question.id not in part]
    for chosen in product(*map(sound_answers, left)):
        yield {**part, **dict(zip((question.id for question in left), chosen, strict=True))}


@pytest.mark.thorough
@settings(max_examples=100)
@given(PACKS, st.lists(PARTS, min_size=1, max_size=4))
def test_the_most_is_exact_and_so_are_the_outcomes(
    guidance: Guidance, parts: list[Answers]
) -> None:
    """Of any tiny pack, also for answers given too early, and whatever was looked at before."""
    futures = Futures(guidance)
    assert [futures.of(part) for part in parts] == [worked_out(guidance, part) for part in parts]


@settings(max_examples=60)
@given(PACKS, sheets(pack(QUESTIONS)), PARTS)
def test_it_can_go_on_from_where_an_interview_stood(
    guidance: Guidance, whole: Answers, part: Answers
) -> None:
    """What is known already need not be looked for again."""
    sooner = stand(guidance, part)
    later = {**whole, **part}
    assert Futures(guidance).of(later, sooner) == Futures(guidance).of(later)


@settings(max_examples=60)
@given(PACKS, PARTS, st.integers(min_value=0, max_value=4))
def test_where_it_gives_up_it_tells_too_much_and_never_too_little(
    guidance: Guidance, part: Answers, limit: int
) -> None:
    """A pack of which nobody can look at every position still has an interview."""
    exact, bound = worked_out(guidance, part), Futures(guidance, limit).of(part)
    assert bound.most >= exact.most
    assert bound.outcomes >= exact.outcomes


def test_of_the_shipped_rules_it_is_exact_at_every_position(guidance: Guidance) -> None:
    """What a walk from the start sees of each position is what is told there."""
    futures, walk = Futures(guidance), walk_pack(guidance)
    longest = [0] * len(walk.nodes)
    for index in reversed(range(len(walk.nodes))):
        node = walk.nodes[index]
        longest[index] = max((1 + longest[each.to] for each in node.branches), default=0)
        assert futures.of(node.answers).most == longest[index]


def test_of_the_shipped_rules_too_it_tells_too_much_where_it_gives_up(guidance: Guidance) -> None:
    """At the first question already: all that the rules and their choices can come to."""
    exact, bound = Futures(guidance).of({}), Futures(guidance, 0).of({})
    assert bound.most >= exact.most
    assert bound.outcomes == exact.outcomes == {*guidance.outcome_by_id}


@settings(max_examples=30)
@given(part_cases())
def test_of_the_shipped_rules_it_agrees_with_what_is_possible(part: Answers) -> None:
    """Whatever was answered, needed or not."""
    guidance = shipped_pack()
    future, possible = shipped_futures().of(part), possible_from(guidance, part)
    assert future.most == possible.most
    assert future.outcomes == {*possible.outcomes}


@settings(max_examples=40)
@given(cases())
def test_each_answer_brings_the_end_nearer(case: Answers) -> None:
    """Nobody who was told "at most six more" is asked for a seventh."""
    guidance, futures = shipped_pack(), shipped_futures()
    asked = stand(guidance, case).asked
    known = [{each: case[each] for each in asked[:count]} for count in range(len(asked) + 1)]
    most = [futures.of(each).most for each in known]
    assert all(later < sooner for sooner, later in pairwise(most))
    assert most[-1] == 0


def test_a_case_without_an_outcome_ends_the_interview() -> None:
    """A gap in the rules stops nobody from being asked, and adds no outcome."""
    first, last = one("first", "yes no"), one("last", "yes no")
    guidance = pack(
        [first, last],
        [
            rule("one", IsOneOf("first", ("yes",)), "share"),
            rule("two", IsOneOf("last", ("yes",)), "keep"),
        ],
    )
    futures = Futures(guidance)

    assert futures.of({}) == Future(2, frozenset({"share", "keep"}))
    assert futures.of({"first": ("no",), "last": ("no",)}) == NOTHING


def test_the_bound_counts_what_the_open_rules_speak_of() -> None:
    """Only questions that are not answered yet."""
    first, last = one("first", "yes no"), one("last", "yes no")
    rules = [rule("one", IsOneOf("first", ("yes",)), "share"), rule("two", always(last), "keep")]
    assert Futures(pack([first, last], rules), limit=0).of({}) == Future(
        2, frozenset({"share", "keep"})
    )
