"""`infoshare practise`: short stories to answer and compare with the guide, for training."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.completers import complete_story
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, ExitCode, Fault, Interrupted, LeftAtOnce, OutOfInput

if TYPE_CHECKING:
    from infoshare_cli.core.guidance import Guidance
    from infoshare_cli.core.written_case import WrittenCase


def practise(
    ctx: typer.Context,
    *,
    story: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="The story to begin with; see --list.",
            show_default=False,
            autocompletion=complete_story,
        ),
    ] = None,
    lists: Annotated[bool, typer.Option("--list", help="List the stories.")] = False,
    sector: Annotated[
        str | None, typer.Option(help="Only stories of one kind of work, such as health.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Practise with invented stories, and compare your answers with the guide's.

    You read a story, answer the questions, and see where you and the guide part.
    Nothing is recorded. With --json a trainer gets the results when you stop.

    For example: infoshare practise --sector school
    """
    from infoshare_cli.files.load_stories import load_stories
    from infoshare_cli.files.open_guidance import open_guidance

    setup: Setup = ctx.obj
    guidance = open_guidance(setup.rules)
    stories = load_stories(setup.rules, guidance)
    chosen = _from(_of_sector(stories, sector), story)
    if lists or not chosen:
        _list(setup, chosen, as_json=as_json)
    else:
        raise typer.Exit(_hold(setup, guidance, chosen, as_json=as_json))


def _of_sector(stories: "Sequence[WrittenCase]", sector: str | None) -> "Sequence[WrittenCase]":
    """The stories of the one sector that is meant."""
    from infoshare_cli.core.practice import sectors_meant, sectors_of

    if sector is None:
        return stories
    sectors = sectors_of(stories)
    meant = sectors_meant(sectors, sector)
    if len(meant) == 1:
        return [story for story in stories if story.sector == meant[0]]
    found = f"--sector {sector}, which could mean more than one" if meant else f"--sector {sector}"
    fault = Fault("", found, f"one of {', '.join(meant or sectors)}")
    raise CallError("No one sector is meant.", (fault,))


def _from(stories: "Sequence[WrittenCase]", name: str | None) -> "Sequence[WrittenCase]":
    """The stories from the one that was asked for; those before it come at the end."""
    if name is None:
        return stories
    ids = [story.id for story in stories]
    if name not in ids:
        from infoshare_cli.files.document import nearest

        expected = "the id of a story, as infoshare practise --list shows them"
        fault = Fault("", f"the story {name}", expected, suggestion=nearest(name, ids))
        raise CallError("There is no such story.", (fault,))
    place = ids.index(name)
    return [*stories[place:], *stories[:place]]


def _list(setup: Setup, stories: "Sequence[WrittenCase]", *, as_json: bool) -> None:
    if as_json:
        from infoshare_cli.documents.practise_json import stories_to_json

        print_json(stories_to_json(stories))
        return
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.practise_views import stories_page

    show_page(stories_page(stories), setup.stdout())


def _hold(
    setup: Setup, guidance: "Guidance", stories: "Sequence[WrittenCase]", *, as_json: bool
) -> ExitCode:
    """One sitting; with --json what was finished is told wherever it ends."""
    from infoshare_cli.cli.sitting import Sitting
    from infoshare_cli.documents.practise_json import attempts_to_json
    from infoshare_cli.terminal.choose_prompts import open_prompts
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.practise_views import score_page
    from infoshare_cli.terminal.prompts import TookWay

    errors = setup.stderr()
    prompts = open_prompts(plain=setup.plain, screen=errors)
    sitting = Sitting(guidance, prompts, errors if as_json else setup.stdout())

    def tell_trainer() -> None:
        if as_json:
            print_json(attempts_to_json(guidance, sitting.attempts))

    try:
        sitting.hold(stories)
    except (Interrupted, OutOfInput):
        tell_trainer()
        raise
    except TookWay:
        prompts.clear()
        tell_trainer()
        raise LeftAtOnce from None
    tell_trainer()
    if sitting.attempts:
        right = sum(each.same for each in sitting.attempts)
        show_page(score_page(right, len(sitting.attempts)), sitting.results)
    return ExitCode.DONE
