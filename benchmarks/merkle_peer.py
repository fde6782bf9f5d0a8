"""pymerkle over the hashes of a log's records: a proof that one of them is there, made and checked.

`python -m benchmarks.merkle_peer HASHES NUMBER` reads a file of hashes, one a line, and does that
once. Its tree is its own: it holds every hash in memory, and is not the tree of our log.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from pymerkle import InmemoryTree, verify_inclusion


def tree_of(hashes: Iterable[bytes]) -> InmemoryTree:
    """The tree over hashes, in that order."""
    tree = InmemoryTree(algorithm="sha256")
    for each in hashes:
        tree.append_entry(each)
    return tree


def prove_and_check(tree: InmemoryTree, number: int) -> None:
    """Make a proof of one entry, by its number from 1, and check it; raises if it fails."""
    verify_inclusion(tree.get_leaf(number), tree.get_root(), tree.prove_inclusion(number))


if __name__ == "__main__":
    prove_and_check(tree_of(Path(sys.argv[1]).read_bytes().split()), int(sys.argv[2]))
