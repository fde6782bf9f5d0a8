"""`infoshare log amend`, `follow-up` and `review`: what is recorded, told and refused."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from infoshare_cli.cli import append_about, write_about
from infoshare_cli.cli.fill_form import Filled, fill_form
from infoshare_cli.core.record import Record
from infoshare_cli.core.verify import verify
from infoshare_cli.files.log_lines import read_lines
from infoshare_cli.files.logbook import read_records
from tests.cli import made_up_log
from tests.cli.conftest import Infoshare, Run
from tests.conftest import Decision, RecordsOf, about, numbered_id


@dataclass(frozen=True)
class Journey:
    """What somebody wants to add to a record, and what comes of it."""

    command: str
    given: Mapping[str, str]
    kind: str
    next_step: str = ""


JOURNEYS = {
    "a correction": Journey(
        "amend",
        {"change": "correction", "field": "reason", "correction": "Two visits.",
         "reason": "I mixed them up."},
        "amendment",
    ),
    "consent withdrawn": Journey(
        "amend",
        {"change": "consent-withdrawn", "consent_record": "The mother, by telephone.",
         "happened_on": "2026-11-22", "reason": "She changed her mind."},
        "amendment",
        "infoshare assess --continue 1",
    ),
    "more shared": Journey(
        "amend",
        {"change": "shared-more", "recipient_name": "Duty social worker, Luton MASH",
         "information": "Dates of two visits.", "method": "Secure e-mail.",
         "reason": "They asked for the dates.", "review_on": "2027-01-31"},
        "amendment",
        "infoshare log follow-up 1",
    ),
    "receipt confirmed": Journey(
        "follow-up",
        {"follow_up": "receipt-confirmed", "confirmed_by": "Duty social worker"},
        "follow-up",
    ),
    "outcome": Journey(
        "follow-up", {"follow_up": "outcome", "details": "A visit is planned."}, "follow-up"
    ),
    "kept": Journey(
        "review",
        {"retention": "keep", "reason": "The case is open.", "review_on": "2027-01-31"},
        "review",
    ),
    "to be erased": Journey(
        "review",
        {"retention": "erase", "reason": "It is old.", "authority": "The retention schedule"},
        "review",
        "infoshare log redact 1 --whole",
    ),
    "held": Journey(
        "review",
        {"retention": "hold", "reason": "An inquiry.", "authority": "The county court",
         "role": "Records manager"},
        "hold",
        "infoshare log review 1",
    ),
}  # fmt: skip


def write(log: Path, records: list[Record], *more: bytes) -> None:
    """Make a log with these records."""
    log.parent.mkdir(exist_ok=True)
    log.write_bytes(b"".join([*(record.to_line() for record in records), *more]))


@pytest.fixture
def kept(log: Path, decision: Decision, records_of: RecordsOf) -> Path:
    """A log with a decision and an amendment of it."""
    first = numbered_id(1)
    amendment = about("amendment", first, 1, change="correction", field="role", correction="Nurse")
    write(log, records_of([decision(), amendment]))
    return log


def answers(folder: Path, given: Mapping[str, str]) -> Path:
    """A file with what is to be recorded."""
    path = folder / "record.json"
    path.write_text(json.dumps({"record": given}), encoding="utf-8")
    return path


def last(log: Path) -> Record:
    """The last record of the log, which is sound."""
    assert verify(read_lines(log)).sound
    return list(read_records(log))[-1]


def written(record: Record) -> dict[str, object]:
    """The fields in which something stands."""
    return {name: each.value for name, each in record.body.items() if each.value is not None}


def in_the_log(journey: Journey) -> dict[str, str]:
    """The fields that such a record has: what a hold is, its kind says."""
    apart = () if journey.kind == "review" else ("retention",)
    return {name: text for name, text in journey.given.items() if name not in apart}


@pytest.mark.parametrize("journey", JOURNEYS.values(), ids=list(JOURNEYS))
@pytest.mark.parametrize("wanted", ["1", "2", numbered_id(2)])
def test_a_file_is_recorded_about_the_interview(
    infoshare: Infoshare, kept: Path, tmp_path: Path, journey: Journey, wanted: str
) -> None:
    """Whichever record of the life is named; the receipt has the anchor and the next step."""
    file = answers(tmp_path, journey.given)
    run = infoshare("log", journey.command, wanted, "--answers", file, "--no-input")
    assert (run.code, run.err) == (0, "")
    record = last(kept)
    assert (record.head.seq, record.head.kind, record.head.of) == (3, journey.kind, numbered_id(1))
    assert written(record) == in_the_log(journey)
    assert "Recorded as number 3." in run.out
    assert "Anchor: 3." in run.out
    assert "To read all of it: infoshare log show 1" in run.out
    assert journey.next_step in run.out


@pytest.mark.parametrize("journey", JOURNEYS.values(), ids=list(JOURNEYS))
def test_standard_input_is_read_and_told_as_json(
    infoshare: Infoshare, kept: Path, journey: Journey
) -> None:
    """`--answers -` asks nothing, and the document has every key."""
    typed = json.dumps({"record": journey.given})
    run = infoshare("log", journey.command, "1", "--answers", "-", "--json", typed=typed)
    assert (run.code, run.err) == (0, "")
    record, told = last(kept), run.json["record"]
    assert (told["seq"], told["id"]) == (record.head.seq, record.head.id)
    assert {**run.json, "record": None} == {
        "status": "recorded",
        "kind": journey.kind,
        "of": {"seq": 1, "id": numbered_id(1)},
        "record": None,
        "needs_record": [],
        "private_words": [],
        "remarks": [],
    }


def test_lines_from_a_pipe_are_answers(infoshare: Infoshare, kept: Path) -> None:
    """As at a plain terminal; what there is to know of the record stands before the questions."""
    lines = ["1", "Duty social worker", "2026-11-22", "", "", "Nurse", "", "1"]
    run = infoshare("log", "follow-up", "2", typed="\n".join([*lines, ""]))
    assert run.code == 0
    assert written(last(kept)) == {
        "follow_up": "receipt-confirmed",
        "confirmed_by": "Duty social worker",
        "happened_on": "2026-11-22",
        "role": "Nurse",
    }
    before = run.err.partition("What do you want to note?")[0]
    assert "Record: 1, of 22 Nov 2026" in before
    assert "Decision: Share it with this recipient" in before
    assert "Record 2, 22 Nov 2026: Something was corrected" in before
    assert "It should say: Nurse" in before
    assert "You named record 2. What you say is about record 1." in before
    checked = run.err.partition("This will be recorded")[2]
    assert "It is about record 1, of 22 Nov 2026. Case: T-1." in checked


def test_a_correction_is_read_beside_what_stands_there_now(
    infoshare: Infoshare, kept: Path
) -> None:
    """At the question and at the check, a choice in words; and what it was corrected to before."""
    for number, now, again in (
        ("2", "Luton", ""),
        ("4", "Nothing. It was left empty.", "\nCorrected in record 2: Nurse"),
        ("11", "Share it with this recipient", ""),
        ("12", "Made up for a test.", ""),
    ):
        lines = ["1", number, "Other words.", "A slip.", "", "", "", "", "3"]
        run = infoshare("log", "amend", "1", typed="\n".join([*lines, ""]))
        assert run.code == 0
        asked, _, checked = run.err.partition("This will be recorded")
        assert f"What stands there now: {now}{again}\nWrite the whole of it anew" in asked
        shown = again.replace("\n", "\n  ")
        assert f"- What stands there now\n  {now}{shown}\n- What should it say?" in checked
    assert last(kept).head.seq == 2


def test_a_day_on_which_nothing_can_have_happened_is_asked_again(
    infoshare: Infoshare, kept: Path, tmp_path: Path
) -> None:
    """One that has not come, or a slip in the year; in a file it is a fault."""
    lines = ["1", "", "9998-01-31", "1926-11-22", "2026-11-22", "", "", "", "", "1"]
    run = infoshare("log", "follow-up", "1", typed="\n".join([*lines, ""]))
    assert run.code == 0
    assert run.err.count("That day has not come yet.") == 1
    assert run.err.count("That day is before 1970. Please check the year.") == 1
    assert last(kept).text("happened_on") == "2026-11-22"
    file = answers(tmp_path, {**JOURNEYS["outcome"].given, "happened_on": "9998-01-31"})
    refused = infoshare("log", "follow-up", "1", "--answers", file, "--json")
    assert (refused.code, refused.json["faults"][0]["path"]) == (2, "record.happened_on")


@pytest.mark.parametrize(("role", "told"), [("", True), ("Nurse", False)])
def test_a_record_without_an_author_is_told_at_the_check(
    infoshare: Infoshare, kept: Path, *, role: str, told: bool
) -> None:
    """It may be so, but nobody should overlook it."""
    lines = ["4", "", "It is over.", "", role, "", "3"]
    run = infoshare("log", "follow-up", "1", typed="\n".join([*lines, ""]))
    assert run.code == 0
    assert ("Nobody is named as the author." in run.err) is told


def test_what_a_file_gives_is_not_asked_again(
    infoshare: Infoshare, kept: Path, tmp_path: Path
) -> None:
    """The rest is; and all of it is read at the end."""
    given = {"change": "consent-withdrawn", "consent_record": "The mother.", "role": "Nurse"}
    lines = ["", "She rang.", "", "", "", "1"]
    run = infoshare("log", "amend", "1", "--answers", answers(tmp_path, given),
                    typed="\n".join([*lines, ""]))  # fmt: skip
    assert run.code == 0
    assert written(last(kept)) == {**given, "reason": "She rang."}
    asked, _, checked = run.err.partition("This will be recorded")
    assert "What has changed?" not in asked
    assert "What is your role?" not in asked
    assert "The mother." in checked


@pytest.mark.parametrize(
    ("command", "given", "needed"),
    [
        ("amend", {}, ["change", "reason"]),
        ("amend", {"change": "correction"}, ["field", "correction", "reason"]),
        ("follow-up", {"follow_up": "outcome"}, ["details"]),
        ("review", {"retention": "keep", "reason": "Open."}, ["review_on"]),
    ],
)
def test_what_is_missing_is_told_and_nothing_is_recorded(
    infoshare: Infoshare,
    kept: Path,
    tmp_path: Path,
    *,
    command: str,
    given: Mapping[str, str],
    needed: list[str],
) -> None:
    """Exit 3, for people and for programs, with a file and with nobody there."""
    before, file = kept.read_bytes(), answers(tmp_path, given)
    for options in (["--no-input"], []):
        run = infoshare("log", command, "1", "--answers", file, "--json", *options)
        assert (run.code, run.json["status"]) == (3, "needs-answers")
        assert run.json["needs_record"] == needed
        assert run.json["record"] is None
        told = infoshare("log", command, "1", "--answers", file, *options)
        assert (told.code, told.out) == (3, "")
        assert all(f"- {name}: " in told.err for name in needed)
    assert kept.read_bytes() == before


def test_a_complete_file_is_recorded_where_nobody_says_anything(
    infoshare: Infoshare, kept: Path, tmp_path: Path
) -> None:
    """Without --no-input too, as with `assess`; but not once somebody has begun to answer."""
    file = answers(tmp_path, JOURNEYS["outcome"].given)
    run = infoshare("log", "follow-up", "1", "--answers", file, typed="2026-11-22\n")
    assert (run.code, run.out) == (3, "")
    assert "The input ended: nothing was recorded." in run.err
    assert infoshare("log", "follow-up", "1", "--answers", file).code == 0
    assert last(kept).head.seq == 3


def test_leaving_at_the_check_records_nothing(infoshare: Infoshare, kept: Path) -> None:
    """Exit 0, for that is what the person wanted."""
    before = kept.read_bytes()
    lines = ["4", "", "It is over.", "", "", "", "3"]
    run = infoshare("log", "follow-up", "1", "--json", typed="\n".join([*lines, ""]))
    assert (run.code, run.json["status"], run.json["record"]) == (0, "left", None)
    assert run.json["remarks"] == ["Nothing was recorded."]
    assert kept.read_bytes() == before


def test_a_hold_is_told_and_released_once(infoshare: Infoshare, kept: Path) -> None:
    """Two holds are two; and what is not held cannot be released."""
    released = {"retention": "release", "reason": "It is over."}
    hold, release = ({"record": each} for each in (JOURNEYS["held"].given, released))

    def review(record: Mapping[str, object]) -> Run:
        return infoshare("log", "review", "1", "--answers", "-", typed=json.dumps(record))

    refused = review(release)
    assert (refused.code, refused.out) == (2, "")
    assert "Record 1 is not held." in refused.err
    assert (review(hold).code, review(hold).code) == (0, 0)
    assert "Another hold still stands on it" in review(release).out
    told = infoshare("log", "review", "1", typed="").err
    assert "It is held" in told
    assert "Release a hold" in told
    assert "No hold stands on it any more." in review(release).out
    assert last(kept).head.kind == "release"
    assert review(release).code == 2
    assert "Release a hold" not in infoshare("log", "review", "1", typed="").err


def test_a_hold_counts_for_the_whole_story(
    infoshare: Infoshare, log: Path, every_kind: list[Record]
) -> None:
    """A record about one decision may release what holds the one that it goes on from."""
    write(log, every_kind)
    hold = {"record": JOURNEYS["held"].given}
    assert infoshare("log", "review", "1", "--answers", "-", typed=json.dumps(hold)).code == 0
    release = {"record": {"retention": "release", "reason": "It is over."}}
    run = infoshare("log", "review", "2", "--answers", "-", typed=json.dumps(release))
    assert (run.code, last(log).head.of) == (0, numbered_id(2))


def test_any_record_of_a_life_may_be_named_and_all_of_it_is_told(
    infoshare: Infoshare, log: Path, every_kind: list[Record]
) -> None:
    """A redaction leads to the decision whose words it erased, an abandoned interview to itself."""
    write(log, every_kind)
    outcome = json.dumps({"record": JOURNEYS["outcome"].given})
    for wanted, beginning in (("5", 1), ("8", 3), ("9", 2), ("3", 3)):
        run = infoshare("log", "follow-up", wanted, "--answers", "-", "--json", typed=outcome)
        assert (run.code, run.json["of"]["seq"]) == (0, beginning)
    told = infoshare("log", "amend", "1").err
    assert "Record 2: a decision that goes on from it" in told
    abandoned = infoshare("log", "amend", "3").err
    assert "none; the interview was abandoned" in abandoned


def test_words_that_may_name_somebody_are_told_where_nobody_can_be_asked(
    infoshare: Infoshare, kept: Path
) -> None:
    """By field, kind and place, and never the words; the record is written all the same."""
    given = {"change": "correction", "field": "case_ref", "correction": "Sarah Jones",
             "reason": "Rang 07700 900123."}  # fmt: skip
    typed = json.dumps({"record": given})
    run = infoshare("log", "amend", "1", "--answers", "-", "--json", typed=typed)
    assert run.code == 0
    assert run.json["private_words"] == [
        {"field": "correction", "kind": "name", "start": 0, "end": 11},
        {"field": "reason", "kind": "telephone", "start": 5, "end": 17},
    ]
    (remark,) = run.json["remarks"]
    assert remark.startswith("These parts of the record may name somebody: correction, reason.")
    assert "Sarah" not in run.out + run.err
    assert written(last(kept)) == given


def test_each_field_is_read_as_what_it_is(infoshare: Infoshare, kept: Path) -> None:
    """Practitioners may say who they are, and an authority is an organisation."""
    corrected = {"change": "correction", "field": "practitioner", "correction": "Sarah Jones",
                 "reason": "A slip."}  # fmt: skip
    held = {**JOURNEYS["held"].given, "authority": "Marl Otters", "practitioner": "Sarah Jones"}
    for command, given in (("amend", corrected), ("review", held)):
        typed = json.dumps({"record": given})
        run = infoshare("log", command, "1", "--answers", "-", "--json", typed=typed)
        assert (run.code, run.json["private_words"]) == (0, [])
    assert last(kept).head.seq == 4


def test_words_of_a_file_are_settled_with_whoever_is_there(
    infoshare: Infoshare, kept: Path, tmp_path: Path
) -> None:
    """What is kept stands in the record with its reason."""
    given = {"follow_up": "outcome", "details": "Sarah Jones rang."}
    lines = ["", "3", "The court wants it.", "", "", "", "1"]
    run = infoshare("log", "follow-up", "1", "--answers", answers(tmp_path, given),
                    typed="\n".join([*lines, ""]))  # fmt: skip
    assert run.code == 0
    kept_words = [{"field": "details", "kind": "name", "reason": "The court wants it."}]
    assert written(last(kept)) == {**given, "kept_words": kept_words}


def test_why_words_are_kept_is_read_for_private_words_too(
    infoshare: Infoshare, kept: Path, tmp_path: Path
) -> None:
    """In a form that has no field for reasons as well; at last they are taken out."""
    given = {"follow_up": "outcome", "details": "Sarah Jones rang."}
    lines = ["", "3", "Ask Sarah Jones.", "Ask Sarah Jones.", "", "", "", "1"]
    run = infoshare("log", "follow-up", "1", "--answers", answers(tmp_path, given),
                    typed="\n".join([*lines, ""]))  # fmt: skip
    assert run.code == 0
    assert last(kept).value("kept_words") == [
        {"field": "details", "kind": "name", "reason": "Ask [taken out]."}
    ]


def test_what_a_file_gives_for_another_choice_is_set_aside(
    infoshare: Infoshare, kept: Path, tmp_path: Path
) -> None:
    """It is told, is not on the check page, and is not recorded."""
    given = {"correction": "T-2", "reason": "So."}
    lines = ["2", "The mother.", "", "", "", "", "", "1"]
    run = infoshare("log", "amend", "1", "--answers", answers(tmp_path, given),
                    typed="\n".join([*lines, ""]))  # fmt: skip
    assert run.code == 0
    assert "so it is set aside:\n\n- What should it say?" in run.err
    assert written(last(kept)) == {
        "change": "consent-withdrawn", "consent_record": "The mother.", "reason": "So.",
    }  # fmt: skip


@pytest.mark.parametrize("command", ["amend", "follow-up", "review"])
@pytest.mark.parametrize(
    ("wanted", "code", "told"),
    [
        ("9", 2, "There is no such record."),
        ("T-1", 2, "There is no such record."),
        ("2", 4, "Record 2 of the decision log"),
        ("3", 2, "Record 3 is about no interview."),
    ],
)
def test_a_record_that_cannot_be_built_on_is_refused(
    infoshare: Infoshare,
    log: Path,
    decision: Decision,
    records_of: RecordsOf,
    *,
    command: str,
    wanted: str,
    code: int,
    told: str,
) -> None:
    """None of that name; changed by hand; or about a record that is not there."""
    stray = about("follow-up", numbered_id(77), 2, follow_up="outcome", details="Stray.")
    write(log, records_of([decision(), decision(1, case_ref="T-2"), stray]))
    log.write_bytes(log.read_bytes().replace(b"T-2", b"T-9"))
    before = log.read_bytes()
    run = infoshare("log", command, wanted, "--no-input")
    assert (run.code, run.out) == (code, "")
    assert told in run.err
    assert log.read_bytes() == before


def test_a_life_with_a_record_that_was_changed_is_told_without_it(
    infoshare: Infoshare, kept: Path
) -> None:
    """Nobody reads words that may be another's as if they were on record."""
    typed = json.dumps({"record": JOURNEYS["outcome"].given})
    assert infoshare("log", "follow-up", "1", "--answers", "-", typed=typed).code == 0
    kept.write_bytes(kept.read_bytes().replace(b"Nurse", b"Judge"))
    told = infoshare("log", "amend", "1").err
    assert "Record 2, 22 Nov 2026: it is not as it was written, so it is not shown" in told
    assert "Judge" not in told


def test_a_log_that_cannot_be_written_is_told(infoshare: Infoshare, kept: Path) -> None:
    """Exit 4, as JSON too, and nothing is said to be recorded; before anything is asked."""
    kept.with_name(f"{kept.name}.lock").mkdir()
    typed = json.dumps({"record": JOURNEYS["outcome"].given})
    run = infoshare("log", "follow-up", "1", "--answers", "-", "--json", typed=typed)
    assert (run.code, run.json["status"]) == (4, "error")
    assert "A visit" not in run.out + run.err
    asked = infoshare("log", "follow-up", "1", typed="2\n")
    assert (asked.code, asked.out) == (4, "")
    assert "What do you want to note?" not in asked.err


def test_a_file_with_faults_is_refused_before_anything_is_asked(
    infoshare: Infoshare, kept: Path, tmp_path: Path
) -> None:
    """Exit 2 with the place; the words are not repeated."""
    file = answers(tmp_path, {"change": "consent-withdrawn", "correction": "Zuzanna"})
    run = infoshare("log", "amend", "1", "--answers", file, "--json")
    assert (run.code, run.json["status"]) == (2, "error")
    assert run.json["faults"][0]["path"] == "record.correction"
    assert "Zuzanna" not in run.out + run.err


def test_a_log_that_is_broken_elsewhere_is_told_and_can_be_added_to(
    infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
) -> None:
    """One warning, and no harm to the record; it is needed most when something went wrong."""
    records = records_of([decision(), decision(1), decision(2)])
    write(log, [records[0], records[2]])
    typed = json.dumps({"record": JOURNEYS["outcome"].given})
    run = infoshare("log", "follow-up", "1", "--answers", "-", typed=typed)
    assert (run.code, run.err.count("The log is broken. Record 2")) == (0, 1)
    assert "Recorded as number 4." in run.out


class TestMeanwhile:
    """What other windows do with the log while a form is open."""

    @pytest.fixture
    def meanwhile(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
        """Have something done while the next form is open."""

        def at_the_form(action: Callable[[], object]) -> None:
            def fill(*given: Any, **named: Any) -> Filled:
                action()
                return fill_form(*given, **named)

            monkeypatch.setattr(write_about, "fill_form", fill)

        return at_the_form

    @pytest.fixture
    def add(self, infoshare: Infoshare, tmp_path: Path) -> Callable[..., Run]:
        """Add to record 1 from a file."""

        def to_record(journey: Journey, *options: str, **fields: str) -> Run:
            file = answers(tmp_path, {**journey.given, **fields})
            return infoshare("log", journey.command, "1", "--answers", file, "--no-input", *options)

        return to_record

    @pytest.mark.parametrize("what", [["--field", "reason"], ["--whole"]])
    def test_words_that_were_erased_do_not_come_back(
        self, infoshare: Infoshare, kept: Path, add: Any, meanwhile: Any, what: list[str]
    ) -> None:
        """Quoted in a correction, they would be in the log for good."""
        left = list[bytes]()

        def erase() -> None:
            run = infoshare("log", "redact", "1", *what, "--reason", "error", "--yes")
            assert run.code == 0
            left.append(kept.read_bytes())

        meanwhile(erase)
        run = add(JOURNEYS["a correction"], correction="Not: MADE UP for a test.")
        assert (run.code, run.out) == (4, "")
        told = "Words that you wrote were erased there" if what[0] == "--field" else "All words of"
        assert told in run.err
        assert "To see what is there now: infoshare log show 1" in run.err
        assert left == [kept.read_bytes()]
        assert "for a test" not in run.err

    @pytest.mark.parametrize("holds", [1, 2])
    def test_a_hold_that_was_released_already_is_not_released_again(
        self, kept: Path, add: Any, meanwhile: Any, holds: int
    ) -> None:
        """Nor another one in its place."""
        release = Journey("review", {"retention": "release", "reason": "It is over."}, "release")
        for _ in range(holds):
            assert add(JOURNEYS["held"]).code == 0

        def first() -> None:
            meanwhile(lambda: None)
            assert add(release).code == 0

        meanwhile(first)
        run = add(release)
        assert (run.code, run.out) == (4, "")
        assert "The hold in record 3 was released already." in run.err
        assert [each.head.kind for each in read_records(kept)].count("release") == 1

    @pytest.mark.usefixtures("kept")
    def test_a_hold_that_was_put_on_it_is_told(self, add: Any, meanwhile: Any) -> None:
        """What follows is told from the log as it is."""

        def another() -> None:
            meanwhile(lambda: None)
            assert add(JOURNEYS["held"]).code == 0

        another()
        meanwhile(another)
        release = Journey("review", {"retention": "release", "reason": "It is over."}, "release")
        run = add(release)
        assert run.code == 0
        assert "Another hold still stands on it" in run.out
        assert "record 4 (Held: nothing of it may be erased)" in " ".join(run.err.split())
        meanwhile(another)
        assert "It is held, so nothing of it can be erased" in add(JOURNEYS["to be erased"]).out

    def test_what_else_was_recorded_about_it_is_told(
        self, kept: Path, add: Any, meanwhile: Any
    ) -> None:
        """By its number; with --json among the remarks."""

        def other() -> None:
            meanwhile(lambda: None)
            assert add(JOURNEYS["more shared"]).code == 0

        meanwhile(other)
        run = add(JOURNEYS["outcome"], "--json")
        told = "Since you began, this was recorded too: record 3 (More was shared)."
        assert (run.code, run.json["remarks"]) == (0, [told])
        assert run.json["record"]["seq"] == 4
        assert verify(read_lines(kept)).sound

    def test_what_is_about_another_case_is_not_told(
        self, kept: Path, add: Any, meanwhile: Any
    ) -> None:
        """It is nothing to this one."""
        meanwhile(lambda: made_up_log.record(kept, 9))
        run = add(JOURNEYS["outcome"])
        assert (run.code, "Since you began" in run.err) == (0, False)
        assert last(kept).head.seq == 4

    @pytest.mark.parametrize("gone", ["log", "folder", "words"])
    def test_no_log_is_ever_made(
        self, kept: Path, tmp_path: Path, add: Any, meanwhile: Any, gone: str
    ) -> None:
        """A record about another one stands beside it, or nowhere."""

        def take_away() -> None:
            if gone == "folder":
                kept.parent.rename(tmp_path / "away")
            elif gone == "log":
                kept.rename(tmp_path / "away.jsonl")
            else:
                kept.write_bytes(b"")

        meanwhile(take_away)
        run = add(JOURNEYS["outcome"])
        assert (run.code, run.out) == (4, "")
        assert kept.exists() is (gone == "words")
        assert kept.parent.exists() is (gone != "folder")
        assert gone != "words" or kept.read_bytes() == b""

    def test_an_emptied_log_says_which_record_is_missing(
        self, kept: Path, add: Any, meanwhile: Any
    ) -> None:
        """So does another log in its place."""
        meanwhile(lambda: kept.write_bytes(b""))
        assert "Record 1 is not in the decision log any more." in add(JOURNEYS["outcome"]).err

    def test_nothing_is_read_twice_where_nothing_changed(
        self, add: Any, kept: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A log may be long, and others wait for their turn."""

        def unread(*_: object) -> None:
            raise AssertionError

        monkeypatch.setattr(append_about, "read_again", unread)
        assert add(JOURNEYS["outcome"]).code == 0
        assert last(kept).head.seq == 3
