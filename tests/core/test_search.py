"""A search finds what holds every word, in any simple form, and puts the best first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.guidance import Notice
from infoshare_cli.core.search import (
    Passage,
    near_words,
    notice_passages,
    search,
    topic_passages,
)
from infoshare_cli.core.topics import Topic, TopicLine


def texts(passages: list[str], query: str) -> list[str]:
    """The texts that a search finds, in its order."""
    found = search([Passage("topic", "t", text) for text in passages], query)
    return [passage.text for passage in found]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("share", "Sharing is a duty."),
        ("sharing", "What was shared?"),
        ("shared", "Do not share it."),
        ("SHARE", "share"),
        ("agency", "Other agencies."),
        ("worries", "A worry."),
        ("consent", "They consented."),
        ("child", "Children first."),
        ("confiden", "Confidentiality."),
        ("email", "An e-mail."),
        ("e-mail", "An email."),
        ("multi-agency", "The Multi-Agency Hub."),
        ("agency", "The Multi-Agency Hub."),
        ("order court", "A court has given an order."),
        ("child's", "The child's own view."),
        ("16", "People of 16 and over."),
    ],
)
def test_simple_forms_of_a_word_are_found(query: str, text: str) -> None:
    """A word finds its simple forms and what begins with it, in any case and any order."""
    assert texts([text], query) == [text]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("police", "Your policy."),
        ("policy", "The police."),
        ("arm", "Significant harm."),
        ("need", "A new one."),
        ("court order", "A court."),
        ("share", "A sharp turn."),
        ("without", "Talk with them."),
        ("", "Anything."),
        ("?!", "Anything?!"),
    ],
)
def test_other_words_are_not_found(query: str, text: str) -> None:
    """The middle of a word does not count, nor one word out of two, nor no word at all."""
    assert texts([text], query) == []


def test_the_best_come_first() -> None:
    """Words as typed, then words together, then short texts; the rest in the pack's order."""
    passages = [
        "Orders of courts.",
        "An order that came from a court of law.",
        "There may be a court order in force, so ask.",
        "A court order.",
    ]

    assert texts(passages, "court order") == [passages[3], passages[2], passages[1], passages[0]]


def test_near_words_stand_in_for_words_that_are_nowhere() -> None:
    """Only for a word that is nowhere is another offered, and only one that is near."""
    passages = [Passage("topic", "t", "Ring the police about a promise.")]

    assert near_words(passages, "polise ring") == ("police", "promise")
    assert near_words(passages, "polices") == ()
    assert near_words(passages, "xyzzy") == ()


def test_a_topic_is_searched_by_title_and_line() -> None:
    """Each line keeps its own source; the title has that of all lines, each once."""
    lines = (TopicLine("One.", ("p6.a", "p6.b")), TopicLine("Two.", ("p6.b", "p7")))

    assert list(topic_passages([Topic("consent", "Consent", lines)])) == [
        Passage("topic", "consent", "Consent", ("p6.a", "p6.b", "p7")),
        Passage("topic", "consent", "One.", ("p6.a", "p6.b")),
        Passage("topic", "consent", "Two.", ("p6.b", "p7")),
    ]


def test_a_notice_is_searched_by_all_its_wording() -> None:
    """Title, text and what to do; a notice rests on no page of the guide."""
    notice = Notice("n", "Title", "Text.", {}, (), "origin", do="Do it.")

    assert [passage.text for passage in notice_passages([notice])] == ["Title", "Text.", "Do it."]
    assert {passage.source for passage in notice_passages([notice])} == {()}


WORDS = st.text(alphabet="abcdeginsy-'", min_size=1, max_size=9)
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@given(SENTENCES)
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    """Whoever types a text out finds it, unless it has no letters."""
    has_letters = any(letter.isalnum() for letter in text)

    assert texts([text], text) == ([text] if has_letters else [])


@given(st.lists(SENTENCES, max_size=6), SENTENCES, WORDS)
def test_another_word_never_finds_more(passages: list[str], query: str, word: str) -> None:
    """Adding a word narrows a search."""
    narrow = texts(passages, f"{query} {word}") if any(map(str.isalnum, query)) else []

    assert set(narrow) <= set(texts(passages, query))
