"""`infoshare rules schema`: what an editor needs to complete and check rules and answers files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from infoshare_cli.cli.completers import complete_schema
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, Fault


def show_schemas(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A schema, such as answers.",
            show_default=False,
            autocompletion=complete_schema,
        ),
    ] = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", readable=False, help="Write schemas there, as files."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Give editors what they need to complete and check rules and answers files.

    Without a name: what there is. With --output: all of them, or the one named, as files.

    For example: infoshare rules schema --output schemas
    """
    from infoshare_cli.files.schemas.editor_schemas import SCHEMAS, load_schemas, write_schemas

    setup: Setup = ctx.obj
    chosen = [_known(name, SCHEMAS)] if name else list(SCHEMAS)
    if name is None and output is None:
        _tell(setup, {each: SCHEMAS[each] for each in chosen}, (), as_json)
        return
    schemas = load_schemas(setup.rules, setup.contacts)
    if output is None:
        print_json(schemas[chosen[0]])
        return
    written = write_schemas({each: schemas[each] for each in chosen}, output)
    _tell(setup, {each: SCHEMAS[each] for each in chosen}, written, as_json)


def _known(name: str, schemas: Mapping[str, str]) -> str:
    if name in schemas:
        return name
    from infoshare_cli.files.strict_yaml import nearest

    expected = "one of " + ", ".join(schemas)
    fault = Fault("", f"'{name}'", expected, path="name", suggestion=nearest(name, schemas))
    raise CallError("There is no schema of this name.", (fault,))


def _tell(setup: Setup, about: Mapping[str, str], written: Sequence[Path], as_json: bool) -> None:
    """What there is, or what was written."""
    from infoshare_cli.terminal.page import Block, Items, Rows, Text, show_page

    if as_json:
        schemas: list[dict[str, Any]] = [{"name": name, "of": of} for name, of in about.items()]
        print_json({"schemas": schemas, "written": list(map(str, written))})
        return
    page: list[Block] = [Text("Schemas for editors:"), Rows(tuple(about.items()))]
    if written:
        page = [Text("Written:"), Items(tuple(map(str, written)))]
    show_page(page, setup.stdout())
