"""Whether answers say what they were given about, where a change of that must set them aside."""

from collections.abc import Iterator, Mapping, Set
from itertools import dropwhile

from infoshare_cli.core.cases.behind import questions_behind
from infoshare_cli.core.conditions import All, Any, Comes, Condition
from infoshare_cli.core.guidance import Guidance, Rule
from infoshare_cli.errors import Fault
from infoshare_cli.files.pack_entries import Documents, entries


def check_about(documents: Documents, guidance: Guidance) -> Iterator[Fault]:
    """A fault for each question that would keep its answer when it should be asked again.

    What is first asked so that somebody consents is about whose consent it is. And where a choice
    looks at what other answers are about, what it alone goes on to ask is about that too.
    """
    wanted = {**_of_choices(guidance), **_of_consent(guidance)}
    for entry in entries(documents, "questions"):
        for name in sorted(wanted.get(entry.id or "", ())):
            found = f"the question {entry.id}, which keeps its answer when {name} changes"
            at = ("about",) if "about" in entry.item else ()
            yield entry.fault(at, found, f"{name} among what it is about")


def _of_consent(guidance: Guidance) -> Mapping[str, Set[str]]:
    """Question -> the choices of whose consent that it must be about, and is not."""
    wanted: dict[str, Set[str]] = {}
    asked: set[str] = set()
    for rule in guidance.rules:
        named = _named_by(guidance, rule.when)
        choice = _whose_consent(guidance, rule)
        if choice:
            # What settles whose consent it is comes before, and cannot be about it.
            first = named - asked - {*questions_behind(guidance, Comes(choice, ()))}
            about = {each: guidance.question_by_id[each].about for each in first}
            wanted.update({each: {choice} for each in first if choice not in about[each]})
        asked |= named
    return wanted


def _whose_consent(guidance: Guidance, rule: Rule) -> str | None:
    return guidance.outcome_by_id[rule.outcome].consent_from if rule.outcome else None


def _of_choices(guidance: Guidance) -> Mapping[str, Set[str]]:
    """Question -> what a choice that looks at it is about, where it is about none of that."""
    about = {question.id: {*question.about} for question in guidance.questions}
    roots = set().union(*about.values())
    by_rules = set().union(*(_named_by(guidance, rule.when) for rule in guidance.rules))
    wanted: dict[str, Set[str]] = {}
    for choice in guidance.choices:
        named = questions_behind(guidance, Comes(choice.id, ()))
        within = roots.intersection(named)
        # What comes before the first of them was not asked because of it.
        for question in dropwhile(lambda each: each not in roots, named):
            if question not in roots | by_rules and not about[question] & within:
                wanted[question] = within
    return wanted


def _named_by(guidance: Guidance, condition: Condition) -> set[str]:
    """The questions that a condition looks at itself or through facts, not through choices."""
    match condition:
        case All(parts) | Any(parts):
            return set().union(*(_named_by(guidance, part) for part in parts))
        case Comes():
            return set()
    return {*questions_behind(guidance, condition)}
