"""Builds infoshare for computers where nobody may install: one folder, and one file.

    python release/portable.py dist/infoshare_cli-1.4.0-py3-none-any.whl --system windows

Both hold the program, the libraries of `release/program.txt` for each Python, and `start_here.py`.
Libraries for another system are loaded from the registry as they are, so any system will do to
build. Needs the network, and uv from the dependency group `release`.
"""

import argparse
import hashlib
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).parent
LOCK = HERE / "program.txt"
START = HERE / "start_here.py"
PYTHONS = ("3.11", "3.12", "3.13")

SYSTEMS = {
    "windows": "x86_64-pc-windows-msvc",
    "macos": "aarch64-apple-darwin",
    "linux": "x86_64-manylinux_2_28",
}
"""Our names, and those of uv."""
_THIS = {"Windows": "windows", "Darwin": "macos"}.get(platform.system(), "linux")
_NOT_NEEDED = ("bin", ".lock")
"""Starters that name the Python of the builder, and what uv leaves behind."""


def main(arguments: Sequence[str]) -> None:
    """Write the folder, and the file beside it, and say where."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("wheel", type=Path, help="infoshare as a wheel")
    parser.add_argument("--system", choices=SYSTEMS, default=_THIS)
    parser.add_argument("--python", nargs="+", default=PYTHONS, metavar="X.Y")
    parser.add_argument("--output", type=Path, default=Path("dist"), metavar="FOLDER")
    given = parser.parse_args(arguments)
    version = given.wheel.name.split("-")[1]
    folder = given.output / f"infoshare-{version}-{given.system}"
    build_folder(folder, given.wheel, SYSTEMS[given.system], given.python)
    archive = folder.with_name(f"{folder.name}.pyz")
    pack(folder, archive)
    sys.stdout.write(f"{folder}\n{archive}\n")


def build_folder(folder: Path, wheel: Path, system: str, pythons: Sequence[str]) -> None:
    """Make the folder that `python FOLDER` starts.

    Raises:
        FileExistsError: it is there already.
        subprocess.CalledProcessError: a library is not to be had, or its hash is wrong.
    """
    folder.mkdir(parents=True)
    lib = folder / "lib"
    with tempfile.TemporaryDirectory() as beside:
        for python in pythons:
            one = Path(beside) / python
            install(one, python, system, "--require-hashes", "--requirements", str(LOCK))
            add(one, lib)
    install(lib, pythons[0], system, str(wheel))
    for name in _NOT_NEEDED:
        shutil.rmtree(lib / name, ignore_errors=True)
        (lib / name).unlink(missing_ok=True)
    shutil.copyfile(START, folder / "__main__.py")
    (folder / "build.txt").write_text(f"{build_name(folder)}\n", encoding="ascii")


def install(into: Path, python: str, system: str, *what: str) -> None:
    """Put wheels, and nothing that they would ask for, into a folder."""
    where = ("--target", str(into), "--python-platform", system, "--python-version", python)
    rules = ("--no-deps", "--only-binary", ":all:", "--quiet")
    call = [sys.executable, "-m", "uv", "pip", "install", *where, *rules, *what]
    subprocess.run(call, check=True)


def add(one: Path, lib: Path) -> None:
    """Lay the libraries for one Python beside those for others.

    A compiled file carries its Python in its name; whatever else differs is a note about the wheel.

    Raises:
        ValueError: one name stands for two contents, so one folder cannot serve both.
    """
    for path in files_in(one):
        at = lib / path.relative_to(one)
        if not at.exists():
            at.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, at)
        elif not _is_note(path) and at.read_bytes() != path.read_bytes():
            raise ValueError(f"{path.relative_to(one)} differs from one Python to another")


def _is_note(path: Path) -> bool:
    return any(part.endswith(".dist-info") for part in path.parts)


def build_name(folder: Path) -> str:
    """A short name that differs wherever a file of the folder does."""
    seen = hashlib.sha256()
    for path in files_in(folder):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        seen.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return seen.hexdigest()[:16]


def pack(folder: Path, archive: Path) -> None:
    """Put the folder into one file, the same byte by byte whenever it is made."""
    with ZipFile(archive, "w", ZIP_DEFLATED) as packed:
        for path in files_in(folder):
            entry = ZipInfo(path.relative_to(folder).as_posix())
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, path.read_bytes())


def files_in(folder: Path) -> Iterator[Path]:
    """All files of a folder, in one order everywhere, without what Python compiled meanwhile."""
    for path in sorted(folder.rglob("*"), key=Path.as_posix):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


if __name__ == "__main__":
    main(sys.argv[1:])
