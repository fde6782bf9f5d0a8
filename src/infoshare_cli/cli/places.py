"""Where the rules, the contacts and the log are: as the options say, or else where they lie."""

import os
from pathlib import Path

from infoshare_cli.cli.setup import NOWHERE, Setup
from infoshare_cli.files.locations import default_log, shipped_contacts, shipped_rules


def open_setup(
    rules: Path | None, contacts: Path | None, log: Path | None, *, plain: bool
) -> Setup:
    """What the global options come to; None for one that was not given."""
    return Setup(
        rules=rules or shipped_rules(),
        contacts=contacts or _contacts_with(rules) or shipped_contacts(),
        log=log or _usual_log(),
        plain=plain or os.environ.get("INFOSHARE_PLAIN", "0") not in {"", "0"},
    )


def _usual_log() -> Path:
    """Where the log lies by itself; under NOWHERE where the system knows no home folder."""
    try:
        return default_log()
    except RuntimeError:
        # Only what needs the log fails for it: the contacts can still be shown.
        return NOWHERE / "decisions.jsonl"


def _contacts_with(rules: Path | None) -> Path | None:
    """The contacts that the person's own rules bring along, if any."""
    if rules is None:
        return None
    from infoshare_cli.files.layers.contact_layers import contacts_of

    return contacts_of(rules)
