"""How often ordinary text is taken for private: told as a rate, and held."""

from collections.abc import Iterator
from itertools import chain

import pytest
import yaml

from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts, shipped_rules
from tests.followed.follow_documents import ROOT
from tests.followed.talks import shown_in, typed_in
from tests.privacy.test_find import found_in, words_in

IN_ORIGINS = {"17 February 2016"}
"""A date without a word, in the origin of a notice; nobody writes such a thing into a record."""
MOST_OF_A_THOUSAND = 3
"""Texts of the pack in which something is found. It was none when this was written."""
MOST_STORIES_OF_A_THOUSAND = 10
"""Stories in which something is found. It was six: a club with a name of two unknown words."""


def texts(value: object) -> Iterator[str]:
    """Every text in a YAML file, ids left out."""
    if isinstance(value, dict):
        yield from chain.from_iterable(map(texts, value.values()))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(texts, value))
    elif " " in str(value):
        yield str(value)


def pack_texts(folder: str) -> list[str]:
    """The texts of the YAML files of a folder of the shipped pack."""
    files = sorted((shipped_rules() / folder).glob("*.yaml"))
    # The base loader makes nothing but texts.
    loaded = [yaml.load(path.read_bytes(), yaml.BaseLoader) for path in files]  # noqa: S506
    return [text for each in loaded for text in texts(each)]


@pytest.mark.thorough
def test_stories_are_hardly_ever_taken_for_private() -> None:
    """They are told as records should be; no story lends a word to what is known."""
    stories = pack_texts("cases")

    assert len(stories) > 100
    alarms = {text: words_in(text) for text in stories if words_in(text)}
    assert len(alarms) * 1000 <= len(stories) * MOST_STORIES_OF_A_THOUSAND, alarms


@pytest.mark.thorough
@pytest.mark.parametrize("folder", [".", "topics"])
def test_few_texts_of_the_pack_are_taken_for_private(folder: str) -> None:
    """The guide's words and bodies are not."""
    every = pack_texts(folder)
    alarms = {text: words_in(text) for text in every if {*words_in(text)} - IN_ORIGINS}

    assert len(alarms) * 1000 <= len(every) * MOST_OF_A_THOUSAND, alarms


def test_nothing_in_a_whole_interview_is_taken_for_private() -> None:
    """What a careful person types is let be, in every field."""
    page = ROOT / "docs" / "a-whole-interview.md"
    typed = typed_in(shown_in(page.read_text(encoding="utf-8")))

    assert len(typed) > 15
    assert {line: words_in(line) for line in typed if found_in(line)} == {}
    assert {line: words_in(line) for line in typed if found_in(line, "agency")} == {}


def test_the_names_of_contacts_are_let_be() -> None:
    """People write whom they told, with the number."""
    for contact in load_contacts(shipped_contacts()).contacts:
        offered = " ".join(text for means, text in contact.offered() if means != "website")
        assert words_in(f"Told {contact.name}, {offered}.") == ()
