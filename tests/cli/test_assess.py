"""`infoshare assess` with an answers file: what other programs may rely on."""

import json
from pathlib import Path
from typing import Any

import pytest

from infoshare_cli.core.guidance import Guidance
from tests.cli.conftest import Infoshare, Run

KEYS = [
    "status",
    "outcome",
    "reasons",
    "rests_on",
    "followed_up",
    "unused",
    "needs",
    "needs_record",
    "possible",
    "actions",
    "contacts",
    "notices",
    "say",
    "explained",
    "firmness",
    "what_if",
    "private_words",
    "record",
    "log_error",
    "pack",
]
SERIOUS = {
    "immediate_danger": "no",
    "concern": ["child-significant-harm"],
    "recipient": "safeguarding",
}
RECORD = {"case_ref": "T-1", "decision": "share", "reason": "Made up for a test."}


def given(tmp_path: Path, **sections: Any) -> Path:
    """An answers file with these sections."""
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(sections), encoding="utf-8")
    return path


def asked(infoshare: Infoshare, path: Path | str, *more: str) -> Run:
    """The call with that file, asking nothing, as JSON."""
    return infoshare("assess", "--answers", path, "--no-input", "--json", *more)


def test_a_decided_case_has_every_key_and_rests_on_what_was_asked(
    infoshare: Infoshare, tmp_path: Path
) -> None:
    """All keys are always there; what was not asked for is unused."""
    answers = {**SERIOUS, "consent": "refused", "prompted_by": "own-concern"}
    run = asked(infoshare, given(tmp_path, answers=answers))
    assert run.code == 0
    assert list(run.json) == KEYS
    assert run.json["status"] == "decided"
    assert run.json["outcome"]["id"] == "share-without-consent"
    assert run.json["rests_on"] == SERIOUS
    assert run.json["followed_up"] == {"prompted_by": ["own-concern"]}
    assert run.json["unused"] == {"consent": "refused"}
    assert run.json["record"] is None
    assert "Nothing was recorded" not in run.out


def test_without_a_record_nothing_is_kept_and_that_is_said_in_one_line(
    infoshare: Infoshare, tmp_path: Path, log: Path
) -> None:
    """An answers file without `record:` asks for the answer alone."""
    run = infoshare("assess", "--answers", given(tmp_path, answers=SERIOUS), "--no-input")
    assert run.code == 0
    assert run.err == "Nothing was recorded.\n"
    assert not log.exists()


def test_an_open_case_says_what_it_needs_first(infoshare: Infoshare, tmp_path: Path) -> None:
    """Exit 3: the next question, those after it, and the outcomes that can still come."""
    answers = {"immediate_danger": "no", "concern": ["child-significant-harm"], "consent": "given"}
    run = asked(infoshare, given(tmp_path, answers=answers))
    assert run.code == 3
    assert list(run.json) == KEYS
    assert run.json["status"] == "needs-answers"
    assert run.json["outcome"] is None
    assert run.json["needs"] == ["recipient", "recipient_risk", "public_interest"]
    assert run.json["possible"] == ["share-without-consent", "share-elsewhere", "share-limited"]
    assert run.json["unused"] == {"consent": "given"}
    told = infoshare("assess", "--answers", given(tmp_path, answers=answers), "--no-input")
    assert told.code == 3
    assert "recipient: Who would get the information" in told.err


def test_standard_input_is_read_as_yaml_or_json_and_asks_nothing(
    infoshare: Infoshare, log: Path
) -> None:
    """`--answers -` implies `--no-input`; what is piped in is the file."""
    as_yaml = "answers: {immediate_danger: yes}\n"
    as_json = json.dumps({"answers": {"immediate_danger": "yes"}})
    for typed in (as_yaml, as_json):
        run = infoshare("assess", "--answers", "-", "--json", typed=typed)
        assert (run.code, run.json["outcome"]["id"]) == (0, "emergency")
        assert run.json["contacts"][0]["phone"] == "999"
    assert infoshare("assess", "--answers", "-", typed="answers: {}").code == 3
    assert not log.exists()


def test_a_record_is_kept_with_its_anchor(infoshare: Infoshare, tmp_path: Path, log: Path) -> None:
    """With a whole record the decision is in the log, and the anchor verifies it."""
    path = given(tmp_path, answers=SERIOUS, record={**RECORD, "reason": "\U0001f600 odd letters"})
    first, second = asked(infoshare, path), asked(infoshare, path, "--area", "Lutton")
    assert (first.code, second.code) == (0, 0)
    assert (first.json["record"]["seq"], second.json["record"]["seq"]) == (1, 2)
    assert first.json["log_error"] is None
    verified = infoshare("log", "verify", "--json", "--anchor", second.json["record"]["anchor"])
    assert verified.json["integrity"] == "ok"
    assert verified.json["completeness"] == "ok"
    shown = infoshare("log", "show", "1", "--json")
    assert shown.code == 0
    assert "child-significant-harm" in shown.out
    assert log.read_bytes().count(b"\n") == 2


def test_no_log_keeps_nothing(infoshare: Infoshare, tmp_path: Path, log: Path) -> None:
    """`--no-log` gives the answer and leaves no trace."""
    run = asked(infoshare, given(tmp_path, answers=SERIOUS, record=RECORD), "--no-log")
    assert (run.code, run.json["record"]) == (0, None)
    assert not log.exists()


def test_the_last_lines_say_how_to_go_on(infoshare: Infoshare, tmp_path: Path) -> None:
    """A receipt is to be noted where something was shared; `log due` tells of it from now on."""
    to_do = "What is still to do: infoshare log due\n"
    path = given(tmp_path, answers=SERIOUS, record=RECORD)
    run = infoshare("assess", "--answers", path, "--no-input")
    assert run.out.endswith(f"\nWhen it has arrived: infoshare log follow-up 1\n{to_do}")
    assert "\ninfoshare log follow-up 1\n" in infoshare("log", "due").out
    against = {**RECORD, "decision": "not-share", "override_reason": "Made up."}
    path = given(tmp_path, answers=SERIOUS, record=against)
    run = infoshare("assess", "--answers", path, "--no-input")
    assert run.out.endswith(f"\n\n{to_do}")
    assert "follow-up 2" not in run.out


@pytest.mark.parametrize(
    ("record", "needed"),
    [
        ({}, ["case_ref", "decision", "reason"]),
        ({"case_ref": "T-1"}, ["decision", "reason"]),
        ({**RECORD, "decision": "wait"}, ["override_reason"]),
        ({"decision": "not-share"}, ["case_ref", "reason", "override_reason"]),
    ],
)
def test_a_record_that_lacks_something_is_not_kept(
    infoshare: Infoshare, tmp_path: Path, log: Path, record: dict[str, str], needed: list[str]
) -> None:
    """Exit 3 with what is missing; the outcome is given all the same."""
    run = asked(infoshare, given(tmp_path, answers=SERIOUS, record=record))
    assert (run.code, run.json["needs_record"]) == (3, needed)
    assert run.json["outcome"]["id"] == "share-without-consent"
    assert run.json["record"] is None
    assert not log.exists()


def test_a_log_that_cannot_be_written_never_costs_the_answer(
    infoshare: Infoshare, tmp_path: Path, log: Path
) -> None:
    """Exit 4: the decision is given, the record is null, and a sentence says why."""
    log.parent.parent.mkdir(exist_ok=True)
    log.parent.write_text("a file where the folder should be", encoding="utf-8")
    path = given(tmp_path, answers=SERIOUS, record=RECORD)
    run = asked(infoshare, path)
    assert run.code == 4
    assert run.json["outcome"]["id"] == "share-without-consent"
    assert run.json["record"] is None
    assert run.json["log_error"]
    told = infoshare("assess", "--answers", path, "--no-input")
    assert told.code == 4
    assert "Share this now" in told.out
    assert told.err.strip()


def test_the_area_chooses_the_front_door(infoshare: Infoshare, tmp_path: Path) -> None:
    """With an area its own contacts, the first on top; without one those of all three."""
    path = given(tmp_path, answers=SERIOUS)
    doors = {
        "luton": "luton-mash",
        "Bedford Borough": "bedford-integrated-front-door",
        "central beds": "central-bedfordshire-access-referral-hub",
    }
    for area, door in doors.items():
        contacts = asked(infoshare, path, "--area", area).json["contacts"]
        assert contacts[0]["id"] == door
        assert not {contact["id"] for contact in contacts} & (set(doors.values()) - {door})
    everywhere = asked(infoshare, path).json["contacts"]
    assert {contact["id"] for contact in everywhere} >= set(doors.values())


@pytest.mark.parametrize("area", ["beds", "atlantis"])
def test_an_area_is_never_guessed(infoshare: Infoshare, tmp_path: Path, area: str) -> None:
    """Exit 2 for an area that could be two, or none."""
    assert asked(infoshare, given(tmp_path, answers=SERIOUS), "--area", area).code == 2


def test_two_areas_that_differ_are_refused(infoshare: Infoshare, tmp_path: Path) -> None:
    """The same area in two spellings is one; two areas are an error."""
    path = given(tmp_path, answers=SERIOUS, record={**RECORD, "area": "luton council"})
    assert asked(infoshare, path, "--area", "luton", "--no-log").code == 0
    assert asked(infoshare, path, "--area", "bedford", "--no-log").code == 2


def test_every_pair_of_outcome_and_decision_that_differs_needs_a_reason(
    guidance: Guidance,
) -> None:
    """The pairs that need no override reason are exactly these."""
    free = {outcome.id: set(outcome.agrees_with) for outcome in guidance.outcomes}
    assert free == {
        "emergency": {"share"},
        "share-without-consent": {"share"},
        "share-with-consent": {"share"},
        "share-limited": {"share-limited"},
        "share-elsewhere": {"share-elsewhere"},
        "seek-consent": {"ask-consent", "wait"},
        "seek-advice": {"get-advice", "wait"},
        "do-not-share": {"not-share"},
        "not-personal": {"share", "not-share"},
    }


def test_no_answer_of_a_case_stands_in_an_error(infoshare: Infoshare, tmp_path: Path) -> None:
    """A file with faults is refused without a word of what was written in it."""
    secret = "the girl from number seven"
    path = given(
        tmp_path,
        answers={"immediate_danger": secret, "concern": [secret], "consent": "Yes"},
        record={"decision": secret, "review_on": secret, "area": secret, "reason": [secret]},
    )
    run = asked(infoshare, path)
    assert run.code == 2
    assert len(run.json["faults"]) == 7
    assert secret not in run.out + run.err
    assert secret not in infoshare("assess", "--answers", path, "--no-input").err


def test_a_whole_file_without_a_person_is_as_if_nothing_were_asked(
    infoshare: Infoshare, tmp_path: Path
) -> None:
    """With nobody at the other end a complete file is decided and kept, also without --no-input."""
    path = given(tmp_path, answers=SERIOUS, record=RECORD)
    run = infoshare("assess", "--answers", path, "--json")
    assert (run.code, run.json["record"]["seq"]) == (0, 1)
    run = infoshare("assess", "--answers", given(tmp_path, answers=SERIOUS), "--json")
    assert (run.code, run.json["record"]) == (0, None)
    run = infoshare("assess", "--answers", given(tmp_path, answers={}), "--json")
    assert (run.code, run.json["needs"][0]) == (3, "immediate_danger")


def test_what_a_file_leaves_open_is_asked(infoshare: Infoshare, tmp_path: Path, log: Path) -> None:
    """Given answers are not asked again; JSON still stands alone on standard output."""
    answers = {"immediate_danger": "no", "concern": ["child-significant-harm"]}
    path = given(tmp_path, answers=answers)
    run = infoshare("assess", "--answers", path, "--json", typed="safeguarding\nstop\n")
    assert (run.code, run.json["outcome"]["id"]) == (0, "share-without-consent")
    assert "Question 3, at most 2 more: Who would get the information" in run.err
    assert not log.exists()


def test_json_keeps_the_remarks_on_standard_error(
    infoshare: Infoshare, tmp_path: Path, log: Path
) -> None:
    """That nothing was recorded, or that an unfinished line was moved aside, is always said."""
    run = infoshare("assess", "--answers", given(tmp_path, answers=SERIOUS), "--no-input", "--json")
    assert run.err == "Nothing was recorded.\n"
    path = given(tmp_path, answers=SERIOUS, record=RECORD)
    assert asked(infoshare, path).err == ""
    with log.open("ab") as stream:
        stream.write(b"unfinished")
    run = asked(infoshare, path)
    assert (run.code, run.json["record"]["seq"]) == (0, 2)
    assert "unfinished" in run.err


def test_a_slip_in_an_area_is_told(infoshare: Infoshare, tmp_path: Path) -> None:
    """Whoever mistypes an area sees which one it was taken for."""
    run = asked(infoshare, given(tmp_path, answers=SERIOUS), "--area", "lutn")
    assert "'lutn' is read as Luton." in run.err


def test_a_program_that_never_answers_is_not_asked_for_ever(infoshare: Infoshare) -> None:
    """After fifty lines that answer nothing, it is as if the input had ended."""
    run = infoshare("assess", typed="y\n" * 1000)
    assert run.code == 3
