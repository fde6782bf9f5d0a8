"""`infoshare rules trace`: where the guide is carried, and what the rules rest on."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.new_file import write_named_file
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.errors import CallError, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.checks.trace import Trace


def trace_rules(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    *,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="The folder that holds pack.yaml.", show_default=False),
    ] = None,
    page: Annotated[
        int | None, typer.Option(metavar="N", help="Only this page of the guide.")
    ] = None,
    statement: Annotated[
        str | None, typer.Option(metavar="ID", help="Only this statement, such as p6.informed.")
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only this rule, question, action or other part."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A new file: .html or .md.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
) -> None:
    """Show where each statement of the guide is carried, and what each rule rests on.

    What nothing carries stands first. To judge that: infoshare rules check.

    For example: infoshare rules trace --page 6
    """
    setup: Setup = ctx.obj
    guidance, whole = _trace(setup, folder or setup.rules)
    trace = _narrowed(whole, page, statement, rule)
    if output:
        document = _document(guidance, trace, output)
        write_named_file(setup, output, [document.encode()])
    if as_json:
        from infoshare_cli.documents.trace_json import trace_to_json

        print_json(trace_to_json(guidance, trace))
    elif not output:
        from infoshare_cli.terminal.page import show_page
        from infoshare_cli.terminal.trace_views import trace_page

        show_page(trace_page(guidance.pack, trace), setup.stdout())


def _trace(setup: Setup, folder: Path) -> "tuple[Guidance, Trace]":
    from infoshare_cli.core.checks.trace import trace
    from infoshare_cli.files.load_contacts import load_contacts
    from infoshare_cli.files.load_guidance import load_guidance
    from infoshare_cli.files.load_topics import load_statements, load_topics

    guidance = load_guidance(folder)
    contacts = load_contacts(setup.contacts).contacts
    return guidance, trace(guidance, load_statements(folder), load_topics(folder), contacts)


def _narrowed(trace: "Trace", page: int | None, statement: str | None, rule: str | None) -> "Trace":
    """What of the trace was asked for."""
    if sum(each is not None for each in (page, statement, rule)) > 1:
        raise CallError("Give one of --page, --statement and --rule.")
    if page is not None:
        if page not in {each.page for each in trace.pages}:
            raise CallError(f"The list of statements has none on page {page}.")
        return trace.on_page(page)
    if statement is not None:
        ids = (each.statement.id for each in trace.statements)
        _check(f"statement {statement}", statement, ids, "a statement in statements.yaml")
        return trace.of_statement(statement)
    if rule is not None:
        ids = (each.id for each in trace.carriers)
        _check(f"id {rule}", rule, ids, "the id of a rule, a question or another part")
        return trace.of_carrier(rule)
    return trace


def _check(named: str, given: str, known: Iterable[str], expected: str) -> None:
    """Refuse what is not there, and name what may have been meant."""
    there = tuple(known)
    if given in there:
        return
    from infoshare_cli.files.strict_yaml import nearest

    fault = Fault("", f"the {named}", expected, suggestion=nearest(given, there))
    raise CallError(f"There is no {named}.", (fault,))


def _document(guidance: Guidance, trace: "Trace", output: Path) -> str:
    match output.suffix.lower():
        case ".html":
            from infoshare_cli.documents.trace_html import trace_to_html

            return trace_to_html(guidance, trace)
        case ".md":
            from infoshare_cli.documents.trace_markdown import trace_to_markdown

            return trace_to_markdown(guidance, trace)
    fault = Fault("", f"the name {output.name}", "a name that ends in .html or .md")
    raise CallError("The name of the file says what to write.", (fault,))
