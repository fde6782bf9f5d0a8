"""The written cases and the plain reading agree, and the reading keeps the safety properties.

Properties 10 and 11 speak of actions, not of outcomes; the reading knows none.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import (
    NARROW,
    QUALITY,
    UNDERSTANDING,
    WIDE,
    Reading,
    all_cases,
    all_readings,
    read_case,
)

Answers = dict[str, frozenset[str]]

CASES_FOLDER = Path(__file__).parent.parent / "rules" / "pan-bedfordshire" / "cases"
FILES = sorted(CASES_FOLDER.glob("*.yaml"))
STEPS = {"7a", "7b", "8a", "8b", *map(str, range(1, 30))} - {"7", "8"}

MANY = {
    "concern",
    "prompted_by",
    "asking_risk",
    "understanding",
    "consent_quality",
    "confidential",
    "checks",
}
FOLLOW_UPS = {
    "requester_verified": {"yes", "no", "not-sure"},
    "parents": {"together", "apart", "in-conflict", "not-sure"},
    "checks": {
        *("necessary", "proportionate", "relevant", "adequate", "accurate", "fact-from-opinion"),
        *("timely", "secure", "third-parties", "recipient-identified", "none"),
    },
}
OPTIONS = {question: set().union(*answers) for question, answers in WIDE.items()} | FOLLOW_UPS
ALONE = {"none", "not-sure"}
SHARES = {"share-without-consent", "share-with-consent", "share-limited"}
PASSED_ON = SHARES | {"seek-consent", "not-personal"}
CONSENT = {"seek-consent", "share-with-consent"}
CONSENT_QUESTIONS = {"consent", "consent_quality", "confidential", "expected", "subject_interest"}
SERIOUS = {"child-significant-harm", "adult-serious-harm"}
AGENCY = {"safeguarding", "professional"}


def load_cases() -> list[dict[str, Any]]:
    """Every case of every file, each scalar as its text."""
    texts = (path.read_text(encoding="utf-8") for path in FILES)
    return [case for text in texts for case in yaml.load(text, Loader=yaml.BaseLoader)]  # noqa: S506


CASES = load_cases()
READINGS = [read_case(case["answers"]) for case in CASES]
ANSWERS: list[Answers] = [
    {
        question: frozenset([answer] if isinstance(answer, str) else answer)
        for question, answer in case["answers"].items()
    }
    for case in CASES
]


# The written cases


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_reading_gives_what_the_case_says(case: dict[str, Any]) -> None:
    """A case holds the outcome of its answers, in the order in which they are asked."""
    reading = read_case(case["answers"])
    extra = [question for question in case["answers"] if question not in reading.asked]
    given_in_order = tuple(question for question in case["answers"] if question not in extra)

    assert (reading.outcome, reading.consent_from) == (case["outcome"], case.get("consent_from"))
    assert given_in_order == reading.asked
    assert not extra or "not needed" in case["note"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases_have_only_the_keys_of_a_test_file(path: Path) -> None:
    """A case is id, story, answers, outcome; if wished consent_from, note and what is taught."""
    for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):  # noqa: S506
        assert {"id", "answers", "outcome"} <= case.keys()
        taught = {"sector", "title", "because"} if path.stem == "practice" else set[str]()
        assert case.keys() <= {"id", "story", "answers", "outcome", "consent_from", "note", *taught}
        assert case.keys() >= taught
        assert "story" in case or path.stem == "examples", case["id"]


def test_case_ids_are_unique() -> None:
    """An id names one case, whatever file it stands in."""
    assert [name for name, n in Counter(case["id"] for case in CASES).items() if n > 1] == []


def test_stories_are_not_told_twice() -> None:
    """Each case tells a story of its own."""
    stories = Counter(case["story"] for case in CASES if "story" in case)
    assert [story for story, n in stories.items() if n > 1] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_answers_are_words_of_the_vocabulary(case: dict[str, Any]) -> None:
    """Known questions, known options, one answer or a list as the question wants it."""
    for question, answer in case["answers"].items():
        assert isinstance(answer, list) == (question in MANY), question
        chosen = answer if isinstance(answer, list) else [answer]
        assert set(chosen) <= OPTIONS[question]
        assert len(chosen) == len(set(chosen))
        assert len(chosen) == 1 or not ALONE & set(chosen)


def test_every_step_is_told_by_two_cases() -> None:
    """No step of the decision rests on a single story."""
    told = Counter(reading.step for reading in READINGS)
    assert {step: told[step] for step in STEPS if told[step] < 2} == {}


def test_every_option_is_told_by_a_case() -> None:
    """Each answer that decides anything is the right one in some story, each not-sure too."""
    told = {
        (q, option) for answers in ANSWERS for q, chosen in answers.items() for option in chosen
    }
    asked = {(q, option) for q in WIDE for option in OPTIONS[q]}
    assert asked - told == set()


WEIGHINGS: tuple[tuple[str, str, str], ...] = (
    ("share", "no", "share-without-consent"),
    ("share", "yes", "share-limited"),
    ("share", "not-sure", "share-limited"),
    ("share", "no", "share-limited"),
    ("not-share", "", "do-not-share"),
    ("not-sure", "yes", "share-limited"),
    ("not-sure", "no", "seek-advice"),
    ("not-sure", "not-sure", "seek-advice"),
)
"""public_interest; then aims_without_sharing if it falls for sharing, else limited_sharing."""


@pytest.mark.parametrize(("interest", "further", "outcome"), WEIGHINGS)
def test_every_arm_of_the_weighing_is_told_by_two_cases(
    interest: str, further: str, outcome: str
) -> None:
    """The weighing is told with each of its answers and ends."""
    second = "aims_without_sharing" if interest == "share" else "limited_sharing"
    told = [
        answers
        for answers, reading in zip(ANSWERS, READINGS, strict=True)
        if reading.step in {"13", "20", "22", "29"}
        and reading.outcome == outcome
        and answers["public_interest"] == {interest}
        and (not further or answers[second] == {further})
    ]
    assert len(told) >= 2


CONSENT_ROWS: tuple[tuple[dict[str, str], str | None], ...] = (
    ({"subject": "unborn"}, "parents-to-be"),
    ({"subject": "adult", "capacity_doubt": "no"}, "adult"),
    ({"capacity_doubt": "yes", "best_interests_authority": "yes"}, "authorised-person"),
    ({"capacity_doubt": "yes", "best_interests_authority": "no"}, None),
    ({"capacity_doubt": "yes", "best_interests_authority": "not-sure"}, None),
    ({"subject": "adult", "capacity_doubt": "not-sure"}, None),
    ({"age_band": "16-17", "capacity_doubt": "not-sure"}, None),
    ({"age_band": "16-17", "capacity_doubt": "no"}, "child"),
    ({"age_band": "under-12", "understanding": "all"}, "child"),
    ({"age_band": "12-15", "understanding": "all"}, "child"),
    ({"age_band": "not-sure", "understanding": "all"}, "child"),
    ({"age_band": "under-12", "understanding": "not-sure"}, None),
    ({"age_band": "12-15", "understanding": "not-sure"}, None),
    ({"age_band": "not-sure", "understanding": "not-sure"}, None),
    ({"age_band": "12-15", "understanding": "some"}, None),
    ({"age_band": "not-sure", "understanding": "some"}, None),
    ({"age_band": "under-12", "understanding": "some", "care_order": "no"}, "parent"),
    ({"age_band": "under-12", "understanding": "some", "care_order": "yes"}, "local-authority"),
    ({"age_band": "under-12", "understanding": "none", "care_order": "no"}, "parent"),
    ({"age_band": "under-12", "understanding": "none", "care_order": "yes"}, "local-authority"),
    ({"age_band": "12-15", "understanding": "none", "care_order": "no"}, "parent"),
    ({"age_band": "12-15", "understanding": "none", "care_order": "yes"}, "local-authority"),
    ({"age_band": "16-17", "capacity_doubt": "yes", "care_order": "no"}, "parent"),
    ({"age_band": "16-17", "capacity_doubt": "yes", "care_order": "yes"}, "local-authority"),
    ({"age_band": "not-sure", "understanding": "none", "care_order": "no"}, "parent"),
    ({"age_band": "not-sure", "understanding": "none", "care_order": "yes"}, "local-authority"),
    ({"understanding": "none", "care_order": "not-sure"}, None),
    ({"age_band": "16-17", "capacity_doubt": "yes", "care_order": "not-sure"}, None),
)
"""Whose consent counts; 'parent' stands for person-with-parental-responsibility."""


def _in_words(answers: Answers) -> dict[str, str]:
    """The answers on whose consent counts, with a child's understanding in one word."""
    words = {question: min(chosen) for question, chosen in answers.items() if len(chosen) == 1}
    understands = answers.get("understanding", frozenset(["none"]))
    if not understands & ALONE:
        words["understanding"] = "all" if understands == UNDERSTANDING else "some"
    return words


@pytest.mark.parametrize(("row", "whose"), CONSENT_ROWS)
def test_every_row_of_whose_consent_counts_is_told_by_two_cases(
    row: dict[str, str], whose: str | None
) -> None:
    """Each row is met twice, and a consent that is named is that row's."""
    told = [
        reading
        for answers, reading in zip(ANSWERS, READINGS, strict=True)
        if row.items()
        <= {q: a for q, a in _in_words(answers).items() if q in reading.asked}.items()
    ]
    named = "person-with-parental-responsibility" if whose == "parent" else whose
    assert len(told) >= 2
    assert {reading.step == "23" for reading in told} == {whose is None}
    assert {reading.consent_from for reading in told} <= {None, named}


def _differ_in(one: Answers, other: Answers) -> set[str]:
    return {question for question in one.keys() & other.keys() if one[question] != other[question]}


@pytest.mark.parametrize("question", WIDE)
def test_every_question_has_a_pair_of_cases_that_it_alone_parts(question: str) -> None:
    """Two stories that differ in this one answer, among those they share, end differently."""
    assert any(
        _differ_in(one, other) == {question} and read_one.outcome != read_other.outcome
        for (one, read_one), (other, read_other) in combinations(
            zip(ANSWERS, READINGS, strict=True), 2
        )
    )


# The safety properties

Law = Callable[[Answers, Reading], bool]


def _is(case: Answers, question: str, option: str) -> bool:
    return case.get(question) == frozenset([option])


def _danger_is_an_emergency(case: Answers, reading: Reading) -> bool:
    return _is(case, "immediate_danger", "yes") == (reading.outcome == "emergency")


def _serious_harm_is_acted_on(case: Answers, reading: Reading) -> bool:
    if not case.get("concern", frozenset()) & SERIOUS:
        return True
    allowed = {
        "share-without-consent": bool(case["recipient"] & AGENCY),
        "share-limited": _is(case, "recipient", "protector"),
        "share-elsewhere": True,
    }
    return allowed.get(reading.outcome or "", False) and not CONSENT_QUESTIONS & case.keys()


def _nothing_goes_to_who_may_harm(case: Answers, reading: Reading) -> bool:
    """Stronger than the property: a share that never asked about the risk breaks it too."""
    if reading.outcome not in PASSED_ON or _is(case, "recipient", "safeguarding"):
        return True
    return _is(case, "recipient_risk", "no")


def _nothing_goes_to_nobody_in_particular(case: Answers, reading: Reading) -> bool:
    if reading.outcome not in PASSED_ON:
        return True
    return "recipient" in case and not _is(case, "recipient", "not-sure")


def _refusing_needs_a_definite_answer(case: Answers, reading: Reading) -> bool:
    request_without_purpose = "request-received" in case.get("prompted_by", ()) and _is(
        case, "purpose_clear", "not-sure"
    )
    return reading.outcome != "do-not-share" or (
        _is(case, "purpose_clear", "no")
        or _is(case, "aims_without_sharing", "yes")
        or _is(case, "recipient_risk", "yes")
        or _is(case, "public_interest", "not-share")
        or request_without_purpose
    )


def _unsure_worries_are_heard(case: Answers, reading: Reading) -> bool:
    open_worry = case.get("concern", frozenset()) & {"not-sure", "adult-may-pose-risk"}
    if not open_worry or not _is(case, "recipient", "safeguarding"):
        return True
    return reading.outcome != "do-not-share" or _is(case, "public_interest", "not-share")


def _consent_is_real(case: Answers, reading: Reading) -> bool:
    if reading.outcome == "share-with-consent" and (
        not _is(case, "consent", "given") or case["consent_quality"] != QUALITY
    ):
        return False
    return reading.outcome not in CONSENT or _is(case, "asking_risk", "none")


def _no_one_steps_into_a_childs_place(case: Answers, reading: Reading) -> bool:
    if _is_unsure_whose(case):
        return "consent" not in case and reading.consent_from is None
    if _can_decide(case):
        return "care_order" not in case and reading.consent_from in {None, "child", "adult"}
    if reading.consent_from not in {"person-with-parental-responsibility", "local-authority"}:
        return True
    return _is(case, "capacity_doubt", "yes") or "understanding" in case


def _is_unsure_whose(case: Answers) -> bool:
    understands = case.get("understanding", UNDERSTANDING)
    in_part = understands != UNDERSTANDING and not understands & ALONE
    return (in_part and not _is(case, "age_band", "under-12")) or any(
        _is(case, question, "not-sure")
        for question in ("capacity_doubt", "understanding", "care_order")
    )


def _can_decide(case: Answers) -> bool:
    return case.get("understanding") == UNDERSTANDING or _is(case, "capacity_doubt", "no")


def _no_agency_gets_all_only_by_law_or_custom(case: Answers, reading: Reading) -> bool:
    outsider = case.get("recipient", frozenset()) & {"family", "protector", "other"}
    if not outsider or reading.outcome != "share-without-consent":
        return True
    return "legal-duty" in case["prompted_by"] or reading.step == "26"


def _consent_is_named_only_where_it_is_the_answer(_: Answers, reading: Reading) -> bool:
    return (reading.consent_from is not None) == (reading.outcome in CONSENT)


def _is_one_end_in_18_questions(case: Answers, reading: Reading) -> bool:
    return reading.outcome is not None and tuple(case) == reading.asked and len(case) <= 18


PROPERTIES: Mapping[str, Law] = {
    "1": _danger_is_an_emergency,
    "2": _serious_harm_is_acted_on,
    "3": _nothing_goes_to_who_may_harm,
    "4": _nothing_goes_to_nobody_in_particular,
    "5": _refusing_needs_a_definite_answer,
    "6": _unsure_worries_are_heard,
    "7": _consent_is_real,
    "8": _no_one_steps_into_a_childs_place,
    "9": _no_agency_gets_all_only_by_law_or_custom,
    "12 one end": _is_one_end_in_18_questions,
    "consent_from": _consent_is_named_only_where_it_is_the_answer,
}


@pytest.fixture(scope="module")
def every_case() -> list[tuple[Answers, Reading]]:
    """Every complete interview, one answer for each way in which an answer can matter."""
    return list(all_readings(NARROW))


@pytest.mark.parametrize("name", PROPERTIES)
def test_property_holds_in_every_case(name: str, every_case: list[tuple[Answers, Reading]]) -> None:
    """A safety property holds whatever is answered."""
    law = PROPERTIES[name]
    assert next((case for case, reading in every_case if not law(case, reading)), None) is None


def _answers_to(question: str) -> st.SearchStrategy[frozenset[str]]:
    options = sorted(OPTIONS[question] - (ALONE if question in MANY else set()))
    if question not in MANY:
        return st.sampled_from(options).map(lambda option: frozenset([option]))
    alone = [frozenset([option]) for option in sorted(OPTIONS[question] & ALONE)]
    several = st.frozensets(st.sampled_from(options), min_size=1)
    return st.sampled_from(alone) | several if alone else several


FULL_SHEETS = st.fixed_dictionaries({question: _answers_to(question) for question in WIDE})
"""An answer to every question, asked or not, with any set of options that may stand together."""


@given(FULL_SHEETS)
def test_properties_hold_for_any_set_of_options(sheet: Answers) -> None:
    """No set of options, however odd, gets round a property."""
    reading = read_case(sheet)
    case = {question: sheet[question] for question in reading.asked}
    assert [name for name, law in PROPERTIES.items() if not law(case, reading)] == []


@given(FULL_SHEETS)
def test_an_answer_that_was_not_asked_for_changes_nothing(sheet: Answers) -> None:
    """The reading of all answers is the reading of those it looked at."""
    reading = read_case(sheet)
    assert read_case({question: sheet[question] for question in reading.asked}) == reading


@given(FULL_SHEETS, st.data())
def test_a_missing_answer_is_asked_for(sheet: Answers, data: st.DataObject) -> None:
    """Without an answer that was looked at there is no outcome, and it is the one needed."""
    asked = read_case(sheet).asked
    missing = data.draw(st.sampled_from(asked))
    before = asked[: asked.index(missing)]
    rest = {question: sheet[question] for question in sheet if question != missing}
    assert read_case(rest) == Reading(None, None, before, missing, "")


def test_every_step_decides_and_every_question_is_asked(
    every_case: list[tuple[Answers, Reading]],
) -> None:
    """No step and no question is there for nothing."""
    assert {reading.step for _, reading in every_case} == STEPS
    assert {question for _, reading in every_case for question in reading.asked} == set(WIDE)


def test_no_question_is_idle() -> None:
    """Wherever a question is asked, its answers do not all lead to the same end."""
    idle: list[Answers] = []

    def ends(so_far: Answers) -> frozenset[tuple[str | None, str | None]]:
        reading = read_case(so_far)
        if reading.needs is None:
            return frozenset([(reading.outcome, reading.consent_from)])
        below = [ends({**so_far, reading.needs: answer}) for answer in NARROW[reading.needs]]
        if len(frozenset().union(*below)) == 1:
            idle.append(so_far)
        return frozenset().union(*below)

    ends({})
    assert idle == []


def _first_steps(cases: Iterator[Answers], n: int) -> list[Answers]:
    return [case for case, _ in zip(cases, range(n), strict=False)]


def test_all_cases_walks_the_wide_choices_in_asking_order() -> None:
    """`all_cases` yields complete interviews, each in the order in which it was asked."""
    for case in _first_steps(all_cases(), 500):
        assert read_case(case).asked == tuple(case)
        assert read_case(case).outcome is not None
