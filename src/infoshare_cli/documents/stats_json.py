"""The counts over a log as JSON; every key is always there, every count is rounded.

`rounded_to`; `decisions` and `abandoned`: how many in all; `by_outcome`, `by_decision`, `by_area`,
`by_month` and `overridden_rules`: lists of a name (`outcome`, `decision`, `area`, `month`, `rule`;
null where it was left empty or erased) and its `count`, without those that come to 0; `overridden`:
`yes`, `no` and `erased` (cannot be told any more); `time_to_receipt`: what was shared, by the days
until it was confirmed: `same_day`, `days_1_to_2`, `days_3_to_7`, `longer`, `none_yet`; `erased`:
interviews that lost all words (`whole`) or some (`part`).
"""

from collections.abc import Iterable

from infoshare_cli.core.log_stats import ROUNDED_TO, Counted, LogStats


def stats_to_json(stats: LogStats) -> dict[str, object]:
    """The counts by their names; a name that was left empty or erased is null."""
    return {
        "rounded_to": ROUNDED_TO,
        "decisions": stats.decisions,
        "abandoned": stats.abandoned,
        "by_outcome": _counted("outcome", stats.by_outcome),
        "by_decision": _counted("decision", stats.by_decision),
        "by_area": _counted("area", stats.by_area),
        "by_month": _counted("month", stats.by_month),
        "overridden": dict(stats.overridden),
        "overridden_rules": _counted("rule", stats.overridden_rules),
        "time_to_receipt": dict(stats.time_to_receipt),
        "erased": dict(stats.erased),
    }


def _counted(key: str, counts: Iterable[Counted]) -> list[dict[str, object]]:
    return [{key: each.name, "count": each.count} for each in counts]
