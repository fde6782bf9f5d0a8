"""What if some answers had been others, as it reads: the two outcomes, and what differs."""

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.what_if import what_if
from infoshare_cli.terminal.what_if_views import what_if_page
from tests.shipped import NOT_ASKED_YET, as_answers
from tests.terminal.worded import in_words


def told(guidance: Guidance, **changes: str) -> str:
    """The page of a young person's case with answers changed."""
    return in_words(what_if_page(guidance, what_if(guidance, NOT_ASKED_YET, as_answers(changes))))


def test_both_outcomes_stand_side_by_side(guidance: Guidance) -> None:
    """With what came of the other answers, and what is added and gone."""
    words = told(guidance, concern="child-significant-harm")
    parts = [
        "What if\nThe worry: Significant harm to a child, or the risk of it\n",
        "Not needed any more: the information, the purpose,",
        "As it was: Ask for consent first.\n",
        "As it would be: Share what they need now. Do not ask for consent, and do not wait.\n",
        "Why it would be so\n",
        "What would be no reason any more\n",
        "What it would add to do\n",
        "What would not be on the list\n",
        "Nothing is recorded, and the record stays as it is.\n",
    ]
    places = [words.index(part) for part in parts]
    assert places == sorted(places)


def test_an_outcome_that_stays_is_said_to(guidance: Guidance) -> None:
    """A change that changes nothing is worth knowing too."""
    words = told(guidance, expected="not-sure")
    assert "The outcome would be the same.\n" in words
    assert "Why it would be so" not in words


def test_where_more_would_be_asked_what_can_come_is_told(guidance: Guidance) -> None:
    """What was about the change is set aside; what is needed next is named."""
    words = told(guidance, recipient="family")
    assert "Set aside, as it was about what changed: harm from sharing, the purpose," in words
    assert "As it would be: Still open: more would be asked.\n" in words
    assert "It can still come to any of these:\n" in words
    assert "What it would add to do" not in words


def test_from_no_outcome_to_one(guidance: Guidance) -> None:
    """A draft may be looked at as well."""
    change = what_if(guidance, {}, {"immediate_danger": ("no",)})
    assert "Needed now: the worry.\n" in in_words(what_if_page(guidance, change))
    change = what_if(guidance, {}, {"immediate_danger": ("yes",)})
    assert "As it was: There was no outcome yet.\n" in in_words(what_if_page(guidance, change))


def test_no_change_is_said_to_be_none(guidance: Guidance) -> None:
    """The answers given again are no other answers."""
    assert (
        told(guidance, recipient="professional")
        == "Nothing is changed: each answer is as it was.\n"
    )
