"""`python -m benchmarks.decisions.agree`: every engine decides every case, and all alike."""

from collections.abc import Iterable, Sequence

from benchmarks.decisions.cases import NamedCase, all_cases
from benchmarks.decisions.engine import Engine
from benchmarks.decisions.if_statements import Decided
from benchmarks.decisions.ours import hand_engine, our_engine
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.open_guidance import open_guidance


class Disagreement(Exception):
    """Two engines decide a case differently, so there is nothing to compare."""


def check_agreement(ours: Engine, others: Iterable[Engine], cases: Sequence[NamedCase]) -> None:
    """Hold what others decide against what ours does: outcome, rule, and each reason's words.

    Raises:
        Disagreement: the first case that is decided differently, by whom, and both answers.
    """
    expected = [ours.decide(ours.prepare(case.answers)) for case in cases]
    for other in others:
        for case, mine in zip(cases, expected, strict=True):
            theirs = other.decide(other.prepare(case.answers))
            if theirs != mine:
                raise Disagreement(_told(case, ours, mine, other, theirs))


def _told(case: NamedCase, ours: Engine, mine: Decided, other: Engine, theirs: Decided) -> str:
    return (
        f"{case.name}: {ours.name} comes to {_in_words(mine)}, {other.name} to "
        f"{_in_words(theirs)}.\nAnswers: {dict(case.answers)}"
    )


def _in_words(decided: Decided) -> str:
    outcome, rule, reasons = decided
    return f"{outcome} by {rule} ({', '.join(reason.rule for reason in reasons)})"


def _main() -> None:
    from benchmarks.decisions.peers import peers

    guidance = open_guidance(shipped_rules())
    cases = all_cases(guidance)
    others = [hand_engine(guidance), *peers(guidance)]
    for other in others:
        check_agreement(our_engine(guidance), [other], cases)
        print(f"{other.name}: the same in {len(cases):,} cases.")


if __name__ == "__main__":
    _main()
