"""What was written for assurance, as JSON; every key is always there.

`status`: `proved`, `broken` or `unproved` (too many cases); `folder`; `format`; `at`: the day;
`pack`; `engine`; `documents`: `id`, `title`, `file`, `gaps` (`what`, `by`) and `sha256`, the index
last; `gaps`: how many in all; `not_in_place`: sentences; `hazards`: `id`, `name` and `controls`,
each with what it `says`, whether it is `in_place`, and its `evidence` (`kind`, `id`, `state`, and
what a property `says`);
`measured`: whether reading age was; `log`: `counted`, `empty`, `broken` or `unreadable`.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from infoshare_cli.core.assurance.facts import Facts, shortfalls_of
from infoshare_cli.core.assurance.hazards import JudgedControl, JudgedHazard
from infoshare_cli.documents.assurance.paper import Paper
from infoshare_cli.documents.decision_json import Json


@dataclass(frozen=True)
class OnDisk:
    """A document, the file that it stands in, and the SHA-256 of that in hex."""

    paper: Paper
    path: Path
    sha256: str


def assurance_to_json(facts: Facts, written: Sequence[OnDisk], folder: Path, form: str) -> Json:
    """What was written, and what is not in place."""
    pack = facts.guidance.pack
    return {
        "status": _status(facts),
        "folder": str(folder),
        "format": form,
        "at": facts.at.isoformat(),
        "pack": {"id": pack.id, "version": pack.version, "digest": facts.guidance.digest},
        "engine": facts.engine,
        "documents": [_document(each) for each in written],
        "gaps": sum(len(each.paper.gaps) for each in written),
        "not_in_place": list(shortfalls_of(facts)),
        "hazards": [_hazard(each) for each in facts.hazards],
        "measured": facts.reading.measured,
        "log": facts.log.state,
    }


def _status(facts: Facts) -> str:
    if facts.proof is None:
        return "unproved"
    return "proved" if facts.proof.holds else "broken"


def _document(written: OnDisk) -> Json:
    paper = written.paper
    return {
        "id": paper.id,
        "title": paper.book.title,
        "file": str(written.path),
        "gaps": [asdict(gap) for gap in paper.gaps],
        "sha256": written.sha256,
    }


def _hazard(judged: JudgedHazard) -> Json:
    return {
        "id": judged.hazard.id,
        "name": judged.hazard.name,
        "controls": [_control(each) for each in judged.controls],
    }


def _control(judged: JudgedControl) -> Json:
    return {
        "says": judged.control.says,
        "in_place": judged.in_place,
        "evidence": [asdict(each) for each in judged.evidence],
    }
