"""Days by this computer's clock, which core is handed and does not read."""

from datetime import date, datetime


def local_day(at: datetime) -> date:
    """The day of an instant where this computer is, summer time heeded."""
    return at.astimezone().date()
