"""Every text of a pack that people read, with where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from infoshare_cli.core.contacts import Contact
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.topics import Topic

Kind = Literal[
    "question", "rule", "outcome", "action", "saying", "record", "notice", "topic", "contact",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which people meet them."""


@dataclass(frozen=True)
class PackText:
    """One text."""

    kind: Kind
    place: str
    """The id of what it belongs to, and which part of that it is: 'concern help'."""
    text: str


def pack_texts(
    guidance: Guidance, topics: Iterable[Topic] = (), contacts: Iterable[Contact] = ()
) -> tuple[PackText, ...]:
    """The texts in the order of the pack; labels and names are left out, as they are no sentences.

    Options are left out but for their help. What is said of a contact is its use, its hours, its
    caution and its notes.
    """
    found = (
        *(each for question in guidance.questions for each in _of_question(question)),
        *_of_rules(guidance),
        *_of_results(guidance),
        *_of_record(guidance),
        *_of_topics(topics),
        *_of_contacts(contacts),
    )
    return tuple(each for each in found if each.text)


def _of_question(question: Question) -> Iterator[PackText]:
    for name in ("ask", "help", "why"):
        yield PackText("question", f"{question.id} {name}", getattr(question, name))
    for example in question.examples:
        yield PackText("question", f"{question.id} example", example.text)
    for option in question.options:
        yield PackText("question", f"{question.id} {option.id}", option.help)


def _of_rules(guidance: Guidance) -> Iterator[PackText]:
    for rule in guidance.rules:
        yield PackText("rule", f"{rule.id} because", rule.because)
        yield PackText("rule", f"{rule.id} title", rule.title)
        yield PackText("rule", f"{rule.id} text", rule.text)
    for choice in guidance.choices:
        for row in choice.rules:
            yield PackText("rule", f"{row.id} because", row.because)


def _of_results(guidance: Guidance) -> Iterator[PackText]:
    for outcome in guidance.outcomes:
        yield PackText("outcome", f"{outcome.id} title", outcome.title)
        yield PackText("outcome", f"{outcome.id} text", outcome.text)
    for action in guidance.actions:
        yield PackText("action", action.id, action.text)
    for follow_up in guidance.follow_ups:
        yield PackText("action", f"{follow_up.question} unanswered", follow_up.unanswered)
    for saying in guidance.sayings:
        yield PackText("saying", saying.id, saying.text)


def _of_record(guidance: Guidance) -> Iterator[PackText]:
    for field in guidance.record_fields:
        yield PackText("record", f"{field.id} ask", field.ask)
        yield PackText("record", f"{field.id} help", field.help)
    for notice in guidance.notices:
        yield PackText("notice", f"{notice.id} title", notice.title)
        yield PackText("notice", f"{notice.id} text", notice.text)
        yield PackText("notice", f"{notice.id} do", notice.do)


def _of_topics(topics: Iterable[Topic]) -> Iterator[PackText]:
    for topic in topics:
        for number, line in enumerate(topic.lines, start=1):
            yield PackText("topic", f"{topic.id} line {number}", line.text)


def _of_contacts(contacts: Iterable[Contact]) -> Iterator[PackText]:
    for contact in contacts:
        for name in ("use", "hours", "caution"):
            yield PackText("contact", f"{contact.id} {name}", getattr(contact, name) or "")
        for note in contact.notes:
            yield PackText("contact", f"{contact.id} note", note)
