"""`infoshare guide`: the guide to read, topic by topic, and to search."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.completers import complete_guide
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.guidance import Notice
    from infoshare_cli.core.search import Passage
    from infoshare_cli.core.topics import Topic

SEARCH = "search"
"""The first word of a call that searches; no topic is called this."""


def guide(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TOPIC | search WORDS",
            help="A topic to read, or the word search and what to look for.",
            show_default=False,
            autocompletion=complete_guide,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read the guide in our words, each line with its page.

    infoshare guide lists the topics. infoshare guide consent shows one, and what has
    changed since 2018. With search it finds every place with all the words that follow.

    Do not type a name or a fact of a case: a computer may keep what is typed.

    For example: infoshare guide search court order
    """
    setup: Setup = ctx.obj
    match words or []:
        case []:
            _list_topics(setup, as_json)
        case [first, *query] if first == SEARCH:
            _search(setup, " ".join(query), as_json)
        case name:
            _show_topic(setup, "-".join(name).casefold(), as_json)


def _list_topics(setup: Setup, as_json: bool) -> None:
    from infoshare_cli.files.load_topics import load_topics

    topics = load_topics(setup.rules)
    if as_json:
        print_json({"topics": [{"id": topic.id, "title": topic.title} for topic in topics]})
        return
    from infoshare_cli.terminal.guide_views import topics_page
    from infoshare_cli.terminal.page import show_page

    show_page(topics_page(topics), setup.stdout())


def _show_topic(setup: Setup, name: str, as_json: bool) -> None:
    from infoshare_cli.core.notices import notices_for
    from infoshare_cli.files.load_topics import load_notices, load_topics

    topic = _find_topic(load_topics(setup.rules), name)
    notices = notices_for(load_notices(setup.rules), {"topics": [topic.id]})
    if as_json:
        print_json(_topic_json(topic, notices))
        return
    from infoshare_cli.terminal.guide_views import topic_page
    from infoshare_cli.terminal.page import show_page

    show_page(topic_page(topic, notices), setup.stdout())


def _find_topic(topics: "Sequence[Topic]", name: str) -> "Topic":
    by_id = {topic.id: topic for topic in topics}
    if name in by_id:
        return by_id[name]
    from infoshare_cli.files.strict_yaml import nearest

    expected, near = "one of " + ", ".join(by_id), nearest(name, by_id)
    raise CallError(
        "There is no such topic.", (Fault("", f"the topic {name}", expected, suggestion=near),)
    )


def _search(setup: Setup, query: str, as_json: bool) -> None:
    from infoshare_cli.core.search import near_words, search

    if not any(letter.isalnum() for letter in query):
        fault = Fault("", "no words to look for", "infoshare guide search, then a word or more")
        raise CallError("There is nothing to search for.", (fault,))
    passages = _all_passages(setup.rules)
    found = search(passages, query)
    near = () if found else near_words(passages, query)
    if as_json:
        print_json({"query": query, "hits": [_hit_json(hit) for hit in found], "near": list(near)})
        return
    from infoshare_cli.terminal.guide_views import found_page, nothing_found_page
    from infoshare_cli.terminal.page import show_page

    page = found_page(query, found) if found else nothing_found_page(query, near)
    show_page(page, setup.stdout())


def _all_passages(rules: Path) -> "tuple[Passage, ...]":
    from infoshare_cli.core.search import guidance_passages, notice_passages, topic_passages
    from infoshare_cli.files.load_guidance import load_guidance
    from infoshare_cli.files.load_topics import load_topics

    guidance = load_guidance(rules)
    return (
        *topic_passages(load_topics(rules)),
        *guidance_passages(guidance),
        *notice_passages(guidance.notices),
    )


def _topic_json(topic: "Topic", notices: "Sequence[Notice]") -> dict[str, object]:
    from infoshare_cli.documents.decision_json import notice_to_json, source_to_json

    return {
        "id": topic.id,
        "title": topic.title,
        "lines": [
            {"text": line.text, "source": source_to_json(line.source)} for line in topic.lines
        ],
        "notices": [notice_to_json(notice) for notice in notices],
    }


def _hit_json(hit: "Passage") -> dict[str, object]:
    from infoshare_cli.documents.decision_json import source_to_json

    source = source_to_json(hit.source)
    return {"kind": hit.kind, "id": hit.id, "text": hit.text, "source": source}
