"""Keeping a draft: saved with each answer, never over another one, and never in the way."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from infoshare_cli.core.case import Case
from infoshare_cli.core.draft import Draft
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.files import drafts as module
from infoshare_cli.files import whole_file
from infoshare_cli.files.draft_folder import draft_path, list_draft_files, read_drafts
from infoshare_cli.files.draft_text import write_draft
from infoshare_cli.files.drafts import DraftKeeper
from tests.conftest import numbered_id
from tests.files.draft_cases import letters, ticking
from tests.shipped import NOT_ASKED_YET

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")

Open = Callable[..., DraftKeeper]
ONE = Case({"immediate_danger": ("no",)})
TWO = ONE.with_answer("concern", ("none",))
THREE = TWO.with_answer("recipient", ("other",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where drafts are to be; it is not there yet."""
    return tmp_path / "state" / "infoshare" / "drafts"


@pytest.fixture
def open_keeper(folder: Path, guidance: Guidance) -> Open:
    """Opens a keeper, as a window does; all of them have one clock and never the same letters."""
    clock, ends = ticking(), letters()

    def keeper(of: str | None = None, draft: Draft | None = None) -> DraftKeeper:
        return DraftKeeper(
            folder, guidance, clock=clock, draw=lambda: next(ends), of=of, draft=draft
        )

    return keeper


def only(folder: Path) -> Draft:
    """The one draft that is there; nothing else is."""
    drafts = read_drafts(folder)
    (draft,) = drafts.readable
    assert list_draft_files(folder) == (draft_path(folder, draft.id),)
    return draft


class TestSaving:
    """What was said is on the disk, and only that."""

    def test_nothing_is_kept_before_the_first_answer(self, open_keeper: Open, folder: Path) -> None:
        """Whoever only looks in leaves no trace."""
        keeper = open_keeper()
        assert keeper.keep(Case({}, {"area": "luton"}), ("immediate_danger",), None) == ""
        assert (keeper.id, keeper.is_saved) == (None, False)
        assert keeper.forget() == ""
        assert not folder.parent.exists()

    def test_each_answer_is_kept(self, open_keeper: Open, folder: Path, guidance: Guidance) -> None:
        """With what was asked, under which rules, and when."""
        keeper = open_keeper(of=numbered_id(7))
        assert keeper.keep(ONE, ("immediate_danger", "concern"), None) == ""
        first = only(folder)
        assert keeper.keep(TWO, ("immediate_danger", "concern", "recipient"), "seek-advice") == ""
        second = only(folder)
        assert keeper.id == first.id == second.id
        assert keeper.is_saved
        assert (second.case, second.came_to, second.of) == (TWO, "seek-advice", numbered_id(7))
        assert second.asked == ("immediate_danger", "concern", "recipient")
        assert (first.revision, second.revision) == (1, 2)
        assert first.started == second.started == first.saved < second.saved
        assert first.id.startswith("20261122-")
        rules = (second.pack_id, second.pack_version, second.pack_digest)
        assert rules == (guidance.pack.id, guidance.pack.version, guidance.digest)

    def test_whose_consent_it_was_is_kept(self, open_keeper: Open, folder: Path) -> None:
        """Other rules must not turn a child's yes into a parent's."""
        open_keeper().keep(Case(NOT_ASKED_YET), (), None)
        assert only(folder).about == {"whose_consent": "child"}

    def test_what_is_kept_already_is_not_written_again(
        self, open_keeper: Open, folder: Path
    ) -> None:
        """A slow disk is used as little as can be."""
        keeper = open_keeper()
        for _ in range(3):
            keeper.keep(ONE, (), None)
        assert only(folder).revision == 1
        keeper.keep(ONE, ("immediate_danger",), None)
        assert only(folder).revision == 2

    def test_answers_that_are_all_taken_back_are_no_longer_there(
        self, open_keeper: Open, folder: Path
    ) -> None:
        """What was taken back must not come again."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        keeper.keep(Case(), (), None)
        assert only(folder).case == Case()

    def test_a_draft_that_was_read_goes_on(self, open_keeper: Open, folder: Path) -> None:
        """Under its id, with its beginning, and about the record that it continues."""
        open_keeper(of=numbered_id(7)).keep(ONE, (), None)
        draft = only(folder)
        keeper = open_keeper(draft=draft)
        assert (keeper.id, keeper.is_saved) == (draft.id, True)
        assert keeper.keep(TWO, (), None) == ""
        now = only(folder)
        assert (now.id, now.started, now.of) == (draft.id, draft.started, numbered_id(7))
        assert (now.case, now.revision) == (TWO, 2)

    def test_a_draft_under_other_rules_is_kept_under_these(
        self, open_keeper: Open, folder: Path, guidance: Guidance
    ) -> None:
        """Once it was read again; though no answer changed."""
        open_keeper().keep(ONE, (), None)
        draft = replace(only(folder), pack_digest="sha256:old")
        draft_path(folder, draft.id).write_bytes(write_draft(draft))
        assert open_keeper(draft=draft).keep(ONE, (), None) == ""
        assert only(folder).pack_digest == guidance.digest

    def test_two_new_interviews_have_two_drafts(self, folder: Path, guidance: Guidance) -> None:
        """Even if chance gives both the same letters."""
        drawn = iter(["kkkk", "pppp", "kkkk", "kkkk", "zzzz", "tttt"])
        for _ in range(2):
            keeper = DraftKeeper(folder, guidance, clock=ticking(), draw=lambda: next(drawn))
            keeper.keep(ONE, (), None)
        assert [each.id[-4:] for each in read_drafts(folder).readable] == ["kkkk", "zzzz"]


class TestForgetting:
    """Once it is recorded, nothing is left."""

    def test_the_draft_is_gone(self, open_keeper: Open, folder: Path) -> None:
        """And a keeper that keeps something afterwards begins anew."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        former = keeper.id
        assert keeper.forget() == ""
        assert (list(folder.iterdir()), keeper.id) == ([], None)
        assert keeper.keep(TWO, (), None) == ""
        assert only(folder).id != former

    def test_one_that_is_gone_already_is_no_failure(self, open_keeper: Open, folder: Path) -> None:
        """Somebody was quicker."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        draft_path(folder, keeper.id or "").unlink()
        assert keeper.forget() == ""

    def test_what_another_window_went_on_with_stays(self, open_keeper: Open, folder: Path) -> None:
        """It holds what was never recorded."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        open_keeper(draft=only(folder)).keep(TWO, (), None)
        assert "so it stays" in keeper.forget()
        assert only(folder).case == TWO

    def test_one_that_cannot_be_removed_is_told(
        self, open_keeper: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With the file, so that the person can do it."""

        def fail(*_: object) -> None:
            raise OSError(errno.EROFS, "Read-only file system")

        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        monkeypatch.setattr(module, "remove_draft", fail)
        told = keeper.forget()
        assert str(draft_path(folder, keeper.id or "")) in told
        assert "read-only file system" in told


class TestTwoWindows:
    """Nothing of another window is ever overwritten."""

    def test_the_slower_one_goes_on_under_an_id_of_its_own(
        self, open_keeper: Open, folder: Path
    ) -> None:
        """It is told once, and both are there."""
        first = open_keeper()
        first.keep(ONE, (), None)
        second = open_keeper(draft=only(folder))
        former = first.id
        assert second.keep(TWO, (), None) == ""
        told = first.keep(THREE, (), None)
        assert told.startswith(f"Another window has gone on with the draft {former}.")
        assert first.id != former
        assert str(first.id) in told
        assert first.keep(ONE, (), None) == second.keep(THREE, (), None) == ""
        cases = {each.id: each.case for each in read_drafts(folder).readable}
        assert cases == {former: THREE, first.id: ONE}

    def test_also_where_both_saved_as_often(self, open_keeper: Open, folder: Path) -> None:
        """How often something was saved does not say what."""
        first = open_keeper()
        first.keep(ONE, (), None)
        second = open_keeper(draft=only(folder))
        path = draft_path(folder, first.id or "")
        first.keep(TWO, (), None)
        path.write_bytes(path.read_bytes().replace(b'"none"', b'"not-sure"'))
        assert second.keep(THREE, (), None) != ""
        assert first.keep(THREE, (), None) != ""
        assert len(read_drafts(folder).readable) == 3

    def test_a_draft_that_was_finished_elsewhere_does_not_come_back(
        self, open_keeper: Open, folder: Path
    ) -> None:
        """What is said here is kept under another id."""
        first = open_keeper()
        first.keep(ONE, (), None)
        second = open_keeper(draft=only(folder))
        former = first.id
        first.forget()
        told = second.keep(TWO, (), None)
        assert told.startswith(f"The draft {former} is gone")
        assert only(folder).id == second.id != former

    def test_two_that_save_at_once_do_not_disturb_each_other(
        self, open_keeper: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """One is half done when the other saves from its beginning to its end, and removes."""
        first, second, third = open_keeper(), open_keeper(), open_keeper()
        told: list[str] = []
        put = whole_file._put

        def meanwhile(part: Path, path: Path) -> None:
            monkeypatch.setattr(whole_file, "_put", put)
            told.extend((second.keep(TWO, (), None), third.keep(ONE, (), None), third.forget()))
            put(part, path)

        monkeypatch.setattr(whole_file, "_put", meanwhile)
        told.append(first.keep(ONE, (), None))
        assert told == [""] * 4
        cases = {each.id: each.case for each in read_drafts(folder).readable}
        assert cases == {first.id: ONE, second.id: TWO}

    @posix_only
    def test_a_link_in_its_place_is_left_alone(
        self, open_keeper: Open, folder: Path, tmp_path: Path
    ) -> None:
        """Neither followed nor replaced."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        path, target = draft_path(folder, keeper.id or ""), tmp_path / "target"
        target.write_bytes(b"theirs")
        path.unlink()
        path.symlink_to(target)
        assert keeper.keep(TWO, (), None).startswith("Something else has taken the place")
        assert (path.is_symlink(), target.read_bytes()) == (True, b"theirs")
        assert read_drafts(folder).readable[0].case == TWO


class TestFailing:
    """A disk that fails is told once, and stops no interview."""

    @pytest.fixture
    def full(self, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
        """A disk that takes no more."""

        def fail(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(module, "replace_file", fail)
        return monkeypatch

    @pytest.mark.usefixtures("full")
    def test_it_is_told_once(self, open_keeper: Open) -> None:
        """With the reason and what it means; then the interview goes on undisturbed."""
        keeper = open_keeper()
        told = keeper.keep(ONE, (), None)
        assert "cannot be kept as a draft: no space left on device" in told
        assert keeper.keep(TWO, (), None) == ""
        assert (keeper.id, keeper.is_saved) == (None, False)
        assert keeper.forget() == ""

    def test_it_is_tried_again_with_each_answer(
        self, open_keeper: Open, folder: Path, full: pytest.MonkeyPatch
    ) -> None:
        """And that it works again is told as well; a later failure is told anew."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        full.undo()
        told = keeper.keep(TWO, (), None)
        assert told == f"The interview is kept again, as the draft {keeper.id}."
        assert only(folder).case == TWO
        assert keeper.keep(THREE, (), None) == ""

    def test_what_was_not_saved_is_tried_again_though_nothing_changed(
        self, open_keeper: Open, folder: Path, full: pytest.MonkeyPatch
    ) -> None:
        """Only what is on the disk is kept."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        full.undo()
        keeper.keep(ONE, (), None)
        assert only(folder).case == ONE

    def test_a_save_that_was_half_done_is_no_other_window(
        self, open_keeper: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The file may have been replaced before the disk failed."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        with monkeypatch.context() as patch:

            def fail(_: Path) -> None:
                raise OSError(errno.EIO, "Input/output error")

            patch.setattr(whole_file, "sync_folder", fail)
            assert "input/output error" in keeper.keep(TWO, (), None)
        assert only(folder).case == TWO
        assert "kept again" in keeper.keep(THREE, (), None)
        assert only(folder).case == THREE

    @pytest.mark.parametrize("step", ["write_whole", "_put"])
    def test_a_save_that_was_not_done_is_no_other_window_either(
        self, open_keeper: Open, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        """The file is still as it was saved before."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        with monkeypatch.context() as patch:

            def fail(*_: object) -> None:
                raise OSError(errno.EIO, "Input/output error")

            patch.setattr(whole_file, step, fail)
            assert keeper.keep(TWO, (), None) != ""
            assert only(folder).case == ONE
        assert "kept again" in keeper.keep(THREE, (), None)
        assert only(folder).case == THREE

    def test_a_new_window_and_a_full_disk_are_both_told(
        self, open_keeper: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Neither hides the other."""

        def fail(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        draft_path(folder, keeper.id or "").unlink()
        monkeypatch.setattr(module, "replace_file", fail)
        told = keeper.keep(TWO, (), None)
        assert "is gone" in told
        assert "no space left" in told

    @posix_only
    @pytest.mark.parametrize("kind", ["file", "link", "file above"])
    def test_a_folder_that_cannot_be_one(
        self, open_keeper: Open, folder: Path, tmp_path: Path, kind: str
    ) -> None:
        """Told, and nothing is written anywhere."""
        place = folder.parent if kind == "file above" else folder
        place.parent.mkdir(parents=True)
        if kind == "link":
            place.symlink_to(tmp_path)
        else:
            place.write_bytes(b"x")
        before = sorted(tmp_path.rglob("*"))
        assert "cannot be kept as a draft" in open_keeper().keep(ONE, (), None)
        assert sorted(tmp_path.rglob("*")) == before

    @pytest.mark.parametrize("text", ["\ud800", "x" * 2_000_000], ids=["half", "long"])
    def test_a_text_that_cannot_be_kept(self, open_keeper: Open, folder: Path, text: str) -> None:
        """The log could not take it either; what was kept before stays."""
        keeper = open_keeper()
        keeper.keep(ONE, (), None)
        told = keeper.keep(ONE.with_field("reason", text), (), None)
        assert "cannot be kept as a draft" in told
        assert (only(folder).case, keeper.is_saved) == (ONE, False)
        assert "kept again" in keeper.keep(TWO, (), None)


KILLED_AT_EACH_STEP = """
import json, os, signal, sys
from pathlib import Path
from infoshare_cli.core.case import Case
from infoshare_cli.files.draft_folder import read_drafts
from infoshare_cli.files.draft_text import write_draft
from infoshare_cli.files.drafts import DraftKeeper
from tests.files.draft_cases import letters, ticking
from tests.core.small_packs import many, one, pack

folder = Path(sys.argv[1])
guidance = pack([one("immediate_danger", "yes no"), many("concern", "none")])
TOUCH_THE_DISK = ("whole_file.py", "private_file.py", "draft_folder.py")
ONE = Case({"immediate_danger": ("no",)})
TWO = ONE.with_answer("concern", ("none",))
clock, ends = ticking(), letters()


def keeper(draft=None):
    return DraftKeeper(folder, guidance, clock=clock, draw=lambda: next(ends), draft=draft)


def killed_at(step, act):
    # The whole program dies at that line of a save, as at kill -9: nothing is tidied up.
    pid = os.fork()
    if pid == 0:
        left = step

        def watch(frame, event, _):
            nonlocal left
            if not frame.f_code.co_filename.endswith(TOUCH_THE_DISK):
                return None
            left -= event == "line"
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return watch

        sys.settrace(watch)
        act()
        os._exit(0)
    return os.waitpid(pid, 0)[1] == signal.SIGKILL


def seen():
    drafts = read_drafts(folder)
    kept = [len(draft.case.answers) for draft in drafts.readable]
    return kept, len(drafts.unreadable), len([*folder.iterdir()] if folder.exists() else [])


found = []
for step in range(1, 1000):
    next(ends)  # as the next program draws other letters
    killed = killed_at(step, lambda: keeper().keep(ONE, (), None))
    now = ["first", *seen()]
    for path in folder.iterdir() if folder.exists() else ():
        path.unlink()
    if not killed:
        break
    found.append(now)

window = keeper()
window.keep(ONE, (), None)
(former,) = read_drafts(folder).readable
for step in range(1, 1000):
    # Each time from the same draft, with what the last kill left an hour ago still lying there.
    next(ends)
    # Always one part, or a save would have fewer steps the fewer of them it has to clear.
    left = folder / ".left-by-the-last.part"
    left.touch()
    for path in folder.glob(".*"):
        path.rename(left)
    os.utime(left, (left.stat().st_mtime - 3600,) * 2)
    (folder / f"{former.id}.json").write_bytes(write_draft(former))
    if not killed_at(step, lambda: keeper(former).keep(TWO, (), None)):
        break
    found.append(["next", *seen()])
print(json.dumps(found))
"""


@posix_only
def test_a_kill_at_any_step_of_a_save_loses_at_most_that_answer(tmp_path: Path) -> None:
    """The draft is as before or as it should be, whole; what lies about goes with a later save."""
    command = [sys.executable, "-c", KILLED_AT_EACH_STEP, str(tmp_path / "drafts")]
    root = Path(__file__).parents[2]
    run = subprocess.run(command, check=False, capture_output=True, text=True, cwd=root)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    first = [kept for which, kept, *_ in found if which == "first"]
    then = [kept for which, kept, *_ in found if which == "next"]
    assert len(first) > 30
    assert len(then) > 30
    # Nothing at all, and from one step on the whole first answer; then one or two answers.
    assert first == sorted(first)
    assert {*map(tuple, first)} == {(), (1,)}
    assert then == sorted(then)
    assert {*map(tuple, then)} == {(1,), (2,)}
    assert {unreadable for *_, unreadable, _ in found} == {0}
    assert found[-1][-1] == 1
