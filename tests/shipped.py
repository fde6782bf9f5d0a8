"""The pack that comes with the program, loaded once, and answers to its questions."""

from functools import cache

from hypothesis import strategies as st

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.locations import shipped_rules
from tests import reading
from tests.core.small_packs import sheets

NOT_ASKED_YET: Answers = {
    "immediate_danger": ("no",),
    "concern": ("child-welfare",),
    "recipient": ("professional",),
    "prompted_by": ("own-concern",),
    "recipient_risk": ("no",),
    "subject": ("child",),
    "purpose_clear": ("yes",),
    "aims_without_sharing": ("no",),
    "asking_risk": ("none",),
    "age_band": ("16-17",),
    "capacity_doubt": ("no",),
    "consent": ("not-asked",),
    "confidential": ("private",),
    "expected": ("no",),
}
"""A young person of 16 or 17 who should be asked first."""


@cache
def shipped_pack() -> Guidance:
    """The shipped pack; for what runs outside a fixture, such as a state machine."""
    return load_guidance(shipped_rules())


def as_answers(given: reading.Answers) -> Answers:
    """The answers of a case as the engine takes them, options in the order of the pack."""
    questions = shipped_pack().question_by_id
    return {
        question: tuple(
            option.id
            for option in questions[question].options
            if option.id in ([answer] if isinstance(answer, str) else answer)
        )
        for question, answer in given.items()
    }


def cases() -> st.SearchStrategy[Answers]:
    """An answer to every question of the shipped pack; half of them get as far as consent."""
    every = sheets(shipped_pack())
    goes_on = {
        "immediate_danger": "no",
        "recipient_risk": "no",
        "purpose_clear": "yes",
        "aims_without_sharing": "no",
        "asking_risk": "none",
    }
    worries = st.sampled_from(("child-welfare", "none", "not-sure"))
    far = st.builds(
        lambda case, worry: {**case, **as_answers({**goes_on, "concern": worry})}, every, worries
    )
    return every | far


def part_cases() -> st.SearchStrategy[Answers]:
    """Answers to some of the questions of the shipped pack, needed or not."""
    some = st.sets(st.sampled_from(list(shipped_pack().question_by_id)))
    return st.builds(_without, cases(), some)


def _without(case: Answers, left_out: set[str]) -> Answers:
    return {question: answer for question, answer in case.items() if question not in left_out}
