"""`infoshare rules trace`: where the guide is carried, and what the rules rest on."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.completers import complete_rule, complete_statement
from infoshare_cli.cli.new_file import unknown_ending, write_named_file
from infoshare_cli.cli.options import AsJson, RulesFolder
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup, contacts_with
from infoshare_cli.errors import CallError, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.checks.trace import Trace
    from infoshare_cli.core.guidance import Guidance


def trace_rules(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    *,
    folder: RulesFolder = None,
    page: Annotated[
        int | None, typer.Option(metavar="N", help="Only this page of the guide.")
    ] = None,
    statement: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Only this statement, such as p6.informed.",
            autocompletion=complete_statement,
        ),
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Only this rule, question, action or other part.",
            autocompletion=complete_rule,
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A new file: .html or .md.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show where each statement of the guide is carried, and what each rule rests on.

    What nothing carries stands first. To judge that: infoshare rules check.

    For example: infoshare rules trace --page 6
    """
    from infoshare_cli.files.load_guidance import load_guidance

    setup: Setup = ctx.obj
    rules = folder or setup.rules
    guidance = load_guidance(rules)
    whole = load_trace(guidance, rules, contacts_with(setup, folder))
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


def load_trace(guidance: "Guidance", rules: Path, contacts: Path) -> "Trace":
    """Where the guide is carried, by the rules in a folder and by contacts.

    Raises:
        FileError: the statements, the topics or the contacts have faults, or there are none.
    """
    from infoshare_cli.core.checks.trace import trace
    from infoshare_cli.files.load_contacts import load_contacts
    from infoshare_cli.files.load_topics import load_statements, load_topics

    directory = load_contacts(contacts)
    return trace(guidance, load_statements(rules), load_topics(rules), directory.contacts)


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


def _document(guidance: "Guidance", trace: "Trace", output: Path) -> str:
    match output.suffix.lower():
        case ".html":
            from infoshare_cli.documents.trace_html import trace_to_html

            return trace_to_html(guidance, trace)
        case ".md":
            from infoshare_cli.documents.trace_markdown import trace_to_markdown

            return trace_to_markdown(guidance, trace)
    raise unknown_ending(output, (".html", ".md"))
