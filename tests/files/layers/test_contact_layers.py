"""Contacts may build on others, and rules may bring contacts of their own."""

import os
from datetime import date
from pathlib import Path

import pytest

from infoshare_cli.core.contacts import find_area
from infoshare_cli.errors import FileError
from infoshare_cli.files.check_contacts import check_contacts
from infoshare_cli.files.layers.contact_layers import contacts_of
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts
from tests.files.overlay_packs import write_base, write_overlay

SHIPPED = load_contacts(shipped_contacts())
IDS = [contact.id for contact in SHIPPED.contacts]
LEAD = """\
  - id: ID
    role: partnership-offices
    name: An invented office
    use: To try things out.
    phone: 01632 960 001
    source: [p15.board-luton]
    provenance:
      as_printed: An invented office 01632 960 001
      how: Invented for a test.
      checks:
        - {of: phone, result: not-checked, says: It is invented.}
"""


def placed(identity: str, place: str) -> str:
    """A new entry that says where it goes."""
    return LEAD.replace("  - id: ID\n", f"  - id: {identity}\n    {place}\n")


def write(folder: Path, text: str, name: str = "contacts.yaml") -> Path:
    """A file with contacts."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def told(path: Path) -> list[str]:
    """What is wrong with contacts, each fault as it is told; the check finds the same."""
    with pytest.raises(FileError) as caught:
        load_contacts(path)
    assert check_contacts(path, date(2026, 11, 22)).faults == caught.value.faults
    return [str(each).replace(f"{path.parent}{os.sep}", "") for each in caught.value.faults]


def test_contacts_that_add_nothing_are_those_below(tmp_path: Path) -> None:
    """The digest is that of the whole directory, however many files it is written in."""
    assert load_contacts(write(tmp_path, "extends: shipped\n")) == SHIPPED
    text = shipped_contacts().read_text(encoding="utf-8")
    assert load_contacts(write(tmp_path, "extends: shipped\n" + text)) == SHIPPED


def test_an_entry_is_replaced_in_place_added_and_removed(tmp_path: Path) -> None:
    """By its id; a new one comes last, or where it says."""
    text = (
        "extends: shipped\nremove: [luton-board-office, bedford-board-office]\ncontacts:\n"
        + LEAD.replace("ID", "central-bedfordshire-board-office")
        + LEAD.replace("ID", "last")
        + placed("first", "before: " + IDS[0])
    )
    directory = load_contacts(write(tmp_path, text))
    kept = [name for name in IDS if name not in {"luton-board-office", "bedford-board-office"}]
    assert [contact.id for contact in directory.contacts] == ["first", *kept, "last"]
    (office,) = (c for c in directory.contacts if c.id == "central-bedfordshire-board-office")
    assert office.phone == "01632 960 001"
    assert directory.digest != SHIPPED.digest


def test_names_of_areas_only_grow(tmp_path: Path) -> None:
    """A name that could mean several areas never stops doing so."""
    text = """\
extends: shipped
areas:
  - {id: luton, name: Luton, spellings: [Our Luton schools]}
shared:
  - {names: [Our schools], areas: [bedford, luton]}
ignored_words: [of, please]
"""
    directory = load_contacts(write(tmp_path, text))
    assert [area.id for area in directory.areas] == [area.id for area in SHIPPED.areas]
    assert directory.places.shared[:-1] == SHIPPED.places.shared
    assert directory.places.ignored_words == (*SHIPPED.places.ignored_words, "please")
    assert find_area(directory, "our luton schools please").id == "luton"


def test_a_file_is_seen_from_the_folder_of_the_one_that_names_it(tmp_path: Path) -> None:
    """Files build on files, as far down as one likes."""
    (tmp_path / "trust").mkdir()
    write(tmp_path, "extends: shipped\nremove: [luton-board-office]\n", "below.yaml")
    middle = "extends: ../below.yaml\ncontacts:\n" + LEAD.replace("ID", "trust")
    write(tmp_path / "trust", middle, "middle.yaml")
    directory = load_contacts(write(tmp_path, "extends: trust\\middle.yaml\n"))
    assert [contact.id for contact in directory.contacts] == [*IDS[:-1], "trust"]


EXPECTED = "expected shipped, or a file seen from here, such as ../contacts.yaml."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "extends: shiped\n",
            "contacts.yaml:1:1: at extends: found 'shiped', but no file is there; "
            "expected shipped, or a file with contacts.",
        ),
        ("extends: [shipped]\n", f"contacts.yaml:1:1: at extends: found a list; {EXPECTED}"),
        ("extends: /a.yaml\n", f"contacts.yaml:1:1: at extends: found '/a.yaml'; {EXPECTED}"),
        (
            "extends: contacts.yaml\n",
            "contacts.yaml:1:1: at extends: found 'contacts.yaml', which is this file or builds "
            "on it; expected contacts that do not build on these.",
        ),
        (
            "extends: .\n",
            "contacts.yaml:1:1: at extends: found '.', which cannot be used; "
            "expected shipped, or a file with contacts.",
        ),
        (
            "extends: shipped\nremove: [luton-office]\n",
            "contacts.yaml:2:10: at remove[0]: found 'luton-office'; expected an id in the list "
            "contacts of the file that this one builds on. Did you mean luton-board-office?",
        ),
        (
            "extends: shipped\nremove:\n  contacts: [luton-board-office]\n",
            "contacts.yaml:2:1: at remove: found keys with values; expected a list of ids.",
        ),
        (
            "extends: shipped\ncontacts:\n" + placed("new", "after: nothing"),
            "contacts.yaml:4:5: at contacts[0].after: found 'nothing'; "
            "expected the id of an entry of contacts that stays, or of another new one.",
        ),
        (
            "extends: shipped\ncontacts:\n" + LEAD.replace("01632 960 001\n    s", "no\n    s"),
            "contacts.yaml:3:5: at contacts[0].id: found 'ID'; "
            "expected small letters, digits and single hyphens.",
        ),
        (
            "extends: shipped\nshared: Beds\n",
            "contacts.yaml:2:1: at shared: found 'Beds'; expected a list.",
        ),
    ],
)
def test_what_cannot_be_laid_over_is_told_where_it_stands(
    tmp_path: Path, text: str, expected: str
) -> None:
    """In the person's own file, although the directory is made of two."""
    assert told(write(tmp_path, text))[0] == expected


def test_a_fault_in_the_file_below_is_told_there(tmp_path: Path) -> None:
    """With its own line, both where it is no YAML and where an entry is wrong."""
    own = write(tmp_path, "extends: below.yaml\n")
    broken = (
        shipped_contacts()
        .read_text(encoding="utf-8")
        .replace("phone: 0300 300 8123\n", "phone: '9'\n")
    )
    write(tmp_path, broken, "below.yaml")
    line = broken[: broken.index("phone: '9'\n")].count("\n") + 1
    assert told(own)[0].startswith(f"below.yaml:{line}:5: at contacts[3].phone: found '9'")
    write(tmp_path, "contacts: [\n", "below.yaml")
    first, second = told(own)
    assert first.startswith("contacts.yaml:1:1: at extends: found 'below.yaml', which cannot")
    assert second.startswith("below.yaml:")


def test_an_emergency_number_cannot_be_lost(tmp_path: Path) -> None:
    """What the directory as a whole must have is asked of the merged one."""
    (fault,) = told(write(tmp_path, "extends: shipped\nremove: [police-999]\n"))
    assert "found no emergency number" in fault


def test_checks_of_inherited_entries_are_told_in_the_file_below(tmp_path: Path) -> None:
    """A warning leads to the line that a person can mend."""
    text = "extends: shipped\ncontacts:\n" + LEAD.replace("ID", "new")
    own = write(tmp_path, text)
    findings = check_contacts(own, date(2026, 11, 22))
    assert (findings.contacts, findings.faults) == (10, ())
    assert {each.file for each in findings.warnings} == {str(own), str(shipped_contacts())}


# Contacts that come with rules.


def test_rules_bring_their_own_contacts_or_those_of_the_rules_below(tmp_path: Path) -> None:
    """The nearest ones; none where there are none, or where the rules cannot be found."""
    base, own = write_base(tmp_path), write_overlay(tmp_path, {})
    assert contacts_of(own) is None
    write(base, "extends: shipped\n")
    assert contacts_of(own) == base / "contacts.yaml"
    assert contacts_of(write_overlay(tmp_path, {}, "lost", "../nowhere")) is None
    write(own, "extends: ../base/contacts.yaml\n")
    assert contacts_of(own) == own / "contacts.yaml"
    assert contacts_of(write_overlay(tmp_path, {}, "top", "../own")) == own / "contacts.yaml"
    assert load_contacts(own / "contacts.yaml") == SHIPPED
    assert contacts_of(tmp_path / ("x" * 5000)) is None
