"""A contact as JSON: every key always there, a list empty and the rest null without a value."""

from infoshare_cli.core.contacts import Check, Contact, Provenance
from infoshare_cli.documents.decision_json import source_to_json


def contact_to_json(contact: Contact) -> dict[str, object]:
    """The contact for other programs; addresses not to be used stand in `provenance` only."""
    return {
        "id": contact.id,
        "role": contact.role,
        "name": contact.name,
        "areas": list(contact.areas),
        "use": contact.use,
        "phone": contact.phone,
        "phones": list(contact.phones),
        "email": contact.email,
        "emails": list(contact.emails),
        "website": contact.website,
        "address": contact.address,
        "hours": contact.hours,
        "caution": contact.caution,
        "notes": list(contact.notes),
        "source": source_to_json(contact.source),
        "provenance": {"page": contact.page, **_provenance_to_json(contact.provenance)},
    }


def _provenance_to_json(provenance: Provenance) -> dict[str, object]:
    return {
        "as_printed": provenance.as_printed,
        "remarks": list(provenance.remarks),
        "not_offered": [{"text": each.text, "why": each.why} for each in provenance.not_offered],
        "state": provenance.state,
        "checked_on": provenance.checked_on.isoformat() if provenance.checked_on else None,
        "how": provenance.how,
        "checks": [_check_to_json(check) for check in provenance.checks],
    }


def _check_to_json(check: Check) -> dict[str, object]:
    return {
        "of": check.of,
        "result": check.result,
        "says": check.says,
        "on": check.on.isoformat() if check.on else None,
    }
