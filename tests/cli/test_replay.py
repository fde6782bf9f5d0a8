"""`infoshare log replay`: recorded decisions come out as they were, or it is told where not."""

import json
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from infoshare_cli import __version__
from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import Entry, Place, Record, build_record, read_time
from infoshare_cli.files.kept_packs import packs_folder
from infoshare_cli.files.logbook import read_records
from tests.cli.conftest import Infoshare
from tests.conftest import Decision, RecordsOf, numbered_salts
from tests.files.small_pack import SMALL_PACK, write_pack

KEYS = [
    *("replayed", "same", "different", "not_replayed", "partly_erased", "rules", "engine"),
    *("faults", "integrity", "first_broken", "torn"),
]
NOTED = {"case_ref": "T-1", "decision": "share", "reason": "Made up for a test."}
DANGER = {"danger": "yes"}
REFUSED = {"danger": "no", "consent": "refused", "concern": ["welfare"]}
DECISION = SMALL_PACK["decision.yaml"]
HARSHER = DECISION.replace("outcome: emergency", "outcome: do-not-share")
"""Danger no longer leads to the emergency call."""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The rules in use: a folder that a team looks after itself."""
    (tmp_path / "rules").mkdir()
    return write_pack(tmp_path / "rules")


@pytest.fixture
def recorded(infoshare: Infoshare, rules: Path, tmp_path: Path) -> list[str]:
    """Two decisions that were recorded under these rules; their ids."""
    return [
        record(infoshare, rules, tmp_path, answers, decision)
        for answers, decision in ((DANGER, "share"), (REFUSED, "not-share"))
    ]


def record(
    infoshare: Infoshare, rules: Path, folder: Path, answers: object, decision: str = "share"
) -> str:
    """Record a decision under some rules; its id."""
    path = folder / "answers.json"
    noted = {**NOTED, "decision": decision, "override_reason": "Made up."}
    path.write_text(json.dumps({"answers": answers, "record": noted}), encoding="utf-8")
    run = infoshare("--rules", rules, "assess", "--answers", path, "--no-input", "--json")
    assert (run.code, run.json["log_error"]) == (0, None)
    return str(run.json["record"]["id"])


def change(rules: Path, name: str, old: str, new: str) -> None:
    """Change the rules in use."""
    text = (rules / name).read_text(encoding="utf-8")
    assert old in text
    (rules / name).write_text(text.replace(old, new), encoding="utf-8")


def write(log: Path, records: list[Record]) -> None:
    """Make a log with these records."""
    log.parent.mkdir()
    log.write_bytes(b"".join(record.to_line() for record in records))


def write_anew(log: Path, engine: str, **fields: Value) -> None:
    """Write the log anew, as whoever can compute hashes can: other fields in its first record."""
    place, salts, lines = Place(), numbered_salts(), []
    for each in [*read_records(log)]:
        values = {name: field.value for name, field in each.body.items()}
        entry = Entry(
            kind=each.head.kind,
            of=None,
            at=read_time(each.head.at),
            provenance=replace(each.head.provenance, engine=engine),
            fields={**values, **fields} if place.seq == 1 else values,
        )
        forged = build_record(entry, place, partial(str, each.head.id), salts.__next__)
        place = place.after(forged.hash)
        lines.append(forged.to_line())
    log.write_bytes(b"".join(lines))


@pytest.fixture
def forged(recorded: list[str], log: Path) -> Path:
    """The log written anew, so that it verifies, with another reason and an older program."""
    reasons: Value = [{"rule": "danger-now", "text": "Because I say so.", "source": []}]
    write_anew(log, "1.0.0", reasons=reasons)
    return log


class TestUnderItsOwnRules:
    """Whatever rules are in use now."""

    @pytest.mark.usefixtures("recorded")
    def test_it_comes_out_as_it_was_recorded(self, infoshare: Infoshare, rules: Path) -> None:
        """Exit 0, in one line."""
        run = infoshare("--rules", rules, "log", "replay")
        assert (run.code, run.out, run.err) == (0, "As recorded, with the same reasons: 2.\n", "")

    @pytest.mark.usefixtures("recorded")
    def test_as_json(self, infoshare: Infoshare, rules: Path) -> None:
        """All keys, and what is the same is counted."""
        run = infoshare("--rules", rules, "log", "replay", "--json")
        assert (run.code, list(run.json)) == (0, KEYS)
        assert (run.json["replayed"], run.json["same"], run.json["different"]) == (2, 2, [])
        assert (run.json["rules"], run.json["engine"]) == (None, __version__)

    @pytest.mark.usefixtures("recorded")
    def test_an_update_of_the_rules_changes_nothing(
        self, infoshare: Infoshare, rules: Path, tmp_path: Path
    ) -> None:
        """Those of then were kept, and those of now are kept beside them with the next record."""
        change(rules, "decision.yaml", "Danger comes first.", "Danger first.")
        record(infoshare, rules, tmp_path, DANGER)
        change(rules, "decision.yaml", "Danger first.", "First of all.")
        run = infoshare("--rules", rules, "log", "replay", "--json")
        assert (run.code, run.json["same"]) == (0, 3)

    def test_the_shipped_rules_do_for_what_was_recorded_under_them(
        self, infoshare: Infoshare, rules: Path, tmp_path: Path
    ) -> None:
        """Whichever are in use now."""
        path = tmp_path / "shipped.json"
        given = {"answers": {"immediate_danger": "yes"}, "record": NOTED}
        path.write_text(json.dumps(given), encoding="utf-8")
        assert infoshare("assess", "--answers", path, "--no-input").code == 0
        for options in ((), ("--rules", rules)):
            run = infoshare(*options, "log", "replay", "--json")
            assert (run.code, run.json["same"]) == (0, 1)

    def test_only_those_asked_for(
        self, infoshare: Infoshare, rules: Path, recorded: list[str]
    ) -> None:
        """By number or by id, each once."""
        for ids in (["2"], [recorded[1]], ["2", recorded[1].upper()]):
            run = infoshare("--rules", rules, "log", "replay", *ids, "--json")
            assert (run.code, run.json["replayed"]) == (0, 1)

    def test_no_log_yet_is_nothing_to_replay(self, infoshare: Infoshare) -> None:
        """And no error."""
        run = infoshare("log", "replay")
        assert (run.code, run.out) == (0, "There are no decisions in the log to replay.\n")
        assert infoshare("log", "replay", "--json").json["replayed"] == 0


class TestWhatDiffers:
    """Exit 1, with what was recorded and what comes out."""

    @pytest.mark.usefixtures("forged")
    def test_it_is_named_field_by_field(self, infoshare: Infoshare, rules: Path) -> None:
        """With the program that recorded it, if that was another."""
        run = infoshare("--rules", rules, "log", "replay")
        assert run.code == 1
        assert run.out.startswith("Not as recorded: 1. As recorded: 1.\n\nRecord 1 (")
        assert "then: Because I say so.\n" in run.out
        assert "now: Danger comes first. (page 2)\n" in run.out
        assert f"recorded by infoshare 1.0.0, and this is {__version__}" in run.out

    @pytest.mark.usefixtures("forged")
    def test_as_json(self, infoshare: Infoshare, rules: Path) -> None:
        """Field, then, now; the same values that the log has."""
        [told] = infoshare("--rules", rules, "log", "replay", "--json").json["different"]
        assert (told["seq"], told["needs"], told["engine"]) == (1, None, "1.0.0")
        [difference] = told["differences"]
        assert difference["field"] == "reasons"
        assert difference["then"][0]["text"] == "Because I say so."
        assert difference["now"][0]["rule"] == "danger-now"

    @pytest.mark.usefixtures("recorded")
    def test_answers_that_do_not_fit_are_not_shown(
        self, infoshare: Infoshare, rules: Path, log: Path
    ) -> None:
        """Which question it is, and which is asked now."""
        write_anew(log, __version__, **{"answer.danger": "perhaps-tomorrow"})
        run = infoshare("--rules", rules, "log", "replay", "1")
        assert run.code == 1
        assert "a question that was not answered: danger." in run.out
        assert "- Answer to danger: these rules do not take what was recorded\n" in run.out
        assert "- Outcome\n  then: emergency\n  now: nothing\n" in run.out
        assert "perhaps-tomorrow" not in run.out + run.err


class TestNotReplayed:
    """What cannot be replayed is counted and told; it is not said to be the same."""

    def test_rules_that_were_not_kept(
        self, infoshare: Infoshare, rules: Path, recorded: list[str], log: Path
    ) -> None:
        """Exit 1: what was asked for cannot be shown."""
        change(rules, "decision.yaml", "Danger comes first.", "Danger first.")
        shutil.rmtree(packs_folder(log))
        run = infoshare("--rules", rules, "log", "replay")
        assert run.code == 1
        assert run.out == (
            "No decision could be replayed.\n\nNot replayed: 2\n"
            "- Records 1 and 2: the rules of that time are not in use, and none were kept.\n"
        )
        told = infoshare("--rules", rules, "log", "replay", "--json").json["not_replayed"]
        assert told[0] == {"seq": 1, "id": recorded[0], "why": "rules-not-kept", "told": None}

    @pytest.mark.usefixtures("recorded")
    def test_kept_rules_that_somebody_changed(
        self, infoshare: Infoshare, rules: Path, log: Path
    ) -> None:
        """They are not gone by; told once, however many records name them."""
        change(rules, "decision.yaml", "Danger comes first.", "Danger first.")
        [path] = packs_folder(log).iterdir()
        path.write_bytes(path.read_bytes().replace(b"emergency", b"do-not-share"))
        run = infoshare("--rules", rules, "log", "replay")
        assert (run.code, run.err) == (1, "")
        assert "Records 1 and 2: the rules of that time cannot be used." in run.out
        told = infoshare("--rules", rules, "log", "replay", "--json").json["not_replayed"]
        assert [each["why"] for each in told] == ["rules-not-usable"] * 2
        assert "is not the rules that its name says" in told[0]["told"]

    @pytest.mark.usefixtures("recorded")
    def test_a_changed_record_is_not_replayed(
        self, infoshare: Infoshare, rules: Path, log: Path
    ) -> None:
        """It is no longer what was decided, and the log is broken."""
        log.write_bytes(log.read_bytes().replace(b"Danger comes first", b"Danger comes FIRST"))
        run = infoshare("--rules", rules, "log", "replay")
        assert run.code == 1
        assert "As recorded, with the same reasons: 1.\n" in run.out
        assert "Record 1: not as it was written. The field reasons is not what was" in run.out
        assert run.err.startswith("The log is broken. Record 1")

    @pytest.mark.usefixtures("recorded")
    @pytest.mark.parametrize("wanted", ["1", "2"])
    def test_a_line_that_is_no_record(
        self, infoshare: Infoshare, rules: Path, log: Path, wanted: str
    ) -> None:
        """Whoever asks for that record is told; whoever asks for another, of the log."""
        _, second = log.read_bytes().splitlines(keepends=True)
        log.write_bytes(b"nonsense\n" + second)
        run = infoshare("--rules", rules, "log", "replay", wanted, "--json")
        assert (run.code, run.json["integrity"]) == (1, "broken")
        broken = {"seq": 1, "id": None, "why": "record-broken", "told": None}
        assert run.json["not_replayed"] == ([broken] if wanted == "1" else [])
        assert run.json["same"] == int(wanted) - 1

    def test_erased_answers_are_no_failure_unless_that_record_is_asked_for(
        self, infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf,
        erased: RecordsOf,
    ) -> None:  # fmt: skip
        """They were taken out by right."""
        write(log, erased(records_of([decision()]), 1, "answer.concern"))
        whole, single = infoshare("log", "replay"), infoshare("log", "replay", "1")
        assert (whole.code, single.code) == (0, 1)
        assert whole.out == single.out
        assert "Record 1: answers were erased" in whole.out

    @pytest.mark.usefixtures("recorded")
    def test_rules_in_use_that_cannot_be_read(self, infoshare: Infoshare, rules: Path) -> None:
        """The kept ones serve all the same; what is wrong with those in use is told, exit 1."""
        (rules / "decision.yaml").write_text("rules: [", encoding="utf-8")
        run = infoshare("--rules", rules, "log", "replay")
        assert (run.code, run.out) == (1, "As recorded, with the same reasons: 2.\n")
        assert "decision.yaml" in run.err
        again = infoshare("--rules", rules, "log", "replay", "--json")
        assert (again.code, again.json["same"]) == (1, 2)
        assert again.json["faults"][0]["file"].endswith("decision.yaml")


class TestTheCall:
    """What cannot be asked: exit 2."""

    @pytest.mark.parametrize("wanted", ["7", "0", "x", "", "9" * 5000, "01", "\u0661", "\u00b2"])
    def test_an_unknown_record(
        self, infoshare: Infoshare, log: Path, every_kind: list[Record], wanted: str
    ) -> None:
        """As everywhere; a sound record is not called broken for a 0 in front of its number."""
        write(log, every_kind[:2])
        run = infoshare("log", "replay", wanted)
        assert (run.code, run.out) == (2, "")
        assert "There is no such record." in run.err
        assert infoshare("log", "replay", wanted, "--json").json["status"] == "error"

    @pytest.mark.parametrize("number", range(3, 10))
    def test_a_record_that_is_no_decision(
        self, infoshare: Infoshare, log: Path, every_kind: list[Record], number: int
    ) -> None:
        """Nothing was decided in it, so nothing can come out the same."""
        write(log, every_kind)
        run = infoshare("log", "replay", str(number))
        assert (run.code, run.out) == (2, "")
        assert f"of the kind {every_kind[number - 1].head.kind}" in run.err

    def test_rules_that_are_not_there(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """Neither those to try nor those in use."""
        nowhere = tmp_path / "nowhere"
        assert infoshare("log", "replay", "--rules", nowhere).code == 2
        assert infoshare("--rules", nowhere, "log", "replay").code == 2
        (tmp_path / "file").touch()
        assert infoshare("log", "replay", "--rules", tmp_path / "file").code == 2


class TestOtherRules:
    """`--rules` behind the command: what a change does to one's own cases."""

    @pytest.fixture
    def harsher(self, tmp_path: Path) -> Path:
        """Rules under which danger comes to another outcome."""
        (tmp_path / "harsher").mkdir()
        return write_pack(tmp_path / "harsher", {"decision.yaml": HARSHER})

    def test_what_would_come_out_differently_is_told(
        self, infoshare: Infoshare, recorded: list[str], harsher: Path
    ) -> None:
        """Exit 1; the rules of then are not needed for it."""
        run = infoshare("log", "replay", "--rules", harsher)
        assert run.code == 1
        assert run.out == (
            "Under the rules small 1, these come out differently: 1. As before: 1.\n\n"
            f'- Record 1 ({recorded[0]}): "Ring 999" becomes "Do not\n  share"\n'
        )

    @pytest.mark.usefixtures("recorded")
    def test_as_json(self, infoshare: Infoshare, harsher: Path) -> None:
        """With the rules that were tried."""
        run = infoshare("log", "replay", "--rules", harsher, "--json")
        assert (run.code, list(run.json)) == (1, KEYS)
        assert run.json["rules"].keys() == {"id", "version", "digest"}
        outcome = {"field": "outcome", "then": "emergency", "now": "do-not-share"}
        assert [each["differences"] for each in run.json["different"]] == [[outcome]]

    @pytest.mark.usefixtures("recorded")
    def test_other_words_change_no_case(self, infoshare: Infoshare, rules: Path) -> None:
        """Exit 0."""
        change(rules, "decision.yaml", "Danger comes first.", "Danger first.")
        run = infoshare("log", "replay", "--rules", rules)
        assert (run.code, run.err) == (0, "")
        assert run.out == "Under the rules small 1, every decision has the same outcome: 2.\n"

    @pytest.mark.usefixtures("recorded")
    def test_a_question_that_was_not_put_then_is_named(
        self, infoshare: Infoshare, rules: Path
    ) -> None:
        """What the case would come to, nobody can say."""
        change(rules, "decision.yaml", "      - danger: yes\n", "      - consent: given\n")
        change(rules, "decision.yaml", "      - danger: [yes, no]\n", "      - consent: given\n")
        run = infoshare("log", "replay", "--rules", rules)
        assert run.code == 1
        assert '"Ring 999" becomes another\n  question, consent, that was not answered' in run.out

    @pytest.mark.usefixtures("recorded")
    def test_rules_with_faults_end_with_1(self, infoshare: Infoshare, rules: Path) -> None:
        """They are what was to be judged."""
        (rules / "decision.yaml").write_text("rules: [", encoding="utf-8")
        run = infoshare("log", "replay", "--rules", rules)
        assert (run.code, run.err) == (1, "")
        assert "decision.yaml:2:1:" in run.out
        told = infoshare("log", "replay", "--rules", rules, "--json")
        assert (told.code, sorted(told.json)) == (1, sorted(KEYS))
        assert told.json["faults"][0]["line"] == 2


class TestKeeping:
    """The rules of a decision are kept with its record, and never in its way."""

    def test_what_could_not_be_kept_is_told_after_the_anchor(
        self, infoshare: Infoshare, rules: Path, log: Path, tmp_path: Path
    ) -> None:
        """The record stands, and the exit code is 0."""
        log.parent.mkdir()
        packs_folder(log).touch()
        path = tmp_path / "given.json"
        path.write_text(json.dumps({"answers": DANGER, "record": NOTED}), encoding="utf-8")
        run = infoshare("--rules", rules, "assess", "--answers", path, "--no-input")
        assert run.code == 0
        assert "Anchor: 1." in run.out
        assert "The rules of this record could not be kept" in " ".join(run.err.split())
        assert infoshare("log", "verify").code == 0

    def test_an_interview_that_was_given_up_keeps_them_too(
        self, infoshare: Infoshare, rules: Path, log: Path
    ) -> None:
        """It names rules as a decision does."""
        infoshare("--rules", rules, "assess", typed="no\n")
        run = infoshare("--rules", rules, "assess", "--discard", "--json")
        assert run.code == 0
        assert len([*packs_folder(log).iterdir()]) == 1

    def test_the_rules_of_an_older_draft_are_not_to_be_had(
        self, infoshare: Infoshare, rules: Path, log: Path
    ) -> None:
        """Others are not kept in their place, and nobody is troubled with it."""
        infoshare("--rules", rules, "assess", typed="no\n")
        change(rules, "decision.yaml", "Danger comes first.", "Danger first.")
        run = infoshare("--rules", rules, "assess", "--discard")
        assert (run.code, run.err) == (0, "")
        assert not packs_folder(log).exists()

    def test_without_a_record_nothing_is_kept(
        self, infoshare: Infoshare, rules: Path, log: Path, tmp_path: Path
    ) -> None:
        """Nobody leaves traces by asking."""
        path = tmp_path / "given.json"
        path.write_text(json.dumps({"answers": DANGER, "record": NOTED}), encoding="utf-8")
        infoshare("--rules", rules, "assess", "--answers", path, "--no-input", "--no-log")
        assert not packs_folder(log).exists()
