"""Whether a pack carries every statement of the guide, and cites nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from infoshare_cli.core.checks.trace import Trace
from infoshare_cli.core.topics import Statement
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.document import count_of, describe
from infoshare_cli.files.shapes import try_build
from infoshare_cli.files.strict_yaml import Data, Document, Route, nearest, read_yaml

_KEY = "statements"


@dataclass(frozen=True)
class StatementList:
    """What a guide says, statement by statement, and where each stands."""

    document: Document
    entries: tuple[tuple[Route, Statement], ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements in the order of the list."""
        return tuple(statement for _, statement in self.entries)


def read_statement_list(path: Path) -> StatementList:
    """The statements in a file: a list, alone or under the key statements.

    Raises:
        FileError: it is not there, cannot be read, or has faults; all of them at once.
    """
    return build_statement_list(read_yaml(path))


def build_statement_list(document: Document) -> StatementList:
    """The statements in a document.

    Raises:
        FileError: with every fault.
    """
    data = document.data
    below: Route = (_KEY,) if isinstance(data, dict) else ()
    items = data.get(_KEY) if isinstance(data, dict) else data
    faults: list[Fault] = []
    if not isinstance(items, list) or not items:
        expected = "a list of statements, each with id, kind and says"
        faults.append(document.fault(below, describe(items), expected))
    places = [(*below, index) for index in range(len(items))] if isinstance(items, list) else []
    built = [(place, try_build(Statement, document, place, faults)) for place in places]
    if faults:
        raise FileError(f"{document.file} cannot be used: {count_of(faults)}.", faults)
    return StatementList(document, tuple((at, each) for at, each in built if each is not None))


def check_carried(guide: StatementList, traced: Trace) -> Iterator[Fault]:
    """A fault for each statement that nothing in the pack cites by its id."""
    lost = {statement.id for statement in traced.not_carried}
    for at, statement in guide.entries:
        if statement.id in lost:
            found = f"{statement.id}, a statement of the guide that nothing carries"
            expected = "a question, rule, action, topic or contact that cites it"
            yield guide.document.fault((*at, "id"), found, expected)


def check_citations(documents: Iterable[Document], known: Sequence[str]) -> Iterator[Fault]:
    """A fault for each citation of what the guide does not say."""
    for document in documents:
        for at, citation in _citations(document.data, ()):
            if citation not in known:
                expected = "a statement of the guide, or a page that has one"
                hint = nearest(citation, known)
                yield document.fault(
                    at, f"{citation}, which the guide does not say", expected, hint
                )


def _citations(data: Data, at: Route) -> Iterator[tuple[Route, str]]:
    """Every text in a list under the key source, with its place."""
    if isinstance(data, str):
        return
    parts: Iterable[tuple[str | int, Data]]
    parts = data.items() if isinstance(data, dict) else enumerate(data)
    for step, part in parts:
        if isinstance(part, str) and at and at[-1] == "source":
            yield (*at, step), part
        else:
            yield from _citations(part, (*at, step))
