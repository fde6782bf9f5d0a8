"""Conditions and answers as a person reads them, in the pack's own words.

What the pack has a short word for is called by it; what it has none for, by its label in
quotation marks. Every condition has words, those that speak of an outcome among them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    HasAll,
    HasAny,
    Holds,
    IsOneOf,
    Leaf,
)
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Outcome, Question

_FEW = 2
"""Outcomes that are left out: so few are told sooner than all the others."""


@dataclass(frozen=True)
class Line:
    """One line of a condition that is laid out over several."""

    text: str
    depth: int
    """How far it stands in: 0 for the first line; the parts of a group stand one further in."""


def in_words(guidance: Guidance, condition: Condition) -> str:
    """A condition in one line, to follow "when": 'the worry is not sure, and consent is given'."""
    match condition:
        case All(parts):
            return ", and ".join(_part_in_words(guidance, part) for part in parts)
        case Any(parts):
            return "either " + ", or ".join(_part_in_words(guidance, part) for part in parts)
        case Holds(fact):
            return _says(guidance, fact)
        case Fails(fact):
            return f"it is not so that {_says(guidance, fact)}"
        case Comes(choice, values):
            return f"{choice_in_words(guidance, choice)} is {either(_values(guidance, values))}"
    return _leaf_in_words(_named(guidance, condition.question), condition)


def lines_in_words(guidance: Guidance, condition: Condition) -> tuple[Line, ...]:
    """A condition line by line; a group of conditions has a line that says how they are joined."""
    return tuple(_lines(guidance, condition, 0))


def answers_in_words(guidance: Guidance, answers: Answers) -> tuple[tuple[str, str], ...]:
    """Each question's short name, and the labels of the chosen options in the pack's order."""
    named = ((_named(guidance, question), chosen) for question, chosen in answers.items())
    return tuple((begun(name.short), "; ".join(name.labels_of(chosen))) for name, chosen in named)


def subject_in_words(guidance: Guidance, subject: str) -> str:
    """A question, or what of the outcome is like one, as it is called in a sentence: 'consent'."""
    return _named(guidance, subject).short


def options_in_words(guidance: Guidance, subject: str, options: Sequence[str]) -> list[str]:
    """Options of a question, or of what is like one, as they are called after "is"."""
    return _named(guidance, subject).words_of(options)


def choice_in_words(guidance: Guidance, choice: str) -> str:
    """A choice as it is called in a sentence."""
    return next(
        each.short or f"the answer to {_quoted(each.says)}"
        for each in guidance.choices
        if each.id == choice
    )


def outcome_in_words(outcome: Outcome) -> str:
    """An outcome in a few words: 'take advice'."""
    return outcome.short or _quoted(outcome.title)


def either(words: Sequence[str]) -> str:
    """'a', 'a or b', 'a, b or c'."""
    return _joined(words, "or")


def both(words: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return _joined(words, "and")


def spelled(word: str) -> str:
    """An id as words; "nothing" for none."""
    return word.replace("_", " ").replace("-", " ") or "nothing"


def begun(text: str) -> str:
    """The text as a line begins with it: its first letter large."""
    return text[:1].upper() + text[1:]


def _part_in_words(guidance: Guidance, part: Condition) -> str:
    words = in_words(guidance, part)
    return f"({words})" if isinstance(part, All | Any) else words


def _lines(guidance: Guidance, condition: Condition, depth: int) -> Iterator[Line]:
    match condition:
        case All(parts) | Any(parts):
            joined = "All of these:" if isinstance(condition, All) else "At least one of these:"
            yield Line(joined, depth)
            for part in parts:
                yield from _lines(guidance, part, depth + 1)
        case _:
            yield Line(begun(in_words(guidance, condition)), depth)


@dataclass(frozen=True)
class _Named:
    """What a leaf speaks of: a question, or something of the outcome that is like one."""

    short: str
    words: Mapping[str, str]
    """Option -> what it is called after "is" or "includes"."""
    labels: Mapping[str, str]
    alone: tuple[str, ...] = ()
    of_case: bool = False
    """Whether it is a question: something that is asked, and not something that comes out."""

    def words_of(self, options: Sequence[str]) -> list[str]:
        """What options are called, in the order given."""
        return [self.words.get(option) or spelled(option) for option in options]

    def labels_of(self, options: Sequence[str]) -> list[str]:
        """The labels of options, in the order of the pack."""
        known = [option for option in self.labels if option in options]
        unknown = [option for option in options if option not in self.labels]
        return [*(self.labels[option] for option in known), *map(spelled, unknown)]


def _named(guidance: Guidance, subject: str) -> _Named:
    question = guidance.question_by_id.get(subject)
    if question is not None:
        return _question(question)
    words = _of_outcome(guidance, subject)
    short = _SHORT_OF_OUTCOME.get(subject, spelled(subject))
    return _Named(short, words, words)


def _question(question: Question) -> _Named:
    return _Named(
        _question_name(question),
        {each.id: each.short or _quoted(each.label) for each in question.options},
        {each.id: each.label for each in question.options},
        question.alone,
        of_case=True,
    )


_SHORT_OF_OUTCOME = {
    "outcome": "the outcome",
    "consent_from": "the one whose consent the outcome names",
    "asked": "the list of questions asked",
    "action": "the list of actions",
    "has": "what comes with the outcome",
}
_CARRIED = {"reason": "a reason", "page": "a page of the guide", "contact": "a contact"}


def _of_outcome(guidance: Guidance, subject: str) -> Mapping[str, str]:
    match subject:
        case "outcome":
            return {each.id: outcome_in_words(each) for each in guidance.outcomes}
        case "consent_from":
            return {each.id: each.short or each.label for each in guidance.consent_from}
        case "asked":
            return {each.id: _question_name(each) for each in guidance.questions}
        case "action":
            return {each.id: _quoted(_first_sentence(each.text)) for each in guidance.actions}
        case "has":
            return _CARRIED
    return {}


def _leaf_in_words(name: _Named, leaf: Leaf) -> str:
    words = name.words_of(leaf.options)
    alone = set(leaf.options) <= set(name.alone)
    match leaf:
        case IsOneOf():
            return f"{name.short} is {_all_but(name, leaf.options) or either(words)}"
        case HasAny():
            return f"{name.short} {_has_any(name, leaf.options)}"
        case HasAll():
            return f"{name.short} {'is' if alone else 'includes'} {_all_of(words)}"
    return f"{name.short} {_lacks(words, alone=alone)}"


def _all_but(name: _Named, options: Sequence[str]) -> str:
    """Most of the outcomes, told by those that are left out; '' where they are better listed.

    Answers are always listed: a "not sure" among them must be seen.
    """
    left = [option for option in name.words if option not in options]
    if name.of_case or len(left) > _FEW or len(options) <= _FEW * 2:
        return ""
    return f"any but {either(name.words_of(left))}" if left else "any at all"


def _has_any(name: _Named, options: Sequence[str]) -> str:
    """What stands alone is the whole answer, so the answer `is` it and does not include it."""
    beside = name.words_of([option for option in options if option not in name.alone])
    alone = name.words_of([option for option in options if option in name.alone])
    said = ((verb, words) for verb, words in (("is", alone), ("includes", beside)) if words)
    return " or ".join(f"{verb} {either(words)}" for verb, words in said)


def _all_of(words: Sequence[str]) -> str:
    if len(words) < 2:
        return both(words)
    return f"{'both' if len(words) == 2 else 'all of'} {both(words)}"


def _lacks(words: Sequence[str], *, alone: bool) -> str:
    if len(words) == 1:
        return f"{'is not' if alone else 'does not include'} {words[0]}"
    return f"{'is' if alone else 'includes'} none of {both(words)}"


def _says(guidance: Guidance, fact: str) -> str:
    return next(_quoted(each.says) for each in guidance.facts if each.id == fact)


def _values(guidance: Guidance, values: Sequence[str]) -> list[str]:
    """A value may be somebody who consents, or an outcome; any other one is a word of its own."""
    words = {**_of_outcome(guidance, "outcome"), **_of_outcome(guidance, "consent_from")}
    return [words.get(value) or spelled(value) for value in values]


def _question_name(question: Question) -> str:
    return question.short or spelled(question.id)


def _quoted(sentence: str) -> str:
    return f'"{sentence.removesuffix(".")}"'


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0]


def _joined(words: Sequence[str], word: str) -> str:
    *others, last = words
    return f"{', '.join(others)} {word} {last}" if others else last
