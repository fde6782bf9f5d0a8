"""The key that signs anchors, in a keyring."""

import subprocess
import sys
from collections.abc import Iterator

import keyring
import pytest

from infoshare_cli.core.signed_note import VerifierKey, judge, read_note, sign, write_note
from infoshare_cli.errors import CallError
from infoshare_cli.files.signing_key import (
    SigningKey,
    is_good_signature,
    keep_new_key,
    must_sign,
    read_key,
)
from tests.core.test_signed_note import KEY, SIGNED
from tests.files.keyring_in_memory import KeyringInMemory

NAME = KEY.name
SEED = b"\x07" * 32


@pytest.fixture(autouse=True)
def keys() -> Iterator[KeyringInMemory]:
    """An empty keyring in place of the system's."""
    before, ours = keyring.get_keyring(), KeyringInMemory()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


def test_the_same_note_comes_out_as_of_another_program() -> None:
    """The seed, the name and the text are those that golang.org/x/mod/sumdb/note was given."""
    key = SigningKey(NAME, SEED)
    assert key.public == KEY
    note = sign(read_note(SIGNED.encode()).text, key.public, key.sign)
    assert write_note(note) == SIGNED.encode()
    assert judge(read_note(SIGNED.encode()), [KEY], is_good_signature) == "ok"


@pytest.mark.parametrize("place", [0, 20, 60, 120])
def test_another_text_is_not_what_was_signed(place: int) -> None:
    """Nor is another signature good, nor one by another key."""
    note = read_note(SIGNED.encode())
    signature = bytearray(note.signatures[0].signature)
    text = bytearray(note.text.encode())
    text[place] ^= 1
    assert not is_good_signature(KEY, bytes(signature), bytes(text))
    signature[place % 64] ^= 1
    assert not is_good_signature(KEY, bytes(signature), note.text.encode())
    assert not is_good_signature(VerifierKey(NAME, bytes(32)), bytes(64), note.text.encode())
    assert not is_good_signature(KEY, b"short", note.text.encode())


def test_a_new_key_is_kept_and_never_replaced(keys: KeyringInMemory) -> None:
    """A key that is gone cannot be told from one that was taken."""
    assert read_key() is None
    made = keep_new_key(NAME, SEED)
    assert made.public == KEY
    again = read_key()
    assert again is not None
    assert again.sign(b"x") == made.sign(b"x")
    with pytest.raises(CallError, match="not replaced"):
        keep_new_key("another", b"\x08" * 32)
    assert len(keys.kept) == 1


def test_a_keyring_that_is_locked_is_told(keys: KeyringInMemory) -> None:
    """Nothing is signed then."""
    keys.locked = True
    with pytest.raises(CallError, match=r"cannot be used \(KeyringLocked\). Nothing was signed"):
        read_key()


@pytest.mark.parametrize("content", ["", "name", "name+AAAA", "name+*"])
def test_what_is_no_key_is_told(keys: KeyringInMemory, content: str) -> None:
    """Another program may have used the same entry."""
    keys.set_password("infoshare", "anchor signing key", content)
    with pytest.raises(CallError, match="no signing key"):
        read_key()


def test_a_keyring_that_forgets_is_told(
    keys: KeyringInMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key is not handed on that nobody can sign with tomorrow."""
    monkeypatch.setattr(keys, "set_password", lambda *_: None)
    with pytest.raises(CallError, match="did not keep"):
        keep_new_key(NAME, SEED)


def test_without_the_libraries_it_says_how_to_get_them() -> None:
    """The rest of the program works without them."""
    child = (
        "import importlib.machinery as m\n"
        "find = m.PathFinder.find_spec\n"
        "def find_others(name, *rest):\n"
        "    return None if name == 'keyring' else find(name, *rest)\n"
        "m.PathFinder.find_spec = find_others\n"
        "from infoshare_cli.files.signing_key import must_sign\n"
        "must_sign()\n"
    )
    run = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=False)
    assert "pip install 'infoshare-cli[sign]'" in run.stderr
    must_sign()
