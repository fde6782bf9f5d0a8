"""A contact as JSON has every key, and addresses not to be used in one place only."""

import json
from pathlib import Path

from infoshare_cli.documents.contact_json import contact_to_json
from infoshare_cli.files.load_contacts import load_contacts

DIRECTORY = load_contacts(Path(__file__).parents[2] / "contacts.yaml")
ENTRIES = {contact.id: contact_to_json(contact) for contact in DIRECTORY.contacts}


def test_every_key_is_always_there() -> None:
    """Other programs need not ask whether a key exists; lists are lists, the rest may be null."""
    (keys,) = {tuple(entry) for entry in ENTRIES.values()}
    assert {"id", "name", "phone", "phones", "email", "emails"} <= set(keys)
    for entry in ENTRIES.values():
        assert all(isinstance(entry[key], list) for key in ("phones", "emails", "areas", "notes"))
        assert isinstance(entry["phone"], str)


def test_an_entry_reads_as_promised() -> None:
    """The front door of Luton, as the contract gives it."""
    luton = ENTRIES["luton-mash"]
    assert luton["phone"] == "01582 547 653"
    assert luton["phones"] == []
    assert luton["email"] == "mash@luton.gov.uk"
    assert luton["emails"] == []
    assert luton["source"] == [
        {"page": 2, "statement": "p2.contact-luton"},
        {"page": 2, "statement": "p2.worried-contact"},
    ]


def test_provenance_says_page_print_copies_and_day() -> None:
    """Where it stands, how it is printed, what copies say, when that was seen."""
    provenance = ENTRIES["luton-mash"]["provenance"]
    assert isinstance(provenance, dict)
    assert provenance["page"] == 2
    assert "Support Hub" in provenance["as_printed"]
    assert (provenance["state"], provenance["checked_on"]) == ("partly", "2026-11-22")
    assert [check["on"] for check in provenance["checks"]] == ["2026-11-22", None]


def test_what_must_not_be_used_stands_in_provenance_only() -> None:
    """A program that takes any other key can never send to the retired address."""
    entry = dict(ENTRIES["luton-mash"])
    provenance = entry.pop("provenance")
    assert "gcsx" not in json.dumps(entry)
    assert "mash@lutongcsx.gov.uk" in json.dumps(provenance)
