"""Works the graph of an ordered list of rules out, from the top.

What is known at a place is what all ways to it know. What is known is not told again, and
ways that go on alike are one.
"""

import heapq
from collections.abc import Mapping, Sequence
from itertools import count

from infoshare_cli.core.graph.decision_graph import DecisionGraph, End, Entry, Node, Step, Way
from infoshare_cli.core.graph.formula import Formula, Value, first_subject, leaf_count
from infoshare_cli.core.graph.what_is_told import Known, Subjects


def graph_of(
    subjects: Subjects, entries: Sequence[Entry], known: Known | None = None
) -> DecisionGraph:
    """The graph of an ordered list of which the first that fits decides.

    Args:
        known: what all cases that come to this list have in common.
    """
    return _Drawing(subjects, entries).graph(known or {})


_Place = tuple[int, Formula]
"""The entry that is being tried, and what is left to tell of it: True once it decides."""


class _Drawing:
    """Works a graph out from the top: what is known at a place is what all ways to it know."""

    def __init__(self, subjects: Subjects, entries: Sequence[Entry]) -> None:
        self._subjects = subjects
        self._formulas = [subjects.formula(entry.when) for entry in entries]
        self._known: dict[_Place, Known] = {}
        self._waiting: list[tuple[int, int, int, _Place]] = []
        self._pushed = count()
        self._instead: dict[_Place, _Place] = {}
        self._leads: dict[_Place, dict[_Place, list[Value]]] = {}

    def graph(self, known: Known) -> DecisionGraph:
        """The graph, from what is told first."""
        self._reach(0, self._formula(0), known)
        while self._waiting:
            place = heapq.heappop(self._waiting)[-1]
            if place in self._instead:
                continue
            self._leads[place] = {}
            if place[1] is not True:
                self._take_in(place)
                self._leave(place)
        return self._numbered(self._merged())

    def _take_in(self, place: _Place) -> None:
        """Let a place stand for those that wait to tell the same of the same entry.

        They know more, and would tell less of it later; but one step is read sooner than two.
        """
        for *_, other in self._waiting:
            if other not in self._instead and self._can_stand_for(place, other):
                self._instead[other] = place
                self._known[place] = common(self._known[place], self._known[other])

    def _can_stand_for(self, place: _Place, other: _Place) -> bool:
        (entry, left), (of_other, left_of_other) = place, other
        if entry != of_other or left_of_other is True:
            return False
        return (
            first_subject(left) == first_subject(left_of_other)
            and self._subjects.left(left, self._known[other]) == left_of_other
        )

    def _leave(self, place: _Place) -> None:
        """Go on from a place with every value that can be told there."""
        entry, left = place
        subject, known = first_subject(left), self._known[place]
        possible = self._subjects.possible(subject, known)
        for value in self._subjects.values(subject):
            if value in possible:
                onwards = {**known, subject: frozenset({value})}
                to = self._reach(entry, left, onwards)
                self._leads[place].setdefault(to, []).append(value)

    def _reach(self, entry: int, formula: Formula, known: Known) -> _Place:
        """The next place where something is told or decided, with this known too."""
        left = self._subjects.left(formula, known)
        while left is False:
            entry += 1
            left = self._subjects.left(self._formula(entry), known)
        place: _Place = (entry, left)
        new = place not in self._known
        if new or place in self._instead:
            self._instead.pop(place, None)
            # What leaves more to tell comes first, so that all ways to a place come before it.
            order = (entry, -leaf_count(left), next(self._pushed), place)
            heapq.heappush(self._waiting, order)
        self._known[place] = known if new else common(self._known[place], known)
        return place

    def _formula(self, entry: int) -> Formula:
        """The formula of an entry; beyond the last one everything ends."""
        return self._formulas[entry] if entry < len(self._formulas) else True

    def _merged(self) -> Mapping[_Place, _Place]:
        """Each place, and the one that stands for all that go on alike."""
        same: dict[_Place, _Place] = {}
        seen: dict[tuple[object, ...], _Place] = {}
        for place in reversed(self._leads):
            targets: dict[_Place, list[Value]] = {}
            for to, values in self._leads[place].items():
                targets.setdefault(same[self._instead.get(to, to)], []).extend(values)
            if len(targets) == 1:
                # Whatever is told here, it leads to the same.
                same[place] = next(iter(targets))
            elif targets:
                ways = frozenset((to, frozenset(values)) for to, values in targets.items())
                first = seen.setdefault((first_subject(place[1]), ways), place)
                same[place] = first
                self._known[first] = common(self._known[first], self._known[place])
            else:
                same[place] = place
        return same

    def _numbered(self, same: Mapping[_Place, _Place]) -> DecisionGraph:
        kept = [place for place in self._leads if place in set(same.values())]
        number = {place: index for index, place in enumerate(kept)}
        return DecisionGraph(tuple(self._node(place, same, number) for place in kept))

    def _node(
        self, place: _Place, same: Mapping[_Place, _Place], number: Mapping[_Place, int]
    ) -> Node:
        entry, left = place
        if left is True:
            return End(entry, self._known[place])
        ways: dict[int, list[Value]] = {}
        for to, values in self._leads[place].items():
            stands = same[self._instead.get(to, to)]
            ways.setdefault(number[stands], []).extend(values)
        subject, known = first_subject(left), self._known[place]
        return Step(subject, known, tuple(Way(tuple(v), to) for to, v in ways.items()))


def common(one: Known, other: Known) -> Known:
    """What two ways to a place both know."""
    return {name: one[name] | other[name] for name in one if name in other}
