"""Why a case came out as it did: nothing is said of a rule that the interview did not see."""

from collections.abc import Iterator

from hypothesis import given, settings

from infoshare_cli.core.conditions import All, Any, Comes, HasAny, Holds, IsOneOf, Leaf
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.explanation import Part, explain
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from tests.core.random_packs import QUESTIONS, deciding_packs, intricate_packs
from tests.core.small_packs import always, choice, fact, one, outcome, pack, row, rule, sheets
from tests.shipped import NOT_ASKED_YET, as_answers

PACKS = deciding_packs() | intricate_packs()


def every_part(part: Part) -> Iterator[Part]:
    """A part and all that stands behind it."""
    yield part
    for each in part.parts:
        yield from every_part(each)


def grounds(part: Part) -> Iterator[str]:
    """The questions that by themselves settle a part; of a choice, all that were looked at."""
    if isinstance(part.condition, Leaf):
        yield part.condition.question
    behind = part.parts if isinstance(part.condition, Comes) else part.settling
    for each in behind:
        yield from grounds(each)


@settings(max_examples=80)
@given(PACKS, sheets(pack(QUESTIONS)))
def test_the_last_rule_decides_and_all_before_it_are_false(
    guidance: Guidance, sheet: Answers
) -> None:
    """Each rule from the first, by its number; each part as the interview saw it at its end."""
    explained, standing = explain(guidance, sheet), stand(guidance, sheet)
    evaluation = Evaluation(guidance, standing.known)
    assert standing.verdict is not None
    *others, last = explained

    assert [each.rule for each in explained] == [*guidance.rules[: len(explained)]]
    assert [each.number for each in explained] == [*range(1, len(explained) + 1)]
    assert last.rule == standing.verdict.rule
    assert last.decides
    assert [each.part.truth for each in others] == [False] * len(others)
    for each in explained:
        assert each.decides or each.through == ()
        for part in every_part(each.part):
            assert part.truth is evaluation.truth(part.condition)


@settings(max_examples=80)
@given(PACKS, sheets(pack(QUESTIONS)))
def test_what_is_told_to_settle_a_rule_does_so_by_itself(
    guidance: Guidance, sheet: Answers
) -> None:
    """With no other answer known, every part is as true or as false as before."""
    known = stand(guidance, sheet).known
    for looked_at in explain(guidance, sheet):
        for part in every_part(looked_at.part):
            only = {each: known[each] for each in grounds(part) if part.truth is not None}
            assert (
                part.truth is None or Evaluation(guidance, only).truth(part.condition) is part.truth
            )


@settings(max_examples=60)
@given(PACKS, sheets(pack(QUESTIONS)))
def test_what_it_comes_to_is_told_by_the_rows_of_the_verdict(
    guidance: Guidance, sheet: Answers
) -> None:
    """The row that chose the outcome, and the one that says whose consent counts."""
    verdict = stand(guidance, sheet).verdict
    assert verdict is not None
    *_, last = explain(guidance, sheet)
    rows = [part.row for part in last.through]

    assert all(part.truth is True for part in last.through)
    if verdict.rule.choose is not None:
        assert rows[0] is not None
        assert rows[0].value == verdict.outcome.id
    if verdict.consent_from:
        assert rows[-1] is not None
        assert rows[-1].value == verdict.consent_from


def test_a_part_that_nobody_needed_is_not_known() -> None:
    """And nothing settles it; the part beside it does."""
    early, late = one("early", "yes no"), one("late", "yes no")
    both = All((IsOneOf("early", ("yes",)), IsOneOf("late", ("yes",))))
    either = Any((IsOneOf("early", ("no",)), both))
    rules = [
        rule("both", both, "share"),
        rule("either", either, "keep"),
        rule("x", always(early), "x"),
    ]
    first, second = explain(pack([early, late], rules), {"early": ("no",)})

    assert [each.truth for each in first.part.parts] == [False, None]
    assert first.part.settling == first.part.parts[:1]
    assert second.part.settling == second.part.parts[:1]
    assert first.part.parts[1].settling == ()


def test_facts_and_choices_are_opened() -> None:
    """A fact has its condition behind it; a choice its rows, down to the first that fits."""
    asked, more = one("asked", "yes no"), one("more", "yes no")
    rows = (
        row("r1", IsOneOf("asked", ("yes",)), "v1"),
        row("r2", IsOneOf("more", ("yes",)), "v2"),
        row("r3", IsOneOf("more", ("no",)), "v1"),
    )
    guidance = pack(
        [asked, more],
        [
            rule("nothing", Comes("empty", ("v1",)), "keep"),
            rule("chosen", All((Holds("fact"), Comes("which", ("v2",)))), "share"),
        ],
        facts=[fact("fact", IsOneOf("asked", ("no",)))],
        choices=[choice("which", *rows), choice("empty", rows[0])],
    )
    first, last = explain(guidance, {"asked": ("no",), "more": ("yes",)})
    held, which = last.part.parts

    assert [each.condition for each in held.parts] == [IsOneOf("asked", ("no",))]
    assert [each.row.id for each in which.parts if each.row] == ["r1", "r2"]
    assert which.settling == which.parts[1:]
    assert first.part.settling == first.part.parts


def test_a_shipped_case_from_the_first_rule_to_the_last(guidance: Guidance) -> None:
    """A young person who should be asked first: rule 29, through whose consent counts."""
    *others, last = explain(guidance, NOT_ASKED_YET)
    assert (last.number, last.rule.id) == (29, "not-asked-yet")
    assert [each.row.id for each in last.through if each.row] == ["young-person-presumed-able"]
    assert len(others) == 28


def test_an_outcome_about_nobodys_consent_comes_through_nothing(guidance: Guidance) -> None:
    """A rule with an outcome of its own needs no row."""
    (only,) = explain(guidance, as_answers({"immediate_danger": "yes"}))
    assert only.through == ()
    assert only.decides


def test_an_outcome_whose_choice_has_no_row_for_the_case_comes_through_nothing() -> None:
    """Nobody's consent is named where no row fits."""
    asked = one("asked", "yes no")
    guidance = pack(
        [asked],
        [rule("all", always(asked), "ask")],
        outcomes=[outcome("ask", consent_from="whose")],
        choices=[choice("whose", row("r1", HasAny("asked", ("no",)), "child"))],
    )
    (only,) = explain(guidance, {"asked": ("yes",)})
    assert only.through == ()
