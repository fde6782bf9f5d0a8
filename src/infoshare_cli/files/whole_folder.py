"""A new folder that is written whole or not at all, whatever stops the program."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from infoshare_cli.files.private_file import make_private_folder, write_new_file
from infoshare_cli.files.whole_file import put_in_place


def write_folder(folder: Path, files: Mapping[str, bytes], token: str) -> None:
    """Write a folder that is not there yet, for its owner alone; on return it is on the disk.

    The files are written into a folder beside it, which then takes its name. A program that is
    killed leaves that one behind, and it is in nobody's way.

    Args:
        files: their names, and what stands in each.
        token: what no other writer uses at this moment, such as some random letters.

    Raises:
        OSError: it cannot be written, or something has its name; then nothing is left of it.
    """
    part = folder.with_name(f".infoshare-{token}.part")
    make_private_folder(part)
    try:
        for name, content in files.items():
            write_new_file(part / name, [content])
        put_in_place(part, folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
