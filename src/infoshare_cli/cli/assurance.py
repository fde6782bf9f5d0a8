"""`infoshare assurance`: documents for those who answer for the use of the program."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import ExitCode


class PaperFormat(StrEnum):
    """What the documents can be."""

    HTML = "html"
    MD = "md"


def assurance(
    ctx: typer.Context,
    *,
    output: Annotated[
        Path,
        typer.Option(metavar="DIR", file_okay=False, readable=False, help="Where they go."),
    ] = Path("assurance"),
    form: Annotated[
        PaperFormat, typer.Option("--format", metavar="FORMAT", help="html or md.")
    ] = PaperFormat.HTML,
    as_json: AsJson = False,
) -> None:
    """Write what your organisation needs before people use the program.

    There are inputs for a data protection impact assessment, a transparency record, a
    hazard log, a certificate of the rules and a report on reading age, with an index.
    What only people can fill in is marked. Nothing is ever replaced.

    For example: infoshare assurance --output assurance-2026
    """
    from infoshare_cli.cli.assurance_facts import gather_facts
    from infoshare_cli.cli.assurance_files import write_papers
    from infoshare_cli.cli.new_file import check_new_file

    setup: Setup = ctx.obj
    check_new_file(output)
    facts = gather_facts(setup)
    written = write_papers(output, form, facts)
    if as_json:
        from infoshare_cli.documents.assurance.assurance_json import assurance_to_json

        print_json(assurance_to_json(facts, written, output, form))
    else:
        from infoshare_cli.terminal.assurance_views import assurance_page
        from infoshare_cli.terminal.page import show_page

        rows = [(each.path.name, each.paper.book.title, len(each.paper.gaps)) for each in written]
        show_page(assurance_page(facts, output, rows), setup.stdout())
    raise typer.Exit(ExitCode.DONE if facts.proved else ExitCode.CHECK_FAILED)
