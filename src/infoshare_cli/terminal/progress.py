"""How far a long piece of work has come, on a terminal that can draw; nowhere else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from infoshare_cli.terminal.page import Screen

Progress = Callable[[int, int], None]
"""Told how much is done, and how much is known to wait."""


@contextmanager
def show_progress(name: str, screen: Screen) -> Iterator[Progress]:
    """A bar while the work lasts; it leaves nothing behind."""
    if screen.plain:
        yield lambda _done, _waiting: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    console = Console(file=screen.stream, width=screen.width)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=console, transient=True) as bars:
        task = bars.add_task(name, total=None)
        yield lambda done, waiting: bars.update(task, completed=done, total=done + waiting)
