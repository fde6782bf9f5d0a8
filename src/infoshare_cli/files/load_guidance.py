"""A rule pack from its folder: all of it, or every fault that it has."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
from infoshare_cli.files.check_pack import check_pack
from infoshare_cli.files.document import count_of, in_order
from infoshare_cli.files.file_text import NO_FILE, is_folder
from infoshare_cli.files.layers.overlays import chain_of, merged_file, stray_files
from infoshare_cli.files.load_topics import notice_faults, topic_ids
from infoshare_cli.files.pack_entries import (
    LISTS,
    PHASES,
    Documents,
    as_mapping,
    declared_words,
    raw_list,
)
from infoshare_cli.files.proof_receipt import is_proved
from infoshare_cli.files.read_conditions import ConditionReader, Words
from infoshare_cli.files.strict_yaml import Route, try_build

T = TypeVar("T")

PACK_FILES = ("pack.yaml", *LISTS)
"""What decides, and what is shown with a decision. Topics are read when they are shown."""

_STAND_IN = Holds("")
"""For a condition with faults, so that the rest of its entry is checked all the same."""


def load_guidance(folder: Path) -> Guidance:
    """The pack in a folder, laid over those that it builds on.

    Raises:
        FileError: a file is missing or has faults; those of all files at once. Where what the
            pack builds on cannot be found, that alone.
    """
    faults: list[Fault] = []
    chain = chain_of(folder)
    documents = _documents(folder, chain, faults)
    words = declared_words(documents)
    faults.extend(check_pack(documents, words))
    guidance = _Builder(folder, documents, words, faults).guidance()
    if guidance is None:
        told = f"The rules in {folder} cannot be used: {count_of(faults)}."
        raise FileError(told, in_order(faults))
    return replace(guidance, proved=is_proved(chain, guidance.digest))


def digest_of(documents: Documents) -> str:
    """The digest of a pack: its wording counts, its comments and line ends do not.

    SHA-256 over the canonical JSON (RFC 8785) of the files' data by file name.
    """
    data = {name: documents[name].data for name in documents}
    return "sha256:" + hashlib.sha256(write_canonical(data)).hexdigest()


def _documents(folder: Path, chain: Sequence[Path], faults: list[Fault]) -> Documents:
    """The files of a pack; one that cannot be read is empty, and its faults are noted."""
    documents = {name: merged_file(chain, name, faults) for name in PACK_FILES}
    if not is_folder(folder) or [fault.found for fault in faults] == [NO_FILE] * len(PACK_FILES):
        found = "no rules" if is_folder(folder) else "no folder of this name"
        fault = Fault(str(folder), found, "the folder that holds pack.yaml")
        raise FileError(f"There are no rules in {folder}.", [fault])
    faults.extend(stray_files(chain))
    return documents


@dataclass(frozen=True)
class _Builder:
    """Builds a pack entry by entry; the faults of all go into one list."""

    folder: Path
    documents: Documents
    words: Words
    faults: list[Fault]

    def guidance(self) -> Guidance | None:
        """The pack, or None where it has faults."""
        guidance = Guidance(
            pack=self._pack(),
            questions=self._entries("questions.yaml", "questions", Question),
            outcomes=self._entries("outcomes.yaml", "outcomes", Outcome),
            decisions=self._entries("outcomes.yaml", "decisions", Label),
            consent_from=self._entries("outcomes.yaml", "consent_from", Label),
            advice_from=self._entries("outcomes.yaml", "advice_from", Label),
            facts=self._entries("decision.yaml", "facts", Fact),
            choices=self._choices(),
            rules=self._entries("decision.yaml", "rules", Rule),
            actions=self._actions(),
            follow_ups=self._entries("actions.yaml", "follow_ups", FollowUp),
            record_fields=self._entries("record.yaml", "fields", RecordField),
            notices=self._notices(),
            digest="",
        )
        return None if self.faults else replace(guidance, digest=digest_of(self.documents))

    def _pack(self) -> Pack:
        document = self.documents["pack.yaml"]
        pack = None
        # Where there is no such key at all, that has been told already.
        if "pack" in as_mapping(document.data):
            pack = try_build(Pack, document, ("pack",), self.faults)
        return pack or Pack("", "", "", "")

    def _entries(self, name: str, key: str, shape: type[T]) -> tuple[T, ...]:
        """The entries of a list; one with faults is left out and its faults are noted."""
        items = enumerate(raw_list(self.documents, name, key))
        return _whole(self._entry(name, (key, index), shape, item) for index, item in items)

    def _notices(self) -> tuple[Notice, ...]:
        """The changes since the guide was written; one that could never be shown is a fault."""
        document, topics = self.documents["since.yaml"], topic_ids(self.folder)
        notices = []
        for index, item in enumerate(raw_list(self.documents, "since.yaml", "notices")):
            at = ("notices", index)
            notice = self._entry("since.yaml", at, Notice, item)
            if notice is not None:
                self.faults.extend(notice_faults(document, at, notice, topics))
                notices.append(notice)
        return tuple(notices)

    def _actions(self) -> tuple[Action, ...]:
        """The actions of the three phases, in the order before, with, after."""
        return _whole(
            self._action((phase, index), item, phase)
            for phase in PHASES
            for index, item in enumerate(raw_list(self.documents, "actions.yaml", phase))
        )

    def _action(self, at: Route, item: Any, phase: str) -> Action | None:
        if "phase" in as_mapping(item):
            fault = self.documents["actions.yaml"].fault
            expected = f"no such key, as the list it stands in, {phase}, says that"
            self.faults.append(fault((*at, "phase"), "the unknown key phase", expected))
        return self._entry("actions.yaml", at, Action, item, phase=phase)

    def _choices(self) -> tuple[Choice, ...]:
        """The choices with their rows."""
        items = enumerate(raw_list(self.documents, "decision.yaml", "choices"))
        return _whole(self._choice(("choices", index), item) for index, item in items)

    def _choice(self, at: Route, item: Any) -> Choice | None:
        rows = as_mapping(item).get("rules")
        if not isinstance(rows, list):
            return self._entry("decision.yaml", at, Choice, item)
        if not rows:
            fault = self.documents["decision.yaml"].fault
            self.faults.append(fault((*at, "rules"), "an empty list", "at least one rule"))
        built = _whole(
            self._entry("decision.yaml", (*at, "rules", index), ChoiceRule, row)
            for index, row in enumerate(rows)
        )
        return self._entry("decision.yaml", at, Choice, item, rules=built)

    def _entry(self, name: str, at: Route, shape: type[T], item: Any, **more: Any) -> T | None:
        document = self.documents[name]
        if not isinstance(item, dict):
            return try_build(shape, document, at, self.faults)
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
