"""Conditions in words say all that the condition says, and nothing else."""

from collections.abc import Iterator

import pytest
from hypothesis import given

from infoshare_cli.core.condition_words import (
    answers_in_words,
    in_words,
    lines_in_words,
    options_in_words,
)
from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    HasAll,
    HasAny,
    Holds,
    IsOneOf,
    Lacks,
)
from infoshare_cli.core.guidance import Guidance
from tests.core.random_packs import PackWithCondition, packs_with_condition
from tests.core.small_packs import always, choice, fact, many, one, outcome, pack, row

UNSURE = HasAny("concern", ("not-sure",))
SAFEGUARDING = IsOneOf("recipient", ("safeguarding",))
HARM = HasAny("concern", ("child-significant-harm", "adult-serious-harm"))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (
            IsOneOf("recipient", ("safeguarding", "not-sure")),
            "the recipient is a safeguarding body or not decided",
        ),
        (HARM, "the worry includes significant harm to a child or serious harm to an adult"),
        (UNSURE, "the worry is not sure"),
        (
            HasAny("concern", ("child-welfare", "not-sure")),
            "the worry is not sure or includes a child's welfare",
        ),
        (
            HasAll("confidential", ("not-public", "in-confidence")),
            "what is true of the information includes both not being public and being given in "
            "confidence",
        ),
        (
            HasAll("consent_quality", ("told-who", "told-why", "free")),
            "what is true of the consent includes all of knowing who will see it, knowing why and "
            "a real choice",
        ),
        (HasAll("confidential", ("none",)), "what is true of the information is none of these"),
        (Lacks("concern", ("none",)), "the worry is not absent"),
        (Lacks("concern", ("child-welfare",)), "the worry does not include a child's welfare"),
        (
            Lacks("concern", ("child-welfare", "not-sure")),
            "the worry includes none of a child's welfare and not sure",
        ),
        (Comes("risk", ("no", "not-sure")), "the answer on risk is no or not sure"),
        (
            Comes("whose_consent", ("child", "local-authority", "nobody-yet")),
            "the one whose consent counts is the child or young person, the council that holds "
            "the care order or nobody yet",
        ),
        (Comes("weigh", ("do-not-share",)), "the result of weighing the harms is do not share"),
        (
            Holds("serious"),
            '"A child may be at risk of significant harm, or an adult of serious harm"',
        ),
        (
            Fails("held_in_confidence"),
            'it is not so that "The information is confidential, or it is not sure whether it is"',
        ),
        (
            All((UNSURE, SAFEGUARDING)),
            "the worry is not sure, and the recipient is a safeguarding body",
        ),
        (
            Any((UNSURE, All((SAFEGUARDING, IsOneOf("purpose_clear", ("no",)))))),
            "either the worry is not sure, or (the recipient is a safeguarding body, and the "
            "purpose is not clear)",
        ),
        (
            All((Any((UNSURE, HARM)), SAFEGUARDING)),
            "(either the worry is not sure, or the worry includes significant harm to a child or "
            "serious harm to an adult), and the recipient is a safeguarding body",
        ),
    ],
)
def test_each_kind_of_condition_has_plain_words(
    guidance: Guidance, condition: Condition, words: str
) -> None:
    """In the pack's own words; groups within groups stand in brackets, so none can be misread."""
    assert in_words(guidance, condition) == words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (IsOneOf("outcome", ("seek-advice",)), "the outcome is take advice"),
        (
            IsOneOf("outcome", ("do-not-share", "seek-advice", "seek-consent")),
            "the outcome is do not share, take advice or ask for consent",
        ),
        (
            IsOneOf("consent_from", ("parents-to-be",)),
            "the one whose consent the outcome names is the parents-to-be",
        ),
        (
            HasAny("asked", ("consent", "care_order")),
            "the list of questions asked includes consent or a care order",
        ),
        (
            HasAll("has", ("reason", "contact")),
            "what comes with the outcome includes both a reason and a contact",
        ),
        (
            HasAll("action", ("emergency-call",)),
            'the list of actions includes "Ring 999 now"',
        ),
    ],
)
def test_what_a_case_comes_to_has_words_too(
    guidance: Guidance, condition: Condition, words: str
) -> None:
    """Outcome, whose consent, questions asked and actions: what properties speak of."""
    assert in_words(guidance, condition) == words


def test_most_of_the_outcomes_are_told_by_those_left_out(guidance: Guidance) -> None:
    """Nobody listens to eight of nine; but answers are listed, so that "not sure" is heard."""
    outcomes = tuple(guidance.outcome_by_id)
    recipients = tuple(option.id for option in guidance.question_by_id["recipient"].options)

    assert in_words(guidance, IsOneOf("outcome", outcomes)) == "the outcome is any at all"
    assert in_words(guidance, IsOneOf("outcome", outcomes[1:])) == "the outcome is any but call 999"
    assert "not decided" in in_words(guidance, IsOneOf("recipient", recipients[1:]))


def test_a_pack_without_short_words_is_told_by_its_labels() -> None:
    """Labels and titles stand in quotation marks: they are sentences of their own."""
    letters = many("some_letters", "x y")
    guidance = pack(
        [letters],
        outcomes=[outcome("end")],
        choices=[choice("k", row("r", HasAny("some_letters", ("x",)), "v-1"))],
        facts=[fact("f", HasAny("some_letters", ("x",)))],
    )

    assert in_words(guidance, HasAny("some_letters", ("x",))) == 'some letters includes "x"'
    assert in_words(guidance, IsOneOf("outcome", ("end",))) == 'the outcome is "Title of end"'
    told = 'the answer to "What k comes to" is v 1 or nothing'
    assert in_words(guidance, Comes("k", ("v-1", ""))) == told


def test_a_nested_condition_stands_line_by_line(guidance: Guidance) -> None:
    """A group says how its parts are joined, and they stand one further in."""
    condition = All((SAFEGUARDING, Any((UNSURE, Holds("agency")))))

    assert [(line.depth, line.text) for line in lines_in_words(guidance, condition)] == [
        (0, "All of these:"),
        (1, "The recipient is a safeguarding body"),
        (1, "At least one of these:"),
        (2, "The worry is not sure"),
        (
            2,
            '"The recipient is a safeguarding body, or a professional who supports the child or '
            'family"',
        ),
    ]


def test_answers_are_told_by_their_labels(guidance: Guidance) -> None:
    """Questions as they were answered; options in the order of the pack."""
    answers = {"consent": ("refused",), "concern": ("child-welfare", "adult-may-pose-risk")}

    assert answers_in_words(guidance, answers) == (
        ("Consent", "No, they refused"),
        (
            "The worry",
            "Someone may endanger children or others, no victim in view; A child's welfare or "
            "need for support, short of significant harm",
        ),
    )


def conditions_of(guidance: Guidance) -> Iterator[Condition]:
    """Every condition of a pack."""
    yield from (each.when for each in guidance.facts)
    yield from (row.when for each in guidance.choices for row in each.rules)
    yield from (each.when for each in guidance.rules)
    yield from (each.when for each in guidance.actions)
    yield from (each.when for each in guidance.sayings)
    yield from (each.when for each in guidance.follow_ups)
    yield from (each.when for each in guidance.record_fields if each.when)


def test_no_id_is_heard_where_the_shipped_pack_speaks(guidance: Guidance) -> None:
    """Every question, option, outcome and choice that a condition names has a short word."""
    ids = {word for question in guidance.questions for word in (question.id,)}
    ids |= {option.id for question in guidance.questions for option in question.options}
    ids = {word for word in ids | set(guidance.outcome_by_id) if "_" in word or "-" in word}
    told = [in_words(guidance, condition) for condition in conditions_of(guidance)]

    assert told
    for words in told:
        assert not ids & set(words.replace(",", " ").split()), words
        assert words == words.strip()
        assert "  " not in words


def test_short_words_cannot_be_mixed_up(guidance: Guidance) -> None:
    """Two options of a question, two questions or two outcomes never have the same short word."""
    for question in guidance.questions:
        shorts = [option.short for option in question.options]
        assert all(shorts)
        assert len(shorts) == len(set(shorts)), question.id
        assert not any("," in short for short in shorts), question.id
    for entries in (guidance.questions, guidance.outcomes, guidance.choices):
        names = [each.short for each in entries]
        assert all(names)
        assert len(names) == len(set(names))


def parts_of(condition: Condition) -> Iterator[Condition]:
    """The parts of a condition that are no groups."""
    if isinstance(condition, All | Any):
        for part in condition.parts:
            yield from parts_of(part)
    else:
        yield condition


@given(packs_with_condition())
def test_every_condition_of_every_pack_has_words(case: PackWithCondition) -> None:
    """The line holds each part; the layout has each part once, and a line for each group."""
    line = in_words(case.guidance, case.condition)
    parts = list(parts_of(case.condition))
    lines = lines_in_words(case.guidance, case.condition)
    told = [each.text.casefold() for each in lines if not each.text.endswith("these:")]

    assert told == [in_words(case.guidance, part).casefold() for part in parts]
    assert all(in_words(case.guidance, part) in line for part in parts)
    assert line.count("(") == line.count(")")


def test_an_answer_to_anything_is_told(guidance: Guidance) -> None:
    """Each option of each question, by itself."""
    for question in guidance.questions:
        for option in question.options:
            name, label = answers_in_words(guidance, {question.id: (option.id,)})[0]
            assert name[0].isupper()
            assert label == option.label


def test_a_question_of_the_pack_comes_before_a_word_of_ours() -> None:
    """A pack may ask a question that is called asked."""
    question = one("asked", "yes no")

    assert in_words(pack([question]), always(question)) == 'asked is "yes" or "no"'


@pytest.mark.parametrize(
    ("subject", "options", "words"),
    [
        ("recipient", ("safeguarding", "not-sure"), ["a safeguarding body", "not decided"]),
        ("concern", ("child-welfare",), ["a child's welfare"]),
        ("has", ("page",), ["a page of the guide"]),
        ("some-thing", ("left_out", "not-known"), ["left out", "not known"]),
    ],
)
def test_options_are_told_one_by_one(
    guidance: Guidance, subject: str, options: tuple[str, ...], words: list[str]
) -> None:
    """In the order given; of what the pack does not have, the ids are spelled as words."""
    assert options_in_words(guidance, subject, options) == words


def test_what_the_pack_does_not_know_is_spelled_out(guidance: Guidance) -> None:
    """Another pack's question still has words, so that two packs can be compared."""
    condition = IsOneOf("some_thing", ("left-out", "not-known"))

    assert in_words(guidance, condition) == "some thing is left out or not known"
