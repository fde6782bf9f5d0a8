"""What a record's fields and kinds are called where people read them."""

from collections.abc import Mapping

from infoshare_cli.core.record import ANSWER, Record
from infoshare_cli.core.record_forms import FORMS

_LABELS: Mapping[str, str] = {
    "withheld": "Left out and why",
    "not_told": "Not told and why",
    "told_subject": "Who was told",
    "consent_record": "What was said of consent",
    "change": "What changed",
    "field": "What was corrected",
    "correction": "It should say",
    "follow_up": "What came back",
    "happened_on": "On the day",
    "retention": "Keep or erase",
}
"""Fields whose name alone would not tell a reader what stands there."""

_CHOICE: Mapping[str, str] = {
    "amendment": "change",
    "follow-up": "follow_up",
    "review": "retention",
}
"""Kind -> its field that says which of several things happened."""

_HAPPENED: Mapping[tuple[str, str], str] = {
    ("amendment", "correction"): "Something was corrected",
    ("amendment", "consent-withdrawn"): "Consent was withdrawn",
    ("amendment", "shared-more"): "More was shared",
    ("amendment", ""): "Something was changed",
    ("follow-up", "receipt-confirmed"): "It was confirmed that it arrived",
    ("follow-up", "outcome"): "What came of it",
    ("follow-up", "person-told"): "The person was told",
    ("follow-up", "no-longer-needed"): "No follow-up is needed any more",
    ("follow-up", ""): "It was followed up",
    ("review", "keep"): "Reviewed, and kept",
    ("review", "erase"): "Reviewed, and to be erased",
    ("review", ""): "It was reviewed",
    ("hold", ""): "Held: nothing of it may be erased",
    ("release", ""): "A hold was released",
    ("redaction", ""): "Words were erased",
}
"""Kind and choice -> what happened; where the choice is erased, what the kind alone says."""

_OPTIONS: Mapping[tuple[str, str], Mapping[str, str]] = {
    (form.name, each.id): {option.id: option.label for option in each.options}
    for form in FORMS.values()
    for each in form.fields
    if each.options
}
"""Kind and field -> the choices that its form offers, by their ids, in words."""

_KINDS: Mapping[str, str] = {"release": "hold released", "redaction": "words erased"}
"""Kinds that do not speak for themselves."""


def field_label(name: str) -> str:
    """The name of a field, or of the question that an answer is to, for people."""
    return _LABELS.get(name) or name.removeprefix(ANSWER).replace("_", " ").capitalize()


def in_words(kind: str, name: str, value: str) -> str:
    """A value that stands in a field: where it was chosen, what the person read then."""
    return _OPTIONS.get((kind, name), {}).get(value, value)


def choice_field(kind: str) -> str | None:
    """The field of a kind that says which of several things happened, if it has one."""
    return _CHOICE.get(kind)


def kind_in_words(record: Record) -> str:
    """What kind of record it is, in a few words for a list: 'follow-up: receipt confirmed'."""
    kind, choice = record.head.kind, _choice(record)
    words = _KINDS.get(kind, kind)
    return f"{words}: {choice.replace('-', ' ')}" if choice else words


def what_happened(record: Record) -> str:
    """What a record that is about another one says, in half a sentence: 'More was shared'."""
    kind = record.head.kind
    return _HAPPENED.get((kind, _choice(record))) or _HAPPENED.get((kind, ""), kind)


def _choice(record: Record) -> str:
    return record.text(_CHOICE.get(record.head.kind, ""))
