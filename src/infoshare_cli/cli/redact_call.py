"""One call of `infoshare log redact`, from the plan to the receipt."""

import secrets
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from infoshare_cli.cli.fill_form import Ended, Filled
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.private_scan import named_remark
from infoshare_cli.cli.read_log import conclude, readable_records, state_to_json
from infoshare_cli.cli.record_decision import made_with
from infoshare_cli.cli.redact_asking import FORM, Asking, Rules, open_rules
from infoshare_cli.cli.redact_ending import Ending
from infoshare_cli.cli.redact_request import Planner
from infoshare_cli.cli.setup import NOWHERE, Setup, now, standard_input
from infoshare_cli.core.form import missing_fields
from infoshare_cli.core.record import Record
from infoshare_cli.core.record_forms import fields_for
from infoshare_cli.core.redaction_plan import Beside, DraftLoss, Plan
from infoshare_cli.core.verify import Verification
from infoshare_cli.errors import CallError, ExitCode, Fault
from infoshare_cli.files.erase import Erased, Redaction, erase, leftovers
from infoshare_cli.files.file_text import MAX_BYTES
from infoshare_cli.files.given_file import STANDARD_INPUT
from infoshare_cli.files.load_record_file import load_record_file
from infoshare_cli.files.log_lines import log_failed
from infoshare_cli.files.logbook import read_records
from infoshare_cli.files.scrub_drafts import losses_in_drafts, scrub_drafts
from infoshare_cli.terminal import redaction_views as views
from infoshare_cli.terminal.page import is_terminal


@dataclass
class RedactCall:
    """What the options of a call say."""

    setup: Setup
    planner: Planner
    reason: str | None
    answers: Path | None
    dry_run: bool
    yes: bool
    as_json: bool
    _verification: Verification = field(default_factory=Verification)

    def run(self) -> ExitCode:
        """Plan, ask, erase and tell.

        Raises:
            CallError: what is to be erased is not there, or is held.
            FileError: a file cannot be used.
            BrokenLog: the log is not as it was written.
            LogError: the log cannot be read or written.
            Interrupted: the person stopped.
            LeftAtOnce: the person left at once.
        """
        given = self._given()
        plan = self.planner(self._read)
        beside = self._beside(plan)
        return self._end(plan, beside, given).tell(self.setup, as_json=self.as_json)

    def _end(self, plan: Plan, beside: Beside, given: dict[str, str]) -> Ending:
        status = "planned" if self.dry_run else "redacted"
        if not plan.erasures and (plan.named is None or not beside):
            return Ending(status, plan)
        if self.dry_run:
            return Ending(status, plan, beside)
        missing = missing_fields(FORM, given)
        if not self._asks and (missing or not self.yes):
            told = () if self.yes else (views.NOT_CONFIRMED,)
            return _needs(plan, beside, told, missing)
        asking = Asking(self.setup, plan, beside, open_rules(self.setup))
        filled = asking.fill(given, asks=self._asks and bool(missing or not self.yes))
        missing = missing_fields(FORM, filled.values)
        if filled.ended is Ended.RAN_OUT or missing:
            return _needs(plan, beside, (views.RAN_OUT,), missing)
        if filled.ended is Ended.LEFT or not (self.yes or asking.is_confirmed()):
            return Ending("left", plan, beside, remarks=(views.LEFT,))
        return self._erase(plan, filled, asking.rules)

    # What there is

    def _given(self) -> dict[str, str]:
        """What a file says of the erasure, with the reason of the call."""
        given = {}
        if self.answers is not None:
            given = load_record_file(self.answers, lambda: standard_input(MAX_BYTES + 1), FORM)
        if self.reason is None:
            return given
        if given.get("reason", self.reason) != self.reason:
            found = f"--reason {self.reason}, and another reason in the file"
            raise CallError("There are two reasons.", (Fault("", found, "one of them"),))
        return {**given, "reason": self.reason}

    def _read(self) -> Iterator[Record]:
        """The records of the log; it is verified at the first reading, and must be sound."""
        if self._verification.verdict().records:
            yield from read_records(self.setup.log)
            return
        yield from readable_records(self.setup, self._verification)
        verdict = self._verification.verdict()
        if not verdict.sound and self.as_json:
            print_json({"status": "broken", **state_to_json(verdict)})
        # A last line that was not finished is told with what goes.
        conclude(self.setup, replace(verdict, torn=False))

    def _beside(self, plan: Plan) -> Beside:
        """What goes outside of the log's records; raises FileError or LogError."""
        log, drafts = self.setup.log, tuple[DraftLoss, ...]()
        if self.setup.drafts != NOWHERE:
            drafts = losses_in_drafts(self.setup.drafts, plan.words, plan.whole)
        try:
            files = leftovers(log) if log.exists() else ()
        except OSError as error:
            raise log_failed(log, "read", error) from error
        return Beside(drafts, tuple(map(str, files)), self._verification.verdict().torn)

    # Asking

    @property
    def _asks(self) -> bool:
        """Whether a person can be asked."""
        at_terminal = sys.stdin is not None and is_terminal(sys.stdin)
        return at_terminal and str(self.answers) != STANDARD_INPUT

    # Doing

    def _erase(self, plan: Plan, filled: Filled, rules: Rules) -> Ending:
        drafts: list[DraftLoss] = []

        def clear_drafts() -> None:
            if self.setup.drafts != NOWHERE:
                drafts.extend(scrub_drafts(self.setup.drafts, plan.words, plan.whole, _draw))

        erased = erase(
            self.setup.log,
            plan,
            plan_again=self.planner,
            redaction=_redaction(filled, rules),
            token=_draw(),
            clear_drafts=clear_drafts,
        )
        return Ending(
            "redacted",
            plan,
            Beside(tuple(drafts), tuple(map(str, erased.removed)), erased.torn),
            remarks=tuple(_remarks(erased, filled, rules)),
            records=tuple((each.id, each.seq, each.anchor) for each in erased.receipts),
        )


def _redaction(filled: Filled, rules: Rules) -> Redaction:
    """What stands in each record of the erasure."""
    return Redaction(
        made_with(rules.guidance, rules.directory),
        fields_for("redaction", filled.values, filled.kept_words),
        clock=now,
        new_id=lambda: str(uuid.uuid4()),
        new_salt=lambda: secrets.token_hex(16),
    )


def _needs(
    plan: Plan, beside: Beside, remarks: tuple[str, ...], missing: tuple[str, ...]
) -> Ending:
    code = ExitCode.NEEDS_ANSWERS
    return Ending("needs-answers", plan, beside, code, remarks=remarks, missing=missing)


def _remarks(erased: Erased, filled: Filled, rules: Rules) -> Iterator[str]:
    yield from erased.remarks
    if erased.receipts and not (_says_who(filled) and filled.values.get("authority")):
        yield views.NO_AUTHORITY
    if told := named_remark(filled.named(FORM, rules.scan)):
        yield told


def _says_who(filled: Filled) -> bool:
    return any(filled.values.get(name) for name in ("practitioner", "role", "agency"))


def _draw() -> str:
    return secrets.token_hex(4)
