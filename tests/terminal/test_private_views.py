"""Private words on the screen of the person who wrote them."""

from infoshare_cli.core.private_words import PrivateKind, PrivateWords
from infoshare_cli.terminal.page import Items
from infoshare_cli.terminal.private_views import (
    BLANK,
    KEEP,
    MEND,
    MOST_SHOWN,
    private_choices,
    private_words_page,
)
from tests.terminal.worded import in_words

SOURCE = ("p3.record", "p13.safe-always")
TEXT = "Jo told us that she lives at LU1 1AA\nwith her gran"


def found(*words: str, kind: PrivateKind = "postcode", text: str = TEXT) -> list[PrivateWords]:
    """Findings where these words stand."""
    return [PrivateWords(kind, text.index(each), text.index(each) + len(each)) for each in words]


def test_the_page_says_what_and_where_in_words() -> None:
    """A person who listens to it finds the place, and hears why it matters and on which page."""
    page = in_words(private_words_page(found("LU1 1AA"), TEXT, SOURCE))

    assert '- A postcode: "LU1 1AA", after "that she lives at"' in page
    assert "This text has not been kept yet" in page
    assert "(Guide, pages 3 and 13)" in page


def test_words_at_the_beginning_have_a_place_too() -> None:
    """There is nothing that they could stand after."""
    page = in_words(private_words_page(found("Jo", kind="name"), TEXT, SOURCE))

    assert '- What looks like a name: "Jo", at the beginning' in page


def test_line_ends_and_long_words_do_not_spoil_the_page() -> None:
    """A place is a few words on one line."""
    text = f"{'x' * 500} LU1\n1AA"
    (_, items, *_) = private_words_page(found("LU1\n1AA", text=text), text, SOURCE)

    assert isinstance(items, Items)
    assert items.items == (f'A postcode: "LU1 1AA", after "{"x" * 60}"',)


def test_a_page_has_an_end() -> None:
    """A pasted list of a thousand people does not run off the screen."""
    many = found("LU1 1AA") * (MOST_SHOWN + 3)
    (_, items, *_) = private_words_page(many, TEXT, SOURCE)

    assert isinstance(items, Items)
    assert len(items.items) == MOST_SHOWN + 1
    assert items.items[-1] == "And 3 more"


def test_there_are_three_things_to_do() -> None:
    """Nothing is taken out, and nothing kept, that the person did not choose."""
    assert [choice.id for choice in private_choices()] == [MEND, BLANK, KEEP]
