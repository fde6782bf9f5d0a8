"""Signed notes: the form that other programs read, and what signatures come to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.anchor import read_anchor
from infoshare_cli.core.signed_note import (
    MAX_NOTE_BYTES,
    Note,
    VerifierKey,
    anchor_text,
    anchored,
    is_key_name,
    judge,
    read_note,
    read_verifier_key,
    sign,
    write_note,
)

RECORD_HASH = "e03f9d0e3ede28c32045fb26829c9f5f8861bd54ec9037393ca56947011b637a"
ANCHOR = "1.W0ZS-T3HY-VRMC-6825-ZCK8-574Z-BY4M"
KEY_TEXT = "example.invalid/health-visiting+01ce88c8+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"
"""The key that golang.org/x/mod/sumdb/note makes from 32 bytes of 7."""
SIGNED = f"""\
infoshare/1/anchor
{ANCHOR}
{RECORD_HASH}

\u2014 example.invalid/health-visiting \
Ac6IyOxLh8syaopUqYjdbBpV866GVE21O1aZXHjPqF0alUuxoXb5KWLc+141+fezMlXo2bO9E8DR8/VuDrNLOp5hdA8=
"""
"""What golang.org/x/mod/sumdb/note signed with it; it took ours just so."""

KEY = read_verifier_key(KEY_TEXT)
OTHER = VerifierKey("example.invalid/other", bytes(32))


def is_good(key: VerifierKey, signature: bytes, content: bytes) -> bool:
    """A stand-in for Ed25519: a signature is the key and the content."""
    return signature == key.public + content


def signed_by(*keys: VerifierKey, text: str = "text\n") -> Note:
    """A note with good signatures, as `is_good` has it."""
    notes = [sign(text, key, key.public.__add__) for key in keys]
    return Note(text, tuple(each for note in notes for each in note.signatures))


def test_a_note_of_another_program_is_read_and_written_the_same() -> None:
    """Byte for byte."""
    note = read_note(SIGNED.encode())
    assert note.text == anchor_text(1, RECORD_HASH)
    assert [(each.name, each.key_id, len(each.signature)) for each in note.signatures] == [
        (KEY.name, KEY.id, 64)
    ]
    assert write_note(note) == SIGNED.encode()


def test_a_key_is_told_as_other_programs_tell_it() -> None:
    """Name, id, key; spaces around it do not matter."""
    assert str(KEY) == KEY_TEXT
    assert read_verifier_key(f" {KEY_TEXT}\n") == KEY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name",
        KEY_TEXT.replace("01ce88c8", "01ce88c9"),
        KEY_TEXT.replace("health", "Health"),
        KEY_TEXT[:-1],
        KEY_TEXT[:-4],
        KEY_TEXT.replace("+AepK", "+BepK"),
        KEY_TEXT.replace("example", "exa mple"),
        KEY_TEXT.partition("+")[2],
        f"{KEY_TEXT}*",
    ],
)
def test_a_mistyped_key_is_refused(text: str) -> None:
    """Never taken for another one."""
    with pytest.raises(ValueError, match=r"not a name|mistyped"):
        read_verifier_key(text)


@pytest.mark.parametrize(
    ("name", "fine"),
    [
        ("a", True),
        ("example.invalid/team-2", True),
        ("caf\u00e9", True),
        ("", False),
        ("a b", False),
        ("a+b", False),
        ("a\u00a0b", False),
        ("a\u2028b", False),
        ("a\x07", False),
    ],
)
def test_what_a_key_may_be_called(name: str, fine: bool) -> None:
    """Nothing that would make a line of a note read in two ways."""
    assert is_key_name(name) is fine


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text\n",
        b"text\n\n",
        b"\n\n\xe2\x80\x94 a AAAAAAA=\n",
        b"text\n\n\xe2\x80\x94 a AAAAAAA=",
        b"text\n\n- a AAAAAAA=\n",
        b"text\n\n\xe2\x80\x94 a\tb AAAAAAA=\n",
        b"text\r\n\n\xe2\x80\x94 a AAAAAAA=\n",
        b"text\n\n\xe2\x80\x94 a AAAAAAB=\n",
        b"text\n\n\xe2\x80\x94 a AAAAAA==\n",
        b"text\n\n\xe2\x80\x94 a+b AAAAAAA=\n",
        b"text\n\n\xe2\x80\x94 a AAAAAAA=\nmore\n",
        b"\xff\n\n\xe2\x80\x94 a AAAAAAA=\n",
        b"t" * MAX_NOTE_BYTES + b"\n\n\xe2\x80\x94 a AAAAAAA=\n",
    ],
)
def test_what_is_no_signed_note_is_refused(content: bytes) -> None:
    """Whatever is wrong with it."""
    with pytest.raises(ValueError, match=r"text|signature|UTF-8|longer"):
        read_note(content)


def test_the_smallest_signed_note_is_read() -> None:
    """So the ones above are refused for their faults alone."""
    assert read_note(b"text\n\n\xe2\x80\x94 a AAAAAAA=\n").text == "text\n"


def test_a_text_may_have_empty_lines() -> None:
    """The last one ends it."""
    note = signed_by(KEY, text="one\n\ntwo\n")
    assert read_note(write_note(note)) == note


@pytest.mark.parametrize(
    ("signers", "trusted", "standing"),
    [
        ([KEY], [KEY], "ok"),
        ([KEY, OTHER], [KEY], "ok"),
        ([OTHER], [KEY], "unknown-key"),
        ([KEY], [], "unknown-key"),
        ([KEY], [VerifierKey(KEY.name, bytes(32))], "unknown-key"),
        ([KEY], [VerifierKey("other", KEY.public)], "unknown-key"),
    ],
)
def test_only_keys_that_are_trusted_say_anything(
    signers: list[VerifierKey], trusted: list[VerifierKey], standing: str
) -> None:
    """Other signatures are passed over, as the form asks."""
    assert judge(signed_by(*signers), trusted, is_good) == standing


def test_one_bad_signature_spoils_the_note() -> None:
    """Also where another one is good; unless its key is not trusted."""
    note = signed_by(KEY, OTHER)
    bad = replace(note.signatures[1], signature=b"bad")
    spoiled = replace(note, signatures=(note.signatures[0], bad))
    assert judge(spoiled, [KEY, OTHER], is_good) == "bad"
    assert judge(spoiled, [KEY], is_good) == "ok"
    assert judge(replace(note, text="other\n"), [KEY], is_good) == "bad"


def test_what_is_signed_is_the_anchor_of_a_record() -> None:
    """And its whole hash, which must be that of the same record."""
    assert anchored(anchor_text(1, RECORD_HASH)) == read_anchor(ANCHOR)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "infoshare/1/anchor\n",
        anchor_text(1, RECORD_HASH) + "more\n",
        anchor_text(1, RECORD_HASH).replace("anchor", "Anchor"),
        anchor_text(1, RECORD_HASH).replace(RECORD_HASH, "0" * 64),
        anchor_text(1, RECORD_HASH).replace("BY4M", "BY4N"),
        anchor_text(1, RECORD_HASH).replace("\n", "\r\n"),
    ],
)
def test_a_text_that_is_no_anchor_says_nothing(text: str) -> None:
    """A signature below it does not make it one."""
    with pytest.raises(ValueError, match=r"anchor|mistyped"):
        anchored(text)


@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_a_note_or_no_note(content: bytes) -> None:
    """What is read is written the same."""
    try:
        note = read_note(content)
    except ValueError:
        return
    assert write_note(note) == content


@given(st.integers(min_value=0, max_value=len(SIGNED.encode()) - 1), st.integers(1, 255))
def test_any_changed_byte_changes_what_is_read(place: int, mask: int) -> None:
    """Text, signer or signature; so no change goes past a check of the signature."""
    changed = bytearray(SIGNED.encode())
    changed[place] ^= mask
    try:
        note = read_note(bytes(changed))
    except ValueError:
        return
    assert note != read_note(SIGNED.encode())
