"""The example of rules that build on others does what it says, and leaves the rest as it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given

from infoshare_cli.core.decision import decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import WrittenCase, judge_case
from infoshare_cli.errors import Fault
from infoshare_cli.files.layers.overlays import chain_of, merged_document
from infoshare_cli.files.load_cases import cases_of, read_cases
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_topics import load_notices, load_statements, load_topics
from infoshare_cli.files.locations import PACK, shipped_packs, shipped_rules
from tests.shipped import as_answers, cases, shipped_pack

EXAMPLE = Path(__file__).parents[2] / "rules" / "examples" / "school-trust"
TRUST = load_guidance(EXAMPLE)
OWN_CASES = [case for path in cases_of(EXAMPLE) for case in read_cases(path, TRUST)]
FOUND_A_WAY = as_answers(
    {
        "immediate_danger": "no",
        "concern": ["child-welfare"],
        "recipient": "professional",
        "prompted_by": ["own-concern"],
        "recipient_risk": "no",
        "subject": "child",
        "purpose_clear": "yes",
        "aims_without_sharing": "yes",
    }
)


def test_the_example_is_no_pack_that_is_chosen_by_its_id() -> None:
    """It is there to read and to copy; the rules of the guide stay the ones that are used."""
    assert chain_of(EXAMPLE) == (shipped_rules(), EXAMPLE)
    assert list(shipped_packs()) == [PACK]
    assert (TRUST.pack.id, TRUST.digest == shipped_pack().digest) == ("school-trust-example", False)


@pytest.mark.parametrize("case", OWN_CASES, ids=lambda case: case.id)
def test_its_own_cases_come_out(case: WrittenCase) -> None:
    """Each as written, and none with a fault."""
    assert case.faults == ()
    assert judge_case(TRUST, case).same


def test_its_own_rule_decides_one_of_its_cases() -> None:
    """So the case is not one that the rules below would give in any case."""
    rules = {case.id: judge_case(TRUST, case).rule for case in OWN_CASES}
    assert rules["breakfast-club-found-by-the-school"] == "trust-lead-hears-first"
    below = {case.id: judge_case(shipped_pack(), case).rule for case in OWN_CASES}
    assert below["breakfast-club-found-by-the-school"] == "aims-met-without-sharing"


def _outcome_of(guidance: Guidance, case: Answers) -> tuple[object, ...]:
    decision = decide(guidance, case)
    assert decision is not None
    actions = [action for action in decision.actions if action.id != "tell-trust-lead"]
    return (
        decision.outcome.id,
        decision.consent_from,
        decision.advice_from,
        decision.reasons,
        decision.rests_on,
        decision.followed_up,
        decision.notices,
        actions,
    )


@given(cases())
@example(FOUND_A_WAY)
def test_elsewhere_every_case_comes_out_as_below(case: Answers) -> None:
    """Outcome, reasons, questions and actions differ only where the trust's own rule decides."""
    decision, below = decide(TRUST, case), decide(shipped_pack(), case)
    assert decision is not None
    assert below is not None
    if decision.reasons[0].rule == "trust-lead-hears-first":
        assert below.reasons[0].rule == "aims-met-without-sharing"
        assert decision.rests_on == below.rests_on
    else:
        assert _outcome_of(TRUST, case) == _outcome_of(shipped_pack(), case)
        if decision.outcome.id != "seek-advice":
            assert (decision.title, decision.text) == (below.title, below.text)
    serious = {"child-significant-harm", "adult-serious-harm"} & {
        *decision.rests_on.get("concern", ())
    }
    told = [action.when for action in decision.actions if action.id == "tell-trust-lead"]
    assert told == (["after"] if serious else [])


def test_only_the_headline_of_one_outcome_is_in_other_words() -> None:
    """All other outcomes, and all questions, facts and choices, are those below."""
    below = shipped_pack()
    title = TRUST.outcome_by_id["seek-advice"].title
    assert "safeguarding lead" in title
    reworded = replace(below.outcome_by_id["seek-advice"], title=title)
    assert TRUST.outcome_by_id == {**below.outcome_by_id, "seek-advice": reworded}
    assert (TRUST.questions, TRUST.facts, TRUST.choices) == (
        *(below.questions, below.facts),
        below.choices,
    )


def test_what_is_read_beside_the_decision_is_inherited() -> None:
    """Topics, statements and notices are those of the guide."""
    assert load_topics(EXAMPLE) == load_topics(shipped_rules())
    assert load_statements(EXAMPLE) == load_statements(shipped_rules())
    assert load_notices(EXAMPLE) == load_notices(shipped_rules())


def test_it_adds_one_property_of_its_own() -> None:
    """All that the rules below promise stands before it."""
    faults: list[Fault] = []
    data = merged_document(EXAMPLE, "properties.yaml", faults).data
    assert faults == []
    assert isinstance(data, dict)
    properties = data["properties"]
    assert isinstance(properties, list)
    last = properties[-1]
    assert isinstance(last, dict)
    assert last["id"] == "trust-lead-hears-of-serious-harm"
