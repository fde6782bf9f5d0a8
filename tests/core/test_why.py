"""Why a question is asked: the rule that needs it, and the way that leads to it."""

from hypothesis import given, settings

from infoshare_cli.core.conditions import All, IsOneOf
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import after, stand
from infoshare_cli.core.why import Through, WhyAsked, why_asked, why_follow_up
from tests.core.random_packs import QUESTIONS, deciding_packs, intricate_packs
from tests.core.small_packs import always, choice, one, outcome, pack, part_sheets, row, rule
from tests.shipped import NOT_ASKED_YET, as_answers


def why(guidance: Guidance, answers: Answers) -> WhyAsked:
    """Why the next question of a case is asked."""
    return why_asked(guidance, stand(guidance, answers))


@settings(max_examples=100)
@given(deciding_packs() | intricate_packs(), part_sheets(pack(QUESTIONS)))
def test_the_way_leads_from_the_first_open_rule_to_the_question(
    guidance: Guidance, part: Answers
) -> None:
    """Each step of it is not known yet, and the last one looks at the question that is asked."""
    standing = stand(guidance, part)
    if standing.next is None:
        return
    told, evaluation = why_asked(guidance, standing), Evaluation(guidance, standing.known)

    assert told.question == standing.next
    assert told.leaf.question == standing.next.id
    assert evaluation.truth(told.leaf) is None
    assert (told.rule, told.number) == (
        standing.rules[0],
        len(guidance.rules) - len(standing.rules) + 1,
    )
    assert told.fits is (evaluation.truth(told.rule.when) is True)
    assert all(evaluation.truth(line) is truth for line, truth in told.lines)
    for each in told.through:
        behind = each.row.when if each.row else guidance.condition_of[each.name]
        assert evaluation.needed_for(behind) == standing.next.id


def test_the_first_question_of_the_shipped_rules(guidance: Guidance) -> None:
    """One line, nothing in between, and the outcome that it would come to."""
    told = why(guidance, {})
    assert (told.number, told.rule.id, told.fits) == (1, "danger-now", False)
    assert told.lines == ((IsOneOf("immediate_danger", ("yes",)), None),)
    assert told.through == ()
    assert told.outcome == guidance.outcome_by_id["emergency"]


def test_a_question_behind_a_fact_and_a_row(guidance: Guidance) -> None:
    """Age is asked for whose consent counts, and there for a fact about age."""
    part = {each: NOT_ASKED_YET[each] for each in [*NOT_ASKED_YET][:9]}
    told = why(guidance, part)

    assert told.question.id == "age_band"
    assert [(each.name, each.row and each.row.id) for each in told.through] == [
        ("whose_consent", "capacity-not-settled"),
        ("old_enough_to_be_presumed", None),
    ]
    assert told.leaf == IsOneOf("age_band", ("16-17",))


def test_a_rule_that_fits_may_still_need_its_choice_of_outcomes(guidance: Guidance) -> None:
    """Then no outcome can be told, and the way goes through a row of that choice."""
    answers = as_answers(
        {
            "immediate_danger": "no",
            "concern": "adult-may-pose-risk",
            "recipient": "safeguarding",
            "prompted_by": "own-concern",
            "subject": "adult",
        }
    )
    told = why(guidance, answers)
    assert (told.fits, told.outcome, told.question.id) == (True, None, "public_interest")
    assert [each.name for each in told.through] == ["weigh"]


def test_a_rule_with_an_outcome_may_still_need_whose_consent_counts() -> None:
    """The outcome is known, and the way goes through the choice that it names."""
    early, late = one("early", "yes no"), one("late", "yes no")
    guidance = pack(
        [early, late],
        [rule("ask", always(early), "ask")],
        outcomes=[outcome("ask", consent_from="whose")],
        choices=[choice("whose", row("one", always(late), "child"))],
    )
    told = why(guidance, {"early": ("yes",)})

    assert told.fits
    assert told.outcome == guidance.outcome_by_id["ask"]
    assert told.through == (Through("whose", guidance.rows_of["whose"][0]),)


def test_lines_are_told_with_what_is_known_of_them() -> None:
    """Each line of a rule, in the order written."""
    early, late = one("early", "yes no"), one("late", "yes no")
    lines = (IsOneOf("early", ("yes",)), IsOneOf("late", ("yes",)))
    guidance = pack([early, late], [rule("both", All(lines), "a"), rule("x", always(late), "b")])
    assert why(guidance, {"early": ("yes",)}).lines == ((lines[0], True), (lines[1], None))


def test_a_follow_up_may_bring_the_actions_that_look_at_it(guidance: Guidance) -> None:
    """In a case, only those that this case leaves open; without one, all that can ever come."""
    question = guidance.question_by_id["parents"]
    ever = [each.id for each in why_follow_up(guidance, question).actions]
    assert ever == ["parents-apart", "parents-in-conflict", "parents-not-sure"]

    known = after(guidance, NOT_ASKED_YET, stand(guidance, NOT_ASKED_YET)).known
    assert why_follow_up(guidance, question, known).question == question
    assert why_follow_up(guidance, question, {**known, "parents": ("together",)}).actions == ()
