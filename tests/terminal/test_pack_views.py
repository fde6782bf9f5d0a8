"""A pack on screen says all that decides, in words."""

from io import StringIO

from infoshare_cli.core.conditions import Any, IsOneOf
from infoshare_cli.core.excerpt import Excerpt, chapter, whole, with_id
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.properties import Property
from infoshare_cli.terminal.pack_views import pack_page
from infoshare_cli.terminal.page import Screen, show_page


def shown(guidance: Guidance, excerpt: Excerpt, width: int = 500) -> str:
    """The page as it reads in words only."""
    stream = StringIO()
    show_page(pack_page(guidance, excerpt), Screen(stream, plain=True, width=width))
    return stream.getvalue()


def test_a_rule_reads_from_its_conditions_to_its_pages(guidance: Guidance) -> None:
    """Its place, each condition, the outcome, the reason, who advises and what it rests on."""
    text = shown(guidance, with_id(whole(guidance), "recipient-not-decided"))

    assert text.endswith(
        "Rule 6, recipient-not-decided\n"
        "When the recipient is not decided.\n"
        "\n"
        "Then: Take advice.\n"
        "Reason: It is not settled who would get the information, so nobody can tell whether "
        "sharing it is right.\n"
        "Advice from: your line manager or supervisor; your designated safeguarding lead or named "
        "professional\n"
        "Rests on: page 3: p3.seek-advice, p3.relevant\n"
    )


def test_a_nested_condition_stands_in_steps(guidance: Guidance) -> None:
    """Each group says how its lines are joined."""
    text = shown(guidance, with_id(whole(guidance), "no-clear-purpose"))

    assert (
        "When at least one of these is so:\n\n"
        "- The purpose is not clear\n"
        "- All of these:\n"
        "  - The purpose is not sure\n"
        "  - What started this includes being asked for it\n"
    ) in text


def test_a_rule_that_leaves_it_to_a_choice_says_so(guidance: Guidance) -> None:
    """There is no one outcome to name."""
    text = shown(guidance, with_id(whole(guidance), "no-consent-weigh"))

    assert "Then: What the choice weigh comes to: the result of weighing the harms." in text


def test_a_question_has_its_answers_with_help_and_ids(guidance: Guidance) -> None:
    """The ids are what an answers file uses."""
    text = shown(guidance, with_id(whole(guidance), "consent"))

    assert "One of these.\n" in text
    assert (
        "- Not asked, or no clear answer (not-asked)\n"
        "  Also if parents disagree, or if the only yes is from the one who asks to have it.\n"
    ) in text
    assert "Given about: the one whose consent counts and the recipient" in text


def test_options_that_stand_alone_are_named(guidance: Guidance) -> None:
    """By their labels."""
    text = shown(guidance, with_id(whole(guidance), "concern"))

    assert (
        'One or more of these. "No worry of this kind" and "Not sure what it is, or how serious" '
        "stand alone."
    ) in text


def test_a_field_says_what_it_was_written_about(guidance: Guidance) -> None:
    """A question or a choice by its short name; the outcome and the decision in words."""
    text = " ".join(shown(guidance, with_id(whole(guidance), "reason")).split())
    assert "Written about: the worry, the recipient," in text
    assert "the one whose consent counts, consent, the outcome and the decision" in text
    assert "Written about" not in shown(guidance, with_id(whole(guidance), "case_ref"))


def test_a_row_says_what_the_choice_then_is(guidance: Guidance) -> None:
    """With its place among all rows of the choice."""
    text = shown(guidance, with_id(whole(guidance), "adult-decides"))

    assert "Row 2 of whose_consent, adult-decides\n" in text
    assert "Then: The one whose consent counts is the adult whom it is about.\n" in text


def test_a_property_says_when_and_what_always_or_never_holds(guidance: Guidance) -> None:
    """As a sentence, or line by line; one without a when is about every case."""
    danger, report = IsOneOf("immediate_danger", ("yes",)), IsOneOf("outcome", ("emergency",))
    either = Any((report, danger))
    held = (
        Property("a", "A.", ("p2",), when=danger, always=report),
        Property("b", "B.", ("p2",), when=danger, never=either),
        Property("c", "C.", ("p2",), never=report, laws=("one-outcome",)),
    )
    text = shown(guidance, chapter(whole(guidance, held), "properties"))

    assert "When danger now is possible.\n\nThen always the outcome is call 999.\n" in text
    assert (
        "Then never any of these:\n\n- The outcome is call 999\n- Danger now is possible\n" in text
    )
    assert "C.\nNever this: the outcome is call 999.\n" in text
    assert "Of every pack: Every case comes to exactly one outcome.\n" in text


def test_the_whole_pack_has_every_text_of_every_entry(guidance: Guidance) -> None:
    """What a person signs off is all there."""
    text = shown(guidance, whole(guidance), width=100_000)
    said = [
        guidance.pack.title,
        guidance.pack.guide,
        guidance.digest,
        *(t for q in guidance.questions for t in (q.id, q.ask, q.help, q.why)),
        *(t for q in guidance.questions for o in q.options for t in (o.id, o.label, o.help)),
        *(each.text for question in guidance.questions for each in question.examples),
        *(fact.says for fact in guidance.facts),
        *(t for choice in guidance.choices for r in choice.rules for t in (r.id, r.because)),
        *(t for rule in guidance.rules for t in (rule.id, rule.because, rule.title, rule.text)),
        *(t for outcome in guidance.outcomes for t in (outcome.title, outcome.text)),
        *(action.text for action in guidance.actions),
        *(line for saying in guidance.sayings for line in (saying.id, *saying.text.splitlines())),
        *(each.unanswered for each in guidance.follow_ups),
        *(t for field in guidance.record_fields for t in (field.ask, field.help)),
        *(label.label for label in (*guidance.decisions, *guidance.advice_from)),
        *(notice.title for notice in guidance.notices),
    ]

    missing = [each for each in said if each not in text]
    assert missing == []


def test_a_chapter_has_no_heading_of_another(guidance: Guidance) -> None:
    """What is left out leaves no empty place."""
    text = shown(guidance, chapter(whole(guidance), "outcomes"))

    assert "Outcome emergency: Call 999 now." in text
    assert "Consent\n  Those who may be asked for it.\n\nchild: the child or young person" in text
    for other in ("Questions", "Rules", "Actions", "Record", "Notices"):
        assert f"\n{other}\n" not in text
