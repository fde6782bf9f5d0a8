"""Clearing the screen where there is none; at a terminal: see test_ways_at_a_terminal."""

from io import StringIO

from infoshare_cli.terminal.clear_screen import clear_screen


def test_a_file_is_left_alone() -> None:
    """Codes and empty lines are for a terminal only."""
    out = StringIO()
    clear_screen(out)
    assert out.getvalue() == ""
