"""docs/reference/commands.md, made from the commands as they are; see `tests.remake_reference`."""

import re
from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from infoshare_cli.cli.main import app

MADE_BY = "<!-- Made by python -m tests.remake_reference; what is changed here by hand is lost. -->"
"""On top of every page that is made."""

_INTRO = f"""\
{MADE_BY}

# Commands

All commands, with what each takes. This page is made from the program, so it says what `--help`
says. How a command ends is on the page of [exit codes](exit-codes.md), and which files it reads or
writes on the page of [files](files.md).

The options of `infoshare` itself stand before the command: `infoshare --plain log list`. The others
stand behind it. Every command takes `--help`, or `-h` for short. What stands in square brackets may
be left out, and what stands in curly ones may not. Three dots mean that it may come again.

| Command | What it does |
|---|---|"""
_KINDS = (("Word", "argument"), ("Option", "option"))
"""What a table is called, and what Typer calls what stands in it."""
_EXAMPLE = "For example: "
_ADDED = re.compile(r"\s*\[(?:(?P<name>env var|default): (?P<value>[^\]]+)|required)\]")
"""What Typer writes behind the help of an option."""


def remade_reference() -> str:
    """The page as it should read."""
    root = get_command(app)
    found = list(_commands(root, typer.Context(root, info_name=app.info.name)))
    rows = [f"| [`{path}`](#{_anchor(path)}) | {_first(command)} |" for path, command, _ in found]
    sections = (_section(path, command, ctx) for path, command, ctx in found)
    return "\n".join([_INTRO, *rows, "", *sections])


_Found = tuple[str, TyperCommand, typer.Context]


def _commands(command: Any, ctx: typer.Context) -> Iterator[_Found]:
    """Every command with its full name, in the order of the help."""
    yield ctx.command_path, command, ctx
    if isinstance(command, TyperGroup):
        for name, each in command.commands.items():
            yield from _commands(each, typer.Context(each, info_name=name, parent=ctx))


def _anchor(path: str) -> str:
    return path.replace(" ", "-")


def _first(command: TyperCommand) -> str:
    return _cell(command.get_short_help_str())


def _section(path: str, command: TyperCommand, ctx: typer.Context) -> str:
    level = "#" * min(3, 1 + len(path.split()[:2]))
    pieces = command.collect_usage_pieces(ctx)
    usage = f"```console\n{' '.join([path, *pieces])}\n```"
    tables = (_table(title, kind, command, ctx) for title, kind in _KINDS)
    parts = [f"{level} {path}", *_paragraphs(command.help or ""), usage, *filter(None, tables)]
    return "\n\n".join(parts) + "\n"


def _paragraphs(told: str) -> Iterator[str]:
    """The help, each paragraph on a line; an example as something to type."""
    for paragraph in told.split("\n\n"):
        text = " ".join(paragraph.split())
        if text.startswith(_EXAMPLE):
            text = f"{_EXAMPLE}`{text.removeprefix(_EXAMPLE)}`"
        yield text


def _table(title: str, kind: str, command: TyperCommand, ctx: typer.Context) -> str:
    # Every command takes --help, and the top of the page says so.
    named = (each for each in command.params if each.param_type_name == kind)
    records = [record for each in named if (record := each.get_help_record(ctx))]
    # 'FILE <list[Path]>' is a name and a type of Python, as `Command` in cli/commands.py has it.
    rows = [f"| `{_cell(name.partition(' <')[0])}` | {_told(told)} |" for name, told in records]
    return "\n".join([f"| {title} | What it does |", "|---|---|", *rows]) if rows else ""


def _told(told: str) -> str:
    """The help of an option, with what Typer adds to it in words."""
    plain = _ADDED.sub("", told).strip()
    added = "".join(f" {_added(found)}" for found in _ADDED.finditer(told))
    return _cell(plain if plain.endswith(".") or not added else f"{plain}.") + added


def _added(found: re.Match[str]) -> str:
    match found["name"]:
        case "env var":
            return f"Variable: `{found['value']}`."
        case "default":
            return f"Without it: `{found['value']}`."
    return "Must be given."


def _cell(text: str) -> str:
    """The text as it stands in a table of Markdown."""
    return text.replace("|", "\\|")
