"""What the entries of a pack have in common on screen: a condition, named values, sources."""

from collections.abc import Iterator, Sequence

from infoshare_cli.core.condition_words import in_words, lines_in_words
from infoshare_cli.core.conditions import All, Any, Condition
from infoshare_cli.core.guidance import Citation, Guidance
from infoshare_cli.terminal.guide_views import pages_text
from infoshare_cli.terminal.page import Block, Items, Rows, Text


def condition_blocks(
    guidance: Guidance, condition: Condition, start: str = "When"
) -> Iterator[Block]:
    """A condition: a sentence, or its parts one below the other."""
    match condition:
        case All(parts):
            yield Text(f"{start} all of these are so:")
            yield _parts(guidance, parts)
        case Any(parts):
            yield Text(f"{start} at least one of these is so:")
            yield _parts(guidance, parts)
        case _:
            yield Text(f"{start} {in_words(guidance, condition)}.")


def never_blocks(guidance: Guidance, condition: Condition, start: str) -> Iterator[Block]:
    """A condition that is never true; of an Any, no part ever is."""
    if isinstance(condition, Any):
        yield Text(f"{start} any of these:")
        yield _parts(guidance, condition.parts)
    else:
        yield Text(f"{start} this: {in_words(guidance, condition)}.")


def named_values(*rows: tuple[str, str]) -> Block:
    """Names and values; one without a value is left out."""
    return Rows(tuple(row for row in rows if row[1]))


def rests_on(source: Sequence[Citation]) -> str:
    """'pages 3 and 6: p3.seek-advice, p6.informed'."""
    return f"{pages_text(source)}: {', '.join(source)}"


def advice_labels(guidance: Guidance, advice_from: Sequence[str]) -> str:
    """Who can advise, by what the pack calls them; '' for nobody."""
    labels = {each.id: each.label for each in guidance.advice_from}
    return "; ".join(labels[each] for each in advice_from)


def _parts(guidance: Guidance, parts: Sequence[Condition]) -> Block:
    return Items(tuple(_nested(guidance, part) for part in parts))


def _nested(guidance: Guidance, part: Condition) -> str:
    """A part of a condition; one that is a group has a line for each of its own parts."""
    first, *others = lines_in_words(guidance, part)
    inner = (f"{'  ' * (line.depth - 1)}- {line.text}" for line in others)
    return "\n".join((first.text, *inner))
