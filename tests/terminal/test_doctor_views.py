"""What doctor found, as a page of words."""

import io

import pytest

from infoshare_cli.core.checkup.report import FACTS, Finding, Known, Part
from infoshare_cli.terminal.doctor_views import doctor_page
from infoshare_cli.terminal.page import Screen, show_page

WELL = Finding("log.writing", "ok", "The decision log can be written.")
LOOK = Finding("log.copies", "look", "It seems to be copied.", "Ask whether that is allowed.")
WRONG = Finding("log.permissions", "wrong", "Others can read it.", "chmod 600 'log'")


def shown(*findings: Finding, **facts: Known) -> str:
    """The page of one part, in words."""
    screen = Screen(io.StringIO(), plain=True, width=80)
    show_page(doctor_page((Part("log", facts, findings),)), screen)
    text = screen.stream.getvalue()  # type: ignore[attr-defined]
    assert isinstance(text, str)
    return text


def test_what_is_to_do_comes_first_with_what_to_do() -> None:
    """The gravest on top, so that whoever reads two lines knows."""
    page = shown(WELL, LOOK, WRONG)
    assert page.startswith("Wrong: 1. Put this right first.\n\n1. Others can read it.\n   chmod")
    assert page.index("Look at this: 1.") < page.index("The decision log\n")
    assert "- Ok: The decision log can be written." in page
    assert "- Look at this: It seems to be copied." in page
    assert "- Wrong: Others can read it." in page
    assert page.rstrip().endswith("Wrong: 1. Look at this: 1. What to do stands at the top.")


def test_where_nothing_is_to_do_that_is_said() -> None:
    """And what nobody can tell from here, all the same."""
    page = shown(WELL)
    assert page.startswith("All is well")
    assert page.rstrip().endswith("All is well, as far as can be told from here.")
    for told in ("disk encryption is your organisation's part", "backup", "any case"):
        assert told in page


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("path", "/home/sam/log", "Place: /home/sam/log"),
        ("free_bytes", 5 * 1024**3, "Room on the disk: 5.0 GiB"),
        ("free_bytes", 7 * 1024**2, "Room on the disk: 7 MiB"),
        ("mode", "600", "Rights (mode): 600"),
    ],
)
def test_facts_are_told_by_name(name: str, value: Known, told: str) -> None:
    """In a form that a person reads."""
    assert told in shown(WELL, **{name: value})


def test_the_real_place_is_told_where_it_is_another() -> None:
    """A link on the way is seen; where there is none, nothing is said twice."""
    assert "Really at: /cloud" in shown(WELL, path="/log", real_path="/cloud")
    assert "Really at" not in shown(WELL, path="/log", real_path="/log")


def test_facts_of_every_kind_can_be_shown() -> None:
    """Lists, names with values, yes and no; what is not known is left out."""
    screen = Screen(io.StringIO(), plain=True, width=80)
    parts = (
        Part("program", {"libraries": {"rich": "15.0"}, "python": None}, (WELL,)),
        Part("terminal", {"colour": True, "columns": 80}, (WELL,)),
        Part("environment", {"variables": ("A", "B")}, (WELL,)),
    )
    show_page(doctor_page(parts), screen)
    text = screen.stream.getvalue()  # type: ignore[attr-defined]
    for told in ("Libraries: rich 15.0", "Colour: yes", "Columns: 80", "Set: A, B"):
        assert told in text
    assert "None" not in text


def test_every_part_has_a_title() -> None:
    """None comes without one, on a page with all of them."""
    parts = tuple(Part(name, {}, (WELL,)) for name in FACTS)
    assert doctor_page(parts)
