"""A trace on screen says what is wrong before anything else."""

from io import StringIO

from infoshare_cli.core.checks.trace import Carrier, Trace, TracedStatement
from infoshare_cli.core.guidance import Pack
from infoshare_cli.core.topics import Statement
from infoshare_cli.terminal.page import Screen, show_page
from infoshare_cli.terminal.trace_views import trace_page

PACK = Pack("tiny", "1.2.0", "Tiny", "A guide")
RULE = Carrier("rule", "step", "Because.", ("p3.b", "p2"))
LINE = Carrier("topic", "read", "A line.", ("p3.b",), 4)
SOUND = TracedStatement(Statement("p3.b", "duty", "Say it."), (RULE, LINE))
LOST = TracedStatement(Statement("p2.a", "fact", "It is so."), ())


def shown(trace: Trace) -> str:
    """The page as it reads in words only."""
    stream = StringIO()
    show_page(trace_page(PACK, trace), Screen(stream, plain=True, width=200))
    return stream.getvalue()


def test_statements_come_page_by_page_and_then_the_way_back() -> None:
    """Each with its words; without a fault there is no list of faults."""
    text = shown(Trace((LOST, SOUND), (RULE, LINE), frozenset({"p2", "p2.a", "p3", "p3.b"})))

    assert text.startswith("Where each statement of the guide is carried\nRules: Tiny, version 1.2")
    assert (
        "Page 2\n"
        "p2.a: It is so.\n"
        "  Carried by: nothing.\n"
        "\n"
        "The page as a whole is cited by: rule step.\n"
        "\n"
        "Page 3\n"
        "p3.b: Say it.\n"
        "  Carried by: rule step; topic read line 4.\n"
    ) in text
    assert "Rules\nstep: Because.\n  Rests on: pages 2 and 3: p3.b, p2.\n" in text
    assert "Topics\nread line 4: A line.\n  Rests on: page 3: p3.b.\n" in text
    assert "Cited, but" not in text


def test_what_is_wrong_stands_above_the_first_page() -> None:
    """What nothing carries, and what is cited and is not there."""
    text = shown(Trace((LOST,), (RULE,), frozenset({"p2", "p2.a"})))

    assert (
        "Statements of the guide: 1. Carried by nothing: 1.\n"
        "\n"
        "Carried by nothing:\n"
        "\n"
        "- p2.a: It is so.\n"
        "\n"
        "Cited, but not among the statements:\n"
        "\n"
        "- p3.b, by rule step\n"
        "\n"
        "Page 2\n"
    ) in text
