"""Exports for people: a case record for each interview, as Markdown, HTML or PDF."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from infoshare_cli import __version__
from infoshare_cli.cli.log_selection import Selection
from infoshare_cli.cli.read_log import readable_records
from infoshare_cli.cli.setup import Setup, now
from infoshare_cli.core.lives import Lives
from infoshare_cli.core.record import INTERVIEWS, Record
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.documents.case_record import MOST_CASES, case_records
from infoshare_cli.documents.case_told import Case, Writing
from infoshare_cli.errors import CallError, Fault, InfoshareError
from infoshare_cli.files.logbook import read_records

if TYPE_CHECKING:
    from infoshare_cli.core.guidance import Guidance
    from infoshare_cli.core.verify import Verdict, Verification
    from infoshare_cli.documents.book.book_blocks import Book


def case_writer(form: str) -> "Callable[[Book, bool], bytes]":
    """What writes 'md', 'html' or 'pdf'; the second argument says if there are several records.

    Raises:
        CallError: the library that writes PDF is not installed.
    """
    if form == "md":
        from infoshare_cli.documents.case_record_markdown import cases_to_markdown

        return lambda book, several: cases_to_markdown(book, several=several).encode("utf-8")
    if form == "html":
        from infoshare_cli.documents.case_record_html import cases_to_html

        return lambda book, several: cases_to_html(book, several=several).encode("utf-8")
    from infoshare_cli.documents.case_record_pdf import cases_to_pdf, must_write_pdf

    must_write_pdf()
    return lambda book, several: cases_to_pdf(book, several=several)


def written_cases(
    setup: Setup,
    selection: Selection,
    write: "Callable[[Book, bool], bytes]",
    verification: "Verification",
) -> bytes:
    """The case records of the interviews that are selected.

    Raises:
        CallError: too many fit.
    """
    lives, wanted = _interviews(read_records(setup.log), selection)
    _check_number(len(wanted))
    # What is added to the log between the two readings is not in `lives`, and so left out.
    life_of = {link.id: name for name in wanted for link in lives.life(name)}
    found = {
        record.head.id: record
        for record in readable_records(setup, verification)
        if record.head.id in wanted or record.head.id in life_of
    }
    rules = _rules_of(setup)
    cases = [
        Case(
            _story(found, lives, name),
            rules(found[name].head.provenance.pack_digest),
            lives.decisions_since(name),
        )
        for name in wanted
        if name in found
    ]
    writing = Writing(
        now(), __version__, selection.withheld, broken=_broken(verification.verdict())
    )
    return write(case_records(cases, writing), len(cases) != 1)


def _interviews(records: Iterable[Record], selection: Selection) -> tuple[Lives, tuple[str, ...]]:
    """What belongs together in the log, and the ids of the interviews that are selected.

    An id may be that of any record about the interview; the rest is asked of the interview itself.
    """
    lives, named, fitting = Lives(), set[str](), dict[str, None]()
    for record in records:
        lives.take(record.head)
        if selection.is_named(record):
            named.add(lives.beginning(record.head.id).id)
        if _is_interview(record) and selection.has_words(record) and selection.is_in(record):
            fitting[record.head.id] = None
    return lives, tuple(name for name in fitting if name in named)


def _is_interview(record: Record) -> bool:
    return record.head.kind in INTERVIEWS


def _check_number(number: int) -> None:
    if number > MOST_CASES:
        expected = f"at most {MOST_CASES}; take fewer with --from and --to, --area or --case"
        fault = Fault("", f"{number} interviews", expected)
        raise CallError("That is too much for one document.", (fault,))


def _story(found: dict[str, Record], lives: Lives, name: str) -> RecordStory:
    record = found[name]
    return RecordStory(
        record=record,
        about=None,
        beginning=lives.beginning(name),
        continues=lives.link(record.head.of),
        continued_by=lives.continued_by(name),
        life=tuple(found[link.id] for link in lives.life(name) if link.id in found),
        holds=lives.holds(name),
    )


def _rules_of(setup: Setup) -> "Callable[[str], Guidance | None]":
    """Finds the rules with a digest: those in use, or those kept beside the log; or none."""
    from infoshare_cli.files.kept_packs import open_kept_pack
    from infoshare_cli.files.open_guidance import open_guidance

    @cache
    def in_use() -> "Guidance | None":
        return _if_readable(lambda: open_guidance(setup.rules))

    @cache
    def find(digest: str) -> "Guidance | None":
        guidance = in_use()
        if guidance is not None and guidance.digest == digest:
            return guidance
        return _if_readable(lambda: open_kept_pack(setup.log, digest))

    return find


def _if_readable(read: "Callable[[], Guidance | None]") -> "Guidance | None":
    """The rules; without them a record is told by its ids, which is no reason to tell nothing."""
    try:
        return read()
    except InfoshareError:
        return None


def _broken(verdict: "Verdict") -> str:
    found = verdict.first_broken
    if found is None:
        return ""
    return (
        f"The log that this comes from is broken at record {found.seq}: {found.why}. What stands "
        "here may not be what was written."
    )
