"""The model of a pack: pages, ids, and the choices behind a condition."""

import pytest

from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds, IsOneOf
from infoshare_cli.core.guidance import page_of
from tests.core.small_packs import always, choice, fact, one, outcome, pack, row

ASKED = one("a", "yes no")
RISK, WEIGH = Comes("risk", ("no",)), Comes("weigh", ("share",))
CHOICES = tuple(choice(name, row(f"{name}-row", always(ASKED), "no")) for name in ("risk", "weigh"))


@pytest.mark.parametrize(("citation", "page"), [("p6.informed", 6), ("p13", 13), ("p2.x-y", 2)])
def test_a_citation_names_its_page(citation: str, page: int) -> None:
    """Of a statement, and of a page alone."""
    assert page_of(citation) == page


def test_things_are_found_by_id_in_the_order_of_the_pack() -> None:
    """Questions, outcomes, conditions of facts, rows of choices."""
    questions = (one("b", "yes no"), ASKED)
    outcomes = (outcome("z"), outcome("y"))
    guidance = pack(questions, outcomes=outcomes, facts=[fact("f", RISK)], choices=CHOICES)

    assert list(guidance.question_by_id.items()) == [("b", questions[0]), ("a", ASKED)]
    assert list(guidance.outcome_by_id.items()) == [("z", outcomes[0]), ("y", outcomes[1])]
    assert guidance.condition_of == {"f": RISK}
    assert guidance.rows_of == {each.id: each.rules for each in CHOICES}


BEHIND: tuple[tuple[Condition, str], ...] = (
    (IsOneOf("a", ("yes",)), ""),
    (RISK, "risk"),
    (All((WEIGH, RISK)), "weigh risk"),
    (Any((RISK, All((WEIGH, RISK)))), "risk weigh"),
    (Holds("f"), "risk"),
    (All((WEIGH, Fails("g"))), "weigh risk"),
)


@pytest.mark.parametrize(("condition", "names"), BEHIND)
def test_choices_behind_a_condition_are_found_once_each(condition: Condition, names: str) -> None:
    """Through facts of facts, in the order written."""
    facts = [fact("f", RISK), fact("g", Any((always(ASKED), Holds("f"))))]
    guidance = pack([ASKED], facts=facts, choices=CHOICES)

    assert guidance.choices_behind(condition) == tuple(names.split())
