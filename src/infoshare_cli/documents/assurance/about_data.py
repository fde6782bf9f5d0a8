"""What is told of the data that is kept, and of the log, as far as nobody can be picked out."""

from collections.abc import Iterator, Mapping, Sequence

from infoshare_cli.core.assurance.facts import Facts, LogState
from infoshare_cli.core.assurance.kept_data import Nature, free_text_fields, kept_fields
from infoshare_cli.core.log_stats import ROUNDED_TO, Counted, LogStats
from infoshare_cli.documents.book.book_blocks import Block, Grid, Paragraph

_NATURES: Mapping[Nature, str] = {
    "free": "Free text",
    "chosen": "Chosen from a list",
    "day": "A day",
    "worked-out": "Worked out by the rules",
}
_FILES = (
    ("The decision log", "The owner of the account", "Until words are erased or it is deleted"),
    ("Rest of a write that was cut off", "As the log", "Until words are erased"),
    ("Rules that decisions were made under", "As the log", "For good; nothing of a case is there"),
    ("Drafts", "As the log", "Until the decision is recorded, or the interview is given up"),
    ("Files that a person exports", "As the log, where it is put", "As long as people keep them"),
)
_NO_COUNTS: Mapping[LogState, str] = {
    "empty": "There is no log here, or it is empty, so there is nothing to count.",
    "broken": "The log does not verify, so nothing is counted from it: infoshare log verify",
    "unreadable": "The log could not be read, so nothing is counted from it.",
}


def fields(facts: Facts) -> Iterator[Block]:
    """Each field that a record can have."""
    found = kept_fields(facts.guidance)
    free = free_text_fields(facts.guidance)
    yield Paragraph(
        f"A record has {len({each.id for each in found})} kinds of fields beside the answers. In "
        f"{len(free)} of them a person writes words of their own: {', '.join(free)}."
    )
    rows = tuple(
        (each.id, each.label, _NATURES[each.nature], ", ".join(each.kinds)) for each in found
    )
    header = ("Field", "What stands there", "How it comes about", "In records of the kind")
    yield Grid("The fields of the log", header, rows)


def files(_: Facts) -> Iterator[Block]:
    """Where data lies, who may read it, and how long it stays."""
    yield Grid("Where it lies", ("What", "Who may read it", "How long it stays"), _FILES)
    yield Paragraph(
        "On Linux and macOS the rights of the files see to that. On Windows the access list of the "
        "profile does. The place is the local data of the account, and never what roams with it, "
        "unless somebody moves it."
    )


def counts(facts: Facts) -> Iterator[Block]:
    """How much the log of this computer holds, rounded."""
    stats = facts.log.stats
    if stats is None:
        yield Paragraph(_NO_COUNTS[facts.log.state])
        return
    yield Paragraph(
        f"From the log of this computer alone. Every count is rounded to the nearest {ROUNDED_TO}, "
        "so 0 may stand for 1 or 2, and parts may not add up."
    )
    whole = (("Decisions", str(stats.decisions)), ("Abandoned interviews", str(stats.abandoned)))
    yield Grid("In all", ("What", "About"), whole)
    yield from _counted("What the rules came to", "Outcome", stats.by_outcome)
    yield from _counted("Month by month", "Month", stats.by_month)


def overrides(facts: Facts) -> Iterator[Block]:
    """How often people decided otherwise than the rules say, rounded."""
    stats = facts.log.stats
    if stats is None:
        yield Paragraph(_NO_COUNTS[facts.log.state])
        return
    yield Paragraph(_overridden(stats))


def _overridden(stats: LogStats) -> str:
    return (
        f"Decided otherwise than the rules say: about {stats.overridden['yes']}; as they say: "
        f"about {stats.overridden['no']}. Rounded to the nearest {ROUNDED_TO}."
    )


def _counted(caption: str, name: str, counted: Sequence[Counted]) -> Iterator[Block]:
    if counted:
        rows = tuple((each.name or "left empty or erased", str(each.count)) for each in counted)
        yield Grid(caption, (name, "About"), rows)
