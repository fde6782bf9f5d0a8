"""`infoshare log replay`: recorded decisions derived once more from their answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli import __version__
from infoshare_cli.cli.completers import complete_record
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.read_log import conclude, readable_records, state_to_json
from infoshare_cli.cli.rules_of_record import RulesOfRecords
from infoshare_cli.cli.setup import Setup, must_be_folder
from infoshare_cli.cli.wanted_decisions import WantedDecisions
from infoshare_cli.documents.fault_json import fault_to_json
from infoshare_cli.errors import ExitCode, FileError, LogError

if TYPE_CHECKING:
    from infoshare_cli.core.guidance import Guidance
    from infoshare_cli.core.record import Record
    from infoshare_cli.core.replays import Replays
    from infoshare_cli.core.verify import Verdict


def replay_decisions(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID",
            help="Only these decisions: numbers, or whole ids.",
            show_default=False,
            autocompletion=complete_record,
        ),
    ] = None,
    *,
    rules: Annotated[
        Path | None,
        typer.Option(metavar="DIR", readable=False, help="Try these rules on your decisions."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Derive recorded decisions once more from their answers, and compare.

    Each is put to the rules that it was made under. Those are the rules in use, or were kept
    beside the log. Outcome, reasons and actions must be as they were recorded.

    With --rules here, all are put to other rules, to see which would come out differently.
    A --rules before the word log is another option: it says which rules are in use.

    For example: infoshare log replay 12
    """
    setup: Setup = ctx.obj
    must_be_folder(rules or setup.rules)
    try:
        other = _rules_to_try(rules)
    except FileError as error:
        _tell_unusable(setup, error, as_json=as_json)
        raise typer.Exit(ExitCode.CHECK_FAILED) from error
    run = _replay(setup, other, ids or ())
    if as_json:
        print_json(_to_json(run))
    else:
        _show(setup, run)
    conclude(setup, run.verdict)
    raise typer.Exit(ExitCode.DONE if run.as_recorded else ExitCode.CHECK_FAILED)


@dataclass(frozen=True)
class _Run:
    """What came of one call."""

    replays: "Replays"
    other: "Guidance | None"
    """The rules that all decisions were put to; None where each was put to its own."""
    unusable: FileError | None
    """What is wrong with the rules in use."""
    verdict: "Verdict"
    named: bool
    """Whether single decisions were asked for."""

    @property
    def as_recorded(self) -> bool:
        return self.replays.as_recorded(named=self.named) and self.unusable is None


def _rules_to_try(folder: Path | None) -> "Guidance | None":
    """The rules to try, read as rules are that somebody judges.

    Raises:
        FileError: they have faults.
    """
    from infoshare_cli.files.load_guidance import load_guidance

    return load_guidance(folder) if folder is not None else None


def _replay(setup: Setup, other: "Guidance | None", ids: Sequence[str]) -> _Run:
    from infoshare_cli.core.replays import Replays
    from infoshare_cli.core.verify import Verification

    replays, verification = Replays(), Verification()
    rules, wanted = RulesOfRecords(setup), WantedDecisions(ids)
    for record in readable_records(setup, verification):
        if wanted.takes(record):
            _replay_one(replays, record, other, rules)
    verdict = verification.verdict()
    replays.not_replayed += wanted.not_read(verdict.records)
    return _Run(replays, other, rules.unusable, verdict, bool(ids))


def _replay_one(
    replays: "Replays", record: "Record", other: "Guidance | None", rules: RulesOfRecords
) -> None:
    from infoshare_cli.core.replay import has_lost_answers, replay, try_rules
    from infoshare_cli.core.verify import why_unsound

    if why := why_unsound(record):
        replays.pass_over(record.head, "record-broken", f"{why[:1].upper()}{why[1:]}.")
    elif has_lost_answers(record):
        # Whether their rules are there does not matter any more.
        replays.pass_over(record.head, "answers-erased")
    elif other is not None:
        replays.take(try_rules(other, record))
    else:
        try:
            own = rules.find(record.head.provenance.pack_digest)
        except LogError as error:
            replays.pass_over(record.head, "rules-not-usable", str(error))
            return
        if own is None:
            replays.pass_over(record.head, "rules-not-kept")
        else:
            replays.take(replay(own, record))


def _to_json(run: _Run) -> dict[str, object]:
    from infoshare_cli.documents.replay_json import replays_to_json

    faults = run.unusable.faults if run.unusable else ()
    return {
        **replays_to_json(run.replays, run.other, __version__),
        "faults": [fault_to_json(fault) for fault in faults],
        **state_to_json(run.verdict),
    }


def _show(setup: Setup, run: _Run) -> None:
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.replay_views import effect_page, replay_page, unusable_page

    if run.unusable is not None:
        show_page(unusable_page(run.unusable), setup.stderr())
    page = (
        effect_page(run.replays, run.other)
        if run.other is not None
        else replay_page(run.replays, __version__)
    )
    show_page(page, setup.stdout())


def _tell_unusable(setup: Setup, error: FileError, *, as_json: bool) -> None:
    """Say what is wrong with the rules to try; the log was not looked at."""
    from infoshare_cli.documents.replay_json import NOT_LOOKED_AT
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.replay_views import unusable_page

    if as_json:
        print_json({**NOT_LOOKED_AT, "faults": [fault_to_json(each) for each in error.faults]})
    else:
        show_page(unusable_page(error), setup.stdout())
