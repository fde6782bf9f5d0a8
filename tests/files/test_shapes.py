"""What was read becomes values of core only if it has their shape; if not, all faults are told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import ClassVar, Literal

import pytest

from infoshare_cli.errors import Fault
from infoshare_cli.files.shapes import try_build
from infoshare_cli.files.strict_yaml import parse_yaml

NOTHING_ELSE: Mapping[str, str] = MappingProxyType({"extra": "forbid"})


@dataclass(frozen=True)
class Leaf:
    """A group of keys within another."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    name: str
    kind: Literal["one", "many"] = "one"
    size: Literal["yes", "no"] | None = None


@dataclass(frozen=True)
class Tree:
    """Every kind of field that packs and contacts have."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    name: str
    leaves: tuple[Leaf, ...]
    first: Leaf | None = None
    by_name: Mapping[str, Leaf] = field(default_factory=dict)
    rings: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    planted: date | None = None


SOUND = """\
name: oak
leaves:
  - {name: a, kind: many}
first: {name: b, size: no}
by_name:
  c: {name: c}
rings:
  - {inner: [x, y]}
planted: 2026-11-22
"""


def test_data_of_the_right_shape_become_values() -> None:
    """Lists become tuples, and only a field that is a date becomes one."""
    faults: list[Fault] = []
    assert try_build(Tree, parse_yaml(SOUND.encode(), "a.yaml"), (), faults) == Tree(
        name="oak",
        leaves=(Leaf("a", "many"),),
        first=Leaf("b", size="no"),
        by_name={"c": Leaf("c")},
        rings=({"inner": ("x", "y")},),
        planted=date(2026, 11, 22),
    )


TABLE: list[tuple[str, str, tuple[int, int], str, str, str, str | None]] = [
    ("name: oak\n", "", (1, 1), "name", "nothing", "the key name", None),
    ("oak", "[oak]", (1, 1), "name", "a list", "text", None),
    ("oak", "{a: b}", (1, 1), "name", "keys with values", "text", None),
    ("name: oak", "nmae: oak", (1, 1), "nmae", "the unknown key nmae", "one of name", "name"),
    ("name: oak", "name: oak\nx: y", (2, 1), "x", "the unknown key x", "one of name", None),
    ("\n  - {name: a, kind: many}", " a", (2, 1), "leaves", "'a'", "a list", None),
    ("\n  - {name: a, kind: many}", " {a: b}", (2, 1), "leaves", "keys", "a list", None),
    ("- {name: a, kind: many}", "- a", (3, 5), "leaves[0]", "'a'", "keys with values", None),
    ("{name: a, kind: many}", "[a]", (3, 5), "leaves[0]", "a list", "keys with values", None),
    ("{name: a,", "{nam: a,", (3, 6), "leaves[0].nam", "the unknown key nam", "name, kind", "name"),
    ("kind: many", "kind: Many", (3, 15), "leaves[0].kind", "'Many'", "one, many", "many"),
    ("kind: many", "kind: []", (3, 15), "leaves[0].kind", "an empty list", "one, many", None),
    ("size: no", "size: false", (4, 18), "first.size", "'false'", "yes, no", "no"),
    ("size: no", "siez: no", (4, 18), "first.siez", "the unknown key siez", "size", "size"),
    ("{name: b, size: no}", "b", (4, 1), "first", "'b'", "keys with values", None),
    ("{name: c}", "{neme: c}", (6, 7), "by_name.c.neme", "the unknown key neme", "name", "name"),
    ("{name: c}", "{}", (6, 3), "by_name.c.name", "nothing", "the key name", None),
    ("\n  c: {name: c}", " [c]", (5, 1), "by_name", "a list", "keys with values", None),
    ("[x, y]", "x", (8, 6), "rings[0].inner", "'x'", "a list", None),
    ("[x, y]", "[x, [y]]", (8, 17), "rings[0].inner[1]", "a list", "text", None),
    ("2026-11-22", "2026-11-32", (9, 1), "planted", "'2026-11-32'", "YYYY-MM-DD", None),
    ("2026-11-22", "soon", (9, 1), "planted", "'soon'", "YYYY-MM-DD", None),
    ("2026-11-22", "2026-11-22T10:30", (9, 1), "planted", "T10:30'", "YYYY-MM-DD", None),
    ("2026-11-22", "[a]", (9, 1), "planted", "a list", "YYYY-MM-DD", None),
    ("oak", "oak\nname2: " + "x" * 100, (2, 1), "name2", "the unknown key", "name", "name"),
    ("kind: many", "kind: " + "x" * 100, (3, 15), "leaves[0].kind", "100 characters", "one", None),
    ("kind: many", 'kind: "x\\ny"', (3, 15), "leaves[0].kind", "3 characters", "one", None),
]


@pytest.mark.parametrize("row", TABLE, ids=[f"{row[2]}{row[1][:20]}" for row in TABLE])
def test_a_wrong_shape_says_what_is_wrong_and_where(
    row: tuple[str, str, tuple[int, int], str, str, str, str | None],
) -> None:
    """A slip is one fault: at its place, with what was expected and the key or word meant."""
    right, wrong, place, path, found, expected, suggestion = row
    assert right in SOUND
    document = parse_yaml(SOUND.replace(right, wrong, 1).encode(), "a.yaml")
    faults: list[Fault] = []
    assert try_build(Tree, document, (), faults) is None
    (fault,) = faults
    assert (fault.line, fault.column) == place
    assert (fault.file, fault.path, fault.suggestion) == ("a.yaml", path, suggestion)
    assert found in fault.found
    assert expected in fault.expected


def test_all_faults_of_shape_are_told_at_once() -> None:
    """A wrong key at the top does not hide a wrong kind further down."""
    document = parse_yaml(b"nam: x\nleaves: [{kind: x}, {name: [a]}]\n", "a.yaml")
    faults: list[Fault] = []
    assert try_build(Tree, document, (), faults) is None
    assert {fault.path for fault in faults} == {
        "nam",
        "leaves[0].name",
        "leaves[0].kind",
        "leaves[1].name",
    }
    assert len(faults) == 4


@pytest.mark.parametrize("at", [("tree",), ("tree", "x"), ("list", 3), ("list", "x"), ("x", 0)])
def test_a_part_that_is_not_there_is_a_fault(at: tuple[str | int, ...]) -> None:
    """Whoever asks for a key that is missing learns that, and no KeyError."""
    document = parse_yaml(b"list: [a]\nx: y\n", "a.yaml")
    faults: list[Fault] = []
    assert try_build(Tree, document, at, faults) is None
    assert [fault.found for fault in faults] == ["nothing"]


def test_keys_that_the_reader_put_in_are_not_called_known() -> None:
    """What a reader adds to an entry is not for a person to write."""
    document = parse_yaml(b"name: a\nknd: one\n", "a.yaml")
    faults: list[Fault] = []
    data = {"name": "a", "knd": "one", "kind": "one"}
    assert try_build(Leaf, document, (), faults, data) is None
    (fault,) = faults
    assert (fault.expected, fault.suggestion) == ("one of name, size", None)
