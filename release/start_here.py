"""Starts infoshare where nothing is installed: from a folder, or from one file.

`release/portable.py` puts this into both, as `__main__.py`. From a folder the program runs where
it lies. From one file it is unpacked first, once for each build, into a folder of the person's
own, as Python cannot load compiled libraries out of a file.
"""

import os
import sys
import tempfile
from pathlib import Path

_RIGHTS_OF_OTHERS = 0o022
"""Somebody else could change what will run."""


def main() -> None:
    """Put the libraries first on the path, and start the program."""
    here = Path(__file__).resolve().parent
    if here.is_dir():
        start(here)
    elif (unpacked := kept(here)) is not None:
        start(unpacked)
    else:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as for_now:
            extract(here, Path(for_now))
            start(Path(for_now))


def start(folder: Path) -> None:
    """Run the program that lies in a folder; it ends the process."""
    sys.path.insert(0, str(folder / "lib"))
    from infoshare_cli.cli.main import start as run

    run()


def kept(archive: Path) -> Path | None:
    """Where this build lies unpacked, from now on if not before; None if it can lie nowhere."""
    try:
        folder = own_folder() / build_of(archive)
        if not folder.exists():
            unpack(archive, folder)
    except OSError:
        return None
    return folder if is_own(folder) else None


def own_folder() -> Path:
    """The person's own folder on this computer for what can be made again at any time."""
    if local := os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME"):
        return Path(local) / "infoshare" / "program"
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path.home() / caches / "infoshare" / "program"


def build_of(archive: Path) -> str:
    """The name of the build, which differs wherever anything in it does."""
    from zipimport import zipimporter

    return zipimporter(str(archive)).get_data("build.txt").decode("ascii").strip()


def unpack(archive: Path, folder: Path) -> None:
    """Unpack beside the place and move it there whole, so that nobody starts half a program."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".part-", dir=folder.parent))
    try:
        extract(archive, beside)
        beside.rename(folder)
    except OSError:
        from shutil import rmtree

        rmtree(beside, ignore_errors=True)
        # Another start was quicker, with the same build.
        if not folder.is_dir():
            raise


def extract(archive: Path, folder: Path) -> None:
    """Put everything that the file holds into a folder."""
    from zipfile import ZipFile

    with ZipFile(archive) as packed:
        packed.extractall(folder)


def is_own(folder: Path) -> bool:
    """Whether nobody else can have put something else there; on Windows the profile sees to it."""
    if os.name == "nt":
        return True
    known = folder.stat()
    return known.st_uid == os.getuid() and not known.st_mode & _RIGHTS_OF_OTHERS


if __name__ == "__main__":
    main()
