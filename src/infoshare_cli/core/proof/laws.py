"""The laws: what must hold of any pack, whatever it is about."""

from collections.abc import Hashable, Iterator, Mapping, Sequence, Set

from infoshare_cli.core.cases.pack_walk import Gap
from infoshare_cli.core.cases.walk import Walk
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.interview import Standing, Verdict, after, stand
from infoshare_cli.core.proof.finding import Finding, with_cases
from infoshare_cli.core.proof.property_walk import End, verdicts_of

LAWS: Mapping[str, str] = {
    "one-outcome": "Every case comes to exactly one outcome.",
    "every-rule-decides": "Every rule decides some case.",
    "every-question-asked": "Every question is asked in some case.",
    "no-idle-question": "No question is idle: its answers never all lead to the same end.",
    "unasked-changes-nothing": "An answer that was not asked for never changes the outcome.",
}
"""What must hold of every pack. Exactly one: the first rule that fits decides, so never two."""


def laws_held(guidance: Guidance, walked: Walk[End]) -> Iterator[Finding]:
    """What became of each law, in their order."""
    yield _one_outcome(guidance, walked)
    yield _every_rule_decides(guidance, walked)
    yield _every_question_asked(guidance, walked)
    yield _no_idle_question(walked)
    yield _unasked_changes_nothing(guidance, walked)


def _one_outcome(guidance: Guidance, walked: Walk[End]) -> Finding:
    """No case without an outcome; and where it is about consent, it says whose."""
    people = {label.id for label in guidance.consent_from}
    wrong: dict[int, str] = {}
    for index in walked.ends:
        end = walked.nodes[index].end
        assert end is not None
        came = end.came
        if isinstance(came, Gap):
            wrong[index] = came.why
        elif came.outcome.consent_from and came.consent_from not in people:
            wrong[index] = (
                f"The rule {came.rule.id} comes to {came.outcome.id}, but whose consent that is "
                f"({came.consent_from or 'nobody'}) is not one of those who may be asked."
            )
    return _about_cases("one-outcome", walked, wrong)


def _every_rule_decides(guidance: Guidance, walked: Walk[End]) -> Finding:
    deciding = {end.rule.id for _, _, end in verdicts_of(walked)}
    idle = [rule.id for rule in guidance.rules if rule.id not in deciding]
    return _law("every-rule-decides", f"No case comes to {_named('rule', idle)}." if idle else "")


def _every_question_asked(guidance: Guidance, walked: Walk[End]) -> Finding:
    asked = {node.asks for node in walked.nodes}
    ends = [(node.answers, end) for _, node, end in verdicts_of(walked)]
    asked |= _asked_at_once(guidance, ends, asked)
    for answers, end in ends:
        if asked >= guidance.question_by_id.keys():
            break
        asked |= _asked_afterwards(guidance, answers, Standing(answers, (), None, end))
    missing = [question for question in guidance.question_by_id if question not in asked]
    why = f"No case asks {_named('question', missing)}." if missing else ""
    return _law("every-question-asked", why)


def _asked_at_once(
    guidance: Guidance, ends: Sequence[tuple[Answers, Verdict]], asked: Set[str | None]
) -> set[str]:
    """The follow-ups that some case brings up whatever is answered to the others."""
    return {
        each.question
        for each in guidance.follow_ups
        if each.question not in asked
        and any(
            Evaluation(guidance, {**answers, "outcome": (end.outcome.id,)}).truth(each.when)
            for answers, end in ends
        )
    }


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


def _no_idle_question(walked: Walk[End]) -> Finding:
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


def _came_to(end: End | None) -> Hashable:
    came = end and end.came
    return (came.outcome.id, came.consent_from) if isinstance(came, Verdict) else "no outcome"


def _came_by(end: End | None) -> Hashable:
    """What it came to, and the reason for it."""
    came = end and end.came
    return (_came_to(end), came.rule.id) if isinstance(came, Verdict) else "no outcome"


def _unasked_changes_nothing(guidance: Guidance, walked: Walk[End]) -> Finding:
    """A case for each rule and outcome, again, with an answer to all that was not asked."""
    wrong: dict[int, str] = {}
    ends = {(end.rule.id, end.outcome.id): index for index, _, end in verdicts_of(walked)}
    for (rule, _), index in ends.items():
        answers = walked.nodes[index].answers
        # The first answer or the last; which of them, is as good as drawn.
        place = -(index % 2)
        others = {each.id: (each.options[place].id,) for each in guidance.questions}
        again = stand(guidance, {**others, **answers})
        if again.known != answers or again.verdict is None or again.verdict.rule.id != rule:
            wrong[index] = "Answers that were not asked for change what it comes to."
    return _about_cases("unasked-changes-nothing", walked, wrong)


def _law(law: str, why: str) -> Finding:
    return Finding(law, LAWS[law], (), holds=not why, why=(why,) if why else ())


def _about_cases(law: str, walked: Walk[End], wrong: Mapping[int, str]) -> Finding:
    return with_cases(_law(law, ""), walked, wrong)


def _named(kind: str, ids: Sequence[str]) -> str:
    plural = kind if len(ids) == 1 else f"{kind}s"
    return f"the {plural} {', '.join(ids)}"
