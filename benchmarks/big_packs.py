"""Packs with many times the rules of one that there is, to see how proving grows.

A bigger pack holds its pack several times. In each part the questions, facts, choices, rules,
actions and properties are its own, by names of its own, so nothing found in one part is of use
in another; no part is out of reach, and each has all the work that the pack had. What is told
of outcomes stays as it is. There are two shapes (see `SHAPES`).
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

LISTS = {
    "questions.yaml": ("questions",),
    "outcomes.yaml": ("outcomes",),
    "decision.yaml": ("facts", "choices", "rules"),
    "actions.yaml": ("before", "with", "after", "follow_ups"),
    "properties.yaml": ("properties",),
}
"""What is there several times in a bigger pack, by file."""
_GATED = ("rules", "before", "with", "after", "follow_ups", "properties")
"""Lists whose entries are told that they are of one part only."""
_CONDITIONS = ("when", "always", "never")
_OF_ENTRIES = ("choose", "question", "about", "consent_from")
"""Keys whose words are names of entries."""
_OF_OUTCOMES = ("outcome", "value")
"""Keys whose words are names of outcomes, or of nothing."""
_REFERRING = ("fact", "not", "asked", "action")
"""What a line of a condition begins with, where its words are names of entries."""

Item = dict[str, Any]
Pack = dict[str, dict[str, list[Item]]]


def make_big_pack(source: Path, times: int, shape: str, target: Path) -> None:
    """Write a pack with that many times the rules of another into a new folder.

    Args:
        times: 2 or more.
        shape: one of `SHAPES`.

    Raises OSError where it cannot be written, or is there already.
    """
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("cases", "proof.json"))
    pack: Pack = {name: _read(source / name) for name in LISTS}
    asked, gates = SHAPES[shape](times)
    parts = [_Part(pack, number, gate).made() for number, gate in enumerate(gates, start=1)]
    for name, lists in LISTS.items():
        joined = {each: [item for part in parts for item in part[name][each]] for each in lists}
        _write(target / name, {**pack[name], **joined})
    _add_questions(target / "questions.yaml", asked)


def _beside(times: int) -> tuple[list[Item], list[list[Item]]]:
    parts = [f"part-{number}" for number in range(1, times + 1)]
    return [_question("which_part", parts)], [[{"which_part": part}] for part in parts]


def _chained(times: int) -> tuple[list[Item], list[list[Item]]]:
    names = [f"applies_{number}" for number in range(1, times)]
    asked = [_question(name, ["yes", "no"]) for name in names]
    # The last part needs no question: its rules see whatever the others let pass.
    return asked, [*([{name: "yes"}] for name in names), [{name: "no"} for name in names]]


SHAPES: Mapping[str, Callable[[int], tuple[list[Item], list[list[Item]]]]] = {
    "side by side": _beside,
    "one after another": _chained,
}
"""How parts stand to each other -> the questions that this takes, and when it is each part's turn.

Side by side, one question says which part is meant. One after another, it is asked of each if it
is the one, and the rest of the rules stay open until then.
"""


class _Part:
    """One of the parts: the pack by names of its own. Those of the first are the pack's own."""

    def __init__(self, pack: Pack, number: int, gate: list[Item]) -> None:
        self._pack, self._gate = pack, gate
        self._ending = f"_{number}" if number > 1 else ""
        self._entries = self._names("questions", "facts", "choices", "before", "with", "after")
        self._outcomes = self._names("outcomes")

    def made(self) -> Pack:
        """Its entries."""
        return {
            file: {
                each: [self._entry(item, self._gate if each in _GATED else []) for item in items]
                for each, items in lists.items()
                if each in LISTS[file]
            }
            for file, lists in self._pack.items()
        }

    def _names(self, *wanted: str) -> dict[str, str]:
        lists = (each for lists in self._pack.values() for each in lists.items())
        return {
            item["id"]: item["id"] + self._ending
            for name, items in lists
            if name in wanted
            for item in items
        }

    def _entry(self, item: Item, gate: list[Item]) -> Item:
        made = {key: self._value(key, value) for key, value in item.items()}
        # A property that names laws of every pack is about no cases of its own.
        if gate and "laws" not in item:
            made["when"] = [*gate, *made.get("when", [])]
        return made

    def _value(self, key: str, value: Any) -> Any:
        if key == "id":
            return value + self._ending
        if key in _OF_ENTRIES:
            return _replaced(value, self._entries)
        if key in _OF_OUTCOMES:
            return _replaced(value, self._outcomes)
        if key in _CONDITIONS:
            return [self._line(line) for line in value]
        if key == "rules":
            return [self._entry(row, []) for row in value]
        return value

    def _line(self, line: Item) -> Item:
        ((word, test),) = line.items()
        if word in {"any", "all"}:
            return {word: [self._line(each) for each in test]}
        names = self._entries if word in _REFERRING else self._outcomes
        return {self._entries.get(word, word): _replaced(test, names)}


def _replaced(value: Any, names: Mapping[str, str]) -> Any:
    """Names in a word, a list of words, or a mapping of lists, by those of one part."""
    if isinstance(value, list):
        return [_replaced(each, names) for each in value]
    if isinstance(value, dict):
        return {key: _replaced(each, names) for key, each in value.items()}
    return names.get(value, value)


def _add_questions(file: Path, asked: list[Item]) -> None:
    questions = _read(file)["questions"]
    _write(file, {"questions": [*asked, *questions]})


def _question(name: str, options: list[str]) -> Item:
    told = {"ask": "Which part is this about?", "help": "One of them.", "why": "They differ."}
    offered = [{"id": each, "short": each, "label": each} for each in options]
    return {"id": name, "kind": "one", "short": name, **told, "source": ["p3"], "options": offered}


def _read(path: Path) -> dict[str, list[Item]]:
    # Every scalar is its text here, too.
    loaded: dict[str, list[Item]] = yaml.load(path.read_bytes(), yaml.BaseLoader)  # noqa: S506
    return loaded


def _write(path: Path, lists: Mapping[str, list[Item]]) -> None:
    text = yaml.dump(lists, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
    path.write_text(text, encoding="utf-8")


class _Dumper(yaml.SafeDumper):
    """Writes everything out: the strict reader takes no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML hands it in
        """Whether something is written again where it comes again."""
        return True
