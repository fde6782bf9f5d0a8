"""The path from a record to a later head, against a Merkle mountain range from its definition."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core import inclusion
from infoshare_cli.core.inclusion import (
    Tree,
    needed,
    path_from,
    path_length,
    peak_over,
    root_from,
    tree_before,
)
from infoshare_cli.core.tree import Hash, node_hash

Summit = Callable[[int, int], Hash]
"""Gives the hash over so many records (a power of two) from the one of that number on."""


def leaf_hash(number: int) -> Hash:
    """A hash to stand for that of the record of this number."""
    return sha256(str(number).encode()).hexdigest()


@cache
def summit(first: int, count: int) -> Hash:
    """The hash over a perfect tree, by its definition."""
    if count == 1:
        return leaf_hash(first)
    half = count // 2
    return node_hash(summit(first, half), summit(first + half, half))


def named(first: int, count: int) -> Hash:
    """The name of a perfect tree, in place of its hash: '5+4'."""
    return f"{first}+{count}"


def join(left: Hash, right: Hash) -> Hash:
    """The name of the tree over two named ones, which must be neighbours of one size."""
    (first, count), (second, others) = (map(int, each.split("+")) for each in (left, right))
    assert (first + count, count) == (second, others)
    return named(first, 2 * count)


def peaks_of(seq: int) -> list[tuple[int, int]]:
    """The first record and the count of each peak in the head of a record, the widest first."""
    peaks: list[tuple[int, int]] = []
    first, left = 1, seq - 1
    while left:
        widest = 1 << left.bit_length() - 1
        peaks.append((first, widest))
        first, left = first + widest, left - widest
    return peaks


def tree_of(seq: int, over: Summit) -> Tree:
    """The tree in the head of a record."""
    return tuple(over(*peak) for peak in peaks_of(seq))


def peak_with(seq: int, later: int) -> tuple[int, int]:
    """The peak in the later head under which a record stands."""
    return next(peak for peak in peaks_of(later) if seq < sum(peak))


def way_up(seq: int, first: int, count: int, over: Summit) -> tuple[Hash, ...]:
    """What lies beside the way from a record up to the top of a perfect tree."""
    if count == 1:
        return ()
    half = count // 2
    left, right = (first, half), (first + half, half)
    below, beside = (left, right) if seq < first + half else (right, left)
    return (*way_up(seq, *below, over), over(*beside))


def path_of(seq: int, later: int, over: Summit) -> tuple[Hash, ...]:
    """The path as the program finds it: from the heads that it says it needs, and no others."""
    heads = {each: (tree_of(each, over), over(each, 1)) for each in needed(seq, later)}
    return path_from(seq, later, tree_of(seq, over), heads)


def check(seq: int, later: int, over: Summit) -> None:
    """Hold everything that is said of two records against the definition."""
    path, tree = path_of(seq, later, over), tree_of(later, over)
    peak = peak_with(seq, later)
    assert path == way_up(seq, *peak, over)
    assert path_length(seq, later) == len(path)
    assert root_from(over(seq, 1), seq, path) == peak_over(seq, later, tree) == over(*peak)
    assert tree_before(seq, later, tree, path) == tree_of(seq, over)


@pytest.mark.parametrize("later", range(2, 71))
def test_every_path_is_that_of_the_definition(later: int) -> None:
    """From each record before a head, with real hashes."""
    for seq in range(1, later):
        check(seq, later, summit)


@given(st.tuples(st.integers(1, 2**20), st.integers(1, 2**20)).filter(lambda two: two[0] != two[1]))
def test_long_logs_too(two: tuple[int, int]) -> None:
    """With names in place of hashes, which tell where each hash is from."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inclusion, "node_hash", join)
        check(min(two), max(two), named)


@given(st.integers(1, 2**20), st.integers(1, 2**20))
def test_a_path_is_short_and_needs_few_heads(one: int, other: int) -> None:
    """However long the log is; and all of them stand between the two records."""
    seq, later = sorted((one, one + other))
    heads = needed(seq, later)
    assert len(heads) <= path_length(seq, later) <= 20 + 1
    assert list(heads) == sorted(set(heads))
    assert all(seq < head < later for head in heads)


def test_another_path_leads_to_another_peak() -> None:
    """One changed, swapped, missing or added hash, or another number of the record."""
    path, peak = path_of(6, 17, summit), summit(1, 16)
    assert root_from(leaf_hash(6), 6, path) == peak
    for place in range(len(path)):
        assert root_from(leaf_hash(6), 6, (*path[:place], leaf_hash(0), *path[place + 1 :])) != peak
        assert root_from(leaf_hash(6), 6, path[:place] + path[place + 1 :]) != peak
    for one, other in combinations(range(len(path)), 2):
        swapped = list(path)
        swapped[one], swapped[other] = path[other], path[one]
        assert root_from(leaf_hash(6), 6, swapped) != peak
    for seq in {*range(1, 17)} - {6}:
        assert root_from(leaf_hash(6), seq, path) != peak
    assert root_from(leaf_hash(6), 6, (*path, leaf_hash(0))) != peak
