"""Everything that can be told of a pack without running a case: all of it at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ParamSpec, TypeVar

from infoshare_cli.core.checks.trace import trace
from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.topics import Topic
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.checks.check_about import check_about
from infoshare_cli.files.checks.check_checked import check_checked
from infoshare_cli.files.checks.check_reach import check_reach
from infoshare_cli.files.checks.check_record import check_record
from infoshare_cli.files.checks.check_roles import check_roles
from infoshare_cli.files.checks.check_statements import (
    StatementList,
    build_statement_list,
    check_carried,
    check_citations,
    read_statement_list,
)
from infoshare_cli.files.checks.check_use import check_use
from infoshare_cli.files.checks.check_wording import Measures, check_wording
from infoshare_cli.files.document import Document, in_order
from infoshare_cli.files.file_text import is_folder, read_bytes
from infoshare_cli.files.layers.overlays import chain_of, merged_document
from infoshare_cli.files.load_assurance import load_own_words
from infoshare_cli.files.load_cases import cases_of, read_cases
from infoshare_cli.files.load_contacts import read_directory
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_properties import load_properties
from infoshare_cli.files.load_topics import load_notices, load_statements, load_topics, topic_files
from infoshare_cli.files.pack_entries import (
    ASSURANCE_FILE,
    PACK_FILES,
    PROPERTIES_FILE,
    Documents,
)
from infoshare_cli.files.pack_terms import terms_of
from infoshare_cli.files.strict_yaml import read_yaml

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class RuleFindings:
    """What a check of a pack found, each list by file and line."""

    errors: tuple[Fault, ...]
    """What must be put right."""
    warnings: tuple[Fault, ...]
    """What a person should look at."""
    walked: bool
    """Whether what the rules come to was looked at; not where they cannot be read."""
    measured: bool
    """Whether wording was measured."""


def check_rules(
    folder: Path, contacts: Path, statements: Path | None, today: date, measures: Measures | None
) -> RuleFindings:
    """What is wrong with the pack in a folder, and with the contacts that it is used with.

    Args:
        statements: what the guide says, in place of the pack's own list.
        measures: None where wording is not to be measured.

    Raises:
        FileError: the folder, the contacts or the statements are not there; whatever stands in
            them is a finding.
    """
    if not is_folder(folder):
        fault = Fault(str(folder), "no folder of this name", "the folder that holds pack.yaml")
        raise FileError(f"There are no rules in {folder}.", [fault])
    for path in filter(None, (contacts, statements)):
        read_bytes(path)
    checking = _Checking(folder, contacts, statements)
    checking.check(today, measures)
    return RuleFindings(
        errors=_in_order(checking.errors),
        warnings=_in_order(checking.warnings),
        walked=checking.guidance is not None,
        measured=measures is not None,
    )


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Each fault once, by file, line and column."""
    once = dict.fromkeys(faults)
    return tuple(in_order(once))


@dataclass
class _Checking:
    """One check under way: what could be read so far, and what was found."""

    folder: Path
    contacts: Path
    statements: Path | None
    errors: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    guidance: Guidance | None = None

    def check(self, today: date, measures: Measures | None) -> None:
        """Look at everything; what cannot be read hides nothing but what needs it."""
        self.guidance = self._told(load_guidance, self.folder)
        topics = self._told(load_topics, self.folder)
        self._told(load_notices, self.folder)
        self._told(load_statements, self.folder)
        self._told(load_own_words, self.folder)
        contacts = self._told(read_directory, self.contacts)
        documents = self._quietly(_documents, self.folder)
        if documents is None:
            # What it builds on cannot be found, and that is told.
            return
        if contacts is not None:
            document, directory = contacts
            self.errors.extend(check_roles(documents, directory))
            self.warnings.extend(check_checked(documents, document, directory, today))
        self._check_guide(documents, topics, contacts)
        if self.guidance is not None:
            self._check_decision(documents, self.guidance)
        if measures is not None:
            shown = [*documents.values(), *self._topics(), *([contacts[0]] if contacts else [])]
            terms = terms_of(self._quietly(chain_of, self.folder) or ())
            self.warnings.extend(check_wording(shown, terms, measures))

    def _check_decision(self, documents: Documents, guidance: Guidance) -> None:
        """What the rules come to, and the cases that come with them."""
        properties = self._told(load_properties, self.folder, guidance) or ()
        conditions = [each for held in properties for each in held.parts.values()]
        self.errors.extend(check_use(documents, guidance, conditions))
        self.errors.extend(check_about(documents, guidance))
        self.errors.extend(check_record(documents))
        self.errors.extend(check_reach(documents, guidance))
        for path in cases_of(self.folder):
            for case in self._told(_cases, path, guidance) or ():
                self.errors.extend(case.faults)

    def _check_guide(
        self,
        documents: Documents,
        topics: tuple[Topic, ...] | None,
        contacts: tuple[Document, Directory] | None,
    ) -> None:
        """Whether all that the guide says is carried, and nothing else is cited."""
        guide = self._guide()
        if guide is None:
            return
        ids = {each.id for each in guide.statements}
        known = sorted(ids | {each.partition(".")[0] for each in ids})
        # The topics are held to the pack's own list where they are read.
        others = self._topics() if self.statements else []
        cited = [*documents.values(), *others, *([contacts[0]] if contacts else [])]
        self.errors.extend(check_citations(cited, known))
        if self.guidance is not None and topics is not None and contacts is not None:
            traced = trace(self.guidance, guide.statements, topics, contacts[1].contacts)
            self.errors.extend(check_carried(guide, traced))

    def _guide(self) -> StatementList | None:
        if self.statements is not None:
            return self._told(read_statement_list, self.statements)
        # What is wrong with the pack's own list is told where the topics are read.
        document = self._quietly(merged_document, self.folder, "statements.yaml", [])
        return self._quietly(build_statement_list, document) if document else None

    def _topics(self) -> Iterator[Document]:
        for path in self._quietly(topic_files, self.folder) or ():
            document = self._quietly(read_yaml, path)
            if document is not None:
                yield document

    def _told(self, load: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | None:
        """What is loaded, or None where it has faults, which are errors."""
        try:
            return load(*given, **named)
        except FileError as error:
            # Two readers may tell of one place, each in its own words; the first is enough.
            told = {_place(fault) for fault in self.errors}
            self.errors.extend(fault for fault in error.faults if _place(fault) not in told)
            return None

    def _quietly(self, load: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | None:
        """As `_told`, where another reader tells the faults."""
        try:
            return load(*given, **named)
        except FileError:
            return None


def _place(fault: Fault) -> tuple[object, ...]:
    return fault.file, fault.line, fault.column, fault.path


def _documents(folder: Path) -> Documents:
    """The files of a pack by name, with those that it need not have where it has them."""
    others = [each for each in (PROPERTIES_FILE, ASSURANCE_FILE) if (folder / each).exists()]
    return {name: merged_document(folder, name, []) for name in (*PACK_FILES, *others)}


def _cases(path: Path, guidance: Guidance) -> tuple[WrittenCase, ...]:
    return tuple(read_cases(path, guidance))
