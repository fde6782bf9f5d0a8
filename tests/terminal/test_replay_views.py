"""Replayed decisions on a page."""

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.replay import Difference, Replayed
from infoshare_cli.core.replays import NotReplayed, Replays
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.terminal.page import Heading, Items, Text
from infoshare_cli.terminal.replay_views import effect_page, replay_page, unusable_page

ADVICE = Difference("advice_from", [], ["line-manager", "legal-adviser"])
REASONS = Difference(
    "reasons",
    [{"rule": "a", "text": "Old.", "source": [{"page": 6, "statement": None}]}],
    [{"rule": "b", "text": "New.", "source": []}, {"rule": "c", "text": "More.", "source": []}],
)


def of(*differences: Difference, needs: str | None = None) -> Replays:
    """One decision that differs, recorded by 1.0.0."""
    return Replays(different=[Replayed(3, "id-3", "1.0.0", differences, needs)])


def items(replays: Replays, guidance: Guidance) -> tuple[str, ...]:
    """The lines of the decisions that come out differently under other rules."""
    [lines] = [block for block in effect_page(replays, guidance) if isinstance(block, Items)]
    return lines.items


def test_each_difference_has_then_and_now() -> None:
    """Every reason on a line of its own, with its page; nothing where there is nothing."""
    page = replay_page(of(ADVICE, REASONS), "1.0.0")
    assert page == (
        Text("Not as recorded: 1. As recorded: 0.", "danger"),
        Heading("Record 3 (id-3)"),
        Items(
            (
                "Advice from\nthen: nothing\nnow: line-manager; legal-adviser",
                "Reasons\nthen: Old. (page 6)\nnow: New.\n      More.",
            )
        ),
    )


def test_another_program_is_named_beside_a_difference() -> None:
    """It may be why; where it is the same one, it is not."""
    [*_, told] = replay_page(of(ADVICE), "1.2.0")
    assert isinstance(told, Text)
    assert told.text.startswith("It was recorded by infoshare 1.0.0, and this is 1.2.0.")


def test_what_was_compared_in_part_is_said_to_be() -> None:
    """The rest was erased."""
    told, partly = replay_page(Replays(same=4, partly_erased=2), "1.0.0")
    assert told == Text("As recorded, with the same reasons: 4.", "strong")
    assert isinstance(partly, Text)
    assert partly.text.endswith("the rest was compared: 2.")


def test_a_reason_not_to_replay_is_told_once() -> None:
    """With all the records that have it."""
    replays = Replays(
        not_replayed=[
            NotReplayed(1, "id-1", "rules-not-usable", "Changed."),
            NotReplayed(2, "id-2", "answers-erased"),
            NotReplayed(3, "id-3", "rules-not-usable", "Changed."),
            NotReplayed(5, None, "record-broken"),
        ]
    )
    told, heading, listed = replay_page(replays, "1.0.0")
    assert told == Text("No decision could be replayed.", "warning")
    assert heading == Heading("Not replayed: 4")
    assert listed == Items(
        (
            "Records 1 and 3: the rules of that time cannot be used. Changed.",
            "Record 2: answers were erased, so nobody can say what they came to.",
            "Record 5: not as it was written.",
        )
    )


def test_no_decisions_are_no_finding(guidance: Guidance) -> None:
    """Whichever way they were to be replayed."""
    none = (Text("There are no decisions in the log to replay."),)
    assert replay_page(Replays(), "1.0.0") == none
    assert effect_page(Replays(), guidance) == none


def test_outcomes_are_called_by_their_short_names(guidance: Guidance) -> None:
    """One that these rules have not, by the words of its id."""
    changed = of(Difference("outcome", "gone-away", "seek-advice"))
    seek = guidance.outcome_by_id["seek-advice"].short
    assert items(changed, guidance) == (f"Record 3 (id-3): gone away becomes {seek}",)
    nothing = of(Difference("outcome", "seek-advice", None))
    assert items(nothing, guidance) == (f"Record 3 (id-3): {seek} becomes no outcome",)


def test_another_question_is_named(guidance: Guidance) -> None:
    """It was not put then, so there is no outcome now."""
    asks = of(Difference("outcome", "seek-advice", None), needs="consent")
    [told] = items(asks, guidance)
    assert told.endswith("becomes another question, consent, that was not answered then")


def test_the_same_outcome_with_another_consent(guidance: Guidance) -> None:
    """Whose it is, and whose it would be; or nobody's."""
    for then, now, told in (
        ("young-person", "parent", "consent from young person becomes consent from parent"),
        (None, "parent", "consent from nobody becomes consent from parent"),
    ):
        changed = of(Difference("consent_from", then, now))
        assert items(changed, guidance) == (f"Record 3 (id-3): {told}",)


def test_faults_of_rules_are_all_told() -> None:
    """As everywhere."""
    fault = Fault("a.yaml", "this", "that", 3)
    page = unusable_page(FileError("They cannot be used.", (fault,)))
    assert page == (Text("They cannot be used.", "danger"), Items((str(fault),)))
