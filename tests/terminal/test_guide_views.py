"""The guide on screen says where each line stands, and how sure each notice is."""

from dataclasses import replace
from io import StringIO

import pytest

from infoshare_cli.core.guidance import Notice
from infoshare_cli.core.search import Passage
from infoshare_cli.core.topics import Topic, TopicLine
from infoshare_cli.terminal.guide_views import (
    MOST_SHOWN,
    date_text,
    found_page,
    nothing_found_page,
    notice_blocks,
    notice_line,
    pages_text,
    topic_page,
    topics_page,
)
from infoshare_cli.terminal.page import Block, Screen, show_page

NOTICE = Notice(
    id="new-duty",
    title="A new duty",
    text="There is a new duty.",
    status={"text": "confirmed", "commencement": "reported"},
    bears_on=({"topics": ("consent",)},),
    origin="a website, 2026",
    dates={"royal_assent": "2026-04-29", "checked": "2026-11-22"},
    unconfirmed=("the regulations", "the guidance"),
    do="Ask your lead.",
)
TOPIC = Topic("consent", "Asking", (TopicLine("Ask.", ("p6.a",)), TopicLine("Tell.", ("p3", "p6"))))


def shown(page: tuple[Block, ...]) -> str:
    """The page as it reads in words only."""
    stream = StringIO()
    show_page(page, Screen(stream, plain=True, width=500))
    return stream.getvalue()


def test_the_list_of_topics_names_each_and_how_to_go_on() -> None:
    """A reader of the list knows what to type next."""
    text = shown(topics_page([TOPIC]))

    assert "consent: Asking" in text
    assert "infoshare guide TOPIC" in text
    assert "infoshare guide search WORDS" in text


def test_a_topic_gives_the_page_of_each_line() -> None:
    """No line stands without its page, and no heading for notices without a notice."""
    text = shown(topic_page(TOPIC, []))

    assert "- Ask. (page 6)\n- Tell. (pages 3 and 6)\n" in text
    assert "changed" not in text


def test_notices_stand_below_the_topic() -> None:
    """What has changed since comes after what the guide says."""
    text = shown(topic_page(TOPIC, [NOTICE]))

    assert text.index("Tell.") < text.index("What has changed since") < text.index("A new duty")


def test_a_notice_in_full_says_what_to_do_and_how_sure_we_are() -> None:
    """Title, text, what to do, dates, each part's standing, what is not confirmed, where read."""
    assert [line.strip() for line in shown(notice_blocks(NOTICE)).splitlines() if line] == [
        "A new duty",
        "There is a new duty.",
        "What to do: Ask your lead.",
        "Royal assent: 29 April 2026",
        "What it says: we read this ourselves on 22 November 2026. When it starts: a public body "
        "says so; we have not read the source. Not confirmed: the regulations; the guidance.",
        "Read in: a website, 2026",
    ]


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("confirmed", "We read this ourselves on 22 November 2026."),
        ("reported", "A public body says so; we have not read the source."),
        ("unconfirmed", "Not confirmed, so do not rely on it."),
    ],
)
def test_each_status_is_a_plain_sentence(status: str, says: str) -> None:
    """A status word is never shown bare, and a report never reads as something we read."""
    notice = replace(NOTICE, status={"text": status}, unconfirmed=())

    assert says in shown(notice_blocks(notice))


def test_a_notice_without_dates_or_a_thing_to_do_leaves_them_out() -> None:
    """Nothing empty is shown; without a date of checking none is made up."""
    notice = replace(NOTICE, dates={}, do="", status={"text": "confirmed"})
    text = shown(notice_blocks(notice))

    assert "What to do" not in text
    assert "We read this ourselves. Not confirmed" in text


@pytest.mark.parametrize(
    ("notice", "line"),
    [
        (
            NOTICE,
            "A new duty. Ask your lead. "
            "(How sure: what it says confirmed, when it starts reported.)",
        ),
        (
            replace(NOTICE, do="", status={"text": "reported"}),
            "A new duty. There is a new duty. (How sure: reported.)",
        ),
    ],
)
def test_the_short_form_keeps_what_to_do_and_how_sure(notice: Notice, line: str) -> None:
    """Where there is little room: title, what to do or else what changed, and the status."""
    assert notice_line(notice) == line


def test_what_was_found_comes_with_its_place() -> None:
    """Kind, id and pages; a notice has no page."""
    hits = [Passage("question", "consent", "Ask?", ("p6",)), Passage("notice", "n", "Since.")]
    text = shown(found_page("ask", hits))

    assert "Found for 'ask': 2" in text
    assert "- Ask? (question consent, page 6)\n- Since. (notice n)\n" in text


def test_a_long_result_is_cut_and_says_so() -> None:
    """The best are shown, with the whole number, and how to see the others."""
    text = shown(found_page("a", [Passage("topic", "t", f"a {n}") for n in range(MOST_SHOWN + 1)]))

    assert f"Found for 'a': {MOST_SHOWN + 1}" in text
    assert f"a {MOST_SHOWN - 1} " in text
    assert f"a {MOST_SHOWN} " not in text
    assert "--json" in text


def test_a_result_of_just_one_page_is_whole() -> None:
    """At the limit nothing is cut."""
    hits = [Passage("topic", "t", f"a {n}") for n in range(MOST_SHOWN)]

    assert "--json" not in shown(found_page("a", hits))


def test_nothing_found_says_what_might_be() -> None:
    """Near words are offered where there are any."""
    assert "Words that come near: police." in shown(nothing_found_page("polise", ["police"]))
    assert "Try fewer words" in shown(nothing_found_page("xyzzy", []))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (["p6"], "page 6"),
        (["p6.a", "p6.b"], "page 6"),
        (["p13.a", "p3.b"], "pages 3 and 13"),
        (["p13", "p2", "p6.x"], "pages 2, 6 and 13"),
    ],
)
def test_pages_are_counted_once_and_in_order(source: list[str], text: str) -> None:
    """Pages read as a person says them, sorted as numbers."""
    assert pages_text(source) == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2026-04-09", "9 April 2026"),
        ("2019-09", "September 2019"),
        ("2026-03 (day not confirmed)", "March 2026 (day not confirmed)"),
        ("2026-13-01", "2026-13-01"),
        ("in spring", "in spring"),
    ],
)
def test_dates_are_spelled_out(text: str, says: str) -> None:
    """A date reads well aloud, and what is no date stays as it is."""
    assert date_text(text) == says
