"""Documents to standard output: UTF-8, whatever the console's encoding."""

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infoshare_cli.cli.setup import Setup


def print_json(value: object) -> None:
    """Write one JSON document and a line feed to standard output, and nothing else.

    Letters beyond ASCII are escaped, so that no console's encoding can fail on them.
    """
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=True) + "\n")


def write_document(setup: "Setup", parts: Iterable[bytes]) -> None:
    """Write a document of UTF-8 to standard output: as it is, or cleaned for a terminal."""
    from infoshare_cli.terminal.page import clean_text, is_terminal

    screen = setup.stdout()
    for part in parts:
        if is_terminal(screen.stream):
            screen.stream.write(clean_text(part.decode("utf-8-sig"), screen))
        else:
            # As bytes: the console's encoding and line ends must not change the data.
            sys.stdout.buffer.write(part)
    sys.stdout.flush()
