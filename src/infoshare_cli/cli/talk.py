"""Talking a case through with the person at the terminal, and keeping a draft of it meanwhile."""

from contextlib import suppress

from infoshare_cli.cli.asking import Asking
from infoshare_cli.cli.beginnings import Beginning
from infoshare_cli.cli.conversation import Conversation
from infoshare_cli.cli.outcome import Outcome
from infoshare_cli.cli.session import Session
from infoshare_cli.cli.writing import Writing
from infoshare_cli.core.contacts import EVERYDAY_ROLES, contacts_for
from infoshare_cli.errors import Interrupted, LeftAtOnce, OutOfInput
from infoshare_cli.files.draft_folder import count_drafts
from infoshare_cli.files.drafts import DraftKeeper
from infoshare_cli.terminal.choose_prompts import open_prompts
from infoshare_cli.terminal.conversation_views import (
    CANNOT_SAVE,
    DRAFT_KEPT,
    drafts_waiting,
    goodbye,
    welcome_page,
)
from infoshare_cli.terminal.decision_views import unproved_lines
from infoshare_cli.terminal.page import Screen, Text
from infoshare_cli.terminal.prompts import Prompts, TookWay, Way


def talk(
    session: Session, beginning: Beginning, keeper: DraftKeeper | None, results: Screen
) -> None:
    """Ask what is missing; what was said stands in the session afterwards.

    Args:
        keeper: keeps the draft; None where nothing is to be kept.
        results: where the outcome is shown.

    Raises:
        Interrupted: the person stopped.
        LeftAtOnce: the person left at once, and the screen is cleared.
    """
    prompts = open_prompts(plain=session.setup.plain, screen=session.setup.stderr())
    conversation = _conversation(session, beginning, keeper, prompts, results)
    try:
        _open(session, beginning, prompts, keeps=keeper is not None)
        if beginning.reviews:
            conversation.review()
        session.keep = _hold(conversation, prompts, keeper)
    except OutOfInput:
        # Where nobody said anything at all, it is as if nothing had been asked.
        session.silent = not conversation.heard
        if conversation.heard:
            session.keep, session.unfinished = False, True
    except Interrupted:
        if _is_kept(keeper):
            # Where the terminal has gone there is nobody to tell; the draft is kept all the same.
            with suppress(OSError):
                prompts.show((Text(DRAFT_KEPT),))
        raise
    except TookWay as took:
        if took.way is Way.QUIT:
            prompts.clear()
            raise LeftAtOnce from None
        session.keep, session.left = False, True
    session.case = conversation.case
    if keeper is not None and not session.keep and (conversation.heard or session.left):
        session.remark = goodbye(answered=conversation.heard, kept=_is_kept(keeper))


def _hold(conversation: Conversation, prompts: Prompts, keeper: DraftKeeper | None) -> bool:
    """Hold the conversation; who wants to save and cannot is told so, and goes on."""
    while True:
        try:
            return conversation.hold()
        except TookWay as took:
            if took.way is not Way.SAVE or not conversation.heard or _is_kept(keeper):
                raise
            prompts.show((Text(CANNOT_SAVE, "warning"),))


def _is_kept(keeper: DraftKeeper | None) -> bool:
    return keeper is not None and keeper.id is not None and keeper.is_saved


def _open(session: Session, beginning: Beginning, prompts: Prompts, *, keeps: bool) -> None:
    """What stands on the screen before the first question."""
    if warning := unproved_lines(session.guidance):
        prompts.show(warning)
    urgent = contacts_for(session.directory, session.case.area, EVERYDAY_ROLES[:2])
    waiting = count_drafts(session.setup.drafts) if keeps and beginning.draft is None else 0
    # What may scroll off a small screen stands first; whom to ring must stay.
    prompts.show((*drafts_waiting(waiting), *welcome_page(urgent, records=keeps)))
    if beginning.opening:
        prompts.show(beginning.opening)


def _conversation(
    session: Session,
    beginning: Beginning,
    keeper: DraftKeeper | None,
    prompts: Prompts,
    results: Screen,
) -> Conversation:
    ways = (Way.SAVE, Way.QUIT) if keeper is not None else (Way.QUIT,)
    guidance, directory = session.guidance, session.directory
    return Conversation(
        guidance=guidance,
        prompts=prompts,
        asking=Asking(guidance, prompts, ways, futures=session.extras.futures),
        writing=Writing(guidance, directory.areas, prompts, session.scan, ways),
        outcome=Outcome(guidance, directory, results, session.extras),
        keep=keeper.keep if keeper is not None else None,
        case=session.case,
        put=beginning.put,
        came_to=beginning.came_to,
    )
