"""Hazards as the rules name them, and whether what stands against each is in place.

A control is what stands against a hazard. Each names its evidence: properties that are proved,
parts of the rules that carry it, tests of the program, or pages that only say so. What is proved
of other rules is nothing to these, so evidence is looked up in the rules that are in use.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from infoshare_cli.core.guidance import NOTHING_ELSE, Guidance
from infoshare_cli.core.proof.finding import Finding
from infoshare_cli.core.proof.proof import Proof

EVIDENCE = ("proved_by", "carried_by", "tested_by", "told_in")
"""What a control may point to, by the names of its fields; it has to point to something."""


@dataclass(frozen=True)
class Control:
    """Something that stands against a hazard, and how anyone can see that it does."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    says: str
    proved_by: tuple[str, ...] = ()
    """Properties of the rules, or laws of all rules, by their ids."""
    carried_by: tuple[str, ...] = ()
    """Rules, questions, outcomes, actions, sayings, record fields or notices, by their ids."""
    tested_by: tuple[str, ...] = ()
    """Tests of the program, as files seen from the top of its source."""
    told_in: tuple[str, ...] = ()
    """Pages that say so, seen from the same place; nothing checks them."""

    @property
    def names_evidence(self) -> bool:
        """Whether it says how anyone can see that it is there."""
        return any(getattr(self, name) for name in EVIDENCE)


@dataclass(frozen=True)
class Hazard:
    """What can go wrong, what it can do to people, why, and what stands against it."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    name: str
    text: str
    """What happens."""
    impact: str
    """What it can do to a person."""
    causes: tuple[str, ...]
    controls: tuple[Control, ...] = ()
    left: tuple[str, ...] = ()
    """What no program can do about it, and an organisation has to."""


@dataclass(frozen=True)
class OwnText:
    """A text about the use of the rules, which only they can know: what they are for, and more."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    text: str


@dataclass(frozen=True)
class OwnWords:
    """What a pack says for assurance; all of it is empty where it says nothing."""

    texts: Mapping[str, str]
    """By their ids."""
    hazards: tuple[Hazard, ...]


Kind = Literal["proved", "carried", "tested", "told"]
State = Literal["proved", "broken", "not-proved", "there", "missing", "claimed"]
"""A property holds in every case; it does not; there is no proof to say; a part of the rules is
there; a property or part is not in these rules; nothing here can check it."""
IN_PLACE: Collection[State] = ("proved", "there", "claimed")


@dataclass(frozen=True)
class Evidence:
    """One thing that a control points to."""

    kind: Kind
    id: str
    state: State
    says: str = ""
    """What the property says, word for word; empty for all other evidence."""


@dataclass(frozen=True)
class JudgedControl:
    """A control with what became of its evidence."""

    control: Control
    evidence: tuple[Evidence, ...]

    @property
    def in_place(self) -> bool:
        """Whether nothing that it points to is broken, missing or without proof."""
        return all(each.state in IN_PLACE for each in self.evidence)


@dataclass(frozen=True)
class JudgedHazard:
    """A hazard with its controls, each held against the rules in use."""

    hazard: Hazard
    controls: tuple[JudgedControl, ...]

    @property
    def not_in_place(self) -> tuple[JudgedControl, ...]:
        """The controls that these rules do not have."""
        return tuple(each for each in self.controls if not each.in_place)


def judge_hazards(
    hazards: Iterable[Hazard], guidance: Guidance, proof: Proof | None
) -> tuple[JudgedHazard, ...]:
    """Each hazard with its controls held against the rules, and against their proof.

    Args:
        proof: None where there is none, so that nothing counts as proved.
    """
    findings, parts = _findings(proof), frozenset(_parts(guidance))
    return tuple(
        JudgedHazard(
            hazard,
            tuple(
                JudgedControl(control, tuple(_evidence(control, findings, parts)))
                for control in hazard.controls
            ),
        )
        for hazard in hazards
    )


def _findings(proof: Proof | None) -> Mapping[str, Finding] | None:
    """Property or law -> what became of it; None without a proof."""
    if proof is None:
        return None
    return {each.id: each for each in (*proof.laws, *proof.properties)}


def _evidence(
    control: Control, findings: Mapping[str, Finding] | None, parts: Collection[str]
) -> Iterator[Evidence]:
    for name in control.proved_by:
        yield _of_property(name, findings)
    for name in control.carried_by:
        yield Evidence("carried", name, "there" if name in parts else "missing")
    yield from (Evidence("tested", name, "claimed") for name in control.tested_by)
    yield from (Evidence("told", name, "claimed") for name in control.told_in)


def _of_property(name: str, findings: Mapping[str, Finding] | None) -> Evidence:
    if findings is None:
        return Evidence("proved", name, "not-proved")
    found = findings.get(name)
    if found is None:
        return Evidence("proved", name, "missing")
    return Evidence("proved", name, "proved" if found.holds else "broken", found.says)


def _parts(guidance: Guidance) -> Iterator[str]:
    """The ids of all parts of the rules that can carry a control."""
    for parts in (
        guidance.questions,
        guidance.rules,
        guidance.outcomes,
        guidance.actions,
        guidance.sayings,
        guidance.record_fields,
        guidance.notices,
    ):
        yield from (each.id for each in parts)
