"""A case in hand: the answers given, and what the practitioner wrote down."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Outcome

ALWAYS_NEEDED = ("case_ref", "decision", "reason")
"""Without these there is no record (guide, pages 3 and 4)."""


@dataclass(frozen=True)
class KeptWords:
    """Words in a field of the record that name somebody, and why they stay there."""

    field: str
    kind: str
    """What they are, such as 'postcode'; the words themselves stand in the field alone."""
    reason: str


@dataclass(frozen=True)
class Case:
    """The answers of a case and the fields of its record; nothing derived is kept."""

    answers: Answers = field(default_factory=dict)
    record: Mapping[str, str] = field(default_factory=dict)
    """Field -> text; '' for one that was asked for and left out."""
    kept_words: tuple[KeptWords, ...] = ()
    """The private words that the person decided to keep."""

    @property
    def area(self) -> str | None:
        """Where the child lives, if that is known."""
        return self.record.get("area") or None

    def with_answer(self, question: str, chosen: tuple[str, ...]) -> "Case":
        """The case with one answer more, or another one."""
        return replace(self, answers={**self.answers, question: chosen})

    def with_answers(self, answers: Answers) -> "Case":
        """The case with these answers in place of its own."""
        return replace(self, answers=answers)

    def with_field(self, name: str, text: str) -> "Case":
        """The case with one field of the record more, or another text in it."""
        kept = tuple(each for each in self.kept_words if each.field != name)
        return replace(self, record={**self.record, name: text}, kept_words=kept)

    def with_kept_words(self, kept: Iterable[KeptWords]) -> "Case":
        """The case with private words more that stay, each with its reason."""
        return replace(self, kept_words=(*self.kept_words, *kept))

    def without_fields(self, names: Collection[str]) -> "Case":
        """The case with these fields of the record open again."""
        record = {name: text for name, text in self.record.items() if name not in names}
        kept = tuple(each for each in self.kept_words if each.field not in names)
        return replace(self, record=record, kept_words=kept)


def needs_override(outcome: Outcome, record: Mapping[str, str]) -> bool:
    """Whether the practitioner's decision is another one than the outcome speaks for."""
    decision = record.get("decision")
    return bool(decision) and decision not in outcome.agrees_with


def missing_fields(
    guidance: Guidance, outcome: Outcome, record: Mapping[str, str]
) -> tuple[str, ...]:
    """The fields without which there is no record, in the order in which they are asked."""
    needed = {*ALWAYS_NEEDED}
    if needs_override(outcome, record):
        needed.add("override_reason")
    return tuple(
        each.id for each in guidance.record_fields if each.id in needed and not record.get(each.id)
    )
