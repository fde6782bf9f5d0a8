"""What is told of an erasure: before it, and after it."""

from collections.abc import Mapping, Sequence

import pytest

from infoshare_cli.core.redaction_facts import Facts, Interview, Told
from infoshare_cli.core.redaction_plan import Beside, DraftLoss, Erasure, Place, Plan, Skipped
from infoshare_cli.terminal.page import Block, Items, Rows, Table, Text
from infoshare_cli.terminal.redaction_prompts import confirmation
from infoshare_cli.terminal.redaction_views import (
    MOST_TOLD,
    NOTHING_LEFT,
    NOTHING_OLD,
    erased_page,
    nothing_page,
    plan_page,
    remarks,
)

AT = "2026-11-22T12:00:00.000Z"
DECISIONS = {"share": "Share it"}
FIRST = Interview(1, "decision", AT, "T-1", "share")


def erasures(count: int) -> tuple[Erasure, ...]:
    """So many decisions that lose their reason."""
    return tuple(Erasure(seq, f"id-{seq}", "decision", ("reason",)) for seq in range(1, count + 1))


def facts(plan: Plan, starts: Mapping[str, str] | None = None) -> Facts:
    """That each record is about record 1, and has these texts."""
    told = (Told(each.seq, each.kind, AT, FIRST, starts or {}) for each in plan.erasures)
    return Facts({each.seq: each for each in told})


def words(page: Sequence[Block]) -> str:
    """All words of a page."""
    told: list[str] = []
    for block in page:
        match block:
            case Items(items):
                told += items
            case Rows(rows):
                told += [cell for row in rows for cell in row]
            case Table(_, cells):
                told += [cell for row in cells for cell in row]
            case _:
                told.append(getattr(block, "text", ""))
    return "\n".join(told)


def test_each_record_with_its_fields() -> None:
    """What nobody named stands apart; many answers are counted."""
    answers = tuple(f"answer.q{number}" for number in range(4))
    fields = ("reason", "purpose", "reasons", "method", *answers)
    goes = (
        Erasure(1, "a", "decision", fields, ("purpose",)),
        Erasure(2, "b", "follow-up", ("details", "answer.consent", "w", "x", "y", "z")),
    )
    starts = {**dict.fromkeys(fields, "Words."), "answer.consent": "yes"}
    del starts["method"]
    plan = Plan(goes, "", named=1)
    told = words(plan_page(plan, Beside(), facts(plan, starts), DECISIONS))
    assert told.startswith(
        "This is about\nRecord\n1, of 22 Nov 2026\nCase\nT-1\nDecision\nShare it"
    )
    assert (
        "Record 1, decision, 22 Nov 2026:\n"
        "Reason (reason): Words.\n"
        "Reasons of the rules (reasons): Words.\n"
        "4 answers (answer....)\n"
        "Nothing stands in: method\n"
        "The same words stand here, so they go too: Purpose (purpose): Words.\n"
        "Record 2, follow-up, 22 Nov 2026:\n"
        "Consent (answer.consent): yes\n"
        "5 fields in which nothing stands\n"
    ) in told
    done = words(erased_page(plan, Beside(), []))
    assert "Record 1, decision\nReason, Reasons of the rules, Method, 4 answers\nThe same" in done
    assert "Words." not in done


def test_a_whole_record_is_told_in_few_words() -> None:
    """Nobody reads the names of fifty fields; what somebody wrote is shown."""
    goes = (Erasure(1, "a", "decision", ("reason", "purpose", "outcome", "title")),)
    plan = Plan(goes, "", named=1, whole=frozenset("a"))
    starts = {"reason": "Words.", "outcome": "share", "title": "You may."}
    told = words(plan_page(plan, Beside(), facts(plan, starts), DECISIONS))
    assert (
        "All that still stands in it: 4 fields:\nReason (reason): Words.\n"
        "What the rules came to: outcome, title\nNothing stands in: purpose\n"
    ) in told


def test_whose_words_go_cannot_always_be_told() -> None:
    """Where the decision is not there, or its words are gone."""
    plan = Plan(erasures(1), "", named=1)
    nobody = Facts({1: Told(1, "follow-up", AT, None, {})})
    assert "This is about" not in words(plan_page(plan, Beside(), nobody, DECISIONS))
    gone = Facts({1: Told(1, "decision", AT, Interview(1, "decision", AT, "", "[erased]"), {})})
    told = words(plan_page(plan, Beside(), gone, DECISIONS))
    assert "Case\nno case number\nDecision\n[erased]" in told


def test_records_that_go_by_age_are_named() -> None:
    """By number, day and case; what is about another one says so."""
    plan = Plan((*erasures(1), Erasure(2, "id-2", "hold", ("reason",))), "")
    told = words(plan_page(plan, Beside(), facts(plan), DECISIONS))
    assert (
        "Record 1, decision, 22 Nov 2026, case T-1\n"
        "Record 2, hold, about record 1, 22 Nov 2026, case T-1\n"
    ) in told


def test_many_records_are_counted_by_class() -> None:
    """Few are named as well."""
    many = Plan(erasures(40), "", lives_of_class={"shared": 30, None: 2})
    told = words(plan_page(many, Beside(), facts(many), DECISIONS))
    assert "Shared\n30\nDecision erased before\n2\nAll, with what is about them\n40 records" in told
    assert "Record 20, decision, about record 1, 22 Nov 2026, case T-1\nand 20 more\n" in told
    assert "Record 21" not in told
    done = words(erased_page(many, Beside(), []))
    assert "40 records" in done
    assert "Record 1," not in done
    few = Plan(erasures(2), "", lives_of_class={"shared": 2})
    assert "Record 1," in words(erased_page(few, Beside(), []))
    assert "more" not in words(plan_page(few, Beside(), facts(few), DECISIONS))


def test_drafts_and_files_are_named() -> None:
    """Before and after; too many of them are counted."""
    drafts = (DraftLoss("d/one.json", ("reason",)), DraftLoss("d/two.json"))
    beside = Beside(drafts, tuple(f"file-{number}" for number in range(20)), torn=True)
    plan = Plan(erasures(1), "", named=1)
    planned = plan_page(plan, beside, facts(plan), DECISIONS)
    for page in (planned, erased_page(plan, beside, [(2, "2.CODE")])):
        told = words(page)
        assert "These fields of the draft d/one.json, which it asks for again: Reason" in told
        assert "The draft d/two.json, as a whole" in told
        assert f"So it is with {20 + 3 - MOST_TOLD} more." in told
    assert "The last line of the log" in words(
        plan_page(plan, Beside(torn=True), facts(plan), DECISIONS)
    )


def test_what_a_person_has_to_know_besides() -> None:
    """Each in a sentence of its own."""
    plan = Plan(
        erasures(1),
        "",
        named=1,
        already=("role",),
        elsewhere=(Place(7, "x", ("purpose", "details")),),
        corrections=(5,),
        beside=(2, 3),
        skipped=(Skipped(8, "y", held_by=9), Skipped(10, "z", kept_until="2031-01-01")),
    )
    assert remarks(plan) == (
        "Erased already: Role.",
        "Some of the same words stay in record 7: Purpose, Details.",
        "Record 5 corrects what goes here, and stays. To erase that too: "
        "infoshare log redact 5 --field correction",
        "These belong to the same story, and stay with all that stands in them: 2, 3. "
        "They may hold the same words.",
        "Record 8 is old enough and stays: record 9 holds it.",
        "Record 10 is old enough and stays: kept until 2031-01-01.",
    )


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (("answer.consent",), True),
        (("answer.consent", "reasons"), False),
        (("reason",), False),
    ],
)
def test_reasons_may_tell_what_was_answered(fields: tuple[str, ...], *, told: bool) -> None:
    """Where answers go without them."""
    plan = Plan((Erasure(1, "a", "decision", fields),), "", named=1)
    assert any("what was answered" in each for each in remarks(plan)) is told


@pytest.mark.parametrize(
    ("plan", "phrase", "number_means"),
    [
        (Plan(erasures(3), "", named=12), "erase 12", "number of the record"),
        (Plan(erasures(3), ""), "erase 3", "how many records"),
    ],
)
def test_what_is_to_be_typed_names_a_number(plan: Plan, phrase: str, number_means: str) -> None:
    """Of the record that was asked for, or else how many there are."""
    typed, meaning = confirmation(plan)
    assert typed == phrase
    assert number_means in meaning


def test_the_receipt_has_the_last_anchor() -> None:
    """One is enough: it vouches for all before it."""
    told = words(erased_page(Plan(erasures(2), ""), Beside(), [(5, "5.CODE"), (6, "6.CODE")]))
    assert "Recorded as\n5 to 6\nAnchor\n6.CODE" in told
    assert "5.CODE" not in told
    assert "Recorded as\n5\nAnchor" in words(
        erased_page(Plan(erasures(1), ""), Beside(), [(5, "x")])
    )
    assert "Anchor" not in words(erased_page(Plan((), "", named=1), Beside(torn=True), []))


def test_nothing_to_do() -> None:
    """And why."""
    assert nothing_page(Plan((), "", named=3)) == (Text(NOTHING_LEFT),)
    skipped = Plan((), "", skipped=(Skipped(8, "y", held_by=9),))
    assert words(nothing_page(skipped)).startswith(NOTHING_OLD)
    assert "record 9 holds it" in words(nothing_page(skipped))
