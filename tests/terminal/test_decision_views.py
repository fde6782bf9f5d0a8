"""The outcome on screen: what stands where, and in which words."""

from io import StringIO

import pytest

from infoshare_cli.core.cases.possible import possible_from
from infoshare_cli.core.contacts import contacts_for
from infoshare_cli.core.decision import Decision, check_first_id, decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts
from infoshare_cli.terminal import decision_views as views
from infoshare_cli.terminal.page import Block, Screen, show_page
from tests.shipped import NOT_ASKED_YET

DIRECTORY = load_contacts(shipped_contacts())
SERIOUS: Answers = {
    "immediate_danger": ("no",),
    "concern": ("child-significant-harm",),
    "recipient": ("safeguarding",),
}


def in_words(page: tuple[Block, ...]) -> str:
    """The page as a screen reader gets it, on lines of any length."""
    stream = StringIO()
    show_page(page, Screen(stream, plain=True, width=5000))
    return stream.getvalue()


def decided(guidance: Guidance, answers: Answers) -> Decision:
    """The decision of a case that has one."""
    decision = decide(guidance, answers)
    assert decision is not None
    return decision


def shown(guidance: Guidance, answers: Answers, area: str | None = "luton") -> str:
    """The page of a decision."""
    decision = decided(guidance, answers)
    contacts = contacts_for(DIRECTORY, area, decision.outcome.contacts)
    return in_words(views.decision_page(guidance, decision, contacts))


def test_the_page_goes_from_the_outcome_to_the_contacts(guidance: Guidance) -> None:
    """Outcome, why, first, with, afterwards, what changed, whom to ring: in this order."""
    page = shown(guidance, SERIOUS)
    parts = ["Share this now.", "Why\n", "First\n", "As you do it\n", "Afterwards\n"]
    parts += ["Changed since the guide was written\n", "Contacts\n", "01582 547 653"]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("area", ["luton", "bedford", None])
@pytest.mark.parametrize("answers", [SERIOUS, NOT_ASKED_YET, {"immediate_danger": ("yes",)}])
def test_the_last_lines_say_outcome_and_first_contact_on_a_small_screen(
    guidance: Guidance, answers: Answers, area: str | None
) -> None:
    """They fit at the foot of 24 lines of 80 columns, with the question that follows."""
    decision = decided(guidance, answers)
    contacts = contacts_for(DIRECTORY, area, decision.outcome.contacts)
    stream = StringIO()
    show_page(views.last_lines(decision, contacts), Screen(stream, plain=True, width=80))
    lines = stream.getvalue()
    assert lines.startswith(decision.title)
    first = [each for each in contacts if each.role == decision.outcome.contacts[0]]
    assert all(each.phone in lines for each in first)
    assert len(lines.splitlines()) <= 12


def test_every_reason_and_action_has_its_page(guidance: Guidance) -> None:
    """Nothing is said without the page of the guide that it rests on."""
    decision = decided(guidance, SERIOUS)
    page = shown(guidance, SERIOUS)
    said = [reason.text for reason in decision.reasons]
    said += [action.text for action in decision.actions]
    for text in said:
        line = next(line for line in page.splitlines() if text in line)
        assert "(page" in line


def test_whose_consent_and_who_advises_are_said_in_words(guidance: Guidance) -> None:
    """Labels of the pack, never ids."""
    page = shown(guidance, NOT_ASKED_YET)
    label = next(each.label for each in guidance.consent_from if each.id == "child")
    assert f"Whose consent: {label}." in page
    assert "Who can advise" not in page
    unsure = shown(guidance, {**SERIOUS, "concern": ("none",), "recipient": ("not-sure",)})
    assert "Who can advise" in unsure
    assert "line-manager" not in unsure


def test_what_is_asked_next_is_not_told_as_check_first(guidance: Guidance) -> None:
    """A person who is about to be asked sees no "check first" for it."""
    decision = decided(guidance, SERIOUS)
    names = {check_first_id("prompted_by"), check_first_id("checks")}
    hidden = [each.text for each in decision.actions if each.id in names]
    page = in_words(views.decision_page(guidance, decision, (), left_out=names))
    assert len(hidden) == 2
    assert not any(text in page for text in hidden)
    assert all(text in shown(guidance, SERIOUS) for text in hidden)


def test_actions_that_answers_add_are_shown_alone(guidance: Guidance) -> None:
    """After the follow-ups only what is new is shown; nothing new shows nothing."""
    before = decided(guidance, SERIOUS)
    now = decided(guidance, {**SERIOUS, "checks": ("none",)})
    added = in_words(views.added_actions_page(before, now))
    assert "Put right first" in added
    assert before.actions[0].text not in added
    assert views.added_actions_page(before, before) == ()


def test_what_is_missing_is_told_with_the_next_question_in_words(guidance: Guidance) -> None:
    """The next question whole, the later ones by name, then the outcomes that remain."""
    page = in_words(views.needs_page(guidance, possible_from(guidance, {})))
    assert guidance.questions[0].ask in page
    assert "After it, these may be asked: concern, recipient" in page
    last = {**NOT_ASKED_YET}
    del last["expected"]
    page = in_words(views.needs_page(guidance, possible_from(guidance, last)))
    assert "After it" not in page


def test_the_receipt_says_how_to_go_on() -> None:
    """Of what was shared, how to note that it arrived; of all, where to see what is to be done."""
    shared, kept = (
        in_words(views.decided_page(12, "12.CODE", "log.jsonl", shared=each))
        for each in (True, False)
    )
    assert shared.endswith(
        "\nWhen it has arrived: infoshare log follow-up 12\n"
        "What is still to do: infoshare log due\n"
    )
    assert kept.endswith("\n\nWhat is still to do: infoshare log due\n")
    assert "follow-up" not in kept
    assert kept.startswith("Recorded as number 12.")


def test_no_page_says_that_it_decides_or_complies(guidance: Guidance) -> None:
    """It supports a decision, and claims nothing more."""
    page = shown(guidance, SERIOUS)
    assert views.YOURS in page
    assert "complian" not in page.lower()
