"""`infoshare rules book`: one command, three kinds of file."""

import shutil
import sys
from pathlib import Path

import pytest

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.locations import shipped_rules
from tests.cli.conftest import Infoshare
from tests.files.small_pack import write_pack


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small pack with no statements and no cases."""
    folder = tmp_path / "small"
    folder.mkdir()
    return write_pack(folder)


@pytest.mark.parametrize(
    ("name", "start"),
    [("b.html", b"<!DOCTYPE html>"), ("b.md", b"# The rules of"), ("B.PDF", b"%PDF-")],
)
def test_the_name_of_the_file_says_what_is_written(
    infoshare: Infoshare, small: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    """Nothing on standard output, one line on standard error, the file of its owner's own."""
    if name == "B.PDF":
        pytest.importorskip("typst")
    run = infoshare("rules", "book", small, "--output", tmp_path / name)

    assert (run.code, run.out) == (0, "")
    assert run.err.startswith("Written to")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_without_a_file_it_is_read_on_screen(infoshare: Infoshare, small: Path) -> None:
    """As Markdown, with the digest on top and the lines to sign at the end."""
    run = infoshare("rules", "book", small)

    assert run.code == 0
    assert load_guidance(small).digest in run.out.partition("## How to read")[0]
    assert run.out.index("## The rules") < run.out.index("## What was proved")
    assert "Met by none of these cases" in run.out
    assert "These rules come with no list of what the guide says." in run.out
    assert run.out.rstrip().endswith("....")


def test_json_tells_the_graph_and_the_proof(
    infoshare: Infoshare, tmp_path: Path, guidance: Guidance
) -> None:
    """One document: each step with its ways, what was proved, and where the file is."""
    file = tmp_path / "book.md"
    told = infoshare("rules", "book", "--output", file, "--json").json

    assert told["file"] == str(file)
    assert told["pack"]["id"] == guidance.pack.id
    assert told["proof"]["status"] == "proved"
    assert told["cases"]["different"] == 0
    assert told["coverage"]["outcomes"]["total"] == len(guidance.outcomes)
    assert told["figures"][0]["steps"][0]["ways"][0] == {
        "answers": '"Yes, or I cannot rule it out"',
        "leads_to": "Call 999 (rule 1)",
        "decided_by": "danger-now",
    }


@pytest.mark.parametrize("name", ["book", "book.doc", "book.html.txt"])
def test_another_kind_of_file_is_refused(infoshare: Infoshare, tmp_path: Path, name: str) -> None:
    """Before any work is done, with the kinds that there are."""
    run = infoshare("rules", "book", "--output", tmp_path / name)

    assert (run.code, run.out) == (2, "")
    assert "expected a name that ends in .html, .md or .pdf" in run.err
    assert not (tmp_path / name).exists()


def test_a_pdf_without_its_library_is_a_clear_error(
    infoshare: Infoshare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what to install; nothing is written."""
    monkeypatch.setitem(sys.modules, "typst", None)
    run = infoshare("rules", "book", "--output", tmp_path / "book.pdf")

    assert run.code == 2
    assert "pip install 'infoshare-cli[book,pdf]'" in run.err
    assert not (tmp_path / "book.pdf").exists()


def test_a_page_without_the_layout_engine_has_the_words(
    infoshare: Infoshare, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The graph is a list, and a line says how to have the picture."""
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    run = infoshare("rules", "book", small, "--output", tmp_path / "book.html")

    assert run.code == 0
    page = (tmp_path / "book.html").read_text(encoding="utf-8")
    assert "<svg" not in page
    assert "infoshare-cli[book]" in page
    assert "The same in words:" in page


def test_nothing_is_replaced(infoshare: Infoshare, small: Path, tmp_path: Path) -> None:
    """A book that somebody may have signed stays as it is."""
    (tmp_path / "book.md").write_text("signed", encoding="utf-8")
    run = infoshare("rules", "book", small, "--output", tmp_path / "book.md")

    assert run.code == 2
    assert (tmp_path / "book.md").read_text(encoding="utf-8") == "signed"


def test_rules_with_faults_have_no_book(infoshare: Infoshare, small: Path, tmp_path: Path) -> None:
    """The faults are told as everywhere; so is a folder that is not there."""
    with (small / "decision.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.write("odd: yes\n")

    assert infoshare("rules", "book", small).code == 2
    assert infoshare("rules", "book", tmp_path / "none").code == 2


def test_a_hole_in_the_rules_is_shown(infoshare: Infoshare, tmp_path: Path) -> None:
    """Without the last rule some cases have no outcome: the graph and the proof both say so."""
    folder = tmp_path / "hole"
    shutil.copytree(shipped_rules(), folder)
    path = folder / "decision.yaml"
    rules, mark, _ = path.read_text(encoding="utf-8").partition("  - id: no-consent-weigh")
    assert mark
    path.write_text(rules, encoding="utf-8", newline="\n")
    run = infoshare("rules", "book", folder)

    assert run.code == 0
    assert "No rule fits" in run.out
    assert "Not all of this holds." in run.out
    assert "This was not measured." in run.out
