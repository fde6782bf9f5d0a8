"""Gives the program a clock that stands still, so that a document can show days and times.

`python tests/followed/fixed_clock.py 2026-11-23T10:00 assess` is `infoshare assess` at that time.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from unittest.mock import patch

from infoshare_cli.cli import setup


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """The one reading of the program's clock gives this moment, which is in UTC."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return moment.astimezone(tz)

    with patch.object(setup, "datetime", Stopped):
        yield


def main() -> None:
    """Run the program at the time that stands first."""
    from infoshare_cli.cli.main import start

    moment = datetime.fromisoformat(sys.argv.pop(1)).replace(tzinfo=UTC)
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    with clock_at(moment):
        start()


if __name__ == "__main__":
    main()
