"""Contacts on screen: 999 and the first to use on top, and nothing to click that is wrong."""

from io import StringIO
from pathlib import Path

import pytest

from infoshare_cli.core.areas import Area
from infoshare_cli.core.contacts import ALL_ROLES, EVERYDAY_ROLES, contacts_for
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.terminal.contact_views import (
    contact_lines,
    contacts_page,
    sources_page,
    spelled_out,
)
from infoshare_cli.terminal.page import Items, Screen, show_page

DIRECTORY = load_contacts(Path(__file__).parents[2] / "contacts.yaml")
AREAS = DIRECTORY.areas


def shown(area: Area | None, *notices: str) -> str:
    """The page of an area's contacts, offices included, in words only."""
    stream = StringIO()
    contacts = contacts_for(DIRECTORY, area.id if area else None, ALL_ROLES)
    page = (*contacts_page(contacts, area, notices), *sources_page(contacts))
    show_page(page, Screen(stream, plain=True, width=5000))
    return stream.getvalue()


@pytest.mark.parametrize("area", [*AREAS, None])
def test_the_first_line_is_999(area: Area | None) -> None:
    """Whoever asks reads the emergency number before anything else."""
    assert shown(area).splitlines()[0].endswith("ring 999.")


@pytest.mark.parametrize("area", AREAS)
def test_the_front_door_comes_next(area: Area) -> None:
    """The first contact is the one to use first."""
    page = shown(area)
    door = contacts_for(DIRECTORY, area.id, ["front-door"])[0]
    lines = page.splitlines()
    assert lines[2:4] == [f"Contacts for {area.name}", door.name]
    assert f"Telephone: {door.phone}" in lines


@pytest.mark.parametrize("area", [*AREAS, None])
def test_no_address_that_must_not_be_used_can_be_clicked(area: Area | None) -> None:
    """Retired and misprinted addresses are spelled out, also inside the printed lines."""
    page = shown(area)
    for contact in contacts_for(DIRECTORY, area.id if area else None, ALL_ROLES):
        for address in contact.provenance.not_offered:
            assert f"Do not use {spelled_out(address.text)}." in page
            if spelled_out(address.text) != address.text:
                assert address.text not in page


def test_an_address_spelled_out_is_none_any_more() -> None:
    """Neither the sign nor a dot is left for a terminal to recognise."""
    assert spelled_out("a.b@c.example") == "a(dot)b(at)c(dot)example"


@pytest.mark.parametrize("area", [*AREAS, None])
def test_each_contact_says_where_it_comes_from(area: Area | None) -> None:
    """Page, printed lines and what was found stand below, once for each contact."""
    page = shown(area)
    for contact in contacts_for(DIRECTORY, area.id if area else None, ALL_ROLES):
        assert f"- {contact.name}: Page {contact.page} of the guide prints: " in page
        assert contact.provenance.how in page
        assert all(check.says in page for check in contact.provenance.checks)
    assert "Compared on 22 November 2026." in page


def test_notices_are_shown_between_the_contacts_and_their_sources() -> None:
    """What changed since the guide was written has a place of its own."""
    page = shown(AREAS[2], "A notice.")
    assert page.index("Telephone") < page.index("- A notice.") < page.index("Where each comes from")
    assert "Changed since" not in shown(AREAS[2])


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("width", [20, 40, 76])
def test_no_number_in_the_short_form_is_broken_in_two(area: Area, width: int) -> None:
    """However narrow the screen, the number to ring stays on one line."""
    stream = StringIO()
    contacts = contacts_for(DIRECTORY, area.id, EVERYDAY_ROLES)
    show_page([Items(contact_lines(contacts))], Screen(stream, plain=True, width=width))
    for contact in contacts:
        assert f"- {contact.phone}:" in stream.getvalue()


def test_the_short_form_is_one_line_or_two() -> None:
    """Number, name and addresses in the first; a caution, if there is one, in the second."""
    hub = contacts_for(DIRECTORY, "central-bedfordshire", ["front-door"])
    line, caution = contact_lines(hub)[0].split("\n")
    assert line == (
        "0300 300 8585: Central Bedfordshire Access and Referral Hub, "
        "cs.accessandreferral@centralbedfordshire.gov.uk"
    )
    assert caution.startswith("Take care: Two public pages of 2024 give another e-mail")
    assert contact_lines(hub[1:]) == ("999: Police, in an emergency",)


def test_every_number_and_address_of_an_office_is_in_the_short_form() -> None:
    """Further numbers are not lost."""
    (line,) = contact_lines(
        [each for each in DIRECTORY.contacts if each.id == "luton-board-office"]
    )
    assert line.startswith("01582 547 624: ")
    assert "01582 547 590" in line
    assert "Safeguarding@Luton.gov.uk" in line
