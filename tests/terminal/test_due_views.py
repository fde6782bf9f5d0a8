"""What is due on a page."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from infoshare_cli.core.due import Due, What
from infoshare_cli.terminal.due_views import due_page
from infoshare_cli.terminal.page import Screen, show_page

TODAY = date(2026, 11, 22)


def item(what: What = "receipt", days: int = 0, case_ref: str = "T-1", area: str = "luton") -> Due:
    """Something due that many days ago."""
    day = TODAY - timedelta(days)
    return Due(what, 12, "id", case_ref, area, day, "2026-11-01T12:00:00.000Z")


def shown(*items: Due, days: int = 0) -> str:
    """The page in words."""
    stream = io.StringIO()
    show_page(due_page(items, TODAY, days), Screen(stream, plain=True, width=80))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("what", "told", "command"),
    [
        ("receipt", "Nobody has confirmed yet that it arrived.", "infoshare log follow-up 12"),
        ("consent", "Consent was to be asked for", "infoshare assess --continue 12"),
        ("decision", "Consent was withdrawn, and nobody", "infoshare assess --continue 12"),
        ("review", "It is to be looked at again.", "infoshare log review 12"),
        ("erasure", "It was decided to erase this.", "infoshare log redact 12 --whole"),
    ],
)
def test_each_comes_with_what_to_do(what: What, told: str, command: str) -> None:
    """The command stands alone on its line, to be copied."""
    text = shown(item(what))
    assert "22 Nov 2026, today: record 12, T-1, luton\n" in text
    assert told in text
    assert f"\n{command}\n" in text


def test_a_hold_comes_before_the_erasing_and_nothing_else() -> None:
    """Then the command is the one that releases it."""
    text = shown(replace(item("erasure"), held=True))
    assert "the hold comes\nfirst. Once it may be released:\ninfoshare log review 12\n" in text
    assert "redact" not in text
    for what in ("receipt", "consent", "decision", "review"):
        assert shown(replace(item(what), held=True)) == shown(item(what))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (400, "400 days ago"),
        (2, "2 days ago"),
        (1, "yesterday"),
        (0, "today"),
        (-1, "tomorrow"),
        (-7, "in 7 days"),
    ],
)
def test_how_long_ago_is_said_in_words(days: int, told: str) -> None:
    """Nobody has to count."""
    assert f", {told}: record 12, T-1, luton\n" in shown(item(days=days))


def test_what_was_left_empty_is_left_out() -> None:
    """No comma without a word."""
    assert "today: record 12\n" in shown(item(case_ref="", area=""))


def test_how_many_there_are_is_said_first() -> None:
    """And up to when it was looked."""
    text = shown(item("receipt", 3), item("review"), days=7)
    assert text.startswith("Due today or within 7 days, the oldest first: 2.\n")
    assert "If consent is not needed" not in text
    consent = shown(item("consent"), item("consent"))
    assert consent.count("If consent is not needed any more, say so") == 1
    assert "nothing to decide" not in consent
    assert "If there is nothing to decide any more, say so" in shown(item("decision"))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "Nothing is due today."),
        (1, "Nothing is due today or within a day."),
        (30, "Nothing is due today or within 30 days."),
    ],
)
def test_nothing_due(days: int, told: str) -> None:
    """That is a result too."""
    assert shown(days=days) == f"{told}\n"
