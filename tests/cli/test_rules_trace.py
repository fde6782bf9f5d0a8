"""`infoshare rules trace`: from the guide to the rules, and back."""

import shutil
from pathlib import Path

import pytest

from infoshare_cli.files.locations import shipped_rules
from tests.cli.conftest import Infoshare


@pytest.fixture
def astray(tmp_path: Path) -> Path:
    """The shipped pack, with a statement that nothing carries and a citation of nothing."""
    folder = tmp_path / "astray"
    shutil.copytree(shipped_rules(), folder)
    with (folder / "statements.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.write("  - {id: p12.new, kind: duty, says: Something new.}\n")
    decision = (folder / "decision.yaml").read_text(encoding="utf-8")
    cited = "source: [p2.contact-police, p4.timely, p5.child-safe]"
    assert cited in decision
    decision = decision.replace(cited, "source: [p2.contact-polce]")
    (folder / "decision.yaml").write_text(decision, encoding="utf-8", newline="\n")
    return folder


def test_every_statement_is_shown(infoshare: Infoshare) -> None:
    """Page by page, with what carries it, and back."""
    run = infoshare("rules", "trace")

    assert (run.code, run.err) == (0, "")
    assert "Statements of the guide: 163. Carried by nothing: 0." in run.out
    assert run.out.index("\nPage 1\n") < run.out.index("\nPage 15\n") < run.out.index("Back to the")


def test_what_is_wrong_is_shown_and_not_judged(infoshare: Infoshare, astray: Path) -> None:
    """First of all, on screen and in the JSON; judging is for check, so exit 0."""
    run = infoshare("rules", "trace", astray)
    told = infoshare("rules", "trace", astray, "--json")

    assert (run.code, told.code) == (0, 0)
    assert run.out.index("p12.new: Something new.") < run.out.index("\nPage 1\n")
    assert run.out.index("p2.contact-polce, by rule danger-now") < run.out.index("\nPage 1\n")
    assert told.json["not_carried"] == ["p12.new"]
    assert told.json["unknown"] == [
        {"kind": "rule", "id": "danger-now", "line": None, "citation": "p2.contact-polce"}
    ]


def test_one_page_one_statement_or_one_rule(infoshare: Infoshare) -> None:
    """Each narrows the trace to what bears on it."""
    page = infoshare("rules", "trace", "--page", "6", "--json").json
    statement = infoshare("rules", "trace", "--statement", "p6.informed", "--json").json
    rule = infoshare("rules", "trace", "--rule", "danger-now", "--json").json

    assert {each["page"] for each in page["statements"]} == {6}
    assert [each["id"] for each in statement["statements"]] == ["p6.informed"]
    assert [each["id"] for each in rule["carriers"]] == ["danger-now"]
    assert [each["id"] for each in rule["statements"]] == [
        "p2.contact-police",
        "p4.timely",
        "p5.child-safe",
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--page", "14"), "none on page 14"),
        (("--statement", "p6.infomed"), "Did you mean p6.informed?"),
        (("--rule", "danger-nov"), "Did you mean danger-now?"),
        (("--page", "6", "--rule", "danger-now"), "Give one of"),
        (("--output", "trace.pdf"), "ends in .html or .md"),
    ],
)
def test_what_is_not_there_is_a_wrong_call(
    infoshare: Infoshare, arguments: tuple[str, ...], says: str
) -> None:
    """Exit 2, and nothing is shown as if it were the whole."""
    run = infoshare("rules", "trace", *arguments)

    assert (run.code, run.out) == (2, "")
    assert says in run.err


@pytest.mark.parametrize(
    ("name", "start"), [("t.html", "<!DOCTYPE html>"), ("t.MD", "# Where each statement")]
)
def test_a_document_is_written(infoshare: Infoshare, tmp_path: Path, name: str, start: str) -> None:
    """Under a new name only: what is there is never written over."""
    path = tmp_path / name
    run = infoshare("rules", "trace", "--output", path)

    assert (run.code, run.out) == (0, "")
    assert path.read_text(encoding="utf-8").startswith(start)
    again = infoshare("rules", "trace", "--output", path)
    assert again.code == 2
    assert "is there already" in again.err


def test_the_contacts_are_those_that_the_folder_brings_along(
    infoshare: Infoshare, astray: Path
) -> None:
    """As for every command on rules: what they cite is traced, and what is wrong there is told."""
    own = astray / "contacts.yaml"
    own.write_text("contacts: []\n", encoding="utf-8")
    run = infoshare("rules", "trace", astray)

    assert run.code == 2
    assert str(own) in run.err
