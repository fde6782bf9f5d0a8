"""One run of `infoshare assess`: what was given, what is asked, what comes of it."""

from dataclasses import dataclass
from pathlib import Path

from infoshare_cli.cli.contacts import meant_area
from infoshare_cli.cli.conversation import Conversation
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.record_decision import record_decision
from infoshare_cli.cli.setup import Setup, standard_input
from infoshare_cli.core.case import Case, missing_fields
from infoshare_cli.core.cases.possible import possible_from
from infoshare_cli.core.contacts import Contact, Directory, contacts_for, find_area
from infoshare_cli.core.decision import Decision, decide
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.documents.contact_json import contact_to_json
from infoshare_cli.documents.decision_json import Json, decided_to_json, needs_to_json
from infoshare_cli.errors import CallError, ExitCode, Fault, LogError, OutOfInput
from infoshare_cli.files.file_text import MAX_BYTES
from infoshare_cli.files.load_answers import AnswersFile, load_answers
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.logbook import Receipt
from infoshare_cli.terminal.choose_prompts import open_prompts
from infoshare_cli.terminal.decision_views import decision_page, needs_page, receipt_page
from infoshare_cli.terminal.page import Text, show_page


def open_session(setup: Setup, answers: Path | None, area: str | None) -> "Session":
    """The rules, the contacts and the case that a call is about.

    Raises:
        FileError: a file has faults.
        CallError: no area is meant, or two.
    """
    guidance = load_guidance(setup.rules)
    directory = load_contacts(setup.contacts)

    def area_of(text: str) -> str:
        return find_area(directory, text).id

    given = AnswersFile({}, None)
    if answers is not None:
        given = load_answers(answers, lambda: standard_input(MAX_BYTES + 1), guidance, area_of)
    record = dict(given.record or {})
    wanted = meant_area(setup, directory, area).id if area is not None else None
    if wanted is not None and record.setdefault("area", wanted) != wanted:
        expected = "the same area in both, or only one of them"
        fault = Fault("", f"--area {wanted} and another area in the record", expected)
        raise CallError("The two areas differ.", (fault,))
    case = Case(given.answers, record)
    return Session(setup, guidance, directory, case, keep=given.record is not None)


@dataclass
class Session:
    """One run of the command."""

    setup: Setup
    guidance: Guidance
    directory: Directory
    case: Case
    keep: bool
    """Whether there is a record to keep."""
    unfinished: bool = False
    """Whether the input ended before the person had said what to do."""

    def talk(self, *, as_json: bool, no_log: bool) -> None:
        """Ask what is missing. With --json what is shown goes to standard error."""
        errors = self.setup.stderr()
        prompts = open_prompts(plain=self.setup.plain, screen=errors)
        results = errors if as_json else self.setup.stdout()
        conversation = Conversation(self.guidance, self.directory, prompts, results, self.case)
        try:
            self.keep = conversation.hold(no_log=no_log)
        except OutOfInput:
            # Where nobody said anything at all, it is as if nothing had been asked.
            if conversation.heard:
                self.keep, self.unfinished = False, True
        self.case = conversation.case

    def conclude(self, *, as_json: bool, shown: bool, no_log: bool) -> ExitCode:
        """Record what is to be recorded, and say what came of it."""
        decision = decide(self.guidance, self.case.answers)
        if decision is None:
            return self._tell_needs(as_json=as_json)
        contacts = contacts_for(self.directory, self.case.area, decision.outcome.contacts)
        if not as_json and not shown:
            show_page(decision_page(self.guidance, decision, contacts), self.setup.stdout())
        ending = _Ending() if no_log else self._record(decision, contacts)
        if as_json:
            print_json(self._decided(decision, contacts, ending))
        elif ending.receipt is not None:
            receipt = receipt_page(ending.receipt.seq, ending.receipt.anchor, str(self.setup.log))
            show_page(receipt, self.setup.stdout())
        if ending.remark:
            show_page((Text(ending.remark, "warning"),), self.setup.stderr())
        return ending.code

    def _record(self, decision: Decision, contacts: tuple[Contact, ...]) -> "_Ending":
        missing = missing_fields(self.guidance, decision.outcome, self.case.record)
        if self.unfinished:
            return _Ending(
                ExitCode.NEEDS_ANSWERS, "The input ended: nothing was recorded.", missing
            )
        if not self.keep:
            return _Ending(remark="Nothing was recorded.")
        if missing:
            needed = ", ".join(missing)
            remark = f"Nothing was recorded. The record still needs: {needed}."
            return _Ending(ExitCode.NEEDS_ANSWERS, remark, missing)
        try:
            receipt = record_decision(
                self.setup.log,
                guidance=self.guidance,
                directory=self.directory,
                decision=decision,
                contacts=contacts,
                record=self.case.record,
            )
        except LogError as error:
            return _Ending(ExitCode.LOG_FAILED, str(error), log_error=str(error))
        return _Ending(receipt=receipt, remark=" ".join(receipt.remarks))

    def _decided(
        self, decision: Decision, contacts: tuple[Contact, ...], ending: "_Ending"
    ) -> Json:
        receipt = ending.receipt
        record = receipt and {"id": receipt.id, "seq": receipt.seq, "anchor": receipt.anchor}
        return {
            **decided_to_json(self.guidance, decision),
            "needs_record": list(ending.missing),
            "contacts": [contact_to_json(contact) for contact in contacts],
            "record": record,
            "log_error": ending.log_error,
        }

    def _tell_needs(self, *, as_json: bool) -> ExitCode:
        possible = possible_from(self.guidance, self.case.answers)
        if as_json:
            asked = stand(self.guidance, self.case.answers).asked
            print_json(needs_to_json(self.guidance, self.case.answers, asked, possible))
        else:
            show_page(needs_page(self.guidance, possible), self.setup.stderr())
        return ExitCode.NEEDS_ANSWERS


@dataclass(frozen=True)
class _Ending:
    """What came of the record."""

    code: ExitCode = ExitCode.DONE
    remark: str = ""
    missing: tuple[str, ...] = ()
    receipt: Receipt | None = None
    log_error: str | None = None
