"""Writing what a person asked for into a file that they named."""

from collections.abc import Iterable
from pathlib import Path

from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError


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
        raise CallError(
            f"{output} is there already, and an export replaces nothing. Give another name."
        ) from error
    except OSError as error:
        raise CallError(f"{output} cannot be written: {error.strerror}.") from error
    show_page([Text(f"Written to {output}.")], setup.stderr())
