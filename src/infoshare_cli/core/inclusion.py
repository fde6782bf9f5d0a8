"""The path from one record up to a later head: a few hashes that show both stand in one log.

The tree in the head of record M stands for the records 1 to M-1. One of its peaks stands over
record N; the path are the hashes beside the way from record N up to that peak. Those to the left
are peaks in the record's own head already. Those to the right come from single later heads: the
head of the last record below such a hash has all that is needed to compute it.
"""

from collections.abc import Mapping, Sequence
from functools import reduce

from infoshare_cli.core.tree import Hash, node_hash

Tree = tuple[Hash, ...]
"""The peaks that a head carries, over the hashes of all records before it."""


def needed(seq: int, later: int) -> tuple[int, ...]:
    """The numbers of the records whose heads give the right-hand side of the path, rising.

    Of a log of any length there are no more of them than its count has binary digits.
    """
    leaf = seq - 1
    heights = range(path_length(seq, later))
    return tuple(((leaf >> height) + 2) << height for height in heights if not leaf >> height & 1)


def path_length(seq: int, later: int) -> int:
    """How many hashes lie beside the way from record `seq` to its peak in the head of `later`."""
    return ((seq - 1) ^ (later - 1)).bit_length() - 1


def path_from(
    seq: int, later: int, tree: Tree, heads: Mapping[int, tuple[Tree, Hash]]
) -> tuple[Hash, ...]:
    """The path from record `seq` up to its peak in the head of record `later`.

    Args:
        tree: that of the record's own head.
        heads: the tree and the hash of each record that is `needed`.
    """
    leaf, lefts = seq - 1, list(tree)
    path = []
    for height in range(path_length(seq, later)):
        if leaf >> height & 1:
            path.append(lefts.pop())
        else:
            path.append(_subtree(height, *heads[((leaf >> height) + 2) << height]))
    return tuple(path)


def root_from(leaf: Hash, seq: int, path: Sequence[Hash]) -> Hash:
    """What the record's hash and the path come to: the peak over it."""
    for height, beside in enumerate(path):
        is_right = (seq - 1) >> height & 1
        leaf = node_hash(beside, leaf) if is_right else node_hash(leaf, beside)
    return leaf


def peak_over(seq: int, later: int, tree: Tree) -> Hash:
    """The peak over record `seq` in the tree of the head of record `later`."""
    return tree[_peaks_before(seq, later)]


def tree_before(seq: int, later: int, later_tree: Tree, path: Sequence[Hash]) -> Tree:
    """The tree that the head of record `seq` must have, if the later head and the path are true.

    It holds the peaks of the later tree that stand for still earlier records, then the hashes to
    the left of the way up, the widest first.
    """
    lefts = [beside for height, beside in enumerate(path) if (seq - 1) >> height & 1]
    return (*later_tree[: _peaks_before(seq, later)], *reversed(lefts))


def _peaks_before(seq: int, later: int) -> int:
    return ((later - 1) >> path_length(seq, later) + 1).bit_count()


def _subtree(height: int, tree: Tree, last: Hash) -> Hash:
    """The hash over 2**height records, from the head of the last of them and its hash."""
    below = reversed(tree[len(tree) - height :])
    return reduce(lambda right, left: node_hash(left, right), below, last)
