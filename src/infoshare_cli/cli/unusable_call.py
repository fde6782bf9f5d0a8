"""What is wrong with a call that cannot be used, and the near word that was meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import typer
from typer.core import TyperGroup

_GLOBAL = ("--rules", "--contacts", "--log", "--plain")
"""Options of the program itself, which stand before the command."""
_NO_COMMAND = re.compile(r"No such command '(?P<typed>[^']*)'")
_NEAR = re.compile(r"(?:\. Did you mean (?P<words>.+)\?| \(Possible options: (?P<options>.+)\))$")


@dataclass(frozen=True)
class UnusableCall:
    """What to tell somebody whose call cannot be used."""

    message: str
    """Whole sentences, the last of which says where to read on."""
    suggestion: str | None
    """The word that was probably meant."""


def told_call(error: typer.TyperException) -> UnusableCall:
    """What Typer has against a call."""
    told = error.format_message().replace("Value error, ", "")
    ctx = getattr(error, "ctx", None)
    what = _NEAR.sub("", told).rstrip(".")
    near = () if _global_option(what) else tuple(_elsewhere(told, ctx)) or _near_words(told, error)
    hints = (f"{what}.", _meant(near), _before_the_command(what), f"See {_help_of(ctx)}.")
    return UnusableCall(" ".join(filter(None, hints)), near[0] if near else None)


def _near_words(told: str, error: typer.TyperException) -> tuple[str, ...]:
    """The near names that Typer found, the nearest first."""
    found = _NEAR.search(told)
    if not found:
        return ()
    near = tuple(each.strip("'") for each in (found["words"] or found["options"]).split(", "))
    nearest = get_close_matches(str(getattr(error, "option_name", "")), near, n=1)
    return tuple(nearest) or near


def _elsewhere(told: str, ctx: typer.Context | None) -> Iterator[str]:
    """The same name in a group of commands: 'log verify' for 'verify'."""
    command = _NO_COMMAND.match(told)
    groups = ctx.command.commands if ctx and isinstance(ctx.command, TyperGroup) else {}
    for name, group in groups.items():
        if command and isinstance(group, TyperGroup) and command["typed"] in group.commands:
            yield f"{name} {command['typed']}"


def _meant(near: tuple[str, ...]) -> str:
    return f"Did you mean {' or '.join(near)}?" if near else ""


def _global_option(what: str) -> str | None:
    """The option of the program itself that was given to a command, if it was that."""
    return next((each for each in _GLOBAL if what == f"No such option: {each}"), None)


def _before_the_command(what: str) -> str:
    named = _global_option(what)
    return f"{named} goes before the command: infoshare {named} ..." if named else ""


def _help_of(ctx: typer.Context | None) -> str:
    return f"{ctx.command_path if ctx else 'infoshare'} --help"
