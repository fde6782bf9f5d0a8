"""Cases that the program found, as a case file for a person to confirm."""

from collections.abc import Collection, Iterator, Sequence
from textwrap import wrap

from infoshare_cli.core.condition_words import begun, in_words
from infoshare_cli.core.conditions import Condition, HasAll, IsOneOf
from infoshare_cli.core.coverage.coverage_walk import CoverageWalk
from infoshare_cli.core.coverage.missing_cases import NewCase
from infoshare_cli.core.coverage.obligation_words import obligation_in_words
from infoshare_cli.core.coverage.obligations import Met
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Verdict, verdict_of

_WIDTH = 110
"""Columns of a line of text."""
_MOST_TOLD = 3
"""Of what a case shows; the first cases of a set show a great deal."""


def new_cases_to_yaml(
    walk: CoverageWalk, cases: Sequence[NewCase], missing: Met, taken: Collection[str]
) -> Iterator[str]:
    """The parts of the file.

    Args:
        missing: what nothing but these cases shows.
        taken: ids that other cases have.
    """
    pack = walk.guidance.pack
    yield f"# Cases that complete the coverage of {pack.id} {pack.version}.\n"
    yield "# Written by the program from what the rules say; a person has to confirm each outcome\n"
    yield "# and to put a story in place of the program's.\n"
    used = set(taken)
    for case in cases:
        verdict = verdict_of(walk.guidance, case.answers)
        assert verdict is not None
        name = _free_name(verdict.rule.id, used)
        used.add(name)
        yield "\n" + "".join(_entry(walk, name, case, verdict, missing))
        missing &= ~case.meets


def _free_name(rule: str, used: Collection[str]) -> str:
    number = 1
    while (name := f"{rule}-{number}") in used:
        number += 1
    return name


def _entry(
    walk: CoverageWalk, name: str, case: NewCase, verdict: Verdict, missing: Met
) -> Iterator[str]:
    yield f"- id: {name}\n"
    yield _folded("story", _story(walk.guidance, case.answers))
    yield "  answers:\n"
    for question, chosen in case.answers.items():
        many = walk.guidance.question_by_id[question].kind == "many"
        yield f"    {question}: {'[' + ', '.join(chosen) + ']' if many else chosen[0]}\n"
    yield f"  outcome: {verdict.outcome.id}\n"
    if verdict.consent_from is not None:
        yield f"  consent_from: {verdict.consent_from}\n"
    yield _folded("note", _note(walk, case.meets & missing))


def _story(guidance: Guidance, answers: Answers) -> str:
    """The answers as sentences, such as: The recipient is a safeguarding body."""
    lines = (_line(guidance, *each) for each in answers.items())
    return " ".join(f"{begun(in_words(guidance, line))}." for line in lines)


def _line(guidance: Guidance, question: str, chosen: tuple[str, ...]) -> Condition:
    many = guidance.question_by_id[question].kind == "many"
    return HasAll(question, chosen) if many else IsOneOf(question, chosen)


def _note(walk: CoverageWalk, shows: Met) -> str:
    told = [obligation_in_words(walk.guidance, each) for each in walk.obligations.of(shows)]
    more = len(told) - _MOST_TOLD
    rest = f"; and {more} more" if more > 0 else ""
    return (
        "Written by the program. To be confirmed by a person. "
        f"This case shows: {'; '.join(told[:_MOST_TOLD])}{rest}."
    )


def _folded(key: str, text: str) -> str:
    lines = wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return f"  {key}: >-\n" + "".join(f"    {line}\n" for line in lines)
