"""`infoshare rules prove`: what it says, what it writes, and how the rest of the program hears."""

import json
import shlex
from functools import partial
from pathlib import Path

import pytest

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof import proof
from tests.cli.conftest import Infoshare
from tests.rules.seeds import Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy of the shipped pack."""
    return Copy(tmp_path)


def unsafe(copy: Copy) -> Path:
    """Rules that give a worry about serious harm to any professional."""
    copy.rule("serious-to-professional")["when"].pop()
    return copy.save()


def test_rules_that_hold_are_proved(infoshare: Infoshare) -> None:
    """Exit 0: how many cases, and that all of it holds."""
    run = infoshare("rules", "prove")

    assert run.code == 0
    assert "Cases: 115,428,623" in run.out
    assert "Broken" not in run.out
    assert "Proved: all of this holds in every case. Held: 5 laws" in " ".join(run.out.split())


def test_json_is_one_document_with_every_key(infoshare: Infoshare, guidance: Guidance) -> None:
    """Counts are whole numbers; nothing that holds has a case to show."""
    run = infoshare("rules", "prove", "--json")
    told = run.json

    assert told["status"] == "proved"
    assert told["pack"]["digest"] == guidance.digest
    assert told["cases"] == 115428623
    assert (told["questions"]["shortest"], told["questions"]["longest"]) == (1, 18)
    assert 1 < told["questions"]["mean"] < 18
    assert {each["holds"] for each in told["laws"] + told["properties"]} == {True}
    assert {each["example"] for each in told["properties"]} == {None}
    assert Path(told["receipt"]).name == "proof.json"
    assert (told["grows"], told["faults"]) == (None, [])


def test_a_broken_property_comes_with_a_case_that_assess_runs(
    infoshare: Infoshare, copy: Copy, tmp_path: Path
) -> None:
    """In words, and as a file; run under the same rules, it shows what was proved."""
    folder = unsafe(copy)
    run = infoshare("rules", "prove", folder, "--cases", tmp_path)
    words = " ".join(run.out.split())

    assert run.code == 1
    assert "Broken: nothing-goes-to-someone-who-may-harm" in words
    assert "By the rule serious-to-professional it comes to: share without consent." in words
    path = tmp_path / "broken-nothing-goes-to-someone-who-may-harm.yaml"
    shown = infoshare(
        "--rules", folder, "assess", "--answers", path, "--no-input", "--no-log", "--json"
    )
    assert shown.json["outcome"]["id"] == "share-without-consent"
    assert shown.json["reasons"][0]["rule"] == "serious-to-professional"
    assert shown.json["pack"]["proved"] is False
    assert not (folder / "proof.json").exists()


def test_a_case_to_show_replaces_no_file_of_anyone_else(
    infoshare: Infoshare, copy: Copy, tmp_path: Path
) -> None:
    """Its own from before it does replace."""
    folder = unsafe(copy)
    theirs = tmp_path / "broken-nothing-goes-to-someone-who-may-harm.yaml"
    theirs.write_text("answers:\n  immediate_danger: yes\n", encoding="utf-8")
    for _ in range(2):
        infoshare("rules", "prove", folder, "--cases", tmp_path)

    assert theirs.read_text(encoding="utf-8") == "answers:\n  immediate_danger: yes\n"
    written = sorted(path.name for path in tmp_path.glob("broken-nothing-goes-to-someone-w*"))
    assert written == [
        "broken-nothing-goes-to-someone-who-may-harm-2.yaml",
        "broken-nothing-goes-to-someone-who-may-harm.yaml",
    ]


def test_a_case_that_cannot_be_written_is_still_told(
    infoshare: Infoshare, copy: Copy, tmp_path: Path
) -> None:
    """The proof fails all the same, and says so."""
    run = infoshare("rules", "prove", unsafe(copy), "--cases", tmp_path / "nowhere")

    assert run.code == 1
    assert "could not be written" in run.err
    assert "Broken: nothing-goes-to-someone-who-may-harm" in run.out


def test_rules_with_faults_are_not_proved(infoshare: Infoshare, copy: Copy) -> None:
    """Exit 1, each fault with its place, in words and as JSON."""
    copy.rule("danger-now").update(outcome="emergancy")
    folder = copy.save()
    run, told = infoshare("rules", "prove", folder), infoshare("rules", "prove", folder, "--json")

    assert (run.code, told.code) == (1, 1)
    assert "Did you mean emergency?" in " ".join(run.out.split())
    assert told.json["status"] == "faults"
    assert told.json["faults"][0]["suggestion"] == "emergency"
    assert told.json["cases"] is None


def test_rules_that_are_not_there_are_a_wrong_call(infoshare: Infoshare, tmp_path: Path) -> None:
    """Exit 2."""
    assert infoshare("rules", "prove", tmp_path / "nowhere").code == 2


def test_too_many_positions_name_the_question(
    infoshare: Infoshare, guidance: Guidance, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 1; nothing is claimed of cases that were not seen."""
    monkeypatch.setattr(proof, "prove", partial(proof.prove, limit=50))
    run, told = infoshare("rules", "prove"), infoshare("rules", "prove", "--json")

    assert (run.code, told.code) == (1, 1)
    assert (told.json["status"], told.json["cases"]) == ("too-many", None)
    assert told.json["grows"] in guidance.question_by_id
    assert f"The question that adds most is {told.json['grows']}." in " ".join(run.out.split())


def test_assess_says_on_top_that_rules_are_not_proved(
    infoshare: Infoshare, copy: Copy, tmp_path: Path
) -> None:
    """Before anything else, decided or not; once they are proved it is silent."""
    copy.file("pack.yaml")["pack"]["version"] = "9.0.0"
    folder = copy.save()
    answers = tmp_path / "case.yaml"
    answers.write_text("answers:\n  immediate_danger: yes\n", encoding="utf-8")
    assess = ("--rules", folder, "assess", "--no-input", "--no-log")

    decided = infoshare(*assess, "--answers", answers)
    assert decided.out.startswith("These rules have not been proved.")
    assert infoshare(*assess).err.startswith("These rules have not been proved.")
    typed = infoshare("--rules", folder, "assess", "--no-log", typed="1\n")
    assert typed.err.lstrip().startswith("These rules have not been proved.")

    assert infoshare("rules", "prove", folder).code == 0
    assert "not been proved" not in infoshare(*assess, "--answers", answers).out


def test_the_record_says_whether_the_rules_were_proved(
    infoshare: Infoshare, copy: Copy, log: Path, tmp_path: Path
) -> None:
    """False under rules without a receipt, true with one."""
    copy.file("pack.yaml")["pack"]["version"] = "9.0.0"
    folder = copy.save()
    case = tmp_path / "case.yaml"
    case.write_text(
        "answers:\n  immediate_danger: yes\n"
        "record:\n  case_ref: A1\n  decision: share\n  reason: Danger.\n",
        encoding="utf-8",
    )
    for rules in (folder, None):
        chosen = ("--rules", rules) if rules else ()
        infoshare(*chosen, "assess", "--answers", case, "--no-input", "--json")

    records = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [record["body"]["proved"][1] for record in records] == [False, True]


def test_a_command_to_copy_is_never_broken(
    infoshare: Infoshare, copy: Copy, tmp_path: Path
) -> None:
    """It stands on one line, however long, and runs as it stands."""
    folder = unsafe(copy)
    run = infoshare("rules", "prove", folder, "--cases", tmp_path)
    [line, *_] = [line for line in run.out.splitlines() if line.startswith("infoshare --rules")]

    assert line.endswith("--no-input --no-log")
    assert infoshare(*shlex.split(line)[1:]).code == 0


def test_other_properties_are_not_proved(infoshare: Infoshare, copy: Copy, tmp_path: Path) -> None:
    """A receipt is for what was held: with less to hold, the rules count as not proved."""
    answers = tmp_path / "case.yaml"
    answers.write_text("answers:\n  immediate_danger: yes\n", encoding="utf-8")
    assess = ("assess", "--answers", answers, "--no-input", "--no-log", "--json")
    folder = copy.save()
    assert infoshare("--rules", folder, *assess).json["pack"]["proved"] is True

    copy.entries("properties.yaml", "properties").pop()
    copy.save()
    assert infoshare("--rules", folder, *assess).json["pack"]["proved"] is False


def test_a_receipt_that_cannot_be_written_is_told_with_what_follows(
    infoshare: Infoshare, copy: Copy
) -> None:
    """The rules are proved all the same."""
    copy.file("pack.yaml")["pack"]["version"] = "9.0.0"
    folder = copy.save()
    (folder / "proof.json").unlink()
    (folder / "proof.json").mkdir()
    run = infoshare("rules", "prove", folder)

    assert run.code == 0
    assert "will say that they have not been proved" in " ".join(run.err.split())


def test_a_file_is_no_folder_of_rules(infoshare: Infoshare, tmp_path: Path) -> None:
    """Exit 2: there are no rules to judge."""
    path = tmp_path / "file"
    path.write_text("", encoding="utf-8")

    assert infoshare("rules", "prove", path).code == 2
    assert infoshare("--rules", path, "rules", "test").code == 2
