"""The walk that a proof looks at: every case, and what is broken at its end."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from infoshare_cli.core.cases.behind import questions_behind
from infoshare_cli.core.cases.classes import AnswerClass, leaves_of
from infoshare_cli.core.cases.pack_walk import Gap, OpenWalker, Position, Watch, watch_condition
from infoshare_cli.core.cases.remaining import Left, Remaining
from infoshare_cli.core.cases.walk import Look, Node, Walk
from infoshare_cli.core.conditions import Condition
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Action, Guidance
from infoshare_cli.core.interview import Verdict
from infoshare_cli.core.proof.properties import Property, finished_case, is_broken


@dataclass(frozen=True)
class End:
    """What became of the cases that come to an end."""

    came: Verdict | Gap
    broken: tuple[str, ...]
    """The ids of the properties that they break."""


@dataclass(frozen=True)
class _PropertyWatch:
    """Watches a property for as long as a case may still break it."""

    held: Property
    actions: Mapping[str, Condition]
    """The actions that it speaks of, and when each comes."""
    asked: frozenset[str]
    """The questions of which it says whether they are asked."""
    questions: frozenset[str]
    found: dict[tuple[object, ...], Hashable] = field(default_factory=dict)
    """What was left of it, by the answers to its questions."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return (*self.held.parts.values(), *self.actions.values())

    def left(self, remaining: Remaining, answers: Answers) -> Hashable:
        """What of it is still open; None once the case can break it no more."""
        key = tuple(map(answers.get, self.questions))
        if key not in self.found:
            self.found[key] = self._left(remaining, answers)
        return self.found[key]

    def _left(self, remaining: Remaining, answers: Answers) -> Hashable:
        held, parts = self.held, dict[str, Left]()
        for name, condition in held.parts.items():
            parts[name] = remaining.condition(answers, condition, (held.id, name))
        truths = {name: truth for name, (truth, _) in parts.items()}
        kept = truths.get("always", True) is True and truths.get("never", False) is False
        if kept or truths.get("when") is False:
            return None
        actions = (
            remaining.condition(answers, when, ("action", action))
            for action, when in self.actions.items()
        )
        return (*parts.values(), self.asked.intersection(answers), *actions)


class ProofWalker:
    """Walks a pack that may have gaps, and tells of each end what is broken there."""

    def __init__(self, guidance: Guidance, properties: Sequence[Property]) -> None:
        self._guidance = guidance
        self._properties = [each for each in properties if each.parts]
        self._actions = {each.id: actions_of(guidance, [each]) for each in self._properties}
        self._breaks: dict[Hashable, bool] = {}
        watches: list[Watch] = [_watch(guidance, each) for each in self._properties]
        watches += [
            watch_condition(guidance, f"follow-up {each.question}", each.when)
            for each in guidance.follow_ups
        ]
        self._cases = OpenWalker(guidance, watches)

    def start(self) -> Position | Gap:
        """The interview before its first answer."""
        return self._cases.start()

    def look(self, state: Position | Gap) -> Look[End]:
        """The next question; or what it came to. Ends that came to the same are one."""
        look = self._cases.look(state)
        if look.end is None:
            return Look(look.key, look.answers, look.asks, None)
        if isinstance(state, Gap) or isinstance(look.end, Gap):
            return Look(look.key, look.answers, None, End(look.end, ()))
        came_to = _came_to(look.end)
        broken = tuple(self._broken(state, look.end, came_to))
        follow_ups = state.watched[len(self._properties) :]
        key = ("end", *came_to, broken, follow_ups)
        return Look(key, look.answers, None, End(look.end, broken))

    def _broken(self, state: Position, verdict: Verdict, came_to: Hashable) -> Iterator[str]:
        """Where the same is left of a property, and the end is the same, all break it or none."""
        for held, left in zip(self._properties, state.watched, strict=False):
            if left is not None:
                alike = (held.id, left, came_to)
                if alike not in self._breaks:
                    known = state.standing.known
                    actions = self._actions[held.id]
                    case = finished_case(self._guidance, known, verdict, actions)
                    self._breaks[alike] = is_broken(case, held)
                if self._breaks[alike]:
                    yield held.id

    def step(self, state: Position | Gap, question: str, answer: tuple[str, ...]) -> Position | Gap:
        """The position after one more answer."""
        return self._cases.step(state, question, answer)

    def classes(self, question: str) -> tuple[AnswerClass, ...]:
        """What can be seen of an answer."""
        return self._cases.classes(question)


def _came_to(verdict: Verdict) -> tuple[str, str, str | None]:
    return verdict.rule.id, verdict.outcome.id, verdict.consent_from


def _watch(guidance: Guidance, held: Property) -> _PropertyWatch:
    actions = {each.id: each.when for each in actions_of(guidance, [held])}
    leaves = leaves_of(held.parts.values())
    asked = frozenset(option for leaf in leaves.get("asked", ()) for option in leaf.options)
    conditions = (*held.parts.values(), *actions.values())
    behind = asked.union(*(questions_behind(guidance, each) for each in conditions))
    return _PropertyWatch(held, actions, asked, behind)


def actions_of(guidance: Guidance, properties: Iterable[Property]) -> list[Action]:
    """The actions that properties speak of."""
    leaves = leaves_of(part for each in properties for part in each.parts.values())
    named = {option for leaf in leaves.get("action", ()) for option in leaf.options}
    return [each for each in guidance.actions if each.id in named]


def verdicts_of(walked: Walk[End]) -> Iterator[tuple[int, Node[End], Verdict]]:
    """The ends that have a verdict, each with its index and its node."""
    for index in walked.ends:
        end = walked.nodes[index].end
        if end is not None and isinstance(end.came, Verdict):
            yield index, walked.nodes[index], end.came
