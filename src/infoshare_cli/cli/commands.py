"""How every command takes its options, shows its help and completes its words."""

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from infoshare_cli.cli.completers import candidate
from infoshare_cli.cli.plain_values import take_plainly


def dress(app: typer.Typer) -> None:
    """Have every command of the program show its help and complete its words in one way."""
    app.info.cls = Group
    for command in app.registered_commands:
        command.cls = Command
    for group in app.registered_groups:
        group.cls = Group
        if group.typer_instance:
            dress(group.typer_instance)


if TYPE_CHECKING:
    _Base = TyperCommand
else:
    # What Command and Group both are, Typer keeps to itself; beside one of them, nothing is lost.
    _Base = object


class _InOneWay(_Base):
    """What a command and a group of commands do alike."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its options and what may follow it."""
        return [take_plainly(each) for each in super().get_params(ctx)]

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - Typer hands it in
        """The first sentence of the help, whole."""
        return super().get_short_help_str(_NO_LIMIT)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """What may stand at the cursor, with what explains it."""
        return _explained(super().shell_complete(ctx, incomplete))


class Command(_InOneWay, TyperCommand):
    """A command; its help names no types of Python, and cuts no sentence off."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what may follow the command, and its options."""
        named = [(each, each.get_help_record(ctx)) for each in self.get_params(ctx)]
        for title, kind in (("Words", "argument"), ("Options", "option")):
            rows = [record for each, record in named if record and each.param_type_name == kind]
            if rows:
                with formatter.section(title):
                    # 'FILE <list[Path]>' is a name and a type of Python.
                    formatter.write_dl([(name.partition(" <")[0], told) for name, told in rows])


class Group(_InOneWay, TyperGroup):
    """A group of commands; see Command."""


_NO_LIMIT = 1000
"""Characters; no first sentence is as long."""


def _explained(items: list[Any]) -> list[Any]:
    for item in items:
        item.value = candidate(item.value, item.help or "")
    return items
