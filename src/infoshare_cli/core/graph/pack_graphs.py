"""The graphs of a whole pack: the rules, and each choice for the cases that come to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from infoshare_cli.core.cases.behind import choices_after
from infoshare_cli.core.graph.decision_graph import DecisionGraph, End, Step
from infoshare_cli.core.graph.draw_graph import common, graph_of
from infoshare_cli.core.graph.what_is_told import Known, Subjects
from infoshare_cli.core.guidance import Choice, Guidance


@dataclass(frozen=True)
class PackGraphs:
    """The rules as a graph, and every choice as one of its own."""

    subjects: Subjects
    rules: DecisionGraph
    choices: tuple[tuple[Choice, DecisionGraph], ...]
    """In the order of the pack."""


def graphs_of(guidance: Guidance) -> PackGraphs:
    """The graphs of a pack."""
    subjects = Subjects(guidance)
    rules = graph_of(subjects, guidance.rules)
    comes = {choice.id: list[Known]() for choice in guidance.choices}
    for name, known in _consulted(guidance, rules):
        comes[name].append(known)
    drawn: dict[str, DecisionGraph] = {}
    for choice in _outer_first(guidance):
        drawn[choice.id] = graph_of(subjects, choice.rules, _of_all(comes[choice.id]))
        for node in drawn[choice.id].nodes:
            if isinstance(node, Step) and node.subject in comes:
                comes[node.subject].append(node.known)
    return PackGraphs(
        subjects, rules, tuple((choice, drawn[choice.id]) for choice in guidance.choices)
    )


def _of_all(known: list[Known]) -> Known:
    return reduce(common, known) if known else {}


def _consulted(guidance: Guidance, rules: DecisionGraph) -> Iterator[tuple[str, Known]]:
    """Each choice that the rules come to, with what the cases there have in common."""
    for node in rules.nodes:
        if isinstance(node, Step) and node.subject in guidance.rows_of:
            yield node.subject, node.known
        elif isinstance(node, End) and node.entry < len(guidance.rules):
            for choice in choices_after(guidance, guidance.rules[node.entry]):
                yield choice, node.known


def _outer_first(guidance: Guidance) -> list[Choice]:
    """The choices, each before those that its rows ask for."""
    behind = {
        choice.id: {name for row in choice.rules for name in guidance.choices_behind(row.when)}
        for choice in guidance.choices
    }
    waiting, order = list(guidance.choices), list[Choice]()
    while waiting:
        free = next(
            choice
            for choice in waiting
            if not any(choice.id in behind[other.id] for other in waiting)
        )
        waiting.remove(free)
        order.append(free)
    return order
