"""Rules that build on others, at the command line: which contacts are theirs."""

from pathlib import Path

import pytest

from tests.cli.conftest import Infoshare, Run


def numbers(run: Run) -> set[str]:
    """The ids of the contacts shown."""
    return {contact["id"] for contact in run.json["contacts"]}


def test_rules_may_bring_contacts_and_the_person_may_name_others(
    infoshare: Infoshare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--contacts comes first, then INFOSHARE_CONTACTS, then what the rules bring, then ours."""
    call = ("--rules", tmp_path, "contacts", "--all", "--json")
    (tmp_path / "pack.yaml").write_text(
        "extends: pan-bedfordshire\n"
        "pack: {id: mine, version: '1', title: Mine, guide: The guide}\n",
        encoding="utf-8",
    )
    everything = numbers(infoshare(*call))
    own = tmp_path / "contacts.yaml"
    own.write_text("extends: shipped\nremove: [luton-board-office]\n", encoding="utf-8")
    fewer = tmp_path / "fewer.txt"
    fewer.write_text("extends: contacts.yaml\nremove: [bedford-board-office]\n", encoding="utf-8")
    assert everything - numbers(infoshare(*call)) == {"luton-board-office"}
    gone = {"luton-board-office", "bedford-board-office"}
    assert everything - numbers(infoshare("--contacts", fewer, *call)) == gone
    monkeypatch.setenv("INFOSHARE_CONTACTS", str(fewer))
    assert everything - numbers(infoshare(*call)) == gone
    assert everything - numbers(infoshare("--contacts", own, *call)) == {"luton-board-office"}


def test_rules_that_build_on_nothing_hide_no_number(infoshare: Infoshare, tmp_path: Path) -> None:
    """Whom to ring does not wait for the rules to be mended."""
    (tmp_path / "pack.yaml").write_text("extends: ../nowhere\n", encoding="utf-8")
    for rules in (tmp_path, tmp_path / ("x" * 5000)):
        run = infoshare("--rules", rules, "contacts", "luton")
        assert (run.code, "01582 547 653" in run.out) == (0, True)
        assert "What has changed is not shown." in run.err
