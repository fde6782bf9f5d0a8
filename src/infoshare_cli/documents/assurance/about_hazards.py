"""What is told of the hazards: each with its controls, and whether these rules have them."""

from collections.abc import Iterator

from infoshare_cli.core.assurance.facts import Facts
from infoshare_cli.core.assurance.hazards import Evidence, JudgedControl, JudgedHazard
from infoshare_cli.core.assurance.paper_form import Gap
from infoshare_cli.documents.book.book_blocks import (
    Block,
    Bullets,
    Grid,
    Item,
    Named,
    Paragraph,
    Section,
    ToFillIn,
)

_NONE = "These rules name no hazards. Put them into assurance.yaml beside the rules."
_SAFETY = "the clinical or safeguarding safety officer"
_RATINGS = (
    Gap("Risk before the controls: severity, likelihood and rating.", _SAFETY),
    Gap("Risk that is left with them: severity, likelihood and rating.", _SAFETY),
    Gap("Further controls, and who sees to them by when.", "the service manager"),
    Gap("Owner and status: open, accepted, or closed, with the date.", _SAFETY),
)


def hazard_overview(facts: Facts) -> Iterator[Block]:
    """All hazards in a table."""
    if not facts.hazards:
        yield Paragraph(_NONE, strong=True)
        return
    rows = tuple(
        (judged.hazard.id, judged.hazard.name, str(len(judged.controls)), _missing(judged))
        for judged in facts.hazards
    )
    header = ("Hazard", "Name", "Controls", "Not in place")
    yield Grid(f"{len(rows)} hazards", header, rows)


def hazards(facts: Facts) -> Iterator[Block | Section]:
    """Each hazard in full, with room for what people decide."""
    if not facts.hazards:
        yield Paragraph(_NONE, strong=True)
    for judged in facts.hazards:
        yield _whole(judged)


def hazards_in_short(facts: Facts) -> Iterator[Block]:
    """Each hazard with what stands against it, without the evidence."""
    if not facts.hazards:
        yield Paragraph(_NONE, strong=True)
        return
    rows = tuple(
        (judged.hazard.name, " ".join(_in_short(each) for each in judged.controls))
        for judged in facts.hazards
    )
    yield Grid("Risks and mitigations", ("Risk", "What stands against it"), rows)


def _whole(judged: JudgedHazard) -> Section:
    hazard = judged.hazard
    rows = (
        ("Hazard", (hazard.id,)),
        ("What happens", (hazard.text,)),
        ("Possible impact", (hazard.impact,)),
        ("Possible causes", hazard.causes),
    )
    return Section(
        f"hazard-{hazard.id}",
        hazard.name,
        (
            Named(rows),
            Paragraph("Existing controls:" if judged.controls else "Existing controls: none."),
            *([Bullets(tuple(_controls(judged)))] if judged.controls else []),
            *_left(hazard.left),
            ToFillIn(_RATINGS),
        ),
    )


def _controls(judged: JudgedHazard) -> Iterator[Item]:
    for control in judged.controls:
        yield Item(_in_short(control))
        for evidence in control.evidence:
            yield Item(_in_words(evidence), depth=1)


def _in_short(control: JudgedControl) -> str:
    said = control.control.says
    return said if control.in_place else f"NOT IN PLACE: {said}"


def _in_words(evidence: Evidence) -> str:
    match evidence.state:
        case "proved":
            return f"Proved for these rules: {evidence.id}. {evidence.says}"
        case "broken":
            return f"Not in place: {evidence.id} does not hold under these rules. {evidence.says}"
        case "not-proved":
            return f"Not in place: {evidence.id} could not be proved."
        case "missing":
            return f"Not in place: these rules have no {evidence.id}."
        case "there":
            return f"In these rules: {evidence.id}"
        case "claimed":
            return f"{'Tested' if evidence.kind == 'tested' else 'Said'}: {evidence.id}"


def _left(left: tuple[str, ...]) -> Iterator[Block]:
    if left:
        yield Paragraph("Left to your organisation:")
        yield Bullets(tuple(map(Item, left)))


def _missing(judged: JudgedHazard) -> str:
    return str(len(judged.not_in_place)) if judged.not_in_place else "none"
