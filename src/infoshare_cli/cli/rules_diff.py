"""`infoshare rules diff`: which cases come out differently under changed rules."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.documents.fault_json import fault_to_json
from infoshare_cli.errors import CallError, ExitCode, Fault, FileError

if TYPE_CHECKING:
    from infoshare_cli.core.cases.walk import TooManyNodes
    from infoshare_cli.core.comparison.logged_cases import LoggedCases
    from infoshare_cli.core.guidance import Guidance
    from infoshare_cli.core.proof.properties import Property
    from infoshare_cli.core.verify import Verdict
    from infoshare_cli.files.revision import RulesVersion


def diff_rules(
    ctx: typer.Context,
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="A folder of rules, or a git revision of NEW."),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="NEW", help="A folder of rules, or a git revision of OLD."),
    ],
    *,
    log: Annotated[
        bool, typer.Option("--log", help="Also put your own logged decisions to both.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Tell which cases come out differently under changed rules, and what else changed.

    A revision is any that git knows, such as HEAD~1 or v1.0. It stands for the rules in the
    other folder as they were then; HEAD~1:path/to/rules names another place.

    For example: infoshare rules diff HEAD~1 my-rules
    """
    from infoshare_cli.core.cases.walk import TooManyNodes

    setup: Setup = ctx.obj
    try:
        packs = _load(setup, old, new)
    except FileError as error:
        _tell_faults(setup, error, as_json=as_json)
        raise typer.Exit(ExitCode.CHECK_FAILED) from error
    try:
        found = _compare(setup, packs, log=log, as_json=as_json)
    except TooManyNodes as error:
        _tell_too_many(setup, error, as_json=as_json)
        raise typer.Exit(ExitCode.CHECK_FAILED) from error
    if found.log_state is not None:
        from infoshare_cli.cli.read_log import conclude

        conclude(setup, found.log_state)
    raise typer.Exit(ExitCode.DONE if found.same else ExitCode.CHECK_FAILED)


@dataclass(frozen=True)
class _Pack:
    guidance: "Guidance"
    properties: "tuple[Property, ...]"


@dataclass(frozen=True)
class _Packs:
    old: _Pack
    new: _Pack


@dataclass(frozen=True)
class _Found:
    same: bool
    """Whether every outcome is the same, of all cases and of those in the log."""
    log_state: "Verdict | None"


def _load(setup: Setup, old: str, new: str) -> _Packs:
    """Both packs.

    Raises:
        CallError: one is not there.
        FileError: with the faults of both, each by the name that was given.
    """
    from infoshare_cli.files.revision import open_version

    with ExitStack() as stack:
        versions = [
            stack.enter_context(open_version(given, _beside(setup, given, other)))
            for given, other in ((old, new), (new, old))
        ]
        faults: list[Fault] = []
        loaded = [_pack(version, faults) for version in versions]
    if faults or loaded[0] is None or loaded[1] is None:
        raise FileError("Not compared, as the rules have faults.", faults)
    return _Packs(loaded[0], loaded[1])


def _beside(setup: Setup, given: str, other: str) -> Path:
    """The folder whose repository a revision is looked up in: that of the other rules."""
    if Path(other).is_dir():
        return Path(other)
    # Both are revisions: of --rules, or with a path of the place where the person stands.
    return Path() if ":" in given else setup.rules


def _pack(version: "RulesVersion", faults: list[Fault]) -> _Pack | None:
    from infoshare_cli.files.load_guidance import load_guidance
    from infoshare_cli.files.load_properties import load_properties

    if not (version.folder / "pack.yaml").exists():
        fault = Fault(version.name, "no pack.yaml", "the folder that holds pack.yaml")
        raise CallError(f"There are no rules in {version.name}.", (fault,))
    try:
        guidance = load_guidance(version.folder)
        return _Pack(guidance, load_properties(version.folder, guidance))
    except FileError as error:
        faults.extend(map(version.renamed, error.faults))
        return None


def _compare(setup: Setup, packs: _Packs, *, log: bool, as_json: bool) -> _Found:
    from infoshare_cli.core.comparison.changed_parts import changed_parts, changed_properties
    from infoshare_cli.core.comparison.compare import compare
    from infoshare_cli.terminal.progress import show_progress

    both = packs.old.guidance, packs.new.guidance
    logged, log_state = _logged(setup, both) if log else (None, None)
    with show_progress("Going through the cases", setup.stderr()) as progress:
        comparison = compare(*both, progress=progress)
    properties = changed_properties(packs.old.properties, packs.new.properties, both)
    parts = (*changed_parts(*both), *properties)
    if as_json:
        from infoshare_cli.documents.comparison_json import comparison_to_json

        print_json(comparison_to_json(both, comparison, parts, logged))
    else:
        from infoshare_cli.core.comparison.case_words import words_for_both
        from infoshare_cli.terminal.diff_views import diff_page
        from infoshare_cli.terminal.page import show_page

        words = words_for_both(*both)
        show_page(diff_page(words, comparison, parts, logged), setup.stdout())
    same = comparison.same_outcomes and not (logged and logged.changed)
    return _Found(same, log_state)


def _logged(setup: Setup, both: "tuple[Guidance, Guidance]") -> "tuple[LoggedCases, Verdict]":
    from infoshare_cli.cli.read_log import readable_records
    from infoshare_cli.core.comparison.logged_cases import logged_cases
    from infoshare_cli.core.verify import Verification

    verification = Verification()
    logged = logged_cases(*both, readable_records(setup, verification))
    return logged, verification.verdict()


def _tell_faults(setup: Setup, error: FileError, *, as_json: bool) -> None:
    if as_json:
        from infoshare_cli.documents.comparison_json import NOT_COMPARED

        print_json({**NOT_COMPARED, "faults": [fault_to_json(each) for each in error.faults]})
        return
    from infoshare_cli.terminal.page import Items, Text, show_page

    page = (Text(str(error), "danger"), Items(tuple(map(str, error.faults))))
    show_page(page, setup.stdout())


def _tell_too_many(setup: Setup, error: "TooManyNodes", *, as_json: bool) -> None:
    if as_json:
        from infoshare_cli.documents.comparison_json import NOT_COMPARED

        print_json({**NOT_COMPARED, "grows": error.question})
        return
    from infoshare_cli.terminal.diff_views import too_many_page
    from infoshare_cli.terminal.page import show_page

    show_page(too_many_page(error), setup.stdout())
