"""Counts on a page: bars where they can be drawn, words and numbers everywhere."""

import io
import re

import pytest

from infoshare_cli.core.log_stats import Counted, LogStats
from infoshare_cli.terminal.bars import bars
from infoshare_cli.terminal.page import Screen, show_page
from infoshare_cli.terminal.stats_views import stats_page

STATS = LogStats(
    decisions=155,
    abandoned=5,
    by_outcome=(Counted("share-without-consent", 100), Counted("seek-consent", 50)),
    by_decision=(Counted("share", 150), Counted(None, 5)),
    by_area=(Counted("central-bedfordshire", 100), Counted("luton", 50)),
    by_month=(Counted("2026-10", 100), Counted("2026-11", 50)),
    overridden={"yes": 25, "no": 130, "erased": 0},
    overridden_rules=tuple(Counted(f"rule-{number}", 30 - number) for number in range(12)),
    time_to_receipt={
        "same_day": 40, "days_1_to_2": 20, "days_3_to_7": 5, "longer": 0, "none_yet": 15,
    },
    erased={"whole": 0, "part": 0},
)  # fmt: skip


class Stream(io.StringIO):
    """A stream with an encoding of its own."""

    def __init__(self, encoding: str | None) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str | None:  # type: ignore[override]
        """What its terminal can show."""
        return self._encoding


def shown(*, plain: bool, width: int = 80, encoding: str | None = None) -> str:
    """The page on such a screen."""
    stream = Stream(encoding)
    screen = Screen(stream, plain=plain, width=width)
    show_page(stats_page(STATS, screen), screen)
    return re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue())


def test_in_words_there_are_names_and_numbers_alone() -> None:
    """A screen reader meets no sign that it would read out over and over."""
    text = shown(plain=True)
    assert "What the rules came to\nshare-without-consent: 100\nseek-consent: 50\n" in text
    assert "What was decided\nshare: 150\nleft empty or erased: 5\n" in text
    assert "Month by month\nOct 2026: 100\nNov 2026: 50\n" in text
    assert "After 1 or 2 days: 20\n" in text
    assert not re.search(r"([^\w\s.])\1", text)


@pytest.mark.parametrize("plain", [True, False])
def test_why_the_counts_are_not_exact_is_said_first(*, plain: bool) -> None:
    """Whoever adds them up should not wonder."""
    text = " ".join(shown(plain=plain).split())
    assert text.startswith("Every count is rounded to the nearest 5, so that nobody can be picked")
    assert "parts may not add up to the whole" in text


@pytest.mark.parametrize(
    ("encoding", "mark", "other"),
    [("utf-8", "\u2588", "#"), ("cp437", "\u2588", "#"), ("latin-1", "#", "\u2588"),
     ("ascii", "#", "\u2588"), ("no such encoding", "#", "\u2588")],
)  # fmt: skip
def test_bars_are_drawn_with_what_the_terminal_has(encoding: str, mark: str, other: str) -> None:
    """A question mark for each part of a bar would be no bar."""
    drawn = bars((("a", 10),), Screen(Stream(encoding), plain=False, width=80))
    assert mark in drawn.rows[0][1]
    assert other not in drawn.rows[0][1]


@pytest.mark.parametrize("width", [60, 80, 100])
def test_bars_fit_beside_names_and_numbers(width: int) -> None:
    """No line is broken, and each bar is as long as its count is large."""
    lines = shown(plain=False, width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert not any(re.fullmatch(r"\s*\u2588+", line) for line in lines)
    lengths = {
        line.split("  ")[0].strip(): line.count("\u2588") for line in lines if "\u2588" in line
    }
    assert lengths["share-without-consent"] == pytest.approx(2 * lengths["seek-consent"], abs=1)


def test_on_a_narrow_screen_there_are_no_bars() -> None:
    """There is no room for them."""
    assert "\u2588" not in shown(plain=False, width=59)


@pytest.mark.parametrize(
    ("counts", "lengths"),
    [
        ((), []),
        ((("a", 0), ("b", 0)), [0, 0]),
        ((("a", 5), ("b", 5000)), [1, 40]),
        ((("a", 0), ("b", 10), ("c", 20)), [0, 20, 40]),
        ((("a" * 200, 10),), [40]),
    ],
)
def test_how_long_bars_are(counts: tuple[tuple[str, int], ...], lengths: list[int]) -> None:
    """The largest is the longest, none is invisible, nothing has none; numbers stand in line."""
    drawn = bars(counts, Screen(io.StringIO(), plain=False, width=80)).rows
    assert [value.count("\u2588") for _, value in drawn] == lengths
    assert len({len(re.match(r" *\d+", value)[0]) for _, value in drawn}) <= 1  # type: ignore[index]


def test_what_comes_to_nothing_has_no_list() -> None:
    """And of the rules, those most often overridden are told."""
    text = shown(plain=True)
    assert "erased words" not in text
    assert "Erased: 0" in text
    assert text.count("rule-") == 10
