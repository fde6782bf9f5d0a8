"""A rule pack from its folder: all of it, or every fault that it has."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from infoshare_cli.core.canonical import write_canonical
from infoshare_cli.core.conditions import Holds
from infoshare_cli.core.guidance import (
    Action,
    Choice,
    ChoiceRule,
    Fact,
    FollowUp,
    Guidance,
    Label,
    Notice,
    Outcome,
    Pack,
    Question,
    RecordField,
    Rule,
)
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.check_pack import (
    LISTS,
    Documents,
    check_pack,
    declared_words,
    raw_list,
)
from infoshare_cli.files.read_conditions import ConditionReader, Words
from infoshare_cli.files.strict_yaml import Document, Route, read_yaml, try_build

T = TypeVar("T")

PACK_FILES = ("pack.yaml", *LISTS)
"""What decides, and what is shown with a decision. Topics are read when they are shown."""

_STAND_IN = Holds("")
"""For a condition with faults, so that the rest of its entry is checked all the same."""


def load_guidance(folder: Path) -> Guidance:
    """The pack in a folder.

    Raises:
        FileError: a file is missing or has faults; those of all files at once.
    """
    faults: list[Fault] = []
    documents = dict(_documents(folder, faults))
    if len(documents) == len(PACK_FILES):
        guidance = _build_guidance(documents, faults)
        if guidance is not None and not faults:
            return guidance
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    in_order = sorted(faults, key=lambda fault: (fault.file, fault.line or 0, fault.column or 0))
    raise FileError(f"The rules in {folder} cannot be used: {count}.", in_order)


def digest_of(documents: Documents) -> str:
    """The digest of a pack: its wording counts, its comments and line ends do not.

    SHA-256 over the canonical JSON (RFC 8785) of the files' data by file name.
    """
    data = {name: documents[name].data for name in documents}
    return "sha256:" + hashlib.sha256(write_canonical(data)).hexdigest()


def _documents(folder: Path, faults: list[Fault]) -> Iterator[tuple[str, Document]]:
    for name in PACK_FILES:
        try:
            document = read_yaml(folder / name)
        except FileError as error:
            faults.extend(error.faults)
            continue
        if isinstance(document.data, dict):
            yield name, document
        else:
            faults.append(document.fault((), "no mapping", "a mapping of keys to values"))


def _build_guidance(documents: Documents, faults: list[Fault]) -> Guidance | None:
    words = declared_words(documents)
    faults.extend(check_pack(documents, words))
    builder = _Builder(documents, words, faults)
    pack = try_build(Pack, documents["pack.yaml"], ("pack",), faults)
    guidance = Guidance(
        pack=pack or Pack("", "", "", ""),
        questions=builder.entries("questions.yaml", "questions", Question),
        outcomes=builder.entries("outcomes.yaml", "outcomes", Outcome),
        decisions=builder.entries("outcomes.yaml", "decisions", Label),
        consent_from=builder.entries("outcomes.yaml", "consent_from", Label),
        advice_from=builder.entries("outcomes.yaml", "advice_from", Label),
        facts=builder.entries("decision.yaml", "facts", Fact),
        choices=builder.choices(),
        rules=builder.entries("decision.yaml", "rules", Rule),
        actions=builder.actions(),
        follow_ups=builder.entries("actions.yaml", "follow_ups", FollowUp),
        record_fields=builder.entries("record.yaml", "fields", RecordField),
        notices=builder.entries("since.yaml", "notices", Notice),
        digest=digest_of(documents),
    )
    return None if faults else guidance


@dataclass(frozen=True)
class _Builder:
    """Builds the entries of a pack one by one; the faults of all go into one list."""

    documents: Documents
    words: Words
    faults: list[Fault]

    def entries(self, name: str, key: str, shape: type[T]) -> tuple[T, ...]:
        """The entries of a list; one with faults is left out and its faults are noted."""
        items = enumerate(raw_list(self.documents, name, key))
        return _whole(self._entry(name, (key, index), shape, item) for index, item in items)

    def actions(self) -> tuple[Action, ...]:
        """The actions of the three phases, in the order before, with, after."""
        return _whole(
            self._entry("actions.yaml", (phase, index), Action, item, phase=phase)
            for phase in ("before", "with", "after")
            for index, item in enumerate(raw_list(self.documents, "actions.yaml", phase))
        )

    def choices(self) -> tuple[Choice, ...]:
        """The choices with their rows."""
        items = enumerate(raw_list(self.documents, "decision.yaml", "choices"))
        return _whole(self._choice(("choices", index), item) for index, item in items)

    def _choice(self, at: Route, item: Any) -> Choice | None:
        rows = item.get("rules") if isinstance(item, dict) else None
        if not isinstance(rows, list) or not rows:
            expected = "a choice with a list of rules"
            self.faults.append(self.documents["decision.yaml"].fault(at, "no rules", expected))
            return None
        built = (
            self._entry("decision.yaml", (*at, "rules", index), ChoiceRule, row)
            for index, row in enumerate(rows)
        )
        return self._entry("decision.yaml", at, Choice, item, rules=_whole(built))

    def _entry(self, name: str, at: Route, shape: type[T], item: Any, **more: Any) -> T | None:
        document = self.documents[name]
        if not isinstance(item, dict):
            self.faults.append(document.fault(at, "no mapping", "keys and values"))
            return None
        data = {**item, **more}
        if "when" in item and shape is not Choice:
            data["when"] = self._condition(name, (*at, "when"), item["when"])
        return try_build(shape, document, at, self.faults, data)

    def _condition(self, name: str, at: Route, data: Any) -> object:
        after = name in {"actions.yaml", "record.yaml"}
        reader = ConditionReader(self.documents[name], self.words, self.faults, after)
        return reader.read(data, at) or _STAND_IN


def _whole(items: Iterator[T | None]) -> tuple[T, ...]:
    return tuple(item for item in items if item is not None)
