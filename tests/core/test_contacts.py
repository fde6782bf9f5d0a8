"""Whoever asks gets the right area's contacts, or is asked which area; never a guess."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.areas import Area, is_own_name, keyboard_slips
from infoshare_cli.core.contacts import (
    ALL_ROLES,
    EMERGENCY_ROLE,
    EVERYDAY_ROLES,
    Check,
    Contact,
    Directory,
    Provenance,
    Result,
    State,
    contacts_for,
    find_area,
    is_overdue,
    serves,
)
from infoshare_cli.errors import CallError
from infoshare_cli.files.load_contacts import load_contacts

DIRECTORY = load_contacts(Path(__file__).parents[2] / "contacts.yaml")
AREA_IDS = tuple(area.id for area in DIRECTORY.areas)
LETTERS = "abdelnrsu "


def area_of(text: str) -> str | None:
    """The id of the area that a text is taken for; None where it is refused."""
    try:
        return find_area(DIRECTORY, text).id
    except CallError:
        return None


def slips(word: str) -> set[str]:
    """Every text that is one slip of the keyboard away from a word."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return {
        *(left + right[1:] for left, right in cuts if right),
        *(left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1),
        *(left + letter + right[1:] for left, right in cuts if right for letter in LETTERS),
        *(left + letter + right for left, right in cuts for letter in LETTERS),
    }


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("bedford", "bedford"),
        ("Bedford Borough", "bedford"),
        ("BEDFORD BOROUGH COUNCIL", "bedford"),
        ("the Borough of Bedford", "bedford"),
        ("bedfordborough", "bedford"),
        ("Bedford  Borugh", "bedford"),
        ("Bedfrod", "bedford"),
        ("beford", "bedford"),
        ("central-bedfordshire", "central-bedfordshire"),
        ("central_bedfordshire", "central-bedfordshire"),
        ("Central Bedfordshire Council", "central-bedfordshire"),
        ("central beds", "central-bedfordshire"),
        ("Central Beds.", "central-bedfordshire"),
        ("centralbeds", "central-bedfordshire"),
        ("central", "central-bedfordshire"),
        ("cental bedfordshre", "central-bedfordshire"),
        ("Luton", "luton"),
        ("luton council", "luton"),
        ("luton concil", "luton"),
        ("Luton Borough Council", "luton"),
        ("Lutton", "luton"),
        ("luten", "luton"),
        ("  \uff2cuton \n", "luton"),
    ],
)
def test_other_spellings_and_near_misses_are_understood(text: str, area: str) -> None:
    """A name, its usual forms and a slip of the keyboard lead to the area that was meant."""
    assert area_of(text) == area


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("beds", AREA_IDS),
        ("Beds Council", AREA_IDS),
        ("beds borough", AREA_IDS),
        ("Bedfordshire", AREA_IDS),
        ("bedfordhsire", AREA_IDS),
        ("Bedford shire", AREA_IDS),
        ("bedfordshire county council", AREA_IDS),
        ("pan-bedfordshire", AREA_IDS),
        ("south beds", AREA_IDS),
        ("central bedford", ("bedford", "central-bedfordshire")),
        ("bedford central", ("bedford", "central-bedfordshire")),
        ("centralbedfords", ("bedford", "central-bedfordshire")),
        ("bedfords", ("bedford", "central-bedfordshire")),
        ("borough", ("bedford", "luton")),
    ],
)
def test_an_ambiguous_name_is_refused_with_the_areas_meant(
    text: str, areas: tuple[str, ...]
) -> None:
    """What could mean two areas lists them and is never taken for one; 999 is still told."""
    with pytest.raises(CallError, match="999") as caught:
        find_area(DIRECTORY, text)
    (fault,) = caught.value.faults
    named = tuple(
        area.id for area in DIRECTORY.areas if f"{area.id} ({area.name})" in fault.expected
    )
    assert named == areas
    assert "more than one area" in fault.found


@pytest.mark.parametrize(
    "text",
    [
        "milton keynes",
        "Milton",
        "Bradford",
        "Bideford",
        "Sutton",
        "Hutton",
        "Bolton",
        "London",
        "Luton Hoo",
        "central luton",
        "not luton",
        "Hertfordshire",
        "Buckinghamshire",
        "Leeds",
        "LU1 2BQ",
        "council",
        "check luton",
        "lut",
        "bed",
        "x",
        "",
        " \t",
        "...",
        "\u041b\u0443\u0442\u043e\u043d",
        "luton" * 10_000,
    ],
)
def test_a_place_elsewhere_is_unknown_and_never_the_nearest_area(text: str) -> None:
    """A name of no area is refused, and all areas are listed."""
    with pytest.raises(CallError) as caught:
        find_area(DIRECTORY, text)
    (fault,) = caught.value.faults
    assert all(area in fault.expected for area in AREA_IDS)


def test_no_area_is_suggested_for_an_unknown_place() -> None:
    """A wrong suggestion would lead to a wrong front door; all three areas are named instead."""
    with pytest.raises(CallError) as caught:
        find_area(DIRECTORY, "Hertfordshire")
    [fault] = caught.value.faults
    assert fault.suggestion is None
    assert all(area.id in fault.expected for area in DIRECTORY.areas)


@pytest.mark.thorough
@pytest.mark.parametrize("area", DIRECTORY.areas, ids=AREA_IDS)
def test_one_slip_in_a_name_never_leads_to_another_area(area: Area) -> None:
    """A single slip in a name of an area gives that area or a question."""
    assert {area_of(name) for name in area.names} == {area.id}
    for name in {name for name in area.names if len(name.split()) < 3}:
        for text in slips(name.casefold()):
            assert area_of(text) in {area.id, None}


@pytest.mark.thorough
def test_no_shared_name_is_taken_for_an_area_whatever_stands_around_it() -> None:
    """Names that areas share stay a question in any case and with any word that tells nothing."""
    for shared in DIRECTORY.places.shared:
        for name in shared.names:
            for word in ("", *DIRECTORY.places.ignored_words):
                assert area_of(f"{word} {name.upper()}") is None
                assert area_of(f"{name.title()} {word}") is None


@given(st.text(max_size=30))
def test_any_text_is_an_area_or_a_refusal(text: str) -> None:
    """No text is too odd: it gives an area, or one fault that says which there are."""
    try:
        outcome: Area | int = find_area(DIRECTORY, text)
    except CallError as error:
        outcome = len(error.faults)
    assert outcome in (*DIRECTORY.areas, 1)


def test_a_near_miss_is_known_to_be_one() -> None:
    """A caller can tell 'Lutton', which is near to Luton, from a name of Luton."""
    luton = find_area(DIRECTORY, "luton")
    assert is_own_name(DIRECTORY.places, luton, "LUTON Council")
    assert not is_own_name(DIRECTORY.places, luton, "Lutton")
    assert not is_own_name(DIRECTORY.places, luton, "bedford")


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_counted_alike_both_ways(one: str, other: str) -> None:
    """The distance is symmetric, nought only for the same text, and at most the longer one."""
    distance = keyboard_slips(one, other)
    assert distance == keyboard_slips(other, one)
    assert (distance == 0) == (one == other)
    assert distance <= max(len(one), len(other))


@given(st.sampled_from((None, *AREA_IDS)), st.lists(st.sampled_from(ALL_ROLES)))
def test_contacts_come_by_role_then_as_in_the_file_and_always_with_999(
    area: str | None, roles: list[str]
) -> None:
    """The first role's contacts stand on top, each contact once, and 999 is never missing."""
    chosen = contacts_for(DIRECTORY, area, roles)
    wanted = list(dict.fromkeys((*roles, EMERGENCY_ROLE)))
    places = [(wanted.index(each.role), DIRECTORY.contacts.index(each)) for each in chosen]
    assert places == sorted(set(places))
    assert "999" in {contact.phone for contact in chosen}
    assert all(serves(contact, area) for contact in chosen)


@pytest.mark.parametrize(
    ("area", "first"),
    [
        ("bedford", "bedford-integrated-front-door"),
        ("central-bedfordshire", "central-bedfordshire-access-referral-hub"),
        ("luton", "luton-mash"),
    ],
)
def test_an_area_gets_its_own_front_door_first_and_no_other(area: str, first: str) -> None:
    """Front door, Emergency Duty Team, police; nothing of another area."""
    chosen = contacts_for(DIRECTORY, area, EVERYDAY_ROLES)
    ids = [contact.id for contact in chosen]
    assert ids == [first, "emergency-duty-team", "police-999", "police-101"]


def test_without_an_area_every_entry_of_the_roles_is_given() -> None:
    """Nobody is left out where the area is not known."""
    assert set(contacts_for(DIRECTORY, None, ALL_ROLES)) == set(DIRECTORY.contacts)


@pytest.mark.parametrize(
    ("day", "today", "overdue"),
    [
        (date(2026, 11, 22), date(2026, 11, 22), False),
        (date(2026, 11, 22), date(2027, 11, 21), False),
        (date(2026, 11, 22), date(2027, 11, 22), True),
        (date(2026, 12, 1), date(2027, 11, 30), False),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2026, 11, 22), date(2026, 1, 1), False),
        (None, date(2040, 1, 1), False),
    ],
)
def test_a_check_is_good_for_twelve_months(day: date | None, today: date, *, overdue: bool) -> None:
    """A check is overdue on its first anniversary; what was never checked is not overdue."""
    assert is_overdue(Check("phone", "agrees", "Same.", day), today) is overdue


@pytest.mark.parametrize(
    ("results", "state"),
    [
        (("agrees",), "agrees"),
        (("not-checked",), "not-checked"),
        (("agrees", "not-checked"), "partly"),
        (("agrees", "differs"), "differs"),
        (("not-checked", "differs"), "differs"),
    ],
)
def test_an_entry_claims_no_more_than_its_checks(results: tuple[Result, ...], state: State) -> None:
    """An entry agrees only if all of it agrees, and differs as soon as one thing does."""
    named = {check.result: check for check in CHECKS}
    provenance = Provenance("Desk", "By eye.", tuple(named[result] for result in results))
    assert provenance.state == state


def test_an_entry_is_as_old_as_its_oldest_check() -> None:
    """Half an entry checked lately does not make the other half young."""
    assert Provenance("Desk", "By eye.", CHECKS).checked_on == date(2026, 1, 1)
    assert Provenance("Desk", "By eye.", CHECKS[2:]).checked_on is None


CHECKS = (
    Check("phone", "agrees", "Same.", date(2026, 1, 2)),
    Check("email", "differs", "Another.", date(2026, 1, 1)),
    Check("website", "not-checked", "Not seen."),
)


def test_everything_a_reader_may_use_is_offered() -> None:
    """All numbers and addresses of an entry are offered, and nothing from its provenance."""
    desk = Contact(
        id="desk",
        role="front-door",
        name="Desk",
        use="Worries.",
        phone="01582 496 001",
        phones=("01582 496 002",),
        email="a@example.uk",
        emails=("b@example.uk",),
        website="example.uk",
        address="1 High Street",
        source=("p15.board-luton",),
        provenance=Provenance("Desk c@example.uk", "By eye.", CHECKS),
    )
    assert list(desk.offered()) == [
        ("phone", "01582 496 001"),
        ("phone", "01582 496 002"),
        ("email", "a@example.uk"),
        ("email", "b@example.uk"),
        ("website", "example.uk"),
        ("address", "1 High Street"),
    ]
    assert desk.page == 15


def test_a_directory_knows_its_areas_in_order() -> None:
    """Areas come in the order of the file, which is the guide's."""
    directory: Directory = DIRECTORY
    assert [area.name for area in directory.areas] == [
        "Bedford Borough",
        "Central Bedfordshire",
        "Luton",
    ]
