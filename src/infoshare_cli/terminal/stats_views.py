"""The counts over a log on a page: names, numbers and, where they can be drawn, bars."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from infoshare_cli.core.log_stats import ROUNDED_TO, Counted, LogStats
from infoshare_cli.terminal.bars import Count, bars
from infoshare_cli.terminal.page import Block, Heading, Rows, Screen, Text

_WHY_ROUNDED = (
    f"Every count is rounded to the nearest {ROUNDED_TO}, so that nobody can be picked out from a "
    "small number. So parts may not add up to the whole, and 0 may stand for 1 or 2. Outcomes, "
    "areas and rules that come to 0 are left out."
)
_NOT_KNOWN = "left empty or erased"
_MOST_RULES = 10
"""Rules that are told, the most often overridden first."""
_OVERRIDDEN = {"no": "As the rules say", "yes": "Otherwise", "erased": "Erased"}
_TIMES = {
    "same_day": "The same day",
    "days_1_to_2": "After 1 or 2 days",
    "days_3_to_7": "After 3 to 7 days",
    "longer": "Later",
    "none_yet": "Not yet",
}
_ERASED = {"whole": "All words", "part": "Some words"}


def stats_page(stats: LogStats, screen: Screen) -> tuple[Block, ...]:
    """The counts, and why they are not exact."""
    charts = (
        ("What the rules came to", _named(stats.by_outcome)),
        ("What was decided", _named(stats.by_decision)),
        ("As the rules say, or otherwise", _fixed(_OVERRIDDEN, stats.overridden)),
        ("Rules most often overridden", _named(stats.overridden_rules[:_MOST_RULES])),
        ("Where the child lives", _named(stats.by_area)),
        ("Month by month", tuple(_months(stats.by_month))),
        ("When it was confirmed that it arrived", _fixed(_TIMES, stats.time_to_receipt)),
        ("Interviews with erased words", _fixed(_ERASED, stats.erased)),
    )
    return (
        Text(_WHY_ROUNDED),
        Heading("In all"),
        Rows(
            (
                ("Decisions", str(stats.decisions)),
                ("Abandoned interviews", str(stats.abandoned)),
            )
        ),
        *(block for title, counts in charts for block in _chart(title, counts, screen)),
    )


def _chart(title: str, counts: Sequence[Count], screen: Screen) -> tuple[Block, ...]:
    return (Heading(title), bars(counts, screen)) if _any(counts) else ()


def _any(counts: Sequence[Count]) -> bool:
    return any(count for _, count in counts)


def _named(counts: Sequence[Counted]) -> tuple[Count, ...]:
    return tuple((each.name or _NOT_KNOWN, each.count) for each in counts)


def _fixed(words: Mapping[str, str], counts: Mapping[str, int]) -> tuple[Count, ...]:
    return tuple((told, counts[name]) for name, told in words.items())


def _months(counts: Sequence[Counted]) -> Iterator[Count]:
    for each in counts:
        yield f"{date.fromisoformat(f'{each.name}-01'):%b %Y}", each.count
