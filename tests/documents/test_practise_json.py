"""Practice for a trainer: the keys that other programs may rely on."""

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.practice import attempt
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.documents.practise_json import attempts_to_json, stories_to_json

STORY = WrittenCase(
    "fire",
    {"immediate_danger": ("yes",)},
    "emergency",
    None,
    story="A house burns.",
    sector="Housing",
    title="The fire",
    because="Danger comes first (page 4).",
)
NAMED = {"id": "fire", "title": "The fire", "sector": "Housing"}


def test_stories_are_listed_without_their_end() -> None:
    """A trainer may hand the list to those who practise."""
    assert stories_to_json([STORY]) == {"stories": [NAMED]}


def test_an_attempt_tells_both_ends_and_what_differs(guidance: Guidance) -> None:
    """One word for a question of one option, lists where there may be several."""
    answers = {
        "immediate_danger": ("no",),
        "concern": ("child-significant-harm",),
        "recipient": ("family",),
    }
    right, wrong = (attempt(guidance, STORY, each) for each in (STORY.answers, answers))
    told = attempts_to_json(guidance, [right, wrong])
    assert (told["right"], told["of"]) == (1, 2)
    assert [each["same"] for each in told["stories"]] == [True, False]
    assert told["stories"][1] == {
        **NAMED,
        "outcome": {"yours": "share-elsewhere", "guide": "emergency"},
        "consent_from": {"yours": None, "guide": None},
        "same": False,
        "differences": [
            {"question": "immediate_danger", "yours": ["no"], "guide": ["yes"], "turns": True}
        ],
        "answers": {
            "immediate_danger": "no",
            "concern": ["child-significant-harm"],
            "recipient": "family",
        },
    }
