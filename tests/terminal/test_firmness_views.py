"""How firm an outcome is, on screen: one or two sentences, and all of them where asked for."""

import pytest

from infoshare_cli.core.cases.futures import Futures
from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.firmness import how_firm
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.terminal.firmness_views import firm_lines, firm_page
from tests.core.small_packs import always, one, pack, rule
from tests.shipped import NOT_ASKED_YET, as_answers
from tests.terminal.worded import in_words

SERIOUS = as_answers(
    {"immediate_danger": "no", "concern": "child-significant-harm", "recipient": "safeguarding"}
)
UNCLEAR = as_answers(
    {
        "immediate_danger": "no",
        "concern": "child-welfare",
        "recipient": "safeguarding",
        "prompted_by": "own-concern",
        "subject": "child",
        "purpose_clear": "not-sure",
    }
)


def test_a_doubt_and_a_fact_stand_with_the_outcome(guidance: Guidance) -> None:
    """And how many more changes there are."""
    assert in_words(firm_lines(guidance, how_firm(guidance, NOT_ASKED_YET))) == (
        "How firm is this?\n"
        "- If you were not sure about the person's ability to decide: take advice.\n"
        "- If sharing in this way were expected by the person: share without consent.\n"
        "\n"
        "21 other changes could matter too. infoshare assess --explain shows them all.\n"
    )


def test_where_more_would_be_asked_the_outcomes_are_named_if_they_are_few(
    guidance: Guidance,
) -> None:
    """With more of them, that it could be another one is all that helps."""
    words = in_words(firm_page(guidance, how_firm(guidance, SERIOUS)))
    assert (
        "- If the recipient were a worker who supports the child or family: more questions would "
        "follow, and then share without consent or share elsewhere.\n"
    ) in words
    assert (
        "- If you were not sure about the worry, or if the worry were absent or a child's welfare: "
        "more questions would follow, and the outcome could be another one.\n"
    ) in words


def test_of_a_doubt_that_could_be_settled_both_ways_out_are_told(guidance: Guidance) -> None:
    """Whoever was not sure hears what either answer would bring."""
    assert in_words(firm_lines(guidance, how_firm(guidance, UNCLEAR))) == (
        "How firm is this?\n"
        "- If the purpose were not clear: do not share.\n"
        "- If the purpose were clear: more questions would follow, and the outcome could be "
        "another one.\n"
        "\n"
        "9 other changes could matter too. infoshare assess --explain shows them all.\n"
    )


def test_one_answer_that_decides_is_named(guidance: Guidance) -> None:
    """And nothing more is promised, as there is nothing more."""
    firmness = how_firm(guidance, {"immediate_danger": ("yes",)})
    assert in_words(firm_lines(guidance, firmness)) == (
        "How firm is this?\n"
        "Only one answer decides this: the one on danger now.\n"
        "\n"
        "- If danger now were ruled out: more questions would follow, and the outcome could be "
        "another one.\n"
    )


def test_where_nothing_changes_it_that_is_said() -> None:
    """The same on both pages."""
    asked = one("asked", "yes no")
    guidance = pack([asked], [rule("all", always(asked), "share")])
    firmness = how_firm(guidance, {"asked": ("yes",)})
    words = "How firm is this?\nNo other single answer would change this.\n"
    assert in_words(firm_lines(guidance, firmness)) == words
    assert in_words(firm_page(guidance, firmness)) == words


def test_a_gap_in_the_rules_is_told() -> None:
    """These rules do not say: that is no outcome."""
    guidance = pack([one("asked", "yes no")], [rule("one", IsOneOf("asked", ("yes",)), "share")])
    words = in_words(firm_lines(guidance, how_firm(guidance, {"asked": ("yes",)})))
    assert 'If asked were "no": these rules do not say.' in words


def test_one_other_change_is_no_plural() -> None:
    """Three questions with one turn each: two are shown and one is left."""
    questions = [one(name, "yes no") for name in ("a", "b", "c")]
    rules = [rule(each.id, IsOneOf(each.id, ("no",)), "keep") for each in questions]
    guidance = pack(questions, [*rules, rule("rest", always(questions[0]), "share")])
    words = in_words(firm_lines(guidance, how_firm(guidance, dict.fromkeys("abc", ("yes",)))))
    assert words.endswith(
        "\n1 other change could matter too. infoshare assess --explain shows it.\n"
    )


def test_all_changes_come_in_the_order_asked(guidance: Guidance) -> None:
    """And at the end, the answers that by themselves change nothing."""
    words = in_words(firm_page(guidance, how_firm(guidance, NOT_ASKED_YET)))
    first, *_, last = (line for line in words.splitlines() if line.startswith("- "))

    assert first == "- If danger now were possible: call 999."
    assert last == "- If sharing in this way were expected by the person: share without consent."
    assert words.endswith(
        "\n\nAnother answer on what is true of the information would not change it by itself.\n"
    )


def test_where_every_answer_matters_none_is_said_not_to(guidance: Guidance) -> None:
    """Three answers on a serious worry, and each of them counts."""
    words = in_words(firm_page(guidance, how_firm(guidance, SERIOUS)))
    assert "by itself" not in words


@pytest.mark.parametrize("offset", range(3))
def test_no_line_is_wider_than_a_small_screen(guidance: Guidance, offset: int) -> None:
    """Eighty columns, at ends of every sort."""
    walk, futures = walk_pack(guidance), Futures(guidance)
    for index in walk.ends[offset::9]:
        firmness = how_firm(guidance, walk.nodes[index].answers, futures)
        lines = in_words(firm_page(guidance, firmness), width=80).splitlines()
        assert max(map(len, lines)) <= 80
