"""Erased words in drafts: the fields that hold them are open again, or the draft goes."""

import errno
import json
import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from infoshare_cli.core.case import Case, KeptWords
from infoshare_cli.core.draft import Draft
from infoshare_cli.core.redaction_plan import DraftLoss
from infoshare_cli.core.same_words import Words, fold
from infoshare_cli.errors import FileError
from infoshare_cli.files import scrub_drafts as scrubbing
from infoshare_cli.files.draft_folder import draft_path, read_drafts
from infoshare_cli.files.draft_text import write_draft
from infoshare_cli.files.scrub_drafts import losses_in_drafts, scrub_drafts
from tests.conftest import numbered_id
from tests.files.draft_cases import DRAFT
from tests.files.erasing import files_with

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
ZEBRA = 'A caf\u00e9 \u00bbzebra\u00ab \U0001f993 stood\nat the "door".'
OTHER = "Nothing that has to go."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for drafts."""
    path = tmp_path / "drafts"
    path.mkdir(mode=0o700)
    return path


def put(folder: Path, name: str = "20261122-bbbb", of: str | None = None, **record: str) -> Draft:
    """Save a draft with these fields."""
    case = Case(DRAFT.case.answers, {"case_ref": "T-1", **record})
    draft = replace(DRAFT, id=name, of=of, case=case)
    draft_path(folder, name).write_bytes(write_draft(draft))
    return draft


def words(*texts: str) -> Words:
    """Words that are erased."""
    return Words(frozenset(map(fold, texts)))


def scrub(folder: Path, erased: Words, whole: Collection[str] = ()) -> tuple[DraftLoss, ...]:
    """Scrub, once it was told what that would do."""
    told = losses_in_drafts(folder, erased, whole)
    done = scrub_drafts(folder, erased, whole, lambda: "tttt")
    assert done == told
    return done


def names(folder: Path) -> list[str]:
    """What lies in the folder."""
    return sorted(path.name for path in folder.iterdir())


class TestDrafts:
    """Files that can be read."""

    def test_the_fields_that_hold_the_words_are_open_again(self, folder: Path) -> None:
        """All else of the interview is as it was, and it counts as one save more."""
        draft = put(folder, reason=f"So: {ZEBRA}", information=OTHER, purpose="")
        assert scrub(folder, words(ZEBRA)) == (
            DraftLoss(str(draft_path(folder, draft.id)), ("reason",)),
        )
        left = replace(
            draft, case=draft.case.without_fields({"reason"}), revision=draft.revision + 1
        )
        assert read_drafts(folder).readable == (left,)
        assert files_with(ZEBRA, folder) == []

    def test_a_short_text_counts_as_a_whole(self, folder: Path) -> None:
        """As in the log."""
        put(folder, case_ref="t-1", reason="See T-1.")
        (loss,) = scrub(folder, words("T-1"))
        assert loss.fields == ("case_ref",)

    def test_a_draft_without_the_words_is_not_touched(self, folder: Path) -> None:
        """Not even its time."""
        put(folder, reason=OTHER)
        before = draft_path(folder, "20261122-bbbb").stat()
        assert scrub(folder, words(ZEBRA), {numbered_id(3)}) == ()
        after = draft_path(folder, "20261122-bbbb").stat()
        assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)

    def test_why_private_words_were_kept_may_hold_them(self, folder: Path) -> None:
        """Then the field is open again, with its reason."""
        kept = (KeptWords("reason", "name", ZEBRA), KeptWords("purpose", "name", OTHER))
        case = Case({}, {"reason": OTHER, "purpose": OTHER}, kept)
        draft = replace(DRAFT, case=case, of=None)
        draft_path(folder, draft.id).write_bytes(write_draft(draft))
        (loss,) = scrub(folder, words(ZEBRA))
        assert loss.fields == ("reason",)
        (left,) = read_drafts(folder).readable
        assert left.case.kept_words == kept[1:]

    def test_a_draft_that_goes_on_from_an_erased_record_goes(self, folder: Path) -> None:
        """Its answers are those of the record."""
        put(folder, of=numbered_id(1), reason=OTHER)
        put(folder, "20261122-cccc", of=numbered_id(2), reason=OTHER)
        (loss,) = scrub(folder, words(), {numbered_id(1)})
        assert (Path(loss.file).name, loss.fields) == ("20261122-bbbb.json", ())
        assert names(folder) == ["20261122-cccc.json"]

    def test_again(self, folder: Path) -> None:
        """There is nothing left to do."""
        put(folder, reason=ZEBRA)
        assert scrub(folder, words(ZEBRA))
        assert scrub(folder, words(ZEBRA)) == ()

    def test_where_there_is_no_folder(self, tmp_path: Path) -> None:
        """None is made."""
        assert scrub(tmp_path / "none", words(ZEBRA)) == ()
        assert not (tmp_path / "none").exists()


class TestOtherFiles:
    """What cannot be read as a draft may hold words as well."""

    def test_half_written_drafts_go(self, folder: Path) -> None:
        """Nobody can say whose words they hold."""
        (folder / ".20261122-bbbb-kkkk.part").write_bytes(b"half")
        (loss,) = scrub(folder, words())
        assert (Path(loss.file).name, loss.fields) == (".20261122-bbbb-kkkk.part", ())
        assert names(folder) == []

    @pytest.mark.parametrize(
        "content",
        [
            json.dumps({"reason": ZEBRA}).encode(),
            json.dumps({"reason": f"So: {ZEBRA.upper()}"}, ensure_ascii=False).encode(),
            f"{ZEBRA} and more".encode(),
            ZEBRA.encode("utf-16-le"),
            ZEBRA.encode("utf-16"),
            ZEBRA.encode("utf-16-be"),
            json.dumps(ZEBRA).encode("utf-16-le"),
            b"\xff" + ZEBRA.encode() + b"\xfe",
            ZEBRA.replace("\n", "\r\n").encode(),
            b"x" * 2_000_000,
        ],
    )
    def test_a_file_with_the_words_goes(self, folder: Path, content: bytes) -> None:
        """However they are written; and one that is too long to be looked through."""
        draft_path(folder, "20261122-bbbb").write_bytes(content)
        (loss,) = scrub(folder, words(ZEBRA))
        assert (Path(loss.file).name, loss.fields) == ("20261122-bbbb.json", ())
        assert names(folder) == []

    def test_a_copy_under_another_name_goes(self, folder: Path) -> None:
        """Also one that goes on from an erased record, whatever it holds."""
        draft = put(folder, of=numbered_id(1), reason=ZEBRA)
        content = draft_path(folder, draft.id).read_bytes()
        draft_path(folder, draft.id).rename(folder / "copy.json")
        scrub(folder, words(ZEBRA))
        assert names(folder) == []
        (folder / "copy.json").write_bytes(content)
        scrub(folder, words(), {numbered_id(1)})
        assert names(folder) == []

    def test_a_file_without_them_is_left_alone(self, folder: Path) -> None:
        """It may be all that is left of another interview."""
        draft_path(folder, "20261122-bbbb").write_bytes(json.dumps({"reason": "T-12"}).encode())
        (folder / "notes.txt").write_text(ZEBRA, encoding="utf-8")
        assert scrub(folder, words(ZEBRA, "T-1"), {numbered_id(1)}) == ()
        assert len(names(folder)) == 2

    def test_a_short_text_counts_in_quotes(self, folder: Path) -> None:
        """As the whole of a value."""
        draft_path(folder, "20261122-bbbb").write_bytes(json.dumps({"x": "T-1"}).encode())
        assert len(scrub(folder, words("T-1"))) == 1

    @posix_only
    def test_what_we_never_make_is_passed_over(self, folder: Path, tmp_path: Path) -> None:
        """A folder, a link: nothing of ours is in them."""
        target = tmp_path / "theirs"
        target.write_text(ZEBRA, encoding="utf-8")
        draft_path(folder, "20261122-bbbb").symlink_to(target)
        draft_path(folder, "20261122-cccc").mkdir()
        assert scrub(folder, words(ZEBRA)) == ()
        assert target.read_text(encoding="utf-8") == ZEBRA


class TestFailures:
    """It is told, so that the log is left as it is."""

    def test_a_file_that_cannot_be_changed(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The error names the file, and no word of it."""

        def fail(*_: object) -> None:
            raise OSError(errno.EACCES, "Permission denied")

        put(folder, reason=ZEBRA)
        monkeypatch.setattr(scrubbing, "replace_file", fail)
        with pytest.raises(FileError) as error:
            scrub_drafts(folder, words(ZEBRA), (), lambda: "tttt")
        assert "20261122-bbbb.json" in str(error.value.faults[0])
        assert "zebra" not in str(error.value.faults[0]).casefold()

    def test_a_file_that_cannot_be_read(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody can say what it holds, so nobody says that the words are gone."""

        def fail(_: Path) -> bytes:
            raise OSError(errno.EACCES, "Permission denied")

        put(folder, reason=ZEBRA)
        monkeypatch.setattr(scrubbing, "read_content", fail)
        with pytest.raises(FileError, match="cannot be cleared"):
            losses_in_drafts(folder, words(ZEBRA), ())

    def test_a_draft_that_was_finished_just_now(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its words are in the log, which is looked at again."""

        def gone(_: Path) -> bytes:
            raise FileNotFoundError(errno.ENOENT, "No such file")

        put(folder, reason=ZEBRA)
        monkeypatch.setattr(scrubbing, "read_content", gone)
        assert losses_in_drafts(folder, words(ZEBRA), ()) == ()
