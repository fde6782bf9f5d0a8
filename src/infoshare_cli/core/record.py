"""A record of the log: a head without personal data, and a body that can be erased.

The head commits to every field of the body by a salted hash, so a field can be taken out
later and the record still verifies. The clock, the id and the salts are handed in.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from infoshare_cli.core.canonical import Value, check_canonical, rewrite_canonical
from infoshare_cli.core.tree import Hash, grow

FORMAT = 1
"""The version of the log's format, `v` in every head."""

KINDS = (
    "decision", "amendment", "follow-up", "abandoned", "review", "redaction", "hold", "release",
)  # fmt: skip

RECORD_FIELDS: tuple[str, ...] = (
    "case_ref", "area", "practitioner", "role", "agency", "requester", "recipient_name",
    "purpose", "information", "withheld", "decision", "reason", "override_reason",
    "consent_record", "told_subject", "not_told", "method", "advice_taken", "review_on",
)  # fmt: skip
"""What the practitioner wrote down."""

CONCLUSION_FIELDS: tuple[str, ...] = (
    "outcome", "title", "consent_from", "advice_from", "reasons", "rests_on", "followed_up",
    "actions", "contacts", "notices", "proved",
)  # fmt: skip
"""What the pack's rules came to, and what they rested on."""

KEPT_WORDS = "kept_words"
"""The field with the private words that the practitioner kept, and why; new in 1.2."""

ASKED = "asked"
"""The field of an abandoned interview with the questions that were put, the open one last."""

ANSWER = "answer."
"""Before a question's id: the field with its answer."""

_DECISION = (*RECORD_FIELDS, *CONCLUSION_FIELDS, KEPT_WORDS)
_BY_WHOM = ("practitioner", "role", "agency")

FIELDS_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "decision": _DECISION,
    "abandoned": (*_DECISION, ASKED),
    "amendment": (
        "change", "field", "correction", "recipient_name", "information", "method",
        "consent_record", "happened_on", "reason", "review_on", *_BY_WHOM, KEPT_WORDS,
    ),
    "follow-up": ("follow_up", "happened_on", "confirmed_by", "details", *_BY_WHOM, KEPT_WORDS),
    "review": ("retention", "reason", "authority", "review_on", *_BY_WHOM, KEPT_WORDS),
    "hold": ("reason", "authority", "review_on", *_BY_WHOM, KEPT_WORDS),
    "release": ("reason", "authority", *_BY_WHOM, KEPT_WORDS),
    "redaction": ("reason", "authority", "details", *_BY_WHOM, KEPT_WORDS),
}  # fmt: skip
"""Kind -> its fixed fields; a decision and an abandoned interview have the answers too."""

INTERVIEWS = ("decision", "abandoned")
"""The kinds that stand for an interview; every other kind is about one of these."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which rules, which contacts and which program a record was made with."""

    pack_id: str
    pack_version: str
    pack_digest: str
    contacts_digest: str
    engine: str
    """The version of this program."""


class Salted(NamedTuple):
    """A field's value with the random salt that keeps its commitment from being guessed."""

    salt: str
    """128 random bits as 32 lower-case hexadecimal characters, hashed as that text."""
    value: Value


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written down: a record before it has a place, an id and salts."""

    kind: str
    of: str | None
    at: datetime
    provenance: Provenance
    fields: Mapping[str, Value]
    erased: tuple[str, ...] = ()
    """The fields of the record `of` that a redaction takes out; of no other kind."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the next record of a log stands; without arguments, the first place."""

    seq: int = 1
    tree: tuple[Hash, ...] = ()
    """The peaks over the hashes of all records before it."""

    def after(self, record_hash: Hash) -> "Place":
        """The place after this one, once a record with that hash stands here."""
        return Place(self.seq + 1, grow(self.tree, self.seq - 1, record_hash))


@dataclass(frozen=True, slots=True)
class Head:
    """What a record says of itself; it holds no personal data and is never erased."""

    seq: int
    """The record's place in the log, from 1."""
    id: str
    kind: str
    at: str
    """When it was written: UTC with milliseconds, '2026-11-22T14:29:45.123Z'."""
    of: str | None
    """The id of the record that it is about."""
    tree: tuple[Hash, ...]
    """The peaks over the hashes of all records before it."""
    provenance: Provenance
    commitments: Mapping[str, Hash]
    """Field name to commitment, for every field of the kind, empty ones too."""
    erased: tuple[str, ...] = ()
    """The fields of the record `of` that a redaction takes out."""

    def to_value(self) -> dict[str, Value]:
        """The head as it is written and hashed."""
        head: dict[str, Value] = {
            "v": FORMAT,
            "seq": self.seq,
            "id": self.id,
            "kind": self.kind,
            "at": self.at,
            "of": self.of,
            "tree": self.tree,
            "pack": {
                "id": self.provenance.pack_id,
                "version": self.provenance.pack_version,
                "digest": self.provenance.pack_digest,
            },
            "contacts": self.provenance.contacts_digest,
            "engine": self.provenance.engine,
            "fields": self.commitments,
        }
        if self.kind == "redaction":
            head["erased"] = self.erased
        return head

    def hash(self) -> Hash:
        """The record's hash, which is the hash of its head."""
        written = rewrite_canonical(self.to_value())
        return sha256(b"infoshare/1/head\n%s" % written).hexdigest()


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the log."""

    head: Head
    body: Mapping[str, Salted]
    """Field name to salt and value; fields that were erased are missing."""
    hash: Hash
    """The hash that stands in the line."""

    def value(self, name: str) -> Value:
        """The value of a field; None where it is empty, erased, or not of this kind."""
        return self.body[name].value if name in self.body else None

    def text(self, name: str) -> str:
        """The value of a field that holds one text; '' where there is none."""
        value = self.value(name)
        return value if isinstance(value, str) else ""

    def erased_fields(self) -> tuple[str, ...]:
        """The names of the fields whose words are gone."""
        return tuple(name for name in self.head.commitments if name not in self.body)

    def to_value(self) -> dict[str, Value]:
        """The record as it is written."""
        return {"body": self.body, "hash": self.hash, "head": self.head.to_value()}

    def to_line(self) -> bytes:
        """The record as canonical JSON with a line feed."""
        return rewrite_canonical(self.to_value()) + b"\n"


def decision_fields(question_ids: Sequence[str]) -> tuple[str, ...]:
    """The fixed field list of a decision, for a pack with these questions."""
    return _DECISION + tuple(ANSWER + each for each in question_ids)


def abandoned_fields(question_ids: Sequence[str]) -> tuple[str, ...]:
    """The fixed field list of an abandoned interview, for a pack with these questions."""
    return (*decision_fields(question_ids), ASKED)


def commitment(name: str, field: Salted) -> Hash:
    """The hash that binds a head to a field without giving its value away."""
    parts = map(rewrite_canonical, (name, field.salt, field.value))
    return sha256(b"infoshare/1/field\n[%s]" % b",".join(parts)).hexdigest()


def build_record(
    entry: Entry, place: Place, new_id: Callable[[], str], new_salt: Callable[[], str]
) -> Record:
    """The record that puts an entry in its place in the log.

    Raises ValueError where a kind has not its fixed fields, or a value no canonical form.
    """
    _check_fields(entry)
    check_canonical(entry.fields)
    body = {name: Salted(new_salt(), value) for name, value in entry.fields.items()}
    head = Head(
        seq=place.seq,
        id=new_id(),
        kind=entry.kind,
        at=write_time(entry.at),
        of=entry.of,
        tree=place.tree,
        provenance=entry.provenance,
        commitments={name: commitment(name, field) for name, field in body.items()},
        erased=entry.erased,
    )
    return Record(head, body, head.hash())


def _check_fields(entry: Entry) -> None:
    # A list that changed with the case would give the case away in the head.
    fixed = set(FIELDS_OF_KIND[entry.kind])
    others = entry.fields.keys() - fixed
    answers = entry.kind in INTERVIEWS and all(name.startswith(ANSWER) for name in others)
    if not entry.fields.keys() >= fixed or (others and not answers):
        raise ValueError(f"not the field list of the kind {entry.kind}")
    if entry.erased and entry.kind != "redaction":
        raise ValueError(f"the kind {entry.kind} takes nothing out")


def write_time(at: datetime) -> str:
    """An instant in UTC with milliseconds, '2026-11-22T14:29:45.123Z'."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_time(text: str) -> datetime:
    """The instant that `write_time` wrote."""
    return datetime.fromisoformat(text)
