"""What there is to read in a pack: topics, the guide's statements, and notices of change."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from infoshare_cli.core.guidance import Notice, page_of
from infoshare_cli.core.topics import Statement, Topic
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.file_text import is_folder
from infoshare_cli.files.layers.overlays import chain_of, merged_file
from infoshare_cli.files.shapes import try_build
from infoshare_cli.files.strict_yaml import Document, Route, nearest, read_yaml

BEARS_ON = ("concern", "recipient", "outcomes", "questions", "topics", "contacts")
"""What a notice may say about the places where it is shown."""
STATUSES = ("confirmed", "reported", "unconfirmed")
"""We read the source; a public body says so; neither."""

_TOPIC_FILE = re.compile(r"[0-9]{2}-(?P<id>[a-z]+(-[a-z]+)*)\.yaml")
_TOPIC_NAME = "the id in its file's name, which is two digits, a hyphen, the id and .yaml"
STATEMENT = re.compile(r"p[1-9][0-9]?\.[a-z0-9]+(-[a-z0-9]+)*")


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
E = TypeVar("E", bound=_HasId)


@dataclass(frozen=True)
class _Place:
    """A route into a document, to say where a fault is."""

    document: Document
    at: Route = ()

    def __truediv__(self, step: str | int) -> "_Place":
        return _Place(self.document, (*self.at, step))

    def fault(self, found: str, expected: str, suggestion: str | None = None) -> Fault:
        return self.document.fault(self.at, found, expected, suggestion)


def load_topics(pack_folder: Path) -> tuple[Topic, ...]:
    """The topics of a pack and of those that it builds on, in the order of their files' names.

    Raises:
        FileError: a file is missing or has faults, among them a citation of something that
            does not stand in statements.yaml; those of all files at once.
    """
    faults: list[Fault] = []
    chain = chain_of(pack_folder)
    citations = _citations(_read_statements(chain, faults))
    paths = _topic_files(chain)
    read = [entry for path in paths for entry in _read_topic(path, citations, faults)]
    faults.extend(_repeated_ids(read))
    if not paths:
        expected = "a file for each topic, such as 01-golden-rules.yaml"
        faults.append(Fault(str(pack_folder / "topics"), "no topics", expected))
    _refuse(pack_folder, faults)
    return tuple(topic for _, topic in read)


def load_statements(pack_folder: Path) -> tuple[Statement, ...]:
    """What the guide says, statement by statement.

    Raises:
        FileError: the file is missing or has faults; all of them at once.
    """
    faults: list[Fault] = []
    statements = _read_statements(chain_of(pack_folder), faults)
    _refuse(pack_folder, faults)
    return statements


def load_notices(pack_folder: Path) -> tuple[Notice, ...]:
    """What has changed since the guide was written.

    Raises:
        FileError: the file is missing or has faults; all of them at once.
    """
    faults: list[Fault] = []
    chain = chain_of(pack_folder)
    topics = _topic_ids(chain)
    entries = _read_entries(chain, "since.yaml", "notices", Notice, faults)
    for place, notice in entries:
        faults.extend(notice_faults(place.document, place.at, notice, topics))
    _refuse(pack_folder, faults)
    return tuple(notice for _, notice in entries)


def notice_faults(
    document: Document, at: Route, notice: Notice, topics: Sequence[str]
) -> Iterator[Fault]:
    """What is wrong with a notice although it has its shape."""
    return _notice_faults(_Place(document, at), notice, topics)


def topic_ids(pack_folder: Path) -> tuple[str, ...]:
    """The ids of a pack's topics, from the names of their files.

    Raises:
        FileError: what the pack builds on cannot be found.
    """
    return _topic_ids(chain_of(pack_folder))


def topic_files(pack_folder: Path) -> tuple[Path, ...]:
    """The files of a pack's topics, in the order of their names.

    Raises:
        FileError: what the pack builds on cannot be found.
    """
    return tuple(_topic_files(chain_of(pack_folder)))


def _topic_ids(chain: Sequence[Path]) -> tuple[str, ...]:
    return tuple(_id_in_name(path) for path in _topic_files(chain))


def _refuse(pack_folder: Path, faults: list[Fault]) -> None:
    if faults:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise FileError(f"The guide in {pack_folder} cannot be used: {count}.", faults)


def _read(path: Path, faults: list[Fault]) -> Document | None:
    try:
        return read_yaml(path)
    except FileError as error:
        faults.extend(error.faults)
        return None


def _read_entries(
    chain: Sequence[Path], name: str, key: str, shape: type[E], faults: list[Fault]
) -> list[tuple[_Place, E]]:
    """The sound entries of a file that holds one list; the faults of the others are noted."""
    document = merged_file(chain, name, faults)
    if not document.places:
        # It could not be read.
        return []
    top = _Place(document)
    if not isinstance(document.data, dict) or set(document.data) != {key}:
        faults.append(top.fault("other keys, or none", f"the key {key} and no other"))
        return []
    items = document.data[key]
    if not isinstance(items, list) or not items:
        faults.append((top / key).fault("no list, or an empty one", "a list of entries"))
        return []
    places = [top / key / index for index in range(len(items))]
    built = [(place, try_build(shape, document, place.at, faults)) for place in places]
    entries = [(place, entry) for place, entry in built if entry is not None]
    faults.extend(_repeated_ids(entries))
    return entries


def _repeated_ids(entries: Sequence[tuple[_Place, E]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, entry in entries:
        if entry.id in seen:
            yield (place / "id").fault(f"{entry.id} again", "an id of its own")
        seen.add(entry.id)


def _read_statements(chain: Sequence[Path], faults: list[Fault]) -> tuple[Statement, ...]:
    entries = _read_entries(chain, "statements.yaml", "statements", Statement, faults)
    for place, statement in entries:
        if not STATEMENT.fullmatch(statement.id):
            expected = "p, a page, a full stop and a name, such as p6.informed"
            faults.append((place / "id").fault(statement.id, expected))
    return tuple(statement for _, statement in entries)


def _citations(statements: Sequence[Statement]) -> list[str]:
    """What a source may name: a statement, or a page that has one."""
    sound = [each.id for each in statements if STATEMENT.fullmatch(each.id)]
    return list(dict.fromkeys([*sound, *(f"p{page_of(each)}" for each in sound)]))


def _topic_files(chain: Sequence[Path]) -> list[Path]:
    """The files of all topics; one of an overlay stands for the one below that has its id."""
    files: list[Path] = []
    for folder in (each / "topics" for each in chain):
        own = sorted(folder.glob("*.yaml")) if is_folder(folder) else []
        ids = {_id_in_name(path) for path in own} - {""}
        files = [*(path for path in files if _id_in_name(path) not in ids), *own]
    return sorted(files, key=lambda path: path.name)


def _id_in_name(path: Path) -> str:
    named = _TOPIC_FILE.fullmatch(path.name)
    return named["id"] if named else ""


def _read_topic(
    path: Path, citations: Sequence[str], faults: list[Fault]
) -> Iterator[tuple[_Place, Topic]]:
    document = _read(path, faults)
    topic = try_build(Topic, document, (), faults) if document else None
    if document and topic:
        place = _Place(document)
        faults.extend(_topic_faults(place, topic, _id_in_name(path), citations))
        yield place, topic


def _topic_faults(
    place: _Place, topic: Topic, name: str, citations: Sequence[str]
) -> Iterator[Fault]:
    if topic.id != name:
        yield (place / "id").fault(topic.id, _TOPIC_NAME, name or None)
    if not topic.lines:
        yield (place / "lines").fault("an empty list", "at least one line")
    for index, line in enumerate(topic.lines):
        source = place / "lines" / index / "source"
        if not line.source:
            yield source.fault("an empty list", "at least one statement of the guide")
        # Where the statements could not be read, that fault says enough.
        if citations:
            yield from _unknown(source, line.source, citations, "a statement in statements.yaml")


def _notice_faults(place: _Place, notice: Notice, topics: Sequence[str]) -> Iterator[Fault]:
    if not notice.status:
        yield (place / "status").fault("an empty mapping", "what of it is confirmed or reported")
    for part, status in notice.status.items():
        if status not in STATUSES:
            expected, near = "one of " + ", ".join(STATUSES), nearest(status, STATUSES)
            yield (place / "status" / part).fault(status, expected, near)
    if not notice.bears_on:
        yield (place / "bears_on").fault("an empty list", "at least one entry")
    for index, entry in enumerate(notice.bears_on):
        at = place / "bears_on" / index
        if not entry:
            # Nothing of it could fail to fit, and so it would be shown everywhere.
            yield at.fault("an empty mapping", "at least one of " + ", ".join(BEARS_ON))
        for key, values in entry.items():
            if key not in BEARS_ON:
                expected, near = "one of " + ", ".join(BEARS_ON), nearest(key, BEARS_ON)
                yield (at / key).fault(f"the unknown key {key}", expected, near)
            if not values:
                yield (at / key).fault("an empty list", "at least one value")
        yield from _unknown(at / "topics", entry.get("topics", ()), topics, "a topic of this pack")


def _unknown(
    place: _Place, words: Sequence[str], known: Sequence[str], expected: str
) -> Iterator[Fault]:
    for index, word in enumerate(words):
        if word not in known:
            yield (place / index).fault(word, expected, nearest(word, known))
