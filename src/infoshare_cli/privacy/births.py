"""Dates of birth, told apart from the dates of what was done.

A date is one of birth where the text says so ("born", "DOB"). A whole date of which nothing is
said counts too, if it is more than a year past: a list of children mostly reads "A., 3/4/2015".
What happened has a word before or after it ("on", "since", "dated", "meeting", a day of the
week, a time of day) or was of late.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from infoshare_cli.privacy.reading import Place
from infoshare_cli.privacy.written_dates import WrittenDate, day_from, written_dates

LATEST = timedelta(days=366)
"""How long a date without a word must be past; events in a record are mostly of this year."""
OLDEST = timedelta(days=366 * 120)
CHILDHOOD = timedelta(days=366 * 19)

_BORN = (
    r"(?<![a-z-])(?:born|d\.? ?o\.? ?b\b|date of birth|birth ?date|birth ?day|year of birth"
    r"|yob\b|gave birth|b\.(?= ?[0-9]))"
)
_SAYS_BORN = re.compile(rf"{_BORN}[^0-9.!?;\n]{{0,30}}\.?[^0-9.!?;\n]{{0,3}}$", re.IGNORECASE)
_SAYS_BORN_BEHIND = re.compile(
    r"[ ,(:-]{0,4}(?:d\.? ?o\.? ?b\b|date of birth|birth ?date|birth ?day|born\b"
    r"|is (?:\w{1,20} ){1,3}birth ?day)",
    re.IGNORECASE,
)
_PART_OF_DATE = re.compile(
    rf"{_BORN}[^0-9.!?;\n]{{0,30}}?\.?[^0-9.!?;\n]{{0,3}}?(?<!since )(?<!after )"
    r"(?<!until )(?<!before )"
    r"(?P<part>[0-9]{8}|[0-9]{6}|"
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]{0,6}\.?(?: [0-9]{1,2}(?:st|nd|rd|th)?\b)?(?: (?:19|20)[0-9]{2})?"
    r"|(?:19|20)[0-9]{2})(?![0-9a-z]|[./-][0-9])",
    re.IGNORECASE,
)
"""Behind such a word even six figures, a month or a year alone tell it."""

_BIRTHDAY_BEHIND = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]{0,6}(?= (?:is|was) (?:\w{1,20} ){1,3}birth ?day)",
    re.IGNORECASE,
)

_EVENT_BEFORE = re.compile(
    r"\b(?:on|since|from|by|until|till|dated?|before|after|between|of|at|in|for|this|day|due"
    r"|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|meeting|visit|call|e-?mail|letter"
    r"|report|order|referral|referred|review|reviewed|conference|appointment|incident|assessment"
    r"|hearing|statement|entry|note|form|contact|started|ended|updated|agreed|refused"
    r"|withdrawn|version|section|paragraph|para|chapter|rule|today|yesterday|last|next)"
    r"[\W_]{0,3}(?:the )?$"
    r"|\b(?:seen|visited|met|rang|called|sent|received|asked|told|given|signed|made|reported)\b"
    r"[^0-9.,;:()\n]{0,40}$",
    re.IGNORECASE,
)
_EVENT_BEHIND = re.compile(
    r"[ ,]{0,2}(?:\(?(?:mon|tues|wednes|thurs|fri|satur|sun)day|at [0-9]|[0-9]{1,2}[:.][0-9]{2}\b"
    r"|[0-9]{1,2} ?[ap]m\b|(?:meeting|visit|call|letter|report|order|referral|review|conference"
    r"|appointment|incident|assessment|hearing|statement|entry|note|contact)\b"
    r"| ?[:-] ?(?-i:[a-z]))",
    re.IGNORECASE,
)
_LINKED = re.compile(r"[ ,;]{0,3}(?:and|or|to|until|till|&|-|then)?[ ,;]{0,3}", re.IGNORECASE)
_WINDOW = 48
"""Characters beside a date that are looked at."""

_FIGURES = re.compile(r"(?<![0-9])(?:[0-9]{2}){3}(?:[0-9]{2})?(?![0-9])")


def births(text: str, today: date, dates: tuple[WrittenDate, ...] | None = None) -> Iterator[Place]:
    """Dates of birth, and the years and months that are said to be of one."""
    was_birth, behind = False, 0
    for each in written_dates(text, today) if dates is None else dates:
        linked = behind and _LINKED.fullmatch(text, behind, each.start)
        was_birth = _is_birth(text, each, today, was_birth if linked else None)
        behind = each.end
        if was_birth:
            yield each.start, each.end
    yield from (match.span("part") for match in _PART_OF_DATE.finditer(text))
    yield from (match.span() for match in _BIRTHDAY_BEHIND.finditer(text))


def births_in_reference(text: str, today: date) -> Iterator[Place]:
    """What could be one in a case number: a past date, or figures that read as one."""
    for each in written_dates(text, today):
        if _is_long_past(each.day, today):
            yield each.start, each.end
    for match in _FIGURES.finditer(text):
        day = _day_of_figures(match[0], today)
        oldest = OLDEST if len(match[0]) > 6 else CHILDHOOD
        if day and LATEST < today - day < oldest:
            yield match.span()
    yield from births(text, today)


def _day_of_figures(figures: str, today: date) -> date | None:
    """'030415' and '03042015' as a day; eight figures may begin with the year."""
    if len(figures) > 6 and figures[:2] in {"19", "20"} and figures[4:6] <= "12":
        return day_from(figures[6:], figures[4:6], figures[:4], today)
    return day_from(figures[:2], figures[2:4], figures[4:], today)


def _is_birth(text: str, each: WrittenDate, today: date, before: bool | None) -> bool:
    """Whether a date is one of birth; `before` is what the date linked to it was."""
    ahead = text[max(0, each.start - _WINDOW) : each.start]
    if _SAYS_BORN.search(ahead) or _SAYS_BORN_BEHIND.match(text, each.end):
        return True
    if before is not None:
        return before
    said = _EVENT_BEFORE.search(ahead) or _EVENT_BEHIND.match(text, each.end)
    return not said and _is_long_past(each.day, today)


def _is_long_past(day: date, today: date) -> bool:
    return LATEST < today - day < OLDEST
