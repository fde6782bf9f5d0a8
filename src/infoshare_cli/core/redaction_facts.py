"""What a person is shown of records that are to lose words, so that the right ones lose them.

Unlike a plan, it holds words of the log: it is made for a page, and for nothing else.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from infoshare_cli.core.field_text import field_lines, field_names
from infoshare_cli.core.record import ANSWER, CONCLUSION_FIELDS, INTERVIEWS, Record
from infoshare_cli.core.redaction import Reading
from infoshare_cli.core.redaction_plan import Plan

MOST_NAMED = 20
"""Records that are named one by one where age decides; more of them are counted."""
_START = 60
"""Characters of a text that are enough to know it again."""


@dataclass(frozen=True, slots=True)
class Interview:
    """By what a person knows a decision, or an abandoned interview."""

    seq: int
    kind: str
    at: str
    """When it was recorded, in UTC."""
    case: str
    """Its case number; '' where there is none."""
    decision: str
    """The id of what was decided; '' where nothing was."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one record."""

    seq: int
    kind: str
    at: str
    """When it was recorded, in UTC."""
    about: Interview | None
    """The interview that it is about in the end: itself, where it is one."""
    starts: Mapping[str, str]
    """Field -> how its text begins, on one line; without fields in which nothing stands."""


@dataclass(frozen=True)
class Facts:
    """What is told of the records of a plan."""

    told: Mapping[int, Told] = field(default_factory=dict)
    """By the number of the record."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Fields of a record by whose words they hold."""

    written: tuple[str, ...]
    """What somebody wrote or chose."""
    concluded: tuple[str, ...]
    """What the rules came to."""
    answers: tuple[str, ...]


def groups_of(names: Iterable[str]) -> Groups:
    """Fields by whose words they hold; each group in the order given."""
    written, concluded, answers = list[str](), list[str](), list[str]()
    for name in names:
        if name.startswith(ANSWER):
            answers.append(name)
        else:
            (concluded if name in CONCLUSION_FIELDS else written).append(name)
    return Groups(tuple(written), tuple(concluded), tuple(answers))


def facts_of(read: Reading, seqs: Collection[int]) -> Facts:
    """What there is to tell of the records with these numbers."""
    interviews, told = dict[str, Interview](), dict[int, Told]()
    last = max(seqs, default=0)
    for record in read():
        head = record.head
        if head.seq > last:
            break
        about = _interview(record) if head.kind in INTERVIEWS else interviews.get(head.of or "")
        if about is not None:
            interviews.setdefault(head.id, about)
        if head.seq in seqs:
            told[head.seq] = Told(head.seq, head.kind, head.at, about, starts_of(record))
    return Facts(told)


def seqs_told(plan: Plan) -> frozenset[int]:
    """The numbers of the records that are named one by one, and of the one that was asked for."""
    seqs = [each.seq for each in plan.erasures]
    return frozenset(seqs[:MOST_NAMED] if plan.named is None else [*seqs, plan.named])


def starts_of(record: Record) -> dict[str, str]:
    """How the text of each field begins, on one line; without those in which nothing stands."""
    left = (name for name in field_names(record) if name in record.body)
    return {name: start for name in left if (start := _start_of(record, name))}


def _start_of(record: Record, name: str) -> str:
    text = " ".join("; ".join(field_lines(record, name)).split())
    if len(text) <= _START:
        return text
    whole_words, space, _ = text[: _START + 1].rpartition(" ")
    return f"{whole_words if space else text[:_START]} ..."


def _interview(record: Record) -> Interview:
    head, decided = record.head, record.head.kind == "decision"
    case, decision = ("; ".join(field_lines(record, each)) for each in ("case_ref", "decision"))
    return Interview(head.seq, head.kind, head.at, case, decision if decided else "")
