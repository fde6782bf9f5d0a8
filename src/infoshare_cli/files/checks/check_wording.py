"""How plainly a pack speaks: reading age, and sentences that are nearly the same.

Measuring takes libraries that come with the extra `rules`; where they are not installed,
nothing is measured.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from infoshare_cli.core.checks.wording import HIGHEST_GRADE, NEARLY_THE_SAME, hard_texts, near_pairs
from infoshare_cli.errors import Fault
from infoshare_cli.files.strict_yaml import Data, Document, Route

_SHOWN = frozenset(
    {"ask", "because", "caution", "do", "help", "hours", "notes", "says", "text", "title"}
    | {"unanswered", "use", "why"}
)
"""The keys whose texts people read. Labels and short names are no sentences, `origin` is a list
of sources, and what is printed in the guide is not ours to change."""
_NOT_OURS = "provenance"
"""Below this key stand the guide's own words and how they were checked."""
_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Measures:
    """What measures wording."""

    grade_of: Callable[[str], float]
    """The school grade that a text asks for: Flesch and Kincaid (1975)."""
    alike: Callable[[str, Sequence[str]], Iterable[int]]
    """The places of those among some sentences that are nearly the same as one."""


def open_measures() -> Measures | None:
    """What measures wording, or None where the extra is not installed."""
    try:
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extract
        from textstat_rs import flesch_kincaid_grade
    except ImportError:
        return None

    def alike(sentence: str, among: Sequence[str]) -> list[int]:
        near = extract(sentence, among, scorer=ratio, limit=None, score_cutoff=NEARLY_THE_SAME)
        return [place for _, _, place in near]

    return Measures(lambda text: flesch_kincaid_grade(text, lang="en_GB"), alike)


def check_wording(
    documents: Iterable[Document], terms: Sequence[str], measures: Measures
) -> Iterator[Fault]:
    """A warning for each text that is hard to read, and for each sentence like another."""
    shown = [
        (document, at, text) for document in documents for at, text in _texts(document.data, ())
    ]
    texts = [text for _, _, text in shown]
    for index, grade in hard_texts(texts, terms, measures.grade_of):
        document, at, text = shown[index]
        found = f"a text for school grade {grade:.1f}: {_begun(text)}"
        expected = f"grade {HIGHEST_GRADE:.0f} at most: shorter sentences, shorter words"
        yield document.fault(at, found, expected)
    for pair in near_pairs(texts, measures.alike):
        (before, there, _), (document, at, _) = shown[pair.first], shown[pair.second]
        place = _place(before.fault(there, "", ""), document.fault(at, "", ""))
        found = f"'{pair.other}', nearly the same as '{pair.sentence}' {place}"
        yield document.fault(at, found, "the same words, or words that plainly differ")


def _texts(data: Data, at: Route) -> Iterator[tuple[Route, str]]:
    """Every text that people read, with its place."""
    if isinstance(data, str):
        key = next((step for step in reversed(at) if isinstance(step, str)), "")
        if key in _SHOWN:
            yield at, data
        return
    parts: Iterable[tuple[str | int, Data]]
    parts = data.items() if isinstance(data, dict) else enumerate(data)
    for step, part in parts:
        if step != _NOT_OURS:
            yield from _texts(part, (*at, step))


def _begun(text: str) -> str:
    whole = " ".join(text.split())
    short = whole[:_LONGEST_SHOWN].rsplit(" ", 1)[0]
    return f"'{whole}'" if len(whole) <= _LONGEST_SHOWN else f"'{short} ...'"


def _place(there: Fault, here: Fault) -> str:
    if there.file != here.file:
        return f"in {there.file}, line {there.line}"
    return "in the same text" if there.line == here.line else f"on line {there.line}"
