"""`infoshare log key`: the key that signs anchors, to hand on so that others can check them."""

import secrets
from typing import Annotated

import typer

from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, Fault

_SEED_BYTES = 32


def show_key(
    ctx: typer.Context,
    *,
    new: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Make a key for this name, such as example.org/team."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the key with which others check signed anchors, or make one.

    The secret half lies in the keyring of this computer and is never shown. Hand the public
    half on by a way that the other side trusts. Needs the extra: sign

    For example: infoshare log key --new example.org/health-visiting
    """
    from infoshare_cli.files.signing_key import keep_new_key, must_sign, read_key
    from infoshare_cli.terminal.page import Command, Text, show_page

    setup: Setup = ctx.obj
    must_sign()
    if new is not None:
        _check_name(new)
        key = keep_new_key(new, secrets.token_bytes(_SEED_BYTES))
    elif (kept := read_key()) is not None:
        key = kept
    else:
        raise no_key()
    if as_json:
        print_json({"name": key.public.name, "key": str(key.public)})
        return
    shown = Text("Whoever has this key can check what you sign. It gives nothing away.")
    show_page((shown, Command(str(key.public))), setup.stdout())


def no_key() -> CallError:
    """The error to raise where something is to be signed or checked, and there is no key."""
    fault = Fault("", "no signing key in the keyring", "one made by infoshare log key --new NAME")
    return CallError("This computer has no signing key.", (fault,))


def _check_name(name: str) -> None:
    from infoshare_cli.core.signed_note import is_key_name

    if not is_key_name(name):
        fault = Fault("", repr(name), "a name without spaces and plus signs", path="--new")
        raise CallError("A key cannot have that name.", (fault,))
