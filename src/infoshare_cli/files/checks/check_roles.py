"""Whether each outcome leads to all who can help, in every area; what notices say of contacts."""

from collections.abc import Iterator, Mapping

from infoshare_cli.core.condition_words import both, either
from infoshare_cli.core.contacts import (
    ALL_ROLES,
    EMERGENCY_ROLE,
    EVERYDAY_ROLES,
    Directory,
    serves,
)
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
    yield from _check_missing(documents, nobody)
    yield from _check_first(documents)
    known = {name for contact in directory.contacts for name in (contact.id, contact.role)}
    for notice in entries(documents, "notices"):
        for place in notice.parts("bears_on"):
            for at, name in place.words("contacts"):
                if name not in known:
                    expected = "the id or the role of a contact"
                    yield place.fault(at, describe(name), expected, nearest(name, known))


def _check_missing(documents: Documents, nobody: Mapping[str, str]) -> Iterator[Fault]:
    """Outcomes without one of those who can be reached about any worry, in every area."""
    # The emergency number is shown with every outcome, named or not.
    wanted = [each for each in EVERYDAY_ROLES if not nobody[each] and each != EMERGENCY_ROLE]
    for outcome in entries(documents, "outcomes"):
        named = [role for _, role in outcome.words("contacts")]
        missing = [role for role in wanted if role not in named]
        if named and missing:
            found = f"the outcome {outcome.id} without {both(missing)}"
            yield outcome.fault(("contacts",), found, "all roles that help with any worry")


def _check_first(documents: Documents) -> Iterator[Fault]:
    """Outcomes that begin with a role which is never the first to call."""
    firsts = (EMERGENCY_ROLE, EVERYDAY_ROLES[0])
    begins = []
    for outcome in entries(documents, "outcomes"):
        at, first = next(outcome.words("contacts"), ((), None))
        if first is not None and first not in firsts:
            yield outcome.fault(at, f"'{first}' on top", f"{either(firsts)} on top")
        begins.append(first)
    if any(begins) and EMERGENCY_ROLE not in begins:
        found = f"no outcome that begins with {EMERGENCY_ROLE}"
        expected = f"{EMERGENCY_ROLE} on top of one, for danger now"
        yield documents["outcomes.yaml"].fault(("outcomes",), found, expected)


def _areas_without(directory: Directory) -> Mapping[str, str]:
    """Role -> the names of the areas in which nobody has it; '' where there is none such."""
    without = {role: _without(directory, role) for role in ALL_ROLES}
    return {role: both(areas) if areas else "" for role, areas in without.items()}


def _without(directory: Directory, role: str) -> list[str]:
    """The names of the areas in which nobody has a role."""
    having = [each for each in directory.contacts if each.role == role]
    return [
        area.name for area in directory.areas if not any(serves(each, area.id) for each in having)
    ]
