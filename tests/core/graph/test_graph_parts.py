"""A graph in parts is the whole graph, and each part can be read by itself."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.graph.decision_graph import DecisionGraph, Step
from infoshare_cli.core.graph.draw_graph import graph_of
from infoshare_cli.core.graph.graph_parts import MOST_STEPS, Part, parts_of
from infoshare_cli.core.graph.pack_graphs import graphs_of
from infoshare_cli.core.graph.what_is_told import Subjects
from infoshare_cli.core.guidance import Guidance
from tests.core.random_packs import intricate_packs
from tests.shipped import shipped_pack


def check_parts(graph: DecisionGraph, parts: tuple[Part, ...]) -> None:
    """Every step is in one part; ways stay in it, or lead to the start of the next."""
    steps = [place for place, node in enumerate(graph.nodes) if isinstance(node, Step)]
    found = [p for part in parts for p in part.nodes if isinstance(graph.nodes[p], Step)]
    assert found == steps
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert parts[-1].goes_on is None
    for part in parts:
        for place in part.nodes:
            node = graph.nodes[place]
            if isinstance(node, Step):
                assert {way.to for way in node.ways} <= {*part.nodes, part.goes_on}
    for part, following in pairwise(parts):
        assert part.goes_on == following.nodes[0]


def test_the_shipped_rules_have_parts_that_fit_on_a_page() -> None:
    """Few parts, none of them much larger than what a page holds."""
    graph = graphs_of(shipped_pack()).rules
    parts = parts_of(graph)
    check_parts(graph, parts)
    assert 2 <= len(parts) <= 6
    for part in parts:
        steps = [place for place in part.nodes if isinstance(graph.nodes[place], Step)]
        assert len(steps) <= MOST_STEPS + 2


@settings(max_examples=100)
@given(intricate_packs(), st.integers(min_value=1, max_value=4))
def test_the_parts_of_any_graph_are_all_of_it(guidance: Guidance, most: int) -> None:
    """Wherever it can be cut, nothing is lost and nothing leads astray."""
    graph = graph_of(Subjects(guidance), guidance.rules)
    check_parts(graph, parts_of(graph, most))
