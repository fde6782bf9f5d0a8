"""Going on from a record: what is asked again, what stands, and what new answers take along."""

from collections.abc import Mapping

import pytest
from hypothesis import given

from infoshare_cli.core.case import Case, KeptWords
from infoshare_cli.core.continuing import CARRIED_OVER, consent_questions, continue_from
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.core.record import RECORD_FIELDS
from tests.core.small_packs import one, outcome, pack
from tests.core.test_change import COMPETENT_CHILD_AGREES
from tests.shipped import as_answers, part_cases, shipped_pack

BEFORE_CONSENT = {
    name: chosen
    for name, chosen in COMPETENT_CHILD_AGREES.items()
    if name not in {"consent", "consent_quality"}
}
ASKED = Case(
    {**BEFORE_CONSENT, "consent": ("not-asked",)},
    {name: f"The {name}" for name in RECORD_FIELDS},
    (KeptWords("purpose", "postcode", "A shared door."), KeptWords("reason", "postcode", "x")),
)
"""Consent was to be asked for."""


def test_only_consent_is_asked_again(guidance: Guidance) -> None:
    """The rest stands, so the very next question is about consent."""
    continued = continue_from(guidance, ASKED, Case())
    assert (continued.asked_again, continued.set_aside) == (("consent",), ())
    assert {**continued.case.answers, "consent": ("not-asked",)} == ASKED.answers
    assert stand(guidance, continued.case.answers).next == guidance.question_by_id["consent"]


def test_what_hangs_on_consent_goes_with_it(guidance: Guidance) -> None:
    """Yesterday's consent is not asked about in parts."""
    continued = continue_from(guidance, Case(COMPETENT_CHILD_AGREES), Case())
    assert continued.asked_again == ("consent", "consent_quality")


def test_what_is_about_consent_is_told_by_the_rules(guidance: Guidance) -> None:
    """Nothing of safeguarding is known here."""
    assert consent_questions(guidance) == ("consent", "consent_quality")
    questions = [one("leave", "yes", about=("who",)), one("other", "yes", about=("what",))]
    tiny = pack(questions, outcomes=[outcome("go", "who"), outcome("stay")])
    assert consent_questions(tiny) == ("leave",)


def test_what_is_given_anew_stands(guidance: Guidance) -> None:
    """A file may bring the consent along."""
    given_now = Case(as_answers({"consent": "refused"}))
    continued = continue_from(guidance, ASKED, given_now)
    assert (continued.asked_again, continued.set_aside) == ((), ())
    assert continued.case.answers == {**ASKED.answers, "consent": ("refused",)}


def test_part_of_the_consent_given_anew_leaves_the_rest_open(guidance: Guidance) -> None:
    """What was true of yesterday's yes may not be true of today's."""
    continued = continue_from(guidance, Case(COMPETENT_CHILD_AGREES), Case({"consent": ("given",)}))
    assert continued.asked_again == ("consent_quality",)
    assert continued.case.answers["consent"] == ("given",)


CHANGES: tuple[tuple[Mapping[str, str], str], ...] = (
    ({"recipient": "family"}, "recipient_risk purpose_clear aims_without_sharing"),
    ({"recipient": "family", "purpose_clear": "yes"}, "recipient_risk aims_without_sharing"),
    ({"purpose_clear": "no", "recipient": "family"}, "recipient_risk aims_without_sharing"),
    ({"recipient": "professional"}, ""),
    ({"subject": "adult"}, "asking_risk age_band capacity_doubt"),
    ({"subject": "adult", "capacity_doubt": "no"}, "asking_risk age_band"),
)
"""What a file changes; what has to be asked again."""


@pytest.mark.parametrize(("changes", "again"), CHANGES)
def test_what_new_answers_change_takes_along_what_was_about_it(
    guidance: Guidance, changes: Mapping[str, str], again: str
) -> None:
    """Unless the file has that too; in which order it has them does not matter."""
    continued = continue_from(guidance, ASKED, Case(as_answers(changes)))
    expected = {*again.split()}
    assert continued.set_aside == tuple(q for q in guidance.question_by_id if q in expected)
    for name, chosen in as_answers(changes).items():
        assert continued.case.answers[name] == chosen
    assert not expected & {*continued.case.answers}


def test_what_is_new_each_time_stays_open(guidance: Guidance) -> None:
    """Nobody signs yesterday's reason; which case it is, and who is who, stays."""
    record = continue_from(guidance, ASKED, Case()).case.record
    assert tuple(record) == CARRIED_OVER
    assert {*RECORD_FIELDS} - {*record} == {
        "withheld", "decision", "reason", "override_reason", "consent_record", "told_subject",
        "not_told", "method", "advice_taken", "review_on",
    }  # fmt: skip


def test_the_record_that_is_given_stands(guidance: Guidance) -> None:
    """In place of what was carried over, and beside it."""
    given_now = Case({}, {"purpose": "New", "reason": "Today's"})
    case = continue_from(guidance, ASKED, given_now).case
    assert (case.record["purpose"], case.record["reason"]) == ("New", "Today's")
    assert case.record["case_ref"] == "The case_ref"
    assert case.kept_words == ()


def test_what_was_written_about_another_recipient_stays_behind(guidance: Guidance) -> None:
    """It is told, and stands open; what is given anew stands, and which case it is stays."""
    given_now = Case({"recipient": ("family",)}, {"purpose": "New"})
    continued = continue_from(guidance, ASKED, given_now)
    assert continued.fields_set_aside == ("recipient_name", "information")
    left = {*CARRIED_OVER} - {"recipient_name", "information"}
    assert {*continued.case.record} == left
    assert continued.case.record["purpose"] == "New"
    assert continue_from(guidance, ASKED, Case()).fields_set_aside == ()
    same = Case({"recipient": ("professional",)})
    assert continue_from(guidance, ASKED, same).fields_set_aside == ()


def test_what_is_new_each_time_is_not_told_as_set_aside(guidance: Guidance) -> None:
    """It would be open in any case."""
    continued = continue_from(guidance, ASKED, Case({"subject": ("adult",)}))
    assert continued.fields_set_aside == ("information",)


def test_words_that_were_kept_stay_with_their_field(guidance: Guidance) -> None:
    """The person is not asked twice about the same words."""
    case = continue_from(guidance, ASKED, Case()).case
    assert case.kept_words == (KeptWords("purpose", "postcode", "A shared door."),)


@given(part_cases(), part_cases())
def test_no_consent_outlives_the_one_whose_it_was(before: Answers, new: Answers) -> None:
    """What stands was given for this case as it is now, or is given now."""
    guidance = shipped_pack()
    continued = continue_from(guidance, Case(before), Case(new))
    answers = continued.case.answers
    assert {**answers, **new} == answers
    assert not {*consent_questions(guidance)} & ({*answers} - {*new})
    assert {*continued.asked_again} | {*continued.set_aside} == {*before} - {*answers}
    old, now = Evaluation(guidance, before), Evaluation(guidance, answers)
    for name in {*answers} - {*new}:
        for about in guidance.question_by_id[name].about:
            if about in guidance.question_by_id:
                assert before.get(about) == answers.get(about)
            else:
                assert old.value(about) == now.value(about)


@given(part_cases(), part_cases())
def test_no_field_outlives_what_it_was_about(before: Answers, new: Answers) -> None:
    """What is carried over was written about this case as it is now."""
    guidance = shipped_pack()
    written = Case(before, dict.fromkeys(RECORD_FIELDS, "x"))
    continued = continue_from(guidance, written, Case(new))
    answers = continued.case.answers
    old, now = Evaluation(guidance, before), Evaluation(guidance, answers)
    assert {*continued.case.record} | {*continued.fields_set_aside} == {*CARRIED_OVER}
    for each in guidance.record_fields:
        same = all(
            before.get(about) == answers.get(about)
            if about in guidance.question_by_id
            else old.value(about) == now.value(about)
            for about in each.about
            if about in guidance.question_by_id or about in guidance.rows_of
        )
        assert (each.id in continued.case.record) == (same and each.id in CARRIED_OVER), each.id
