"""A draft: an interview that is not finished, as it is kept from one answer to the next."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from infoshare_cli.core.case import Case
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Guidance

ID_LETTERS = "23456789bcdfghjkmnpqrstvwxyz"
"""What the end of an id is made of: no vowel, so no word; nothing that is read as 0 or 1."""
ID_LENGTH = 4
"""Letters and digits at the end of an id: some 600,000 for each day."""

_ID = re.compile(f"[0-9]{{8}}-[{ID_LETTERS}]{{{ID_LENGTH}}}")


@dataclass(frozen=True)
class Draft:
    """An interview under way, and under which rules it was held."""

    id: str
    """Short enough to be read aloud: '20261122-k7f3'."""
    started: str
    """When it was first saved, as `core.record.write_time` writes it: UTC with milliseconds."""
    saved: str
    """When it was last saved, in the same form."""
    pack_id: str
    pack_version: str
    pack_digest: str
    engine: str
    """The version of this program."""
    of: str | None
    """The id of the record that it continues."""
    case: Case
    asked: tuple[str, ...] = ()
    """The questions that were put to the person, in order; one that is still open stands last."""
    came_to: str | None = None
    """The outcome that was last shown."""
    about: Mapping[str, str] = field(default_factory=dict)
    """What each choice came to that answers and fields are about; only that tells, under other
    rules, whether a yes is still that of the person whose consent counts."""
    revision: int = 1
    """Counts the saves."""


def draft_id(day: date, letters: str) -> str:
    """The id of a draft begun on a day.

    Args:
        letters: four of `ID_LETTERS`, drawn at random.
    """
    return f"{day:%Y%m%d}-{letters}"


def is_draft_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return _ID.fullmatch(text) is not None


def means_draft(wanted: str, name: str) -> bool:
    """Whether a person who says this means the draft of that id; its end alone is enough."""
    return wanted.strip().lower() in (name, name[-ID_LENGTH:])


def about_values(guidance: Guidance, answers: Answers) -> dict[str, str]:
    """What the choices come to that answers and fields are about, as far as that is known."""
    named = {name for question in guidance.questions for name in question.about}
    named |= {name for field in guidance.record_fields for name in field.about}
    evaluation = Evaluation(guidance, answers)
    values = ((name, evaluation.value(name)) for name in guidance.rows_of if name in named)
    return {name: value for name, value in values if value is not None}
