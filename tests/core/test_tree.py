"""The Merkle mountain range over the hashes of records."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.tree import Hash, grow, node_hash


def leaf(number: int) -> Hash:
    """A hash to stand for a record's."""
    return sha256(str(number).encode()).hexdigest()


def summit(leaves: list[Hash]) -> Hash:
    """The root of a perfect tree, from its definition."""
    if len(leaves) == 1:
        return leaves[0]
    half = len(leaves) // 2
    return node_hash(summit(leaves[:half]), summit(leaves[half:]))


def peaks_of(leaves: list[Hash]) -> tuple[Hash, ...]:
    """The peaks, from their definition: the widest perfect tree first, then the rest."""
    if not leaves:
        return ()
    widest = 1 << (len(leaves).bit_length() - 1)
    return (summit(leaves[:widest]), *peaks_of(leaves[widest:]))


def grown(leaves: list[Hash]) -> tuple[Hash, ...]:
    """The peaks, one leaf after another."""
    peaks: tuple[Hash, ...] = ()
    for count, each in enumerate(leaves):
        peaks = grow(peaks, count, each)
    return peaks


def test_a_node_is_the_hash_of_its_name_and_the_two_below_as_text() -> None:
    """The bytes that are hashed are those of the specification."""
    left, right = "ab" * 32, "cd" * 32
    assert node_hash(left, right) == sha256(f"infoshare/1/node\n{left}{right}".encode()).hexdigest()


@given(st.integers(0, 70))
def test_growing_step_by_step_gives_the_peaks_of_the_definition(count: int) -> None:
    """What is kept from record to record is what the whole log would give."""
    leaves = [leaf(number) for number in range(count)]
    assert grown(leaves) == peaks_of(leaves)
    assert len(grown(leaves)) == count.bit_count()


@given(st.integers(1, 40), st.data())
def test_one_changed_leaf_changes_the_peaks(count: int, data: st.DataObject) -> None:
    """No earlier record can change without every later tree showing it."""
    leaves = [leaf(number) for number in range(count)]
    changed = list(leaves)
    changed[data.draw(st.integers(0, count - 1))] = leaf(-1)
    assert grown(changed) != grown(leaves)
