"""`infoshare guide` lists, shows and searches the guide, in words and as JSON."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer import Typer
from typer.testing import CliRunner

from infoshare_cli.cli.guide import guide
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.search import guidance_passages
from infoshare_cli.errors import CallError, FileError
from infoshare_cli.files.load_guidance import load_guidance

PACK = Path(__file__).parents[2] / "rules" / "pan-bedfordshire"
TOPICS = [
    *("golden-rules", "principles", "purpose", "consent", "children", "parents", "unborn"),
    *("mental-capacity", "without-consent", "confidentiality", "myths", "access", "foi"),
    "methods",
]


app = Typer(add_completion=False, rich_markup_mode=None)
app.command()(guide)


def run(words: Sequence[str], rules: Path = PACK) -> str:
    """What the call prints; an error of ours comes through."""
    setup = Setup(rules, Path("contacts.yaml"), Path("log.jsonl"), plain=True)
    result = CliRunner().invoke(app, list(words), obj=setup, catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def run_json(*words: str) -> Any:
    """The one JSON document that the call prints."""
    return json.loads(run([*words, "--json"]))


def test_the_topics_are_those_that_were_agreed() -> None:
    """Other programs may rely on these ids and on their order."""
    assert [topic["id"] for topic in run_json()["topics"]] == TOPICS
    assert "mental-capacity: When someone" in run([])


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_can_be_read(topic: str) -> None:
    """In words and as JSON, with the same lines, and a page and statement for each."""
    data = run_json(topic)
    text = " ".join(run([topic]).split())

    assert set(data) == {"id", "title", "lines", "notices"}
    assert data["title"] in text
    for line in data["lines"]:
        assert line["text"] in text
        assert all(set(source) == {"page", "statement"} for source in line["source"])


def test_a_topic_shows_the_notices_that_bear_on_it() -> None:
    """And no others; a topic without notices has an empty list."""
    (notice,) = run_json("methods")["notices"]

    assert notice["id"] == "gcsx-closed"
    assert set(notice) == {
        *("id", "title", "text", "do", "dates", "status", "unconfirmed", "effect", "origin")
    }
    assert notice["title"] in run(["methods"])
    assert run_json("parents")["notices"] == []


@pytest.mark.parametrize("words", [["golden", "rules"], ["Golden-Rules"], ["GOLDEN", "rules"]])
def test_a_topic_may_be_typed_as_words(words: list[str]) -> None:
    """Spaces and capitals do not matter."""
    assert run_json(*words)["id"] == "golden-rules"


def test_an_unknown_topic_is_refused_with_a_near_one() -> None:
    """The call is wrong, and says what would be right."""
    with pytest.raises(CallError) as raised:
        run(["concent"])

    assert raised.value.faults[0].suggestion == "consent"
    assert raised.value.exit_code == 2


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        (["voicemail"], "topic", "methods"),
        (["gcsx.gov.uk"], "notice", "gcsx-closed"),
        (["care", "order"], "question", "care_order"),
        (["999"], "outcome", "emergency"),
        (["ring", "back"], "action", "ring-back"),
    ],
)
def test_all_wording_is_searched(words: list[str], kind: str, name: str) -> None:
    """Topics, notices, questions, outcomes and actions are found where they stand."""
    hits = run_json("search", *words)["hits"]

    assert (kind, name) in {(hit["kind"], hit["id"]) for hit in hits}
    assert all(set(hit) == {"kind", "id", "text", "source"} for hit in hits)


def test_no_wording_of_the_rules_is_left_out_of_the_search() -> None:
    """Every text of questions, outcomes, rules, choices, actions and record fields is in it."""
    guidance = load_guidance(PACK)
    searched = " ".join(passage.text for passage in guidance_passages(guidance))
    options = [option for question in guidance.questions for option in question.options]
    examples = [example for question in guidance.questions for example in question.examples]
    rows = [row for choice in guidance.choices for row in choice.rules]

    for text in (
        *(text for each in guidance.questions for text in (each.ask, each.help, each.why)),
        *(text for each in options for text in (each.label, each.help)),
        *(each.text for each in examples),
        *(text for each in guidance.outcomes for text in (each.title, each.text)),
        *(text for each in guidance.rules for text in (each.title, each.because)),
        *(each.because for each in rows),
        *(each.text for each in guidance.actions),
        *(each.text for each in guidance.sayings),
        *(text for each in guidance.record_fields for text in (each.ask, each.help)),
    ):
        assert text in searched


def test_what_was_found_is_shown_with_its_page() -> None:
    """The same search in words."""
    assert "(topic methods, page 13)" in " ".join(run(["search", "Voicemail"]).split())


def test_nothing_found_is_no_error() -> None:
    """It is said, with near words, and the call has done what was asked."""
    assert "police" in run(["search", "polise"])
    assert run_json("search", "qqqq") == {"query": "qqqq", "hits": [], "near": []}


@pytest.mark.parametrize("words", [["search"], ["search", "?"]])
def test_a_search_for_nothing_is_refused(words: list[str]) -> None:
    """A search needs a word."""
    with pytest.raises(CallError):
        run(words)


@pytest.mark.parametrize("words", [[], ["consent"], ["search", "consent"]])
def test_a_folder_that_is_no_pack_is_refused(words: list[str], tmp_path: Path) -> None:
    """Told as a fault of the files, not as an empty guide."""
    with pytest.raises(FileError):
        run(words, tmp_path)


def test_help_says_how_to_list_show_and_search() -> None:
    """All three ways stand in the help."""
    text = " ".join(run(["--help"]).split())

    for way in ("guide lists", "guide consent shows", "guide search court order"):
        assert way in text
