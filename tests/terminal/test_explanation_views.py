"""Why a case came out as it did, as it reads: short for what does not fit, full for what does."""

import pytest

from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.conditions import Comes, IsOneOf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.explanation import explain
from infoshare_cli.core.firmness import how_firm
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.terminal.explanation_views import explanation_page
from tests.core.small_packs import choice, one, pack, row, rule
from tests.shipped import NOT_ASKED_YET, as_answers
from tests.terminal.worded import in_words


def explained(guidance: Guidance, answers: Answers, width: int = 5000) -> str:
    """The page of a case."""
    page = explanation_page(guidance, explain(guidance, answers), how_firm(guidance, answers))
    return in_words(page, width)


def test_rules_that_are_ruled_out_by_the_same_are_told_together(guidance: Guidance) -> None:
    """Each sentence says which rules, and the answer that rules them out."""
    words = explained(guidance, NOT_ASKED_YET)
    for sentence in (
        "- Rule 1 does not fit, because danger now is ruled out.\n",
        "- Rules 2 to 5 do not fit, because the worry is a child's welfare.\n",
        "- Rules 7 and 8 do not fit, because what started this is your own worry.\n",
        "- Rules 11 to 13 do not fit, because the answer on risk is no, as harm from sharing is "
        "not expected.\n",
        "- Rule 28 does not fit, because sharing in this way is not expected by them.\n",
    ):
        assert sentence in words


def test_the_rule_that_decides_is_told_in_full(guidance: Guidance) -> None:
    """Its reason and page, what makes it fit, and the rows that it comes through."""
    assert (
        "Rule 29 of 31 decides: ask for consent.\n"
        "There is no clear answer yet from whoever should give it, and you know of no reason not "
        "to ask. (pages 3, 9 and 11)\n"
        "\n"
        "It fits, because this is so:\n"
        "\n"
        "- Consent is not asked for.\n"
        "\n"
        "What it comes to follows from this:\n"
        "\n"
        "- The law starts from the view that a young person of 16 or 17 can decide, and you have "
        "no doubt of it. (page 7)\n"
        "  This is so because the information is about a child, the child's age is 16 or 17 and "
        "the person's ability to decide is not in doubt.\n"
        "\n"
        "How firm is this?\n"
    ) in explained(guidance, NOT_ASKED_YET)


def test_a_fact_is_told_with_the_answer_behind_it(guidance: Guidance) -> None:
    """What makes it so, and not only that it is."""
    answers = {"immediate_danger": "no", "concern": "child-significant-harm"}
    words = explained(guidance, as_answers({**answers, "recipient": "safeguarding"}))
    assert (
        '- "A child may be at risk of significant harm, or an adult of serious harm", because the '
        "worry is significant harm to a child.\n"
        "- The recipient is a safeguarding body.\n"
    ) in words


def test_the_first_rule_may_decide(guidance: Guidance) -> None:
    """Then there is none that does not fit."""
    words = explained(guidance, {"immediate_danger": ("yes",)})
    assert "does not fit" not in words
    assert (
        "The rules are read from the top. The first one that fits decides.\n\n"
        "Rule 1 of 31 decides: call 999.\n"
    ) in words


def test_a_choice_that_comes_to_nothing_says_so() -> None:
    """No row fits: the answers that rule the rows out are told."""
    asked = one("asked", "yes no")
    guidance = pack(
        [asked],
        [rule("one", Comes("which", ("v1",)), "keep"), rule("two", IsOneOf("asked", ("no",)), "x")],
        choices=[choice("which", row("r1", IsOneOf("asked", ("yes",)), "v1"))],
    )
    assert 'the answer to "What which comes to" is nothing, as asked is "no".' in explained(
        guidance, {"asked": ("no",)}
    )


@pytest.mark.parametrize("offset", range(3))
def test_every_page_reads_at_eighty_columns(guidance: Guidance, offset: int) -> None:
    """No line is longer, no id of the pack stands in it, and no word is missing."""
    walk = walk_pack(guidance)
    for index in walk.ends[offset::9]:
        words = explained(guidance, walk.nodes[index].answers, width=80)
        assert max(map(len, words.splitlines())) <= 80
        assert "_" not in words
        assert "None" not in words
