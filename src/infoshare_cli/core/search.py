"""Searching the wording of a pack: every word must be there, the best places come first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from infoshare_cli.core.guidance import Citation, Guidance, Notice, Question
from infoshare_cli.core.topics import Topic

_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("e", ""), ("s", ""))
"""What simple forms of a word end in, and what stands there instead: sharing and shared, share."""
_SHORTEST_START = 3
"""Letters that are left of a word at least, so that "need" does not become "ne"."""
_NEAR = 0.75
"""How alike a word must be to be offered in place of one that is nowhere; 1 is the same."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of wording, and where it stands."""

    kind: str
    """topic, question, rule, outcome, action, saying, record or notice."""
    id: str
    """The id of that topic, question, and so on."""
    text: str
    source: tuple[Citation, ...] = ()
    """What of the guide it rests on; a notice rests on none of it."""


def search(passages: Iterable[Passage], query: str) -> tuple[Passage, ...]:
    """The passages that hold every word of the query, in whole or in a simple form; best first.

    Words as they were typed count for more than their other forms, words that stand
    together count for more than scattered ones, and a short passage for more than a long one.
    """
    wanted = _query_words(query)
    found = [passage for passage in passages if wanted and _holds_all(passage, wanted)]
    return tuple(sorted(found, key=lambda passage: _rank(passage, wanted)))


def near_words(passages: Sequence[Passage], query: str) -> tuple[str, ...]:
    """Words of the passages that come near to those words of the query that are nowhere."""
    known = sorted({word for passage in passages for word in _words(passage.text)})
    missing = [
        wanted
        for wanted in _query_words(query)
        if not any(_is_form(word, wanted) for word in known)
    ]
    close = [near for word in missing for near in get_close_matches(word, known, cutoff=_NEAR)]
    return tuple(dict.fromkeys(close))


def topic_passages(topics: Iterable[Topic]) -> Iterator[Passage]:
    """The wording of topics, line by line."""
    for topic in topics:
        whole = dict.fromkeys(citation for line in topic.lines for citation in line.source)
        yield Passage("topic", topic.id, topic.title, tuple(whole))
        for line in topic.lines:
            yield Passage("topic", topic.id, line.text, line.source)


def notice_passages(notices: Iterable[Notice]) -> Iterator[Passage]:
    """The wording of notices."""
    for notice in notices:
        for text in filter(None, (notice.title, notice.text, notice.do)):
            yield Passage("notice", notice.id, text)


def guidance_passages(guidance: Guidance) -> Iterator[Passage]:
    """The wording of questions, outcomes, rules, actions, sayings and record fields."""
    for question in guidance.questions:
        for text in _question_texts(question):
            yield Passage("question", question.id, text, question.source)
    for outcome in guidance.outcomes:
        for text in (outcome.title, outcome.text):
            yield Passage("outcome", outcome.id, text, outcome.source)
    for rule in guidance.rules:
        yield Passage("rule", rule.id, f"{rule.title} {rule.because}".strip(), rule.source)
    for row in (row for choice in guidance.choices for row in choice.rules):
        yield Passage("rule", row.id, row.because, row.source)
    for action in guidance.actions:
        yield Passage("action", action.id, action.text, action.source)
    for saying in guidance.sayings:
        yield Passage("saying", saying.id, saying.text, saying.source)
    for field in guidance.record_fields:
        yield Passage("record", field.id, f"{field.ask} {field.help}", field.source)


def _question_texts(question: Question) -> Iterator[str]:
    yield from (question.ask, question.help, question.why)
    for option in question.options:
        yield f"{option.label}: {option.help}" if option.help else option.label
    for example in question.examples:
        yield example.text


def _words(text: str) -> list[str]:
    """The words of a text; one with a hyphen counts as its parts, and as a whole without it."""
    found = re.findall(r"[^\W_]+(?:-[^\W_]+)*", text.casefold())
    return [form for word in found for form in (*word.split("-"), word.replace("-", ""))]


def _query_words(query: str) -> list[str]:
    found = re.findall(r"[^\W_]+(?:-[^\W_]+)*", query.casefold())
    return [word.replace("-", "") for word in found]


def _holds_all(passage: Passage, wanted: Sequence[str]) -> bool:
    words = set(_words(passage.text))
    return all(any(_is_form(word, each) for word in words) for each in wanted)


def _is_form(word: str, wanted: str) -> bool:
    return word.startswith(wanted) or _start(word) == _start(wanted)


def _start(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_START:
            return word.removesuffix(ending) + instead
    return word


def _rank(passage: Passage, wanted: Sequence[str]) -> tuple[int, bool, int]:
    words = _words(passage.text)
    together = " ".join(wanted) in " ".join(words)
    return -sum(each in words for each in wanted), not together, len(words)
