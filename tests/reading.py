"""A second, independent reading of the guide: the steps of the decision as plain if-statements.

The rule pack says in YAML what these functions say in Python. They were written apart from it,
so that a slip in one shows as a difference between the two.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

Answers = Mapping[str, Collection[str] | str]
"""Question id to the option chosen, or to all options chosen."""


@dataclass(frozen=True)
class Reading:
    """What the guide comes to for one case, as far as its answers reach."""

    outcome: str | None
    """None while an answer is missing."""
    consent_from: str | None
    """Whose consent; only with seek-consent and share-with-consent."""
    asked: tuple[str, ...]
    """The questions whose answers were looked at, in order."""
    needs: str | None
    """The question whose answer is missing."""
    step: str
    """The step that decided ('17'; '7a' and '7b' are the halves of 7); empty without outcome."""


@dataclass(frozen=True)
class _End:
    step: str
    outcome: str
    consent_from: str | None = None


class _MissingError(Exception):
    """A step needs an answer that the case does not hold."""


class _Case:
    """The answers of a case, and which of them were looked at."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._looked_at: dict[str, frozenset[str]] = {}

    @property
    def asked(self) -> tuple[str, ...]:
        return tuple(self._looked_at)

    def chosen(self, question: str) -> frozenset[str]:
        if question not in self._looked_at:
            answer = self._answers.get(question)
            if answer is None:
                raise _MissingError(question)
            self._looked_at[question] = frozenset([answer] if isinstance(answer, str) else answer)
        return self._looked_at[question]

    def has(self, question: str, *options: str) -> bool:
        return not self.chosen(question).isdisjoint(options)


def read_case(answers: Answers) -> Reading:
    """Read a case step by step, looking at an answer only when a step needs it."""
    case = _Case(answers)
    try:
        end = _decide(case)
    except _MissingError as missing:
        return Reading(None, None, case.asked, str(missing), "")
    return Reading(end.outcome, end.consent_from, case.asked, None, end.step)


def _decide(case: _Case) -> _End:
    return (
        _read_danger(case)
        or _read_recipient(case)
        or _read_risk(case)
        or _read_worry(case)
        or _read_purpose(case)
        or _read_asking(case)
        or _read_consent(case)
    )


def _read_danger(case: _Case) -> _End | None:
    """Steps 1 to 5 (p2, p6, p9, p13)."""
    if case.has("immediate_danger", "yes"):
        return _End("1", "emergency")
    if not case.has("concern", "child-significant-harm", "adult-serious-harm"):
        return None
    if case.has("recipient", "safeguarding"):
        return _End("2", "share-without-consent")
    if case.has("recipient", "professional") and _no_risk(case):
        return _End("3", "share-without-consent")
    return _End("4", "share-limited") if _may_warn(case) else _End("5", "share-elsewhere")


def _may_warn(case: _Case) -> bool:
    return (
        case.has("recipient", "protector")
        and _no_risk(case)
        and case.has("public_interest", "share")
    )


def _no_risk(case: _Case) -> bool:
    """Not-sure is not no; a safeguarding recipient is never asked about."""
    return case.has("recipient", "safeguarding") or case.has("recipient_risk", "no")


def _read_recipient(case: _Case) -> _End | None:
    """Steps 6 to 8 (p3, p12, p13)."""
    if case.has("recipient", "not-sure"):
        return _End("6", "seek-advice")
    if case.has("prompted_by", "legal-duty"):
        return _End("7a", "share-without-consent") if _no_risk(case) else _End("7b", "seek-advice")
    if not case.has("recipient", "person"):
        return None
    if _asks_for_their_own_without_worry(case) and _no_risk(case):
        return _End("8a", "share-without-consent")
    return _End("8b", "seek-advice")


def _asks_for_their_own_without_worry(case: _Case) -> bool:
    return case.chosen("concern") in (frozenset(["none"]), frozenset(["child-welfare"]))


def _read_risk(case: _Case) -> _End | None:
    """Steps 9 to 12 (p3, p5)."""
    if not _no_risk(case):
        if case.has("recipient_risk", "not-sure"):
            return _End("11", "seek-advice")
        if case.has("concern", "not-sure", "adult-may-pose-risk"):
            return _End("9", "share-elsewhere")
        return _End("10", "do-not-share")
    if case.has("subject", "nobody"):
        return _End("12", "not-personal")
    return None


def _read_worry(case: _Case) -> _End | None:
    """Steps 13 to 16: a person who may be a danger, or a worry that nobody is sure of (p4, p9)."""
    if case.has("concern", "adult-may-pose-risk"):
        if case.has("recipient", "safeguarding"):
            return _weigh("13", case)
        if case.has("recipient", "family", "other"):
            return _End("14", "share-elsewhere")
    if not case.has("concern", "not-sure"):
        return None
    if _may_have_a_word(case) and case.has("limited_sharing", "yes"):
        return _End("15", "share-limited")
    if case.has("recipient", "safeguarding") and _aim_is_open(case):
        return _End("16", "seek-advice")
    return None


def _may_have_a_word(case: _Case) -> bool:
    if case.has("recipient", "safeguarding"):
        return True
    return case.has("recipient", "professional") and case.has(
        "prompted_by", "own-concern", "disclosure"
    )


def _aim_is_open(case: _Case) -> bool:
    return case.has("purpose_clear", "no", "not-sure") or case.has("aims_without_sharing", "yes")


def _read_purpose(case: _Case) -> _End | None:
    """Steps 17 to 20 (p3, p5, p12)."""
    if case.has("purpose_clear", "no"):
        return _End("17", "do-not-share")
    if case.has("purpose_clear", "not-sure"):
        if case.has("prompted_by", "request-received"):
            return _End("17", "do-not-share")
        return _End("18", "seek-advice")
    if case.has("aims_without_sharing", "yes"):
        return _End("19", "do-not-share")
    return _weigh("20", case) if case.has("concern", "adult-may-pose-risk") else None


def _read_asking(case: _Case) -> _End | None:
    """Steps 21 and 22: reasons not to ask (p6, p7, p9, p11)."""
    if case.has("asking_risk", "not-sure"):
        return _End("21", "seek-advice")
    return None if case.has("asking_risk", "none") else _weigh("22", case)


def _read_consent(case: _Case) -> _End:
    """Steps 23 to 29 (p6 to p12)."""
    whose = _whose_consent(case)
    if whose is None:
        return _End("23", "seek-advice")
    if case.has("consent", "given"):
        return _read_given(case, whose)
    if case.has("consent", "not-asked", "cannot-ask") and _open_and_expected(case):
        return _End("26", "share-without-consent")
    if case.has("consent", "not-asked"):
        return _End("27", "seek-consent", whose)
    if _is_agency(case) and case.has("subject_interest", "yes"):
        return _End("28", "share-without-consent")
    return _weigh("29", case)


def _read_given(case: _Case, whose: str) -> _End:
    """Steps 24 and 25: consent counts only if informed, explicit and free (p6, p7)."""
    if case.chosen("consent_quality") == QUALITY:
        return _End("24", "share-with-consent", whose)
    return _End("25", "seek-consent", whose)


def _open_and_expected(case: _Case) -> bool:
    if case.has("confidential", "not-sure"):
        return False
    if case.has("confidential", "not-public") and case.has("confidential", "in-confidence"):
        return False
    return case.has("expected", "yes")


def _is_agency(case: _Case) -> bool:
    return case.has("recipient", "safeguarding", "professional")


def _weigh(step: str, case: _Case) -> _End:
    """WEIGH: the harm of sharing against the harm of not sharing (p9, p12)."""
    if case.has("public_interest", "not-share"):
        return _End(step, "do-not-share")
    if case.has("public_interest", "not-sure"):
        enough = case.has("limited_sharing", "yes")
        return _End(step, "share-limited" if enough else "seek-advice")
    whole = _is_agency(case) and case.has("aims_without_sharing", "no")
    return _End(step, "share-without-consent" if whole else "share-limited")


def _whose_consent(case: _Case) -> str | None:
    """Whose consent counts; None for nobody, or nobody yet (p6 to p8)."""
    if case.has("subject", "unborn"):
        return "parents-to-be"
    if case.has("subject", "adult"):
        return _for_an_adult(case)
    if case.has("age_band", "16-17"):
        return _for_a_young_person(case)
    return _for_a_younger_child(case)


def _for_an_adult(case: _Case) -> str | None:
    if case.has("capacity_doubt", "no"):
        return "adult"
    if case.has("capacity_doubt", "not-sure"):
        return None
    return "authorised-person" if case.has("best_interests_authority", "yes") else None


def _for_a_young_person(case: _Case) -> str | None:
    if case.has("capacity_doubt", "no"):
        return "child"
    return None if case.has("capacity_doubt", "not-sure") else _instead_of_the_child(case)


def _for_a_younger_child(case: _Case) -> str | None:
    understands = case.chosen("understanding")
    if understands == UNDERSTANDING:
        return "child"
    if "not-sure" in understands:
        return None
    # In part is enough to hold a parent's answer back, except for the youngest.
    if "none" not in understands and not case.has("age_band", "under-12"):
        return None
    return _instead_of_the_child(case)


def _instead_of_the_child(case: _Case) -> str | None:
    if case.has("care_order", "yes"):
        return "local-authority"
    if case.has("care_order", "no"):
        return "person-with-parental-responsibility"
    return None


Choices = Mapping[str, tuple[frozenset[str], ...]]
"""The answers to try for each question."""


def all_cases(choices: Choices | None = None) -> Iterator[dict[str, frozenset[str]]]:
    """Every complete interview that `choices` (by default WIDE) leads to, in asking order."""
    return (answers for answers, _ in all_readings(WIDE if choices is None else choices))


def all_readings(
    choices: Choices, so_far: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> Iterator[tuple[dict[str, frozenset[str]], Reading]]:
    """Every complete interview that goes on from `so_far`, with its reading."""
    reading = read_case(so_far)
    if reading.needs is None:
        yield dict(so_far), reading
        return
    for answer in choices[reading.needs]:
        yield from all_readings(choices, {**so_far, reading.needs: answer})


def _each(*options: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(option.split()) for option in options)


UNDERSTANDING = frozenset(
    ["question", "what", "why", "implications", "alternatives", "weigh", "own-view", "consistent"]
)
"""All that a child under 16 must be able to do (p7)."""

QUALITY = frozenset(["told-what", "told-who", "told-why", "told-implications", "explicit", "free"])
"""All that must be true of a consent (p6)."""

_REASONS_NOT_TO_ASK = ("child-harm", "adult-harm", "prejudice-crime", "delay", "no-real-choice")
_CIRCUMSTANCES = ("private", "not-public", "in-confidence")
_YES_NO = _each("yes", "no")
_YES_NO_NOT_SURE = _each("yes", "no", "not-sure")

WIDE: Choices = {
    "immediate_danger": _YES_NO,
    "concern": _each(
        "child-significant-harm",
        "adult-serious-harm",
        "adult-may-pose-risk",
        "child-welfare",
        "child-welfare adult-may-pose-risk",
        "child-welfare child-significant-harm",
        "child-significant-harm adult-serious-harm adult-may-pose-risk child-welfare",
        "none",
        "not-sure",
    ),
    "recipient": _each(
        "safeguarding", "professional", "protector", "family", "person", "other", "not-sure"
    ),
    "prompted_by": _each(
        "own-concern",
        "disclosure",
        "request-received",
        "requesting",
        "routine",
        "legal-duty",
        "own-concern request-received",
        "legal-duty request-received",
    ),
    "recipient_risk": _YES_NO_NOT_SURE,
    "subject": _each("child", "unborn", "adult", "nobody"),
    "purpose_clear": _YES_NO_NOT_SURE,
    "aims_without_sharing": _YES_NO_NOT_SURE,
    "limited_sharing": _YES_NO_NOT_SURE,
    "asking_risk": (
        *_each(*_REASONS_NOT_TO_ASK, "none", "not-sure"),
        frozenset(_REASONS_NOT_TO_ASK),
    ),
    "age_band": _each("under-12", "12-15", "16-17", "not-sure"),
    "capacity_doubt": _YES_NO_NOT_SURE,
    "understanding": (
        UNDERSTANDING,
        UNDERSTANDING - {"consistent"},
        *_each("question", "none", "not-sure"),
    ),
    "best_interests_authority": _YES_NO_NOT_SURE,
    "care_order": _YES_NO_NOT_SURE,
    "consent": _each("given", "refused", "withdrawn", "not-asked", "cannot-ask"),
    "consent_quality": (QUALITY, QUALITY - {"free"}, *_each("explicit", "none", "not-sure")),
    "confidential": (
        *(frozenset(some) for n in (1, 2, 3) for some in combinations(_CIRCUMSTANCES, n)),
        *_each("none", "not-sure"),
    ),
    "expected": _YES_NO_NOT_SURE,
    "subject_interest": _YES_NO_NOT_SURE,
    "public_interest": _each("share", "not-share", "not-sure"),
}
"""Every option of each question, and the sets of options that a slip would most likely mistake."""

NARROW: Choices = {
    **WIDE,
    "concern": _each(
        "child-significant-harm", "adult-may-pose-risk", "child-welfare", "none", "not-sure"
    ),
    "prompted_by": _each("own-concern", "request-received", "routine", "legal-duty"),
    "asking_risk": _each("child-harm", "none", "not-sure"),
    "understanding": (UNDERSTANDING, UNDERSTANDING - {"consistent"}, *_each("none", "not-sure")),
    "consent_quality": (QUALITY, QUALITY - {"free"}),
    "confidential": _each("private", "not-public in-confidence", "not-sure"),
}
"""One answer for each way in which a question of several options can matter: a seventh of WIDE."""
