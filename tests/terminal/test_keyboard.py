"""The keyboard of a terminal, key by key, in this process."""

import sys
from collections.abc import Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import os
import termios
from typing import TextIO

from infoshare_cli.terminal import keyboard
from infoshare_cli.terminal.keyboard import open_keyboard

Pair = tuple[int, TextIO]
"""Where keys are pressed, and where they are read."""


@pytest.fixture
def pair() -> Iterator[Pair]:
    """Both ends of a pseudo-terminal."""
    master, slave = os.openpty()
    with open(slave, encoding="utf-8") as reader:  # noqa: PTH123 - a descriptor
        yield master, reader
    os.close(master)


def read_typed(pair: Pair, keys: bytes) -> str:
    """What a person typed who pressed these keys."""
    master, reader = pair
    with open_keyboard(reader, pause=0.05) as opened:
        assert opened is not None
        os.write(master, keys)
        return opened.read_typed()


def shown(pair: Pair) -> str:
    """What the terminal was told to show, up to the end of its line."""
    told = b""
    while not told.endswith(b"\n"):
        told += os.read(pair[0], 1000)
    return told.decode("utf-8")


@pytest.mark.parametrize("lump", [1, 2, 3, 65536])
@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        (b"one\r", "one\n"),
        (b"one\n", "one\n"),
        (b"one\rtwo\r\r3\r", "one\ntwo\n\n3\n"),
        (b"one\r\ntwo\r\n\r\n3\r", "one\ntwo\n\n3\n"),
        ("caf\u00e9 \u4e2d\r".encode(), "caf\u00e9 \u4e2d\n"),
        (b"caf\xe9\r", "caf\udce9\n"),
        (b"wrong\x15right\r", "right\n"),
        (b"half\x04 a line\r", "half a line\n"),
        (b"half a line\x04\x04", ""),
        (b"\x04", ""),
    ],
)
def test_what_comes_in_one_go_is_one_answer(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, keys: bytes, typed: str, lump: int
) -> None:
    """However it is cut into lumps on the way, in the middle of a letter too."""
    monkeypatch.setattr(keyboard, "_LUMP", lump)
    assert read_typed(pair, keys) == typed


def test_the_terminal_is_as_it_was_afterwards(pair: Pair) -> None:
    """Whatever ends the reading."""
    before = termios.tcgetattr(pair[1])
    read_typed(pair, b"one\r")
    assert termios.tcgetattr(pair[1]) == before
    with pytest.raises(ZeroDivisionError), open_keyboard(pair[1], pause=0.05):
        raise ZeroDivisionError
    assert termios.tcgetattr(pair[1]) == before


def test_keys_are_shown_on_the_terminal_itself(pair: Pair) -> None:
    """As they are typed, so that nothing that is typed ends up in a file of what was said."""
    read_typed(pair, "caf\u00e9\x7fe\r".encode())
    assert shown(pair) == "caf\u00e9\b \be\r\n"


def test_a_terminal_that_can_only_be_read_is_shown_on_all_the_same(pair: Pair) -> None:
    """Its name leads to it."""
    name = os.ttyname(pair[1].fileno())
    only_read = os.open(name, os.O_RDONLY | os.O_NOCTTY)
    with open(only_read, encoding="utf-8") as reader:  # noqa: PTH123 - a descriptor
        assert read_typed((pair[0], reader), b"one\r") == "one\n"
    assert shown(pair) == "one\r\n"
