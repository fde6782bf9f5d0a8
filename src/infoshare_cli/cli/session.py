"""One run of `infoshare assess`: the case in hand, and what comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infoshare_cli.cli.extras import Extras
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.private_scan import Scan, named_remark, unsettled
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.case import Case, missing_fields
from infoshare_cli.core.contacts import Contact, Directory, contacts_for
from infoshare_cli.core.decision import Decision, decide
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.core.life_so_far import SHARED
from infoshare_cli.documents.contact_json import contact_to_json
from infoshare_cli.documents.decision_json import Json, decided_to_json, needs_to_json
from infoshare_cli.errors import ExitCode, LogError
from infoshare_cli.terminal.decision_views import decided_page, decision_page, needs_page
from infoshare_cli.terminal.page import Block, Text, show_page

if TYPE_CHECKING:
    from infoshare_cli.core.cases.possible import Possible
    from infoshare_cli.files.logbook import Receipt


@dataclass
class Session:
    """One run of the command."""

    setup: Setup
    guidance: Guidance
    directory: Directory
    extras: Extras
    scan: Scan
    case: Case
    keep: bool = False
    """Whether there is a record to keep."""
    of: str | None = None
    """The id of the record that this one goes on from."""
    asks: bool = True
    """Whether a person was there to be asked."""
    silent: bool = False
    """Whether a person was to be asked, and nobody said anything."""
    unfinished: bool = False
    """Whether the input ended before the person had said what to do."""
    left: bool = False
    """Whether the person left, to go on later."""
    remark: str = ""
    """What is said at the end, such as how to go on with the draft."""
    forget: Callable[[], str] = lambda: ""
    """Drops the draft once the log has confirmed the record; a remark comes back, or ''."""

    def conclude(self, *, as_json: bool, no_log: bool) -> ExitCode:
        """Record what is to be recorded, and say what came of it.

        The outcome itself is told where no person was asked; else they have seen it.
        """
        decision = decide(self.guidance, self.case.answers)
        if decision is None:
            if as_json:
                print_json(self.to_json())
            elif not self.left:
                possible = self._possible()
                show_page(needs_page(self.guidance, possible), self.setup.stderr())
            self.say(self.remark)
            return ExitCode.NEEDS_ANSWERS
        if not as_json and not self.asks:
            self._show(decision)
        ending = Ending() if no_log else self._record(decision)
        if as_json:
            print_json(self.to_json(ending))
        elif ending.receipt is not None:
            show_page(self._receipt_page(ending.receipt), self.setup.stdout())
        # After the anchor, which nothing may hold back.
        kept = self._keep_rules() if ending.receipt is not None else ""
        self.say(ending.remark, self.remark, kept)
        return ending.code

    def to_json(self, ending: "Ending | None" = None) -> Json:
        """The case as it stands, for other programs.

        Args:
            ending: what came of the record; None where none was to be made.
        """
        decision = decide(self.guidance, self.case.answers)
        if decision is None:
            possible = self._possible()
            asked = stand(self.guidance, self.case.answers).asked
            return needs_to_json(self.guidance, self.case.answers, asked, possible)
        ending = ending or Ending()
        receipt = ending.receipt
        record = receipt and {
            "id": receipt.id, "seq": receipt.seq, "anchor": receipt.anchor, "of": self.of,
        }  # fmt: skip
        return {
            **decided_to_json(self.guidance, decision),
            "needs_record": list(ending.missing),
            "contacts": [contact_to_json(contact) for contact in self._contacts(decision)],
            "say": self.extras.said_json(decision, self.case),
            **self.extras.explained_json(decision),
            "private_words": list(ending.private_words),
            "record": record,
            "log_error": ending.log_error,
        }

    def say(self, *remarks: str) -> None:
        """Tell the person something that is no result."""
        for remark in filter(None, remarks):
            show_page((Text(remark, "warning"),), self.setup.stderr())

    def _possible(self) -> "Possible":
        from infoshare_cli.core.cases.possible import possible_from

        return possible_from(self.guidance, self.case.answers)

    def _contacts(self, decision: Decision) -> tuple[Contact, ...]:
        return contacts_for(self.directory, self.case.area, decision.outcome.contacts)

    def _show(self, decision: Decision) -> None:
        firm = self.extras.firm_lines(decision)
        page = decision_page(self.guidance, decision, self._contacts(decision), firm=firm)
        explained: Sequence[Block] = ()
        if self.extras.explains:
            explained = self.extras.explained_page(decision)
        show_page((*explained, *page), self.setup.stdout())

    def _receipt_page(self, receipt: "Receipt") -> Sequence[Block]:
        shared = self.case.record.get("decision") in SHARED
        return decided_page(receipt.seq, receipt.anchor, str(self.setup.log), shared=shared)

    def _record(self, decision: Decision) -> "Ending":
        from infoshare_cli.cli.record_decision import record_decision

        missing = missing_fields(self.guidance, decision.outcome, self.case.record)
        if self.unfinished:
            return Ending(ExitCode.NEEDS_ANSWERS, "The input ended: nothing was recorded.", missing)
        if not self.keep:
            return Ending(remark="Nothing was recorded.")
        if missing:
            needed = ", ".join(missing)
            remark = f"Nothing was recorded. The record still needs: {needed}."
            return Ending(ExitCode.NEEDS_ANSWERS, remark, missing)
        # Looked for first: nothing may stand between a record and its anchor.
        found = self._unsettled()
        try:
            receipt = record_decision(
                self.setup.log,
                guidance=self.guidance,
                directory=self.directory,
                decision=decision,
                contacts=self._contacts(decision),
                case=self.case,
                of=self.of,
            )
        except LogError as error:
            return Ending(ExitCode.LOG_FAILED, str(error), log_error=str(error))
        # At once, so that nobody can record the same draft again.
        of_draft = self.forget()
        named = named_remark(found)
        return Ending(
            receipt=receipt,
            remark=" ".join(filter(None, (*receipt.remarks, of_draft, named))),
            private_words=tuple(words for field in found for words in found[field]),
        )

    def _keep_rules(self) -> str:
        """Keep the rules of a record beside the log; why that failed, or ''."""
        from infoshare_cli.files.kept_packs import keep_pack

        return keep_pack(self.setup.log, self.guidance.digest, self.setup.rules)

    def _unsettled(self) -> dict[str, list[Json]]:
        """Where private words stand of which nobody could be asked; none where somebody was."""
        from infoshare_cli.documents.private_words_json import private_words_to_json

        if self.asks and not self.silent:
            return {}
        found = unsettled(self.case, self.scan)
        return {field: private_words_to_json(field, words) for field, words in found}


@dataclass(frozen=True)
class Ending:
    """What came of the record."""

    code: ExitCode = ExitCode.DONE
    remark: str = ""
    missing: tuple[str, ...] = ()
    receipt: "Receipt | None" = None
    log_error: str | None = None
    private_words: tuple[Json, ...] = ()
    """Where words stand in it that name somebody, of which nobody has said that they stay."""
