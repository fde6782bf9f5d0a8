"""The peaks of a Merkle mountain range: a few hashes that stand for all records so far.

Each record's head carries the peaks over the hashes of all records before it, so one
changed record changes the tree of every later head. Peaks grow with one step a record and
there are never more of them than the count has binary digits.
"""

from hashlib import sha256

Hash = str
"""A SHA-256 as 64 lower-case hexadecimal characters; hashed and compared as that text."""


def node_hash(left: Hash, right: Hash) -> Hash:
    """The hash over two neighbouring subtrees of the same height."""
    return sha256(f"infoshare/1/node\n{left}{right}".encode("ascii")).hexdigest()


def grow(peaks: tuple[Hash, ...], count: int, leaf: Hash) -> tuple[Hash, ...]:
    """The peaks over `count` + 1 leaves, given the peaks over `count`; the widest comes first.

    A peak stands for each 1 in the binary form of the count, so `peaks` has as many entries.
    """
    grown = leaf
    while count & 1:
        *rest, left = peaks
        peaks, grown, count = tuple(rest), node_hash(left, grown), count >> 1
    return (*peaks, grown)
