"""Drafts as `infoshare assess` lists, chooses and gives them up."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from infoshare_cli.cli.drafts import chosen_draft
from infoshare_cli.cli.keep_draft import keeper_for
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.case import Case, KeptWords
from infoshare_cli.core.draft import ID_LETTERS, Draft
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import Record
from infoshare_cli.core.recorded_case import answers_of
from infoshare_cli.errors import CallError, FileError
from infoshare_cli.files.draft_folder import draft_path, prepare_folder, read_drafts
from infoshare_cli.files.draft_text import write_draft
from infoshare_cli.files.locations import shipped_contacts, shipped_rules
from infoshare_cli.files.logbook import read_records
from tests.cli.conftest import Infoshare
from tests.files.draft_cases import DRAFT
from tests.shipped import NOT_ASKED_YET

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")

ASKED = ("immediate_danger", "concern", "recipient")
CASE = Case(
    {"immediate_danger": ("no",), "concern": ("child-welfare",)},
    {"case_ref": "T-1", "reason": "Zebra", "role": ""},
    (KeptWords("reason", "name", "It is an animal."),),
)


@pytest.fixture
def setup(infoshare: Infoshare, log: Path) -> Setup:
    """What the options of a call come to."""
    return Setup(shipped_rules(), shipped_contacts(), log, plain=True)


@pytest.fixture
def draft(drafts: Path, guidance: Guidance) -> Draft:
    """A draft under the shipped rules, after two answers."""
    return put(drafts, of_these_rules(guidance))


def of_these_rules(guidance: Guidance, **changes: object) -> Draft:
    """A draft under the shipped rules."""
    rules = {"pack_version": guidance.pack.version, "pack_digest": guidance.digest}
    said = {"case": CASE, "asked": ASKED, "came_to": None, "of": None, "about": {}}
    return replace(DRAFT, **{**rules, **said, **changes})  # type: ignore[arg-type]


def put(folder: Path, draft: Draft) -> Draft:
    """Save a draft as it is."""
    prepare_folder(folder)
    draft_path(folder, draft.id).write_bytes(write_draft(draft))
    return draft


def broken(folder: Path) -> Path:
    """A file among the drafts that is none."""
    prepare_folder(folder)
    path = draft_path(folder, "20261122-bbbb")
    path.write_bytes(b'{"reason":"Zebra"}')
    return path


def last_record(log: Path) -> Record:
    """The record at the end of the log."""
    *_, record = read_records(log)
    return record


class TestListing:
    """What waits to be finished."""

    def test_no_drafts(self, infoshare: Infoshare, drafts: Path) -> None:
        """No error, and nothing is made."""
        run = infoshare("assess", "--drafts")
        assert (run.code, run.err) == (0, "")
        assert "There are no drafts" in run.out
        assert infoshare("assess", "--drafts", "--json").json == {"drafts": [], "unreadable": []}
        assert not drafts.exists()

    def test_in_words(self, infoshare: Infoshare, draft: Draft, guidance: Guidance) -> None:
        """What comes next is told as the interview would ask it."""
        run = infoshare("assess", "--drafts")
        assert (run.code, run.err) == (0, "")
        shown = " ".join(run.out.split())
        assert f"Draft {draft.id}" in shown
        assert guidance.question_by_id["recipient"].ask in shown
        assert "Zebra" not in shown

    def test_as_json(self, infoshare: Infoshare, draft: Draft) -> None:
        """Nothing of what was said but the reference."""
        run = infoshare("assess", "--drafts", "--json")
        (told,) = run.json["drafts"]
        assert (told["id"], told["next"], told["answers"]) == (draft.id, "recipient", 2)
        assert told["other_rules"] is False
        assert "Zebra" not in run.out
        assert "child-welfare" not in run.out

    @pytest.mark.usefixtures("draft")
    def test_what_cannot_be_read_is_told(self, infoshare: Infoshare, drafts: Path) -> None:
        """Beside the drafts that can; as with a log that is broken, the exit code says so."""
        path = broken(drafts)
        run = infoshare("assess", "--drafts")
        assert run.code == 1
        assert "T-1" in run.out
        assert str(path) in run.err.replace("\n", "")
        assert "Zebra" not in run.out + run.err
        told = infoshare("assess", "--drafts", "--json")
        assert (told.code, told.json["unreadable"][0]["file"]) == (1, str(path))
        assert path.exists()

    def test_a_folder_that_is_none_is_told(self, infoshare: Infoshare, drafts: Path) -> None:
        """As any file that cannot be used."""
        drafts.parent.mkdir()
        drafts.write_bytes(b"x")
        run = infoshare("assess", "--drafts")
        assert run.code == 2
        assert str(drafts) in run.err

    def test_rules_with_a_hole_hide_no_draft(
        self, infoshare: Infoshare, draft: Draft, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is listed, though nobody can tell what comes next."""
        from infoshare_cli.errors import GuidanceError

        def fail(*_: object) -> None:
            raise GuidanceError("No rule.")

        monkeypatch.setattr("infoshare_cli.cli.drafts.reread", fail)
        run = infoshare("assess", "--drafts", "--json")
        (told,) = run.json["drafts"]
        assert (run.code, told["id"], told["next"]) == (0, draft.id, None)


class TestChoosing:
    """Which draft is meant."""

    def test_the_only_one_need_not_be_named(self, setup: Setup, draft: Draft) -> None:
        """By its id or the end of it, it may be."""
        assert chosen_draft(setup, None) == draft
        for wanted in (draft.id, "K7F3", f" {draft.id} "):
            assert chosen_draft(setup, wanted) == draft

    def test_of_several_one_has_to_be_named(
        self, setup: Setup, drafts: Path, guidance: Guidance, draft: Draft
    ) -> None:
        """They are told by id, time and how much was answered, and by nothing of the case."""
        other = put(drafts, of_these_rules(guidance, id="20261123-k7f3", case=Case(NOT_ASKED_YET)))
        one = put(
            drafts,
            of_these_rules(
                guidance,
                id="20261124-zzzz",
                case=replace(CASE, answers={"immediate_danger": ("no",)}),
            ),
        )
        with pytest.raises(CallError, match="more than one draft") as error:
            chosen_draft(setup, None)
        faults = error.value.faults
        wanted = [f"--draft {each.id}, if you mean that one" for each in (draft, other, one)]
        assert [fault.expected for fault in faults] == wanted
        counts = [fault.found.rpartition(" with ")[2] for fault in faults]
        assert counts == ["2 answers", "14 answers", "1 answer"]
        assert "T-1" not in str(error.value.faults)
        with pytest.raises(CallError, match="could be more than one"):
            chosen_draft(setup, "k7f3")
        assert chosen_draft(setup, "zzzz") == one
        assert chosen_draft(setup, other.id) == other

    @pytest.mark.usefixtures("draft")
    def test_one_that_is_not_there(self, setup: Setup) -> None:
        """An unknown id is an error of the call."""
        with pytest.raises(CallError, match="no such draft"):
            chosen_draft(setup, "20261122-zzzz")

    def test_where_there_is_none(self, setup: Setup) -> None:
        """Nothing to go on with."""
        with pytest.raises(CallError, match="no drafts"):
            chosen_draft(setup, None)

    def test_one_that_cannot_be_read_is_told(self, setup: Setup, drafts: Path) -> None:
        """Whether it is named or the only one."""
        path = broken(drafts)
        for wanted in (None, "20261122-bbbb"):
            with pytest.raises(FileError) as error:
                chosen_draft(setup, wanted)
            assert error.value.faults[0].file == str(path)

    def test_the_only_one_that_can_be_read_is_taken(
        self, setup: Setup, drafts: Path, draft: Draft, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """And that there is another file is said: perhaps that one was meant."""
        broken(drafts)
        assert chosen_draft(setup, None) == draft
        assert "20261122-bbbb.json" in capsys.readouterr().err.replace("\n", "")


class TestKeeping:
    """A keeper with the clock, the letters and the folder of this program."""

    def test_two_interviews_have_two_ids(
        self, setup: Setup, drafts: Path, guidance: Guidance
    ) -> None:
        """Chance makes them, and they can be chosen by them."""
        keepers = [keeper_for(setup, guidance) for _ in range(2)]
        for keeper in keepers:
            assert keeper.keep(CASE, ASKED, None) == ""
        ids = {keeper.id for keeper in keepers}
        assert ids == {each.id for each in read_drafts(drafts).readable}
        assert len(ids) == 2
        assert chosen_draft(setup, keepers[0].id).case == CASE

    def test_it_goes_on_with_a_draft(
        self, setup: Setup, drafts: Path, guidance: Guidance, draft: Draft
    ) -> None:
        """And the file is the same one."""
        keeper = keeper_for(setup, guidance, draft=draft)
        assert keeper.keep(CASE.with_answer("recipient", ("other",)), ASKED, None) == ""
        assert [each.id for each in read_drafts(drafts).readable] == [draft.id]


class TestGivingUp:
    """An interview that is given up is logged, and then its draft goes."""

    def test_in_words(self, infoshare: Infoshare, drafts: Path, draft: Draft) -> None:
        """The record and its anchor are told."""
        run = infoshare("assess", "--discard")
        assert (run.code, run.err) == (0, "")
        assert f"The draft {draft.id} is gone." in run.out
        assert "Anchor: 1." in run.out
        assert read_drafts(drafts).readable == ()
        assert infoshare("log", "verify").code == 0

    def test_the_record_says_what_was_asked_and_answered(
        self, infoshare: Infoshare, log: Path, draft: Draft
    ) -> None:
        """Under the rules of the interview; what the rules came to is empty."""
        run = infoshare("assess", "--discard", "--draft", draft.id, "--json")
        record = last_record(log)
        assert run.json["discarded"]["id"] == draft.id
        assert run.json["removed"] is True
        assert run.json["record"]["id"] == record.head.id
        assert (record.head.kind, record.head.of) == ("abandoned", None)
        assert record.head.provenance.pack_digest == draft.pack_digest
        assert record.value("asked") == list(ASKED)
        assert record.value("answer.concern") == ["child-welfare"]
        assert record.value("answer.immediate_danger") == "no"
        assert record.value("answer.consent") is None
        assert (record.text("reason"), record.value("role")) == ("Zebra", None)
        kept = {"field": "reason", "kind": "name", "reason": "It is an animal."}
        assert record.value("kept_words") == [kept]
        for name in ("outcome", "title", "reasons", "actions", "rests_on", "proved", "contacts"):
            assert record.value(name) is None

    def test_an_outcome_that_was_shown_is_recorded(
        self, infoshare: Infoshare, log: Path, drafts: Path, guidance: Guidance
    ) -> None:
        """All that the rules came to, and which record it went on from."""
        case = Case(NOT_ASKED_YET, {"area": "luton"})
        put(drafts, of_these_rules(guidance, case=case, came_to="seek-consent", of=DRAFT.of))
        assert infoshare("assess", "--discard").code == 0
        record = last_record(log)
        assert record.head.of == DRAFT.of
        assert (record.text("outcome"), record.text("consent_from")) == ("seek-consent", "child")
        assert record.value("rests_on") == list(NOT_ASKED_YET)
        assert record.value("proved") is guidance.proved
        contacts = record.value("contacts")
        assert isinstance(contacts, list)
        assert "luton-mash" in contacts
        assert record.value("decision") is None

    @pytest.mark.parametrize("change", ["digest", "answers"])
    def test_of_an_outcome_that_is_not_this_one_only_the_name_is_known(
        self, infoshare: Infoshare, log: Path, drafts: Path, guidance: Guidance, change: str
    ) -> None:
        """Other rules, or answers changed since: nobody can tell what else was shown."""
        changed: dict[str, object] = {"pack_digest": "sha256:old"}
        if change == "answers":
            changed = {"case": CASE}
        case = {"case": Case(NOT_ASKED_YET), "came_to": "seek-consent"}
        put(drafts, of_these_rules(guidance, **{**case, **changed}))
        assert infoshare("assess", "--discard").code == 0
        record = last_record(log)
        assert record.text("outcome") == "seek-consent"
        assert record.value("reasons") is None
        if change == "digest":
            assert record.head.provenance.pack_digest == "sha256:old"

    def test_answers_to_questions_of_other_rules_are_not_lost(
        self, infoshare: Infoshare, log: Path, drafts: Path, guidance: Guidance
    ) -> None:
        """The draft goes, so the record is the only place where they still stand."""
        case = Case({"old_question": ("x",), "immediate_danger": ("yes", "no")})
        asked = ("old_question", "immediate_danger", "old_open")
        put(drafts, of_these_rules(guidance, case=case, asked=asked))
        assert infoshare("assess", "--discard").code == 0
        record = last_record(log)
        assert read_drafts(drafts).readable == ()
        assert answers_of(record) == case.answers
        assert record.value("asked") == list(asked)
        assert record.value("answer.old_question") == ["x"]
        assert record.value("answer.immediate_danger") == ["yes", "no"]
        assert (record.value("answer.old_open"), "answer.old_open" in record.body) == (None, True)
        assert infoshare("log", "verify").code == 0
        assert "Old question" in infoshare("log", "show", "1").out

    @pytest.mark.usefixtures("draft")
    def test_where_the_log_cannot_be_written_the_draft_stays(
        self, infoshare: Infoshare, log: Path, drafts: Path
    ) -> None:
        """Nothing is gone that is not recorded."""
        log.mkdir(parents=True)
        for options in ((), ("--json",)):
            run = infoshare("assess", "--discard", *options)
            assert run.code == 4
            assert len(read_drafts(drafts).readable) == 1

    def test_a_draft_that_cannot_be_removed_is_told(
        self, infoshare: Infoshare, log: Path, draft: Draft, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is recorded all the same; the person is told which file to delete."""

        def fail(*_: object) -> None:
            raise OSError(30, "Read-only file system")

        monkeypatch.setattr("infoshare_cli.cli.drafts.remove_draft", fail)
        run = infoshare("assess", "--discard", "--json")
        assert (run.code, run.json["removed"]) == (2, False)
        assert f"{draft.id}.json" in run.err.replace("\n", "")
        assert last_record(log).head.kind == "abandoned"

    def test_nothing_to_give_up(self, infoshare: Infoshare, log: Path) -> None:
        """An error of the call; no log is made."""
        run = infoshare("assess", "--discard")
        assert run.code == 2
        assert "no drafts" in run.err
        assert not log.exists()
        assert infoshare("assess", "--discard", "--json").json["status"] == "error"

    @pytest.mark.usefixtures("draft")
    def test_the_log_list_tells_it_apart(self, infoshare: Infoshare) -> None:
        """It is no decision."""
        infoshare("assess", "--discard")
        assert "Decision: abandoned" in " ".join(infoshare("log", "list").out.split())
        assert "No decision was recorded." in " ".join(infoshare("log", "show", "1").out.split())


def test_of_many_files_only_some_are_told(infoshare: Infoshare, drafts: Path) -> None:
    """Hundreds of broken files do not push what matters out of sight."""
    drafts.mkdir(parents=True)
    for letters in ID_LETTERS[:13]:
        (drafts / f"20261122-bbb{letters}.json").write_text("no", encoding="utf-8")
    run = infoshare("assess", "--drafts")
    assert run.code == 1
    assert run.err.count(".json") == 10
    assert "So it is with 3 more." in run.err


def test_who_cannot_save_is_told_and_goes_on(infoshare: Infoshare, drafts: Path) -> None:
    """Saving where nothing can be written must not lose what was said."""
    drafts.parent.mkdir(parents=True)
    drafts.write_text("a file in place of the folder", encoding="utf-8")
    run = infoshare(
        "--plain", "assess", typed="no\nsave\nchild-significant-harm\nsafeguarding\nstop\n"
    )
    said = " ".join(run.err.split())
    assert run.code == 0
    assert "Your answers cannot be kept as a draft here. Go on, or press Ctrl-C" in said
    assert "Share this now." in run.out
    assert "Your answers could not be kept as a draft, so they are lost." in said


def test_999_stands_on_screen_when_a_draft_goes_on(infoshare: Infoshare) -> None:
    """Danger may have come since."""
    infoshare("--plain", "assess", typed="no\nsave\n")
    run = infoshare("--plain", "assess", "--resume", typed="save\n")
    assert "If someone is in danger now, stop here and ring 999." in run.err
