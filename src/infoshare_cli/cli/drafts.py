"""Drafts, as `infoshare assess` lists, chooses and discards them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.draft import Draft, means_draft
from infoshare_cli.core.reread import kept_in_draft, reread
from infoshare_cli.errors import CallError, ExitCode, Fault, FileError, GuidanceError
from infoshare_cli.files.draft_folder import (
    Drafts,
    draft_path,
    read_drafts,
    remove_draft,
    why_not_removed,
)
from infoshare_cli.terminal.draft_views import (
    NO_DRAFTS,
    ListedDraft,
    discarded_page,
    drafts_page,
    unreadable_page,
)
from infoshare_cli.terminal.log_views import local_time
from infoshare_cli.terminal.page import Text, show_page

if TYPE_CHECKING:
    from infoshare_cli.core.contacts import Directory
    from infoshare_cli.core.guidance import Guidance

_WHICH = "one of the drafts that infoshare assess --drafts lists"


MOST_TOLD = 10
"""Drafts that an error names, the newest; infoshare assess --drafts lists them all."""


def list_drafts(setup: Setup, *, as_json: bool) -> ExitCode:
    """List the interviews that are not finished; 1 where some of them cannot be read.

    Raises:
        FileError: the folder of drafts, the rules or the contacts cannot be used.
    """
    from infoshare_cli.documents.draft_json import draft_to_json
    from infoshare_cli.documents.fault_json import fault_to_json

    guidance, directory = _rules(setup)
    drafts = read_drafts(setup.drafts)
    listed = [_listed(guidance, directory, draft) for draft in drafts.readable]
    if as_json:
        rows = [
            draft_to_json(
                each.draft, next_question=each.next_question, other_rules=each.other_rules
            )
            for each in listed
        ]
        print_json({"drafts": rows, "unreadable": list(map(fault_to_json, drafts.unreadable))})
    else:
        show_page(drafts_page(guidance, listed), setup.stdout())
    _warn(setup, drafts.unreadable)
    return ExitCode.CHECK_FAILED if drafts.unreadable else ExitCode.DONE


def chosen_draft(setup: Setup, wanted: str | None) -> Draft:
    """The draft that a person means: by its id or the end of it; or the only one there is.

    Raises:
        CallError: there is none, or more than one could be meant.
        FileError: what is meant cannot be read.
    """
    drafts = read_drafts(setup.drafts)
    if wanted is not None:
        return _wanted(setup, drafts, wanted)
    if len(drafts.readable) == 1:
        _warn(setup, drafts.unreadable)
        return drafts.readable[0]
    if drafts.readable:
        faults = [_if_meant(draft) for draft in drafts.readable[-MOST_TOLD:]]
        raise CallError("There is more than one draft. Say which.", faults)
    if drafts.unreadable:
        raise FileError("There is no draft that can be read.", drafts.unreadable)
    fault = Fault("", "no drafts", "an interview that was begun and not finished")
    raise CallError(NO_DRAFTS, (fault,))


def discard_draft(setup: Setup, wanted: str | None, *, as_json: bool) -> ExitCode:
    """Log an interview as abandoned, and then remove its draft.

    Raises:
        CallError: there is no such draft, or more than one could be meant.
        FileError: a file cannot be used.
        LogError: the log cannot be written; then the draft stays.
    """
    from infoshare_cli.cli.record_decision import record_abandoned
    from infoshare_cli.documents.draft_json import draft_to_json

    draft = chosen_draft(setup, wanted)
    guidance, directory = _rules(setup)
    listed = _listed(guidance, directory, draft)
    receipt = record_abandoned(setup.log, guidance=guidance, directory=directory, draft=draft)
    failure = _remove(setup, draft)
    if as_json:
        told = draft_to_json(
            draft, next_question=listed.next_question, other_rules=listed.other_rules
        )
        record = {"id": receipt.id, "seq": receipt.seq, "anchor": receipt.anchor}
        print_json({"discarded": told, "record": record, "removed": not failure})
    else:
        show_page(discarded_page(draft, receipt.seq, receipt.anchor), setup.stdout())
    for remark in (*receipt.remarks, failure, _keep_rules(setup, guidance, draft)):
        if remark:
            show_page((Text(remark, "warning"),), setup.stderr())
    return ExitCode.UNUSABLE if failure else ExitCode.DONE


def _keep_rules(setup: Setup, guidance: "Guidance", draft: Draft) -> str:
    """Keep the rules of a record beside the log; why that failed, or ''."""
    from infoshare_cli.files.kept_packs import keep_pack

    # What an older draft was held under is not to be had any more.
    same_rules = draft.pack_digest == guidance.digest
    return keep_pack(setup.log, guidance.digest, setup.rules) if same_rules else ""


def _rules(setup: Setup) -> "tuple[Guidance, Directory]":
    from infoshare_cli.files.load_contacts import open_contacts
    from infoshare_cli.files.open_guidance import open_guidance

    return open_guidance(setup.rules), open_contacts(setup.contacts)


def _listed(guidance: "Guidance", directory: "Directory", draft: Draft) -> ListedDraft:
    areas = [area.id for area in directory.areas]
    try:
        again = reread(guidance, kept_in_draft(draft), areas)
    except GuidanceError:
        # Rules with a hole are told to whoever goes on; a list has to show the others.
        return ListedDraft(draft, None, other_rules=True)
    return ListedDraft(draft, again.next, again.other_rules)


def _wanted(setup: Setup, drafts: Drafts, wanted: str) -> Draft:
    meant = [draft for draft in drafts.readable if means_draft(wanted, draft.id)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        faults = [_if_meant(draft) for draft in meant]
        raise CallError("That could be more than one draft.", faults)
    unread = {each.file: each for each in drafts.unreadable}
    path = str(draft_path(setup.drafts, wanted.strip().lower()))
    if path in unread:
        raise FileError("That draft cannot be read.", (unread[path],))
    raise CallError("There is no such draft.", (Fault("", repr(wanted), _WHICH),))


def _if_meant(draft: Draft) -> Fault:
    """What tells a draft from another one, and nothing of its case; and how to say that one."""
    count = len(draft.case.answers)
    answers = "1 answer" if count == 1 else f"{count} answers"
    found = f"a draft saved on {local_time(draft.saved)} with {answers}"
    return Fault("", found, f"--draft {draft.id}, if you mean that one")


def _remove(setup: Setup, draft: Draft) -> str:
    """Remove a draft that was logged; why it is still there, or ''."""
    try:
        remove_draft(setup.drafts, draft.id)
    except OSError as error:
        return why_not_removed(draft_path(setup.drafts, draft.id), error)
    return ""


def _warn(setup: Setup, faults: Sequence[Fault]) -> None:
    """Tell of files that cannot be read: some of many, so that the rest stays in sight."""
    if page := unreadable_page(faults[:MOST_TOLD]):
        more = len(faults) - MOST_TOLD
        rest = (Text(f"So it is with {more} more.", "warning"),) if more > 0 else ()
        show_page((*page, *rest), setup.stderr())
