"""What is found in a text that somebody is about to keep, and what is let be."""

import subprocess
import sys
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.private_words import SUREST_FIRST, PrivateKind, PrivateWords, without
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts
from infoshare_cli.privacy import find
from infoshare_cli.privacy.find import find_private_words
from infoshare_cli.privacy.known_words import public_contacts, words_that_are_no_names
from tests.privacy import phrases
from tests.privacy.phrases import TODAY, lines, marked, unmarked
from tests.shipped import shipped_pack


@cache
def known() -> tuple[frozenset[str], frozenset[str]]:
    """The public contacts and the words that are no names, of what is shipped."""
    directory = load_contacts(shipped_contacts())
    return public_contacts(directory), words_that_are_no_names(shipped_pack(), directory)


def found_in(text: str, field: str = "reason") -> tuple[PrivateWords, ...]:
    """What is found, with all that the shipped pack and contacts tell."""
    allowed, no_names = known()
    return find_private_words(text, today=TODAY, field=field, allowed=allowed, no_names=no_names)


def words_in(text: str, field: str = "reason") -> tuple[str, ...]:
    """The words that were found."""
    return tuple(text[each.start : each.end] for each in found_in(text, field))


def every_kind() -> Iterator[tuple[PrivateKind, str]]:
    """Each phrase of the table with its kind."""
    for kind, table in phrases.FOUND.items():
        yield from ((kind, phrase) for phrase in lines(table))


@pytest.mark.parametrize(("kind", "phrase"), tuple(every_kind()))
def test_private_words_are_found_where_they_stand(kind: PrivateKind, phrase: str) -> None:
    """All of them, no more than them, and what they are."""
    text = unmarked(phrase)

    assert words_in(text) == marked(phrase)
    assert {each.kind for each in found_in(text)} == {kind}


@pytest.mark.parametrize("phrase", lines(phrases.NOTHING))
def test_what_records_usually_say_is_let_be(phrase: str) -> None:
    """A false alarm costs a worried person time; here there is none."""
    assert words_in(phrase) == ()


@pytest.mark.parametrize("phrase", lines(phrases.MISSED))
def test_what_is_known_to_be_missed(phrase: str) -> None:
    """The decision page names these; whoever finds them has to mend that page too."""
    assert words_in(phrase) == ()


@pytest.mark.parametrize("phrase", lines(phrases.TAKEN_FOR_PRIVATE))
def test_what_is_known_to_be_taken_for_private(phrase: str) -> None:
    """The decision page names these too."""
    assert words_in(unmarked(phrase)) == marked(phrase)


@pytest.mark.parametrize("field", sorted(find.FIELDS_OF_BODIES))
@pytest.mark.parametrize("phrase", lines(phrases.BODIES))
def test_organisations_and_roles_may_stand_in_their_fields(phrase: str, field: str) -> None:
    """They have capitals as people do."""
    assert words_in(phrase, field) == ()


@pytest.mark.parametrize("phrase", lines(phrases.PEOPLE_AMONG_BODIES))
def test_people_are_found_among_organisations(phrase: str) -> None:
    """By a title, a first name with another word, or an initial."""
    assert words_in(unmarked(phrase), "recipient_name") == marked(phrase)


@pytest.mark.parametrize("phrase", lines(phrases.REFERENCES))
def test_a_case_number_may_have_letters_and_everyday_words(phrase: str) -> None:
    """Whatever organisations use for numbers is let be."""
    assert words_in(phrase, "case_ref") == ()


@pytest.mark.parametrize("phrase", lines(phrases.TELLING_REFERENCES))
def test_a_case_number_has_no_name_and_no_date_of_birth(phrase: str) -> None:
    """Any word that is not known to be something else is taken for a name."""
    assert words_in(unmarked(phrase), "case_ref") == marked(phrase)


def test_practitioners_may_say_who_they_are() -> None:
    """Their name and address are theirs to give; their other numbers are too much."""
    assert words_in("Sarah Jones, s.jones@school.example", "practitioner") == ()
    assert words_in("SJ, NI number QQ 12 34 56 C", "practitioner") == ("QQ 12 34 56 C",)


@pytest.mark.parametrize("field", sorted(find.CHOSEN_FIELDS))
def test_what_is_chosen_from_a_list_is_not_read(field: str) -> None:
    """Nobody wrote it, and a day of review is a date."""
    assert words_in("John Smith, 2015-04-03", field) == ()


def test_each_field_with_a_way_of_its_own_is_a_field_of_the_record() -> None:
    """A slip in a name would switch a check off unseen."""
    special = (
        find.CHOSEN_FIELDS | find.REFERENCE_FIELDS | find.FIELDS_OF_BODIES | find.FIELDS_OF_ONESELF
    )
    assert special <= {*RECORD_FIELDS}


def test_of_two_that_overlap_the_surer_one_counts() -> None:
    """A number with a right check digit is no telephone number; an address holds no name."""
    assert [each.kind for each in found_in("NHS 070 009 0012, 0700090012")] == []
    assert [each.kind for each in found_in("0999 000 0018")] == []
    assert [each.kind for each in found_in("john.smith@example.com")] == ["e-mail"]
    assert [each.kind for each in found_in("Jones.LU11AA@example.com")] == ["e-mail"]


def test_without_anything_known_the_finder_still_works() -> None:
    """The pack and the contacts only make it surer."""
    found = find_private_words("John Smith, LU1 1AA", today=TODAY, field="reason")

    assert [each.kind for each in found] == ["name", "postcode"]


PIECES = [unmarked(phrase) for _, phrase in every_kind()]
ANY_TEXT = st.text() | st.lists(
    st.sampled_from([*PIECES, *lines(phrases.NOTHING)]) | st.text(max_size=12), max_size=6
).map(" ".join)
FIELDS = st.sampled_from(RECORD_FIELDS)


@given(ANY_TEXT, FIELDS)
def test_places_lie_in_the_text_in_order_and_apart(text: str, field: str) -> None:
    """Whatever is typed, halves of characters and right-to-left writing too."""
    found = found_in(text, field)
    places = [place for each in found for place in (each.start, each.end)]

    assert places == sorted(places)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert {each.kind for each in found} <= {*SUREST_FIRST}


@given(ANY_TEXT, FIELDS)
def test_what_was_taken_out_is_not_found_again(text: str, field: str) -> None:
    """Nothing that a second look finds has a part of the mark in it."""
    cleaned = without(text, found_in(text, field), "[taken out]")
    again = found_in(cleaned, field)

    assert not any("[taken out]" in cleaned[each.start : each.end] for each in again)


SPACES = ["\u00a0", "\u2009", "\u202f", "\t", "\n"]


@given(st.sampled_from(PIECES), st.sampled_from(SPACES))
def test_any_space_is_a_space(phrase: str, space: str) -> None:
    """People paste from pages and tables; only that a line begins may tell a name from a word."""
    kinds = {each.kind for each in found_in(phrase)}

    if space != "\n" or "name" not in kinds:
        assert len(found_in(phrase.replace(" ", space))) == len(found_in(phrase))


@given(st.sampled_from(PIECES), st.sampled_from(["\u200b", "\u00ad", "\u2060", "\ufeff"]))
def test_what_nobody_sees_hides_nothing(phrase: str, unseen: str) -> None:
    """A soft hyphen in the midst of a number or name is none."""
    assert len(found_in(unseen.join(phrase))) == len(found_in(phrase))


@given(st.sampled_from(PIECES))
def test_a_blank_phrase_is_clean(phrase: str) -> None:
    """After the words are taken out there is nothing more to ask about."""
    assert not found_in(without(phrase, found_in(phrase)))


def test_slow_libraries_wait_until_a_text_has_figures() -> None:
    """Most texts have none, and a person waits at the prompt."""
    script = (
        "import sys; from datetime import date\n"
        "from infoshare_cli.privacy.find import find_private_words\n"
        "find_private_words('John Smith, LU1 1AA', today=date(2026, 11, 22), field='reason')\n"
        "assert not {'phonenumbers', 'stdnum', 'pydantic', 'rich'} & {*sys.modules}\n"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
