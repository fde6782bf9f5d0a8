"""Which version of what the program stands on is installed."""

import platform
import re
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from infoshare_cli import __version__
from infoshare_cli.core.checkup.report import Known

_PACKAGE = "infoshare-cli"
_NAME = re.compile("[^A-Za-z0-9_.-]")
_COMPILED = ("pydantic_core",)
"""Libraries with a compiled part that cannot be done without."""


def installed_facts() -> dict[str, Known]:
    """Versions, the system, and where the program is, by the names of `report.FACTS`."""
    return {
        "version": __version__,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "platform": platform.platform(),
        "installed_in": str(Path(sys.prefix)),
        "libraries": {name: found for name in _needed() if (found := _version(name))},
    }


def missing_libraries() -> tuple[str, ...]:
    """What the program needs and is not installed as a package."""
    return tuple(name for name in _needed() if _version(name) is None)


def reads_yaml_slowly() -> bool:
    """Whether YAML is read without the part that is written in C, some ten times as slowly."""
    import yaml

    return not yaml.__with_libyaml__


def unloadable_libraries() -> tuple[str, ...]:
    """What is installed, and compiled, and cannot be loaded: this computer may forbid it."""
    return tuple(name for name in _COMPILED if not _loads(name))


def _loads(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        return False
    return True


def _needed() -> tuple[str, ...]:
    """What the package says that it needs, without its extras."""
    try:
        told = requires(_PACKAGE) or ()
    except PackageNotFoundError:
        return ()
    return tuple(_NAME.split(each)[0] for each in told if "extra ==" not in each)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
