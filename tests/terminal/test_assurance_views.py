"""What was written for assurance, on screen: short, and the gravest thing first."""

from pathlib import Path

from infoshare_cli.terminal.assurance_views import assurance_page
from infoshare_cli.terminal.page import Block, Heading, Items, Rows, Text
from tests.assured import facts

ROWS = [("hazard-log.md", "Hazard log", 5), ("index.md", "Index", 0)]


def page(**changes: object) -> tuple[Block, ...]:
    """The page for a folder of two files."""
    return assurance_page(facts(**changes), Path("out"), ROWS)


def test_it_tells_the_files_and_the_gaps() -> None:
    """Each file with its own, and all of them together."""
    written, rows, total, *_ = page()
    assert written == Text("Written to out:")
    assert rows == Rows(
        (("hazard-log.md", "Hazard log. 5 to fill in."), ("index.md", "Index. Nothing to fill in."))
    )
    assert total == Text("Gaps for people: 5.", "strong")
    assert not any(isinstance(each, Heading) for each in page())


def test_rules_that_are_not_proved_are_told_first() -> None:
    """And again among all that is not in place."""
    first, *others = page(proof=None)
    told = "The rules are not proved: there were too many cases to go through."
    assert first == Text(told, "danger")
    (short,) = [each for each in others if isinstance(each, Items)]
    assert short.items[0] == told
