"""The limit: the steps of the shipped decision as if-statements by hand, for nothing but speed.

Written for one pack, with its ids in the code, and checked against it case by case. What a rule
says is looked up in a table that is made beforehand.
"""

from collections.abc import Mapping

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.interview import Reason

Decided = tuple[str, str, tuple[Reason, ...]]
"""An outcome, the rule that decided, and the reasons: that rule, then what it came through."""
Found = tuple[str, str, str | None]
"""An outcome, the rule that decided, and the row that it came through, if any."""

_SERIOUS = ("child-significant-harm", "adult-serious-harm")
_GOOD_CONSENT = {"told-what", "told-who", "told-why", "told-implications", "explicit", "free"}
_UNDERSTANDS = {
    *("question", "what", "why", "implications"),
    *("alternatives", "weigh", "own-view", "consistent"),
}
_RISK_ROWS = {
    "no": "no-harm-from-sharing",
    "yes": "harm-from-sharing",
    "not-sure": "harm-from-sharing-not-sure",
}


def decide_by_hand(answers: Answers, because: Mapping[str, Reason]) -> Decided:
    """What the shipped rules come to for a complete case.

    Args:
        because: what each rule and row says, by its id.

    Raises:
        KeyError: an answer is missing.
    """
    outcome, rule, row = _find(answers)
    if row is None:
        return outcome, rule, (because[rule],)
    return outcome, rule, (because[rule], because[row])


def _find(answers: Answers) -> Found:
    if answers["immediate_danger"][0] == "yes":
        return "emergency", "danger-now", None
    concern, recipient = answers["concern"], answers["recipient"][0]
    if _SERIOUS[0] in concern or _SERIOUS[1] in concern:
        return _serious(answers, recipient)
    return (
        _recipient(answers, concern, recipient)
        or _worry(answers, concern, recipient)
        or _purpose(answers, concern, recipient)
        or _asking(answers, recipient)
        or _consent(answers, recipient)
    )


def _serious(answers: Answers, recipient: str) -> Found:
    """Steps 2 to 5."""
    if recipient == "safeguarding":
        return "share-without-consent", "serious-to-safeguarding", None
    if recipient == "professional" and answers["recipient_risk"][0] == "no":
        return "share-without-consent", "serious-to-professional", "no-harm-from-sharing"
    if (
        recipient == "protector"
        and answers["recipient_risk"][0] == "no"
        and answers["public_interest"][0] == "share"
    ):
        return "share-limited", "serious-to-protector", "no-harm-from-sharing"
    return "share-elsewhere", "serious-to-anyone-else", None


def _recipient(answers: Answers, concern: tuple[str, ...], recipient: str) -> Found | None:
    """Steps 6 to 12."""
    if recipient == "not-sure":
        return "seek-advice", "recipient-not-decided", None
    if "legal-duty" in answers["prompted_by"]:
        return _legal_duty(answers, recipient)
    if recipient != "safeguarding":
        if recipient == "person":
            return _own_information(answers, concern)
        risk = answers["recipient_risk"][0]
        if risk != "no":
            return _unsafe(concern, risk)
    if answers["subject"][0] == "nobody":
        return "not-personal", "nobody-identifiable", None
    return None


def _legal_duty(answers: Answers, recipient: str) -> Found:
    if recipient == "safeguarding":
        row = "safeguarding-bodies-keep-it-safe"
        return "share-without-consent", "law-requires-it", row
    if answers["recipient_risk"][0] == "no":
        return "share-without-consent", "law-requires-it", "no-harm-from-sharing"
    return "seek-advice", "law-requires-it-but-not-safe", None


def _own_information(answers: Answers, concern: tuple[str, ...]) -> Found:
    if (
        "adult-may-pose-risk" not in concern
        and "not-sure" not in concern
        and answers["recipient_risk"][0] == "no"
    ):
        return "share-without-consent", "own-information", "no-harm-from-sharing"
    return "seek-advice", "own-information-with-care", None


def _unsafe(concern: tuple[str, ...], risk: str) -> Found:
    row = _RISK_ROWS[risk]
    if risk == "not-sure":
        return "seek-advice", "unsafe-recipient-not-sure", row
    if "not-sure" in concern or "adult-may-pose-risk" in concern:
        return "share-elsewhere", "unsafe-recipient-and-a-worry", row
    return "do-not-share", "unsafe-recipient", row


def _worry(answers: Answers, concern: tuple[str, ...], recipient: str) -> Found | None:
    """Steps 13 to 16."""
    if "adult-may-pose-risk" in concern:
        if recipient == "safeguarding":
            return _weigh(answers, "adult-may-pose-risk-to-safeguarding", recipient)
        if recipient in ("family", "other"):
            return "share-elsewhere", "adult-may-pose-risk-to-family-or-others", None
        return None
    return _unsure(answers, recipient) if "not-sure" in concern else None


def _unsure(answers: Answers, recipient: str) -> Found | None:
    asked_by_worry = recipient == "safeguarding" or (
        recipient == "professional"
        and ("own-concern" in answers["prompted_by"] or "disclosure" in answers["prompted_by"])
    )
    if asked_by_worry and answers["limited_sharing"][0] == "yes":
        return "share-limited", "unsure-worry-part-would-help", None
    if recipient == "safeguarding" and (
        answers["purpose_clear"][0] != "yes" or answers["aims_without_sharing"][0] == "yes"
    ):
        return "seek-advice", "unsure-worry-purpose-not-settled", None
    return None


def _purpose(answers: Answers, concern: tuple[str, ...], recipient: str) -> Found | None:
    """Steps 17 to 20."""
    clear = answers["purpose_clear"][0]
    if clear != "yes":
        if clear == "no" or "request-received" in answers["prompted_by"]:
            return "do-not-share", "no-clear-purpose", None
        return "seek-advice", "purpose-not-sure", None
    if answers["aims_without_sharing"][0] == "yes":
        return "do-not-share", "aims-met-without-sharing", None
    if "adult-may-pose-risk" in concern:
        return _weigh(answers, "adult-may-pose-risk", recipient)
    return None


def _asking(answers: Answers, recipient: str) -> Found | None:
    """Steps 21 and 22."""
    asking = answers["asking_risk"]
    if "none" in asking:
        return None
    if "not-sure" in asking:
        return "seek-advice", "asking-risk-not-sure", None
    return _weigh(answers, "not-safe-or-right-to-ask", recipient)


def _consent(answers: Answers, recipient: str) -> Found:
    """Steps 23 to 25, and those without consent."""
    whose, row = _whose_consent(answers)
    if not whose:
        return "seek-advice", "nobody-to-consent", row
    consent = answers["consent"][0]
    if consent == "given":
        if _GOOD_CONSENT.issubset(answers["consent_quality"]):
            return "share-with-consent", "good-consent", row
        return "seek-consent", "consent-falls-short", row
    return _no_consent(answers, recipient, consent, row)


def _no_consent(answers: Answers, recipient: str, consent: str, row: str) -> Found:
    """Steps 26 to 29."""
    if consent in ("not-asked", "cannot-ask") and _open_and_expected(answers):
        return "share-without-consent", "expected-and-not-confidential", None
    if consent == "not-asked":
        return "seek-consent", "not-asked-yet", row
    if recipient in ("safeguarding", "professional") and answers["subject_interest"][0] == "yes":
        return "share-without-consent", "overwhelming-interest", None
    return _weigh(answers, "no-consent-weigh", recipient)


def _open_and_expected(answers: Answers) -> bool:
    confidential = answers["confidential"]
    in_confidence = "not-public" in confidential and "in-confidence" in confidential
    if in_confidence or "not-sure" in confidential:
        return False
    return answers["expected"][0] == "yes"


def _weigh(answers: Answers, rule: str, recipient: str) -> Found:
    """WEIGH: the harm of sharing against the harm of not sharing."""
    weighs = answers["public_interest"][0]
    if weighs == "not-share":
        return "do-not-share", rule, "weighs-against-sharing"
    if weighs == "not-sure":
        if answers["limited_sharing"][0] == "yes":
            return "share-limited", rule, "balance-unclear-part-would-help"
        return "seek-advice", rule, "balance-unclear"
    if recipient in ("safeguarding", "professional") and answers["aims_without_sharing"][0] == "no":
        return "share-without-consent", rule, "weighs-for-sharing-with-an-agency"
    return "share-limited", rule, "weighs-for-sharing-a-part"


def _whose_consent(answers: Answers) -> tuple[bool, str]:
    """Whether there is somebody whose consent counts, and the row that says who."""
    subject = answers["subject"][0]
    if subject == "unborn":
        return True, "parents-to-be-for-the-unborn"
    if subject == "adult":
        return _adult(answers)
    if answers["age_band"][0] == "16-17":
        return _young_person(answers)
    return _younger_child(answers)


def _adult(answers: Answers) -> tuple[bool, str]:
    doubt = answers["capacity_doubt"][0]
    if doubt == "no":
        return True, "adult-decides"
    if doubt == "not-sure":
        return False, "capacity-not-settled"
    if answers["best_interests_authority"][0] == "yes":
        return True, "authorised-person-decides"
    return False, "nobody-authorised"


def _young_person(answers: Answers) -> tuple[bool, str]:
    doubt = answers["capacity_doubt"][0]
    if doubt == "no":
        return True, "young-person-presumed-able"
    if doubt == "not-sure":
        return False, "capacity-not-settled"
    return _instead_of_the_child(answers)


def _younger_child(answers: Answers) -> tuple[bool, str]:
    understands = answers["understanding"]
    if "not-sure" in understands:
        return False, "understanding-not-sure"
    if "none" not in understands:
        if _UNDERSTANDS.issubset(understands):
            return True, "child-understands"
        if answers["age_band"][0] != "under-12":
            return False, "understanding-in-part"
    return _instead_of_the_child(answers)


def _instead_of_the_child(answers: Answers) -> tuple[bool, str]:
    order = answers["care_order"][0]
    if order == "yes":
        return True, "local-authority-for-a-child-in-care"
    if order == "no":
        return True, "person-with-parental-responsibility"
    return False, "care-order-not-known"
