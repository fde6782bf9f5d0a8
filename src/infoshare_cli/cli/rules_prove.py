"""`infoshare rules prove`: every case there is, and what must hold of each."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.options import AsJson, RulesFolder
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup, must_be_folder
from infoshare_cli.documents.fault_json import fault_to_json
from infoshare_cli.errors import ExitCode, FileError, reason_of

if TYPE_CHECKING:
    from infoshare_cli.core.cases.walk import TooManyNodes
    from infoshare_cli.core.guidance import Guidance
    from infoshare_cli.core.proof.proof import Proof


def prove_rules(
    ctx: typer.Context,
    *,
    folder: RulesFolder = None,
    cases: Annotated[
        Path,
        typer.Option(
            metavar="FOLDER",
            file_okay=False,
            readable=False,
            help="Where cases go that show what is broken.",
        ),
    ] = Path(),
    as_json: AsJson = False,
) -> None:
    """Go through every case there is, and tell what holds in all of them.

    What does not hold comes with the shortest case that shows it, as a file that
    infoshare assess can run. If all holds, a receipt is put beside the rules.

    For example: infoshare rules prove my-rules
    """
    from infoshare_cli.core.cases.walk import TooManyNodes

    setup: Setup = ctx.obj
    rules = folder or setup.rules
    must_be_folder(rules)
    try:
        guidance, proof = _prove(setup, rules)
    except FileError as error:
        _tell_faults(setup, error, as_json=as_json)
        raise typer.Exit(ExitCode.CHECK_FAILED) from error
    except TooManyNodes as error:
        _tell_too_many(setup, error, as_json=as_json)
        raise typer.Exit(ExitCode.CHECK_FAILED) from error
    written = _write(setup, rules, cases, guidance, proof)
    _tell(setup, rules, guidance, proof, written, as_json=as_json)
    raise typer.Exit(ExitCode.DONE if proof.holds else ExitCode.CHECK_FAILED)


def _prove(setup: Setup, rules: Path) -> "tuple[Guidance, Proof]":
    from infoshare_cli.core.proof.proof import prove
    from infoshare_cli.files.load_guidance import load_guidance
    from infoshare_cli.files.load_properties import load_properties
    from infoshare_cli.terminal.progress import show_progress

    guidance = load_guidance(rules)
    properties = load_properties(rules, guidance)
    with show_progress("Going through the cases", setup.stderr()) as progress:
        return guidance, prove(guidance, properties, progress=progress)


@dataclass(frozen=True)
class _Written:
    """The files that came of a proof."""

    cases: dict[str, str]
    """The answers file of each finding that has one."""
    receipt: str | None


def _write(
    setup: Setup, rules: Path, folder: Path, guidance: "Guidance", proof: "Proof"
) -> _Written:
    """The receipt, or a case for each finding that has one; what cannot be written is told."""
    from infoshare_cli.files.counterexamples import write_counterexample
    from infoshare_cli.files.layers.overlays import chain_of
    from infoshare_cli.files.proof_receipt import write_receipt
    from infoshare_cli.terminal.page import Text, show_page

    cases: dict[str, str] = {}
    receipt = None
    try:
        receipt = write_receipt(chain_of(rules), proof)
        for finding in (*proof.laws, *proof.properties):
            if finding.example and not finding.law:
                path = write_counterexample(folder, guidance, finding, finding.example)
                cases[finding.id] = str(path)
    except OSError as error:
        told = _NO_RECEIPT if proof.holds else f"Cases could not be written into {folder}"
        show_page([Text(f"{told}: {reason_of(error)}.", "warning")], setup.stderr())
    return _Written(cases, str(receipt) if receipt else None)


def _tell(  # noqa: PLR0913 - what there is to tell
    setup: Setup,
    rules: Path,
    guidance: "Guidance",
    proof: "Proof",
    written: _Written,
    *,
    as_json: bool,
) -> None:
    if as_json:
        from infoshare_cli.documents.proof_json import proof_to_json

        told = proof_to_json(guidance, proof, written.cases)
        print_json({**told, "receipt": written.receipt, "grows": None, "faults": []})
        return
    from infoshare_cli.terminal.page import Text, show_page
    from infoshare_cli.terminal.proof_views import proof_page

    commands = {name: _command(rules, case) for name, case in written.cases.items()}
    show_page(proof_page(guidance, proof, commands), setup.stdout())
    if written.receipt:
        show_page([Text(f"Receipt: {written.receipt}")], setup.stderr())


def _command(rules: Path, case: str) -> str:
    """The call that runs a case under these rules."""
    folder, answers = (f'"{name}"' if " " in name else name for name in (str(rules), case))
    return f"infoshare --rules {folder} assess --answers {answers} --no-input --no-log"


def _tell_faults(setup: Setup, error: FileError, *, as_json: bool) -> None:
    if as_json:
        faults = [fault_to_json(fault) for fault in error.faults]
        print_json({**_UNPROVED, "status": "faults", "faults": faults})
        return
    from infoshare_cli.terminal.page import Items, Text, show_page

    what = Text(f"Not proved. {error}", "danger")
    show_page((what, Items(tuple(map(str, error.faults)))), setup.stdout())


def _tell_too_many(setup: Setup, error: "TooManyNodes", *, as_json: bool) -> None:
    if as_json:
        print_json({**_UNPROVED, "status": "too-many", "grows": error.question})
        return
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.proof_views import too_many_page

    show_page(too_many_page(error), setup.stdout())


_NO_RECEIPT = (
    "The receipt could not be written beside the rules, so infoshare assess will say that they "
    "have not been proved. Prove them where they can be written"
)
_UNPROVED: dict[str, object] = {
    **dict.fromkeys(("pack", "cases", "classes", "nodes", "questions"), None),
    "laws": [],
    "properties": [],
    "receipt": None,
    "grows": None,
    "faults": [],
}
