"""What a decision came to, as a record holds it."""

from infoshare_cli.core.canonical import write_canonical
from infoshare_cli.core.conclusion import cited, conclusion_fields, rules_fields
from infoshare_cli.core.contacts import Contact, Provenance
from infoshare_cli.core.decision import decide
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import CONCLUSION_FIELDS
from tests.shipped import NOT_ASKED_YET

FRONT_DOOR = Contact(
    id="luton-mash",
    role="front-door",
    name="The front door",
    use="To begin with.",
    phone="01582 547 653",
    source=("p2",),
    provenance=Provenance("As printed.", "By eye.", ()),
)


def test_every_field_of_the_conclusion_is_there(guidance: Guidance) -> None:
    """In the order of the log's format, and writable as it stands."""
    decision = decide(guidance, NOT_ASKED_YET)
    assert decision is not None
    fields = conclusion_fields(guidance, decision, (FRONT_DOOR,))
    assert {*fields} == {*CONCLUSION_FIELDS}
    assert fields["contacts"] == ["luton-mash"]
    assert fields["proved"] is guidance.proved
    assert write_canonical(fields)


def test_what_follows_from_the_rules_is_apart_from_what_does_not(guidance: Guidance) -> None:
    """Whom to ring is another file's, and whether rules were proved is no part of them."""
    decision = decide(guidance, NOT_ASKED_YET)
    assert decision is not None
    fields = rules_fields(decision)
    assert {*CONCLUSION_FIELDS} - {*fields} == {"contacts", "proved"}
    assert fields["outcome"] == "seek-consent"
    assert fields["rests_on"] == list(decision.rests_on)
    assert isinstance(reasons := fields["reasons"], list)
    assert [each.rule for each in decision.reasons] == [reason["rule"] for reason in reasons]
    assert isinstance(actions := fields["actions"], list)
    assert [each.text for each in decision.actions] == [action["text"] for action in actions]


def test_a_page_alone_has_no_statement() -> None:
    """Null says that a whole page is cited."""
    assert cited(("p6.informed", "p13")) == [
        {"page": 6, "statement": "p6.informed"},
        {"page": 13, "statement": None},
    ]
