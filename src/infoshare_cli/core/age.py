"""How long ago: an age in years, months or days, counted back on the calendar."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

_AGE = re.compile("([1-9][0-9]{0,3})([ymd])")
"""At most four digits: nobody keeps a record for ten thousand years."""
_MONTHS = {"y": 12, "m": 1, "d": 0}


@dataclass(frozen=True, slots=True)
class Age:
    """So many months and days; one of them is 0."""

    months: int
    days: int

    def before(self, now: datetime) -> datetime:
        """The same time of day, that long ago; what is earlier than this is older.

        Where that month is shorter it is its last day, so that rather less counts as older. Where
        the calendar does not reach so far it is the beginning of it.
        """
        year, month = divmod(now.year * 12 + now.month - 1 - self.months, 12)
        earliest = datetime.min.replace(tzinfo=now.tzinfo)
        if year < earliest.year:
            return earliest
        day = min(now.day, monthrange(year, month + 1)[1])
        then = now.replace(year=year, month=month + 1, day=day)
        return earliest if self.days > (then - earliest).days else then - timedelta(self.days)


def read_age(text: str) -> Age:
    """The age that a person typed: '6y', '18m', '90d'; at least one of them.

    Raises:
        ValueError: the text is none.
    """
    found = _AGE.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError("not a number from 1 with y, m or d after it")
    number, unit = int(found[1]), found[2]
    return Age(months=number * _MONTHS[unit], days=number if unit == "d" else 0)
