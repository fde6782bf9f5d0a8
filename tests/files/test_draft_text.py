"""The text of a draft: what was written is read again, and nothing else is."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.canonical import MAX_BYTES, write_canonical
from infoshare_cli.core.case import Case
from infoshare_cli.files.draft_text import BrokenDraft, NewerDraft, read_draft, write_draft
from tests.files.draft_cases import CASE, DRAFT

WRITTEN = write_draft(DRAFT)
TEXTS = st.text(st.characters(codec="utf-8"))


def test_what_was_written_is_read_again() -> None:
    """Every part of it, empty fields and odd characters too."""
    assert read_draft(WRITTEN) == DRAFT
    bare = replace(DRAFT, of=None, came_to=None, case=Case(), asked=(), about={})
    assert read_draft(write_draft(bare)) == bare


@given(st.dictionaries(TEXTS, TEXTS), st.lists(TEXTS))
def test_any_text_is_kept(record: dict[str, str], asked: list[str]) -> None:
    """Whatever a person types, as far as it can be written down at all."""
    draft = replace(DRAFT, case=replace(CASE, record=record), asked=tuple(asked))
    assert read_draft(write_draft(draft)) == draft


def test_half_a_character_is_not_written() -> None:
    """Nobody can type it, and no file can hold it."""
    with pytest.raises(ValueError, match="half of a character pair"):
        write_draft(replace(DRAFT, case=Case({}, {"reason": "\ud800"})))


def test_a_draft_that_no_log_could_hold_is_not_written() -> None:
    """It could not be read again either."""
    with pytest.raises(ValueError, match="longer than 1 MiB"):
        write_draft(replace(DRAFT, case=Case({}, {"reason": "x" * MAX_BYTES})))


@given(st.integers(0, len(WRITTEN) - 1), st.integers(0, 255))
def test_a_changed_byte_is_noticed_or_reads_as_another_draft(place: int, byte: int) -> None:
    """Nothing else than a draft ever comes of it, and never a traceback."""
    changed = WRITTEN[:place] + bytes([byte]) + WRITTEN[place + 1 :]
    try:
        draft = read_draft(changed)
    except BrokenDraft:
        return
    assert write_draft(draft) == changed


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null\n",
        b"[]\n",
        b"{}\n",
        b"nonsense",
        WRITTEN[: len(WRITTEN) // 2],
        WRITTEN.removesuffix(b"\n"),
        WRITTEN + b"\n",
        WRITTEN.replace(b'"revision":3', b'"revision":NaN'),
        WRITTEN.replace(b'"revision":3', b'"revision":3.0'),
        WRITTEN.replace(b'"revision":3', b'"revision":3,"revision":3'),
        WRITTEN.replace(b'"about":', b'"about": '),
        b"[" * 100_000 + b"]" * 100_000,
        b'{"format":' + b"9" * 5000 + b"}",
        b'"' + b"x" * (2 * MAX_BYTES) + b'"',
        b"\xff\xfe\x00",
    ],
    ids=[
        "empty", "null", "list", "no names", "nonsense", "half", "no end", "two ends", "NaN", "3.0",
        "twice", "spaced", "deep", "digits", "huge", "bytes",
    ],
)  # fmt: skip
def test_what_nobody_wrote_is_no_draft(content: bytes) -> None:
    """However a file came to look like this, it is told and nothing is believed of it."""
    with pytest.raises(BrokenDraft):
        read_draft(content)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The draft in its right form, but with something else in it."""
    value = json.loads(WRITTEN)
    change(value)
    return write_canonical(value) + b"\n"


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a name more": lambda value: value.update(more="x"),
    "a name less": lambda value: value.pop("of"),
    "format": lambda value: value.update(format=True),
    "id": lambda value: value.update(id="../x"),
    "time": lambda value: value.update(saved="2026-13-22T12:00:00.000Z"),
    "time of another zone": lambda value: value.update(saved="2026-11-22T12:00:00.000+01:00"),
    "no time": lambda value: value.update(saved="soon"),
    "early": lambda value: value.update(started="0001-01-01T00:00:00.000Z"),
    "late": lambda value: value.update(started="9999-12-31T23:59:59.999Z"),
    "pack": lambda value: value["pack"].pop("digest"),
    "of": lambda value: value.update(of="7"),
    "no answers": lambda value: value.update(answers=[]),
    "an answer as a word": lambda value: value["answers"].update(concern="none"),
    "an answer as a number": lambda value: value["answers"].update(concern=[1]),
    "a field without text": lambda value: value["record"].update(role=None),
    "kept words": lambda value: value["kept_words"][0].pop("kind"),
    "came to": lambda value: value.update(came_to=False),
    "revision": lambda value: value.update(revision=0),
    "no revision": lambda value: value.update(revision=True),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_draft_of_another_shape_is_none(change: Callable[[dict[str, Any]], object]) -> None:
    """Nothing is guessed; what is told holds nothing of the case."""
    with pytest.raises(BrokenDraft) as error:
        read_draft(changed(change))
    assert not isinstance(error.value, NewerDraft)
    assert "T-1" not in str(error.value)


def test_a_draft_of_a_newer_version_is_told_as_such() -> None:
    """It is no nonsense, and not to be thrown away."""
    with pytest.raises(NewerDraft, match="a newer version"):
        read_draft(changed(lambda value: value.update(format=2, more="x")))
