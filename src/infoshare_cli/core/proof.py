"""Proof: the laws of every pack, and a pack's own properties, over every case there is.

The cases are walked through the engine itself. What does not hold comes with the shortest
case that shows it, as answers that can be given to the interview.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from infoshare_cli.core.classes import leaves_of
from infoshare_cli.core.condition_words import outcome_in_words
from infoshare_cli.core.conditions import Condition
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Action, Citation, Guidance, Question
from infoshare_cli.core.interview import Standing, Verdict, after, stand
from infoshare_cli.core.properties import Property, finished_case, is_broken
from infoshare_cli.core.remaining import Left, Remaining, questions_behind
from infoshare_cli.core.walk import (
    MOST_NODES,
    Gap,
    Node,
    OpenWalker,
    Walk,
    Watch,
    walk,
    watch_condition,
)

LAWS: Mapping[str, str] = {
    "one-outcome": "Every case comes to exactly one outcome.",
    "every-rule-decides": "Every rule decides some case.",
    "every-question-asked": "Every question is asked in some case.",
    "no-idle-question": "No question is idle: its answers never all lead to the same end.",
    "unasked-changes-nothing": "An answer that was not asked for never changes the outcome.",
}
"""What must hold of every pack. Exactly one: the first rule that fits decides, so never two."""


@dataclass(frozen=True)
class Finding:
    """What became of one law or property."""

    id: str
    says: str
    source: tuple[Citation, ...]
    holds: bool
    why: str = ""
    """What is wrong, where it does not hold."""
    cases: int = 0
    """How many cases break it, where it is about cases."""
    example: Answers | None = None
    """The shortest case that shows it, where a case can."""


@dataclass(frozen=True)
class Proof:
    """What was proved of a pack, and over how many cases."""

    digest: str
    """Of the pack that was walked."""
    cases: int
    """Every complete set of answers that the interview can ask for, exactly."""
    classes: int
    """Cases that no condition tells apart are one class."""
    nodes: int
    """Positions, of which those with the same future are one."""
    shortest: int
    """Questions, of the shortest interview."""
    mean: float
    """Questions, over the classes."""
    longest: int
    laws: tuple[Finding, ...]
    properties: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether everything holds."""
        return all(finding.holds for finding in (*self.laws, *self.properties))


def prove(
    guidance: Guidance,
    properties: Sequence[Property],
    limit: int = MOST_NODES,
    progress: Callable[[int, int], None] = lambda _done, _waiting: None,
) -> Proof:
    """Walk every case of a pack, and tell what holds and what does not.

    Args:
        limit: how many positions there may be.
        progress: told from time to time how many positions are done and how many wait.

    Raises:
        TooManyNodes: there are more positions.
    """
    watches: list[Watch] = [
        watch_condition(guidance, f"follow-up {each.question}", each.when)
        for each in guidance.follow_ups
    ]
    watches += [_watch(guidance, each) for each in properties if each.conditions]
    walked = walk(OpenWalker(guidance, watches), limit, progress)
    laws = tuple(_laws(guidance, walked))
    finished = tuple(_finished(guidance, walked, properties))
    lengths = walked.lengths
    classes = sum(lengths.values())
    return Proof(
        digest=guidance.digest,
        cases=sum(walked.cases_to[end] for end in walked.ends),
        classes=classes,
        nodes=len(walked.nodes),
        shortest=min(lengths),
        mean=sum(length * ways for length, ways in lengths.items()) / classes,
        longest=max(lengths),
        laws=laws,
        properties=tuple(_property(walked, finished, each, laws) for each in properties),
    )


Ending = Verdict | Gap


@dataclass(frozen=True)
class _PropertyWatch:
    """Watches a property for as long as a case may still keep or break it."""

    held: Property
    actions: Mapping[str, Condition]
    """The actions that it speaks of, and when each comes."""
    asked: frozenset[str]
    """The questions of which it says whether they are asked."""
    questions: frozenset[str]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return (*self.held.conditions, *self.actions.values())

    def left(self, remaining: Remaining, answers: Answers) -> Hashable:
        """What of it is still open; None once the case can break it no more."""
        held, parts = self.held, dict[str, Left]()
        for name in ("when", "always", "never"):
            condition = getattr(held, name)
            if condition is not None:
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


def _watch(guidance: Guidance, held: Property) -> _PropertyWatch:
    actions = {each.id: each.when for each in _actions_of(guidance, [held])}
    leaves = leaves_of(held.conditions)
    asked = frozenset(option for leaf in leaves.get("asked", ()) for option in leaf.options)
    conditions = (*held.conditions, *actions.values())
    behind = asked.union(*(questions_behind(guidance, each) for each in conditions))
    return _PropertyWatch(held, actions, asked, behind)


def _actions_of(guidance: Guidance, properties: Sequence[Property]) -> list[Action]:
    """The actions that properties speak of."""
    leaves = leaves_of(part for each in properties for part in each.conditions)
    named = {option for leaf in leaves.get("action", ()) for option in leaf.options}
    return [each for each in guidance.actions if each.id in named]


# The laws


def _laws(guidance: Guidance, walked: Walk[Ending]) -> Iterator[Finding]:
    yield _one_outcome(guidance, walked)
    yield _every_rule_decides(guidance, walked)
    yield _every_question_asked(guidance, walked)
    yield _no_idle_question(walked)
    yield _unasked_changes_nothing(guidance, walked)


def _one_outcome(guidance: Guidance, walked: Walk[Ending]) -> Finding:
    """No case without an outcome; and where it is about consent, it says whose."""
    people = {label.id for label in guidance.consent_from}
    wrong: dict[int, str] = {}
    for index in walked.ends:
        end = walked.nodes[index].end
        if isinstance(end, Gap):
            wrong[index] = end.why
        elif end and end.outcome.consent_from and end.consent_from not in people:
            wrong[index] = (
                f"The rule {end.rule.id} comes to {end.outcome.id}, but whose consent that is "
                f"({end.consent_from or 'nobody'}) is not one of those who may be asked."
            )
    return _about_cases("one-outcome", walked, wrong)


def _every_rule_decides(guidance: Guidance, walked: Walk[Ending]) -> Finding:
    deciding = {end.rule.id for _, _, end in _verdicts(walked)}
    idle = [rule.id for rule in guidance.rules if rule.id not in deciding]
    return _law("every-rule-decides", f"No case comes to {_named('rule', idle)}." if idle else "")


def _every_question_asked(guidance: Guidance, walked: Walk[Ending]) -> Finding:
    asked = {node.asks for node in walked.nodes}
    for _, node, end in _verdicts(walked):
        if asked >= guidance.question_by_id.keys():
            break
        standing = Standing(node.answers, (), None, end)
        asked |= _asked_afterwards(guidance, node.answers, standing)
    missing = [question for question in guidance.question_by_id if question not in asked]
    why = f"No case asks {_named('question', missing)}." if missing else ""
    return _law("every-question-asked", why)


def _asked_afterwards(guidance: Guidance, given: Answers, standing: Standing) -> set[str]:
    """The follow-ups that some answers to the others can bring up."""
    still_open = after(guidance, given, standing).open
    if not still_open:
        return set()
    question = guidance.question_by_id[still_open[0].question]
    ways = ({**given, question.id: answer} for answer in _some_answers(question))
    return {question.id}.union(*(_asked_afterwards(guidance, way, standing) for way in ways))


def _some_answers(question: Question) -> Iterator[tuple[str, ...]]:
    """Each option by itself, and all that may stand together."""
    yield from ((option.id,) for option in question.options)
    if question.kind == "many":
        beside = (option.id for option in question.options if option.id not in question.alone)
        yield tuple(beside)


def _no_idle_question(walked: Walk[Ending]) -> Finding:
    """A question is idle where all its answers leave one outcome, or the very same future."""
    futures: dict[Hashable, int] = {}
    future_of: list[int] = [0] * len(walked.nodes)
    ends_of: list[frozenset[Hashable]] = [frozenset()] * len(walked.nodes)
    wrong: dict[int, str] = {}
    for index in reversed(range(len(walked.nodes))):
        node = walked.nodes[index]
        ways = tuple(future_of[branch.to] for branch in node.branches)
        future = (node.asks, ways) if node.asks is not None else _came_by(node.end)
        future_of[index] = futures.setdefault(future, len(futures))
        ends_of[index] = frozenset().union(*(ends_of[branch.to] for branch in node.branches))
        if node.asks is None:
            ends_of[index] = frozenset([_came_to(node.end)])
        elif len({*ways}) == 1 or len(ends_of[index]) == 1:
            wrong[index] = f"Whatever is answered to {node.asks} here, it comes to the same."
    return _about_cases("no-idle-question", walked, wrong)


def _came_to(end: Ending | None) -> Hashable:
    return (end.outcome.id, end.consent_from) if isinstance(end, Verdict) else "no outcome"


def _came_by(end: Ending | None) -> Hashable:
    """What it came to, and the reason for it."""
    return (_came_to(end), end.rule.id) if isinstance(end, Verdict) else "no outcome"


def _unasked_changes_nothing(guidance: Guidance, walked: Walk[Ending]) -> Finding:
    """Every end again, with an answer to each question that was not asked."""
    wrong: dict[int, str] = {}
    for index, node, end in _verdicts(walked):
        # The first answer and the last; which of them, is as good as drawn.
        place = -(index % 2)
        others = {each.id: (each.options[place].id,) for each in guidance.questions}
        again = stand(guidance, {**others, **node.answers})
        if again.verdict != end or again.known != node.answers:
            wrong[index] = "Answers that were not asked for change what it comes to."
    return _about_cases("unasked-changes-nothing", walked, wrong)


def _law(law: str, why: str) -> Finding:
    return Finding(law, LAWS[law], (), holds=not why, why=why)


def _about_cases(law: str, walked: Walk[Ending], wrong: Mapping[int, str]) -> Finding:
    return _with_cases(_law(law, ""), walked, wrong)


def _with_cases(finding: Finding, walked: Walk[Ending], wrong: Mapping[int, str]) -> Finding:
    """The finding with the shortest of the cases that break it, and how many there are."""
    if not wrong:
        return finding
    example = min(wrong, key=lambda index: (len(walked.nodes[index].answers), index))
    cases = sum(walked.cases_to[index] for index in wrong)
    answers = walked.nodes[example].answers
    return replace(finding, holds=False, why=wrong[example], cases=cases, example=answers)


# The properties


@dataclass(frozen=True)
class _Finished:
    """An end of the walk, with what a property may say of the cases that come there."""

    index: int
    verdict: Verdict
    case: Evaluation


def _finished(
    guidance: Guidance, walked: Walk[Ending], properties: Sequence[Property]
) -> Iterator[_Finished]:
    actions = _actions_of(guidance, properties)
    for index, node, end in _verdicts(walked):
        yield _Finished(index, end, finished_case(guidance, node.answers, end, actions))


def _property(
    walked: Walk[Ending], finished: Sequence[_Finished], held: Property, laws: Sequence[Finding]
) -> Finding:
    for law in laws:
        if law.id in held.laws and not law.holds:
            return replace(law, id=held.id, says=held.says, source=held.source)
    wrong = {
        each.index: _by_rule(each.verdict)
        for each in finished
        if held.conditions and is_broken(each.case, held)
    }
    kept = Finding(held.id, held.says, held.source, holds=not wrong)
    return _with_cases(kept, walked, wrong)


def _by_rule(verdict: Verdict) -> str:
    return f"By the rule {verdict.rule.id} it comes to: {outcome_in_words(verdict.outcome)}."


def _verdicts(walked: Walk[Ending]) -> Iterator[tuple[int, Node[Ending], Verdict]]:
    for index in walked.ends:
        end = walked.nodes[index].end
        if isinstance(end, Verdict):
            yield index, walked.nodes[index], end


def _named(kind: str, ids: Sequence[str]) -> str:
    plural = kind if len(ids) == 1 else f"{kind}s"
    return f"the {plural} {', '.join(ids)}"
