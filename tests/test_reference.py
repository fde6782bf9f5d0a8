"""The reference and the pages made from the rules say what the program does."""

import re
from pathlib import Path

import pytest

from infoshare_cli.core.checkup.variables import HONOURED, OURS
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.errors import ExitCode
from infoshare_cli.files.document import MAX_DEPTH
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.pack_entries import PACK_FILES
from tests.remake_reference import COMMANDS, LAW, MADE, ROOT

REFERENCE = ROOT / "docs" / "reference"
REMAKE = "It is not what the program says: python -m tests.remake_reference"


def text_of(path: Path) -> str:
    """A document's text."""
    return path.read_text(encoding="utf-8")


def part(path: Path, heading: str) -> str:
    """What stands under a heading, up to the next one."""
    after = re.split(rf"^#+ {re.escape(heading)}$", text_of(path), flags=re.MULTILINE)[1]
    return re.split(r"^#", after, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_what_is_made_is_as_it_would_be_made(path: Path) -> None:
    """Commands, law and the list of decisions are those of now."""
    assert text_of(path) == MADE[path](), REMAKE


def test_every_command_has_a_place_to_link_to() -> None:
    """Other pages link to a command by its name; there are many, with all their options."""
    text = text_of(COMMANDS)
    listed = re.findall(r"^\| \[`(infoshare[^`]*)`\]\(#([a-z-]+)\)", text, re.MULTILINE)

    assert len(listed) >= 32
    for name, anchor in listed:
        assert re.search(rf"^##+ {re.escape(name)}$", text, re.MULTILINE)
        assert anchor == name.replace(" ", "-")
    assert "`--write-missing FILE`" in text
    assert "Variable: `INFOSHARE_LOG`." in text
    assert "Must be given." in text
    assert not re.search(r"<\w+>|<list|list\[", text)


def test_every_notice_is_on_the_page_on_law() -> None:
    """With its words, and with how sure we are."""
    text = text_of(LAW)
    notices = load_guidance(shipped_rules()).notices

    assert len(notices) >= 13
    for notice in notices:
        [section] = re.findall(
            rf"^### {re.escape(notice.title)}\n(.*?)(?=^##|\Z)", text, re.DOTALL | re.MULTILINE
        )
        assert notice.text in section
        assert notice.do in section
        assert notice.origin in section


def test_exit_codes_are_those_of_the_program() -> None:
    """Each has a row and a section, and there is no other; README.md names the same."""
    text = text_of(REFERENCE / "exit-codes.md")
    codes = [int(code) for code in ExitCode]

    assert [int(code) for code in re.findall(r"^\| \[(\d+)\]", text, re.MULTILINE)] == codes
    assert [int(code) for code in re.findall(r"^## (\d+): ", text, re.MULTILINE)] == codes


def test_commands_that_end_with_1_are_commands() -> None:
    """The table of what each means names none that is not there."""
    table = part(REFERENCE / "exit-codes.md", "1: a check failed")
    # `contacts check` is a command with the one word that is no area.
    named = re.findall(
        r"^\| `(infoshare [a-z ]+?)(?: --\w+|(?<=contacts) check)?` \|", table, re.MULTILINE
    )

    assert len(named) >= 8
    assert [name for name in named if f"| [`{name}`]" not in text_of(COMMANDS)] == []


def test_variables_are_those_of_the_program() -> None:
    """Ours, and those of others that it looks at."""
    path = REFERENCE / "environment.md"
    ours = re.findall(r"^\| `(\w+)` \|", part(path, "Ours"), re.MULTILINE)
    others = part(path, "Those of others")

    assert set(ours) == set(OURS)
    assert [name for name in HONOURED if f"`{name}`" not in others] == []


def test_fields_of_an_answers_file_are_those_of_a_record() -> None:
    """All of them, and the decisions that can be named."""
    section = part(REFERENCE / "files.md", "Answers files")
    table = section.partition("| Field of `record` |")[2]
    rows = re.findall(r"^\| (`.*?) \| (.*) \|$", table, re.MULTILINE)
    named = [name for names, _ in rows for name in re.findall(r"`(\w+)`", names)]
    [decisions] = [told for names, told in rows if names == "`decision`"]

    assert sorted(named) == sorted(RECORD_FIELDS)
    known = [each.id for each in load_guidance(shipped_rules()).decisions]
    assert re.findall(r"`([a-z-]+)`", decisions) == known


def test_files_of_a_pack_are_named() -> None:
    """Each of them, with the limit on how deep one may go."""
    rules = part(REFERENCE / "files.md", "Rules")
    names = {*PACK_FILES, *(path.name for path in shipped_rules().glob("*.yaml"))}

    assert [name for name in names if f"`{name}`" not in rules] == []
    for path in (REFERENCE / "files.md", ROOT / "docs" / "security.md"):
        assert f"{MAX_DEPTH} levels" in " ".join(text_of(path).split())
