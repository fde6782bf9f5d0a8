"""A case read back from its record: what was answered, and what was written down."""

from collections.abc import Mapping, Sequence

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.case import KeptWords
from infoshare_cli.core.record import ANSWER, ASKED, KEPT_WORDS, RECORD_FIELDS, Record
from infoshare_cli.errors import CallError, Fault

_WITH_ANSWERS = ("decision", "abandoned")
"""The kinds of record that hold a case."""


def answers_of(record: Record) -> dict[str, tuple[str, ...]]:
    """The answers that a record holds, in the order asked; empty and erased ones left out.

    Raises:
        CallError: a record of its kind holds none.
    """
    _check_kind(record)
    order = [ANSWER + question for question in asked_in(record)]
    named = dict.fromkeys([*order, *record.body])
    answers = {name: _words(record.value(name)) for name in named if name.startswith(ANSWER)}
    return {name.removeprefix(ANSWER): words for name, words in answers.items() if words}


def record_fields_of(record: Record) -> dict[str, str]:
    """What the practitioner wrote down, field by field; empty and erased ones left out.

    Raises:
        CallError: a record of its kind holds none.
    """
    _check_kind(record)
    return {name: text for name in RECORD_FIELDS if (text := record.text(name))}


def asked_in(record: Record) -> tuple[str, ...]:
    """The questions that were asked, in order, as far as the record still says so."""
    names = (ASKED, "rests_on", "followed_up")
    return tuple(dict.fromkeys(word for name in names for word in _words(record.value(name))))


def kept_words_of(record: Record) -> tuple[KeptWords, ...]:
    """The private words that were kept, and why; records written before 1.2 say nothing of it."""
    entries = record.value(KEPT_WORDS)
    listed = entries if isinstance(entries, list | tuple) else ()
    return tuple(kept for each in listed if (kept := _kept(each)) is not None)


def _check_kind(record: Record) -> None:
    head = record.head
    if head.kind not in _WITH_ANSWERS:
        found = f"record {head.seq}, which is of the kind {head.kind}"
        fault = Fault("", found, "a decision, or an interview that was abandoned")
        raise CallError("That record holds no answers to go on from.", (fault,))


def _words(value: Value) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, Sequence):
        return ()
    return tuple(word for word in listed if isinstance(word, str))


def _kept(entry: Value) -> KeptWords | None:
    if not isinstance(entry, Mapping):
        return None
    texts = [entry.get(name) for name in ("field", "kind", "reason")]
    words = [text for text in texts if isinstance(text, str)]
    return KeptWords(*words) if len(words) == len(texts) else None
