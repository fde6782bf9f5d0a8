"""What a check found, as it is shown: errors, warnings, remarks, counts."""

from infoshare_cli.errors import Fault
from infoshare_cli.terminal.check_views import check_page
from infoshare_cli.terminal.page import Heading, Items, Text

ERROR = Fault("pack/decision.yaml", "'notsure'", "one of yes, no", 288, 9, "rules[5]", "no")
WARNING = Fault("pack", "no topics", "a file for each topic")


def test_each_is_told_with_its_place_and_what_to_do() -> None:
    """file:line:column, then what stands there, then what should; errors before warnings."""
    assert check_page([ERROR], [WARNING], ["Not measured."]) == (
        Heading("Errors: these must be put right."),
        Items(
            (
                "pack/decision.yaml:288:9 at rules[5]\nfound: 'notsure'\n"
                "expected: one of yes, no. Did you mean no?",
            )
        ),
        Heading("Warnings: these should be looked at."),
        Items(("pack\nfound: no topics\nexpected: a file for each topic.",)),
        Text("Not measured.", "warning"),
        Text("Errors: 1. Warnings: 1.", "strong"),
    )


def test_where_nothing_was_found_the_counts_say_so() -> None:
    """No empty headings."""
    assert check_page([], [], []) == (Text("Errors: 0. Warnings: 0.", "strong"),)
