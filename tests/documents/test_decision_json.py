"""A decision as JSON: citations, answers and notices in the shapes that are promised."""

from infoshare_cli.core.cases.possible import possible_from
from infoshare_cli.core.decision import decide
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.documents.decision_json import (
    answers_to_json,
    decided_to_json,
    needs_to_json,
    source_to_json,
)


def test_a_citation_is_a_page_and_a_statement() -> None:
    """A bare page has no statement."""
    assert source_to_json(("p6.informed", "p13")) == [
        {"page": 6, "statement": "p6.informed"},
        {"page": 13, "statement": None},
    ]


def test_one_answer_is_a_word_and_many_are_a_list(guidance: Guidance) -> None:
    """Also where many hold only one."""
    answers = {"immediate_danger": ("no",), "concern": ("none",)}
    assert answers_to_json(guidance, answers) == {"immediate_danger": "no", "concern": ["none"]}


def test_both_forms_have_the_same_keys(guidance: Guidance) -> None:
    """Decided or not, a reader finds every key."""
    decision = decide(guidance, {"immediate_danger": ("yes",)})
    assert decision is not None
    open_case = needs_to_json(guidance, {}, (), possible_from(guidance, {}))
    assert list(decided_to_json(guidance, decision)) == list(open_case)
    assert open_case["status"] == "needs-answers"


def test_a_notice_says_its_dates_and_how_sure_it_is(guidance: Guidance) -> None:
    """Dates and status are objects; what is not confirmed is listed."""
    decision = decide(
        guidance,
        {
            "immediate_danger": ("no",),
            "concern": ("child-significant-harm",),
            "recipient": ("safeguarding",),
        },
    )
    assert decision is not None
    notices = {each["id"]: each for each in decided_to_json(guidance, decision)["notices"]}
    assert notices["fgm-duty"]["status"] == {"text": "confirmed"}
    assert notices["fgm-duty"]["dates"]["in_force"] == "2015-10-31"
    assert notices["dfe-2024-rule-5"]["unconfirmed"] == []
