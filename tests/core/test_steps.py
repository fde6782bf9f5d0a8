"""The steps of a conversation: what comes next, and what was taken before."""

from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.case import Case
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.steps import (
    CHECK,
    PAUSE,
    Step,
    next_step,
    questions_put,
    step_before,
    steps_taken,
)
from tests.shipped import shipped_pack

SERIOUS = {
    "immediate_danger": ("no",),
    "concern": ("child-significant-harm",),
    "recipient": ("safeguarding",),
}
AFTER = {"prompted_by": ("own-concern",), "checks": ("none",)}
WRITTEN = {
    "case_ref": "T-1", "decision": "share", "reason": "Made up for a test.",
}  # fmt: skip


def question(name: str) -> Step:
    """The step that asks a question."""
    return Step("question", name)


def coming(
    case: Case, *, went_on: bool = True, records: bool = True, unread: str = ""
) -> Step | None:
    """What comes next under the rules of the shipped pack."""
    return next_step(shipped_pack(), case, went_on=went_on, records=records, unread=unread.split())


def whole(guidance: Guidance) -> Case:
    """A serious case with every field of its record."""
    case = Case({**SERIOUS, **AFTER}, WRITTEN)
    while (step := next_step(guidance, case, went_on=True, records=True)) != CHECK:
        assert step is not None
        assert step.kind == "field"
        case = case.with_field(step.id, "")
    return case


def test_the_questions_come_in_the_order_of_the_rules() -> None:
    """Each answer brings the next question, and the outcome brings the pause."""
    answers: dict[str, tuple[str, ...]] = {}
    for name, chosen in SERIOUS.items():
        assert coming(Case(answers), went_on=False) == question(name)
        answers[name] = chosen
    assert coming(Case(answers), went_on=False) == PAUSE


def test_after_the_pause_come_follow_ups_then_fields_then_the_check(guidance: Guidance) -> None:
    """Nothing of the record is asked before the questions are done."""
    assert coming(Case(SERIOUS)) == question("prompted_by")
    case = Case({**SERIOUS, **AFTER})
    assert coming(case) == Step("field", "area")
    assert coming(whole(guidance)) == CHECK


def test_without_a_record_it_ends_after_the_follow_ups() -> None:
    """With nothing to record there is nothing to write down or to check."""
    assert coming(Case({**SERIOUS, **AFTER}), records=False) is None


def test_a_field_that_nobody_has_read_is_read_in_its_place(guidance: Guidance) -> None:
    """What came from a file is looked through for private words before the check."""
    assert coming(whole(guidance), unread="reason") == Step("settle", "reason")


def test_the_step_before_walks_back_over_everything(guidance: Guidance) -> None:
    """From the check back to the first question, each step once, the pause among them."""
    case = whole(guidance)
    step, seen = CHECK, []
    while (before := step_before(guidance, case, step, went_on=True)) != step:
        seen.append(before)
        step = before
    assert tuple(reversed(seen)) == steps_taken(guidance, case, went_on=True)
    assert PAUSE in seen
    assert step == question("immediate_danger")


def test_nothing_comes_before_the_first_question(guidance: Guidance) -> None:
    """Going back from the very first question stays there."""
    first = question("immediate_danger")
    assert step_before(guidance, Case(), first, went_on=False) == first


def test_the_questions_put_are_those_answered_and_the_one_that_is_open(
    guidance: Guidance,
) -> None:
    """What a draft says was asked."""
    assert questions_put(guidance, Case()) == ("immediate_danger",)
    assert questions_put(guidance, Case(SERIOUS)) == (*SERIOUS, "prompted_by")
    assert questions_put(guidance, Case({**SERIOUS, **AFTER})) == (*SERIOUS, *AFTER)


@given(st.data())
def test_back_and_forth_is_the_same_way(data: st.DataObject) -> None:
    """However a case goes, the step that comes next follows on the last that was taken."""
    guidance, case = shipped_pack(), Case()
    went_on = False
    for _ in range(12):
        step = next_step(guidance, case, went_on=went_on, records=True)
        taken = steps_taken(guidance, case, went_on=went_on)
        assert step not in taken or step == PAUSE
        if step == PAUSE:
            went_on = True
            continue
        if step is None or step.kind != "question":
            break
        if taken:
            assert step_before(guidance, case, step, went_on=went_on) == taken[-1]
        asked = guidance.question_by_id[step.id]
        chosen = data.draw(st.sampled_from([option.id for option in asked.options]))
        case = case.with_answer(step.id, (chosen,))


def test_back_from_an_open_field_never_goes_forward(guidance: Guidance) -> None:
    """Fields that came from a file may stand behind it; back is what stands before it."""
    case = Case({**SERIOUS, **AFTER}, WRITTEN)
    last_question = question("checks")
    for step in (Step("field", "area"), Step("settle", "case_ref"), Step("field", "role")):
        before = step_before(guidance, case, step, went_on=True)
        expected = Step("field", "case_ref") if step.id == "role" else last_question
        assert before == expected, step


def test_back_from_a_new_follow_up_is_no_field(guidance: Guidance) -> None:
    """A question that a change has opened comes before everything that was written."""
    case = Case({**SERIOUS, "prompted_by": ("own-concern",)}, WRITTEN)
    step = question("checks")
    assert step_before(guidance, case, step, went_on=True) == question("prompted_by")
