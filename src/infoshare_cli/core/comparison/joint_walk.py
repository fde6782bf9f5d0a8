"""Two packs walked side by side: every case that either interview tells apart.

Whatever one interview asks for is known to the other, which takes it up once it needs it.
So each goes exactly the way that it would go alone, and no answer is asked for twice.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from infoshare_cli.core.cases.behind import conditions_of, questions_behind
from infoshare_cli.core.cases.classes import (
    AnswerClass,
    Seen,
    classes_of,
    decision_conditions,
    leaves_of,
    seen_of,
)
from infoshare_cli.core.cases.remaining import Remaining
from infoshare_cli.core.cases.walk import Look
from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    Holds,
    Leaf,
)
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.interview import Standing, Verdict, go_on, stand
from infoshare_cli.errors import GuidanceError


@dataclass(frozen=True, slots=True)
class JointEnd:
    """What a case comes to in each of two packs."""

    old: Verdict | None
    """None where the pack has no rule for the case."""
    new: Verdict | None
    only_old: frozenset[str] = frozenset()
    """The questions that only the old interview asked."""
    only_new: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class JointState:
    """Where both interviews stand."""

    pool: Answers
    """All that was asked by either, in that order."""
    old: Standing | None
    """None once the pack was found to have no rule for the case."""
    new: Standing | None


class OneSide:
    """One of the two interviews: where it stands, and what its future depends on."""

    def __init__(self, guidance: Guidance) -> None:
        self.guidance = guidance
        self.remaining = Remaining(guidance)
        self.rank = _ranks(guidance)
        self._leaves = leaves_of(decision_conditions(guidance))

    def stand(self, pool: Answers, since: Standing | None = None) -> Standing | None:
        """Where the interview stands; None where the pack has no rule for the case."""
        try:
            return go_on(self.guidance, pool, since) if since else stand(self.guidance, pool)
        except GuidanceError:
            return None

    def step(self, since: Standing | None, pool: Answers, question: str) -> Standing | None:
        """Where it stands once the answer to a question is there too."""
        if since is None or since.next is None or since.next.id != question:
            return since
        return self.stand(pool, since)

    def waiting(self, standing: Standing | None, pool: Answers) -> dict[str, tuple[str, ...]]:
        """Answers that the interview has not asked for and still may."""
        unused = _unused(standing, pool)
        if not unused or standing is None or standing.verdict is not None:
            return {}
        still_open = self._open_questions(standing)
        return {question: pool[question] for question in unused if question in still_open}

    def future(self, standing: Standing | None, waiting: Answers) -> Hashable:
        """Equal where the interview goes on equally and comes to the same."""
        if standing is None:
            return None
        if standing.verdict is not None:
            return _identity(standing.verdict)
        left = self.remaining.decision(standing.known, standing.rules)
        return left, tuple((each, self._seen(each, waiting[each])) for each in sorted(waiting))

    def _seen(self, question: str, answer: tuple[str, ...]) -> Seen:
        """All that the decision tells from an answer."""
        return seen_of(self._leaves[question], answer)

    def _open_questions(self, standing: Standing) -> frozenset[str]:
        evaluation = Evaluation(self.guidance, standing.known)
        return frozenset(
            question
            for rule in standing.rules
            for condition in conditions_of(self.guidance, rule)
            for question in _open_in(self.guidance, evaluation, condition)
        )


class JointWalker:
    """Walks two packs side by side."""

    def __init__(self, old: Guidance, new: Guidance, watched: Iterable[Condition] = ()) -> None:
        """With conditions that are watched, what they see of an answer is told apart, too."""
        self.old = OneSide(old)
        self.new = OneSide(new)
        self.questions = shared_questions(old, new)
        self._leaves = _shared_leaves(
            self.questions, [*decision_conditions(old), *decision_conditions(new), *watched]
        )

    def start(self) -> JointState:
        """Both interviews before any answer."""
        return JointState({}, self.old.stand({}), self.new.stand({}))

    def look(self, state: JointState) -> Look[JointEnd]:
        """Both verdicts, or the next question and all that is left to decide."""
        asks = self._asks(state)
        for_old = self.old.waiting(state.old, state.pool)
        for_new = self.new.waiting(state.new, state.pool)
        only_new = _never_asked(state.old, state.pool, for_old)
        only_old = _never_asked(state.new, state.pool, for_new)
        key = (
            self.old.future(state.old, for_old),
            self.new.future(state.new, for_new),
            only_old,
            only_new,
        )
        end = None
        if asks is None:
            end = JointEnd(_verdict(state.old), _verdict(state.new), only_old, only_new)
        return Look(key, state.pool, asks, end)

    def step(self, state: JointState, question: str, answer: tuple[str, ...]) -> JointState:
        """Both interviews after one more answer."""
        pool = {**state.pool, question: answer}
        return JointState(
            pool,
            self.old.step(state.old, pool, question),
            self.new.step(state.new, pool, question),
        )

    def classes(self, question: str) -> tuple[AnswerClass, ...]:
        """What either decision can see of the answers that both packs take."""
        return classes_of(self.questions[question], self._leaves.get(question, ()))

    def leaves(self, question: str) -> tuple[Leaf, ...]:
        """What either pack tells of the answers that both take."""
        return self._leaves.get(question, ())

    def _asks(self, state: JointState) -> str | None:
        """The question that one of the two needs now.

        Both needs will come to be asked. The one that the other pack is further from comes
        first, as each answer that has to wait keeps more positions apart.
        """
        old, new = _next(state.old), _next(state.new)
        if old is None or new is None:
            return old or new
        far_from_old = self.old.rank.get(new, len(self.questions)) - self.old.rank[old]
        far_from_new = self.new.rank.get(old, len(self.questions)) - self.new.rank[new]
        return new if far_from_old > far_from_new else old


def shared_questions(old: Guidance, new: Guidance) -> Mapping[str, Question]:
    """The questions of both packs, each with the answers that both take.

    A question that only one of them has keeps all of its answers.
    """
    found = dict(old.question_by_id)
    for question in new.questions:
        known = found.get(question.id)
        found[question.id] = question if known is None else _shared(known, question)
    return found


def _shared(old: Question, new: Question) -> Question:
    options = {option.id for option in old.options}
    return replace(
        new,
        kind="many" if old.kind == new.kind == "many" else "one",
        options=tuple(option for option in new.options if option.id in options),
        alone=tuple(dict.fromkeys((*new.alone, *old.alone))),
    )


def _shared_leaves(
    questions: Mapping[str, Question], conditions: Iterable[Condition]
) -> Mapping[str, tuple[Leaf, ...]]:
    """What is told of each question, in terms of the options that both packs know."""
    found = {}
    for question, leaves in leaves_of(conditions).items():
        if question in questions:
            options = {option.id for option in questions[question].options}
            told = (_within(leaf, options) for leaf in leaves)
            found[question] = tuple(dict.fromkeys(leaf for leaf in told if leaf is not None))
    return found


def _within(leaf: Leaf, options: set[str]) -> Leaf | None:
    """A leaf about the options that are there; None where there are none.

    One that needs all of its options may then tell more apart than it did, and never less.
    """
    known = tuple(option for option in leaf.options if option in options)
    return replace(leaf, options=known) if known else None


def _ranks(guidance: Guidance) -> Mapping[str, int]:
    """The questions in the order in which the rules name them."""
    named = (
        question
        for rule in guidance.rules
        for condition in conditions_of(guidance, rule)
        for question in questions_behind(guidance, condition)
    )
    return {question: place for place, question in enumerate(dict.fromkeys(named))}


def _open_in(guidance: Guidance, evaluation: Evaluation, condition: Condition) -> Iterator[str]:
    """The questions that a condition may still look at."""
    match condition:
        case Comes(choice, _):
            for row in guidance.rows_of[choice]:
                yield from _open_in(guidance, evaluation, row.when)
        case _ if evaluation.truth(condition) is not None:
            return
        case All(parts) | Any(parts):
            for part in parts:
                yield from _open_in(guidance, evaluation, part)
        case Holds(fact) | Fails(fact):
            yield from _open_in(guidance, evaluation, guidance.condition_of[fact])
        case _:
            yield condition.question


def _unused(standing: Standing | None, pool: Answers) -> list[str]:
    if standing is None:
        return []
    return [question for question in pool if question not in standing.known]


def _never_asked(standing: Standing | None, pool: Answers, waiting: Answers) -> frozenset[str]:
    """What the other interview asked, and this one will not."""
    return frozenset(each for each in _unused(standing, pool) if each not in waiting)


def _next(standing: Standing | None) -> str | None:
    return standing.next.id if standing is not None and standing.next is not None else None


def _verdict(standing: Standing | None) -> Verdict | None:
    return standing.verdict if standing is not None else None


def _identity(verdict: Verdict) -> Hashable:
    rows = tuple(row.id for row in verdict.rows)
    return "verdict", verdict.rule.id, verdict.outcome.id, verdict.consent_from, rows
