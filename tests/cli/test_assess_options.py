"""What `infoshare assess` does beside asking: explain, say, keep nothing, tell private words."""

import os
import stat
from pathlib import Path

import pytest

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.files.draft_folder import read_drafts
from tests.cli.conftest import Infoshare
from tests.cli.test_assess import KEYS, RECORD, SERIOUS, given

CHILD_WELFARE = {"immediate_danger": "no", "concern": "child-welfare"}
NUMBER = "07700 900123"
NAMED = {**RECORD, "reason": f"Ring her on {NUMBER}."}


class TestExplain:
    """How the rules came to it."""

    def test_in_words(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """Every rule up to the one that decides comes before the outcome, on standard output."""
        call = ("assess", "--answers", given(tmp_path, answers=SERIOUS), "--no-input")
        plain, explained = infoshare(*call), infoshare(*call, "--explain")
        assert (plain.code, explained.code) == (0, 0)
        assert explained.out.endswith(plain.out.strip("\n") + "\n")
        added = explained.out.removesuffix(plain.out.strip("\n") + "\n")
        assert "Rule 1" in added
        assert "Rule 1" not in plain.out

    def test_as_json(self, infoshare: Infoshare, tmp_path: Path, guidance: Guidance) -> None:
        """Rule by rule, the one that decides last; without the option the keys are empty."""
        call = ("assess", "--answers", given(tmp_path, answers=SERIOUS), "--no-input", "--json")
        plain, explained = infoshare(*call).json, infoshare(*call, "--explain").json
        assert list(plain) == list(explained) == KEYS
        assert (plain["explained"], plain["firmness"]) == ([], None)
        assert [each["fits"] for each in explained["explained"]] == [False, True]
        names = [rule.id for rule in guidance.rules]
        assert [each["rule"] for each in explained["explained"]] == names[:2]
        assert explained["explained"][-1]["rule"] == explained["reasons"][0]["rule"]
        assert explained["firmness"]["outcome"] == "share-without-consent"
        assert explained["firmness"]["changes"]

    def test_an_open_case_has_nothing_to_explain_yet(
        self, infoshare: Infoshare, tmp_path: Path
    ) -> None:
        """The keys are there all the same."""
        path = given(tmp_path, answers=CHILD_WELFARE)
        run = infoshare("assess", "--answers", path, "--no-input", "--json", "--explain")
        assert (run.code, list(run.json)) == (3, KEYS)
        assert (run.json["explained"], run.json["firmness"]) == ([], None)

    def test_a_person_sees_it_with_the_outcome(self, infoshare: Infoshare) -> None:
        """Without asking for it at the pause."""
        told = infoshare("--plain", "assess", "--explain", typed="yes\nstop\n")
        assert told.out.index("Rule 1") < told.out.index("Call 999 now.")
        assert "Rule 1" not in infoshare("--plain", "assess", typed="yes\nstop\n").out


class TestSay:
    """What to say to whom, in a file."""

    def test_a_new_file_in_markdown(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """With what the record has; for its owner's eyes only, and the rest as without it."""
        record = {**RECORD, "recipient_name": "duty social worker"}
        path, said = given(tmp_path, answers=SERIOUS, record=record), tmp_path / "said.md"
        run = infoshare("assess", "--answers", path, "--no-input", "--json", "--say", said)
        assert (run.code, list(run.json), run.json["record"]["seq"]) == (0, KEYS, 1)
        text = said.read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert run.json["say"]
        assert str(said) in run.err.replace("\n", "")
        if os.name != "nt":
            assert stat.S_IMODE(said.stat().st_mode) == 0o600

    def test_a_text_file_is_plain(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """Words to paste where no Markdown is understood."""
        path, said = given(tmp_path, answers=SERIOUS), tmp_path / "said.TXT"
        infoshare("assess", "--answers", path, "--no-input", "--say", said)
        text = said.read_text(encoding="utf-8")
        assert text.startswith("What to say\n")
        assert not {"#", "*", ">"} & {line[:1] for line in text.splitlines()}

    @pytest.mark.parametrize("where", ["there.md", "nowhere/said.md"])
    def test_nothing_is_replaced(
        self, infoshare: Infoshare, tmp_path: Path, log: Path, where: str
    ) -> None:
        """Nor is anything asked or recorded first; there is one JSON document, with the fault."""
        there = tmp_path / "there.md"
        there.write_text("Mine.", encoding="utf-8")
        path = given(tmp_path, answers=SERIOUS, record=RECORD)
        said = tmp_path / where
        run = infoshare("assess", "--answers", path, "--no-input", "--json", "--say", said)
        assert (run.code, run.json["status"]) == (2, "error")
        run = infoshare("--plain", "assess", "--say", said, typed="yes\n")
        assert (run.code, run.out) == (2, "")
        assert "Question" not in run.err
        assert there.read_text(encoding="utf-8") == "Mine."
        assert not log.exists()

    def test_without_an_outcome_there_is_nothing_to_say(
        self, infoshare: Infoshare, tmp_path: Path
    ) -> None:
        """And no file."""
        path, said = given(tmp_path, answers=CHILD_WELFARE), tmp_path / "said.md"
        assert infoshare("assess", "--answers", path, "--no-input", "--say", said).code == 3
        assert not said.exists()

    def test_after_a_conversation(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """What was written down there stands in it."""
        said = tmp_path / "said.md"
        lines = ["on", "own-concern", "none", "Luton", "T-1", "a teacher", "", "", ""]
        lines += ["She sleeps in a car.", "", "share", "It cannot wait.", *[""] * 6, "record"]
        path, typed = given(tmp_path, answers=SERIOUS), "".join(f"{line}\n" for line in lines)
        run = infoshare("--plain", "assess", "--answers", path, "--say", said, typed=typed)
        assert run.code == 0, run.err[-500:]
        text = said.read_text(encoding="utf-8")
        assert "She sleeps in a car." in text
        assert "a teacher" in text
        assert "It cannot wait." not in text


OPTIONS = {
    "--what-if": ["--what-if", "1"],
    "--continue": ["--continue", "1"],
    "--resume": ["--resume"],
    "--drafts": ["--drafts"],
    "--discard": ["--discard"],
    "--answers": ["--answers", "answers.json"],
    "--no-input": ["--no-input"],
    "--no-log": ["--no-log"],
    "--area": ["--area", "luton"],
    "--explain": ["--explain"],
    "--say": ["--say", "said.md"],
    "--draft": ["--draft", "k7f3"],
}
FIT = {
    "--what-if": "--answers --no-input --explain",
    "--continue": "--answers --no-input --no-log --area --explain --say",
    "--resume": "--area --explain --say --draft",
    "--drafts": "",
    "--discard": "--draft",
}
"""What each option that does something of its own can stand with, beside --json."""
PAIRS = [(first, other) for first in FIT for other in OPTIONS if other != first]
CLASH = "These options do not go together."


@pytest.mark.parametrize(("first", "other"), PAIRS)
def test_what_does_not_go_together_is_told(
    infoshare: Infoshare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str, other: str
) -> None:
    """Exit 2 before anything is read or asked; what goes together is never told so."""
    monkeypatch.chdir(tmp_path)
    run = infoshare("assess", *OPTIONS[first], *OPTIONS[other], "--json")
    if other in FIT[first].split():
        assert CLASH not in run.out + run.err
        return
    assert (run.code, run.json["status"]) == (2, "error")
    plain = infoshare("assess", *OPTIONS[first], *OPTIONS[other])
    assert plain.code == 2
    assert CLASH in plain.err
    assert [*tmp_path.iterdir()] == []


def test_which_draft_is_said_of_one_that_is_used(infoshare: Infoshare) -> None:
    """By itself --draft means nothing."""
    run = infoshare("assess", "--draft", "k7f3")
    assert (run.code, CLASH in run.err) == (2, True)


class TestNoLog:
    """Nothing of it stays."""

    def test_no_draft_is_kept_either(self, infoshare: Infoshare, drafts: Path, log: Path) -> None:
        """Nor is saving offered; without the option there is a draft."""
        run = infoshare("--plain", "assess", "--no-log", typed="no\nchild-welfare\nsave\n")
        assert run.code == 3
        assert not drafts.exists()
        assert not log.exists()
        assert "Nothing is kept of this." in run.err
        assert "draft" not in run.err
        infoshare("--plain", "assess", typed="no\nchild-welfare\nsave\n")
        assert len(read_drafts(drafts).readable) == 1

    def test_the_outcome_is_told_and_nothing_is_asked_for_a_record(
        self, infoshare: Infoshare, drafts: Path, log: Path
    ) -> None:
        """It ends after the last question."""
        run = infoshare("--plain", "assess", "--no-log", typed="yes\non\n")
        assert run.code == 0
        assert "Call 999 now." in run.out
        assert "case number" not in run.err
        assert not drafts.exists()
        assert not log.exists()


class TestPrivateWords:
    """Words that name somebody, where nobody is there to be asked about them."""

    @pytest.mark.parametrize("options", [["--no-input"], []])
    def test_they_are_recorded_all_the_same_and_told_without_the_words(
        self, infoshare: Infoshare, tmp_path: Path, options: list[str]
    ) -> None:
        """A record is worth more than a clean one; the field, the kind and the place are named."""
        path = given(tmp_path, answers=SERIOUS, record=NAMED)
        run = infoshare("assess", "--answers", path, "--json", *options)
        assert (run.code, run.json["record"]["seq"]) == (0, 1)
        start = NAMED["reason"].index(NUMBER)
        assert run.json["private_words"] == [
            {"field": "reason", "kind": "telephone", "start": start, "end": start + len(NUMBER)}
        ]
        assert "These parts of the record may name somebody: reason." in " ".join(run.err.split())
        assert NUMBER not in run.err + run.out
        kept = infoshare("log", "export", "--format", "json").json[0]["fields"]
        assert kept["reason"] == NAMED["reason"]

    def test_in_words(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """After what came of the record."""
        path = given(tmp_path, answers=SERIOUS, record=NAMED)
        run = infoshare("assess", "--answers", path, "--no-input")
        assert run.code == 0
        assert "Recorded as number 1." in run.out
        assert "may name somebody: reason" in " ".join(run.err.split())
        assert NUMBER not in run.out + run.err

    def test_a_clean_record_says_nothing_of_it(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """The key is there, and empty."""
        path = given(tmp_path, answers=SERIOUS, record=RECORD)
        run = infoshare("assess", "--answers", path, "--no-input", "--json")
        assert (run.json["private_words"], run.err) == ([], "")

    def test_what_is_not_recorded_is_not_told(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """With --no-log nothing of it stays."""
        path = given(tmp_path, answers=SERIOUS, record=NAMED)
        run = infoshare("assess", "--answers", path, "--no-input", "--json", "--no-log")
        assert (run.json["private_words"], run.err) == ([], "")

    def test_a_person_who_is_there_is_asked(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """What comes from a file too; what they keep with a reason is not told again."""
        path = given(tmp_path, answers=SERIOUS, record=NAMED)
        lines = ["on", "own-concern", "none", "Luton", "", "", "", "", "", ""]
        lines += ["keep these", "It is the school's own.", "", "", "", "", "", "", "record"]
        typed = "".join(f"{line}\n" for line in lines)
        run = infoshare("--plain", "assess", "--answers", path, "--json", typed=typed)
        assert run.code == 0, run.err[-600:]
        assert (run.json["record"]["seq"], run.json["private_words"]) == (1, [])
        kept = infoshare("log", "export", "--format", "json").json[0]["fields"]
        assert kept["kept_words"][0]["reason"] == "It is the school's own."
