"""The program: its commands, its global options, and the one place where errors end."""

import errno
import gc
import os
import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer

from infoshare_cli import __version__
from infoshare_cli.cli.answer_shell import prepare_answer
from infoshare_cli.cli.assess import assess
from infoshare_cli.cli.assurance import assurance
from infoshare_cli.cli.commands import dress
from infoshare_cli.cli.completion import completion
from infoshare_cli.cli.contacts import contacts
from infoshare_cli.cli.doctor import doctor
from infoshare_cli.cli.guide import guide
from infoshare_cli.cli.log import app as log_app
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.places import open_setup
from infoshare_cli.cli.practise import practise
from infoshare_cli.cli.rules import app as rules_app
from infoshare_cli.cli.setup import Setup
from infoshare_cli.cli.unusable_call import told_call
from infoshare_cli.documents.fault_json import fault_to_json
from infoshare_cli.errors import (
    ExitCode,
    Fault,
    InfoshareError,
    Interrupted,
    LeftAtOnce,
    reason_of,
)
from infoshare_cli.terminal.end_by_signal import end_in_order

_EXPECTED = {
    ExitCode.UNUSABLE: "a call that infoshare --help explains",
    ExitCode.LOG_FAILED: "a log that can be read and written",
}
STOPPED = "Stopped. Nothing was decided and nothing was recorded."
"""Where a person stops at a question."""
STOPPED_ELSEWHERE = "Stopped. Nothing more was done."
"""Where no question is open; a record may be on the disk by then."""

app = typer.Typer(
    name="infoshare",
    no_args_is_help=False,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(assess)
app.command()(contacts)
app.command()(guide)
app.command()(practise)
app.command()(completion)
app.command()(doctor)
app.command()(assurance)
app.add_typer(log_app, name="log")
app.add_typer(rules_app, name="rules")
dress(app)


def _show_version(ctx: typer.Context, wanted: bool) -> None:
    # A shell that asks for completion only looks at what was typed.
    if wanted and not ctx.resilient_parsing:
        sys.stdout.write(f"infoshare {__version__}\n")
        raise typer.Exit


@app.callback()
def infoshare(  # noqa: PLR0913 - one parameter for each global option
    ctx: typer.Context,
    *,
    rules: Annotated[
        Path | None,
        typer.Option(
            envvar="INFOSHARE_RULES",
            readable=False,
            metavar="FOLDER",
            help="The folder that holds pack.yaml.",
        ),
    ] = None,
    contacts: Annotated[
        Path | None,
        typer.Option(
            envvar="INFOSHARE_CONTACTS",
            readable=False,
            metavar="FILE",
            help="The contact directory.",
        ),
    ] = None,
    log: Annotated[
        Path | None,
        typer.Option(
            envvar="INFOSHARE_LOG", readable=False, metavar="FILE", help="The decision log."
        ),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain", help="Words only, for a screen reader.  [env var: INFOSHARE_PLAIN]"
        ),
    ] = False,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Supports your decision to share information about a child. Danger now? Ring 999.

    It asks a few questions, gives one answer with its reasons from the Pan Bedfordshire
    guide, says whom to ring, and keeps a record. The decision stays yours.

    The options here stand before the command; most have an environment variable.
    NO_COLOR turns colour off. TERM=dumb and ACCESSIBLE do what --plain does.

    For example: infoshare --plain assess --area luton
    """
    ctx.obj = open_setup(rules, contacts, log, plain=plain)
    if ctx.invoked_subcommand is None:
        _show_welcome(ctx.obj)


def _show_welcome(setup: Setup) -> None:
    from infoshare_cli.terminal.page import Rows, Text, show_page

    commands = (
        ("infoshare assess", "answer a few questions about a worry or a request"),
        ("infoshare contacts luton", "whom to ring: bedford, central-bedfordshire or luton"),
        ("infoshare guide", "read the guide by topic, or search it"),
        ("infoshare log list", "the decisions that you recorded"),
        ("infoshare doctor", "where everything is kept, and whether all is well"),
        ("infoshare --help", "all commands and options"),
    )
    page = (
        Text("Is someone in danger now? Ring 999.", "danger"),
        Text(
            "infoshare supports your decision to share information about a child, after the "
            "Pan Bedfordshire guide. The decision stays yours."
        ),
        Rows(commands),
    )
    show_page(page, setup.stdout())


def main(arguments: list[str] | None = None) -> int:
    """Run the program on the given arguments, or those of the process.

    Returns:
        The exit code. Every error is told in words, to standard error or as JSON.
    """
    given = sys.argv[1:] if arguments is None else arguments
    try:
        code = _run(given)
        sys.stdout.flush()
    except OSError as error:
        _silence(sys.stdout)
        if _reader_has_gone(error):
            return ExitCode.DONE
        return _tell(_unwritten(error), (), ExitCode.UNUSABLE, as_json=False)
    return code


def _reader_has_gone(error: OSError) -> bool:
    """Whether nobody reads standard output any more, which is no error of ours."""
    # Windows has no broken pipe: a write to a pipe without a reader is an invalid argument there.
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def _unwritten(error: OSError) -> str:
    return (
        f"The result could not be written: {reason_of(error)}. "
        "If a decision was to be recorded, look in the log: infoshare log list"
    )


def _run(arguments: list[str]) -> int:
    as_json = "--json" in arguments
    prepare_answer()
    try:
        result = app(args=arguments, prog_name="infoshare", standalone_mode=False)
    except Interrupted as stop:
        return _tell(stop.told or STOPPED, (), ExitCode.INTERRUPTED, as_json=as_json)
    except InfoshareError as error:
        return _end(error, as_json=as_json)
    except typer.TyperException as error:
        call = told_call(error)
        fault = Fault("", call.message, _EXPECTED[ExitCode.UNUSABLE], suggestion=call.suggestion)
        return _tell(call.message, (fault,) if as_json else (), ExitCode.UNUSABLE, as_json=as_json)
    except SystemExit as stop:
        # Typer ends the process itself when the reader of standard output has gone.
        if isinstance(stop.__context__, BrokenPipeError):
            raise stop.__context__ from None
        raise
    except OSError:
        # Standard output cannot take the result; files raise errors of our own.
        raise
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches a user
        told = _unloadable(error) if isinstance(error, ImportError) else _unexpected(error)
        return _tell(told, (), ExitCode.UNUSABLE, as_json=as_json)
    if result == ExitCode.INTERRUPTED:
        # Typer turns Ctrl-C into this code.
        return _tell(STOPPED_ELSEWHERE, (), ExitCode.INTERRUPTED, as_json=as_json)
    return int(result or ExitCode.DONE)


def _end(error: InfoshareError, *, as_json: bool) -> ExitCode:
    if isinstance(error, LeftAtOnce):
        return error.exit_code
    return _tell(str(error), error.faults, error.exit_code, as_json=as_json, told=error.told)


def _tell(
    message: str, faults: tuple[Fault, ...], code: ExitCode, *, as_json: bool, told: str = ""
) -> ExitCode:
    """The one place where an error becomes words: a line and its faults, or JSON.

    Args:
        told: what people read in place of the line and its faults, where it is not empty.
    """
    if as_json and code in {ExitCode.UNUSABLE, ExitCode.LOG_FAILED}:
        listed = faults or (Fault("", message, _EXPECTED[code]),)
        print_json(
            {"status": "error", "message": message, "faults": list(map(fault_to_json, listed))}
        )
        return code
    from infoshare_cli.core.safe_text import safe_text
    from infoshare_cli.terminal.page import open_screen

    screen = open_screen(sys.stderr, plain=True)
    try:
        for line in (told,) if told else (message, *map(str, faults)):
            screen.stream.write(safe_text(line) + "\n")
        screen.stream.flush()
    except OSError:
        # Nobody can be told; the code still says it.
        _silence(sys.stderr)
    return code


def _unloadable(error: ImportError) -> str:
    """A library that is not there, or that the computer does not let programs load."""
    return (
        f"A part of the program cannot be loaded here: {error.name or 'a library'}. Either it is "
        "not installed, or this computer forbids it. Show this line to whoever looks after your "
        "computer. Most of the program works without it; infoshare doctor tells more."
    )


def _unexpected(error: Exception) -> str:
    """What went wrong, by the kind of error and the place in the program, never by its text."""
    trace, place = error.__traceback__, "an unknown place"
    while trace is not None:
        code = trace.tb_frame.f_code
        if "infoshare_cli" in code.co_filename:
            place = f"{Path(code.co_filename).name} line {trace.tb_lineno}"
        trace = trace.tb_next
    return (
        f"infoshare met an error that it does not know: {type(error).__name__} at {place}. "
        "What was recorded before is safe. Please report this line."
    )


def _silence(stream: TextIO) -> None:
    """Point a stream at nothing, so that its last flush cannot fail either."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())


def start() -> None:
    """What the command `infoshare` runs."""
    # A program started with a closed output has none at all, not even one to fail on.
    sys.stdout = sys.stdout or _nothing()
    sys.stderr = sys.stderr or _nothing()
    end_in_order()
    code = main()
    # What is still there goes with the process. Python would look through all of it once more.
    gc.freeze()
    sys.exit(code)


def _nothing() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - kept to the end
