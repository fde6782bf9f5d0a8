"""A trace as JSON, as a page and as Markdown says the same, and what is wrong comes first."""

import json

import pytest

from infoshare_cli.core.checks.trace import Trace, trace
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.topics import Statement, Topic, TopicLine
from infoshare_cli.documents.trace_html import trace_to_html
from infoshare_cli.documents.trace_json import trace_to_json
from infoshare_cli.documents.trace_markdown import trace_to_markdown
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.load_topics import load_statements, load_topics
from infoshare_cli.files.locations import shipped_contacts, shipped_rules
from tests.reading_html import read_html

WRONG_TOPIC = Topic("odd", "Odd", (TopicLine("A <line> of *ours*.", ("p3.nowhere",)),))
LOST = Statement("p2.lost", "duty", "Lost & <b>alone</b>.")


@pytest.fixture(scope="module")
def sound(guidance: Guidance) -> Trace:
    """The trace of the shipped pack."""
    folder, contacts = shipped_rules(), load_contacts(shipped_contacts()).contacts
    return trace(guidance, load_statements(folder), load_topics(folder), contacts)


@pytest.fixture(scope="module")
def wrong(guidance: Guidance) -> Trace:
    """The same with a statement that nothing carries, and a citation of nothing."""
    folder = shipped_rules()
    statements = (*load_statements(folder), LOST)
    return trace(guidance, statements, (*load_topics(folder), WRONG_TOPIC))


def test_json_tells_what_is_wrong(guidance: Guidance, wrong: Trace) -> None:
    """The ids of what is not carried, and who cites what is not there."""
    told = trace_to_json(guidance, wrong)

    assert "p2.lost" in told["not_carried"]
    assert told["unknown"] == [{"kind": "topic", "id": "odd", "line": 1, "citation": "p3.nowhere"}]


def test_json_leads_there_and_back(guidance: Guidance, sound: Trace) -> None:
    """From a statement to what carries it, from a page to its statements, from a rule back."""
    told = json.loads(json.dumps(trace_to_json(guidance, sound)))
    jigsaw = next(each for each in told["statements"] if each["id"] == "p1.jigsaw")
    rule = next(each for each in told["carriers"] if each["id"] == "danger-now")

    assert jigsaw["page"] == 1
    assert {"kind": "rule", "id": "unsure-worry-part-would-help", "line": None} in (
        jigsaw["carried_by"]
    )
    assert told["pages"][0] == {"page": 1, "statements": ["p1.jigsaw"], "cited_by": []}
    assert {"page": 4, "statement": "p4.timely"} in rule["source"]
    assert told["pack"]["digest"] == guidance.digest


def test_every_link_of_the_page_leads_somewhere(guidance: Guidance, sound: Trace) -> None:
    """Each id stands once, and each link is to one of them: nothing is fetched."""
    page = read_html(trace_to_html(guidance, sound))

    assert len(page.ids) == len(set(page.ids))
    assert {address.removeprefix("#") for address in page.addresses} <= set(page.ids)
    assert all(address.startswith("#") for address in page.addresses)


def test_the_page_has_every_statement_and_every_carrier(guidance: Guidance, sound: Trace) -> None:
    """With its words, and the digest of the rules that it is about."""
    page = read_html(trace_to_html(guidance, sound))

    assert {each.statement.id for each in sound.statements} <= set(page.ids)
    assert {f"rule-{rule.id}" for rule in guidance.rules} <= set(page.ids)
    assert all(each.statement.says in page.text for each in sound.statements)
    assert all(each.says in page.text for each in sound.carriers)
    assert guidance.digest in page.text
    assert "To put right" not in page.text


def test_what_is_wrong_stands_first_on_the_page(guidance: Guidance, wrong: Trace) -> None:
    """Before the first page of the guide; what is written there is never taken for HTML."""
    html = trace_to_html(guidance, wrong)
    page = read_html(html)

    assert page.text.index("To put right") < page.text.index(LOST.says) < page.text.index("p1.jig")
    assert page.text.index("p3.nowhere") < page.text.index("p1.jig")
    assert not page.all("b")
    assert "A <line> of *ours*." in page.text


def test_a_page_of_one_part_links_only_to_what_it_shows(guidance: Guidance, sound: Trace) -> None:
    """What else carries its statements is named without a link."""
    page = read_html(trace_to_html(guidance, sound.of_carrier("danger-now")))

    assert {address.removeprefix("#") for address in page.addresses} <= set(page.ids)
    assert "question immediate_danger" in page.text


def test_markdown_says_the_same(guidance: Guidance, wrong: Trace) -> None:
    """What is wrong first; every statement; marks in a text stay text."""
    text = trace_to_markdown(guidance, wrong)

    assert text.index("## Carried by nothing") < text.index("## Page 1")
    assert text.count(r"- `p2.lost`: Lost \& \<b\>alone\</b\>.") == 2
    assert "- `p3.nowhere`, by topic odd line 1" in text
    assert r"- `odd line 1`: A \<line\> of \*ours\*." in text
    assert all(f"`{each.statement.id}`" in text for each in wrong.statements)
    assert guidance.digest in text


def test_markdown_of_sound_rules_has_nothing_to_put_right(guidance: Guidance, sound: Trace) -> None:
    """No heading without anything under it."""
    narrowed = sound.on_page(6)

    assert "Carried by nothing: 0." in trace_to_markdown(guidance, narrowed)
    assert "## Carried by nothing" not in trace_to_markdown(guidance, narrowed)
    assert "## Page 7" not in trace_to_markdown(guidance, narrowed)
