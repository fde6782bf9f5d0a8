"""What is to be said can be pasted, and nothing that a person wrote changes how it shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.guidance import Audience, Form
from infoshare_cli.core.sayings import Said
from infoshare_cli.documents.said_text import (
    sayings_as_markdown,
    sayings_as_text,
    sayings_to_json,
)


def said(
    text: str, to: Audience = "recipient", form: Form = "words", *, is_open: bool = False
) -> Said:
    """Something to say."""
    return Said("an-id", to, form, text, ("p5.explain", "p13.no-voicemail"), is_open)


CASE = (
    said("Leave no message.", form="care"),
    said("I am worried.\nIt is [what].", is_open=True),
    said("Who hears of it?"),
    said("They wait.", "family", "silence"),
)


def test_markdown_quotes_what_is_spoken() -> None:
    """Each listener has a heading; words to speak are quotations, all else is not."""
    assert (
        sayings_as_markdown(CASE)
        == """\
# What to say

What stands in square brackets is for you to fill in.

## To whoever gets the information

**Mind:** Leave no message.

**Say:**

> I am worried.
>
> It is \\[what\\].
>
> Who hears of it?

Rests on pages 5 and 13 of the guide.

## To the family

**Keep back:** They wait.

Rests on pages 5 and 13 of the guide.
"""
    )


def test_plain_text_says_the_same_in_words() -> None:
    """With no mark that a letter would not have."""
    assert (
        sayings_as_text(CASE)
        == """\
What to say

What stands in square brackets is for you to fill in.

To whoever gets the information

Mind: Leave no message.

Say:

    I am worried.

    It is [what].

    Who hears of it?

Rests on pages 5 and 13 of the guide.

To the family

Keep back: They wait.

Rests on pages 5 and 13 of the guide.
"""
    )


def test_json_has_every_key() -> None:
    """In the order in which it is said."""
    assert sayings_to_json(CASE)[1] == {
        "id": "an-id",
        "to": "recipient",
        "form": "words",
        "text": "I am worried.\nIt is [what].",
        "source": [
            {"page": 5, "statement": "p5.explain"},
            {"page": 13, "statement": "p13.no-voicemail"},
        ],
        "open": True,
    }
    assert [each["form"] for each in sayings_to_json(CASE)] == ["care", "words", "words", "silence"]


def test_nothing_to_fill_in_is_spoken_of_where_there_is_nothing() -> None:
    """The line comes only where something is left open."""
    assert "square brackets" not in sayings_as_text((said("Go."),))
    assert "square brackets" not in sayings_as_markdown(())


@pytest.mark.parametrize("text", ["# big", "- a list", "> quoted", "<b>bold</b>", "[x](http://y)"])
def test_words_of_a_person_show_as_they_stand(text: str) -> None:
    """No heading, list, tag or link comes of them."""
    shown = sayings_as_markdown((said(text),))

    assert f"> {text}" not in shown
    assert "<b>" not in shown
    assert "](" not in shown.replace("\\]", "")


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), min_size=1))
def test_every_line_of_what_is_spoken_is_marked(text: str) -> None:
    """So that it can be told from what is not to be read out."""
    lines = sayings_as_text((said(text),)).split("\n")

    assert f"    {text}" in lines
