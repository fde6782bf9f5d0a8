"""What stands on an arrow is so of its way, and of no other."""

from infoshare_cli.core.graph.decision_graph import DecisionGraph, Step
from infoshare_cli.core.graph.pack_graphs import graphs_of
from infoshare_cli.core.graph.way_words import OTHERWISE, WayWords, ways_in_words
from tests.shipped import shipped_pack

GRAPHS = graphs_of(shipped_pack())


def steps_on(subject: str, graph: DecisionGraph = GRAPHS.rules) -> list[Step]:
    """The steps that look at a question or a choice."""
    return [n for n in graph.nodes if isinstance(n, Step) and n.subject == subject]


def words_of(step: Step) -> dict[tuple[str, ...], WayWords]:
    """The words of each way, by the first value that takes it."""
    words = ways_in_words(GRAPHS.subjects, step)
    return {way.values[0]: told for way, told in zip(step.ways, words, strict=True)}


def test_no_two_ways_of_a_step_say_the_same() -> None:
    """At most one takes what the others leave; all have words, long and short."""
    for graph in (GRAPHS.rules, *(graph for _, graph in GRAPHS.choices)):
        for node in graph.nodes:
            if isinstance(node, Step):
                words = ways_in_words(GRAPHS.subjects, node)
                assert len({each.short for each in words}) == len(words)
                assert len({each.full for each in words}) == len(words)
                assert all(each.short and each.full for each in words)


def test_an_answer_is_told_by_its_label() -> None:
    """In the list in full and in quotation marks; on the arrow by the pack's short word."""
    words = words_of(steps_on("immediate_danger")[0])
    assert words["yes",].full == '"Yes, or I cannot rule it out"'
    assert words["yes",].short == "Possible"


def test_several_options_are_told_by_a_condition() -> None:
    """Serious harm is what the rules ask of the worry; whatever is left takes the other way."""
    words = [*words_of(steps_on("concern")[0]).values()]
    full = "The worry includes significant harm to a child or serious harm to an adult"
    assert (
        WayWords("Includes significant harm to a child or serious harm to an adult", full) in words
    )
    assert WayWords(OTHERWISE, OTHERWISE) in words


def test_what_stands_alone_is_told_by_its_label() -> None:
    """Not sure is named wherever it goes its own way."""
    words = words_of(steps_on("asking_risk")[0])
    assert words["not-sure",].full == '"Not sure"'
    assert words["none",].full == '"None of these"'
    assert words["child-harm",].short == "Any of these"
    assert '"It would have to be shared even if they refused"' in words["child-harm",].full


def test_all_of_them_is_said_so() -> None:
    """Six conditions of consent are one short line, and all six in the list."""
    words = words_of(steps_on("consent_quality")[0])
    told = next(each for each in words.values() if each.short == "All of these")
    assert told.full.count('"') == 12


def test_a_choice_is_told_by_its_value() -> None:
    """'No' under the name of the choice; the whole sentence in the list."""
    words = words_of(steps_on("risk")[0])
    assert words["no",] == WayWords("No", "The answer on risk is no")


def test_a_named_fact_is_told_by_what_it_says() -> None:
    """Confidential, or not sure of it, has a sentence of its own in the pack."""
    words = words_of(steps_on("confidential")[0])
    says = "The information is confidential, or it is not sure whether it is"
    assert WayWords(says, says) in words.values()
