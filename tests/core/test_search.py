"""A search finds what holds every word, in any simple form, and puts the best first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.guidance import Example, Guidance, Notice, Option, RecordField
from infoshare_cli.core.search import (
    Passage,
    guidance_passages,
    near_words,
    notice_passages,
    search,
    topic_passages,
)
from infoshare_cli.core.topics import Topic, TopicLine
from tests.core.small_packs import action, always, choice, one, outcome, pack, row, rule, saying


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


def worded_pack() -> Guidance:
    """A pack with one part of each kind, and a question with all the wording it can have."""
    ask = replace(
        one("ask", "yes"),
        help="A help.",
        why="A reason.",
        options=(Option("yes", "Yes", "Surely."), Option("no", "No")),
        examples=(Example("schools", "Sam is 9."),),
    )
    when = always(ask)
    return pack(
        [ask],
        [replace(rule("step", when, "end"), title="A step.")],
        outcomes=[outcome("end")],
        choices=[choice("k", row("first", when, "v"))],
        actions=[action("act", when, "before")],
        sayings=[saying("tell", "person", when)],
        fields=[RecordField("field", "What was said?", "In short.", ("p3.record",))],
    )


def test_a_pack_is_searched_by_all_its_wording() -> None:
    """Every text of a question, the title of a rule with its reason; each with its source."""
    asked = ("What of ask?", "A help.", "A reason.", "Yes: Surely.", "No", "Sam is 9.")

    assert list(guidance_passages(worded_pack())) == [
        *(Passage("question", "ask", text, ("p4.ask",)) for text in asked),
        Passage("outcome", "end", "Title of end", ("p3.record",)),
        Passage("outcome", "end", "Text of end", ("p3.record",)),
        Passage("rule", "step", "A step. Because step.", ("p3.record",)),
        Passage("rule", "first", "Because first.", ("p3.record",)),
        Passage("action", "act", "Do act.", ("p3.record",)),
        Passage("saying", "tell", "I say tell.", ("p3.record",)),
        Passage("record", "field", "What was said? In short.", ("p3.record",)),
    ]


@pytest.mark.thorough
def test_every_question_and_outcome_of_the_shipped_pack_is_found(guidance: Guidance) -> None:
    """Whoever types what a screen says finds the part that says it."""
    passages = list(guidance_passages(guidance))
    asks = {each.id: each.ask for each in guidance.questions}
    titles = {each.id: each.title for each in guidance.outcomes}

    for identity, text in {**asks, **titles}.items():
        assert identity in {found.id for found in search(passages, text)}


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
