"""Where things lie: the rules and contacts that come along, and the person's own log."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CARRIED = _PACKAGE / "data"
"""In an installed copy; an editable checkout has none and uses the files at its top."""
_CHECKOUT = _PACKAGE.parents[1]

PACK = "pan-bedfordshire"


def shipped_rules() -> Path:
    """The folder of the pack that comes with the program."""
    return _top() / "rules" / PACK


def shipped_packs() -> dict[str, Path]:
    """The packs that come with the program, each a folder that is named after its id."""
    folders = sorted(path.parent for path in (_top() / "rules").glob("*/pack.yaml"))
    return {folder.name: folder for folder in folders}


def shipped_contacts() -> Path:
    """The contact directory that comes with the program."""
    return _top() / "contacts.yaml"


def compiled_form(name: str) -> Path:
    """Where what comes with the program lies in its compiled form: a pack, or 'contacts'."""
    return _top() / "rules" / "compiled" / f"{name}.jsonl"


def default_log() -> Path:
    """The decision log in the person's local application data, never in the roaming part."""
    from platformdirs import user_data_path

    return user_data_path("infoshare", appauthor=False, roaming=False) / "decisions.jsonl"


def default_drafts() -> Path:
    """The folder of interviews that are not finished, in the person's local state data."""
    from platformdirs import user_state_path

    return user_state_path("infoshare", appauthor=False, roaming=False) / "drafts"


def _top() -> Path:
    return _CARRIED if _CARRIED.is_dir() else _CHECKOUT
