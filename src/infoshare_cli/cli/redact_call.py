"""One call of `infoshare log redact`, from the plan to the receipt."""

import secrets
import sys
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from infoshare_cli.cli.fill_form import Ended, Filled
from infoshare_cli.cli.local_day import local_day
from infoshare_cli.cli.private_scan import named_remark
from infoshare_cli.cli.record_decision import made_with
from infoshare_cli.cli.redact_asking import FORM, Asking, Rules, open_rules
from infoshare_cli.cli.redact_choosing import choose_what
from infoshare_cli.cli.redact_ending import Ending
from infoshare_cli.cli.redact_fields import which_fields
from infoshare_cli.cli.redact_reading import RedactReading
from infoshare_cli.cli.redact_request import Planner, Request
from infoshare_cli.cli.setup import NOWHERE, Setup, now, standard_input
from infoshare_cli.core.form import missing_fields
from infoshare_cli.core.record_forms import fields_for
from infoshare_cli.core.redaction_facts import seqs_told
from infoshare_cli.core.redaction_plan import Beside, DraftLoss, Plan
from infoshare_cli.errors import CallError, ExitCode, Fault, Interrupted, LogError
from infoshare_cli.files.erase import Erased, PlanChanged, Redaction, erase
from infoshare_cli.files.file_text import MAX_BYTES
from infoshare_cli.files.given_file import STANDARD_INPUT
from infoshare_cli.files.load_record_file import load_record_file
from infoshare_cli.files.scrub_drafts import scrub_drafts
from infoshare_cli.terminal import redaction_views as views
from infoshare_cli.terminal.choose_prompts import open_prompts
from infoshare_cli.terminal.page import Block, is_terminal
from infoshare_cli.terminal.redaction_prompts import unsaid


@dataclass
class RedactCall:
    """What the options of a call say."""

    setup: Setup
    request: Request
    reason: str | None
    answers: Path | None
    dry_run: bool
    yes: bool
    as_json: bool
    _reading: RedactReading = field(init=False)
    _planner: Planner = field(init=False)

    def __post_init__(self) -> None:
        self._reading = RedactReading(self.setup, self.as_json)

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
        try:
            ending = self._planned_and_done(given)
        except Interrupted as stop:
            # A person is only asked before anything is done.
            raise Interrupted(str(stop), told=views.STOPPED) from None
        return ending.tell(self.setup, as_json=self.as_json)

    def _planned_and_done(self, given: dict[str, str]) -> Ending:
        if self.request.lacks_what:
            self.request = self._chosen()
        self._planner = self.request.planner()
        plan = self._planner(self._reading.records)
        return self._end(plan, self._reading.beside(plan), given)

    def _end(self, plan: Plan, beside: Beside, given: dict[str, str]) -> Ending:
        status = "planned" if self.dry_run else "redacted"
        if not plan.erasures and (plan.named is None or not beside):
            return Ending(status, plan)
        if self.dry_run:
            page = () if self.as_json else self._page(plan, beside)
            return Ending(status, plan, beside, page=page)
        missing = missing_fields(FORM, given)
        if not self._asks and (missing or not self.yes):
            told = () if self.yes else (views.NOT_CONFIRMED,)
            return _needs(plan, beside, told, missing)
        asks = self._asks and bool(missing or not self.yes)
        page = self._page(plan, beside) if asks else ()
        asking = Asking(self.setup, plan, page, self._rules)
        filled = asking.fill(given, asks=asks)
        missing = missing_fields(FORM, filled.values)
        if filled.ended is Ended.RAN_OUT or missing:
            return _needs(plan, beside, (views.RAN_OUT,), missing)
        if filled.ended is Ended.LEFT or not (self.yes or asking.is_confirmed(filled)):
            return Ending("left", plan, beside, remarks=(views.LEFT,))
        return self._erase(plan, filled)

    # What there is

    def _given(self) -> dict[str, str]:
        """What a file says of the erasure, with the reason of the call."""
        given = {}
        if self.answers is not None:
            given = load_record_file(
                self.answers,
                lambda: standard_input(MAX_BYTES + 1),
                FORM,
                today=local_day(now()),
            )
        if self.reason is None:
            return given
        if given.get("reason", self.reason) != self.reason:
            found = f"--reason {self.reason}, and another reason in the file"
            raise CallError("There are two reasons.", (Fault("", found, "one of them"),))
        return {**given, "reason": self.reason}

    @cached_property
    def _rules(self) -> Rules:
        """The rules and contacts in use, opened where they are needed; raises FileError."""
        return open_rules(self.setup)

    def _page(self, plan: Plan, beside: Beside) -> Sequence[Block]:
        """What would go, with how the words begin; raises LogError or FileError."""
        facts = self._reading.facts(seqs_told(plan))
        return views.plan_page(plan, beside, facts, self._rules.decisions)

    # Asking

    def _chosen(self) -> Request:
        """The request with what a person says of the record that is named.

        Raises:
            CallError: there is no such record, it is held, or nobody can be asked.
        """
        record = self.request.record(self._reading.records)
        if not self._asks or self.yes:
            raise which_fields(record)
        facts = self._reading.facts(frozenset({record.head.seq}))
        prompts = open_prompts(plain=self.setup.plain, screen=self.setup.stderr())
        told = facts.told[record.head.seq]
        return choose_what(prompts, self.request, told, self._rules.decisions)

    @property
    def _asks(self) -> bool:
        """Whether a person can be asked."""
        at_terminal = sys.stdin is not None and is_terminal(sys.stdin)
        return at_terminal and str(self.answers) != STANDARD_INPUT

    # Doing

    def _erase(self, plan: Plan, filled: Filled) -> Ending:
        drafts: list[DraftLoss] = []

        def clear_drafts() -> None:
            if self.setup.drafts != NOWHERE:
                drafts.extend(scrub_drafts(self.setup.drafts, plan.words, plan.whole, _draw))

        try:
            erased = erase(
                self.setup.log,
                plan,
                plan_again=self._planner,
                redaction=_redaction(filled, self._rules),
                token=_draw(),
                clear_drafts=clear_drafts,
            )
        except PlanChanged as error:
            told = f"{error} The command for it:\n{self.request.command()}"
            raise LogError(str(error), told=told) from error
        return Ending(
            "redacted",
            plan,
            Beside(tuple(drafts), tuple(map(str, erased.removed)), erased.torn),
            remarks=tuple(_remarks(erased, filled, self._rules)),
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
    if erased.receipts and (told := unsaid(filled.values, done=True)):
        yield told
    if told := named_remark(filled.named(FORM, rules.scan)):
        yield told


def _draw() -> str:
    return secrets.token_hex(4)
