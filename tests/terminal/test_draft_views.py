"""Drafts on a page: read as words alone."""

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest

from infoshare_cli.core.case import Case
from infoshare_cli.core.continuing import Continued
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.reread import Reread
from infoshare_cli.errors import Fault
from infoshare_cli.terminal.draft_views import (
    ListedDraft,
    continued_page,
    discarded_page,
    drafts_page,
    reread_page,
    resumed_page,
    unreadable_page,
)
from infoshare_cli.terminal.page import Block, Screen, show_page
from tests.conftest import Decision, RecordsOf
from tests.files.draft_cases import DRAFT

SAME = Reread(
    case=Case(),
    other_rules=False,
    held_under="pan-bedfordshire 1.0.0",
    gone_questions=(),
    gone_answers=(),
    set_aside=(),
    gone_fields=(),
    moved_fields=(),
    open_fields=(),
    came_to="seek-consent",
    comes_to="seek-consent",
    next=None,
    newly_needed=False,
)


def read(page: Sequence[Block]) -> str:
    """The page in words, on one line."""
    stream = io.StringIO()
    show_page(page, Screen(stream, plain=True, width=80))
    return " ".join(stream.getvalue().split())


def listed(next_question: str | None = "recipient", **changes: object) -> ListedDraft:
    """A draft in the list."""
    draft = replace(DRAFT, **changes)  # type: ignore[arg-type]
    return ListedDraft(draft, next_question, other_rules=False)


def test_no_drafts_are_told_as_such(guidance: Guidance) -> None:
    """Nothing to go on with, and nothing to type."""
    assert read(drafts_page(guidance, [])) == (
        "There are no drafts: no interview is waiting to be finished."
    )


def test_a_draft_is_told_by_what_one_looks_for(guidance: Guidance) -> None:
    """Its id, its times, its case, how far it got, what comes next, and what to type."""
    text = read(drafts_page(guidance, [listed()]))
    for part in (
        "Draft 20261122-k7f3",
        "Started: 22 Nov 2026",
        "Saved: 22 Nov 2026",
        "Case: T-1",
        f"Continues: record {DRAFT.of}",
        "Answers: 2",
        f"Next: {guidance.question_by_id['recipient'].ask}",
        "infoshare assess --resume",
        "infoshare assess --discard",
    ):
        assert part in text
    assert "--draft" not in text
    assert "child-welfare" not in text


def test_of_several_drafts_one_has_to_be_named(guidance: Guidance) -> None:
    """The commands show how."""
    text = read(drafts_page(guidance, [listed(), listed(id="20261123-zzzz")]))
    assert "infoshare assess --resume --draft 20261123-zzzz" in text
    assert "infoshare assess --discard --draft 20261123-zzzz" in text


def test_a_draft_with_an_outcome_tells_it(guidance: Guidance) -> None:
    """In place of the next question; where nobody can tell either, neither is told."""
    bare = {"of": None, "case": Case({"immediate_danger": ("no",)})}
    text = read(drafts_page(guidance, [listed(None, came_to="seek-advice", **bare)]))
    assert f"Outcome: {guidance.outcome_by_id['seek-advice'].title}" in text
    assert "Next" not in text
    assert "Case:" not in text
    assert "Continues" not in text
    neither = read(drafts_page(guidance, [listed(None, came_to=None)]))
    assert "Next" not in neither
    assert "Outcome" not in neither


def test_a_draft_under_other_rules_says_so(guidance: Guidance) -> None:
    """Before anybody goes on with it."""
    text = read(drafts_page(guidance, [replace(listed(), other_rules=True)]))
    assert "The rules have changed since." in text


def test_what_cannot_be_read_is_listed() -> None:
    """With the file and what to do; nothing where all can be read."""
    assert unreadable_page([]) == ()
    text = read(unreadable_page([Fault("x.json", "nonsense", "a draft")]))
    assert "x.json: found nonsense; expected a draft." in text


def test_a_discarded_draft_tells_its_record() -> None:
    """The number and the anchor to note."""
    text = read(discarded_page(DRAFT, 12, "12.ABCD"))
    assert "The log says that this interview was abandoned." in text
    assert "Record: 12" in text
    assert "Anchor: 12.ABCD" in text


def test_where_nothing_changed_nothing_is_told(guidance: Guidance) -> None:
    """Only that one goes on, and with what."""
    assert reread_page(guidance, SAME) == ()
    text = read(resumed_page(guidance, DRAFT, SAME))
    assert text.startswith("You go on with the draft 20261122-k7f3, begun on 22 Nov 2026")
    assert "rules" not in text


def test_other_rules_are_named(guidance: Guidance) -> None:
    """Those of then and those of now; or that the same name stands for others."""
    now = f"{guidance.pack.id} {guidance.pack.version}"
    text = read(reread_page(guidance, replace(SAME, other_rules=True)))
    assert text == (
        f"You began under the rules pan-bedfordshire 1.0.0. Now they are {now}. "
        "Your answers stand as they were."
    )
    same_name = read(reread_page(guidance, replace(SAME, other_rules=True, held_under=now)))
    assert same_name.startswith("The rules, or words of them, are no longer those you began with")


CHANGES: tuple[tuple[dict[str, object], str], ...] = (
    ({"gone_questions": ("old_question",)}, "so your answer is gone: old question."),
    ({"gone_answers": ("consent",)}, "not there to choose any more: Has"),
    ({"set_aside": ("consent",)}, "Please answer again: "),
    ({"gone_fields": ("area",)}, "does not fit any more: Where does the child live"),
    ({"gone_fields": ("shoe_size",)}, "does not fit any more: shoe size"),
    ({"moved_fields": ("purpose",)}, "Please write it again: What is it for?"),
    ({"open_fields": ("decision",)}, "this is open again: "),
    ({"open_fields": ("shoe_size",)}, "this is open again: shoe size"),
    ({"next": "recipient", "newly_needed": True}, "The rules now ask this too: Who would get"),
    ({"came_to": "share-limited"}, "The outcome was: "),
    ({"comes_to": None}, "Now more answers are needed."),
    ({"came_to": "gone-outcome"}, "The outcome was: gone outcome. Now it is: "),
)


@pytest.mark.parametrize(("change", "told"), CHANGES)
def test_each_change_is_told(guidance: Guidance, change: dict[str, object], told: str) -> None:
    """In the words of the question or the field, as far as there are any."""
    asks = guidance.question_by_id["consent"].ask
    told = told.replace("Has", asks)
    page = reread_page(guidance, replace(SAME, other_rules=True, **change))  # type: ignore[arg-type]
    assert told in read(page)
    assert "This has changed since:" in read(page)


def test_an_area_that_is_gone_is_told_under_the_same_rules(guidance: Guidance) -> None:
    """The contacts may have changed alone."""
    text = read(reread_page(guidance, replace(SAME, gone_fields=("area",))))
    assert text.startswith("This has changed since:")


def test_going_on_from_a_record_tells_what_is_asked_again(
    guidance: Guidance, decision: Decision, records_of: RecordsOf
) -> None:
    """Consent, and what new answers take along; nothing where there is neither."""
    (record,) = records_of([decision()])
    nothing = Continued(Case(), (), (), ())
    assert read(continued_page(guidance, record.head, SAME, nothing)).startswith(
        "You go on from record 1 of 22 Nov 2026"
    )
    some = Continued(Case(), ("consent",), ("recipient_risk",), ("purpose",))
    text = read(continued_page(guidance, record.head, SAME, some))
    assert guidance.question_by_id["consent"].ask in text
    assert guidance.question_by_id["recipient_risk"].ask in text
    assert "so it is open again: - What is it for?" in text
