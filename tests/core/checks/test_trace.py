"""A statement is carried by what cites it by its id, and by nothing else."""

from dataclasses import replace

import pytest

from infoshare_cli.core.checks.trace import KINDS, Carrier, Trace, carriers_in_words, trace
from infoshare_cli.core.contacts import Contact, Provenance
from infoshare_cli.core.guidance import Guidance, RecordField
from infoshare_cli.core.topics import Statement, Topic, TopicLine
from tests.core.small_packs import (
    action,
    always,
    choice,
    fact,
    one,
    outcome,
    pack,
    row,
    rule,
    saying,
)

ASK = one("ask", "yes no")
STATEMENTS = tuple(
    Statement(name, "duty", f"{name} says.") for name in ("p2.a", "p3.b", "p3.c", "p10.d")
)
TOPICS = (Topic("read", "To read", (TopicLine("One.", ("p3.b",)), TopicLine("Two.", ("p3.c",)))),)

DESK = Contact(
    id="desk",
    role="front-door",
    name="Desk",
    use="For a worry.",
    phone="01582 496 001",
    source=("p10.d",),
    provenance=Provenance("Desk", "Not compared.", ()),
)


def tiny(**sources: tuple[str, ...]) -> Guidance:
    """A pack with one part of each kind; those that are not named cite p2.a."""

    def of(kind: str) -> tuple[str, ...]:
        return sources.get(kind, ("p2.a",))

    when = always(ASK)
    return pack(
        [replace(ASK, source=of("question"))],
        [replace(rule("step", when, "end"), source=of("rule"))],
        outcomes=[replace(outcome("end"), source=of("outcome"))],
        facts=[replace(fact("f", when), source=of("fact"))],
        choices=[choice("k", replace(row("first", when, "v"), source=of("row")))],
        actions=[replace(action("do", when, "before"), source=of("action"))],
        sayings=[replace(saying("tell", "person", when), source=of("saying"))],
        fields=[RecordField("reason", "Why?", "Say.", of("record"))],
    )


def named(carriers: tuple[Carrier, ...]) -> list[str]:
    """Kind and name of each."""
    return [f"{each.kind} {each.name}" for each in carriers]


def carriers_of(found: Trace, statement: str) -> list[str]:
    """What carries a statement."""
    (traced,) = found.of_statement(statement).statements
    return named(traced.carried_by)


KIND_AND_NAME = [
    ("question", "ask"),
    ("fact", "f"),
    ("row", "first"),
    ("rule", "step"),
    ("outcome", "end"),
    ("action", "do"),
    ("saying", "tell"),
    ("record", "reason"),
]


@pytest.mark.parametrize(("kind", "name"), KIND_AND_NAME)
def test_every_part_of_a_pack_may_carry_a_statement(kind: str, name: str) -> None:
    """Each kind by itself, so that none is forgotten."""
    found = trace(tiny(**{kind: ("p10.d",)}), STATEMENTS, ())

    assert carriers_of(found, "p10.d") == [f"{kind} {name}"]
    assert [each.id for each in found.not_carried] == ["p3.b", "p3.c"]


def test_topics_and_contacts_carry_statements_too() -> None:
    """A topic line by line; the numbers of the guide stand with the contacts."""
    found = trace(tiny(), STATEMENTS, TOPICS, [DESK])

    assert carriers_of(found, "p3.c") == ["topic read line 2"]
    assert carriers_of(found, "p10.d") == ["contact desk"]
    assert found.not_carried == ()
    assert {each.kind for each in found.carriers} == set(KINDS)


def test_a_page_as_a_whole_carries_none_of_its_statements() -> None:
    """Whoever cites page 3 has not said which of it they mean."""
    found = trace(tiny(rule=("p3",)), STATEMENTS, ())
    page = next(page for page in found.pages if page.page == 3)

    assert "p3.b" in {each.id for each in found.not_carried}
    assert named(page.cited_by) == ["rule step"]
    assert found.unknown == ()


@pytest.mark.parametrize("citation", ["p3.bb", "p9", "p9.a"])
def test_what_the_guide_does_not_say_is_told(citation: str) -> None:
    """A misspelt statement, a page without statements, with the part that cites it."""
    found = trace(tiny(action=("p2.a", citation)), STATEMENTS, ())

    assert [(each.carrier.id, each.citation) for each in found.unknown] == [("do", citation)]


def test_statements_come_in_the_order_of_the_pages() -> None:
    """Page 10 after page 2, however the file has them."""
    found = trace(tiny(), tuple(reversed(STATEMENTS)), ())

    assert [page.page for page in found.pages] == [2, 3, 10]
    assert [[each.statement.id for each in page.statements] for page in found.pages] == [
        ["p2.a"],
        ["p3.c", "p3.b"],
        ["p10.d"],
    ]


def test_a_trace_of_one_page_has_all_that_bears_on_it() -> None:
    """Its statements, what cites one of them or the page, and what is wrong with it."""
    whole = trace(tiny(rule=("p3.b", "p3.nowhere"), fact=("p3",)), STATEMENTS, ())
    found = whole.on_page(3)

    assert [each.statement.id for each in found.statements] == ["p3.b", "p3.c"]
    assert named(found.carriers) == ["fact f", "rule step"]
    assert [each.citation for each in found.unknown] == ["p3.nowhere"]
    assert [each.id for each in found.not_carried] == ["p3.c"]
    assert whole.on_page(2).unknown == ()


def test_a_trace_from_one_part_leads_back_to_its_statements() -> None:
    """With all else that carries them; a topic comes with all its lines."""
    found = trace(tiny(rule=("p3.b",)), STATEMENTS, TOPICS)

    assert carriers_of(found.of_carrier("step"), "p3.b") == ["rule step", "topic read line 1"]
    assert named(found.of_carrier("step").carriers) == ["rule step"]
    assert named(found.of_carrier("read").carriers) == ["topic read line 1", "topic read line 2"]
    assert found.of_carrier("nobody").statements == ()


def test_carriers_are_told_by_kind() -> None:
    """Each kind once, in one order; and that there are none."""
    carriers = trace(tiny(), STATEMENTS, TOPICS).carriers

    assert carriers_in_words(carriers).startswith("question ask; named fact f; row of a choice")
    assert carriers_in_words(carriers).endswith("topics read line 1 and read line 2")
    assert carriers_in_words(()) == "nothing"


def test_the_count_says_how_many_are_lost() -> None:
    """In a line that reads aloud."""
    found = trace(tiny(), STATEMENTS, ())

    assert found.count_in_words == "Statements of the guide: 4. Carried by nothing: 3."


def test_carriers_of_one_kind_come_by_themselves() -> None:
    """In the order of the pack; none of a kind that the pack does not have."""
    found = trace(tiny(), STATEMENTS, TOPICS)

    assert named(found.carriers_of("rule")) == ["rule step"]
    assert named(found.carriers_of("topic")) == ["topic read line 1", "topic read line 2"]
    assert found.carriers_of("contact") == ()
    assert sum(len(found.carriers_of(kind)) for kind in KINDS) == len(found.carriers)
