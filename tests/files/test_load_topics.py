"""Topics, statements and notices are read strictly, and every fault is told at once."""

from pathlib import Path

import pytest

from infoshare_cli.core.topics import Statement
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.load_topics import load_notices, load_statements, load_topics

STATEMENTS = """\
statements:
  - {id: p6.informed, kind: test, says: "They know."}
  - {id: p7.weigh, kind: test, says: "They weigh."}
"""
CONSENT = """\
id: consent
title: Asking
lines:
  - text: Ask.
    source: [p6.informed, p7]
"""
SINCE = """\
notices:
  - id: new-duty
    title: A new duty
    text: There is one.
    status: {text: confirmed}
    bears_on:
      - {topics: [consent]}
    origin: a website
    dates: {in_force: 2026-02-05}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with one topic, two statements and one notice, and no fault."""
    (tmp_path / "topics").mkdir()
    write(tmp_path, "topics/01-consent.yaml", CONSENT)
    write(tmp_path, "statements.yaml", STATEMENTS)
    write(tmp_path, "since.yaml", SINCE)
    return tmp_path


def write(pack: Path, name: str, text: str) -> None:
    """Put a file into the pack."""
    (pack / name).write_text(text, encoding="utf-8")


def test_a_sound_pack_is_read(pack: Path) -> None:
    """Topics, statements and notices come as values; every scalar is its text."""
    (topic,) = load_topics(pack)
    (notice,) = load_notices(pack)

    assert (topic.id, topic.lines[0].source) == ("consent", ("p6.informed", "p7"))
    assert load_statements(pack)[0] == Statement("p6.informed", "test", "They know.")
    assert (notice.bears_on, notice.dates) == (
        ({"topics": ("consent",)},),
        {"in_force": "2026-02-05"},
    )


def test_topics_come_in_the_order_of_their_files(pack: Path) -> None:
    """The number in a file's name is its place."""
    write(pack, "topics/00-foi.yaml", CONSENT.replace("consent", "foi"))

    assert [topic.id for topic in load_topics(pack)] == ["foi", "consent"]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("p6.informed", "p6.inform", (5, 14, "p6.inform", "p6.informed")),
        ("p7]", "p77]", (5, 27, "p77", "p7")),
        ("[p6.informed, p7]", "[]", (5, 5, "an empty list", None)),
        ("id: consent", "id: consents", (1, 1, "consents", "consent")),
        ("title: Asking\n", "", (1, 1, "nothing", None)),
        ("title:", "titel:", (2, 1, "the unknown key titel", "title")),
        ("title: Asking", "title: Asking\ntitel: x", (3, 1, "the unknown key titel", "title")),
    ],
)
def test_a_fault_of_a_topic_is_told_with_its_place(
    pack: Path, right: str, wrong: str, told: tuple[int, int, str, str | None]
) -> None:
    """File, line and column, what stands there, and the nearest word that would be right."""
    write(pack, "topics/01-consent.yaml", CONSENT.replace(right, wrong))
    fault = faults_of_topics(pack)[0]

    assert fault.file == str(pack / "topics" / "01-consent.yaml")
    assert (fault.line, fault.column, fault.found, fault.suggestion) == told


@pytest.mark.parametrize("name", ["consent.yaml", "1-consent.yaml", "01-Consent.yaml"])
def test_a_topic_file_is_named_after_its_topic(pack: Path, name: str) -> None:
    """Two digits, a hyphen and the id; any other name is a fault, never passed over."""
    (pack / "topics" / "01-consent.yaml").rename(pack / "topics" / name)

    assert faults_of_topics(pack)[0].found == "consent"


def test_two_files_of_one_topic_are_a_fault(pack: Path) -> None:
    """An id stands for one topic."""
    write(pack, "topics/02-consent.yaml", CONSENT)

    assert [fault.found for fault in faults_of_topics(pack)] == ["consent again"]


def test_faults_of_all_topics_are_told_at_once(pack: Path) -> None:
    """Two wrong files give the faults of both."""
    write(pack, "topics/01-consent.yaml", CONSENT.replace("p7]", "p6.nothing]"))
    write(pack, "topics/02-foi.yaml", "id: foi\ntitle: FOI\nlines: []\n")

    assert [fault.found for fault in faults_of_topics(pack)] == ["p6.nothing", "an empty list"]


def test_without_statements_only_that_is_told(pack: Path) -> None:
    """Not every citation is called wrong because the list of them is missing."""
    (pack / "statements.yaml").unlink()
    (fault,) = faults_of_topics(pack)

    assert fault.file == str(pack / "statements.yaml")


def test_a_pack_without_topics_is_a_fault(tmp_path: Path) -> None:
    """A folder that is no pack is not an empty guide."""
    write(tmp_path, "statements.yaml", STATEMENTS)

    assert [fault.found for fault in faults_of_topics(tmp_path)] == ["no topics"]


def faults_of_topics(pack: Path) -> tuple[Fault, ...]:
    """What is wrong with the topics."""
    with pytest.raises(FileError) as raised:
        load_topics(pack)
    return raised.value.faults


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (STATEMENTS.replace("p7.weigh", "p6.informed"), "p6.informed again"),
        (STATEMENTS.replace("p7.weigh", "page7"), "page7"),
        (STATEMENTS.replace("p7.weigh", "p7"), "p7"),
        (STATEMENTS + "more: x\n", "other keys, or none"),
        ("statements: []\n", "no list, or an empty one"),
        ("statements: none\n", "no list, or an empty one"),
        ("- x\n", "other keys, or none"),
    ],
)
def test_a_fault_of_the_statements_is_told(pack: Path, text: str, found: str) -> None:
    """Ids are used once and begin with a page; the file holds the list and nothing else."""
    write(pack, "statements.yaml", text)
    with pytest.raises(FileError) as raised:
        load_statements(pack)

    assert found in {fault.found for fault in raised.value.faults}


@pytest.mark.parametrize(
    ("right", "wrong", "found", "suggestion"),
    [
        ("{topics: [consent]}", "{topic: [consent]}", "the unknown key topic", "topics"),
        ("{topics: [consent]}", "{topics: [consents]}", "consents", "consent"),
        ("{topics: [consent]}", "{topics: []}", "an empty list", None),
        ("{topics: [consent]}", "{}", "an empty mapping", None),
        ("\n      - {topics: [consent]}", " []", "an empty list", None),
        ("{text: confirmed}", "{text: confirm}", "confirm", "confirmed"),
        ("{text: confirmed}", "{}", "an empty mapping", None),
        ("origin: a website", "origins: a website", "the unknown key origins", "origin"),
    ],
)
def test_a_fault_of_a_notice_is_told(
    pack: Path, right: str, wrong: str, found: str, suggestion: str | None
) -> None:
    """A notice that could never be shown, or would be shown everywhere, is refused."""
    write(pack, "since.yaml", SINCE.replace(right, wrong))
    with pytest.raises(FileError) as raised:
        load_notices(pack)

    assert (found, suggestion) in {(each.found, each.suggestion) for each in raised.value.faults}


def test_a_notice_has_an_id_of_its_own(pack: Path) -> None:
    """The second of two is the fault."""
    write(pack, "since.yaml", SINCE + SINCE.removeprefix("notices:\n"))
    with pytest.raises(FileError) as raised:
        load_notices(pack)

    assert [(each.found, each.line) for each in raised.value.faults] == [("new-duty again", 10)]
