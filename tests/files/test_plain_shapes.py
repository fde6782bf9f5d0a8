"""Plain data become values without pydantic, where pydantic makes the very same of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from infoshare_cli.core.conditions import Comes, Condition, Holds
from infoshare_cli.files.plain_shapes import Misfit, read_shape

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
    when: Condition | None = None


@dataclass(frozen=True)
class Unread:
    """A shape that no pack has."""

    pair: tuple[str, str] = ("", "")
    count: int = 0
    either: int | str = 0


WORDS = st.sampled_from(["one", "many", "yes", "no", "oak", "2026-11-22", "2026-11-32", "20261122"])
PLAIN = st.recursive(
    WORDS, lambda parts: st.lists(parts, max_size=2) | st.dictionaries(WORDS, parts, max_size=2)
)


def leaves() -> st.SearchStrategy[Any]:
    """A leaf, or nearly one."""
    kinds = st.sampled_from(["one", "many", "some"]) | PLAIN
    return st.fixed_dictionaries(
        {"name": st.just("a")}, optional={"kind": kinds, "size": WORDS, "more": WORDS}
    )


def trees() -> st.SearchStrategy[Any]:
    """A tree, or nearly one."""
    parts = {
        "name": st.just("oak") | PLAIN,
        "leaves": st.lists(leaves(), max_size=2) | PLAIN,
        "first": leaves() | PLAIN,
        "by_name": st.dictionaries(WORDS, leaves(), max_size=2) | PLAIN,
        "rings": st.lists(st.dictionaries(WORDS, st.lists(WORDS), max_size=1)) | PLAIN,
        "planted": WORDS | PLAIN,
        "when": st.just(Holds("serious")) | st.just(Comes("who", ("a",))) | WORDS,
    }
    needed = {name: parts.pop(name) for name in ("name", "leaves")}
    return st.fixed_dictionaries(needed, optional=parts) | st.fixed_dictionaries(
        {}, optional=needed
    )


def by_pydantic(shape: type, data: object) -> object:
    """What pydantic makes of the data; Misfit where it finds a fault."""
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError:
        return Misfit


def read(shape: type, data: object) -> object:
    """What is made of the data; Misfit where they do not fit."""
    try:
        return read_shape(shape, data)
    except Misfit:
        return Misfit


@given(trees() | PLAIN)
@example({"name": "oak", "leaves": [{"name": "a", "kind": "many"}], "planted": "2026-11-22"})
@example({"name": "oak", "leaves": [], "rings": [{"inner": ["x", "y"]}], "when": Holds("serious")})
@example({"name": "oak", "leaves": [], "when": "yes"})
@example({"name": "oak", "leaves": [], "by_name": {"c": {"name": "c", "size": "no"}}})
def test_the_same_comes_out_as_from_pydantic(data: object) -> None:
    """What fits is the same value, and what has a fault never becomes one."""
    assert read(Tree, data) == by_pydantic(Tree, data)


def test_values_that_are_built_already_stay() -> None:
    """A reader may have built a part with more care; that part is not looked into."""
    leaf = Leaf("a")
    tree = read_shape(Tree, {"name": "oak", "leaves": (leaf,), "first": leaf})
    assert tree.leaves[0] is leaf
    assert tree.first is leaf
    assert read_shape(Tree, tree) is tree


@pytest.mark.parametrize("planted", ["20261122", "2026-W47-7", "2026-11-22T00:00", "0", ""])
def test_a_day_is_written_in_one_way(planted: str) -> None:
    """Python itself reads more spellings than a person would expect of another."""
    assert read(Tree, {"name": "oak", "leaves": [], "planted": planted}) is Misfit


@pytest.mark.parametrize("data", [{"pair": ["a", "b"]}, {"count": "1"}, {"either": "a"}])
def test_a_shape_that_is_not_known_here_is_left_to_pydantic(data: object) -> None:
    """Nothing is guessed: other kinds of fields are never read by chance."""
    assert read(Unread, data) is Misfit
