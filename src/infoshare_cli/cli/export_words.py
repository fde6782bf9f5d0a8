"""The words of an export's options: areas, outcomes and decisions to look for, fields to withhold.

What neither the rules nor the log know is told, with the nearest word that they do know: an export
that is empty by a slip of the pen would look like an answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from infoshare_cli.cli.contacts import meant_area
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.record import FIELDS_OF_KIND
from infoshare_cli.core.withholding import ANSWERS
from infoshare_cli.errors import CallError, Fault
from infoshare_cli.files.logbook import read_records

_MOST_NAMED = 12
"""Words that are listed as what fits; of more, the nearest is told alone."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of an export say of interviews; empty where nothing was said."""

    areas: Sequence[str]
    outcomes: Sequence[str]
    decisions: Sequence[str]
    cases: Sequence[str]


def words_looked_for(setup: Setup, wanted: Wanted) -> dict[str, list[str]]:
    """Field of an interview -> the values to look for, as a record has them.

    Raises:
        CallError: an area, an outcome or a decision is not known; or a word is empty.
        FileError: the rules or the contacts cannot be read.
    """
    for option, given in (("--case", wanted.cases), ("--area", wanted.areas)):
        if not all(map(str.strip, given)):
            fault = Fault("", "an empty word", "a word to look for", path=option)
            raise CallError(f"{option} has nothing to look for.", (fault,))
    return {
        "area": [_area(setup, text) for text in wanted.areas],
        "outcome": _known(setup, "outcome", wanted.outcomes),
        "decision": _known(setup, "decision", wanted.decisions),
        "case_ref": list(wanted.cases),
    }


def fields_to_withhold(setup: Setup, given: Sequence[str]) -> frozenset[str]:
    """The names of the fields; raises CallError where no record has such a field."""
    known = {ANSWERS, *(name for names in FIELDS_OF_KIND.values() for name in names)}
    if not known.issuperset(given):
        known |= {name for record in read_records(setup.log) for name in record.head.commitments}
    for name in given:
        if name not in known:
            raise _unknown("--redact", "field", name, known)
    return frozenset(given)


def _area(setup: Setup, text: str) -> str:
    """The id of the area that is meant; a text of another directory counts if the log has it."""
    from infoshare_cli.files.load_contacts import open_contacts

    try:
        return meant_area(setup, open_contacts(setup.contacts), text).id
    except CallError:
        if text in _in_log(setup, "area"):
            return text
        raise


def _known(setup: Setup, field: str, given: Sequence[str]) -> list[str]:
    if not given:
        return []
    known = _in_rules(setup, field)
    if not known.issuperset(given):
        # Rules of another day may have known the word: then a record has it.
        known |= _in_log(setup, field)
    for word in given:
        if word not in known:
            raise _unknown(f"--{field}", field, word, known)
    return list(given)


def _in_rules(setup: Setup, field: str) -> set[str]:
    from infoshare_cli.files.open_guidance import open_guidance

    guidance = open_guidance(setup.rules)
    entries = guidance.outcomes if field == "outcome" else guidance.decisions
    return {entry.id for entry in entries}


def _in_log(setup: Setup, field: str) -> set[str]:
    return {text for record in read_records(setup.log) if (text := record.text(field))}


def _unknown(option: str, what: str, word: str, known: Iterable[str]) -> CallError:
    from infoshare_cli.files.document import nearest

    words = sorted(known)
    listed = f"one of {', '.join(words)}" if len(words) <= _MOST_NAMED else f"a known {what}"
    fault = Fault("", f"'{word}'", listed, path=option, suggestion=nearest(word, words))
    where = "no record has it" if what == "field" else "not in the rules, nor in the log"
    return CallError(f"There is no such {what}: {where}.", (fault,))
