"""What is said of the log as a whole."""

from dataclasses import replace
from datetime import timedelta

from infoshare_cli.core.checkup.judge_log import LogState, judge_log
from infoshare_cli.core.checkup.report import Finding
from infoshare_cli.core.record import write_time
from infoshare_cli.core.verify import Break, Verdict
from tests.conftest import NOON

VERDICT = Verdict(
    integrity="ok",
    completeness="unchecked",
    signature="none",
    records=2,
    first_broken=None,
    redacted=0,
    torn=False,
    remarks=(),
)
WELL = LogState(VERDICT, write_time(NOON), set_aside=0, other_log=None)


def found(state: LogState) -> dict[str, Finding]:
    """The findings by their ids."""
    return {each.id: each for each in judge_log(state, NOON)}


def test_a_sound_log_is_told_with_what_it_cannot_show() -> None:
    """How many records there are, and that only an anchor shows a missing end."""
    (finding,) = found(WELL).values()
    assert finding.state == "ok"
    assert "2 records" in finding.found
    assert "anchor" in finding.found
    one = found(replace(WELL, verdict=replace(VERDICT, records=1)))
    assert "1 record." in one["log.integrity"].found


def test_no_records_are_no_trouble() -> None:
    """Whoever has recorded nothing yet has nothing to put right."""
    (finding,) = found(LogState(replace(VERDICT, records=0), None, 0, None)).values()
    assert (finding.state, finding.found) == ("ok", "There are no records yet.")


def test_a_broken_log_is_wrong_and_its_line_is_named() -> None:
    """What is broken in the line may be words of a case, so only the line is told."""
    verdict = replace(VERDICT, integrity="broken", first_broken=Break(2, 2, "words of a case"))
    finding = found(replace(WELL, verdict=verdict))["log.integrity"]
    assert finding.state == "wrong"
    assert "line 2" in finding.found
    assert "words" not in finding.found + finding.advice


def test_what_is_odd_is_worth_a_look() -> None:
    """A torn end, lines set aside, a clock set back, a time to come, and a second log."""
    odd = LogState(
        replace(VERDICT, torn=True, remarks=("The clock was set back.",)),
        write_time(NOON + timedelta(hours=1)),
        set_aside=2,
        other_log="/home/sam/decisions.jsonl",
    )
    findings = found(odd)
    looked = {name for name, each in findings.items() if each.state == "look"}
    assert looked == {"log.torn", "log.set_aside", "log.clock", "log.future", "log.other"}
    assert all(findings[name].advice for name in looked)


def test_clocks_may_differ_by_a_little() -> None:
    """A log that came from another computer is not suspected for seconds."""
    later = write_time(NOON + timedelta(seconds=59))
    assert set(found(replace(WELL, last_time=later))) == {"log.integrity"}
