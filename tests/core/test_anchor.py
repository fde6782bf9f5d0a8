"""Anchors: written, copied by people, read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.anchor import Anchor, read_anchor, write_anchor
from infoshare_cli.core.canonical import MAX_INTEGER

HASH = "f00d" + "0123456789abcdef" * 3 + "cafe01234567"
WRITTEN = write_anchor(12, HASH)
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

counts = st.integers(1, MAX_INTEGER)
hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(counts, hashes)
def test_what_is_written_is_read_back(count: int, record_hash: str) -> None:
    """An anchor names the record that it was written for."""
    anchor = read_anchor(write_anchor(count, record_hash))
    assert anchor.count == count
    assert anchor.fits(record_hash)


@given(hashes, st.integers(0, 134))
def test_it_fits_no_hash_that_differs_in_its_first_135_bits(record_hash: str, bit: int) -> None:
    """Every bit that an anchor carries is compared."""
    other = f"{int(record_hash, 16) ^ (1 << (255 - bit)):064x}"
    assert not read_anchor(write_anchor(1, record_hash)).fits(other)


def test_it_is_seven_groups_of_four_after_the_count() -> None:
    """The form that people copy: short groups, no letter that looks like a digit."""
    count, _, code = WRITTEN.partition(".")
    assert count == "12"
    assert [len(group) for group in code.split("-")] == [4] * 7
    assert set(code) <= set(SYMBOLS + "-")


@pytest.mark.parametrize(
    "typed",
    [
        WRITTEN.lower(),
        WRITTEN.replace("-", ""),
        WRITTEN.replace("-", " "),
        f"  {WRITTEN}\n",
        WRITTEN.replace("-", "\u2013"),
        WRITTEN.replace("-", "\u00a0"),
        WRITTEN.replace(".", " . "),
        WRITTEN.replace("0", "O"),
        WRITTEN.replace("0", "o"),
        WRITTEN.replace("1", "I"),
        WRITTEN.replace("1", "l"),
    ],
    ids=repr,
)
def test_how_it_was_typed_does_not_matter(typed: str) -> None:
    """Case, spaces, hyphens and look-alikes are the reader's business, not the person's."""
    assert read_anchor(typed) == read_anchor(WRITTEN)


def test_any_one_wrong_character_is_noticed() -> None:
    """A slip of the pen is never taken for tampering, in the count no more than in the code."""
    plain = WRITTEN.replace("-", "")
    for place, right in enumerate(plain):
        for wrong in SYMBOLS.replace(right, "") if right != "." else "":
            with pytest.raises(ValueError, match=r"mistyped|number"):
                read_anchor(plain[:place] + wrong + plain[place + 1 :])


def test_any_two_neighbours_swapped_are_noticed() -> None:
    """The other common slip, the check character included."""
    plain = WRITTEN.replace("-", "")
    for place in range(len(plain) - 1):
        left, right = plain[place], plain[place + 1]
        if "." in (left, right) or left == right:
            continue
        with pytest.raises(ValueError, match="mistyped"):
            read_anchor(plain[:place] + right + left + plain[place + 2 :])


@pytest.mark.parametrize(
    "typed",
    [
        "",
        ".",
        "12",
        "12.",
        WRITTEN.partition(".")[2],
        WRITTEN[:-1],
        WRITTEN + "0",
        WRITTEN.replace(".", ":"),
        WRITTEN.replace("12.", "012."),
        WRITTEN.replace("12.", "0."),
        WRITTEN.replace("12.", "-."),
        WRITTEN.replace("12.", "12.12."),
        WRITTEN.replace("12.", "\uff11\uff12."),
        WRITTEN.replace("12.", "\u0131" + "2."),
        "9" * 17 + WRITTEN[2:],
        "9" * 16 + WRITTEN[2:],
        WRITTEN[:-1] + "U",
        WRITTEN[:-1] + "\u00e9",
        WRITTEN[:-1] + "*",
    ],
    ids=repr,
)
def test_what_is_no_anchor_is_refused(typed: str) -> None:
    """A malformed code is told as such."""
    with pytest.raises(ValueError, match=r"number|groups|mistyped"):
        read_anchor(typed)


def test_anchors_are_values() -> None:
    """Two readings of one code are one anchor."""
    assert {read_anchor(WRITTEN), Anchor(12, read_anchor(WRITTEN).code)} == {read_anchor(WRITTEN)}
