"""Part of a pack holds what was asked for, and nothing else."""

from dataclasses import fields

from infoshare_cli.core.excerpt import CHAPTERS, Excerpt, chapter, ids_of, whole, with_id
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.properties import Property


def filled(excerpt: Excerpt) -> set[str]:
    """The kinds of entry that it has."""
    return {each.name for each in fields(excerpt) if getattr(excerpt, each.name)}


def test_the_chapters_together_are_the_whole(guidance: Guidance) -> None:
    """Each kind of entry stands in one chapter, and none is forgotten."""
    all_of_it = whole(guidance, (Property("a", "A.", ("p2",)),))
    kinds = [kind for name in CHAPTERS for kind in filled(chapter(all_of_it, name))]

    assert sorted(kinds) == sorted(filled(all_of_it))
    assert sorted(kinds) == sorted(each.name for each in fields(Excerpt))


def test_a_chapter_has_all_its_entries(guidance: Guidance) -> None:
    """In the order of the pack."""
    decision = chapter(whole(guidance), "decision")

    assert filled(decision) == {"facts", "choices", "rules"}
    assert decision.rules == guidance.rules


def test_an_id_finds_every_entry_of_that_name(guidance: Guidance) -> None:
    """The fact agency, and the record field agency."""
    found = with_id(whole(guidance), "agency")

    assert filled(found) == {"facts", "record_fields"}
    assert [fact.id for fact in found.facts] == ["agency"]


def test_a_question_comes_with_what_asks_it_after_the_outcome(guidance: Guidance) -> None:
    """The entry of follow-ups has no id but its question's."""
    found = with_id(whole(guidance), "checks")

    assert filled(found) == {"questions", "follow_ups"}


def test_a_row_comes_alone_in_its_choice(guidance: Guidance) -> None:
    """And a choice with all its rows."""
    (choice,) = with_id(whole(guidance), "adult-decides").choices
    (weigh,) = with_id(whole(guidance), "weigh").choices

    assert [row.id for row in choice.rules] == ["adult-decides"]
    assert weigh.rules == guidance.rows_of["weigh"]


def test_each_id_that_is_named_finds_something(guidance: Guidance) -> None:
    """And one that is not finds nothing."""
    for identity in ids_of(whole(guidance)):
        assert not with_id(whole(guidance), identity).is_empty, identity
    assert "" not in ids_of(whole(guidance))
    assert with_id(whole(guidance), "nobody-home").is_empty
