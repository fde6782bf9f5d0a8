"""What was changed in a pack itself."""

from dataclasses import replace

from infoshare_cli.core.comparison.changed_parts import (
    PartChange,
    changed_parts,
    changed_properties,
)
from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.guidance import Example, Notice, Option
from infoshare_cli.core.proof.properties import Property
from tests.core.small_packs import action, always, choice, one, pack, row, rule, saying
from tests.shipped import shipped_pack

A = one("a", "yes no")
FIRST = rule("first", IsOneOf("a", ("yes",)), "o1")
REST = rule("rest", always(A), "o2")
OLD = pack((A,), (FIRST, REST), actions=(action("ring", always(A), "before"),))
TOLD = replace(
    OLD, sayings=(saying("tell", "person", always(A), "It is {purpose}", purpose="[x]"),)
)


def test_equal_packs_differ_in_nothing() -> None:
    """Loaded twice, or once."""
    assert changed_parts(shipped_pack(), shipped_pack()) == ()


def test_words_are_told_side_by_side() -> None:
    """Of every kind of entry, by its id and field."""
    new = replace(
        OLD,
        rules=(replace(FIRST, because="Because of this."), REST),
        questions=(replace(A, ask="What now?"),),
        outcomes=(replace(OLD.outcomes[0], title="Do it."), OLD.outcomes[1]),
        actions=(replace(OLD.actions[0], text="Ring twice."),),
    )
    assert changed_parts(OLD, new) == (
        PartChange("question", "a", "differs", "ask", "What of a?", "What now?"),
        PartChange("outcome", "o1", "differs", "title", "Title of o1", "Do it."),
        PartChange("rule", "first", "differs", "because", "Because first.", "Because of this."),
        PartChange("action", "ring", "differs", "text", "Do ring.", "Ring twice."),
    )


def test_what_comes_and_goes_is_named() -> None:
    """Rules, and the answers of a question with the question before them."""
    question = replace(A, options=(A.options[0], Option("not-sure", "Not sure")))
    new = replace(OLD, questions=(question,), rules=(REST,), actions=())
    assert changed_parts(OLD, new) == (
        PartChange("answer", "a.no", "gone"),
        PartChange("answer", "a.not-sure", "new"),
        PartChange("rule", "first", "gone"),
        PartChange("action", "ring", "gone"),
    )


def test_a_word_to_somebody_is_told_like_any_other() -> None:
    """Its text, its listener, what stands for an empty field; and where it comes or goes."""
    (tell,) = TOLD.sayings
    new = replace(TOLD, sayings=(replace(tell, to="family", fields={"purpose": "[why]"}),))

    assert changed_parts(TOLD, new) == (
        PartChange("saying", "tell", "differs", "to", "person", "family"),
        PartChange("saying", "tell", "differs", "fields", "purpose: [x]", "purpose: [why]"),
    )
    assert changed_parts(OLD, TOLD) == (PartChange("saying", "tell", "new"),)


def test_conditions_are_told_in_words() -> None:
    """As the pack's short words say them."""
    new = replace(OLD, rules=(replace(FIRST, when=IsOneOf("a", ("no",))), REST))
    [change] = changed_parts(OLD, new)
    assert (change.field, change.old, change.new) == ("when", 'a is "yes"', 'a is "no"')


def test_a_row_of_a_choice_is_told_under_its_choice() -> None:
    """With the choice's id before its own."""
    old, new = (
        pack((A,), (REST,), choices=(choice("k", row("r", always(A), value)),))
        for value in ("v1", "v2")
    )
    [change] = changed_parts(old, new)
    assert (change.kind, change.id, change.old, change.new) == ("row", "k.r", "v1", "v2")


def test_a_rule_in_another_place_is_told_once() -> None:
    """Only what was moved, not all that moved up for it."""
    rules = [rule(name, always(A), "o1") for name in "vwxyz"]
    old = pack((A,), rules)
    new = pack((A,), [rules[4], *rules[:4]])
    assert changed_parts(old, new) == (
        PartChange("rule", "z", "differs", "place", "after y", "after no other rule"),
    )


def test_a_list_that_was_empty_is_told_by_what_stands_in_it_now() -> None:
    """Examples are told with the kind of work they come from; nothing stands for an empty list."""
    examples = (Example("school", "A talk."), Example("health", "A letter."))
    new = replace(OLD, questions=(replace(A, examples=examples),))
    told = "school: A talk.; health: A letter."
    assert changed_parts(OLD, new) == (
        PartChange("question", "a", "differs", "examples", None, told),
    )
    assert changed_parts(new, OLD) == (
        PartChange("question", "a", "differs", "examples", told, None),
    )


def test_what_a_notice_bears_on_is_told_key_by_key() -> None:
    """Each key with its values, in one line."""
    notice = Notice("law", "Law", "A law.", {"law": "reported"}, ({"a": ("yes",)},), "Read today.")
    later = replace(notice, status={"law": "confirmed"}, bears_on=({"a": ("yes", "no")},))
    old, new = replace(OLD, notices=(notice,)), replace(OLD, notices=(later,))
    assert changed_parts(old, new) == (
        PartChange("notice", "law", "differs", "status", "law: reported", "law: confirmed"),
        PartChange("notice", "law", "differs", "bears_on", "a: yes", "a: yes; no"),
    )


def test_changed_properties_are_told_in_the_words_of_each_pack() -> None:
    """What must hold of every case: what came, what went, and the condition that differs."""
    kept, gone, come = (Property(name, f"It is {name}.") for name in ("kept", "gone", "come"))
    new = replace(OLD, questions=(replace(A, short="the answer"),))
    found = changed_properties(
        (replace(kept, never=IsOneOf("a", ("yes",))), gone),
        (replace(kept, never=IsOneOf("a", ("no",))), come),
        (OLD, new),
    )
    assert found == (
        PartChange("property", "kept", "differs", "never", 'a is "yes"', 'the answer is "no"'),
        PartChange("property", "gone", "gone"),
        PartChange("property", "come", "new"),
    )
