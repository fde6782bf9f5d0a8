"""Nothing that the guide says is lost: each statement is carried by something in the pack."""

import re
from collections.abc import Sequence
from pathlib import Path

from infoshare_cli.core.checks.trace import KINDS, Kind, trace
from infoshare_cli.core.guidance import Citation, page_of
from infoshare_cli.core.topics import Statement
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_topics import load_notices, load_statements, load_topics

ROOT = Path(__file__).parents[2]
PACK = ROOT / "rules" / "pan-bedfordshire"
STATEMENTS = load_statements(PACK)
TRACE = trace(
    load_guidance(PACK),
    STATEMENTS,
    load_topics(PACK),
    load_contacts(ROOT / "contacts.yaml").contacts,
)


def cited_in(kind: Kind) -> set[Citation]:
    """What all parts of one kind cite."""
    return {citation for carrier in TRACE.carriers_of(kind) for citation in carrier.source}


def told(statements: Sequence[Statement]) -> str:
    """The statements as a message that says which they are."""
    return "\n".join(f"{each.id}: {each.says}" for each in statements)


def test_the_index_has_every_statement_of_the_guide() -> None:
    """One hundred and sixty-three, each under its own id, of the kinds that the guide has."""
    kinds = {"duty", "permission", "prohibition", "test", "fact", "contact"}

    assert len(STATEMENTS) == len({statement.id for statement in STATEMENTS}) == 163
    assert {statement.kind for statement in STATEMENTS} == kinds
    assert {page_of(statement.id) for statement in STATEMENTS} == {*range(1, 14), 15}


def test_every_statement_is_carried() -> None:
    """By a question, a rule, an action, a topic or a contact that cites it by its id."""
    lost = TRACE.not_carried

    assert not lost, f"Nothing carries {len(lost)} of them:\n{told(lost)}"


def test_whoever_reads_the_topics_reads_the_whole_guide() -> None:
    """The topics alone carry every statement but the contacts, which have a file of their own."""
    cited = cited_in("topic")
    unread = [each for each in STATEMENTS if each.kind != "contact" and each.id not in cited]

    assert not unread, f"No topic carries {len(unread)} of them:\n{told(unread)}"


def test_the_topics_are_no_copy_of_the_index() -> None:
    """The index is for checking, the topics are for reading: they share no run of eight words."""
    runs = {run for statement in STATEMENTS for run in runs_of_words(statement.says)}
    lines = [line.text for topic in load_topics(PACK) for line in topic.lines]

    assert [text for text in lines if runs & set(runs_of_words(text))] == []


def runs_of_words(text: str, length: int = 8) -> list[tuple[str, ...]]:
    """Every run of so many words in a text."""
    words = re.findall(r"[a-z0-9']+", text.casefold())
    return [tuple(words[at : at + length]) for at in range(len(words) - length + 1)]


def test_the_contacts_of_the_guide_are_all_in_the_directory() -> None:
    """Each contact that the guide prints is one that can be used."""
    cited = cited_in("contact")
    lost = [each for each in STATEMENTS if each.kind == "contact" and each.id not in cited]

    assert not lost, f"No contact carries {len(lost)} of them:\n{told(lost)}"


def test_nothing_is_cited_that_the_guide_does_not_say() -> None:
    """A citation names a statement of the index, or a page that has one."""
    assert TRACE.unknown == ()
    assert all(TRACE.carriers_of(kind) for kind in KINDS)


def test_each_notice_bears_on_what_there_is() -> None:
    """A notice whose place is misspelt would never be shown, and nobody would notice."""
    guidance, directory = load_guidance(PACK), load_contacts(ROOT / "contacts.yaml")
    questions = guidance.question_by_id
    known = {
        "concern": {option.id for option in questions["concern"].options},
        "recipient": {option.id for option in questions["recipient"].options},
        "outcomes": set(guidance.outcome_by_id),
        "questions": set(questions),
        "topics": {topic.id for topic in load_topics(PACK)},
        "contacts": {name for each in directory.contacts for name in (each.id, each.role)},
    }

    for notice in load_notices(PACK):
        for entry in notice.bears_on:
            for key, values in entry.items():
                assert set(values) <= known[key], f"{notice.id}: {key}"


def test_what_was_only_reported_is_never_told_as_read() -> None:
    """These are the notices, with how far each was checked; a change of status is a decision."""
    assert {notice.id: dict(notice.status) for notice in load_notices(PACK)} == {
        "cwsa-2026-duty": {"text": "confirmed", "commencement": "reported"},
        "dfe-2024": {"text": "reported"},
        "dfe-2024-rule-5": {"text": "reported"},
        "duaa-2025-basis": {"text": "confirmed"},
        "duaa-2025-compatible": {"text": "confirmed"},
        "uk-gdpr": {"text": "reported"},
        "ico-2023": {"text": "confirmed"},
        "working-together-2026": {"text": "reported"},
        "partnerships": {"text": "confirmed"},
        "gcsx-closed": {"text": "confirmed"},
        "fgm-duty": {"text": "confirmed"},
        "caldicott-8": {"text": "confirmed"},
        "age-12": {"text": "confirmed"},
    }
    assert all("checked" in notice.dates for notice in load_notices(PACK))
