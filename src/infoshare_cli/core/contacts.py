"""The contact directory as frozen values: whom to ring or write to, and how far that was checked.

`files.load_contacts` builds these from contacts.yaml and refuses a file with any fault.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from infoshare_cli.core.areas import Area, Places, areas_meant
from infoshare_cli.core.guidance import NOTHING_ELSE, Citation, page_of
from infoshare_cli.errors import CallError, Fault

CHECKED_FOR = 12
"""Months that a check of an entry is good for."""

Role = Literal[
    "front-door",
    "emergency-duty-team",
    "police-emergency",
    "police-non-emergency",
    "partnership-offices",
]
EMERGENCY_ROLE: Role = "police-emergency"
EVERYDAY_ROLES: tuple[Role, ...] = (
    "front-door",
    "emergency-duty-team",
    "police-emergency",
    "police-non-emergency",
)
"""Whom to contact about a worry, the first one on top."""
ALL_ROLES: tuple[Role, ...] = (*EVERYDAY_ROLES, "partnership-offices")

Means = Literal["phone", "email", "website", "address"]
Result = Literal["agrees", "differs", "not-checked"]
State = Literal["agrees", "differs", "partly", "not-checked"]


@dataclass(frozen=True)
class Check:
    """What came of comparing one thing that the guide prints with public copies."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    of: Means
    result: Result
    says: str
    """What the copies say, in a sentence; or that there was nothing to compare with."""
    on: date | None = None
    """The day of the comparison; None only where there was none."""


@dataclass(frozen=True)
class NotOffered:
    """An address in the guide that must not be used: shown as text, never as an address."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    text: str
    why: str


@dataclass(frozen=True)
class Provenance:
    """Where an entry comes from, and how far it was checked."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    as_printed: str
    """The guide's own lines, names and spelling included."""
    how: str
    """How the checks were made, and what was not done."""
    checks: tuple[Check, ...]
    remarks: tuple[str, ...] = ()
    """What is odd about the printed lines."""
    not_offered: tuple[NotOffered, ...] = ()

    @property
    def state(self) -> State:
        """What the checks come to; 'differs' as soon as one does."""
        results = {check.result for check in self.checks}
        if "differs" in results:
            return "differs"
        if len(results) > 1:
            return "partly"
        return "agrees" if "agrees" in results else "not-checked"

    @property
    def checked_on(self) -> date | None:
        """The day of the oldest check; None where nothing was checked."""
        return min((check.on for check in self.checks if check.on), default=None)


@dataclass(frozen=True)
class Contact:
    """A person or office to ring or write to."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    role: Role
    name: str
    use: str
    """When to use it, in a sentence."""
    phone: str
    """As people read it out: '01582 547 653'."""
    source: tuple[Citation, ...]
    provenance: Provenance
    areas: tuple[str, ...] = ()
    """Ids of the areas; empty where the guide names none, and then shown for every area."""
    phones: tuple[str, ...] = ()
    """Further numbers."""
    email: str | None = None
    emails: tuple[str, ...] = ()
    """Further addresses."""
    website: str | None = None
    address: str | None = None
    """The office, on one line."""
    hours: str | None = None
    """None where the guide gives none; never invented."""
    caution: str | None = None
    """What must be known before using it; shown wherever the entry is shown."""
    notes: tuple[str, ...] = ()

    @property
    def page(self) -> int:
        """The guide's page that the entry rests on."""
        return page_of(self.source[0])

    def offered(self) -> Iterator[tuple[Means, str]]:
        """Every number and address that a reader may use."""
        yield from (("phone", number) for number in (self.phone, *self.phones))
        yield from (("email", each) for each in (self.email, *self.emails) if each)
        if self.website:
            yield "website", self.website
        if self.address:
            yield "address", self.address


@dataclass(frozen=True)
class Directory:
    """All contacts, the areas that they serve, and what these are called."""

    places: Places
    contacts: tuple[Contact, ...]
    digest: str
    """'sha256:' and the SHA-256 of what the file says, in hex."""

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas, in the order of the file."""
        return self.places.areas


def find_area(directory: Directory, text: str) -> Area:
    """The one area that a text means; other spellings and slips of the keyboard are understood.

    Raises:
        CallError: it means no area, or could mean more than one; names those meant.
    """
    meant = areas_meant(directory.places, text)
    if len(meant) == 1:
        return meant[0]
    found = "which could mean more than one area" if meant else "which is no area of the guide"
    names = [f"{area.id} ({area.name})" for area in meant or directory.areas]
    expected = "one of " + ", ".join(names)
    fault = Fault("", f"'{text}', {found}", expected, path="area")
    question = "Which area is meant?" if meant else "The area is not known."
    raise CallError(f"{question} {_reminder(directory)}", (fault,))


def _reminder(directory: Directory) -> str:
    numbers = [each.phone for each in directory.contacts if each.role == EMERGENCY_ROLE]
    return f"In danger now, ring {' or '.join(numbers)}."


def contacts_for(
    directory: Directory, area: str | None, roles: Sequence[str]
) -> tuple[Contact, ...]:
    """The contacts of an area (None: of all areas) in the order of the roles, then of the file.

    The emergency number is always among them: last, where the roles leave it out.
    """
    wanted = tuple(dict.fromkeys((*roles, EMERGENCY_ROLE)))
    here = [each for each in directory.contacts if serves(each, area)]
    return tuple(each for role in wanted for each in here if each.role == role)


def serves(contact: Contact, area: str | None) -> bool:
    """Whether a contact is one for a child who lives in the area; None stands for any."""
    return area is None or not contact.areas or area in contact.areas


def is_overdue(check: Check, today: date) -> bool:
    """Whether a check was made, but a year ago or longer; one never made is not overdue."""
    if check.on is None:
        return False
    months = (today.year - check.on.year) * 12 + today.month - check.on.month
    return months - (today.day < check.on.day) >= CHECKED_FOR
