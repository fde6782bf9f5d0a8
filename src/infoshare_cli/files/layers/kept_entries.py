"""What stays the same of an inherited entry whose words are changed."""

from collections.abc import Iterator, Mapping
from typing import Any

Entry = Mapping[str, Any]
Change = tuple[str, str, str]
"""The key of the new entry, what was found there, what was expected."""


def changes_to_kept(name: str, old: Entry, new: Entry) -> Iterator[Change]:
    """The changes of an inherited question, outcome or field that go beyond its words.

    Answers files, cases and records name questions, options and outcomes; what an answer was
    given `about`, and whose consent an outcome asks for, keeps one person's yes from counting
    as another's; what a field was written `about` keeps it from being read of somebody else. What
    is missing although every such entry has it is told as a fault of shape.
    """
    if name == "questions":
        yield from _changes_of_question(old, new)
    elif name == "outcomes":
        yield from _changes_of_text(old, new, "consent_from")
    elif name == "fields":
        yield from _changes_of_about(old, new)


def _changes_of_question(old: Entry, new: Entry) -> Iterator[Change]:
    if "kind" in new:
        yield from _changes_of_text(old, new, "kind")
    was, now = _ids(old.get("options")), _ids(new.get("options"))
    if was and now and was != now:
        found = f"the options {', '.join(now)}"
        yield "options", found, f"the options {', '.join(was)}, in this order, as inherited"
    if {*_words(old, "alone")} != {*_words(new, "alone")}:
        yield "alone", _said(new, "alone"), f"{_said(old, 'alone')}, as inherited"
    yield from _changes_of_about(old, new)


def _changes_of_about(old: Entry, new: Entry) -> Iterator[Change]:
    if {*_words(old, "about")} - {*_words(new, "about")}:
        yield "about", _said(new, "about"), f"at least {_said(old, 'about')}, as inherited"


def _changes_of_text(old: Entry, new: Entry, key: str) -> Iterator[Change]:
    if old.get(key) != new.get(key):
        yield key, _said(new, key), f"{_said(old, key)}, as inherited"


def _ids(options: Any) -> list[str]:
    """The ids of options in their order; empty where one cannot be read."""
    items = options if isinstance(options, list) else []
    found = [item.get("id") if isinstance(item, dict) else None for item in items]
    return [each for each in found if isinstance(each, str)] if None not in found else []


def _words(entry: Entry, key: str) -> list[str]:
    value = entry.get(key)
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _said(entry: Entry, key: str) -> str:
    value = entry.get(key)
    if isinstance(value, str):
        return f"{key} '{value}'"
    return f"{key} {', '.join(_words(entry, key))}" if value else f"no {key}"
