"""A reader of decision graphs: goes from step to step, as a person does with a finger."""

from collections.abc import Iterator

from infoshare_cli.core.cases.classes import seen_of
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.graph.decision_graph import DecisionGraph, End, Node, Step
from infoshare_cli.core.graph.formula import Value
from infoshare_cli.core.graph.what_is_told import Subjects


def end_of(subjects: Subjects, graph: DecisionGraph, answers: Answers) -> End:
    """Where a case with every answer ends in the graph."""
    *_, end = _followed(subjects, graph, answers)
    assert isinstance(end, End)
    return end


def looked_at(subjects: Subjects, graph: DecisionGraph, answers: Answers) -> tuple[str, ...]:
    """The questions and choices that a case is told by, in their order."""
    steps = _followed(subjects, graph, answers)
    return tuple(dict.fromkeys(step.subject for step in steps if isinstance(step, Step)))


def _followed(subjects: Subjects, graph: DecisionGraph, answers: Answers) -> Iterator[Node]:
    evaluation = Evaluation(subjects.guidance, answers)
    node = graph.nodes[0]
    while isinstance(node, Step):
        yield node
        value = _value(subjects, evaluation, answers, node.subject)
        node = graph.nodes[next(way.to for way in node.ways if value in way.values)]
    yield node


def _value(subjects: Subjects, evaluation: Evaluation, answers: Answers, subject: str) -> Value:
    """What a case tells of a subject: one of the values that the subject can have."""
    if subject in subjects.guidance.rows_of:
        return (evaluation.value(subject) or "",)
    answer = answers[subject]
    if subjects.guidance.question_by_id[subject].kind == "one":
        return answer
    leaves = subjects.leaves(subject)
    seen = seen_of(leaves, answer)
    return next(each for each in subjects.values(subject) if seen_of(leaves, each) == seen)
