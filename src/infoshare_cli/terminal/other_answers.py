"""Other answers than the one given, in words that follow "if": 'consent were refused'."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from infoshare_cli.core.condition_words import both, either, options_in_words, subject_in_words
from infoshare_cli.core.firmness import Kind, is_doubt
from infoshare_cli.core.guidance import Guidance, Question

MOST_NAMED = 4
"""Answers in one short sentence; of more, the first is named and the others are counted."""

Difference = Literal["doubt", "left out", "added", "other", "far"]
_DIFFERENCES: tuple[Difference, ...] = ("doubt", "left out", "added", "other", "far")
"""How an answer can differ from the one given, what is told first in front."""


@dataclass(frozen=True)
class _Step:
    """How one answer differs from the one given."""

    difference: Difference
    options: tuple[str, ...]
    """What was left out or added; else the whole answer."""


def ifs_in_words(
    guidance: Guidance,
    question: Question,
    given: tuple[str, ...],
    kinds: Sequence[Kind],
    *,
    short: bool,
) -> tuple[str, ...]:
    """What the answer would have to be, a doubt first: 'you were not sure about consent'.

    An answer that is more than a step away is told only where no nearer one is among them.

    Args:
        short: count the others where there are many answers, in place of naming all.
    """
    steps = [step for kind in kinds for step in _told(guidance, question, given, kind)]
    named = _Named(guidance, question, given, short)
    found = {
        each: [step.options for step in steps if step.difference == each] for each in _DIFFERENCES
    }
    near = any(found[each] for each in _DIFFERENCES if each != "far")
    told = (each for each in _DIFFERENCES if found[each] and (each != "far" or not near))
    return tuple(named.sentence(each, found[each]) for each in told)


def _told(
    guidance: Guidance, question: Question, given: tuple[str, ...], kind: Kind
) -> Iterator[_Step]:
    """A doubt; and of all else in a kind, what differs as is told first."""
    steps = [_step(guidance, question, given, answer) for answer in kind]
    yield from (step for step in steps if step.difference == "doubt")
    facts = [step for step in steps if step.difference != "doubt"]
    there = [each for each in _DIFFERENCES if any(step.difference == each for step in facts)]
    yield from (step for step in facts if step.difference in there[:1])


def _step(
    guidance: Guidance, question: Question, given: tuple[str, ...], answer: tuple[str, ...]
) -> _Step:
    if is_doubt(guidance, question.id, answer):
        return _Step("doubt", answer)
    if len(given) == len(answer) + 1 and set(given) > set(answer):
        return _Step("left out", tuple(each for each in given if each not in answer))
    if set(given) < set(answer):
        return _Step("added", tuple(each for each in answer if each not in given))
    return _Step("other" if len(answer) == 1 else "far", answer)


@dataclass(frozen=True)
class _Named:
    """A question and the answer to it, in sentences on what it might have been."""

    guidance: Guidance
    question: Question
    given: tuple[str, ...]
    short: bool

    def sentence(self, difference: Difference, found: Sequence[tuple[str, ...]]) -> str:
        """What differs, in the words of the pack."""
        name = subject_in_words(self.guidance, self.question.id)
        match difference:
            case "doubt":
                return f"you were not sure about {name}"
            case "left out" if len(found) == len(self.given) > 2:
                return f"anything were missing from {name}"
            case "left out":
                return f"{name} did not include {self._any_of(found)}"
            case "added" if self._is_all_the_rest(found[0]):
                return f"{name} also included all the rest"
            case "added":
                return f"{name} also included {self._any_of(found)}"
        return f"{name} were {self._any_of(found)}"

    def _any_of(self, found: Sequence[tuple[str, ...]]) -> str:
        words = [both(options_in_words(self.guidance, self.question.id, each)) for each in found]
        if self.short and len(words) > MOST_NAMED:
            return f"{words[0]}, or one of {len(words) - 1} others"
        return either(words)

    def _is_all_the_rest(self, added: tuple[str, ...]) -> bool:
        every = {option.id for option in self.question.options} - {*self.question.alone}
        return len(added) > 1 and every == {*self.given, *added}
