"""`infoshare assess --what-if`: a record's case with other answers; nothing is recorded."""

from dataclasses import dataclass

from infoshare_cli.cli.asking import Asking
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.session import Session
from infoshare_cli.core.change import change_answer
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.interview import stand
from infoshare_cli.core.reread import Reread
from infoshare_cli.core.what_if import WhatIf, what_if
from infoshare_cli.documents.explanation_json import what_if_to_json
from infoshare_cli.errors import ExitCode, LeftAtOnce, OutOfInput
from infoshare_cli.terminal.answer_views import answer_choices, answers_page, set_aside_page
from infoshare_cli.terminal.choose_prompts import open_prompts
from infoshare_cli.terminal.conversation_views import ANOTHER_CHOICES
from infoshare_cli.terminal.draft_views import reread_page
from infoshare_cli.terminal.page import Screen, show_page
from infoshare_cli.terminal.prompts import Prompt, Prompts, TookWay, Way
from infoshare_cli.terminal.what_if_views import what_if_page


def try_answers(session: Session, recorded: Reread, *, as_json: bool) -> ExitCode:
    """Tell what the answers that the session was given would have made of the record."""
    tried = what_if(session.guidance, recorded.case.answers, session.case.answers)
    session.case = session.case.with_answers(tried.answers)
    show_page(reread_page(session.guidance, recorded), session.setup.stderr())
    if as_json:
        return _tell_json(session, tried, recorded)
    show_page(what_if_page(session.guidance, tried), session.setup.stdout())
    return ExitCode.DONE if tried.decided else ExitCode.NEEDS_ANSWERS


def _tell_json(session: Session, tried: WhatIf, recorded: Reread) -> ExitCode:
    told = {**what_if_to_json(session.guidance, tried), "other_rules": recorded.other_rules}
    print_json({**session.to_json(), "what_if": told})
    return ExitCode.DONE if tried.decided else ExitCode.NEEDS_ANSWERS


def talk_what_if(session: Session, recorded: Reread, *, as_json: bool) -> ExitCode:
    """Let a person change answers of the record as often as they like, and tell what comes of it.

    With --json the last of it is told on standard output when the person stops.
    """
    prompts = open_prompts(plain=session.setup.plain, screen=session.setup.stderr())
    results = session.setup.stderr() if as_json else session.setup.stdout()
    trying = _Trying(session, recorded.case.answers, prompts, results)
    try:
        changed = reread_page(session.guidance, recorded)
        prompts.show((*changed, *answers_page(session.guidance, trying.answers)))
        trying.hold()
    except OutOfInput:
        pass
    except TookWay:
        prompts.clear()
        raise LeftAtOnce from None
    if as_json:
        session.case = session.case.with_answers(trying.answers)
        tried = what_if(session.guidance, trying.before, trying.answers)
        return _tell_json(session, tried, recorded)
    return ExitCode.DONE


@dataclass
class _Trying:
    """One record's answers, changed by a person."""

    session: Session
    before: Answers
    prompts: Prompts
    results: Screen

    def __post_init__(self) -> None:
        guidance, futures = self.session.guidance, self.session.extras.futures
        self._asking = Asking(guidance, self.prompts, (Way.QUIT,), futures=futures)
        self.answers = self.before

    def hold(self) -> None:
        """Change one answer after another until the person has seen enough."""
        while True:
            self._change_one()
            # The whole of what differs from the record, not the last change alone.
            tried = what_if(self.session.guidance, self.before, self.answers)
            self.results.stream.write("\n")
            show_page(what_if_page(self.session.guidance, tried), self.results)
            another = Prompt("What now?", choices=ANOTHER_CHOICES, ways=(Way.QUIT,))
            match self.prompts.choose_one(another):
                case "again":
                    self.answers = self.before
                case "stop":
                    return

    def _change_one(self) -> None:
        """Change an answer, and ask what that brings; going back gives up the change."""
        before, guidance = self.answers, self.session.guidance
        try:
            choices = answer_choices(guidance, before)
            which = Prompt("Which answer do you want to change?", choices=choices, ways=(Way.QUIT,))
            name = self.prompts.choose_one(which)
            change = change_answer(guidance, before, name, self._asking.ask(before, name))
            self.answers = change.answers
            if change.set_aside:
                self.prompts.show(set_aside_page(guidance, change.set_aside))
            while (asks := stand(guidance, self.answers).next) is not None:
                chosen = self._asking.ask(self.answers, asks.id)
                self.answers = {**self.answers, asks.id: chosen}
        except TookWay as took:
            if took.way not in {Way.BACK, Way.KEEP}:
                raise
            self.answers = before
