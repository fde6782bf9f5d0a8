"""The guide on screen: its topics, one topic, what a search found, and notices of change."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from infoshare_cli.core.guidance import Citation, Notice, page_of, pages_in_words
from infoshare_cli.terminal.page import Block, Heading, Items, Panel, Rows, Text

if TYPE_CHECKING:
    from infoshare_cli.core.search import Passage
    from infoshare_cli.core.topics import Topic

MOST_SHOWN = 25
"""Search results on one page: about two screens; more words find less."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_CHECKED = "checked"
"""The date, among those of a notice, on which its sources were last looked at."""
_PARTS = {"text": "what it says", "commencement": "when it starts"}
_STATUS = {
    "reported": "a public body says so; we have not read the source",
    "unconfirmed": "not confirmed, so do not rely on it",
}


def topics_page(topics: "Sequence[Topic]") -> tuple[Block, ...]:
    """The list of topics, and how to go on."""
    return (
        Heading("Topics of the guide"),
        Rows(tuple((topic.id, topic.title) for topic in topics)),
        Text("To read one: infoshare guide TOPIC."),
        Text("To look for words: infoshare guide search WORDS."),
    )


def topic_page(topic: "Topic", notices: Sequence[Notice]) -> tuple[Block, ...]:
    """One topic: each line with its page, then what has changed since."""
    lines = tuple(f"{line.text} ({pages_text(line.source)})" for line in topic.lines)
    page: tuple[Block, ...] = (Heading(topic.title), Items(lines))
    if not notices:
        return page
    since = Heading("What has changed since the guide was written")
    return (*page, since, *(block for notice in notices for block in notice_blocks(notice)))


def found_page(query: str, found: "Sequence[Passage]") -> tuple[Block, ...]:
    """The passages that a search found, best first, each with its place."""
    shown = tuple(f"{hit.text} ({_place_text(hit)})" for hit in found[:MOST_SHOWN])
    heading = Heading(f"Found for '{query}': {len(found)}")
    if len(found) <= MOST_SHOWN:
        return (heading, Items(shown))
    more = f"These are the best {MOST_SHOWN}. Add a word to find less, or use --json to see all."
    return (heading, Items(shown), Text(more))


def nothing_found_page(query: str, near: Sequence[str]) -> tuple[Block, ...]:
    """That a search found nothing, and which words might."""
    nothing = Text(f"Nothing has all of these words: {query}.")
    if near:
        return (nothing, Text(f"Words that come near: {', '.join(near)}."))
    return (nothing, Text("Try fewer words, or other ones."))


def notice_blocks(notice: Notice) -> tuple[Block, ...]:
    """A notice in full: what changed, what to do, since when, and how sure we are."""
    do = (Text(f"What to do: {notice.do}", "strong"),) if notice.do else ()
    dates = tuple(
        (_spelled(name), date_text(day)) for name, day in notice.dates.items() if name != _CHECKED
    )
    rows = (Rows(dates),) if dates else ()
    sure = " ".join(_status_sentences(notice))
    origin = Text(f"Read in: {notice.origin}", "quiet")
    return (Panel(notice.title, (Text(notice.text), *do, *rows, Text(sure), origin)),)


def notice_line(notice: Notice) -> str:
    """A notice in a sentence or two, with how sure we are, for where there is little room."""
    status = ", ".join(_labelled(notice, part, status) for part, status in notice.status.items())
    return f"{notice.title}. {notice.do or notice.text} (How sure: {status}.)"


def pages_text(source: Sequence[Citation]) -> str:
    """'page 6', or 'pages 3 and 6'."""
    return pages_in_words(map(page_of, source))


def date_text(text: str) -> str:
    """A text in which 2026-04-29 reads 29 April 2026, and 2019-09 September 2019."""
    return _DATE.sub(_spell_date, text)


def _spell_date(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    if not 1 <= int(month) <= len(_MONTHS):
        return found[0]
    spelled = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {spelled}" if day else spelled


def _status_sentences(notice: Notice) -> Iterator[str]:
    for part, status in notice.status.items():
        says = _STATUS.get(status) or _read_by_us(notice)
        yield _sentence(_labelled(notice, part, says, colon=":"))
    if notice.unconfirmed:
        yield f"Not confirmed: {'; '.join(notice.unconfirmed)}."


def _read_by_us(notice: Notice) -> str:
    day = notice.dates.get(_CHECKED)
    return f"we read this ourselves on {date_text(day)}" if day else "we read this ourselves"


def _labelled(notice: Notice, part: str, says: str, colon: str = "") -> str:
    """What is said of one part of a notice; a notice of one part needs no label."""
    return f"{_PARTS.get(part, part)}{colon} {says}" if len(notice.status) > 1 else says


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _spelled(name: str) -> str:
    """'in_force' as 'In force'."""
    return name.replace("_", " ").capitalize()


def _place_text(hit: "Passage") -> str:
    pages = f", {pages_text(hit.source)}" if hit.source else ""
    return f"{hit.kind} {hit.id}{pages}"
