"""What a terminal can do, and why questions would be plain."""

import io
import os
import sys

import pytest

from infoshare_cli.terminal import abilities as module
from infoshare_cli.terminal.abilities import abilities


class Terminal(io.StringIO):
    """A stream that says that a person sits at the other end."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Always."""
        return True


def sit_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that can draw; each test takes one thing away.

    No fixture, as pytest puts streams of its own in place between a fixture and its test.
    """
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Terminal())
    monkeypatch.setattr(module, "open_drawn", lambda *_: object())
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)


def test_a_terminal_that_can_draw_shows_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """And colour."""
    sit_at_a_terminal(monkeypatch)
    found = abilities(plain=False)
    assert (found.stdin, found.stdout, found.stderr) == ("terminal", "terminal", "terminal")
    assert (found.why_plain, found.colour, found.encoding) == (None, True, "utf-8")


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [("ACCESSIBLE", "1", "ACCESSIBLE"), ("TERM", "dumb", "TERM says 'dumb'")],
)
def test_what_asks_for_words_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, why: str
) -> None:
    """So that whoever expected lists knows where to look."""
    sit_at_a_terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    found = abilities(plain=False)
    assert found.why_plain is not None
    assert why in found.why_plain
    assert not found.colour


def test_plain_that_was_asked_for_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes before every other reason."""
    sit_at_a_terminal(monkeypatch)
    assert "--plain" in (abilities(plain=True).why_plain or "")


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
@pytest.mark.parametrize("instead", [None, io.StringIO("")])
def test_without_a_person_there_is_nobody_to_draw_for(
    monkeypatch: pytest.MonkeyPatch, stream: str, instead: io.StringIO | None
) -> None:
    """A pipe, or a program that was started without the stream."""
    sit_at_a_terminal(monkeypatch)
    monkeypatch.setattr(sys, stream, instead)
    found = abilities(plain=False)
    assert "nobody" in (found.why_plain or "")
    assert getattr(found, stream) == ("closed" if instead is None else "file or pipe")


def test_a_terminal_in_which_lists_fail_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the interview falls back to plain text."""
    sit_at_a_terminal(monkeypatch)
    monkeypatch.setattr(module, "open_drawn", lambda *_: None)
    assert abilities(plain=False).why_plain == "lists cannot be shown"


def test_no_colour_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR leaves the lists."""
    sit_at_a_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    found = abilities(plain=False)
    assert (found.why_plain, found.colour) == (None, False)


def test_the_size_is_that_of_the_first_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streams that have none are passed over."""
    sit_at_a_terminal(monkeypatch)
    monkeypatch.setattr(Terminal, "fileno", lambda _: 7)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((72, 20)))
    assert (abilities(plain=False).columns, abilities(plain=False).lines) == (72, 20)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    assert abilities(plain=False).columns is None
