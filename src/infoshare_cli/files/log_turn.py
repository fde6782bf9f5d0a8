"""Turns at the decision log: a lock file beside it, which is never replaced or deleted."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infoshare_cli.errors import LogError

LOCK_SECONDS = 10.0
"""How long a writer waits for its turn; one append takes a few milliseconds."""


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Hold the log's lock. Raises LogError where another writer has it for too long.

    Raises OSError where the lock file cannot be made or opened.
    """
    # Slow to import, and only a writer needs it.
    from filelock import FileLock, Timeout

    lock = FileLock(lock_path(path), timeout=LOCK_SECONDS, mode=0o600, preserve_lock_file=True)
    try:
        lock.acquire()
    except Timeout as error:
        raise LogError(
            f"The decision log {path} is busy: another program has been writing to it for "
            f"{LOCK_SECONDS:.0f} seconds. Nothing was written. Try again."
        ) from error
    try:
        yield
    finally:
        lock.release()


def lock_path(path: Path) -> Path:
    """Where the lock file of a log is."""
    return path.with_name(f"{path.name}.lock")
