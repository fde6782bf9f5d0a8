"""Dates in a text, in the forms that people in Britain use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTH_STARTS = "janfebmaraprmayjunjulaugsepoctnovdec"
_MONTH = (
    r"(?P<named>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})"
_YEAR = r"(?P<year>(?:1[89]|20)[0-9]{2}|'?[0-9]{2})"
_BREAK = r"[ ,/'-]{0,3}"

_FORMS = tuple(
    re.compile(rf"(?<![0-9])(?<![0-9][./-]){form}(?![0-9])(?![./-][0-9])", re.IGNORECASE)
    for form in (
        rf"{_DAY} ?(?P<mark>[./-]) ?(?P<month>[0-9]{{1,2}}) ?(?P=mark) ?{_YEAR}",
        r"(?P<day>[0-9]{2}) (?P<month>[0-9]{2}) (?P<year>(?:19|20)[0-9]{2})",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<mark>[./-])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})",
        rf"{_DAY}(?:st|nd|rd|th)?(?: of)?{_BREAK}{_MONTH}{_BREAK}{_YEAR}",
        rf"\b{_MONTH} ?(?:the )?{_DAY}(?:st|nd|rd|th)?(?:,? |/){_YEAR}",
    )
)
"""A day, a month and a year."""

_YEARS_TO_COME = 10
"""A year of two digits is the next ten years, such as the day of a review, or it is past."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day that stands in a text."""

    start: int
    end: int
    day: date


def written_dates(text: str, today: date) -> tuple[WrittenDate, ...]:
    """Every whole date that there is, in the order of the text; none of them overlap."""
    found = sorted(_of_all_forms(text, today), key=lambda each: (each.start, -each.end))
    kept: list[WrittenDate] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _of_all_forms(text: str, today: date) -> Iterator[WrittenDate]:
    for form in _FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            month = parts.get("month") or _month_number(parts["named"])
            if day := day_from(parts["day"], month, parts["year"], today):
                yield WrittenDate(*match.span(), day)


def _month_number(name: str) -> str:
    return str(_MONTH_STARTS.index(name[:3].lower()) // 3 + 1)


def day_from(day: str, month: str, year: str, today: date) -> date | None:
    """The date of these figures; the American order where ours cannot be meant; None for none."""
    full = _full_year(year.removeprefix("'"), today)
    return _date(full, month, day) or _date(full, day, month)


def _date(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _full_year(year: str, today: date) -> int:
    if len(year) > 2:
        return int(year)
    nearest = today.year - today.year % 100 + int(year)
    return nearest - 100 if nearest > today.year + _YEARS_TO_COME else nearest
