"""Pages, plain and drawn."""

import re
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.terminal.page import (
    Block,
    Heading,
    Items,
    Panel,
    Rows,
    Screen,
    Table,
    Text,
    open_screen,
    show_page,
)

PAGE = (
    Heading("What to do"),
    Text("Ring 999 now.", "danger"),
    Items(("Ring back on a number that you found yourself.", "Write it down."), numbered=True),
    Items(("One.", "Two.")),
    Rows((("Front door", "Luton MASH"), ("Telephone", "01582 547 653"))),
    Table(("Number", "When"), (("1", "2 January 2026"), ("2", ""))),
    Panel("Share now", (Text("Do not wait."),), "warning"),
)

PLAIN = """\
What to do
Ring 999 now.

1. Ring back on a number that you found yourself.
2. Write it down.

- One.
- Two.

Front door: Luton MASH
Telephone: 01582 547 653

Number: 1; When: 2 January 2026
Number: 2

Share now
  Do not wait.
"""


def shown(*page: Block, plain: bool, width: int = 80) -> str:
    """What comes out on a stream that takes any text."""
    stream = StringIO()
    show_page(page, Screen(stream, plain, width))
    return stream.getvalue()


def test_a_plain_page_is_words_only() -> None:
    """Nothing but words: no box, no colour, no glyph."""
    assert shown(*PAGE, plain=True) == PLAIN


@pytest.mark.parametrize("width", [20, 40, 80, 100])
def test_a_drawn_page_says_every_word_of_the_plain_one(width: int) -> None:
    """At any width nothing is cut off."""
    drawn = " ".join(re.findall(r"[\w.]+", shown(*PAGE, plain=False, width=width)))
    for words in ("Ring 999 now.", "found yourself.", "01582 547 653", "2 January 2026", "wait."):
        assert words in drawn


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_screen(width: int, plain: bool) -> None:
    """Texts are wrapped at words."""
    lines = shown(*PAGE, plain=plain, width=width).splitlines()
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("plain", [True, False])
def test_markup_and_emoji_codes_in_a_text_are_shown_as_they_stand(plain: bool) -> None:
    """A text cannot style itself."""
    assert "[bold]x[/bold] :warning: [/]" in shown(
        Text("[bold]x[/bold] :warning: [/]"), plain=plain
    )


EVERYWHERE: list[Block] = [
    Heading("\x1b[31m"),
    Text("\x1b[31m"),
    Items(("\x1b[31m",)),
    Rows((("\x1b[31m", "\x1b[31m"),)),
    Table(("\x1b[31m",), (("\x1b[31m",),)),
    Panel("\x1b[31m", (Rows((("\x1b[31m", "\x1b[31m"),)),)),
]


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("block", EVERYWHERE, ids=lambda block: type(block).__name__)
def test_no_text_of_any_block_steers_the_terminal(block: Block, plain: bool) -> None:
    """Control characters are made visible wherever they stand."""
    out = shown(block, plain=plain)
    assert "\x1b" not in out
    assert "<U+001B>[31m" in out


def test_a_line_feed_in_a_value_cannot_pass_for_a_row() -> None:
    """Later lines of a value stand in."""
    out = shown(Rows((("Reason", "late\nIntegrity: ok"),)), plain=True)
    assert out == "Reason: late\n  Integrity: ok\n"


def test_addresses_and_codes_stay_whole_in_a_plain_page() -> None:
    """What is there to be copied is never broken, however narrow the screen."""
    address = "https://example.org/a-long-address-with-hyphens-and-more"
    assert address in shown(Text(f"See {address} for more."), plain=True, width=20)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850"])
@pytest.mark.parametrize("plain", [True, False])
def test_a_stream_that_lacks_characters_gets_others(encoding: str, plain: bool) -> None:
    """No page fails on an old console, and its boxes are drawn with what it has."""
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding=encoding, newline="")
    show_page((*PAGE, Text("na\u00efve \u201cq\u201d \u4e2d \u2192")), Screen(stream, plain, 80))
    assert "Ring 999 now." in raw.getvalue().decode(encoding)


TEXTS = st.text(max_size=40)
BLOCKS = st.one_of(
    st.builds(Heading, TEXTS),
    st.builds(Text, TEXTS, st.sampled_from(["normal", "strong", "quiet", "warning", "danger"])),
    st.builds(Items, st.lists(TEXTS, max_size=3).map(tuple), st.booleans()),
    st.builds(Rows, st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple)),
    st.builds(
        Table, st.tuples(TEXTS, TEXTS), st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple)
    ),
)
PANELS = st.builds(Panel, TEXTS, st.lists(BLOCKS, max_size=2).map(tuple))


@given(
    st.lists(BLOCKS | PANELS, max_size=3),
    st.booleans(),
    st.integers(20, 100),
    st.sampled_from(["ascii", "cp1252", "utf-8"]),
)
def test_any_page_can_be_shown_on_any_screen(
    page: list[Block],
    plain: bool,
    width: int,
    encoding: str,
) -> None:
    """Whatever the texts hold, and however narrow the screen."""
    stream = TextIOWrapper(BytesIO(), encoding=encoding)
    show_page(page, Screen(stream, plain, width))


def test_a_stream_that_is_no_terminal_is_plain_and_80_wide() -> None:
    """What is piped or kept in a file is words only."""
    stream = StringIO()
    assert open_screen(stream, plain=False) == Screen(stream, plain=True, width=80)


def test_a_closed_stream_is_no_terminal() -> None:
    """A stream that was closed early does not fail before it is written to."""
    stream = StringIO()
    stream.close()
    assert open_screen(stream, plain=False).plain
