"""Ages: so many years, months or days back on the calendar."""

from calendar import monthrange
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.age import Age, read_age

NOW = datetime(2026, 11, 22, 14, 29, 45, 123_000, tzinfo=UTC)
TIMES = st.datetimes(datetime(1970, 1, 1), datetime(2999, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("6y", NOW.replace(year=2020)),
        ("18m", NOW.replace(year=2025, month=5)),
        ("11m", NOW.replace(year=2025, month=12)),
        ("90d", datetime(2026, 8, 24, 14, 29, 45, 123_000, tzinfo=UTC)),
        (" 6Y ", NOW.replace(year=2020)),
        ("9999y", datetime.min.replace(tzinfo=UTC)),
        ("9999m", NOW.replace(year=1193, month=8)),
    ],
)
def test_so_long_ago(text: str, then: datetime) -> None:
    """The same day of the month and the same time of day."""
    assert read_age(text).before(NOW) == then


@pytest.mark.parametrize(
    ("now", "text", "day"),
    [
        ((2024, 2, 29), "1y", (2023, 2, 28)),
        ((2024, 2, 29), "4y", (2020, 2, 29)),
        ((2026, 3, 31), "1m", (2026, 2, 28)),
        ((2026, 1, 31), "2m", (2025, 11, 30)),
    ],
)
def test_a_shorter_month_ends_at_its_last_day(
    now: tuple[int, int, int], text: str, day: tuple[int, int, int]
) -> None:
    """So that rather less counts as older than that."""
    assert read_age(text).before(datetime(*now, tzinfo=UTC)) == datetime(*day, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "6", "y", "0d", "06y", "-1y", "1.5y", "6 y", "6w", "10000d"])
def test_what_is_no_age(text: str) -> None:
    """Nothing is guessed: what follows cannot be undone."""
    with pytest.raises(ValueError, match="not a number from 1"):
        read_age(text)


@given(TIMES, st.integers(1, 999))
def test_twelve_months_are_a_year(now: datetime, years: int) -> None:
    """However it is said."""
    assert read_age(f"{years}y") == Age(months=12 * years, days=0)
    if 12 * years <= 9999:
        assert read_age(f"{years}y").before(now) == read_age(f"{12 * years}m").before(now)


@given(TIMES, st.integers(1, 9999), st.sampled_from("ymd"))
def test_more_is_never_later(now: datetime, number: int, unit: str) -> None:
    """An older limit takes no record that a younger one leaves."""
    less = read_age(f"{max(1, number - 1)}{unit}").before(now)
    assert read_age(f"{number}{unit}").before(now) <= less < now


@given(TIMES, st.integers(1, 9999))
def test_it_is_that_month_and_at_most_that_day(now: datetime, months: int) -> None:
    """Checked by another way of counting."""
    then = read_age(f"{months}m").before(now)
    assert (now.year - then.year) * 12 + now.month - then.month == months
    assert then.day == min(now.day, monthrange(then.year, then.month)[1])
    assert then.time() == now.time()


@given(TIMES, st.integers(1, 9999))
def test_days_are_days(now: datetime, days: int) -> None:
    """Of twenty-four hours, as all times of the log are in UTC."""
    assert now - read_age(f"{days}d").before(now) == timedelta(days=days)


def test_days_end_where_the_calendar_begins() -> None:
    """No age is an error that is only too long."""
    early = datetime(1, 2, 1, tzinfo=UTC)
    assert read_age("90d").before(early) == datetime.min.replace(tzinfo=UTC)
