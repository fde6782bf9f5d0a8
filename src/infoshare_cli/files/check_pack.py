"""What one part of a pack says of another: declared words, ids used once, citations, circles.

Works on the text as it was read, so that a pack with a fault of shape in one entry is
still checked everywhere else. What is wrong with the shape of an entry is told elsewhere.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from infoshare_cli.core.contacts import ALL_ROLES
from infoshare_cli.core.guidance import DECISION, OUTCOME
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.errors import Fault
from infoshare_cli.files.check_circles import check_circles
from infoshare_cli.files.check_sayings import check_sayings
from infoshare_cli.files.document import describe, one_of
from infoshare_cli.files.layers.removals import REMOVE
from infoshare_cli.files.pack_entries import (
    EXTENDS,
    LISTS,
    PHASES,
    Documents,
    Entry,
    as_mapping,
    entries,
    ids,
    raw_list,
    texts,
)
from infoshare_cli.files.read_conditions import RESERVED, Words
from infoshare_cli.files.strict_yaml import Document, nearest

CITATION = re.compile(r"p[1-9][0-9]?(\.[a-z0-9]+(-[a-z0-9]+)*)?")
"""A page of the guide, or a statement on it."""
ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


def check_pack(documents: Documents, words: Words) -> Iterator[Fault]:
    """Every fault between the parts of a pack."""
    yield from _check_lists(documents)
    yield from _check_ids(documents, words)
    references = _references(documents, words)
    for entry in _with_rows(entries(documents)):
        yield from _check_references(entry, references)
        yield from _check_citations(entry)
    for question in entries(documents, "questions"):
        yield from _check_alone(question)
        yield from _unknown(question, "about", _about(words))
    for field in entries(documents, "fields"):
        about = _about(words)
        yield from _unknown(field, "about", (*about, OUTCOME, DECISION) if about else ())
    for notice in entries(documents, "notices"):
        yield from _check_notice(notice, words)
    yield from check_sayings(documents)
    yield from _check_results(documents, words)
    yield from _check_consent_from(documents, words)
    yield from check_circles(documents, words)


def _with_rows(found: Iterator[Entry]) -> Iterator[Entry]:
    """Entries, each with the rows that it has if it is a choice."""
    for entry in found:
        yield entry
        yield from entry.parts("rules")


def _check_lists(documents: Documents) -> Iterator[Fault]:
    for name, document in documents.items():
        if not document.places:
            # It could not be read, and its faults are told.
            continue
        keys = LISTS.get(name, ("pack",))
        data = as_mapping(document.data)
        if data != document.data:
            yield document.fault((), describe(document.data), "keys with values")
            continue
        meant = {nearest(key, keys) for key in data.keys() - set(keys)}
        for key in keys:
            if key in meant - data.keys():
                # Told as an unknown key, with the one that was meant.
                continue
            if key not in data:
                yield document.fault((key,), "nothing", f"the key {key}")
            elif key != "pack" and not raw_list(documents, name, key):
                yield document.fault((key,), describe(data[key]), "a list with at least one entry")
        yield from _unknown_keys(document, data, (*keys, EXTENDS) if "pack" in keys else keys)


def _unknown_keys(document: Document, data: Iterable[str], known: Sequence[str]) -> Iterator[Fault]:
    for key in data:
        if key == REMOVE:
            expected = "this key only in a pack that builds on another, and beside its lists"
            yield document.fault((key,), f"the key {key}", expected)
        elif key not in known:
            hint = nearest(key, known)
            yield document.fault((key,), f"the unknown key {key}", one_of(known), hint)


def _check_ids(documents: Documents, words: Words) -> Iterator[Fault]:
    """Ids are used once: in a list, among all actions, among all rows, in a question."""
    actions = (each for key in PHASES for each in entries(documents, key))
    rows = (row for each in entries(documents, "choices") for row in each.parts("rules"))
    others = {key for keys in LISTS.values() for key in keys} - {*PHASES}
    groups = [list(actions), list(rows), *(list(entries(documents, key)) for key in sorted(others))]
    groups += [list(question.parts("options")) for question in entries(documents, "questions")]
    for group in groups:
        yield from _check_group(group)
    for entry in entries(documents, "questions", "choices"):
        if entry.id in RESERVED:
            expected = "another id, as conditions use this word for something else"
            yield entry.fault(("id",), f"'{entry.id}'", expected)
    for entry in entries(documents, "choices"):
        if entry.id in {*words.one, *words.many, *words.unclear}:
            yield entry.fault(("id",), f"'{entry.id}', the id of a question", "an id of its own")
    for entry in entries(documents, "fields"):
        if entry.id and entry.id not in RECORD_FIELDS:
            hint = nearest(entry.id, RECORD_FIELDS)
            yield entry.fault(("id",), f"'{entry.id}'", one_of(RECORD_FIELDS), hint)


def _check_group(group: Sequence[Entry]) -> Iterator[Fault]:
    first: dict[str, Entry] = {}
    for entry in group:
        identity = entry.id
        if identity is None:
            continue
        if not ID.fullmatch(identity):
            expected = "small letters and digits, with single hyphens or underscores between"
            yield entry.fault(("id",), describe(identity), expected)
        elif identity in first:
            line = entry.document.line_of((*first[identity].at, "id"), entry.at)
            found = f"'{identity}', which is the id on {line} too"
            yield entry.fault(("id",), found, "an id of its own")
        first.setdefault(identity, entry)


def _references(documents: Documents, words: Words) -> dict[str, Sequence[str]]:
    """For each key that names something declared elsewhere: what it may name."""
    questions = (*words.one, *words.many, *words.unclear)
    return {
        "outcome": words.outcomes,
        "choose": tuple(words.choices),
        "consent_from": tuple(words.choices),
        "question": questions,
        "advice_from": ids(documents, "advice_from"),
        "agrees_with": ids(documents, "decisions"),
        "contacts": ALL_ROLES,
    }


def _check_references(entry: Entry, known: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    for key, words in known.items():
        yield from _unknown(entry, key, words)


def _unknown(entry: Entry, key: str, known: Sequence[str]) -> Iterator[Fault]:
    """The words under a key that are not known; none where nothing is, for that is told there."""
    for at, word in entry.words(key):
        if known and word not in known:
            yield entry.fault(at, describe(word), one_of(known), nearest(word, known))


def _check_citations(entry: Entry) -> Iterator[Fault]:
    if entry.item.get("source") == []:
        yield entry.fault(("source",), "an empty list", "at least one citation, such as p6")
    for at, citation in entry.words("source"):
        if len(at) > 1 and not CITATION.fullmatch(citation):
            expected = "a page or statement of the guide, such as p6 or p6.informed"
            yield entry.fault(at, describe(citation), expected)


def _about(words: Words) -> Sequence[str]:
    """What an answer, and a field of the record, may be about; none where that cannot be told."""
    questions = (*words.one, *words.many, *words.unclear)
    return (*questions, *words.choices) if questions and words.choices else ()


def _check_alone(question: Entry) -> Iterator[Fault]:
    """Options that stand by themselves are options, of a question that takes many."""
    yield from _unknown(question, "alone", texts(question, "options", "id"))
    if "alone" in question.item and question.item.get("kind") == "one":
        yield question.fault(("alone",), "alone", "this key only where kind is many")
    if question.item.get("options") == []:
        yield question.fault(("options",), "an empty list", "a list with at least one option")


def _check_notice(notice: Entry, words: Words) -> Iterator[Fault]:
    """Where a notice speaks of a case, it is in the words of this pack."""
    questions = {**words.one, **words.many}
    known = {**questions, "outcomes": words.outcomes, "questions": (*questions, *words.unclear)}
    for place in notice.parts("bears_on"):
        for key in place.item:
            yield from _unknown(place, key, known.get(key, ()))


def _check_results(documents: Documents, words: Words) -> Iterator[Fault]:
    """A rule comes to an outcome, or to a choice whose every value is one."""
    chosen = set()
    for rule in entries(documents, "rules"):
        if "outcome" in rule.item and "choose" in rule.item:
            yield rule.fault((), "both outcome and choose", "one of the two")
        elif "outcome" not in rule.item and "choose" not in rule.item:
            yield rule.fault((), "neither outcome nor choose", "one of the two")
        chosen.add(str(rule.item.get("choose")))
    for choice in entries(documents, "choices"):
        if choice.id in chosen:
            for row in choice.parts("rules"):
                yield from _unknown(row, "value", words.outcomes)


def _check_consent_from(documents: Documents, words: Words) -> Iterator[Fault]:
    """Each person who may be asked for consent is a value of a choice that says who is."""
    choices = {
        word for each in entries(documents, "outcomes") for _, word in each.words("consent_from")
    }
    values = [words.choices.get(choice, ()) for choice in sorted(choices)]
    if values and all(values):
        known = tuple(value for each in values for value in each)
        for label in entries(documents, "consent_from"):
            yield from _unknown(label, "id", known)
