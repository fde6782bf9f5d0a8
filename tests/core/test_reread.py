"""An interview that was kept, read again: what stands, what goes, and what is told of it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given

from infoshare_cli.core.case import Case, KeptWords
from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.draft import Draft, about_values
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Label, RecordField
from infoshare_cli.core.interview import stand
from infoshare_cli.core.reread import Kept, Reread, kept_in_draft, kept_in_record, reread
from tests.conftest import Decision, RecordsOf
from tests.core.small_packs import always, choice, many, one, outcome, pack, row, rule
from tests.shipped import part_cases, shipped_pack

FATES = ("gone_questions", "gone_answers", "set_aside", "gone_fields", "moved_fields")
DANGER, AGE = one("danger", "yes no"), one("age", "young old")
CONSENT = one("consent", "given refused", about=("whose",))
TOLD = one("told", "yes no", about=("consent",))
WHOSE = choice(
    "whose", row("young", IsOneOf("age", ("young",)), "parent"), row("old", always(AGE), "child")
)
CHILD_AT_ANY_AGE = choice("whose", row("any", always(AGE), "child"))
RULES = (
    rule("r1", IsOneOf("danger", ("yes",)), "ring"),
    rule("r2", IsOneOf("consent", ("given",)), "share"),
    rule("r3", always(CONSENT), "stop"),
)
ANSWERS: Answers = {"danger": ("no",), "age": ("young",), "consent": ("given",)}
RECORD = {
    "case_ref": "T-1",
    "area": "luton",
    "decision": "share",
    "override_reason": "",
    "role": "",
}


def rules(
    questions: tuple[object, ...] = (DANGER, AGE, CONSENT, TOLD),
    digest: str = "new",
    **parts: object,
) -> Guidance:
    """A pack in which a child's or a parent's consent decides."""
    asks = {"outcomes": [outcome("ring"), outcome("share", "whose"), outcome("stop", "whose")]}
    made = pack(questions, RULES, **{"choices": [WHOSE], **asks, **parts})  # type: ignore[arg-type]
    fields = tuple(RecordField(name, f"{name}?", "", ("p3",)) for name in RECORD)
    return replace(made, digest=digest, record_fields=fields, decisions=(Label("share", "Share"),))


def kept(
    answers: Answers = ANSWERS,
    *,
    asked: tuple[str, ...] = ("danger", "consent", "age"),
    came_to: str | None = "share",
    record: Mapping[str, str] = RECORD,
    digest: str = "old",
    about: Mapping[str, str] | None = None,
) -> Kept:
    """What was kept under the first of these rules."""
    values = about_values(rules(), answers) if about is None else about
    words = (KeptWords("role", "postcode", "x"), KeptWords("decision", "postcode", "x"))
    return Kept(Case(answers, record, words), asked, came_to, values, "tiny", "0", digest)


def again(guidance: Guidance, what: Kept) -> Reread:
    """The interview read again; Luton is the only area."""
    return reread(guidance, what, ["luton"])


def test_under_the_same_rules_nothing_changes() -> None:
    """Every answer and every field stands, and there is nothing to tell."""
    same = kept(digest="new")
    read = again(rules(), same)
    assert read.case == same.case
    assert (read.other_rules, read.changed) == (False, False)
    assert (read.came_to, read.comes_to, read.next) == ("share", "share", None)


def test_other_rules_that_come_to_the_same_are_told_by_their_version_alone() -> None:
    """Another wording changes nothing else."""
    read = again(rules(), kept())
    assert (read.other_rules, read.changed, read.held_under) == (True, False, "tiny 0")
    assert read.case == kept().case


@given(part_cases())
def test_no_case_is_changed_by_the_rules_that_it_was_held_under(answers: Answers) -> None:
    """Whatever was answered, and however far the interview went."""
    guidance = shipped_pack()
    about = about_values(guidance, answers)
    what = Kept(Case(answers), tuple(answers), "emergency", about, "p", "1", guidance.digest)
    read = reread(guidance, what, [])
    assert read.case.answers == answers
    assert not read.changed
    # Under another digest, with the same rules, no answer goes that can have been meant.
    other = reread(guidance, replace(what, pack_digest="other", came_to=None), [])
    gone = {*answers} - {*other.case.answers}
    assert gone == {*other.set_aside}
    if "whose_consent" in about:
        assert not gone


def test_a_question_that_is_gone_takes_its_answer_along() -> None:
    """It is named, and nothing else goes with it."""
    read = again(rules((AGE, CONSENT, TOLD, DANGER)), kept({**ANSWERS, "weather": ("wet",)}))
    assert (read.gone_questions, read.changed) == (("weather",), True)
    assert read.case.answers == ANSWERS


def test_an_option_that_is_gone_takes_the_answer_and_what_was_about_it() -> None:
    """A yes to a consent that cannot be given any more is no yes to what hangs on it."""
    fewer = one("consent", "asked refused", about=("whose",))
    read = again(rules((DANGER, AGE, fewer, TOLD)), kept({**ANSWERS, "told": ("yes",)}))
    assert (read.gone_answers, read.set_aside) == (("consent",), ("told",))
    assert read.case.answers == {"danger": ("no",), "age": ("young",)}
    assert (read.next, read.newly_needed) == ("consent", False)


def test_two_options_that_are_gone_are_both_told() -> None:
    """Also where one was about the other."""
    questions = (DANGER, AGE, one("consent", "x", ("whose",)), one("told", "x", ("consent",)))
    read = again(rules(questions), kept({**ANSWERS, "told": ("yes",)}))
    assert (read.gone_answers, read.set_aside) == (("consent", "told"), ())


def test_an_answer_that_a_question_of_one_option_does_not_take_goes() -> None:
    """A question of many that has become one of one."""
    questions = (DANGER, AGE, CONSENT, TOLD)
    read = again(rules(questions), kept({**ANSWERS, "age": ("young", "old")}))
    assert "age" in read.gone_answers


def test_a_parents_yes_never_turns_into_a_childs() -> None:
    """Where another one's consent counts now, it is asked for anew, with what hangs on it."""
    guidance = rules(choices=[CHILD_AT_ANY_AGE])
    read = again(guidance, kept({**ANSWERS, "told": ("yes",)}))
    assert read.set_aside == ("consent", "told")
    assert "consent" not in read.case.answers
    assert read.another_outcome


def test_where_nobody_knows_whose_consent_it_was_it_is_asked_for_again() -> None:
    """A record does not say it; better one question more."""
    assert again(rules(), kept(about={})).set_aside == ("consent",)
    assert again(rules(), kept({"consent": ("given",)}, about={})).set_aside == ("consent",)


def test_another_outcome_opens_what_was_decided_on_the_first_one() -> None:
    """The decision is thought over; what is not about the outcome stays."""
    guidance = replace(rules(), rules=(rule("r0", always(DANGER), "stop"),))
    read = again(guidance, kept())
    assert (read.came_to, read.comes_to, read.another_outcome) == ("share", "stop", True)
    assert read.open_fields == ("decision", "override_reason")
    assert read.case.record == {"case_ref": "T-1", "area": "luton", "role": ""}
    assert read.case.kept_words == (KeptWords("role", "postcode", "x"),)


def test_another_outcome_opens_what_the_rules_say_is_about_it() -> None:
    """And what was written about the decision, which goes with it."""
    guidance = with_about(replace(rules(), rules=(rule("r0", always(DANGER), "stop"),)))
    read = again(guidance, kept())
    assert read.open_fields == ("area", "decision", "override_reason", "role")


def with_about(guidance: Guidance) -> Guidance:
    """The rules, with fields that are about something."""
    about = {"case_ref": ("consent", "whose"), "area": ("outcome",), "role": ("decision",)}
    fields = (replace(each, about=about.get(each.id, ())) for each in guidance.record_fields)
    return replace(guidance, record_fields=tuple(fields))


def test_what_was_written_about_an_answer_that_is_gone_is_open_again() -> None:
    """Or about a choice that comes to something else; under the same rules nothing is."""
    fewer = one("consent", "asked refused", about=("whose",))
    gone = again(with_about(rules((DANGER, AGE, fewer, TOLD))), kept())
    assert (gone.moved_fields, gone.changed) == (("case_ref",), True)
    assert "case_ref" not in gone.case.record
    other = again(with_about(rules(choices=[CHILD_AT_ANY_AGE])), kept({"age": ("young",)}))
    assert other.moved_fields == ("case_ref",)
    assert again(with_about(rules()), kept()).moved_fields == ()
    assert again(with_about(rules()), kept(digest="new", about={})).moved_fields == ()


def test_an_outcome_that_was_not_shown_is_no_other_one() -> None:
    """Nothing was decided on it."""
    read = again(rules(), kept(came_to=None, record={"decision": "share"}))
    assert (read.another_outcome, read.open_fields) == (False, ())


def test_a_question_that_the_rules_ask_now_is_told() -> None:
    """Where the interview went past it: it had an outcome, or answers from behind it."""
    extra = one("extra", "yes no")
    guidance = rules((DANGER, AGE, CONSENT, TOLD, extra))
    first = replace(guidance, rules=(rule("r0", IsOneOf("extra", ("yes",)), "ring"), *RULES))
    read = again(first, kept())
    assert (read.next, read.newly_needed, read.comes_to) == ("extra", True, None)
    behind = again(first, kept({"danger": ("no",)}, asked=("danger", "consent"), came_to=None))
    assert behind.newly_needed
    ahead = again(first, kept({}, asked=(), came_to=None))
    assert (ahead.next, ahead.newly_needed) == ("extra", False)
    assert not again(first, kept(asked=("extra", "danger"))).newly_needed


def test_fields_that_are_gone_or_take_other_values_are_told() -> None:
    """A field that is not there, an area and a decision that nobody has heard of."""
    record = {**RECORD, "weather": "wet", "area": "leeds", "decision": "dither", "purpose": "x"}
    read = again(rules(), kept(record=record))
    assert read.gone_fields == ("area", "decision", "weather", "purpose")
    assert read.open_fields == ()
    assert read.case.record == {"case_ref": "T-1", "override_reason": "", "role": ""}


def test_a_field_that_only_a_file_gives_stays_under_the_same_rules() -> None:
    """The rules need not ask for everything that a record may hold."""
    read = again(rules(), kept(record={"purpose": "x"}, digest="new"))
    assert read.case.record == {"purpose": "x"}


def test_a_draft_and_a_record_are_read_alike(
    guidance: Guidance, decision: Decision, records_of: RecordsOf
) -> None:
    """What was said, what was asked, what it came to, and under which rules."""
    (record,) = records_of([decision()])
    from_record = kept_in_record(record)
    assert from_record.came_to == "share-without-consent"
    assert from_record.asked == ("immediate_danger", "concern")
    draft = Draft(
        id="20261122-k7f3",
        started="",
        saved="",
        pack_id="pan-bedfordshire",
        pack_version="1.0.0",
        pack_digest="sha256:" + "a" * 64,
        engine="1",
        of=None,
        case=from_record.case,
        asked=from_record.asked,
        came_to=from_record.came_to,
    )
    assert kept_in_draft(draft) == from_record
    read = reread(guidance, from_record, ["luton"])
    assert (read.other_rules, read.next) == (True, "recipient")
    assert stand(guidance, read.case.answers).next is not None


def test_a_record_without_an_outcome_came_to_none(
    decision: Decision, records_of: RecordsOf
) -> None:
    """As an interview that was abandoned early."""
    (record,) = records_of([decision(outcome=None)])
    assert kept_in_record(record).came_to is None


@pytest.mark.parametrize("name", FATES)
def test_whatever_went_is_a_change(name: str) -> None:
    """Nothing goes without a word."""
    read, change = again(rules(), kept()), {name: ("x",)}
    assert replace(read, **change).changed  # type: ignore[arg-type]
    assert not read.changed


def test_many_options_stay_many() -> None:
    """An answer of several options that are all still there stands."""
    worry = many("worry", "a b c", alone="none")
    guidance = replace(rules((worry, DANGER, AGE, CONSENT, TOLD)))
    read = again(guidance, kept({**ANSWERS, "worry": ("a", "c")}))
    assert read.case.answers["worry"] == ("a", "c")
