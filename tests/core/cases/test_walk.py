"""The walk: every case that there is, counted exactly, and no other."""

from collections import Counter

import pytest
from hypothesis import given, settings

from infoshare_cli.core.cases.pack_walk import Gap, OpenWalker, PackWalker, walk_pack
from infoshare_cli.core.cases.walk import TooManyNodes, walk
from infoshare_cli.core.conditions import HasAny, IsOneOf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.interview import Standing, stand
from tests.core.random_packs import deciding_packs
from tests.core.small_packs import always, many, one, pack, rule, sound_answers
from tests.shipped import shipped_pack


def every_case(guidance: Guidance, so_far: Answers) -> list[Standing]:
    """Every complete interview, each answer of each question tried."""
    here = stand(guidance, so_far)
    if here.next is None:
        return [here]
    ways = ({**so_far, here.next.id: answer} for answer in sound_answers(here.next))
    return [end for way in ways for end in every_case(guidance, way)]


@pytest.mark.thorough
@settings(max_examples=100)
@given(deciding_packs())
def test_the_walk_is_every_interview_there_is(guidance: Guidance) -> None:
    """As many cases come to each outcome, and as long, as trying every answer finds."""
    ends = every_case(guidance, {})
    walked = walk_pack(guidance)
    verdicts = {index: node.end for index, node in enumerate(walked.nodes) if node.end}

    assert sum(walked.cases_to[index] for index in walked.ends) == len(ends)
    counted: Counter[str] = Counter()
    for index, verdict in verdicts.items():
        counted[verdict.rule.id] += walked.cases_to[index]
    assert counted == Counter(end.verdict.rule.id for end in ends if end.verdict)
    assert {*walked.lengths} == {len(end.asked) for end in ends}
    assert verdicts.keys() == {*walked.ends}


@pytest.mark.thorough
@given(deciding_packs())
def test_a_node_is_what_its_answers_lead_to(guidance: Guidance) -> None:
    """The answers of a node are a case of its own: the engine asks or decides the same there."""
    for index, node in enumerate(walk_pack(guidance).nodes):
        standing = stand(guidance, node.answers)
        asks = standing.next.id if standing.next else None

        assert standing.known == node.answers
        assert (asks, standing.verdict) == (node.asks, node.end)
        assert all(branch.to > index for branch in node.branches)


def test_cases_are_counted_by_the_answers_they_stand_for() -> None:
    """Three options of many make seven answers, of which four have the one looked for."""
    some = many("some", "a b c")
    guidance = pack(
        [some, one("then", "yes no")],
        [
            rule("has-a", _has_a(some), "share"),
            rule("rest", always(one("then", "yes no")), "keep"),
        ],
    )
    walked = walk_pack(guidance)

    assert {
        node.end.rule.id: walked.cases_to[i] for i, node in enumerate(walked.nodes) if node.end
    } == {
        "has-a": 4,
        "rest": 6,
    }
    assert walked.lengths == {1: 1, 2: 1}


def _has_a(question: Question) -> HasAny:
    return HasAny(question.id, ("a",))


def test_a_walk_that_grows_too_large_names_the_question_that_makes_it() -> None:
    """The one with the most answers that stay apart."""
    with pytest.raises(TooManyNodes) as caught:
        walk(PackWalker(shipped_pack(), {}), limit=40)

    assert caught.value.nodes > 40
    assert caught.value.question in shipped_pack().question_by_id


def test_progress_is_told() -> None:
    """Level by level: what is done grows, and in the end nothing waits but the last level."""
    told: list[tuple[int, int]] = []
    walked = walk(PackWalker(shipped_pack(), {}), progress=lambda *both: told.append(both))

    done = [each for each, _ in told]
    assert done == sorted(done)
    assert sum(told[-1]) == len(walked.nodes)


def test_no_answer_leads_out_of_a_gap() -> None:
    """A case that was left without an outcome stays so, with the answers that led there."""
    first, second = one("first", "yes no"), one("second", "yes no")
    walker = OpenWalker(pack([first, second], [rule("only", IsOneOf("first", ("yes",)), "share")]))
    gap = walker.step(walker.start(), "first", ("no",))

    assert gap == Gap({"first": ("no",)}, "The pack tiny has no rule for this case.")
    assert walker.step(gap, "second", ("yes",)) == gap
    assert walker.look(gap).end == gap
