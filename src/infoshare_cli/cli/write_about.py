"""One call of a command that adds to a recorded decision, from its form to the receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from infoshare_cli.cli.append_about import append_about
from infoshare_cli.cli.fill_form import Ended, Filled, fill_form
from infoshare_cli.cli.free_text import private_source
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.private_scan import PrivateScan, named_remark
from infoshare_cli.cli.read_story import read_story
from infoshare_cli.cli.setup import Setup, standard_input
from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.form import Form, missing_fields
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record_forms import FORMS, HOLD, RELEASE, fields_for, kind_of
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.core.verify import why_unsound
from infoshare_cli.errors import CallError, ExitCode, Fault
from infoshare_cli.files.file_text import MAX_BYTES
from infoshare_cli.files.given_file import STANDARD_INPUT
from infoshare_cli.files.kept_packs import keep_pack
from infoshare_cli.files.load_contacts import open_contacts
from infoshare_cli.files.load_record_file import load_record_file
from infoshare_cli.files.logbook import Receipt
from infoshare_cli.files.open_guidance import open_guidance
from infoshare_cli.terminal import form_views
from infoshare_cli.terminal.page import Block, Text, show_page


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
        story = read_story(self.setup.log, self.wanted)
        form = _form_for(story, FORMS[name], given)
        guidance, directory = open_guidance(self.setup.rules), open_contacts(self.setup.contacts)
        scan = PrivateScan(guidance, directory)
        filled = fill_form(
            self.setup,
            form,
            given,
            asks=not self.no_input and str(self.answers) != STANDARD_INPUT,
            about=_about(guidance, story),
            scan=scan,
            source=private_source(guidance),
        )
        private_words = filled.named(form, scan)
        adding = _Adding(self.setup, form, story, filled, guidance, directory)
        ending = adding.end(named_remark(private_words))
        if self.as_json:
            words = [each for found in private_words.values() for each in found]
            print_json({**adding.to_json(ending), "private_words": words})
        return adding.tell(ending, as_json=self.as_json)

    def _given(self, form: Form) -> dict[str, str]:
        if self.answers is None:
            return {}
        return load_record_file(self.answers, lambda: standard_input(MAX_BYTES + 1), form)


@dataclass(frozen=True)
class _Ending:
    """What came of a form that was filled."""

    status: str
    """`recorded`, `needs-answers`, or `left` where the person wants nothing recorded now."""
    code: ExitCode
    remarks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    receipt: Receipt | None = None


@dataclass(frozen=True)
class _Adding:
    """A filled form, and the interview that it is about."""

    setup: Setup
    form: Form
    story: RecordStory
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
        receipt = self._append()
        kept = keep_pack(self.setup.log, self.guidance.digest, self.setup.rules)
        remarks = tuple(filter(None, (*receipt.remarks, kept, named)))
        return _Ending("recorded", ExitCode.DONE, remarks, receipt=receipt)

    def to_json(self, ending: _Ending) -> dict[str, object]:
        """What came of it, for other programs."""
        head, receipt = self.story.record.head, ending.receipt
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
        if ending.receipt and not as_json:
            show_page(self._recorded(ending.receipt), self.setup.stdout())
        for remark in ending.remarks:
            show_page((Text(remark, "warning"),), self.setup.stderr())
        if ending.missing and not as_json:
            show_page(form_views.needs_page(self.form, ending.missing), self.setup.stderr())
        return ending.code

    def _append(self) -> Receipt:
        return append_about(
            self.setup,
            kind=self.kind,
            of=self.story.record.head,
            fields=fields_for(self.kind, self.filled.values, self.filled.kept_words),
            guidance=self.guidance,
            directory=self.directory,
        )

    def _recorded(self, receipt: Receipt) -> tuple[Block, ...]:
        about = self.story.record.head.seq
        holds = len(self.story.holds) + (self.kind == HOLD) - (self.kind == RELEASE)
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


def _about(guidance: Guidance, story: RecordStory) -> tuple[Block, ...]:
    labels = {label.id: label.label for label in guidance.decisions}
    decision = story.record.text("decision") if story.record.head.kind == "decision" else ""
    unsound = [record.head.seq for record in story.life if why_unsound(record)]
    return form_views.about_page(story, labels.get(decision, decision), unsound)
