"""One call of `infoshare assess`, from what was given to what came of it."""

from dataclasses import dataclass
from pathlib import Path

from infoshare_cli.cli import beginnings
from infoshare_cli.cli.beginnings import Beginning
from infoshare_cli.cli.extras import Extras
from infoshare_cli.cli.given import Given, read_given
from infoshare_cli.cli.new_file import check_new_file, write_named_file
from infoshare_cli.cli.private_scan import PrivateScan
from infoshare_cli.cli.session import Session
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.decision import decide
from infoshare_cli.errors import CallError, ExitCode
from infoshare_cli.terminal.page import show_page

PLAIN_ENDING = ".txt"
"""What a file for what to say ends in where it is to be plain text; all others are Markdown."""


@dataclass(frozen=True)
class Assessment:
    """What the options of a call say."""

    setup: Setup
    answers: Path | None
    area: str | None
    asks: bool
    """Whether a person may be asked."""
    as_json: bool
    no_log: bool
    explains: bool
    say: Path | None
    """A new file for what to say to whom."""

    def begin(self) -> ExitCode:
        """Assess a new case."""
        given = self._given()
        return self._run(given, beginnings.begin_new(given))

    def resume(self, draft: str | None) -> ExitCode:
        """Go on with a draft: the one of this id, or the only one."""
        given = self._given()
        return self._run(given, beginnings.begin_from_draft(self.setup, given, draft))

    def continue_from(self, record: str) -> ExitCode:
        """Go on from a record, by its number or id."""
        given = self._given()
        return self._run(given, beginnings.begin_from_record(self.setup, given, record))

    def what_if(self, record: str) -> ExitCode:
        """Try other answers in a record."""
        from infoshare_cli.cli.what_if import talk_what_if, try_answers

        given = self._given()
        _, recorded = beginnings.read_recorded(self.setup, given, record)
        session = self._session(given, beginnings.begin_new(given))
        if given.file.answers or not self.asks:
            return try_answers(session, recorded, as_json=self.as_json)
        return talk_what_if(session, recorded, as_json=self.as_json)

    def _given(self) -> Given:
        if self.say is not None:
            check_new_file(self.say)
        return read_given(self.setup, self.answers, self.area)

    def _session(self, given: Given, beginning: Beginning) -> Session:
        return Session(
            setup=self.setup,
            guidance=given.guidance,
            directory=given.directory,
            extras=Extras(given.guidance, explains=self.explains),
            scan=PrivateScan(given.guidance, given.directory),
            case=beginning.case,
            keep=beginning.keep,
            of=beginning.of,
            asks=self.asks,
        )

    def _run(self, given: Given, beginning: Beginning) -> ExitCode:
        session = self._session(given, beginning)
        if self.asks:
            code = self._talk(session, beginning)
        else:
            show_page(beginning.opening, self.setup.stderr())
            code = session.conclude(as_json=self.as_json, no_log=self.no_log)
        if self.say is not None and not self._write_what_to_say(session, self.say):
            return ExitCode.UNUSABLE
        return code

    def _talk(self, session: Session, beginning: Beginning) -> ExitCode:
        from infoshare_cli.cli.keep_draft import keeper_for
        from infoshare_cli.cli.talk import talk

        keeper = None
        if not self.no_log:
            keeper = keeper_for(
                self.setup, session.guidance, of=beginning.of, draft=beginning.draft
            )
            session.forget = keeper.forget
        results = self.setup.stderr() if self.as_json else self.setup.stdout()
        talk(session, beginning, keeper, results)
        return session.conclude(as_json=self.as_json, no_log=self.no_log)

    def _write_what_to_say(self, session: Session, file: Path) -> bool:
        """Whether it is written; why not is a remark, for the outcome is told and recorded."""
        decision = decide(session.guidance, session.case.answers)
        if decision is None:
            return True
        plain = file.suffix.lower() == PLAIN_ENDING
        said = session.extras.said_text(decision, session.case, plain=plain)
        try:
            write_named_file(self.setup, file, [said.encode("utf-8")])
        except CallError as error:
            session.say(str(error))
            return False
        return True
