"""Answers to a shell that asks what the Tab key can put there.

Our scripts (infoshare completion) call the program with `_INFOSHARE_COMPLETE` set; Typer finds
out what may stand at the cursor. It answers in its form for bash, a word a line, in which we
let a tab and what explains the word follow. Its own scripts are not used: they load rich at
every press of the key, and the one for PowerShell changes what the Tab key does elsewhere.
"""

import os

from typer.main import get_install_completion_arguments

VARIABLE = "_INFOSHARE_COMPLETE"
"""Set by a shell that asks; the name is Typer's, after that of the program."""


def prepare_answer() -> None:
    """Have the program answer a shell, if one is asking; nothing happens otherwise."""
    if VARIABLE in os.environ:
        # Called for what it does on the way: it makes the shells known to Typer.
        get_install_completion_arguments()
