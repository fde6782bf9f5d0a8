"""What the Tab key completes: areas, topics, ids of rules, record numbers, drafts and stories.

A record is offered by its number and day alone: no reference, no name, nothing of a case. What
cannot be read offers nothing. Typer asks these functions and keeps what begins as was typed; a
word is followed by a tab and what explains it, which our shell scripts take apart.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

from infoshare_cli.cli.setup import Setup

MOST_RECORDS = 50
"""Offered at once, the newest first; an older number can be typed."""
_LONGEST = 60
"""Characters of the words that explain, so that a list of them fits a screen."""
_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


def complete_area(ctx: typer.Context) -> list[str]:
    """The areas, each with its name."""
    return _offer(ctx, _areas)


def complete_contacts(ctx: typer.Context) -> list[str]:
    """What may follow `infoshare contacts`."""
    return [*_offer(ctx, _areas), candidate("check", "look for faults in the contacts")]


def complete_guide(ctx: typer.Context) -> list[str]:
    """What may follow `infoshare guide`."""
    return [*_offer(ctx, _topics), candidate("search", "look for words")]


def complete_record(ctx: typer.Context) -> list[str]:
    """The numbers of the newest records, each with its day by this computer's clock."""
    return _offer(ctx, _records)


def complete_draft(ctx: typer.Context) -> list[str]:
    """The ids of the drafts."""
    return _offer(ctx, _drafts)


def complete_story(ctx: typer.Context) -> list[str]:
    """The ids of the stories to practise with."""
    return _offer(ctx, _stories)


def complete_rule(ctx: typer.Context) -> list[str]:
    """Everything in the rules that has an id, each with what it is."""
    return _offer(ctx, _rules)


def complete_statement(ctx: typer.Context) -> list[str]:
    """What the guide says, by id."""
    return _offer(ctx, _statements)


def complete_schema(ctx: typer.Context) -> list[str]:
    """The schemas for editors, each with what it is of."""
    return _offer(ctx, _schemas)


def candidate(word: str, told: str = "") -> str:
    """A word with what explains it, as our shell scripts read it."""
    shown = "".join(each for each in told if each.isascii() and each.isprintable())
    if len(shown) > _LONGEST:
        shown = shown[: _LONGEST - 3].rstrip() + "..."
    return f"{word}\t{shown}" if shown else word


def _offer(
    ctx: typer.Context, find: Callable[[Setup], Mapping[str, str] | Iterable[str]]
) -> list[str]:
    """What is found; nothing where that fails."""
    try:
        found = find(_setup_of(ctx))
        told = found if isinstance(found, Mapping) else dict.fromkeys(found, "")
        return list(_candidates(told))
    except Exception:  # noqa: BLE001 - an error in the middle of a line helps nobody
        return []


def _candidates(told: Mapping[str, str]) -> Iterator[str]:
    # A word that a shell could read as more than a word is never put on somebody's line.
    return (candidate(word, words) for word, words in told.items() if word and set(word) <= _WORD)


def _setup_of(ctx: typer.Context) -> Setup:
    """The places that the options before the command name; the program itself does not run."""
    from infoshare_cli.cli.places import open_setup

    given: dict[str, Any] = ctx.find_root().params

    def path(name: str) -> Path | None:
        return Path(given[name]).expanduser() if given.get(name) else None

    return open_setup(path("rules"), path("contacts"), path("log"), plain=True)


def _areas(setup: Setup) -> Mapping[str, str]:
    from infoshare_cli.files.known_ids import area_names

    return area_names(setup.contacts)


def _topics(setup: Setup) -> Iterable[str]:
    from infoshare_cli.files.load_topics import topic_ids

    return topic_ids(setup.rules)


def _records(setup: Setup) -> Mapping[str, str]:
    from infoshare_cli.files.recent_records import recent_records
    from infoshare_cli.terminal.log_views import local_day

    newest = recent_records(setup.log, MOST_RECORDS)
    return {str(number): local_day(at) for number, at in newest}


def _drafts(setup: Setup) -> Iterable[str]:
    from infoshare_cli.core.draft import is_draft_id
    from infoshare_cli.files.draft_folder import list_draft_files

    # The id is the file's name, so what was said is not even opened.
    names = [path.stem for path in list_draft_files(setup.drafts)]
    return [name for name in reversed(names) if is_draft_id(name)]


def _stories(setup: Setup) -> Iterable[str]:
    from infoshare_cli.files.known_ids import case_ids

    return case_ids(setup.rules / "cases" / "practice.yaml")


def _rules(setup: Setup) -> Mapping[str, str]:
    from infoshare_cli.files.known_ids import ids_in_rules

    return ids_in_rules(setup.rules)


def _statements(setup: Setup) -> Iterable[str]:
    from infoshare_cli.files.known_ids import statement_ids

    return statement_ids(setup.rules)


def _schemas(_: Setup) -> Mapping[str, str]:
    from infoshare_cli.files.schemas.editor_schemas import SCHEMAS

    return SCHEMAS
