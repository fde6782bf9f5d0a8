"""Where each statement of the guide is carried, and what each part of the rules rests on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from infoshare_cli.core.condition_words import both
from infoshare_cli.core.contacts import Contact
from infoshare_cli.core.guidance import Citation, Guidance, page_of
from infoshare_cli.core.topics import Statement, Topic

Kind = Literal[
    "question", "fact", "row", "rule", "outcome", "action", "saying", "record", "topic", "contact"
]  # fmt: skip

_ONE_AND_MANY: dict[Kind, tuple[str, str]] = {
    "question": ("question", "questions"),
    "fact": ("named fact", "named facts"),
    "row": ("row of a choice", "rows of choices"),
    "rule": ("rule", "rules"),
    "outcome": ("outcome", "outcomes"),
    "action": ("action", "actions"),
    "saying": ("saying", "sayings"),
    "record": ("record field", "record fields"),
    "topic": ("topic", "topics"),
    "contact": ("contact", "contacts"),
}
KINDS = tuple(_ONE_AND_MANY)
"""In the order in which they are told."""


def kind_in_words(kind: Kind, count: int = 1) -> str:
    """'rule' for one, 'rules' for more or none."""
    one, many = _ONE_AND_MANY[kind]
    return one if count == 1 else many


@dataclass(frozen=True)
class Carrier:
    """Something that cites the guide."""

    kind: Kind
    id: str
    says: str
    """What it says, in its own words."""
    source: tuple[Citation, ...]
    line: int | None = None
    """Which line of a topic it is, from 1."""

    @property
    def name(self) -> str:
        """Its id, and for a line of a topic which one: 'consent line 2'."""
        return self.id if self.line is None else f"{self.id} line {self.line}"

    def is_on(self, page: int) -> bool:
        """Whether it cites that page, or something on it."""
        return any(page_of(citation) == page for citation in self.source)


def carriers_in_words(carriers: Collection[Carrier]) -> str:
    """'rules a and b; action c; topic consent line 2'; 'nothing' for none."""
    return "; ".join(_each_kind(carriers)) or "nothing"


def _each_kind(carriers: Collection[Carrier]) -> Iterator[str]:
    for kind in KINDS:
        names = [each.name for each in carriers if each.kind == kind]
        if names:
            yield f"{kind_in_words(kind, len(names))} {both(names)}"


@dataclass(frozen=True)
class TracedStatement:
    """A statement of the guide, and all that cite it by its id."""

    statement: Statement
    carried_by: tuple[Carrier, ...]

    @property
    def page(self) -> int:
        """The page of the guide that it stands on."""
        return page_of(self.statement.id)


@dataclass(frozen=True)
class TracedPage:
    """A page of the guide: its statements, and what cites the page as a whole."""

    page: int
    statements: tuple[TracedStatement, ...]
    cited_by: tuple[Carrier, ...]


@dataclass(frozen=True)
class UnknownCitation:
    """Something cites what the list of statements does not have."""

    carrier: Carrier
    citation: Citation


@dataclass(frozen=True)
class Trace:
    """Statements with what carries them, and what carries them with its statements."""

    statements: tuple[TracedStatement, ...]
    """In the order of the guide."""
    carriers: tuple[Carrier, ...]
    known: frozenset[Citation]
    """What may be cited: a statement, or a page that has one."""

    @cached_property
    def not_carried(self) -> tuple[Statement, ...]:
        """The statements that nothing cites by their ids."""
        return tuple(each.statement for each in self.statements if not each.carried_by)

    @cached_property
    def unknown(self) -> tuple[UnknownCitation, ...]:
        """Citations of what the guide does not say."""
        return tuple(
            UnknownCitation(carrier, citation)
            for carrier in self.carriers
            for citation in carrier.source
            if citation not in self.known
        )

    @cached_property
    def pages(self) -> tuple[TracedPage, ...]:
        """The statements page by page."""
        numbers = dict.fromkeys(each.page for each in self.statements)
        return tuple(
            TracedPage(
                page,
                tuple(each for each in self.statements if each.page == page),
                tuple(each for each in self.carriers if f"p{page}" in each.source),
            )
            for page in numbers
        )

    @property
    def count_in_words(self) -> str:
        """How many statements there are, and how many of them nothing carries."""
        count, lost = len(self.statements), len(self.not_carried)
        return f"Statements of the guide: {count}. Carried by nothing: {lost}."

    def carriers_of(self, kind: Kind) -> tuple[Carrier, ...]:
        """The carriers of one kind, in the order of the pack."""
        return tuple(each for each in self.carriers if each.kind == kind)

    def on_page(self, page: int) -> "Trace":
        """What of it bears on one page; empty where the page has no statement."""
        return replace(
            self,
            statements=tuple(each for each in self.statements if each.page == page),
            carriers=tuple(each for each in self.carriers if each.is_on(page)),
        )

    def of_statement(self, statement: str) -> "Trace":
        """What of it bears on one statement; empty where there is none of that id."""
        return replace(
            self,
            statements=tuple(each for each in self.statements if each.statement.id == statement),
            carriers=tuple(each for each in self.carriers if statement in each.source),
        )

    def of_carrier(self, identity: str) -> "Trace":
        """What of it bears on the parts of the pack with one id; empty where there are none."""
        carriers = tuple(each for each in self.carriers if each.id == identity)
        cited = {citation for each in carriers for citation in each.source}
        statements = tuple(each for each in self.statements if each.statement.id in cited)
        return replace(self, statements=statements, carriers=carriers)


def trace(
    guidance: Guidance,
    statements: Collection[Statement],
    topics: Iterable[Topic],
    contacts: Iterable[Contact] = (),
) -> Trace:
    """The trace of a pack: each statement is carried by what cites it by its id."""
    carriers = (*_of_pack(guidance), *_of_topics(topics), *_of_contacts(contacts))
    citing: dict[Citation, list[Carrier]] = {}
    for carrier in carriers:
        for citation in dict.fromkeys(carrier.source):
            citing.setdefault(citation, []).append(carrier)
    traced = (TracedStatement(each, tuple(citing.get(each.id, ()))) for each in statements)
    ids = {each.id for each in statements}
    known = frozenset(ids | {f"p{page_of(each)}" for each in ids})
    return Trace(tuple(sorted(traced, key=lambda each: each.page)), carriers, known)


def _of_pack(guidance: Guidance) -> Iterator[Carrier]:
    for question in guidance.questions:
        yield Carrier("question", question.id, question.ask, question.source)
    for fact in guidance.facts:
        yield Carrier("fact", fact.id, fact.says, fact.source)
    for choice in guidance.choices:
        for row in choice.rules:
            yield Carrier("row", row.id, row.because, row.source)
    for rule in guidance.rules:
        yield Carrier("rule", rule.id, rule.because, rule.source)
    for outcome in guidance.outcomes:
        yield Carrier("outcome", outcome.id, outcome.title, outcome.source)
    for action in guidance.actions:
        yield Carrier("action", action.id, action.text, action.source)
    for saying in guidance.sayings:
        yield Carrier("saying", saying.id, saying.text, saying.source)
    for field in guidance.record_fields:
        yield Carrier("record", field.id, field.ask, field.source)


def _of_topics(topics: Iterable[Topic]) -> Iterator[Carrier]:
    for topic in topics:
        for number, line in enumerate(topic.lines, start=1):
            yield Carrier("topic", topic.id, line.text, line.source, number)


def _of_contacts(contacts: Iterable[Contact]) -> Iterator[Carrier]:
    for contact in contacts:
        yield Carrier("contact", contact.id, contact.name, contact.source)
