"""On screen, what is to be said can be told by its words from what is to be kept back."""

from infoshare_cli.core.sayings import Said
from infoshare_cli.terminal.page import Block, Heading, Text
from infoshare_cli.terminal.saying_views import sayings_page


def test_each_listener_has_a_part_with_labels_in_words() -> None:
    """No meaning hangs on colour; what belongs together stands together, with its pages."""
    source = ("p13.no-voicemail", "p5.explain")
    page: tuple[Block, ...] = sayings_page(
        (
            Said("a", "recipient", "care", "Leave no message.", source, False),
            Said("b", "recipient", "care", "Speak low.", ("p13.not-overheard",), False),
            Said("c", "recipient", "words", "I am worried.\nIt is [what].", source, True),
            Said("d", "recipient", "words", "Who hears of it?", source, False),
            Said("e", "family", "silence", "They wait.", ("p3",), False),
        )
    )

    assert page == (
        Heading("What to say to whoever gets the information (pages 5 and 13)"),
        Text("Mind: Leave no message. Speak low.", "quiet"),
        Text("Say:", "strong"),
        Text("I am worried.\nIt is [what]."),
        Text("Who hears of it?"),
        Heading("What to say to the family (page 3)"),
        Text("Keep back: They wait.", "warning"),
        Text("What stands in square brackets is for you to fill in.", "quiet"),
    )


def test_nothing_to_say_is_an_empty_page() -> None:
    """A pack may have no words; and where nothing is open, nothing is said of brackets."""
    assert sayings_page(()) == ()
    assert len(sayings_page((Said("a", "family", "words", "Hello.", ("p3",), False),))) == 3
