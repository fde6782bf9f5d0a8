"""`infoshare contacts`: whom to ring or write to, and a check of the directory itself."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.completers import complete_contacts
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup, now
from infoshare_cli.errors import ExitCode, Fault, FileError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infoshare_cli.core.areas import Area
    from infoshare_cli.core.contacts import Contact, Directory
    from infoshare_cli.core.guidance import Notice
    from infoshare_cli.files.check_contacts import Findings

CHECK = "check"
"""The one word that is no area: `infoshare contacts check`."""


def contacts(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="AREA | check",
            help="Where the child lives, or the word check.",
            show_default=False,
            autocompletion=complete_contacts,
        ),
    ] = None,
    *,
    as_json: AsJson = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Show the partnership offices too.")
    ] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="Tell where each comes from, and how far checked.")
    ] = False,
) -> None:
    """Say whom to ring about a child. Danger now? Ring 999.

    AREA is bedford, central-bedfordshire or luton; other spellings are understood. Without
    it, all three are shown. infoshare contacts check looks for faults in the contacts, and
    for what was not checked of late.

    For example: infoshare contacts luton
    """
    setup: Setup = ctx.obj
    if words == [CHECK]:
        _check(setup, as_json=as_json)
    else:
        text = " ".join(words) if words else None
        _show(setup, text, as_json=as_json, everything=everything, sources=sources)


def _show(
    setup: Setup, text: str | None, *, as_json: bool, everything: bool, sources: bool
) -> None:
    from infoshare_cli.core.contacts import ALL_ROLES, EVERYDAY_ROLES, contacts_for
    from infoshare_cli.documents.contact_json import contact_to_json
    from infoshare_cli.documents.decision_json import notice_to_json
    from infoshare_cli.files.load_contacts import open_contacts

    directory = open_contacts(setup.contacts)
    area = meant_area(setup, directory, text) if text is not None else None
    roles = ALL_ROLES if everything else EVERYDAY_ROLES
    chosen = contacts_for(directory, area.id if area else None, roles)
    notices = _notices(setup, chosen)
    if as_json:
        print_json(
            {
                "area": area.id if area else None,
                "contacts": [contact_to_json(contact) for contact in chosen],
                "notices": [notice_to_json(notice) for notice in notices],
                "digest": directory.digest,
            }
        )
    else:
        from infoshare_cli.terminal.contact_views import contacts_page, sources_page
        from infoshare_cli.terminal.guide_views import notice_line
        from infoshare_cli.terminal.page import show_page

        lines = tuple(notice_line(notice) for notice in notices)
        page = sources_page(chosen) if sources else contacts_page(chosen, area, lines)
        show_page(page, setup.stdout())


def _notices(setup: Setup, contacts: "Sequence[Contact]") -> "tuple[Notice, ...]":
    """What has changed since the guide was written; a pack with faults hides no number."""
    from infoshare_cli.core.notices import notices_for
    from infoshare_cli.files.open_guidance import open_notices
    from infoshare_cli.terminal.page import Text, show_page

    try:
        notices = open_notices(setup.rules)
    except FileError as error:
        show_page([Text(f"What has changed is not shown. {error}", "warning")], setup.stderr())
        return ()
    shown = {name for contact in contacts for name in (contact.id, contact.role)}
    return notices_for(notices, {"contacts": shown})


def meant_area(setup: Setup, directory: "Directory", text: str) -> "Area":
    """The area that is meant; says so on stderr where it was spelt another way."""
    from infoshare_cli.core.areas import is_own_name
    from infoshare_cli.core.contacts import find_area

    area = find_area(directory, text)
    if not is_own_name(directory.places, area, text):
        from infoshare_cli.terminal.page import Text, show_page

        show_page([Text(f"'{text}' is read as {area.name}.", "warning")], setup.stderr())
    return area


def _check(setup: Setup, *, as_json: bool) -> None:
    from infoshare_cli.files.check_contacts import check_contacts

    findings = check_contacts(setup.contacts, now().astimezone().date())
    if as_json:
        print_json({"status": "faults" if findings.faults else "ok", **asdict(findings)})
    else:
        _show_findings(setup, findings)
    if findings.faults:
        raise typer.Exit(ExitCode.CHECK_FAILED)


def _show_findings(setup: Setup, findings: "Findings") -> None:
    from infoshare_cli.terminal.page import Block, Heading, Items, Text, show_page

    state = f"{findings.contacts} contacts" if findings.contacts else "cannot be used"
    page: list[Block] = [Text(f"{setup.contacts}: {state}", "strong")]
    if findings.faults:
        page += (Heading("To put right"), Items(tuple(map(str, findings.faults))))
    if findings.warnings:
        lines = tuple(f"{_place(setup, each)}: {each.found}." for each in findings.warnings)
        page += (Heading("To know, although nothing is wrong with the file"), Items(lines))
    show_page(page, setup.stdout())


def _place(setup: Setup, warning: Fault) -> str:
    """The line, and the file where it is not the one that was checked but one below it."""
    line = f"Line {warning.line}"
    return line if warning.file == str(setup.contacts) else f"{line} of {warning.file}"
