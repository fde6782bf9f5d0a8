"""Writing what a person asked for into a file that they named."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, Fault


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
            f"{output} is there already, and nothing is replaced. Give another name."
        ) from error
    except OSError as error:
        raise CallError(f"{output} cannot be written: {error.strerror}.") from error
    show_page([Text(f"Written to {output}.")], setup.stderr())


def unknown_ending(output: Path, endings: Sequence[str]) -> CallError:
    """The error to raise where the name of a new file does not say which kind to write."""
    *others, last = endings
    expected = f"a name that ends in {', '.join(others)} or {last}"
    fault = Fault("", f"the name {output.name}", expected)
    return CallError("The name of the file says what to write.", (fault,))
