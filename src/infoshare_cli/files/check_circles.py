"""Facts and choices that rest on themselves, and so could never be told."""

from collections.abc import Iterator, Mapping
from typing import Any

from infoshare_cli.errors import Fault
from infoshare_cli.files.pack_entries import Documents, Entry, as_mapping, entries
from infoshare_cli.files.read_conditions import Words

Uses = Mapping[str, tuple[str, ...]]
"""Fact or choice -> those that its conditions name, as written."""


def check_circles(documents: Documents, words: Words) -> Iterator[Fault]:
    """A fault for each circle, at the first fact or choice of it in the file."""
    found = {_named(each): each for each in entries(documents, "facts", "choices") if each.id}
    uses = {name: tuple(_spoken_of(entry, words)) for name, entry in found.items()}
    told: set[str] = set()
    for name, entry in found.items():
        circle = () if name in told else _circle(uses, name)
        if circle:
            told.update(circle)
            path = ", which rests on ".join(each.partition(" ")[2] for each in (*circle, name))
            yield entry.fault((), path, "facts and choices that do not rest on themselves")


def _named(entry: Entry) -> str:
    """A fact and a choice of one name are two things."""
    return f"{'fact' if entry.list == 'facts' else 'choice'} {entry.id}"


def _spoken_of(entry: Entry, words: Words) -> Iterator[str]:
    conditions = [entry.item.get("when"), *(row.item.get("when") for row in entry.parts("rules"))]
    for condition in conditions:
        yield from _named_in(condition, words)


def _named_in(data: Any, words: Words) -> Iterator[str]:
    for line in data if isinstance(data, list) else ():
        for key, value in as_mapping(line).items():
            if key in {"fact", "not"}:
                yield f"fact {value}"
            elif key in {"any", "all"}:
                yield from _named_in(value, words)
            elif key in words.choices:
                yield f"choice {key}"


def _circle(uses: Uses, start: str) -> tuple[str, ...]:
    """The shortest way from a name back to itself, beginning with it; empty if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for name in uses.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()
