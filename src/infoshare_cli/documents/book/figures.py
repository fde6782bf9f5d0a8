"""The figures of the book: decision graphs with words on their boxes and arrows.

A figure is told twice from the same value: drawn (`documents.book.graph_svg`), and as a numbered
list. Whoever cannot see the one has all of it in the other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from infoshare_cli.core.condition_words import begun, outcome_in_words, spelled, subject_in_words
from infoshare_cli.core.graph.decision_graph import DecisionGraph, Step
from infoshare_cli.core.graph.graph_parts import Part, parts_of
from infoshare_cli.core.graph.pack_graphs import PackGraphs
from infoshare_cli.core.graph.way_words import OTHERWISE, ways_in_words
from infoshare_cli.core.guidance import Choice, ChoiceRule, Guidance, Rule

Kind = Literal["step", "end", "onward"]


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a figure."""

    kind: Kind
    head: str
    """In strong type: '3. The recipient', 'Share without consent'."""
    note: str
    """Below it: 'rule 7'."""
    asks: str = ""
    """What a step asks, in full; for the list."""
    decided_by: str = ""
    """The id of the rule or row that an end is."""
    anchor: str = ""
    """Where the book says more of that rule or row; '' for nowhere."""
    told_before: bool = False
    """Whether a step looks back at an answer given before."""
    tone: int | None = None
    """The place of the outcome in the pack, which gives the box its colour."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one box to another, by their places in the figure."""

    start: int
    to: int
    short: str
    """What stands on the arrow."""
    full: str
    """What stands in the list."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A graph with its words."""

    id: str
    number: int
    """From 1, over the whole book."""
    title: str
    says: str
    """How much it shows, and where the same is said in words."""
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]

    def arrows_of(self, place: int) -> tuple[Arrow, ...]:
        """The ways out of a box."""
        return tuple(arrow for arrow in self.arrows if arrow.start == place)


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is drawn of a pack."""

    rules: tuple[Figure, ...]
    """The rules in parts, each to be read by itself."""
    choices: tuple[Figure, ...]
    """In the order of the pack."""


def figures_of(graphs: PackGraphs) -> Figures:
    """The figures of a pack, worked out from its graphs."""
    parts = parts_of(graphs.rules)
    numbers = {
        choice.id: number for number, (choice, _) in enumerate(graphs.choices, len(parts) + 1)
    }
    guidance = graphs.subjects.guidance
    rules = _Drawn(graphs, graphs.rules, numbers, lambda entry: _rule(guidance, numbers, entry))
    return Figures(
        tuple(_of_part(rules, part, len(parts)) for part in parts),
        tuple(_of_choice(graphs, choice, graph, numbers) for choice, graph in graphs.choices),
    )


def _of_part(rules: "_Drawn", part: Part, count: int) -> Figure:
    steps = [rules.step_numbers[node] for node in part.nodes if node in rules.step_numbers]
    title = f"Part {part.number} of {count}: {_span('step', steps)}"
    return rules.figure(f"part-{part.number}", part.number, title, part.nodes, part.goes_on)


def _of_choice(
    graphs: PackGraphs, choice: Choice, graph: DecisionGraph, numbers: Mapping[str, int]
) -> Figure:
    guidance = graphs.subjects.guidance
    drawn = _Drawn(graphs, graph, numbers, lambda entry: _row(guidance, choice, entry))
    name, title = choice.id.replace("_", "-"), choice.says.removesuffix(".")
    return drawn.figure(f"choice-{name}", numbers[choice.id], title, range(len(graph.nodes)))


@dataclass(frozen=True)
class _Drawn:
    """A graph, and what its ends are called."""

    graphs: PackGraphs
    graph: DecisionGraph
    choice_numbers: Mapping[str, int]
    """The number of the figure of each choice."""
    end: Callable[[int], Box]

    @property
    def step_numbers(self) -> dict[int, int]:
        """The place of each step in the graph, and its number from 1."""
        places = [place for place, node in enumerate(self.graph.nodes) if isinstance(node, Step)]
        return {place: number for number, place in enumerate(places, 1)}

    def figure(
        self, name: str, number: int, title: str, nodes: Sequence[int], goes_on: int | None = None
    ) -> Figure:
        """These nodes as a figure; a way to any other node leads to the next part."""
        places = {node: place for place, node in enumerate(nodes)}
        boxes = [self._box(node) for node in nodes]
        if goes_on is not None:
            places[goes_on] = len(boxes)
            boxes.append(Box("onward", f"Go on to step {self.step_numbers[goes_on]}", "next part"))
        arrows = tuple(arrow for node in nodes for arrow in self._arrows(node, places))
        return Figure(name, number, title, _summary(boxes), tuple(boxes), arrows)

    def _arrows(self, node: int, places: Mapping[int, int]) -> Iterator[Arrow]:
        step = self.graph.nodes[node]
        if isinstance(step, Step):
            words = ways_in_words(self.graphs.subjects, step)
            ways = list(zip(step.ways, words, strict=True))
            # What takes the rest can only be read after what it is the rest of.
            for way, told in sorted(ways, key=lambda each: each[1].short == OTHERWISE):
                yield Arrow(places[node], places[way.to], told.short, told.full)

    def _box(self, place: int) -> Box:
        node = self.graph.nodes[place]
        if not isinstance(node, Step):
            return self.end(node.entry)
        guidance = self.graphs.subjects.guidance
        head = f"{self.step_numbers[place]}. "
        question = guidance.question_by_id.get(node.subject)
        if question is not None:
            name = subject_in_words(guidance, node.subject)
            before = node.told_before
            return Box("step", head + begun(name), "", question.ask, told_before=before)
        choice = _choice(guidance, node.subject)
        note = f"see figure {self.choice_numbers[choice.id]}"
        name, before = choice.short or choice.says, node.told_before
        return Box("step", head + begun(name), note, choice.says, told_before=before)


def _rule(guidance: Guidance, numbers: Mapping[str, int], entry: int) -> Box:
    if entry == len(guidance.rules):
        return Box("end", "No rule fits", "the rules are not complete")
    rule, number = guidance.rules[entry], f"rule {entry + 1}"
    anchor = rule_anchor(rule)
    if rule.outcome is not None:
        return _outcome(guidance, rule.outcome, number, rule.id, anchor)
    assert rule.choose is not None
    choice = _choice(guidance, rule.choose)
    head = begun(choice.short or choice.says)
    note = f"see figure {numbers[choice.id]}; {number}"
    return Box("end", head, note, decided_by=rule.id, anchor=anchor)


def _row(guidance: Guidance, choice: Choice, entry: int) -> Box:
    if entry == len(choice.rules):
        return Box("end", "No row fits", "it comes to nothing")
    row, number = choice.rules[entry], f"row {entry + 1}"
    anchor = row_anchor(choice, row)
    if row.value in guidance.outcome_by_id:
        return _outcome(guidance, row.value, number, row.id, anchor)
    labels = {each.id: each.short or each.label for each in guidance.consent_from}
    name = labels.get(row.value) or spelled(row.value)
    return Box("end", begun(name), number, decided_by=row.id, anchor=anchor)


def _outcome(guidance: Guidance, outcome: str, number: str, decided_by: str, anchor: str) -> Box:
    found = guidance.outcome_by_id[outcome]
    head, tone = begun(outcome_in_words(found).strip('"')), guidance.outcomes.index(found)
    return Box("end", head, number, decided_by=decided_by, anchor=anchor, tone=tone)


def rule_anchor(rule: Rule) -> str:
    """The id of the section on a rule."""
    return f"rule-{rule.id}"


def row_anchor(choice: Choice, row: ChoiceRule) -> str:
    """The id of a row in the table of its choice."""
    return f"row-{choice.id.replace('_', '-')}-{row.id}"


def _choice(guidance: Guidance, name: str) -> Choice:
    return next(choice for choice in guidance.choices if choice.id == name)


def _summary(boxes: Sequence[Box]) -> str:
    steps = sum(box.kind == "step" for box in boxes)
    ends = sum(box.kind == "end" for box in boxes)
    return (
        f"{_count(steps, 'step')}, {_count(ends, 'end')}. The list with it says the same in words."
    )


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _span(name: str, numbers: Sequence[int]) -> str:
    if len(numbers) < 2:
        return f"{name} {''.join(map(str, numbers))}"
    return f"{name}s {numbers[0]} to {numbers[-1]}"
