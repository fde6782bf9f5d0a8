"""How firm an outcome is: which single answers, had they been others, would have changed it.

What another answer leads to is told by the interview itself, as if the person had gone back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from infoshare_cli.core.cases.classes import Seen, seen_of
from infoshare_cli.core.cases.futures import Futures
from infoshare_cli.core.change import change_answer
from infoshare_cli.core.checks.not_sure import NOT_SURE
from infoshare_cli.core.condition_words import spelled
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Standing, stand
from infoshare_cli.core.near_answers import near_answers

Kind = tuple[tuple[str, ...], ...]
"""Answers to a question that the rules do not tell apart, the nearest to the one given first."""


@dataclass(frozen=True)
class Otherwise:
    """One kind of other answers to a question, and where they would lead."""

    question: str
    answers: Kind
    """Never empty; those that are one step away, or else one that stands for the kind."""
    outcomes: tuple[str, ...]
    """In the order of the pack; empty where the rules have none for the changed case."""
    settled: bool
    """Whether the changed answer is enough; else more would be asked, and any of these may come."""


@dataclass(frozen=True)
class Firmness:
    """What an outcome rests on, and which single answers would change it."""

    outcome: str
    rests_on: Answers
    """What the interview asked for on the way to the outcome, in that order."""
    changes: tuple[Otherwise, ...]
    """Every kind of other answers that would or could change the outcome, most useful first."""

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions whose answers decide."""
        return tuple(dict.fromkeys(each.question for each in self.changes))

    @property
    def only(self) -> str | None:
        """The question where only one answer decides; None where more do, or none."""
        return self.questions[0] if len(self.questions) == 1 else None


def how_firm(guidance: Guidance, answers: Answers, futures: Futures | None = None) -> Firmness:
    """How firm the outcome of a case is.

    An answer that the rules do not tell from the one given counts as the same. What was given
    about a changed answer is set aside, so it may come out otherwise too.

    Args:
        answers: enough for an outcome.
        futures: of the same pack; those of an interview that has looked ahead are quicker.

    Raises:
        GuidanceError: the pack has no rule for this case.
    """
    standing = stand(guidance, answers)
    assert standing.verdict is not None
    outcome = standing.verdict.outcome.id
    stood = tuple(_on_the_way(guidance, standing.known))
    case = _Case(guidance, answers, outcome, stood, futures or Futures(guidance))
    found = [each for question in reversed(standing.asked) for each in case.changes(question)]
    changes = _useful_first(guidance, standing.known, outcome, found)
    return Firmness(outcome, standing.known, changes)


def is_doubt(guidance: Guidance, question: str, answer: tuple[str, ...]) -> bool:
    """Whether an answer says that the person is not sure.

    Where the pack has another word for it, such as "not decided", it tells a fact and no doubt.
    """
    options = guidance.question_by_id[question].options
    words = (option.short for option in options if (option.id,) == answer == (NOT_SURE,))
    return any(word in {"", spelled(NOT_SURE)} for word in words)


def _on_the_way(guidance: Guidance, known: Answers) -> Iterator[Standing]:
    """Where an interview stood at each question, and at its end."""
    for count in range(len(known) + 1):
        yield stand(guidance, dict(islice(known.items(), count)))


@dataclass(frozen=True)
class _Case:
    """A decided case whose answers are changed one by one."""

    guidance: Guidance
    answers: Answers
    outcome: str
    stood: tuple[Standing, ...]
    """Where the interview stood before its first answer, after it, and so on."""
    futures: Futures

    def changes(self, question: str) -> Iterator[Otherwise]:
        """The other answers to a question that would or could change the outcome."""
        for kind in self._other_kinds(question):
            answers = change_answer(self.guidance, self.answers, question, kind[0]).answers
            future = self.futures.of(answers, self._last_alike(answers))
            if future.outcomes != {self.outcome}:
                ends = (each for each in self.guidance.outcome_by_id if each in future.outcomes)
                yield Otherwise(question, kind, tuple(ends), not future.most)

    def _last_alike(self, answers: Answers) -> Standing:
        """Where the interview stood last before anything was different."""
        asked = self.stood[-1].asked
        alike = takewhile(lambda each: answers.get(each) == self.answers[each], asked)
        return self.stood[len(list(alike))]

    def _other_kinds(self, question: str) -> Iterator[Kind]:
        leaves, given = self.futures.leaves[question], self.answers[question]
        near: dict[Seen, Kind] = {}
        for answer in near_answers(self.guidance.question_by_id[question], given):
            seen = seen_of(leaves, answer)
            near[seen] = (*near.get(seen, ()), answer)
        for each in self.futures.classes(question):
            seen = seen_of(leaves, each.answer)
            if seen != seen_of(leaves, given):
                yield near.get(seen, (each.answer,))


def _useful_first(
    guidance: Guidance, given: Answers, outcome: str, found: Sequence[Otherwise]
) -> tuple[Otherwise, ...]:
    """First a doubt, then another fact, then the rest; what was asked last comes first.

    Who answered one way while not quite sure needs to hear most of all where the doubt would have
    led, or where it leads once it is settled. Next to that it helps to see which fact turns the
    outcome into one that speaks for another decision. The answers given last are those that this
    case turned on; those given first are asked in every case, and change nearly every outcome.
    """

    def doubtful(each: Otherwise) -> int:
        """0 for the most useful doubt; 4 for none."""
        if is_doubt(guidance, each.question, given[each.question]):
            return 0 if each.settled else 2
        if any(is_doubt(guidance, each.question, answer) for answer in each.answers):
            return 1 if each.settled else 3
        return 4

    def turns(each: Otherwise) -> bool:
        agreed = guidance.outcome_by_id[outcome].agrees_with
        ends = (guidance.outcome_by_id[end].agrees_with for end in each.outcomes)
        return each.settled and all(set(agreed).isdisjoint(end) for end in ends)

    doubts = sorted((each for each in found if doubtful(each) < 4), key=doubtful)
    first = [each.question for each in doubts[:1]]
    facts = [each for each in found if each.question not in first and doubtful(each) == 4]
    facts = [each for each in facts if turns(each)]
    return tuple(_once([*doubts[:1], *facts[:1], *found]))


def _once(changes: Sequence[Otherwise]) -> Iterator[Otherwise]:
    for index, each in enumerate(changes):
        if each not in changes[:index]:
            yield each
