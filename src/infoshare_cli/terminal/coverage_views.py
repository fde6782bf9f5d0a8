"""How much of the rules the cases went through, and what no case has shown yet."""

from collections.abc import Sequence

from infoshare_cli.core.coverage.coverage import Coverage, Share
from infoshare_cli.core.coverage.obligation_words import obligation_in_words
from infoshare_cli.core.coverage.obligations import Obligation
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.terminal.page import Block, Heading, Items, Rows, Text

_MOST_TOLD = 10
"""Of what is missing, where nobody asked for all of it."""


def coverage_page(guidance: Guidance, coverage: Coverage, *, whole: bool) -> tuple[Block, ...]:
    """The counts, and what is missing.

    Args:
        whole: tell all that is missing, and what no case can show.
    """
    return (
        Heading("How much of the rules these cases go through"),
        Rows(
            (
                ("Rules that decide a case", _share(coverage.rules)),
                ("Rows of choices that give the value", _share(coverage.rows)),
                ("Outcomes that come", _share(coverage.outcomes)),
                ("Lines that decide alone, as true or as false", _share(coverage.sides)),
            )
        ),
        *_missing(guidance, coverage, whole=whole),
        *(_impossible(guidance, coverage.impossible) if whole else ()),
    )


def _missing(guidance: Guidance, coverage: Coverage, *, whole: bool) -> tuple[Block, ...]:
    if coverage.complete:
        return (Text("Nothing is missing."),)
    told = _told(guidance, coverage.missing if whole else coverage.missing[:_MOST_TOLD])
    more = len(coverage.missing) - len(told)
    rest = (Text(f"And {more} more; --coverage tells them all."),) if more else ()
    return (Text("No case shows this yet:", "warning"), Items(told), *rest)


def _impossible(guidance: Guidance, impossible: Sequence[Obligation]) -> tuple[Block, ...]:
    if not impossible:
        return ()
    return (
        Text("No case can show this, so it is not counted:"),
        Items(_told(guidance, impossible)),
    )


def _told(guidance: Guidance, obligations: Sequence[Obligation]) -> tuple[str, ...]:
    return tuple(obligation_in_words(guidance, each) for each in obligations)


def _share(share: Share) -> str:
    return f"{share.met} of {share.total}"
