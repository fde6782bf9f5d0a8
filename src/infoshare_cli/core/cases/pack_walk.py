"""The walk of one pack: its interview, with whatever is watched on the way."""

from collections.abc import Callable, Hashable, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from infoshare_cli.core.cases.behind import questions_behind
from infoshare_cli.core.cases.classes import AnswerClass, classes_of, decision_conditions, leaves_of
from infoshare_cli.core.cases.remaining import OpenRules, Remaining, key_of
from infoshare_cli.core.cases.walk import Look, Walk, walk
from infoshare_cli.core.conditions import Condition
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Standing, Verdict, go_on, stand, stand_alike, stand_on
from infoshare_cli.errors import GuidanceError


class Watch(Protocol):
    """Something that a walk is to tell apart, beside how a case is decided."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All that it looks at."""

    @property
    def questions(self) -> frozenset[str]:
        """The questions whose answers can change what is left of it."""

    def left(self, remaining: Remaining, answers: Answers) -> Hashable:
        """What of it is still open, equal where it can only turn out equal; None for nothing."""


@dataclass(frozen=True)
class Watched:
    """Watches whether a condition holds of a case."""

    name: str
    """Its own among all that is watched."""
    condition: Condition
    questions: frozenset[str]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The condition."""
        return (self.condition,)

    def left(self, remaining: Remaining, answers: Answers) -> Hashable:
        """What is left of the condition."""
        return remaining.condition(answers, self.condition, ("watched", self.name))


def watch_condition(guidance: Guidance, name: str, condition: Condition) -> Watched:
    """Watch whether a condition holds of a case; `name` is its own among all that is watched."""
    return Watched(name, condition, frozenset(questions_behind(guidance, condition)))


@dataclass(frozen=True, slots=True)
class Position:
    """Where an interview stands, and what is left of the decision and of all that is watched."""

    standing: Standing
    open_rules: OpenRules
    watched: tuple[Hashable, ...]


class PackWalker:
    """Walks the interview of one pack, from answers that are given.

    Positions where something watched could still turn out differently are kept apart, so that
    what holds of it at an end holds of every case that comes there.
    """

    def __init__(
        self, guidance: Guidance, given: Answers | None = None, watches: Sequence[Watch] = ()
    ) -> None:
        self._guidance = guidance
        self._given = given or {}
        self._watches = watches
        self._watching: dict[str, list[int]] = {}
        for index, watch in enumerate(watches):
            for question in watch.questions:
                self._watching.setdefault(question, []).append(index)
        self._remaining = Remaining(guidance)
        watched = (condition for watch in watches for condition in watch.conditions)
        self._leaves = leaves_of([*decision_conditions(guidance), *watched])
        self._classes: dict[str, tuple[AnswerClass, ...]] = {}
        self._stood: dict[Hashable, Standing] = {}

    def start(self) -> Position:
        """Where the interview stands on what is given."""
        standing = stand(self._guidance, self._given)
        open_rules = self._remaining.open_rules(standing.known, self._guidance.rules)
        watched = (watch.left(self._remaining, standing.known) for watch in self._watches)
        return Position(standing, open_rules, tuple(watched))

    def look(self, state: Position) -> Look[Verdict]:
        """The verdict, or the next question and what is left to decide."""
        standing = state.standing
        asks = standing.next.id if standing.next is not None else None
        key = (key_of(state.open_rules), state.watched)
        return Look(key, standing.known, asks, standing.verdict)

    def step(self, state: Position, question: str, answer: tuple[str, ...]) -> Position:
        """An answer that was given before it is asked for decides nothing until then."""
        if self._given:
            given = {**self._given, question: answer}
            standing = go_on(self._guidance, given, state.standing)
            fresh = standing.known.keys() - state.standing.known.keys()
            open_rules = self._open_rules(state, standing.known, fresh)
        else:
            fresh = {question}
            known = {**state.standing.known, question: answer}
            open_rules = self._open_rules(state, known, fresh)
            standing = self._stand(known, state.standing, key_of(open_rules))
        return Position(standing, open_rules, self._left_watched(state, standing.known, fresh))

    def _open_rules(self, state: Position, known: Answers, fresh: Set[str]) -> OpenRules:
        return self._remaining.open_rules_after(state.open_rules, known, fresh)

    def _stand(self, known: Answers, before: Standing, key: Hashable) -> Standing:
        """Where the interview stands; as it did where the same was left to decide."""
        if key in self._stood:
            return stand_alike(self._guidance, known, self._stood[key])
        standing = stand_on(self._guidance, known, before.rules)
        self._stood[key] = standing
        return standing

    def _left_watched(
        self, state: Position, known: Answers, fresh: Set[str]
    ) -> tuple[Hashable, ...]:
        left = list(state.watched)
        for question in fresh:
            for index in self._watching.get(question, ()):
                if left[index] is not None:
                    left[index] = self._watches[index].left(self._remaining, known)
        return tuple(left)

    def classes(self, question: str) -> tuple[AnswerClass, ...]:
        """What the decision, and what is watched, can see of an answer."""
        if question not in self._classes:
            asked = self._guidance.question_by_id[question]
            self._classes[question] = classes_of(asked, self._leaves[question])
        return self._classes[question]


@dataclass(frozen=True, slots=True)
class Gap:
    """A case for which a pack has no outcome."""

    known: Answers
    why: str


class OpenWalker:
    """Walks a pack as `PackWalker` does, and goes on where a case is left without an outcome."""

    def __init__(self, guidance: Guidance, watches: Sequence[Watch] = ()) -> None:
        self._pack = PackWalker(guidance, watches=watches)

    def start(self) -> Position | Gap:
        """The interview before its first answer."""
        return _or_gap({}, self._pack.start)

    def look(self, state: Position | Gap) -> Look[Verdict | Gap]:
        """The verdict, the next question, or that there is no outcome; all such cases are one."""
        if isinstance(state, Gap):
            return Look(("gap", state.why), state.known, None, state)
        look = self._pack.look(state)
        return Look(look.key, look.answers, look.asks, look.end)

    def step(self, state: Position | Gap, question: str, answer: tuple[str, ...]) -> Position | Gap:
        """The position after one more answer."""
        if isinstance(state, Gap):
            return state
        known = {**state.standing.known, question: answer}
        return _or_gap(known, lambda: self._pack.step(state, question, answer))

    def classes(self, question: str) -> tuple[AnswerClass, ...]:
        """What can be seen of an answer."""
        return self._pack.classes(question)


def _or_gap(known: Answers, find: Callable[[], Position]) -> Position | Gap:
    try:
        return find()
    except GuidanceError as error:
        return Gap(known, str(error))


def walk_pack(
    guidance: Guidance, given: Answers | None = None, watches: Sequence[Watch] = ()
) -> Walk[Verdict]:
    """Every way through the interview of a pack, from answers that are given.

    Args:
        watches: what each end is to tell of every case that comes there, see `watch_condition`.

    Raises:
        GuidanceError: the pack has no rule for some case.
        TooManyNodes: see `walk`.
    """
    return walk(PackWalker(guidance, given, watches))
