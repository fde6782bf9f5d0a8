"""Writing what a person asked for into a file that they named."""

import os.path
from collections.abc import Iterable, Sequence
from pathlib import Path

from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, Fault


def check_new_file(output: Path) -> None:
    """See that a file can be made there, before anything is done that cannot be undone.

    Raises:
        CallError: something has that name already, or there is no such folder.
    """
    if os.path.lexists(output):
        raise _is_there(output)
    if not output.parent.is_dir():
        raise CallError(f"{output} cannot be written: there is no folder {output.parent}.")


def write_named_file(setup: Setup, output: Path, parts: Iterable[bytes]) -> None:
    """Write a new file, readable by its owner only, and say so on stderr.

    Raises:
        CallError: something has that name already, or it cannot be written.
    """
    from infoshare_cli.files.private_file import write_new_file
    from infoshare_cli.terminal.page import Text, show_page

    try:
        write_new_file(output, parts)
    except FileExistsError as error:
        raise _is_there(output) from error
    except OSError as error:
        raise CallError(f"{output} cannot be written: {error.strerror}.") from error
    show_page([Text(f"Written to {output}.")], setup.stderr())


def _is_there(output: Path) -> CallError:
    return CallError(f"{output} is there already, and nothing is replaced. Give another name.")


def unknown_ending(output: Path, endings: Sequence[str]) -> CallError:
    """The error to raise where the name of a new file does not say which kind to write."""
    *others, last = endings
    expected = f"a name that ends in {', '.join(others)} or {last}"
    fault = Fault("", f"the name {output.name}", expected)
    return CallError("The name of the file says what to write.", (fault,))
