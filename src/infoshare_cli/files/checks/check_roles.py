"""Whether each outcome has somebody to contact, in every area; and what notices say of contacts."""

from collections.abc import Iterator, Mapping

from infoshare_cli.core.contacts import ALL_ROLES, Directory, serves
from infoshare_cli.errors import Fault
from infoshare_cli.files.document import describe
from infoshare_cli.files.pack_entries import Documents, entries
from infoshare_cli.files.strict_yaml import nearest


def check_roles(documents: Documents, directory: Directory) -> Iterator[Fault]:
    """Outcomes without a contact, or with one that is nobody; notices on unknown contacts."""
    nobody = _areas_without(directory)
    for outcome in entries(documents, "outcomes"):
        if outcome.item.get("contacts") == []:
            found = f"an empty list: the outcome {outcome.id} has nobody to contact"
            yield outcome.fault(("contacts",), found, "at least one role of a contact")
        for at, role in outcome.words("contacts"):
            if nobody.get(role):
                found = f"'{role}', for which there is no contact in {nobody[role]}"
                yield outcome.fault(at, found, "a role that the contacts have in every area")
    known = {name for contact in directory.contacts for name in (contact.id, contact.role)}
    for notice in entries(documents, "notices"):
        for place in notice.parts("bears_on"):
            for at, name in place.words("contacts"):
                if name not in known:
                    expected = "the id or the role of a contact"
                    yield place.fault(at, describe(name), expected, nearest(name, known))


def _areas_without(directory: Directory) -> Mapping[str, str]:
    """Role -> the names of the areas in which nobody has it; '' where there is none such."""
    return {
        role: " and ".join(
            area.name
            for area in directory.areas
            if not any(each.role == role and serves(each, area.id) for each in directory.contacts)
        )
        for role in ALL_ROLES
    }
