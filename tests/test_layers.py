"""Imports point inward: errors <- core <- files, documents, terminal, privacy <- cli."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import infoshare_cli

PACKAGE = Path(infoshare_cli.__file__).parent
MODULES = [path.relative_to(PACKAGE) for path in sorted(PACKAGE.rglob("*.py"))]
MAY_USE: dict[str, set[str]] = {
    "errors": set(),
    "core": {"errors", "core"},
    "files": {"errors", "core", "files", ""},
    "documents": {"errors", "core", "documents"},
    "terminal": {"errors", "core", "terminal"},
    "privacy": {"errors", "core", "privacy"},
    "cli": {"errors", "core", "files", "documents", "terminal", "privacy", "cli", ""},
    "__main__": {"cli"},
    "__init__": set(),
}
"""Layer -> the layers that it may import; '' is the package itself, for its version."""


def imports(module: Path) -> Iterator[tuple[str, ...]]:
    """What a module imports, wherever in it, as the parts of a dotted name."""
    for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative"
            for alias in node.names:
                yield (*(node.module or "").split("."), alias.name)


def layers_used(module: Path) -> set[str]:
    """The layers that a module imports from; '' where it takes a name of the package itself."""
    ours = [name[1:] for name in imports(module) if name[0] == "infoshare_cli"]
    return {name[0] if name and name[0] in MAY_USE else "" for name in ours}


@pytest.mark.parametrize("module", MODULES, ids=Path.as_posix)
def test_imports_point_inward(module: Path) -> None:
    """A layer knows only those further in; those beside one another stay apart."""
    assert layers_used(module) <= MAY_USE[module.parts[0].removesuffix(".py")]


NOT_IN_CORE = {"io", "os", "pathlib", "random", "secrets", "sys", "tempfile", "time", "uuid"}
"""Files, clock, randomness: they are handed in, so that a case always comes to the same."""


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[0] == "core"], ids=Path.as_posix)
def test_core_needs_the_standard_library_alone(module: Path) -> None:
    """Nothing that was installed beside it decides anything, and it only thinks."""
    allowed = sys.stdlib_module_names - NOT_IN_CORE | {"infoshare_cli"}
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}

    assert {name[0] for name in imports(module)} <= allowed
    assert called.isdisjoint({"open", "print", "input", "datetime.now", "date.today"})
