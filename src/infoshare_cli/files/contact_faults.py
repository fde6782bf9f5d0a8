"""What can be wrong with contacts although each entry has the right shape."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from infoshare_cli.core.contacts import EMERGENCY_ROLE, Check, Contact, Directory, Means
from infoshare_cli.errors import Fault
from infoshare_cli.files.strict_yaml import Document, Route, nearest

EMERGENCY_NUMBER = "999"

CONTACT_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
STATEMENT = re.compile(r"p[1-9][0-9]?\.[a-z0-9]+(-[a-z0-9]+)*")
_HOST = r"[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*\.[a-z]{2,}"
_NATIONAL_NUMBER = re.compile(r"(?=(?:[0-9] ?){10,11}\Z)0[0-9]+( [0-9]+)*")
_SHORT_NUMBER = re.compile(r"[1-9][0-9]{2}")
_EMAIL = re.compile(r"[a-z0-9_%+-]+(\.[a-z0-9_%+-]+)*@" + _HOST, re.IGNORECASE)
_WEBSITE = re.compile(rf"(https://)?{_HOST}(/[a-z0-9._~%?=&#-]*)*", re.IGNORECASE)


@dataclass(frozen=True)
class _Form:
    """What a number or an address looks like."""

    patterns: tuple[re.Pattern[str], ...]
    expected: str


_FORMS: dict[Means, _Form] = {
    "phone": _Form(
        (_NATIONAL_NUMBER, _SHORT_NUMBER),
        "a telephone number of 10 or 11 digits that begins with 0, or of 3 digits",
    ),
    "email": _Form((_EMAIL,), "an e-mail address, such as name@example.gov.uk"),
    "website": _Form((_WEBSITE,), "a web address, such as https://www.example.gov.uk/page"),
}


def contact_faults(document: Document, index: int, contact: Contact) -> Iterator[Fault]:
    """What is wrong with one entry by itself."""
    at: Route = ("contacts", index)
    yield from _id_faults(document, (*at, "id"), contact.id)
    yield from _citation_faults(document, (*at, "source"), contact.source)
    yield from _form_faults(document, at, contact)
    yield from _check_faults(document, (*at, "provenance", "checks"), contact)
    if contact.role == "front-door" and not contact.areas:
        yield document.fault((*at, "areas"), "nothing", "the areas that this front door serves")


def directory_faults(document: Document, directory: Directory) -> Iterator[Fault]:
    """What is wrong with the entries taken together."""
    areas = [area.id for area in directory.areas]
    yield from _repeated_ids(document, "areas", areas)
    yield from _repeated_ids(document, "contacts", [each.id for each in directory.contacts])
    yield from _unknown_areas(document, directory, areas)
    yield from _doubtful_names(document, directory)
    yield from _lonely_shared_names(document, directory)
    yield from _withdrawn_addresses(document, directory)
    yield from _missing_contacts(document, directory)


def _id_faults(document: Document, at: Route, text: str) -> Iterator[Fault]:
    if not CONTACT_ID.fullmatch(text):
        yield document.fault(at, f"'{text}'", "small letters, digits and single hyphens")


def _citation_faults(document: Document, at: Route, source: Sequence[str]) -> Iterator[Fault]:
    expected = "a statement of the guide, such as p2.contact-luton"
    if not source:
        yield document.fault(at, "an empty list", expected)
    for index, citation in enumerate(source):
        if not STATEMENT.fullmatch(citation):
            yield document.fault((*at, index), f"'{citation}'", expected)


def _form_faults(document: Document, at: Route, contact: Contact) -> Iterator[Fault]:
    for key, means, value in _written(contact):
        form = _FORMS[means]
        if not any(pattern.fullmatch(value) for pattern in form.patterns):
            yield document.fault((*at, *key), f"'{value}'", form.expected)


def _written(contact: Contact) -> Iterator[tuple[Route, Means, str]]:
    """Every number and address that has a form, with where it stands in the entry."""
    yield ("phone",), "phone", contact.phone
    for index, number in enumerate(contact.phones):
        yield ("phones", index), "phone", number
    if contact.email is not None:
        yield ("email",), "email", contact.email
    for index, address in enumerate(contact.emails):
        yield ("emails", index), "email", address
    if contact.website is not None:
        yield ("website",), "website", contact.website


def _check_faults(document: Document, at: Route, contact: Contact) -> Iterator[Fault]:
    offered = {means for means, _ in contact.offered()}
    checks = contact.provenance.checks
    for means in sorted(offered - {check.of for check in checks}):
        yield document.fault(at, f"nothing on the {means}", "what became of checking it")
    for index, check in enumerate(checks):
        here: Route = (*at, index)
        if check.of not in offered:
            expected = "only what the entry offers: " + ", ".join(sorted(offered))
            yield document.fault((*here, "of"), check.of, expected)
        if check.of in {earlier.of for earlier in checks[:index]}:
            yield document.fault((*here, "of"), f"{check.of} again", "one check of each")
        yield from _day_faults(document, here, check)


def _day_faults(document: Document, at: Route, check: Check) -> Iterator[Fault]:
    if check.result == "not-checked" and check.on is not None:
        yield document.fault((*at, "on"), "a day", "none where nothing was checked")
    if check.result != "not-checked" and check.on is None:
        yield document.fault(at, "no day", "the day of the check, as 'on'")


def _repeated_ids(document: Document, key: str, ids: Sequence[str]) -> Iterator[Fault]:
    for index, each in enumerate(ids):
        if each in ids[:index]:
            yield document.fault((key, index, "id"), f"{each} again", "each id once")


def _unknown_areas(
    document: Document, directory: Directory, known: Sequence[str]
) -> Iterator[Fault]:
    lists: list[tuple[Route, tuple[str, ...]]] = [
        *((("contacts", i, "areas"), each.areas) for i, each in enumerate(directory.contacts)),
        *((("shared", i, "areas"), each.areas) for i, each in enumerate(directory.places.shared)),
    ]
    for at, areas in lists:
        for index, area in enumerate(areas):
            if area not in known:
                expected = "one of " + ", ".join(known)
                yield document.fault((*at, index), f"'{area}'", expected, nearest(area, known))


def _doubtful_names(document: Document, directory: Directory) -> Iterator[Fault]:
    """Names that an area claims for its own although they are shared, or an earlier area's."""
    places = directory.places
    owners = {key: "several areas" for key, ids in places.meanings if len(ids) > 1}
    for index, area in enumerate(places.areas):
        for name in area.names:
            others = {owners.setdefault(key, area.id) for key in places.keys_of(name)} - {area.id}
            if others:
                found = f"'{name}', also a name of {', '.join(sorted(others))}"
                yield document.fault(("areas", index), found, "names that mean this area alone")


def _lonely_shared_names(document: Document, directory: Directory) -> Iterator[Fault]:
    for index, shared in enumerate(directory.places.shared):
        if len(set(shared.areas)) < 2:
            at: Route = ("shared", index, "areas")
            yield document.fault(at, "fewer than two areas", "each area that could be meant")


def _withdrawn_addresses(document: Document, directory: Directory) -> Iterator[Fault]:
    withdrawn = {
        _bare(address.text)
        for contact in directory.contacts
        for address in contact.provenance.not_offered
    }
    for index, contact in enumerate(directory.contacts):
        for key, _, value in _written(contact):
            if _bare(value) in withdrawn:
                expected = "an address that is not among those under not_offered"
                yield document.fault(("contacts", index, *key), f"'{value}'", expected)


def _bare(address: str) -> str:
    return address.casefold().removeprefix("https://").removeprefix("www.").rstrip("/")


def _missing_contacts(document: Document, directory: Directory) -> Iterator[Fault]:
    if not any(_is_emergency_number(contact) for contact in directory.contacts):
        expected = f"an entry for every area with role {EMERGENCY_ROLE} and phone 999"
        yield document.fault(("contacts",), "no emergency number", expected)
    served = {
        area for each in directory.contacts if each.role == "front-door" for area in each.areas
    }
    for index, area in enumerate(directory.areas):
        if area.id not in served:
            found = f"no front door for {area.id}"
            yield document.fault(("areas", index), found, "an entry with role front-door for it")


def _is_emergency_number(contact: Contact) -> bool:
    emergency = contact.role == EMERGENCY_ROLE and not contact.areas
    return emergency and contact.phone == EMERGENCY_NUMBER
