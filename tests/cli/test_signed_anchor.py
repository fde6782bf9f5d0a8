"""`infoshare log key`, and signed anchors: what is checked, and never more."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from infoshare_cli.core.record import Record
from infoshare_cli.core.signed_note import anchor_text, sign, write_note
from infoshare_cli.files.signing_key import SigningKey
from tests.cli.conftest import Infoshare
from tests.files.keyring_in_memory import KeyringInMemory

NAME = "example.invalid/team"
STRANGER = SigningKey("example.invalid/stranger", bytes(32))


@pytest.fixture(autouse=True)
def keys() -> Iterator[KeyringInMemory]:
    """An empty keyring in place of the system's."""
    before, ours = keyring.get_keyring(), KeyringInMemory()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


@pytest.fixture
def kept(log: Path, every_kind: list[Record]) -> Path:
    """A log with every kind of record."""
    log.parent.mkdir()
    log.write_bytes(b"".join(record.to_line() for record in every_kind))
    return log


@pytest.fixture
def key(infoshare: Infoshare, kept: Path) -> str:
    """The key of this computer, newly made."""
    run = infoshare("log", "key", "--new", NAME, "--json")
    assert run.code == 0
    assert run.json["name"] == NAME
    text: str = run.json["key"]
    return text


@pytest.fixture
def note(infoshare: Infoshare, key: str, tmp_path: Path) -> Path:
    """The anchor of the log, signed."""
    path = tmp_path / "anchor.note"
    run = infoshare("log", "anchor", "--sign", "--output", path)
    assert (run.code, " ".join(run.err.split())) == (0, f"Written to {path}.")
    return path


def test_the_key_is_shown_again_and_not_replaced(infoshare: Infoshare, key: str) -> None:
    """Its secret half is never shown."""
    assert key in infoshare("log", "key").out.split()
    again = infoshare("log", "key", "--new", "other")
    assert (again.code, again.out) == (2, "")
    assert infoshare("log", "key", "--json").json == {"name": NAME, "key": key}


@pytest.mark.parametrize("name", ["", "a b", "a+b"])
def test_a_name_that_no_key_can_have(infoshare: Infoshare, name: str) -> None:
    """Refused before anything is made."""
    run = infoshare("log", "key", "--new", name, "--json")
    assert run.code == 2
    assert run.json["faults"][0]["path"] == "--new"
    assert infoshare("log", "key").code == 2


@pytest.mark.parametrize("call", [["key"], ["anchor", "--sign"]])
def test_without_a_key_it_says_how_to_make_one(
    infoshare: Infoshare, kept: Path, call: list[str]
) -> None:
    """And nothing is signed."""
    run = infoshare("log", *call)
    assert (run.code, run.out) == (2, "")
    assert "infoshare log key --new NAME" in run.err


def test_what_is_signed_is_the_last_record(
    infoshare: Infoshare, key: str, every_kind: list[Record]
) -> None:
    """On standard output it is the same as in a file, and JSON holds it too."""
    shown = infoshare("log", "anchor", "--sign").out
    last = every_kind[-1]
    assert shown.startswith(anchor_text(last.head.seq, last.hash) + "\n\u2014 " + NAME)
    assert infoshare("log", "anchor", "--sign", "--json").json["note"] == shown
    assert infoshare("log", "anchor", "--json").json["note"] is None


def test_a_file_without_a_signature_is_not_meant(infoshare: Infoshare, tmp_path: Path) -> None:
    """The code alone is short enough to copy."""
    assert infoshare("log", "anchor", "--output", tmp_path / "new").code == 2
    assert not (tmp_path / "new").exists()


def test_a_broken_log_is_not_signed(infoshare: Infoshare, key: str, kept: Path) -> None:
    """A signature would vouch for it."""
    kept.write_bytes(kept.read_bytes().replace(b"T-1", b"T-9"))
    run = infoshare("log", "anchor", "--sign")
    assert (run.code, run.out) == (1, "")


def test_a_signed_anchor_fits_its_log(
    infoshare: Infoshare, note: Path, key: str, keys: KeyringInMemory
) -> None:
    """By one's own key, or by one that was handed on; and it counts as an anchor."""
    run = infoshare("log", "verify", "--note", note, "--json")
    assert run.code == 0
    assert (run.json["signature"], run.json["completeness"]) == ("ok", "ok")
    keys.kept.clear()
    assert infoshare("log", "verify", "--note", note).code == 2
    by_key = infoshare("log", "verify", "--note", note, "--key", key)
    assert by_key.code == 0
    assert "The signature of every anchor that you gave is good." in by_key.out


def test_a_changed_note_counts_for_nothing(infoshare: Infoshare, note: Path) -> None:
    """Not as an anchor either: its words are not those that were signed."""
    note.write_bytes(note.read_bytes().replace(b"9.", b"8.", 1))
    run = infoshare("log", "verify", "--note", note, "--json")
    assert run.code == 1
    assert (run.json["signature"], run.json["completeness"]) == ("bad", "unchecked")
    assert run.json["integrity"] == "ok"
    assert "signature is not good" in infoshare("log", "verify", "--note", note).out


def test_a_note_of_a_stranger_says_nothing(
    infoshare: Infoshare, key: str, every_kind: list[Record], tmp_path: Path
) -> None:
    """Whoever it is, nobody said that they are trusted."""
    path = tmp_path / "strange.note"
    text = anchor_text(9, every_kind[-1].hash)
    path.write_bytes(write_note(sign(text, STRANGER.public, STRANGER.sign)))
    run = infoshare("log", "verify", "--note", path, "--json")
    assert run.code == 1
    assert (run.json["signature"], run.json["completeness"]) == ("unknown-key", "unchecked")
    assert "by a key that you did not name" in infoshare("log", "verify", "--note", path).out
    named = infoshare("log", "verify", "--note", path, "--key", str(STRANGER.public), "--json")
    assert (named.code, named.json["signature"], named.json["completeness"]) == (0, "ok", "ok")


def test_a_signed_anchor_tells_of_a_cut_log(infoshare: Infoshare, note: Path, kept: Path) -> None:
    """The signature is good, and the log is not whole: two verdicts."""
    kept.write_bytes(b"".join(kept.read_bytes().splitlines(keepends=True)[:7]))
    run = infoshare("log", "verify", "--note", note, "--json")
    assert (run.code, run.json["signature"], run.json["completeness"]) == (1, "ok", "shorter")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "not a text"),
        (write_note(sign("Something else.\n", STRANGER.public, STRANGER.sign)), "not the anchor"),
    ],
)
def test_what_is_no_signed_anchor_is_refused(
    infoshare: Infoshare, kept: Path, tmp_path: Path, content: bytes, found: str
) -> None:
    """Before the log is judged."""
    path = tmp_path / "no.note"
    path.write_bytes(content)
    call = ("log", "verify", "--note", path, "--key", str(STRANGER.public), "--json")
    run = infoshare(*call)
    assert run.code == 2
    assert found in run.json["faults"][0]["found"]


def test_a_mistyped_key_is_no_tampering(infoshare: Infoshare, note: Path, key: str) -> None:
    """Nothing is judged by it; and a key alone checks nothing."""
    run = infoshare("log", "verify", "--note", note, "--key", key[:-2], "--json")
    assert run.code == 2
    assert run.json["faults"][0]["path"] == "--key"
    assert infoshare("log", "verify", "--key", key).code == 2
    assert infoshare("log", "verify", "--note", note.with_name("gone"), "--key", key).code == 2
