"""`infoshare assurance`: what it writes, what it refuses, and what it says."""

import errno
import hashlib
import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infoshare_cli.cli import assurance_facts
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.files import whole_folder
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.private_file import write_new_file
from tests.cli.conftest import Infoshare
from tests.conftest import Decision, RecordsOf
from tests.files.small_pack import SMALL_PACK, write_pack

EXAMPLE = shipped_rules().parent / "examples" / "school-trust"
NAMES = [
    "coverage-certificate", "hazard-log", "impact-assessment", "index", "reading-age",
    "transparency-record",
]  # fmt: skip
BROKEN = """\
properties:
  - id: never-alone
    says: It never says to share.
    source: [p2]
    never:
      - outcome: [share-with-consent]
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small pack with no statements, no cases, no topics and no hazards."""
    folder = tmp_path / "small"
    folder.mkdir()
    return write_pack(folder)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "out"


def test_six_files_are_written(infoshare: Infoshare, out: Path, guidance: Guidance) -> None:
    """Of the shipped rules; each names their digest, and the index the SHA-256 of the others."""
    run = infoshare("assurance", "--output", out)

    assert run.code == 0
    assert sorted(each.name for each in out.iterdir()) == [f"{name}.html" for name in NAMES]
    assert "Gaps for people: " in run.out
    assert "Contacts not checked" in run.out
    assert "The written cases do not go through all" not in run.out
    index = (out / "index.html").read_text(encoding="utf-8")
    for each in out.iterdir():
        content = each.read_bytes()
        assert guidance.digest.encode() in content
        assert each.name == "index.html" or hashlib.sha256(content).hexdigest() in index


def test_markdown_and_json(infoshare: Infoshare, small: Path, out: Path) -> None:
    """One JSON document and nothing else, which says what was written where."""
    run = infoshare("--rules", small, "assurance", "--output", out, "--format", "md", "--json")

    assert (run.code, run.err) == (0, "")
    told = run.json
    assert sorted(Path(each["file"]).name for each in told["documents"]) == [
        f"{name}.md" for name in NAMES
    ]
    for each in told["documents"]:
        assert hashlib.sha256(Path(each["file"]).read_bytes()).hexdigest() == each["sha256"]
    assert told["status"] == "proved"
    assert told["log"] == "empty"
    assert "The rules name no hazards, so the hazard log is empty." in told["not_in_place"]


def test_the_same_day_gives_the_same_bytes(
    infoshare: Infoshare, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another day changes the day alone."""
    written: list[str] = []
    for day in (21, 21, 22):
        noon = datetime(2026, 11, day, 12, tzinfo=UTC)
        monkeypatch.setattr(assurance_facts, "now", lambda noon=noon: noon)
        folder = tmp_path / f"out{len(written)}"
        assert infoshare("--rules", small, "assurance", "--output", folder).code == 0
        written.append((folder / "hazard-log.html").read_text(encoding="utf-8"))
    assert written[0] == written[1]
    assert written[2] == written[0].replace("21 Nov 2026", "22 Nov 2026")


@pytest.mark.parametrize("form", ["html", "md"])
def test_nothing_is_replaced(infoshare: Infoshare, small: Path, out: Path, form: str) -> None:
    """A document that somebody filled in stays as it is, and no other is written beside it."""
    out.mkdir()
    (out / "index.html").write_text("signed", encoding="utf-8")
    run = infoshare("--rules", small, "assurance", "--output", out, "--format", form)

    assert (run.code, run.out) == (2, "")
    assert "is there already" in run.err
    assert [each.name for each in out.iterdir()] == ["index.html"]


def test_a_write_that_fails_half_way_leaves_nothing(
    infoshare: Infoshare, small: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same call does it once there is room; until then nobody signs half of the papers."""
    written: list[Path] = []

    def full(path: Path, parts: Iterable[bytes]) -> None:
        written.append(path)
        if len(written) == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write_new_file(path, parts)

    with monkeypatch.context() as patched:
        patched.setattr(whole_folder, "write_new_file", full)
        run = infoshare("--rules", small, "assurance", "--output", out)
    assert (run.code, run.out) == (2, "")
    assert f"{out} cannot be written" in " ".join(run.err.split())
    assert len(written) == 3
    assert [each.name for each in out.parent.iterdir() if each.name.endswith(".part")] == []
    assert infoshare("--rules", small, "assurance", "--output", out).code == 0


def test_a_folder_that_cannot_be_made_is_told(
    infoshare: Infoshare, small: Path, tmp_path: Path
) -> None:
    """Nothing is worked out before that; a file is no folder either."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    for folder in (tmp_path / "none" / "out", tmp_path / "file", tmp_path / ("x" * 300)):
        run = infoshare("--rules", small, "assurance", "--output", folder)
        assert (run.code, run.out) == (2, "")


def test_a_broken_proof_is_written_and_told(infoshare: Infoshare, small: Path, out: Path) -> None:
    """On top of each document and of the screen; the exit code says it too."""
    (small / "properties.yaml").write_text(BROKEN, encoding="utf-8")
    run = infoshare("--rules", small, "assurance", "--output", out)

    assert run.code == 1
    assert run.out.startswith("The proof of the rules is broken. What does not hold: never-alone.")
    for each in out.iterdir():
        assert "<dt>Please note</dt><dd>The proof of the rules is broken." in each.read_text(
            "utf-8"
        )


@pytest.fixture
def lines(log: Path, decision: Decision, records_of: RecordsOf) -> list[bytes]:
    """The lines of a log of eight decisions, which is there."""
    log.parent.mkdir()
    found = [each.to_line() for each in records_of([decision() for _ in range(8)])]
    log.write_bytes(b"".join(found))
    return found


def test_a_log_is_counted_where_it_verifies(
    infoshare: Infoshare, small: Path, out: Path, log: Path, lines: list[bytes]
) -> None:
    """Rounded; where it does not, that is said, and the rest is written."""
    told = infoshare("--rules", small, "assurance", "--output", out, "--json").json
    assert told["log"] == "counted"
    assert "<td>10</td>" in (out / "impact-assessment.html").read_text(encoding="utf-8")

    log.write_bytes(b"".join(lines[1:]))
    other = out.with_name("other")
    run = infoshare("--rules", small, "assurance", "--output", other, "--json")
    assert (run.code, run.json["log"]) == (0, "broken")


def test_a_log_that_cannot_be_read_stops_nothing(
    infoshare: Infoshare, small: Path, out: Path, log: Path
) -> None:
    """A folder in its place, for example."""
    log.mkdir(parents=True)
    run = infoshare("--rules", small, "assurance", "--output", out, "--json")
    assert (run.code, run.json["log"]) == (0, "unreadable")


def test_without_the_extra_it_says_what_to_install(
    infoshare: Infoshare, small: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And writes the report all the same."""
    monkeypatch.setitem(sys.modules, "textstat_rs", None)
    run = infoshare("--rules", small, "assurance", "--output", out)
    assert run.code == 0
    assert "Reading age was not measured." in run.out
    assert "infoshare-cli[rules]" in (out / "reading-age.html").read_text(encoding="utf-8")


def test_faults_in_what_the_rules_say_for_assurance_are_told(
    infoshare: Infoshare, small: Path, out: Path
) -> None:
    """With the place, by this command and by the check of the rules; nothing is written."""
    (small / "assurance.yaml").write_text("hazard: []\n", encoding="utf-8")
    run = infoshare("--rules", small, "assurance", "--output", out)
    assert (run.code, run.out) == (2, "")
    assert "assurance.yaml:1:1" in run.err
    assert "Did you mean hazards?" in run.err
    assert not out.exists()
    assert "assurance.yaml:1:1" in infoshare("rules", "check", small).out


def test_an_overlay_is_held_to_its_own_rules(
    infoshare: Infoshare, small: Path, tmp_path: Path, out: Path
) -> None:
    """A hazard of the rules below, whose control the overlay has lost, shows it."""
    (small / "assurance.yaml").write_text(
        "hazards:\n  - id: h\n    name: H\n    text: T.\n    impact: I.\n    causes: [C.]\n"
        "    controls:\n      - says: It is said.\n        carried_by: [sorry]\n",
        encoding="utf-8",
    )
    own = tmp_path / "own"
    own.mkdir()
    (own / "pack.yaml").write_text(
        "extends: ../small\n" + SMALL_PACK["pack.yaml"], encoding="utf-8"
    )
    (own / "sayings.yaml").write_text("remove:\n  sayings: [sorry]\n", encoding="utf-8")
    told = infoshare("--rules", own, "assurance", "--output", out, "--json").json
    (hazard,) = told["hazards"]
    assert hazard["controls"][0]["in_place"] is False
    assert "Control not in place, hazard h: It is said." in told["not_in_place"]


def test_an_overlay_counts_the_terms_of_the_rules_below(infoshare: Infoshare, out: Path) -> None:
    """So that their words are not suddenly hard to read."""
    told = infoshare("--rules", EXAMPLE, "assurance", "--output", out, "--json").json
    assert told["measured"]
    assert not [each for each in told["not_in_place"] if "harder to read" in each]
    assert [each for each in told["not_in_place"] if "Control not in place" in each] == []
