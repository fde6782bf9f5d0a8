"""`infoshare rules show`: the rules as a person reads them."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.completers import complete_rule
from infoshare_cli.cli.options import AsJson, RulesFolder
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.excerpt import Excerpt


class Part(StrEnum):
    """The chapters of the rules."""

    QUESTIONS = "questions"
    DECISION = "decision"
    OUTCOMES = "outcomes"
    ACTIONS = "actions"
    SAYINGS = "sayings"
    RECORD = "record"
    PROPERTIES = "properties"
    NOTICES = "notices"


def show_rules(
    ctx: typer.Context,
    folder: RulesFolder = None,
    only: Annotated[
        Part | None, typer.Option(metavar="PART", help="Only this part.", show_default=False)
    ] = None,
    identity: Annotated[
        str | None,
        typer.Option(
            "--id",
            metavar="ID",
            help="Only what has this id.",
            show_default=False,
            autocompletion=complete_rule,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read the rules in plain words: questions, conditions, outcomes and actions.

    PART is questions, decision, outcomes, actions, sayings, record, properties or notices.
    ID is that of a question, a rule or anything else in the rules.

    For example: infoshare rules show --id consent
    """
    from infoshare_cli.core.excerpt import whole
    from infoshare_cli.files.load_guidance import load_guidance
    from infoshare_cli.files.load_properties import load_properties

    setup: Setup = ctx.obj
    rules = folder or setup.rules
    if not rules.exists():
        expected = f"a folder of rules; to show one thing: infoshare rules show --id {rules}"
        fault = Fault(str(rules), "nothing of this name", expected)
        raise CallError(f"There are no rules in {rules}.", (fault,))
    guidance = load_guidance(rules)
    shown = _part(whole(guidance, load_properties(rules, guidance)), only, identity)
    if as_json:
        from infoshare_cli.documents.pack_json import excerpt_to_json

        print_json(excerpt_to_json(guidance, shown))
        return
    from infoshare_cli.terminal.pack_views import pack_page
    from infoshare_cli.terminal.page import show_page

    show_page(pack_page(guidance, shown), setup.stdout())


def _part(rules: "Excerpt", only: Part | None, identity: str | None) -> "Excerpt":
    from infoshare_cli.core.excerpt import chapter, ids_of, with_id

    if only is not None and identity is not None:
        raise CallError("Give --only or --id, not both.")
    if identity is None:
        return rules if only is None else chapter(rules, only.value)
    found = with_id(rules, identity)
    if not found.is_empty:
        return found
    from infoshare_cli.files.strict_yaml import nearest

    hint = nearest(identity, ids_of(rules))
    expected = "an id that stands in the rules, such as that of a question or a rule"
    raise CallError(
        "There is nothing of this id.",
        (Fault("", f"the id {identity}", expected, suggestion=hint),),
    )
