"""The counts over a log as JSON."""

from infoshare_cli.core.log_stats import Counted, LogStats
from infoshare_cli.documents.stats_json import stats_to_json

TIMES = {"same_day": 5, "days_1_to_2": 0, "days_3_to_7": 0, "longer": 0, "none_yet": 0}


def test_every_count_has_its_name() -> None:
    """Each list says what it is by; what was left empty or erased is null."""
    stats = LogStats(
        decisions=10,
        abandoned=5,
        by_outcome=(Counted("seek-consent", 10),),
        by_decision=(Counted(None, 5),),
        by_area=(),
        by_month=(Counted("2026-11", 10),),
        overridden={"yes": 5, "no": 5, "erased": 0},
        overridden_rules=(Counted("weigh", 5),),
        time_to_receipt=TIMES,
        erased={"whole": 0, "part": 5},
    )
    assert stats_to_json(stats) == {
        "rounded_to": 5,
        "decisions": 10,
        "abandoned": 5,
        "by_outcome": [{"outcome": "seek-consent", "count": 10}],
        "by_decision": [{"decision": None, "count": 5}],
        "by_area": [],
        "by_month": [{"month": "2026-11", "count": 10}],
        "overridden": {"yes": 5, "no": 5, "erased": 0},
        "overridden_rules": [{"rule": "weigh", "count": 5}],
        "time_to_receipt": TIMES,
        "erased": {"whole": 0, "part": 5},
    }
