"""The shipped contacts are the guide's, each as far as it was checked; a wrong file says so."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from infoshare_cli.core.contacts import ALL_ROLES, Contact, Directory
from infoshare_cli.errors import FileError
from infoshare_cli.files.check_contacts import Findings, check_contacts
from infoshare_cli.files.load_contacts import build_directory, load_contacts
from infoshare_cli.files.strict_yaml import Document, parse_yaml

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "contacts.yaml"
BROKEN = ROOT / "tests" / "broken" / "contacts"
CHECKED = date(2026, 11, 22)

FAULTS = (
    ("area-without-front-door", "areas[1]", "no front door for luton", None),
    ("check-of-nothing", "contacts[1].provenance.checks[1].of", "address", None),
    ("check-twice", "contacts[1].provenance.checks[1].of", "phone again", None),
    ("check-without-day", "contacts[1].provenance.checks[0]", "no day", None),
    ("citation-without-statement", "contacts[2].source[0]", "'p2'", None),
    ("claims-to-be-verified", "contacts[1].provenance.checks[0].result", "'verified'", None),
    ("day-without-check", "contacts[1].provenance.checks[1].on", "a day", None),
    ("email-with-space", "contacts[1].email", "'desk @luton.example.uk'", None),
    ("email-without-dot", "contacts[1].email", "'desk@lutongovuk'", None),
    ("emergency-number-for-one-area", "contacts", "no emergency number", None),
    ("front-door-without-area", "contacts[2].areas", "nothing", None),
    ("id-with-capitals", "contacts[2].id", "'Police-999'", None),
    ("impossible-day", "contacts[1].provenance.checks[0].on", "2026-01-32", None),
    ("name-of-two-areas", "areas[1]", "'Bedford Council', also a name of bedford", None),
    ("no-citation", "contacts[2].source", "an empty list", None),
    ("no-emergency-number", "contacts", "no emergency number", None),
    ("no-phone", "contacts[0].phone", "nothing", None),
    ("no-provenance", "contacts[2].provenance", "nothing", None),
    ("no-word-on-checking", "contacts[1].provenance.checks", "nothing on the email", None),
    ("phone-too-short", "contacts[1].phone", "'01582 4960'", None),
    ("phone-with-letter", "contacts[1].phone", "'O1582 496 002'", None),
    ("repeated-area-id", "areas[2].id", "luton again", None),
    ("repeated-contact-id", "contacts[1].id", "bedford-desk again", None),
    ("shared-name-claimed", "areas[0]", "'Beds Council', also a name of several areas", None),
    ("shared-name-of-one-area", "shared[0].areas", "fewer than two areas", None),
    ("unknown-area", "contacts[1].areas[1]", "'bedfrod'", "bedford"),
    ("unknown-area-of-shared-name", "shared[0].areas[2]", "'lutton'", "luton"),
    ("unknown-key", "contacts[1].emial", "emial", "email"),
    ("unknown-role", "contacts[2].role", "'police-emergancy'", "police-emergency"),
    ("unreadable-yaml", "", "does not fit in", None),
    ("website-with-quotation-mark", "contacts[1].website", "desk\u201d", None),
    ("withdrawn-address-offered", "contacts[1].website", "'https://old.example.uk'", None),
)
"""A broken file, and the path, find and suggestion of its one fault."""

DIRECTORY: Directory = load_contacts(SHIPPED)
BY_ID = {contact.id: contact for contact in DIRECTORY.contacts}


def offered_by(contact: Contact) -> set[str]:
    """Every number and address that an entry offers."""
    return {value for _, value in contact.offered()}


@pytest.mark.parametrize(
    ("contact", "role", "areas", "offered"),
    [
        (
            "bedford-integrated-front-door",
            "front-door",
            ("bedford",),
            {
                "01234 718 700",
                "https://llchildandfamilies.bedford.gov.uk/web/portal/pages/home",
            },
        ),
        (
            "central-bedfordshire-access-referral-hub",
            "front-door",
            ("central-bedfordshire",),
            {"0300 300 8585", "cs.accessandreferral@centralbedfordshire.gov.uk"},
        ),
        ("luton-mash", "front-door", ("luton",), {"01582 547 653", "mash@luton.gov.uk"}),
        ("emergency-duty-team", "emergency-duty-team", (), {"0300 300 8123"}),
        ("police-999", "police-emergency", (), {"999"}),
        ("police-101", "police-non-emergency", (), {"101"}),
        (
            "bedford-board-office",
            "partnership-offices",
            ("bedford",),
            {
                "01234 276 512",
                "LSCB@bedford.gov.uk",
                "safeguardingbedfordshire.org.uk",
                "Room 509, Borough Hall, Cauldwell Street, Bedford MK42 9AP",
            },
        ),
        (
            "central-bedfordshire-board-office",
            "partnership-offices",
            ("central-bedfordshire",),
            {
                "0300 300 6455",
                "LSCB@centralbedfordshire.gov.uk",
                "safeguardingbedfordshire.org.uk",
                "Watling House, High Street North, Dunstable, Bedfordshire LU6 1LF",
            },
        ),
        (
            "luton-board-office",
            "partnership-offices",
            ("luton",),
            {
                "01582 547 624",
                "01582 547 590",
                "Safeguarding@Luton.gov.uk",
                "safeguardingbedfordshire.org.uk",
                "Town Hall Extension, Gordon Street Entrance, Gordon Street, Luton LU1 2BQ",
            },
        ),
    ],
)
def test_each_entry_of_the_guide_offers_what_the_guide_prints(
    contact: str, role: str, areas: tuple[str, ...], offered: set[str]
) -> None:
    """Role, areas, numbers and addresses are those of pages 2 and 15, and nothing besides."""
    entry = BY_ID[contact]
    assert (entry.role, entry.areas, offered_by(entry)) == (role, areas, offered)


def test_there_are_no_other_entries_and_no_role_is_empty() -> None:
    """The directory holds the nine contacts of the guide."""
    assert len(BY_ID) == 9
    assert {contact.role for contact in DIRECTORY.contacts} == set(ALL_ROLES)


def test_every_contact_statement_of_the_guide_is_cited() -> None:
    """No statement of the guide on whom to contact is left out."""
    cited = {citation for contact in DIRECTORY.contacts for citation in contact.source}
    assert cited == {
        "p2.worried-contact",
        "p2.contact-bedford",
        "p2.contact-central",
        "p2.contact-luton",
        "p2.contact-edt",
        "p2.contact-police",
        "p15.board-bedford",
        "p15.board-central",
        "p15.board-luton",
    }


@pytest.mark.parametrize("contact", BY_ID.values(), ids=BY_ID)
def test_every_number_offered_stands_in_the_printed_lines(contact: Contact) -> None:
    """No digit was added, lost or changed between the guide's lines and what is offered."""
    printed = re.sub(r"\s", "", contact.provenance.as_printed)
    for means, value in contact.offered():
        if means in {"phone", "email"}:
            assert value.replace(" ", "") in printed


@pytest.mark.parametrize(
    "address",
    [
        "lutongcsx",
        "gcsx",
        "beford",
        "design@bedford.gov.uk",
        "CS051_17",
        "bedfordshirelscb.org.uk",
        "lutonlscb.org.uk",
    ],
)
def test_retired_and_misprinted_addresses_stand_in_provenance_only(address: str) -> None:
    """What must not be used is told as such, and offered nowhere."""
    told = [
        each.text
        for contact in DIRECTORY.contacts
        for each in contact.provenance.not_offered
        if address in each.text
    ]
    assert len(told) == 1
    for contact in DIRECTORY.contacts:
        words = (contact.name, contact.use, contact.caution or "", *contact.notes)
        assert all(address not in text for text in (*offered_by(contact), *words))


@pytest.mark.parametrize(
    ("contact", "state"),
    [
        ("bedford-integrated-front-door", "not-checked"),
        ("central-bedfordshire-access-referral-hub", "differs"),
        ("luton-mash", "partly"),
        ("emergency-duty-team", "agrees"),
        ("police-999", "not-checked"),
        ("police-101", "not-checked"),
        ("bedford-board-office", "differs"),
        ("central-bedfordshire-board-office", "differs"),
        ("luton-board-office", "differs"),
    ],
)
def test_each_entry_says_how_far_it_was_checked(contact: str, state: str) -> None:
    """An entry claims what was found in public copies, and no more."""
    assert BY_ID[contact].provenance.state == state


def test_nothing_is_called_verified_or_tried() -> None:
    """Nobody rang, wrote or visited: no text may say otherwise."""
    text = SHIPPED.read_text(encoding="utf-8").casefold()
    assert "verified" not in text
    for contact in DIRECTORY.contacts:
        untried = "nobody has r" in contact.provenance.how.casefold()
        assert untried or contact.provenance.state == "not-checked"


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        ("central-bedfordshire-access-referral-hub", "accessreferral@centralbedfordshire.gov.uk"),
        ("central-bedfordshire-board-office", "cbscb@centralbedfordshire.gov.uk"),
        ("luton-board-office", "lutonlscb@luton.gov.uk"),
        ("emergency-duty-team", "no hours and no areas"),
        ("bedford-integrated-front-door", "could be checked"),
        ("luton-mash", "e-mail could not be checked"),
    ],
)
def test_what_must_be_known_first_is_a_caution(contact: str, words: str) -> None:
    """Where public copies give another e-mail, or the guide says too little, the entry says so."""
    assert words in (BY_ID[contact].caution or "")


def test_no_hours_are_invented() -> None:
    """The guide gives no hours, so no entry has any."""
    assert {contact.hours for contact in DIRECTORY.contacts} == {None}


def test_boards_are_called_partnerships_and_the_printed_name_is_kept() -> None:
    """The offices go by today's name; what the guide prints stands beside it."""
    offices = [each for each in DIRECTORY.contacts if each.role == "partnership-offices"]
    for office in offices:
        assert "Partnership" in office.name
        assert "Board" not in office.name
        assert "Business Unit Office" in office.provenance.as_printed
        assert any("became partnerships" in note for note in office.notes)


def test_comments_and_line_ends_do_not_change_the_digest_and_every_word_does() -> None:
    """The digest is of what the file says."""
    content = SHIPPED.read_bytes()
    digest = DIRECTORY.digest
    assert re.fullmatch("sha256:[0-9a-f]{64}", digest)
    windows = b"# another comment\r\n" + content.replace(b"\n", b"\r\n")
    assert build_directory(parse_yaml(windows, "x")).digest == digest
    changed = content.replace(b"01582 547 653\n    email", b"01582 547 654\n    email")
    assert build_directory(parse_yaml(changed, "x")).digest != digest


@pytest.mark.parametrize(("name", "path", "found", "suggestion"), FAULTS)
def test_a_broken_file_says_what_is_wrong_and_where(
    name: str, path: str, found: str, suggestion: str | None
) -> None:
    """One fault in a file is one fault told, with its line; the check finds the same."""
    file = BROKEN / f"{name}.yaml"
    with pytest.raises(FileError) as caught:
        load_contacts(file)
    (fault,) = caught.value.faults
    assert (fault.path, fault.suggestion) == (path, suggestion)
    assert found in fault.found
    assert fault.file == str(file)
    assert fault.line is not None
    assert check_contacts(file, CHECKED).faults == (fault,)


def test_every_broken_file_is_tried() -> None:
    """No fixture lies about unused."""
    assert {file.stem for file in BROKEN.iterdir()} == {row[0] for row in FAULTS}


def test_faults_of_several_kinds_are_told_at_once(tmp_path: Path) -> None:
    """A missing key in one entry does not hide a misprint in another."""
    text = (BROKEN / "no-phone.yaml").read_text(encoding="utf-8")
    file = tmp_path / "contacts.yaml"
    file.write_text(text.replace("desk@luton", "desk@@luton", 1), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        load_contacts(file)
    assert {fault.path for fault in caught.value.faults} == {
        "contacts[0].phone",
        "contacts[1].email",
    }


def with_duty_number(number: str) -> Document:
    """The shipped file with another number for the Emergency Duty Team."""
    content = SHIPPED.read_text(encoding="utf-8")
    assert content.count("phone: 0300 300 8123\n") == 1
    edited = content.replace("phone: 0300 300 8123\n", f'phone: "{number}"\n')
    return parse_yaml(edited.encode(), "contacts.yaml")


@pytest.mark.parametrize("number", ["999", "101", "01582 547653", "0300 300 8585", "01234567890"])
def test_numbers_may_be_grouped_as_people_read_them(number: str) -> None:
    """Spaces are the writer's choice."""
    assert number in [each.phone for each in build_directory(with_duty_number(number)).contacts]


@pytest.mark.parametrize(
    "number",
    ["0", "99", "9999", "01582  547653", "+44 1582 547653", "01582-547653", "\u0660300 300 8585"],
)
def test_what_cannot_be_dialled_as_it_stands_is_no_number(number: str) -> None:
    """Too few digits, double spaces, signs and other alphabets' digits are faults."""
    with pytest.raises(FileError) as caught:
        build_directory(with_duty_number(number))
    assert [fault.path for fault in caught.value.faults] == ["contacts[3].phone"]


def test_what_was_never_checked_is_a_warning_and_no_fault() -> None:
    """The shipped file is sound on the day of its checks, and says what is open."""
    findings = check_contacts(SHIPPED, CHECKED)
    assert (findings.contacts, findings.faults) == (9, ())
    found = "\n".join(fault.found for fault in findings.warnings)
    assert "the phone of bedford-integrated-front-door, which was never checked" in found
    assert "the email of central-bedfordshire-access-referral-hub, on which" in found
    assert "the phone of luton-mash" not in found


def test_a_check_older_than_a_year_is_a_fault() -> None:
    """A year after the checks each of them has to be made again, and nothing else."""
    year_later = CHECKED.replace(year=CHECKED.year + 1)
    assert check_contacts(SHIPPED, year_later - timedelta(days=1)).faults == ()
    faults = check_contacts(SHIPPED, year_later).faults
    made = [
        f"the {check.of} of {contact.id}, last checked on 2026-11-22"
        for contact in DIRECTORY.contacts
        for check in contact.provenance.checks
        if check.on
    ]
    assert [fault.found for fault in faults] == made
    assert all(fault.line for fault in faults)


def test_a_check_on_a_day_to_come_is_a_fault() -> None:
    """Nobody can have checked tomorrow."""
    faults = check_contacts(SHIPPED, CHECKED - timedelta(days=1)).faults
    assert faults
    assert all("a day to come" in fault.found for fault in faults)


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[", b"a: 1\na: 2\n", b"- x\n", b"x" * 1_100_000, b"contacts: x\n"]
)
def test_whatever_stands_in_the_file_is_a_finding(tmp_path: Path, content: bytes) -> None:
    """A file that is no directory at all is judged, and found wanting, without an error."""
    file = tmp_path / "contacts.yaml"
    file.write_bytes(content)
    findings = check_contacts(file, CHECKED)
    assert findings == Findings(0, findings.faults)
    assert findings.faults


def test_a_file_that_is_not_there_cannot_be_judged(tmp_path: Path) -> None:
    """A wrong name, or a folder, is a wrong call and no finding."""
    for path in (tmp_path, tmp_path / "none.yaml"):
        with pytest.raises(FileError):
            check_contacts(path, CHECKED)
