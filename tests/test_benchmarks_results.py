"""What is published of the benchmarks agrees with itself; nothing here is timed."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from benchmarks.pairs import Cost, compare, time_rounds
from benchmarks.report import BEGIN, END, put_tables
from benchmarks.results import PICTURE, README, RESULTS, SECTIONS, Results, digest_of, missed
from benchmarks.startup import STARTS
from benchmarks.table import print_line, told_line, told_ratio, told_seconds


def published() -> Results:
    """The results that were published last."""
    loaded: Results = json.loads(RESULTS.read_text(encoding="utf-8"))
    return loaded


def test_the_readme_shows_the_results() -> None:
    """Its tables are those that the results make."""
    text = README.read_text(encoding="utf-8")
    assert put_tables(text, published()) == text


def test_the_picture_was_drawn_from_the_results() -> None:
    """It names their digest, and says every number that it marks; its text is text."""
    results = published()
    drawn = ET.parse(PICTURE)  # noqa: S314 - a file of ours
    told = ["".join(each.itertext()) for each in drawn.iter() if each.tag.endswith("}text")]
    assert f"sha256:{digest_of(RESULTS)}" in PICTURE.read_text(encoding="utf-8")
    for line in (line for name in SECTIONS for line in results[name]):
        if line["goal"] is not None and not line["at_least"] and line not in results["decisions"]:
            assert line["name"] in told
            assert f"{line[line['judged']]['median']:.3g}" in told
    for line in results["decisions"]:
        assert told_seconds(line["busy_seconds"] or line["seconds"]) in told


def test_the_results_are_whole_and_meet_their_goals() -> None:
    """Every part was measured, start-up by 50 pairs; what misses a goal is not published."""
    results = published()
    assert {each["name"] for each in results["start-up"]} == {each.name for each in STARTS}
    assert {each["clock"]["pairs"] for each in results["start-up"]} == {50}
    assert all(results[name] for name in SECTIONS)
    assert list(missed(results)) == []


def test_only_what_stands_between_the_comments_is_replaced() -> None:
    """The rest of the page is written by hand, and a page without the comments is refused."""
    page = f"Before.\n{BEGIN}\nold\n{END}\nAfter.\n"
    new = put_tables(page, published())
    assert new.startswith(f"Before.\n{BEGIN}\n\nMeasured on ")
    assert new.endswith(f"\n\n{END}\nAfter.\n")
    assert "old\n" not in new
    with pytest.raises(ValueError, match="there is no line"):
        put_tables("No comments.", published())


def test_rounds_take_turns_and_ratios_are_of_the_same_round() -> None:
    """Every other round runs backwards, so that none always comes first."""
    order: list[str] = []

    def run(name: str, seconds: float) -> Cost:
        order.append(name)
        return Cost(seconds * len(order), None)

    costs = time_rounds({"a": lambda: run("a", 1.0), "b": lambda: run("b", 2.0)}, 3)
    assert order == ["a", "b", "b", "a", "a", "b", "b", "a"]
    ratios = compare(costs["b"], costs["a"])
    assert (ratios.clock.low, ratios.clock.pairs, ratios.processor) == (2 * 3 / 4, 3, None)
    assert ratios.clock.high == 2 * 6 / 5


def test_the_interval_comes_from_the_order_of_the_ratios() -> None:
    """Of 50 ratios, the 20th and the 32nd stand around the median with 90 per cent."""
    ones = [Cost(1.0, 1.0)] * 50
    ratio = compare([Cost(float(n), float(n)) for n in range(1, 51)], ones).clock
    assert (ratio.median, ratio.low, ratio.high) == (25.5, 20.0, 32.0)


@pytest.mark.parametrize(
    ("goal", "at_least", "met"),
    [
        (1.0, False, False),
        (1.5, False, True),
        (None, False, None),
        (3.5, True, True),
        (4, True, False),
    ],
)
def test_a_goal_is_met_when_the_end_that_speaks_for_it_is_within(
    goal: float | None, at_least: bool, met: bool | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lower end for "at most", the upper end for "at least"; without a goal nothing is met."""
    costs = [Cost(each, None) for each in (1.0, 2.0, 3.9)]
    ratios = compare(costs, [Cost(1.0, None)] * 3)
    line = print_line("this", "that", ratios, ratios.clock, goal, at_least=at_least)
    assert (line["met"], line["judged"]) == (met, "clock")
    assert capsys.readouterr().out == told_line(line) + "\n"


def test_results_that_miss_a_goal_are_named() -> None:
    """Lines, memory and calls alike."""
    results: dict[str, Any] = {
        "log": [{"name": "verify", "beside": "bare", "met": False}, {"met": None}],
        "memory": {"rules prove": {"met": False}},
        "calls": [{"records": 1000, "met": False}],
    }
    told = ["verify, beside bare", "memory of rules prove", "calls on a log of 1,000"]
    assert list(missed(results)) == told


def test_numbers_are_told_in_the_unit_that_reads_best() -> None:
    """Three figures are enough."""
    assert [told_seconds(each) for each in (12.34, 0.01234, 0.0009999, 0.0000123)] == [
        "12.3 s",
        "12.3 ms",
        "1 ms",
        "12.3 us",
    ]
    assert told_ratio({"median": 1.234, "low": 1.0, "high": 160.0}) == "1.23 (1 to 160)"
    assert told_ratio(None) == "not counted"


def test_a_digest_is_the_same_whatever_ends_the_lines(tmp_path: Path) -> None:
    """A checkout on Windows may have others."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"{\n}\n")
    other.write_bytes(b"{\r\n}\r\n")
    assert digest_of(one) == digest_of(other)
