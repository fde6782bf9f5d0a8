"""Recorded decisions put to an old pack and a new one."""

from collections.abc import Callable

from infoshare_cli.core.comparison.logged_cases import logged_cases
from infoshare_cli.core.conditions import HasAny, IsOneOf
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import Entry, Record
from tests.core.small_packs import always, many, one, pack, rule

DANGER = one("immediate_danger", "yes no")
CONCERN = many("concern", "child-significant-harm other", alone="none")
CONSENT = one("consent", "given refused")
REST = rule("rest", always(DANGER), "o2")


def packs(new_first: str) -> tuple[Guidance, Guidance]:
    """Packs that differ in the outcome of a serious concern."""
    serious = HasAny("concern", ("child-significant-harm",))
    old, new = (
        pack((DANGER, CONCERN, CONSENT), (rule("serious", serious, outcome), REST))
        for outcome in ("o1", new_first)
    )
    return old, new


def test_what_would_come_out_differently_is_told_without_the_case(
    decision: Callable[..., Entry], records_of: Callable[..., list[Record]]
) -> None:
    """By number and id; what stays is counted."""
    records = records_of([decision(), decision(**{"answer.concern": ["other"]})])
    found = logged_cases(*packs("o3"), records)
    [change] = found.changed
    assert (change.seq, change.id) == (1, records[0].head.id)
    assert (change.old.result.outcome, change.new.result.outcome) == ("o1", "o3")
    assert (found.same, found.erased, found.not_answered) == (1, 0, 0)


def test_a_question_that_was_not_answered_then_is_named(
    decision: Callable[..., Entry], records_of: Callable[..., list[Record]]
) -> None:
    """Under the new rules the case would have needed another answer."""
    old, _ = packs("o1")
    new = pack(old.questions, (rule("asks", IsOneOf("consent", ("given",)), "o3"), REST))
    [change] = logged_cases(old, new, records_of([decision()])).changed
    assert (change.new.needs, change.new.result.outcome) == ("consent", None)


def test_erased_answers_and_missing_ones_are_counted_apart(
    decision: Callable[..., Entry],
    records_of: Callable[..., list[Record]],
    erased: Callable[..., list[Record]],
) -> None:
    """Neither is said to differ; other kinds of record are passed over."""
    records = records_of([decision(), decision(**{"answer.concern": None})])
    found = logged_cases(*packs("o3"), erased(records, 1, "answer.concern"))
    assert (found.same, found.changed, found.erased, found.not_answered) == (0, (), 1, 1)


def test_an_answer_that_a_pack_does_not_take_counts_as_not_given(
    decision: Callable[..., Entry], records_of: Callable[..., list[Record]]
) -> None:
    """An option that went, one that must stand alone now, several where there may be one."""
    old, _ = packs("o1")
    both = ["child-significant-harm", "other"]
    records = records_of([decision(**{"answer.concern": both})])
    for now in (
        many("concern", "other", alone="none"),
        many("concern", "child-significant-harm", alone="other"),
        one("concern", "child-significant-harm other"),
    ):
        asks = rule("asks", HasAny("concern", ("other",)), "o1")
        [change] = logged_cases(old, pack((DANGER, now, CONSENT), (asks, REST)), records).changed
        assert change.new.needs == "concern"


def test_a_recorded_case_without_a_rule_now_has_no_outcome(
    decision: Callable[..., Entry], records_of: Callable[..., list[Record]]
) -> None:
    """It is told as a change, and not as a question that was left out."""
    old, _ = packs("o1")
    new = pack(old.questions, (rule("other", HasAny("concern", ("other",)), "o1"),))
    [change] = logged_cases(old, new, records_of([decision()])).changed
    assert change.old.result.outcome == "o1"
    assert (change.new.result.outcome, change.new.needs) == (None, None)
