"""What the rules and the contacts tell about words."""

from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts
from infoshare_cli.privacy.known_words import public_contacts, words_that_are_no_names
from tests.shipped import shipped_pack


def test_words_of_the_pack_and_names_of_bodies_are_no_names() -> None:
    """What is said of safeguarding is known from the pack, and places from the contacts."""
    words = words_that_are_no_names(shipped_pack(), load_contacts(shipped_contacts()))

    assert {"safeguarding", "caldicott", "guardian", "luton", "hub", "mash", "bruises"} <= words
    assert "smith" not in words
    assert all(word == word.casefold() for word in words)


def test_numbers_and_addresses_of_the_directory_are_public() -> None:
    """E-mail and postal addresses too; what must not be used is not among them."""
    contacts = public_contacts(load_contacts(shipped_contacts()))

    assert {"01582 547 653", "mash@luton.gov.uk", "999"} <= contacts
    assert any("LU1 2BQ" in each for each in contacts)
    assert not any(each.startswith("https") for each in contacts)
