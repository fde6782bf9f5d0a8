"""The texts of a pack: all that people read, and no names or labels."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from infoshare_cli.core.assurance.pack_texts import KINDS, pack_texts
from infoshare_cli.core.guidance import Example, Guidance
from infoshare_cli.core.topics import Topic, TopicLine
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.load_topics import load_topics
from infoshare_cli.files.locations import shipped_contacts, shipped_rules
from tests.assured import PACK

READ = {"ask", "help", "why", "because", "text", "title", "do", "unanswered"}
"""The fields of a pack that `rules check` measures, and that a guidance holds."""


def spoken(value: Any, name: str = "") -> list[str]:
    """Every text in a pack under one of these names."""
    if isinstance(value, str):
        return [value] if name in READ and value else []
    if is_dataclass(value):
        return [
            text for each in fields(value) for text in spoken(getattr(value, each.name), each.name)
        ]
    return (
        [text for each in value for text in spoken(each, name)] if isinstance(value, tuple) else []
    )


def test_all_that_rules_check_measures_is_there(guidance: Guidance) -> None:
    """But for the name of the pack itself."""
    found = {each.text for each in pack_texts(guidance)}
    assert {*spoken(replace(guidance, pack=PACK.pack))} - {PACK.pack.title} <= found


def test_each_kind_is_among_the_texts_of_the_shipped_pack(guidance: Guidance) -> None:
    """Topics and contacts too, where they are handed in."""
    topics, contacts = load_topics(shipped_rules()), load_contacts(shipped_contacts()).contacts
    found = pack_texts(guidance, topics, contacts)
    assert [kind for kind in KINDS if any(each.kind == kind for each in found)] == [*KINDS]
    assert all(each.text for each in found)


def test_a_text_tells_where_it_stands() -> None:
    """The id of what it belongs to, and which part of that."""
    (question,) = PACK.questions
    told = replace(question, examples=(Example("School", "A fight."),))
    found = {each.place: each.text for each in pack_texts(replace(PACK, questions=(told,)))}
    assert found["danger ask"] == "What of danger?"
    assert found["danger example"] == "A fight."
    assert "danger help" not in found
    topic = Topic("consent", "Consent", (TopicLine("One.", ("p6",)), TopicLine("Two.", ("p6",))))
    assert [each.place for each in pack_texts(PACK, [topic])][-2:] == [
        "consent line 1",
        "consent line 2",
    ]
