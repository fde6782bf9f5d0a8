"""`infoshare assess` from what was kept: on from a record, "what if", and on with a draft."""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from infoshare_cli.core.record import Record
from infoshare_cli.files.draft_folder import read_drafts
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.logbook import read_records
from infoshare_cli.files.pack_entries import PACK_FILES
from tests.cli.conftest import Infoshare, Run
from tests.cli.test_assess import KEYS, RECORD, SERIOUS
from tests.conftest import Decision, RecordsOf
from tests.shipped import NOT_ASKED_YET

ASKS = {name: chosen[0] for name, chosen in NOT_ASKED_YET.items()}
"""A young person of 16 or 17 who should be asked first."""
TODAY = {
    "case_ref": "T-1", "area": "luton", "role": "teacher", "agency": "a school",
    "recipient_name": "health visitor", "purpose": "support", "information": "how he is at school",
    "decision": "ask-consent", "reason": "He should have his say.", "consent_record": "to be asked",
    "advice_taken": "my lead", "practitioner": "ab",
}  # fmt: skip
QUALITY = ["told-what", "told-who", "told-why", "told-implications", "explicit", "free"]
YES = {"consent": "given", "consent_quality": QUALITY}
NEW = {"decision": "share", "reason": "He said yes."}
GOES_ON = ["on", "given", "1 2 3 4 5 6"]
"""The review, then consent as it is today."""


def answers_file(tmp_path: Path, name: str = "given.json", **sections: Any) -> Path:
    """An answers file with these sections."""
    path = tmp_path / name
    path.write_text(json.dumps(sections), encoding="utf-8")
    return path


@pytest.fixture
def today(infoshare: Infoshare, tmp_path: Path) -> str:
    """A record that consent is to be asked for; its id."""
    path = answers_file(tmp_path, "today.json", answers=ASKS, record=TODAY)
    run = infoshare("assess", "--answers", path, "--no-input", "--json")
    assert (run.code, run.json["outcome"]["id"]) == (0, "seek-consent")
    return str(run.json["record"]["id"])


def tomorrow(infoshare: Infoshare, tmp_path: Path, *options: str, **sections: Any) -> Run:
    """Going on from the first record with a file, asking nothing, as JSON."""
    path = answers_file(tmp_path, **sections)
    told = ("--no-input", "--json", *options)
    return infoshare("assess", "--continue", "1", "--answers", path, *told)


def typed(infoshare: Infoshare, lines: Sequence[str], *arguments: str | Path) -> Run:
    """A call in words, with these lines typed."""
    return infoshare("--plain", *arguments, typed="".join(f"{line}\n" for line in lines))


def kept_fields(infoshare: Infoshare) -> Mapping[str, Any]:
    """The fields of the last record."""
    *_, last = infoshare("log", "export", "--format", "json").json
    fields: Mapping[str, Any] = last["fields"]
    return fields


def on_one_line(text: str) -> str:
    """Words as they follow on one another, wherever the lines end."""
    return " ".join(text.split())


def other_rules(tmp_path: Path, *changes: tuple[str, str, str]) -> Path:
    """A copy of the rules under version 9.9.9, with a text in a file replaced by another."""
    copy = tmp_path / "rules"
    shutil.copytree(shipped_rules(), copy)
    pack = copy / "pack.yaml"
    lines = pack.read_text(encoding="utf-8").splitlines()
    lines = ['  version: "9.9.9"' if line.startswith("  version:") else line for line in lines]
    pack.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, old, new in changes:
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text
        (copy / name).write_text(text.replace(old, new), encoding="utf-8")
    return copy


def renamed(old: str, new: str) -> Iterator[tuple[str, str, str]]:
    """A word of the rules changed wherever it stands in what decides."""
    for name in PACK_FILES:
        if old in (shipped_rules() / name).read_text(encoding="utf-8"):
            yield name, old, new


def write_log(log: Path, records: Sequence[Record]) -> None:
    """A log of these records."""
    log.parent.mkdir(exist_ok=True)
    log.write_bytes(b"".join(record.to_line() for record in records))


class TestContinue:
    """Consent asked today, sharing decided tomorrow."""

    @pytest.mark.parametrize("with_seq", [True, False])
    def test_consent_today_and_sharing_tomorrow(
        self, infoshare: Infoshare, tmp_path: Path, today: str, with_seq: bool
    ) -> None:
        """A decision of its own that points at the first one, by its number or its whole id."""
        path = answers_file(tmp_path, answers=YES, record=NEW)
        wanted = "1" if with_seq else today
        run = infoshare("assess", "--continue", wanted, "--answers", path, "--no-input", "--json")
        assert (run.code, list(run.json)) == (0, KEYS)
        assert run.json["outcome"]["id"] == "share-with-consent"
        assert (run.json["record"]["seq"], run.json["record"]["of"]) == (2, today)
        assert run.json["contacts"][0]["id"].startswith("luton")

    def test_the_log_shows_what_goes_on_from_what(
        self, infoshare: Infoshare, tmp_path: Path, today: str
    ) -> None:
        """In the list, in words and as JSON, and at the record itself; the log verifies."""
        assert tomorrow(infoshare, tmp_path, answers=YES, record=NEW).code == 0
        listed = infoshare("log", "list", "--json").json["records"]
        assert [each["of"] for each in listed] == [None, today]
        assert "share (continues 1)" in on_one_line(infoshare("log", "list").out)
        assert "It continues record 1." in on_one_line(infoshare("log", "show", "2").out)
        assert infoshare("log", "verify", "--json").json["integrity"] == "ok"

    @pytest.mark.usefixtures("today")
    def test_which_case_it_is_goes_over_and_what_was_decided_does_not(
        self, infoshare: Infoshare, tmp_path: Path
    ) -> None:
        """Nobody signs yesterday's reason."""
        assert tomorrow(infoshare, tmp_path, answers=YES, record=NEW).code == 0
        fields = kept_fields(infoshare)
        for name in ("case_ref", "area", "role", "recipient_name", "purpose", "information"):
            assert fields[name] == TODAY[name]
        assert (fields["decision"], fields["reason"]) == ("share", "He said yes.")
        assert (fields["consent_record"], fields["advice_taken"]) == (None, None)

    @pytest.mark.usefixtures("today")
    def test_a_new_decision_needs_a_new_reason(
        self, infoshare: Infoshare, tmp_path: Path, log: Path
    ) -> None:
        """The case number is there; what was decided is not, and nothing is logged."""
        run = tomorrow(infoshare, tmp_path, answers=YES, record={"role": "teacher"})
        assert (run.code, run.json["needs_record"]) == (3, ["decision", "reason"])
        assert run.json["outcome"]["id"] == "share-with-consent"
        assert len(list(read_records(log))) == 1

    @pytest.mark.usefixtures("today")
    def test_consent_is_asked_for_again(self, infoshare: Infoshare, log: Path) -> None:
        """Without an answer of today it is the next question, and the rest of the answers stand."""
        run = infoshare("assess", "--continue", "1", "--no-input", "--json")
        assert (run.code, run.json["needs"][0], run.json["record"]) == (3, "consent", None)
        assert run.json["rests_on"]["age_band"] == "16-17"
        assert "Consent may be another today" in on_one_line(run.err)
        assert len(list(read_records(log))) == 1

    @pytest.mark.usefixtures("today")
    def test_without_a_record_section_nothing_is_kept(
        self, infoshare: Infoshare, tmp_path: Path, log: Path
    ) -> None:
        """As with any answers file; and with --no-log, with it."""
        assert tomorrow(infoshare, tmp_path, answers=YES).json["record"] is None
        assert tomorrow(infoshare, tmp_path, "--no-log", answers=YES, record=NEW).code == 0
        assert len(list(read_records(log))) == 1

    @pytest.mark.usefixtures("today")
    def test_another_recipient_takes_along_what_was_written_about_the_first(
        self, infoshare: Infoshare, tmp_path: Path
    ) -> None:
        """What stands in the record is about today's recipient, or empty; and that is told."""
        changed = {"recipient": "family", "recipient_risk": "yes"}
        record = {"decision": "not-share", "reason": "Not safe.", "purpose": "none of theirs"}
        run = tomorrow(infoshare, tmp_path, answers={**YES, **changed}, record=record)
        assert (run.code, run.json["outcome"]["id"]) == (0, "do-not-share")
        fields = kept_fields(infoshare)
        assert (fields["recipient_name"], fields["information"]) == (None, None)
        assert (fields["purpose"], fields["role"]) == ("none of theirs", "teacher")
        said = on_one_line(run.err)
        assert "so these answers are open again" not in said
        assert (
            "This was written about something that you have changed, so it is open again: "
            "- Who gets the information, or would get it? - What do you share, in outline?"
        ) in said

    @pytest.mark.usefixtures("today")
    def test_a_person_looks_the_answers_through_first(
        self, infoshare: Infoshare, drafts: Path, today: str
    ) -> None:
        """Then consent, the outcome, and what is new of the record; the draft is gone then."""
        lines = [*GOES_ON, "on", "1 2 3 4 5 6 7 8 9 10", "", "share", "He said yes."]
        lines += ["He, by me, today.", "", "", "by hand", "", "", "record"]
        run = typed(infoshare, lines, "assess", "--continue", "1")
        assert run.code == 0, run.err[-600:]
        said = on_one_line(run.err)
        assert said.index("You go on from record 1 of") < said.index("What you have answered")
        assert said.index("What you have answered") < said.index("Is all of this still so?")
        assert "Who gets the information, or would get it? Write" not in said
        assert "Recorded as number 2." in on_one_line(run.out)
        fields = kept_fields(infoshare)
        assert (fields["consent_record"], fields["recipient_name"]) == (
            "He, by me, today.",
            "health visitor",
        )
        assert infoshare("log", "list", "--json").json["records"][1]["of"] == today
        assert not read_drafts(drafts).readable

    @pytest.mark.usefixtures("today")
    def test_an_answer_can_be_changed_at_once(self, infoshare: Infoshare) -> None:
        """What was carried over about the former recipient is set aside, and asked for again."""
        lines = ["change", "recipient", "family", "yes", "on", "the father", "to see him", "on it"]
        run = typed(infoshare, lines, "assess", "--continue", "1")
        said = on_one_line(run.err)
        moved = said.partition("What you wrote here was about what you changed")[2]
        for ask in ("Who gets the information", "What is it for?", "What do you share"):
            assert ask in moved.partition("Question")[0]
            assert ask in moved.partition("Question")[2]
        assert "What have you decided?" in said

    @pytest.mark.usefixtures("today")
    def test_a_draft_of_it_goes_on_pointing_at_the_record(
        self, infoshare: Infoshare, log: Path, today: str
    ) -> None:
        """Left at the pause and taken up again, it still continues that record."""
        assert typed(infoshare, [*GOES_ON, "stop"], "assess", "--continue", "1").code == 0
        lines = [
            "on",
            "1 2 3 4 5 6 7 8 9 10",
            "",
            "share",
            "Yes.",
            "",
            "",
            "",
            "",
            "",
            "",
            "record",
        ]
        run = typed(infoshare, lines, "assess", "--resume")
        assert run.code == 0, run.err[-600:]
        assert [record.head.of for record in read_records(log)] == [None, today]

    @pytest.mark.usefixtures("today")
    def test_an_interview_that_was_abandoned_goes_on(
        self, infoshare: Infoshare, log: Path, tmp_path: Path
    ) -> None:
        """From the answers that were given, with the next question."""
        assert typed(infoshare, ["no", "child-significant-harm", "save"], "assess").code == 3
        assert infoshare("assess", "--discard").code == 0
        run = infoshare("assess", "--continue", "2", "--no-input", "--json")
        assert (run.code, run.json["needs"][0]) == (3, "recipient")
        path = answers_file(tmp_path, answers={"recipient": "safeguarding"}, record=RECORD)
        run = infoshare("assess", "--continue", "2", "--answers", path, "--no-input", "--json")
        assert (run.code, run.json["outcome"]["id"]) == (0, "share-without-consent")
        abandoned, decided = list(read_records(log))[1:]
        assert (abandoned.head.kind, decided.head.of) == ("abandoned", abandoned.head.id)

    @pytest.mark.usefixtures("today")
    def test_another_area_is_refused(self, infoshare: Infoshare, tmp_path: Path, log: Path) -> None:
        """The same one in another spelling is not; nothing is guessed."""
        both = {"answers": YES, "record": NEW}
        assert tomorrow(infoshare, tmp_path, "--area", "bedford", **both).code == 2
        assert len(list(read_records(log))) == 1
        assert tomorrow(infoshare, tmp_path, "--area", "Luton council", **both).code == 0

    @pytest.mark.usefixtures("today")
    @pytest.mark.parametrize("wanted", ["2", "0", "-1", "nothing", "b643cb69"])
    def test_a_record_that_is_not_there(self, infoshare: Infoshare, wanted: str) -> None:
        """Exit 2, in words and as JSON, also for a part of an id."""
        for option in ("--continue", "--what-if"):
            run = infoshare("assess", option, wanted, "--no-input", "--json")
            assert (run.code, run.json["status"]) == (2, "error")
            assert infoshare("assess", option, wanted, "--no-input").code == 2

    def test_without_a_log_there_is_no_record(self, infoshare: Infoshare, log: Path) -> None:
        """And none is made by looking."""
        assert infoshare("assess", "--continue", "1", "--no-input").code == 2
        assert not log.exists()

    def test_what_was_erased_is_asked_again(
        self,
        infoshare: Infoshare,
        log: Path,
        decision: Decision,
        records_of: RecordsOf,
        erased: RecordsOf,
    ) -> None:
        """The answers that are left stand; the redaction itself holds none."""
        records = records_of([decision(purpose="To help.")])
        write_log(log, erased(records, 1, "reason", "answer.concern", "case_ref"))
        run = infoshare("assess", "--continue", "1", "--no-input", "--json")
        assert (run.code, run.json["needs"][0]) == (3, "concern")
        assert run.json["rests_on"] == {"immediate_danger": "no"}
        refused = infoshare("assess", "--continue", "2", "--no-input", "--json")
        assert refused.code == 2
        assert "redaction" in refused.json["faults"][0]["found"]

    @pytest.mark.usefixtures("today")
    def test_a_record_that_is_broken_is_not_gone_on_from(
        self, infoshare: Infoshare, log: Path
    ) -> None:
        """Exit 4: nothing is built on what is not as it was written."""
        log.write_bytes(log.read_bytes().replace(b"health visitor", b"health visitir"))
        for option in ("--continue", "--what-if"):
            run = infoshare("assess", option, "1", "--no-input", "--json")
            assert (run.code, run.json["status"]) == (4, "error")
            assert "visit" not in run.out + run.err

    @pytest.mark.usefixtures("today")
    def test_under_other_rules_it_is_read_again(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """An answer that is not there to choose any more is asked for; both versions are told."""
        rules = other_rules(tmp_path, *renamed("professional", "helper"))
        call = ("--rules", rules, "assess", "--continue", "1", "--no-input")
        run = infoshare(*call, "--json")
        assert (run.code, run.json["needs"][0]) == (3, "recipient")
        said = on_one_line(run.err)
        assert "Now they are pan-bedfordshire 9.9.9." in said
        assert "Your answer to this is not there to choose any more: Who would get" in said
        assert "Please write it again: Who gets the information, or would get it?" in said
        assert run.json["pack"]["version"] == "9.9.9"


HARM = {"concern": "child-significant-harm"}
SHARE = "Share what they need now."


@pytest.mark.usefixtures("today")
class TestWhatIf:
    """Other answers in a record: told, and never kept."""

    @pytest.fixture(autouse=True)
    def nothing_is_kept(self, today: str, log: Path, drafts: Path) -> Any:
        """Whatever is tried, the log stays as it is, and no draft is kept."""
        before = log.read_bytes()
        yield
        assert log.read_bytes() == before, today
        assert not drafts.exists()

    def tried(self, infoshare: Infoshare, tmp_path: Path, *options: str, **sections: Any) -> Run:
        """What the answers of a file would have made of it."""
        path = answers_file(tmp_path, **sections)
        return infoshare("assess", "--what-if", "1", "--answers", path, *options)

    def test_a_file_as_json(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """All keys of a decision, and what would be other; a record in the file is not kept."""
        run = self.tried(infoshare, tmp_path, "--json", answers=HARM, record=RECORD)
        assert (run.code, list(run.json)) == (0, KEYS)
        assert (run.json["status"], run.json["record"]) == ("decided", None)
        assert run.json["outcome"]["id"] == "share-without-consent"
        assert run.json["needs"] == []
        told = run.json["what_if"]
        assert told["changed"] == {"concern": ["child-significant-harm"]}
        assert told["before"]["outcome"] == "seek-consent"
        assert told["after"]["outcome"] == "share-without-consent"
        assert "consent" in told["no_longer_needed"]
        assert run.err == ""

    def test_a_file_in_words(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """On standard output, with the outcome then and now."""
        run = self.tried(infoshare, tmp_path, answers=HARM)
        assert (run.code, run.err) == (0, "")
        told = on_one_line(run.out)
        assert "As it was: Ask for consent first." in told
        assert f"As it would be: {SHARE}" in told
        assert "Nothing is recorded, and the record stays as it is." in told

    @pytest.mark.parametrize("options", [["--json"], []])
    def test_where_more_would_be_asked(
        self, infoshare: Infoshare, tmp_path: Path, options: list[str]
    ) -> None:
        """Exit 3, with what would be asked and what could come; what hung on it is set aside."""
        run = self.tried(infoshare, tmp_path, *options, answers={"recipient": "family"})
        assert run.code == 3
        if not options:
            assert "Still open: more would be asked." in on_one_line(run.out)
            return
        assert (run.json["status"], list(run.json)) == ("needs-answers", KEYS)
        assert run.json["needs"][0] == run.json["what_if"]["needs"][0] == "recipient_risk"
        assert run.json["possible"] == run.json["what_if"]["possible"]
        assert "consent" in run.json["what_if"]["set_aside"]
        assert run.json["what_if"]["after"] is None or not run.json["what_if"]["after"]["outcome"]

    def test_nothing_changed_is_no_change(self, infoshare: Infoshare) -> None:
        """The record's own outcome comes out, and that is said."""
        run = infoshare("assess", "--what-if", "1", "--no-input", "--json")
        assert (run.code, run.json["outcome"]["id"]) == (0, "seek-consent")
        assert run.json["what_if"]["changed"] == {}
        plain = infoshare("assess", "--what-if", "1", "--no-input")
        assert "each answer is as it was" in plain.out

    def test_a_person_tries_one_answer_after_the_other(self, infoshare: Infoshare) -> None:
        """What is new is asked; then another answer, or the record as it is once more."""
        lines = ["recipient", "family", "yes", "again", "concern", "child-significant-harm", "stop"]
        run = typed(infoshare, lines, "assess", "--what-if", "1")
        assert run.code == 0, run.err[-600:]
        told = on_one_line(run.out)
        first, _, second = told.partition("As it would be: Do not share this.")
        assert "As it was: Ask for consent first." in first
        assert f"As it would be: {SHARE}" in second
        assert "These answers were about what you changed" in on_one_line(run.err)

    def test_the_last_of_it_is_the_json(self, infoshare: Infoshare) -> None:
        """Alone on standard output; the pages stand on standard error."""
        lines = ["concern", "child-significant-harm", "stop"]
        run = typed(infoshare, lines, "assess", "--what-if", "1", "--json")
        assert (run.code, list(run.json)) == (0, KEYS)
        assert run.json["what_if"]["changed"] == {"concern": ["child-significant-harm"]}
        assert f"As it would be: {SHARE}" in on_one_line(run.err)

    def test_going_back_gives_the_change_up(self, infoshare: Infoshare) -> None:
        """As it was before, and the next change is tried on that."""
        lines = ["recipient", "family", "back", "more", "concern", "child-significant-harm", "stop"]
        run = typed(infoshare, lines, "assess", "--what-if", "1", "--json")
        assert run.json["what_if"]["changed"] == {"concern": ["child-significant-harm"]}

    def test_leaving_at_once_tells_nothing(self, infoshare: Infoshare) -> None:
        """Exit 130, as wherever a person leaves so."""
        run = typed(infoshare, ["quit"], "assess", "--what-if", "1", "--json")
        assert (run.code, run.out) == (130, "")

    def test_every_rule_can_be_told_with_it(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """Of the case as it would be."""
        run = self.tried(infoshare, tmp_path, "--json", "--explain", answers=HARM)
        assert run.json["explained"][-1]["fits"] is True
        assert run.json["firmness"]["outcome"] == "share-without-consent"

    def test_other_rules_are_tried_on_it(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """What the rules of today would say of yesterday's case."""
        rules = other_rules(tmp_path)
        path = answers_file(tmp_path, answers=HARM)
        call = ("--rules", rules, "assess", "--what-if", "1", "--answers", path, "--json")
        run = infoshare(*call)
        assert (run.code, run.json["pack"]["version"]) == (0, "9.9.9")


class TestResume:
    """On with a draft, wherever it was left."""

    def test_from_the_pause(self, infoshare: Infoshare, drafts: Path, log: Path) -> None:
        """The outcome is told again, and the record follows; then the draft is gone."""
        left = typed(infoshare, ["yes", "stop"], "assess")
        assert (left.code, len(read_drafts(drafts).readable)) == (0, 1)
        assert "infoshare assess --resume" in left.err
        lines = ["on", "Luton", "T-1", "", "share", "Danger.", "record"]
        run = typed(infoshare, lines, "assess", "--resume")
        assert run.code == 0, run.err[-600:]
        assert "You go on with the draft" in on_one_line(run.err)
        assert "Call 999 now." in run.out
        assert "Question 1" not in run.err
        assert [record.text("case_ref") for record in read_records(log)] == ["T-1"]
        assert not read_drafts(drafts).readable

    def test_from_within_the_record(self, infoshare: Infoshare, drafts: Path) -> None:
        """What was written stays written; the next open field comes after the outcome."""
        lines = ["yes", "on", "Luton", "T-1", "what she said", "save"]
        assert typed(infoshare, lines, "assess").code == 0
        (draft,) = read_drafts(drafts).readable
        assert draft.case.record == {
            "area": "luton", "case_ref": "T-1", "information": "what she said",
        }  # fmt: skip
        run = typed(infoshare, ["on", "share", "Danger.", "record"], "assess", "--resume", "--json")
        assert (run.code, run.json["record"]["seq"]) == (0, 1)
        fields = kept_fields(infoshare)
        assert (fields["information"], fields["reason"]) == ("what she said", "Danger.")

    def test_a_change_half_way_is_kept_without_what_it_made_false(
        self, infoshare: Infoshare, drafts: Path
    ) -> None:
        """What was written about the former recipient is not in the draft either."""
        lines = ["no", "child-significant-harm", "safeguarding", "on", "own-concern", "none"]
        lines += ["Luton", "T-1", "a teacher", "", "duty social worker", "to keep her safe"]
        lines += ["back"] * 10 + ["professional", "save"]
        assert typed(infoshare, lines, "assess").code == 3
        (draft,) = read_drafts(drafts).readable
        assert draft.case.answers["recipient"] == ("professional",)
        assert {*draft.case.record} == {"area", "case_ref", "role", "agency"}

    def test_under_other_rules(self, infoshare: Infoshare, drafts: Path, tmp_path: Path) -> None:
        """Both versions are told; what the draft then holds is of the rules of today."""
        assert typed(infoshare, ["no", "child-welfare", "save"], "assess").code == 3
        rules = other_rules(tmp_path)
        lines = ["child-significant-harm", "save"]
        run = typed(infoshare, lines, "--rules", rules, "assess", "--resume")
        assert "Now they are pan-bedfordshire 9.9.9." in on_one_line(run.err)
        (draft,) = read_drafts(drafts).readable
        assert draft.pack_version != "9.9.9"
        run = typed(infoshare, ["safeguarding", "save"], "--rules", rules, "assess", "--resume")
        (draft,) = read_drafts(drafts).readable
        assert draft.pack_version == "9.9.9"
        assert {*draft.case.answers} == {"immediate_danger", "concern", "recipient"}

    def test_other_rules_with_another_outcome_open_what_was_written_in_view_of_it(
        self, infoshare: Infoshare, drafts: Path, tmp_path: Path
    ) -> None:
        """It is told before anything is asked, and asked for again."""
        lines = [*("no", "child-significant-harm", "safeguarding", "on", "own-concern", "none")]
        lines += ["Luton", "T-1", "a teacher", "", "duty social worker", "safety", "all", "save"]
        assert typed(infoshare, lines, "assess").code == 0
        was = "recipient: safeguarding\n    outcome: share-without-consent"
        now = "recipient: safeguarding\n    outcome: share-elsewhere"
        rules = other_rules(tmp_path, ("decision.yaml", was, now))
        run = typed(infoshare, ["on"], "--rules", rules, "assess", "--resume")
        said = on_one_line(run.err)
        assert "As the outcome has changed, this is open again: Who gets the information" in said
        (draft,) = read_drafts(drafts).readable
        assert {*draft.case.record} == {"area", "case_ref", "role", "agency", "purpose"}

    def test_another_area_is_refused(self, infoshare: Infoshare, drafts: Path) -> None:
        """As from a record; the draft stays as it is."""
        lines = ["yes", "on", "Luton", "T-1", "save"]
        assert typed(infoshare, lines, "assess").code == 0
        before = read_drafts(drafts)
        assert typed(infoshare, [], "assess", "--resume", "--area", "bedford").code == 2
        assert read_drafts(drafts) == before

    def test_serious_needs_no_more(self, infoshare: Infoshare) -> None:
        """Where nobody says anything more, nothing is decided, and the draft says how to go on."""
        assert typed(infoshare, ["no"], "assess").code == 3
        run = typed(infoshare, [], "assess", "--resume", "--json")
        assert (run.code, run.json["needs"][0]) == (3, "concern")
        assert run.json["rests_on"] == {"immediate_danger": SERIOUS["immediate_danger"]}
