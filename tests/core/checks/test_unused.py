"""Facts and choices that nothing rests on; what rules or actions rest on is used."""

from dataclasses import replace
from typing import Any as Anything

import pytest

from infoshare_cli.core.checks.unused import unused_names
from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds, IsOneOf
from infoshare_cli.core.guidance import FollowUp, Guidance, RecordField
from tests.core.small_packs import (
    action,
    always,
    choice,
    fact,
    one,
    outcome,
    pack,
    row,
    rule,
    saying,
)

A = one("a", "yes no", about=("c2",))
YES = IsOneOf("a", ("yes",))


def of(**more: Anything) -> Guidance:
    """Facts f1 and f2, of which the first rests on the second, and choices c1 and c2."""
    bare = pack(
        (replace(A, about=()),),
        (rule("r", always(A), "o"),),
        facts=(fact("f1", Any((Holds("f2"), YES))), fact("f2", YES)),
        choices=(choice("c1", row("x", Fails("f1"), "v")), choice("c2", row("y", YES, "o"))),
    )
    return replace(bare, **more)


def using(condition: Condition) -> dict[str, Guidance]:
    """The pack with a condition in each place that has one."""
    return {
        "rule": of(rules=(rule("r", condition, "o"),)),
        "action": of(actions=(action("do", All((YES, condition)), "after"),)),
        "saying": of(sayings=(saying("tell", "person", All((YES, condition))),)),
        "follow-up": of(follow_ups=(FollowUp("a", condition, "?"),)),
        "field": of(record_fields=(RecordField("f", "?", "", ("p3",), "no", condition),)),
    }


def test_what_nothing_rests_on_is_told_in_order() -> None:
    """What only such a fact rests on, too: facts first, as written."""
    both = (("fact", "f1"), ("fact", "f2"), ("choice", "c1"), ("choice", "c2"))
    assert unused_names(of()) == both


def test_a_choice_that_a_field_was_written_about_is_used() -> None:
    """As one that an answer was given about."""
    about = RecordField("f", "?", "", ("p3",), about=("c1", "a", "outcome", "decision"))
    assert unused_names(of(record_fields=(about,))) == (("choice", "c2"),)


@pytest.mark.parametrize("place", ["rule", "action", "saying", "follow-up", "field"])
def test_what_a_condition_rests_on_is_used(place: str) -> None:
    """Itself, and whatever it rests on in turn."""
    assert unused_names(using(Holds("f1"))[place]) == (("choice", "c1"), ("choice", "c2"))
    assert unused_names(using(Comes("c1", ("v",)))[place]) == (("choice", "c2"),)


@pytest.mark.parametrize(
    "more",
    [
        {"rules": (rule("r", always(A), None, "c2"),)},
        {"outcomes": (outcome("o", consent_from="c2"),)},
        {"questions": (A,)},
    ],
)
def test_a_choice_may_be_used_without_a_condition(more: dict[str, Anything]) -> None:
    """As the outcome, as whose consent counts, as what an answer is about."""
    assert ("choice", "c2") not in unused_names(of(**more))


def test_what_is_used_elsewhere_is_used() -> None:
    """A property may be all that rests on a fact."""
    assert unused_names(of(), [Holds("f2")]) == (
        ("fact", "f1"), ("choice", "c1"), ("choice", "c2"),
    )  # fmt: skip


def test_what_is_used_twice_is_used_once() -> None:
    """By a rule and by an action, and what both rest on; no other becomes used by it."""
    both = All((Holds("f1"), Holds("f2")))
    twice = of(
        rules=(rule("r", both, "o"),), actions=(action("do", Any((both, Fails("f1"))), "after"),)
    )
    assert unused_names(twice) == (("choice", "c1"), ("choice", "c2"))
