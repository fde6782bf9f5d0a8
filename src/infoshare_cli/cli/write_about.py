"""One call of a command that adds to a recorded decision, from its form to the receipt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from infoshare_cli.cli.append_about import About, Appended, append_about
from infoshare_cli.cli.fill_form import Ended, Filled, fill_form
from infoshare_cli.cli.free_text import private_source
from infoshare_cli.cli.local_day import local_day
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.private_scan import PrivateScan, named_remark
from infoshare_cli.cli.read_story import FoundStory, find_story
from infoshare_cli.cli.setup import Setup, now, standard_input
from infoshare_cli.core.changed_story import StoryReading
from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.form import Form, free_texts, missing_fields
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record_forms import FORMS, HOLD, RELEASE, fields_for, kind_of
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.core.verify import Verdict, why_unsound
from infoshare_cli.errors import CallError, ExitCode, Fault
from infoshare_cli.files.file_text import MAX_BYTES
from infoshare_cli.files.given_file import STANDARD_INPUT
from infoshare_cli.files.kept_packs import keep_pack
from infoshare_cli.files.load_contacts import open_contacts
from infoshare_cli.files.load_record_file import load_record_file
from infoshare_cli.files.logbook import check_appendable
from infoshare_cli.files.open_guidance import open_guidance
from infoshare_cli.terminal import form_views
from infoshare_cli.terminal.page import Block, Text, show_page
from infoshare_cli.terminal.subject import Subject, subject_of
from infoshare_cli.terminal.verdict_views import warnings_page


@dataclass(frozen=True)
class AboutCall:
    """What the options of a call say."""

    setup: Setup
    wanted: str
    """The number or the id of a record."""
    answers: Path | None
    no_input: bool
    as_json: bool

    def run(self, name: str) -> ExitCode:
        """Fill the form of that name, and append what it says.

        Raises:
            CallError: there is no such record, or it cannot have that.
            FileError: a file cannot be used.
            LogError: a record is not as it was written, or the log cannot be read or written.
            Interrupted: the person stopped.
            LeftAtOnce: the person left at once.
        """
        given = self._given(FORMS[name])
        found = find_story(self.setup, self.wanted)
        form = _form_for(found.reading.story, FORMS[name], given)
        guidance, directory = open_guidance(self.setup.rules), open_contacts(self.setup.contacts)
        # Before anything is asked: nobody should type it all for nothing.
        check_appendable(self.setup.log)
        self._warn(found.verdict)
        pages = _Pages(found, guidance, directory)
        scan = PrivateScan(guidance, directory)
        filled = fill_form(
            self.setup,
            form,
            given,
            asks=not self.no_input and str(self.answers) != STANDARD_INPUT,
            about=pages.about(),
            subject=pages.subject(),
            scan=scan,
            source=private_source(guidance),
        )
        private_words = filled.named(form, scan)
        adding = _Adding(self.setup, form, found.reading, filled, guidance, directory)
        ending = adding.end(named_remark(private_words))
        if self.as_json:
            words = [each for found in private_words.values() for each in found]
            print_json({**adding.to_json(ending), "private_words": words})
        return adding.tell(ending, as_json=self.as_json)

    def _given(self, form: Form) -> dict[str, str]:
        if self.answers is None:
            return {}
        return load_record_file(
            self.answers, lambda: standard_input(MAX_BYTES + 1), form, today=local_day(now())
        )

    def _warn(self, verdict: Verdict) -> None:
        """Say where the log is broken, which does not keep anything from being added to it."""
        # A last line that was not finished is told by the receipt.
        if warnings := warnings_page(replace(verdict, torn=False)):
            show_page(warnings, self.setup.stderr())


@dataclass(frozen=True)
class _Ending:
    """What came of a form that was filled."""

    status: str
    """`recorded`, `needs-answers`, or `left` where the person wants nothing recorded now."""
    code: ExitCode
    remarks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    appended: Appended | None = None


@dataclass(frozen=True)
class _Adding:
    """A filled form, and the interview that it is about."""

    setup: Setup
    form: Form
    reading: StoryReading
    filled: Filled
    guidance: Guidance
    directory: Directory

    @property
    def kind(self) -> str:
        """The kind of record that it makes."""
        return kind_of(self.form, self.filled.values)

    def end(self, named: str) -> _Ending:
        """Append what is complete and wanted; raises LogError.

        Args:
            named: what is to be said of words that name somebody, once they are recorded.
        """
        missing = missing_fields(self.form, self.filled.values)
        if self.filled.ended is Ended.LEFT:
            return _Ending("left", ExitCode.DONE, (form_views.LEFT,))
        if self.filled.ended is Ended.RAN_OUT or missing:
            remark = form_views.RAN_OUT if self.filled.ended is Ended.RAN_OUT else form_views.LEFT
            return _Ending("needs-answers", ExitCode.NEEDS_ANSWERS, (remark,), missing)
        appended = self._append()
        kept = keep_pack(self.setup.log, self.guidance.digest, self.setup.rules)
        remarks = tuple(filter(None, (*appended.receipt.remarks, kept, named)))
        return _Ending("recorded", ExitCode.DONE, remarks, appended=appended)

    def to_json(self, ending: _Ending) -> dict[str, object]:
        """What came of it, for other programs."""
        head = self.reading.story.record.head
        receipt = ending.appended and ending.appended.receipt
        return {
            "status": ending.status,
            "kind": self.kind,
            "of": {"seq": head.seq, "id": head.id},
            "record": receipt and {"id": receipt.id, "seq": receipt.seq, "anchor": receipt.anchor},
            "needs_record": list(ending.missing),
            "remarks": list(ending.remarks),
        }

    def tell(self, ending: _Ending, *, as_json: bool) -> ExitCode:
        """Say what came of it, and what is next; its exit code."""
        if ending.appended and not as_json:
            show_page(self._recorded(ending.appended), self.setup.stdout())
        for remark in ending.remarks:
            show_page((Text(remark, "warning"),), self.setup.stderr())
        if ending.missing and not as_json:
            show_page(form_views.needs_page(self.form, ending.missing), self.setup.stderr())
        return ending.code

    def _append(self) -> Appended:
        values, kept = self.filled.values, self.filled.kept_words
        about = About(
            self.kind,
            self.reading,
            fields_for(self.kind, values, kept),
            (*free_texts(self.form, values), *(each.reason for each in kept)),
        )
        return append_about(self.setup, about, guidance=self.guidance, directory=self.directory)

    def _recorded(self, appended: Appended) -> tuple[Block, ...]:
        receipt, story = appended.receipt, appended.story
        about = story.record.head.seq
        holds = len(story.holds) + (self.kind == HOLD) - (self.kind == RELEASE)
        next_step = form_views.next_step(self.kind, self.filled.values, about, holds)
        log = str(self.setup.log)
        return form_views.recorded_page(
            receipt.seq, receipt.anchor, log, about=about, next_step=next_step
        )


def _form_for(story: RecordStory, form: Form, given: Mapping[str, str]) -> Form:
    """The form as this story takes it: what is not held cannot be released."""
    if story.holds or form.name != "review":
        return form
    if given.get("retention") == RELEASE:
        fault = Fault("", "no hold on it", "a record on which a hold stands")
        raise CallError(f"Record {story.record.head.seq} is not held.", (fault,))
    return form.without_option("retention", RELEASE)


@dataclass(frozen=True)
class _Pages:
    """What a person is told of the story."""

    found: FoundStory
    guidance: Guidance
    directory: Directory

    def about(self) -> tuple[Block, ...]:
        """What they read first."""
        record = self._story.record
        decision = record.text("decision") if record.head.kind == "decision" else ""
        words = self._words["decision"].get(decision, decision)
        return form_views.about_page(self._story, words, self._unsound, named=self.found.named)

    def subject(self) -> Subject:
        """What they are told again later."""
        return subject_of(self._story, self._words, self._unsound)

    @property
    def _story(self) -> RecordStory:
        return self.found.reading.story

    @property
    def _unsound(self) -> tuple[int, ...]:
        return tuple(record.head.seq for record in self._story.life if why_unsound(record))

    @property
    def _words(self) -> dict[str, dict[str, str]]:
        """What the rules and the contacts call what is chosen in a field."""
        decisions = {each.id: each.label for each in self.guidance.decisions}
        areas = {each.id: each.name for each in self.directory.areas}
        return {"decision": decisions, "area": areas}
