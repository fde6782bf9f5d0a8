"""Contacts on a page: what to use first, and below it where each comes from."""

from collections.abc import Iterator, Mapping, Sequence

from infoshare_cli.core.areas import Area
from infoshare_cli.core.contacts import EMERGENCY_ROLE, Contact, Provenance, State
from infoshare_cli.terminal.guide_views import date_text
from infoshare_cli.terminal.page import Block, Heading, Items, Rows, Text

_STATES: Mapping[State, str] = {
    "agrees": "public copies agree",
    "differs": "public copies differ",
    "partly": "checked in part",
    "not-checked": "not checked",
}


def contacts_page(
    contacts: Sequence[Contact], area: Area | None = None, notices: Sequence[str] = ()
) -> tuple[Block, ...]:
    """The contacts in their order, under the emergency number; `area` None stands for all areas.

    `notices` are sentences on what has changed since the guide was written.
    """
    where = area.name if area else "all areas"
    page: list[Block] = [*_emergency(contacts), Heading(f"Contacts for {where}")]
    for contact in contacts:
        page += (Heading(contact.name), Rows(tuple(_rows(contact))))
    if notices:
        page += (Heading("Changed since the guide was written"), Items(tuple(notices)))
    return (*page, Text("How far each was checked: infoshare contacts --sources", "quiet"))


def sources_page(contacts: Sequence[Contact]) -> tuple[Block, ...]:
    """Where each contact comes from, as printed, and how far it was checked."""
    return (
        Heading("Where each comes from, and how far it was checked"),
        Items(tuple(f"{contact.name}: {provenance_text(contact)}" for contact in contacts)),
    )


def contact_lines(contacts: Sequence[Contact]) -> tuple[str, ...]:
    """Each contact in a line, and where there is a caution, in a second one after a line feed.

    The number comes first: a line that is wrapped never cuts it in two.
    """
    return tuple(_short(contact) for contact in contacts)


def provenance_text(contact: Contact) -> str:
    """Where an entry comes from, as printed, what public copies say, and when that was seen."""
    provenance = contact.provenance
    printed = " / ".join(" ".join(line.split()) for line in provenance.as_printed.splitlines())
    sentences = (
        f'Page {contact.page} of the guide prints: "{_harmless(printed, provenance)}".',
        *provenance.remarks,
        *(f"Do not use {spelled_out(each.text)}. {each.why}" for each in provenance.not_offered),
        *(check.says for check in provenance.checks),
        provenance.how,
    )
    day = provenance.checked_on
    return " ".join(
        (*sentences, f"Compared on {date_text(day.isoformat())}.") if day else sentences
    )


def spelled_out(address: str) -> str:
    """An address that no terminal takes for one, so that it cannot be clicked by mistake."""
    return address.replace("@", "(at)").replace(".", "(dot)")


def _emergency(contacts: Sequence[Contact]) -> Iterator[Block]:
    for contact in contacts:
        if contact.role == EMERGENCY_ROLE:
            yield Text(f"{contact.use.rstrip('.')}: ring {contact.phone}.", "danger")


def _rows(contact: Contact) -> Iterator[tuple[str, str]]:
    yield "For", contact.use
    yield "Telephone", " or ".join((contact.phone, *contact.phones))
    yield from (("E-mail", each) for each in (contact.email, *contact.emails) if each)
    others = (
        ("Web", contact.website),
        ("Office", contact.address),
        ("Hours", contact.hours),
        ("Take care", contact.caution),
    )
    yield from ((name, value) for name, value in others if value)
    yield from (("Note", note) for note in contact.notes)
    yield "Source", f"Guide, page {contact.page}; {_STATES[contact.provenance.state]}"


def _short(contact: Contact) -> str:
    parts = (contact.name, *contact.phones, contact.email, *contact.emails, contact.website)
    line = f"{contact.phone}: {', '.join(part for part in parts if part)}"
    return f"{line}\nTake care: {contact.caution}" if contact.caution else line


def _harmless(printed: str, provenance: Provenance) -> str:
    for each in provenance.not_offered:
        printed = printed.replace(each.text, spelled_out(each.text))
    return printed
