"""How much of the rules some cases go through."""

from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.coverage.coverage import Share, coverage_of
from infoshare_cli.core.coverage.coverage_walk import walk_coverage
from infoshare_cli.core.coverage.obligation_words import obligation_in_words
from infoshare_cli.core.coverage.obligations import Owner, Reached, Side
from tests.core.small_packs import always, choice, fact, one, outcome, pack, row, rule
from tests.shipped import shipped_pack

A, B = one("a", "yes no"), one("b", "yes no")
YES = IsOneOf("a", ("yes",))
GUIDANCE = pack(
    (A, B),
    (rule("first", YES, "x"), rule("rest", always(A), choose="k")),
    outcomes=(outcome("x"), outcome("y"), outcome("never")),
    choices=(choice("k", row("only", always(B), "y")),),
    facts=(fact("unused", YES),),
)


def test_what_no_case_can_meet_is_in_no_total() -> None:
    """It is told apart from what is missing."""
    walk = walk_coverage(GUIDANCE)
    coverage = coverage_of(walk, walk.met_by({"a": ("yes",)}))

    assert (coverage.rules, coverage.rows) == (Share(1, 2), Share(0, 1))
    assert (coverage.outcomes, coverage.sides) == (Share(1, 2), Share(1, 4))
    assert Reached("rule", "rest") in coverage.missing
    assert Reached("outcome", "never") in coverage.impossible
    assert Side(Owner("fact", "unused"), 1, YES, side=True) in coverage.impossible
    assert not coverage.complete


def test_cases_that_meet_all_that_can_be_met_are_complete() -> None:
    """Nothing is missing then."""
    walk = walk_coverage(GUIDANCE)
    coverage = coverage_of(walk, walk.possible)
    assert coverage.complete
    assert coverage.sides == Share(4, 4)


def test_each_kind_of_obligation_has_words() -> None:
    """Where it stands, which line, true or false, and what the line says."""
    guidance = shipped_pack()
    walk = walk_coverage(guidance)
    told = [obligation_in_words(guidance, each) for each in walk.obligations.all]

    assert len(set(told)) == len(told)
    for words in (
        "rule danger-now decides",
        "row capacity-not-settled of whose_consent gives the value",
        "outcome emergency comes",
        "rule danger-now, line 1 true: danger now is possible",
        "row adult-decides of whose_consent, line 1 false: the information is about an adult",
        "named fact agency, line 1 true: the recipient is a safeguarding body",
    ):
        assert any(each.startswith(words) for each in told), words
