"""Rules that are kept beside the log: whole, private, under the digest that records name."""

import hashlib
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from infoshare_cli.core.canonical import write_canonical
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.errors import LogError
from infoshare_cli.files import kept_packs as module
from infoshare_cli.files.kept_packs import keep_pack, open_kept_pack, packs_folder
from infoshare_cli.files.load_guidance import load_data, load_guidance
from infoshare_cli.files.locations import shipped_rules
from tests.files.overlay_packs import write_base, write_overlay
from tests.files.small_pack import SMALL_PACK, write_pack

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
OTHER = "sha256:" + "0" * 64
SCHOOL_FIELD = "fields:\n  - {id: agency, ask: Which school?, help: Yours., source: [p3]}\n"
"""What a school asks for besides."""

Put = Callable[[bytes], str]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the log lies."""
    (tmp_path / "kept").mkdir()
    return tmp_path / "kept" / "decisions.jsonl"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small pack in a folder."""
    (tmp_path / "small").mkdir()
    return write_pack(tmp_path / "small")


@pytest.fixture
def put(log: Path) -> Put:
    """Puts content where it would be kept under its own digest, which comes back."""

    def put(content: bytes) -> str:
        name = hashlib.sha256(content).hexdigest()
        packs_folder(log).mkdir(exist_ok=True)
        (packs_folder(log) / f"{name}.json").write_bytes(content)
        return f"sha256:{name}"

    return put


def kept(log: Path) -> list[Path]:
    """Everything in the folder of kept rules."""
    return sorted(packs_folder(log).iterdir())


def unproved(guidance: Guidance) -> Guidance:
    """The same rules without their receipt, which is not kept."""
    return replace(guidance, proved=False, longest=None)


class TestKeeping:
    """After a record, and never in its way."""

    def test_the_shipped_rules_are_kept_and_come_back(self, log: Path, guidance: Guidance) -> None:
        """Beside the log, under a name that can be checked by anybody."""
        assert keep_pack(log, guidance.digest, shipped_rules()) == ""
        [path] = kept(log)
        assert path.parent == log.with_name("decisions.jsonl.packs")
        content = path.read_bytes()
        assert f"sha256:{path.stem}" == guidance.digest
        assert hashlib.sha256(content).hexdigest() == path.stem
        assert content == write_canonical(load_data(shipped_rules()))
        assert open_kept_pack(log, guidance.digest) == unproved(guidance)

    def test_rules_laid_over_others_are_kept_as_one(self, log: Path, tmp_path: Path) -> None:
        """What they were laid over may change or go; the two are not looked at again."""
        base = write_base(tmp_path)
        own = write_overlay(tmp_path, {"record.yaml": SCHOOL_FIELD})
        guidance = load_guidance(own)
        assert keep_pack(log, guidance.digest, own) == ""
        (base / "decision.yaml").unlink()
        (own / "pack.yaml").unlink()
        again = open_kept_pack(log, guidance.digest)
        assert again == unproved(guidance)
        assert [field.id for field in again.record_fields] == ["case_ref", "reason", "agency"]

    def test_rules_that_do_without_a_file_come_back_without_it(
        self, log: Path, small: Path
    ) -> None:
        """Some were written before there were sayings."""
        (small / "sayings.yaml").unlink()
        guidance = load_guidance(small)
        assert keep_pack(log, guidance.digest, small) == ""
        assert open_kept_pack(log, guidance.digest) == unproved(guidance)

    def test_each_is_kept_once(
        self, log: Path, small: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Later records cost a look at the name, and nothing is read or written."""
        digest = load_guidance(small).digest
        keep_pack(log, digest, small)
        [path] = kept(log)
        before = path.stat()

        def read(_folder: Path, _digest: str) -> bytes:
            raise AssertionError

        monkeypatch.setattr(module, "_content", read)
        assert keep_pack(log, digest, small) == ""
        after = path.stat()
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_all_that_were_gone_by_stay(self, log: Path, small: Path) -> None:
        """Each under its own name."""
        first = load_guidance(small)
        keep_pack(log, first.digest, small)
        (small / "pack.yaml").write_text(
            SMALL_PACK["pack.yaml"].replace('"1"', '"2"'), encoding="utf-8"
        )
        second = load_guidance(small)
        keep_pack(log, second.digest, small)
        assert len(kept(log)) == 2
        for guidance in (first, second):
            assert open_kept_pack(log, guidance.digest) == unproved(guidance)

    @posix_only
    def test_nobody_else_may_read_them(self, log: Path, small: Path) -> None:
        """As the log."""
        keep_pack(log, load_guidance(small).digest, small)
        [path] = kept(log)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700

    def test_many_at_once_write_one_file(self, log: Path, guidance: Guidance) -> None:
        """Each writes it whole, and no half of it is ever seen or left behind."""
        child = (
            "import sys\nfrom pathlib import Path\n"
            "from infoshare_cli.files.kept_packs import keep_pack, open_kept_pack\n"
            "log, digest, folder = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])\n"
            "sys.stdin.read()\n"
            "assert keep_pack(log, digest, folder) == ''\n"
            "assert open_kept_pack(log, digest) is not None\n"
        )
        command = [sys.executable, "-c", child, str(log), guidance.digest, str(shipped_rules())]
        running = [subprocess.Popen(command, stdin=subprocess.PIPE) for _ in range(4)]
        for each in running:
            assert each.stdin is not None
            each.stdin.close()
        assert [each.wait() for each in running] == [0] * len(running)
        assert [path.name for path in kept(log)] == [f"{guidance.digest[7:]}.json"]


class TestNotKept:
    """What fails is told, and is no error: the record is on the disk."""

    def test_rules_that_changed_meanwhile(self, log: Path, small: Path) -> None:
        """Others than the record names must not stand under its digest."""
        told = keep_pack(log, OTHER, small)
        assert told.startswith(f"The rules of this record could not be kept in {packs_folder(log)}")
        assert "changed" in told
        assert not packs_folder(log).exists()

    def test_rules_that_cannot_be_read_any_more(self, log: Path, small: Path) -> None:
        """They were a moment ago."""
        digest = load_guidance(small).digest
        (small / "decision.yaml").unlink()
        assert "changed" in keep_pack(log, digest, small)

    def test_far_too_much_is_not_kept(
        self, log: Path, small: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What could not be read again is not written."""
        monkeypatch.setattr(module, "MAX_BYTES", 100)
        assert keep_pack(log, load_guidance(small).digest, small)
        assert not packs_folder(log).exists()

    def test_a_file_where_the_folder_should_be(self, log: Path, small: Path) -> None:
        """It stays as it is, and the reason is told."""
        packs_folder(log).write_bytes(b"mine")
        assert "could not be kept" in keep_pack(log, load_guidance(small).digest, small)
        assert packs_folder(log).read_bytes() == b"mine"

    @pytest.mark.parametrize("digest", ["", "sha256:", "md5:1", "sha256:" + "A" * 64, "../" * 22])
    def test_what_is_no_digest_has_no_file(self, log: Path, small: Path, digest: str) -> None:
        """No name in a log leads out of the folder."""
        assert keep_pack(log, digest, small) == ""
        assert open_kept_pack(log, digest) is None
        assert not packs_folder(log).exists()


class TestOpening:
    """What is kept is gone by only if it is what its name says, and sound."""

    def test_what_was_not_kept_is_not_there(self, log: Path) -> None:
        """That is no error."""
        assert open_kept_pack(log, OTHER) is None

    @pytest.mark.parametrize(
        "change",
        [
            lambda content: content.replace(b"share-with-consent", b"do-not-share"),
            lambda content: content + b"\n",
            lambda content: content[:-1],
            lambda _content: b"",
        ],
    )
    def test_one_byte_more_or_less_is_told(
        self, log: Path, small: Path, change: Callable[[bytes], bytes]
    ) -> None:
        """Whoever wrote it, and however small it is."""
        digest = load_guidance(small).digest
        keep_pack(log, digest, small)
        [path] = kept(log)
        path.write_bytes(change(path.read_bytes()))
        with pytest.raises(LogError, match="not the rules that its name says"):
            open_kept_pack(log, digest)

    def test_no_more_is_read_than_may_be(
        self, log: Path, put: Put, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """However large the file is."""
        monkeypatch.setattr(module, "MAX_BYTES", 100)
        digest = put(b"x" * 200)
        with pytest.raises(LogError, match="not the rules that its name says"):
            open_kept_pack(log, digest)

    @posix_only
    def test_a_link_is_not_followed(self, log: Path, small: Path, tmp_path: Path) -> None:
        """Nor is a folder taken for a file."""
        digest = load_guidance(small).digest
        keep_pack(log, digest, small)
        [path] = kept(log)
        path.rename(tmp_path / "elsewhere")
        path.symlink_to(tmp_path / "elsewhere")
        with pytest.raises(LogError, match="cannot be read"):
            open_kept_pack(log, digest)
        # And the next record puts the file itself there.
        assert keep_pack(log, digest, small) == ""
        assert open_kept_pack(log, digest) is not None
        path.unlink()
        path.mkdir()
        with pytest.raises(LogError, match="cannot be read"):
            open_kept_pack(log, digest)

    @pytest.mark.parametrize(
        "content",
        [
            b"", b"[]", b"null", b'"text"', b"{}", b"{", b"\xff", b"[" * 100_000,
            b'{"pack.yaml":' + b"9" * 5000 + b"}", b'{"pack.yaml":{}}',
        ],
    )  # fmt: skip
    def test_what_is_no_rules_is_an_error_of_ours(
        self, log: Path, put: Put, content: bytes
    ) -> None:
        """A name that fits says that nobody changed it, and nothing more."""
        digest = put(content)
        with pytest.raises(LogError, match="cannot be used by this version"):
            open_kept_pack(log, digest)

    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("decision.yaml", 1),
            ("decision.yaml", 1.5),
            ("decision.yaml", None),
            ("decision.yaml", []),
            ("decision.yaml", {"rules": "all"}),
            ("decision.yaml", {"a": [[[[[[[[[[[[[[[[[[[["x"]]]]]]]]]]]]]]]]]]]]}),
            ("outcomes.yaml", {"outcomes": []}),
            ("questions.yaml", {"questions": [{"id": "danger"}]}),
        ],
    )
    def test_rules_with_faults_are_refused_with_them(
        self, log: Path, small: Path, put: Put, name: str, data: object
    ) -> None:
        """They are held to what all rules are held to."""
        files: dict[str, object] = {**load_data(small), name: data}
        digest = put(json.dumps(files).encode())
        with pytest.raises(LogError, match="cannot be used by this version") as caught:
            open_kept_pack(log, digest)
        assert caught.value.faults

    def test_facts_that_run_in_a_circle_are_found(self, log: Path, small: Path, put: Put) -> None:
        """They would never come to an end."""
        text = json.dumps(load_data(small))
        digest = put(text.replace('{"fact": "serious"}', '{"fact": "open"}').encode())
        with pytest.raises(LogError) as caught:
            open_kept_pack(log, digest)
        assert any("open" in str(fault) for fault in caught.value.faults)
