"""A rule pack from its files as they were read: entry by entry, as values of core."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

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
    Saying,
)
from infoshare_cli.errors import Fault
from infoshare_cli.files.document import Route
from infoshare_cli.files.pack_entries import PHASES, Documents, as_mapping, raw_list
from infoshare_cli.files.proof_receipt import Receipt
from infoshare_cli.files.read_conditions import NO_WORDS, ConditionReader, Words
from infoshare_cli.files.shapes import try_build

T = TypeVar("T")

_STAND_IN = Holds("")
"""For a condition with faults, so that the rest of its entry is checked all the same."""


def build_guidance(documents: Documents, words: Words, faults: list[Fault]) -> Guidance:
    """The pack that the documents hold, without its digest.

    An entry with faults is left out, and its faults are added to `faults`: then the pack is not
    one to be used.
    """
    return _Builder(documents, words, faults).guidance()


def build_notices(documents: Documents, faults: list[Fault]) -> tuple[Notice, ...]:
    """The notices alone; they hold no conditions."""
    return _Builder(documents, NO_WORDS, faults).notices()


def with_receipt(guidance: Guidance, digest: str, receipt: Receipt | None) -> Guidance:
    """The pack with its digest, and with what the receipt of its proof says, if there is one."""
    longest = receipt.longest if receipt else None
    return replace(guidance, digest=digest, proved=receipt is not None, longest=longest)


@dataclass(frozen=True)
class _Builder:
    """Builds a pack entry by entry; the faults of all go into one list."""

    documents: Documents
    words: Words
    faults: list[Fault]

    def guidance(self) -> Guidance:
        """The pack, without what has faults."""
        return Guidance(
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
            sayings=self._entries("sayings.yaml", "sayings", Saying),
            record_fields=self._entries("record.yaml", "fields", RecordField),
            notices=self.notices(),
            digest="",
        )

    def notices(self) -> tuple[Notice, ...]:
        """The notices, without those that have faults."""
        return self._entries("since.yaml", "notices", Notice)

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
        after = name in {"actions.yaml", "sayings.yaml", "record.yaml"}
        reader = ConditionReader(self.documents[name], self.words, self.faults, after)
        return reader.read(data, at) or _STAND_IN


def _whole(items: Iterator[T | None]) -> tuple[T, ...]:
    return tuple(item for item in items if item is not None)
