"""What a change of the rules does, on a page: the outcomes first, then all that is less."""

from collections.abc import Iterator, Sequence

from infoshare_cli.core.cases.walk import TooManyNodes
from infoshare_cli.core.comparison.action_changes import ActionChange
from infoshare_cli.core.comparison.answer_tests import Tests
from infoshare_cli.core.comparison.case_words import tests_in_words
from infoshare_cli.core.comparison.changed_parts import PROPERTY, PartChange
from infoshare_cli.core.comparison.compare import AdviceGroup, Comparison, Group, Result
from infoshare_cli.core.comparison.conditions_of_cases import CaseCondition, Cases
from infoshare_cli.core.comparison.logged_cases import LoggedCases, LoggedChange, LoggedResult
from infoshare_cli.core.condition_words import (
    begun,
    both,
    outcome_in_words,
    spelled,
    subject_in_words,
)
from infoshare_cli.core.guidance import Guidance, Label
from infoshare_cli.terminal.page import Block, Heading, Items, Text

MOST_GROUPS = 8
"""Changes of outcome whose cases are described; further ones are only counted."""
MOST_SHOWN = 12
"""Conditions for one set of cases; of more, nobody keeps the first in mind."""
_DECIDES = frozenset(
    (
        *("when", "outcome", "choose", "value", "place", "kind", "alone", "about", "required"),
        *("consent_from", "advice_from", "not_sure_counts_as", "agrees_with", "bears_on"),
    )
)
"""Fields that are more than wording."""
_STATUS = {
    "new": "a new action",
    "gone": "an action that is gone",
    "changed": "its condition was changed",
}


def diff_page(
    words: Guidance,
    comparison: Comparison,
    parts: Sequence[PartChange],
    log: LoggedCases | None,
) -> tuple[Block, ...]:
    """All that comes out differently, and what was changed for it; `words` has both packs'."""
    must_hold = [part for part in parts if part.kind == PROPERTY]
    decides = [part for part in parts if _decides(part)]
    wording = [part for part in parts if part not in decides and part not in must_hold]
    return (
        *_outcomes(words, comparison),
        *_not_compared(parts),
        *_advice(words, comparison.advice),
        *_questions(words, comparison),
        *_log(words, log),
        *_listed("What was changed in the rules", decides),
        *_listed("What must hold of every case was changed: prove the rules again", must_hold),
        *_only_wording_or_actions(words, comparison, wording),
        _ending(comparison, parts, log),
    )


def too_many_page(error: TooManyNodes) -> tuple[Block, ...]:
    """Why a comparison was given up."""
    return (
        Text("Not compared: these rules differ in too much to go through every case.", "danger"),
        Text(
            f"After {error.nodes:,} positions there was no end. The question that adds most is "
            f"{error.question}. Compare in smaller steps, one change after another."
        ),
    )


def _outcomes(words: Guidance, comparison: Comparison) -> Iterator[Block]:
    cases = f"{comparison.cases:,}"
    if comparison.same_outcomes:
        yield Text(f"No case changes its outcome. Cases compared: {cases}.", "strong")
        return
    changed = comparison.changed
    yield Text(f"The outcome changes in {changed.count:,} of {cases} cases.", "danger")
    if len(comparison.groups) > 1:
        yield Text("All these cases together. A case can fit several of the lines:")
        yield from _cases(words, changed)
    for group in comparison.groups[:MOST_GROUPS]:
        yield Heading(_becomes(words, group))
        yield from _cases(words, group.cases)
        yield Text(_rules(group), "quiet")
    if rest := comparison.groups[MOST_GROUPS:]:
        yield Text("Smaller groups. With --json they are told in full:")
        yield Items(tuple(_becomes(words, group) for group in rest))


def _not_compared(parts: Sequence[PartChange]) -> Iterator[Block]:
    answers = [part.id for part in parts if part.kind == "answer" and part.what != "differs"]
    if answers:
        yield Text(
            "Answers that only one of the two takes are in none of these cases: "
            f"{', '.join(answers)}.",
            "warning",
        )


def _becomes(words: Guidance, group: Group) -> str:
    change = f"{_result(words, group.old)} becomes {_result(words, group.new)}"
    return f"{begun(change)}: {_count(group.cases.count)}"


def _result(words: Guidance, result: Result) -> str:
    if result.outcome is None:
        return "no outcome"
    outcome = outcome_in_words(words.outcome_by_id[result.outcome])
    if result.consent_from is None:
        return outcome
    return f"{outcome} (consent from {_label(words.consent_from, result.consent_from)})"


def _label(labels: Sequence[Label], name: str) -> str:
    return next((each.short or each.label for each in labels if each.id == name), spelled(name))


def _rules(group: Group) -> str:
    old, new = (", ".join(each) or "no rule" for each in (group.old_rules, group.new_rules))
    if old == new:
        return f"Decided by {old}, before and now."
    return f"Decided by {old}; now by {new}."


def _cases(words: Guidance, cases: Cases) -> Iterator[Block]:
    """The conditions of some cases; what all of them say is said once, and first."""
    each_time = _in_all(cases.conditions)
    if each_time:
        yield Text(f"Each time, {tests_in_words(words, each_time)}; and besides that:")
    yield Items(tuple(_conditions(words, cases, each_time)))


def _in_all(conditions: Sequence[CaseCondition]) -> Tests:
    if len(conditions) < 2:
        return ()
    first, *others = conditions
    return tuple(test for test in first.tests if all(test in each.tests for each in others))


def _conditions(words: Guidance, cases: Cases, said: Tests = ()) -> Iterator[str]:
    shown, more = cases.conditions[:MOST_SHOWN], cases.conditions[MOST_SHOWN:]
    for condition in shown:
        tests = tuple(test for test in condition.tests if test not in said)
        yield f"When {tests_in_words(words, tests)} ({_count(condition.cases)})"
    left = sum(each.fresh for each in more) + cases.not_described
    if left:
        what = f"{len(more)} more conditions" if not cases.not_described else "many more conditions"
        yield f"And {what}, with {_count(left)} besides these."


def _advice(words: Guidance, groups: Sequence[AdviceGroup]) -> Iterator[Block]:
    if groups:
        yield Heading("The same outcome, but advice from others")
    for group in groups:
        old, new = (
            both([_label(words.advice_from, each) for each in names]) if names else "nobody"
            for names in (group.old, group.new)
        )
        yield Text(f"{begun(old)} becomes {new}: {_count(group.cases.count)}")
        yield from _cases(words, group.cases)


def _questions(words: Guidance, comparison: Comparison) -> Iterator[Block]:
    if not comparison.asked:
        return
    yield Heading("Questions asked in other cases than before")
    lines = []
    for change in comparison.asked:
        told = []
        if change.newly_asked:
            told.append(f"asked in {_count(change.newly_asked)} where it was not")
        if change.no_longer_asked:
            told.append(f"no longer asked in {_count(change.no_longer_asked)}")
        name = begun(subject_in_words(words, change.question))
        lines.append(f"{name} ({change.question}): {'; '.join(told)}")
    yield Items(tuple(lines))


def _only_wording_or_actions(
    words: Guidance, comparison: Comparison, wording: Sequence[PartChange]
) -> Iterator[Block]:
    if comparison.actions or comparison.reworded or wording:
        yield Heading("Only wording or actions, in cases that keep their outcome")
    if comparison.reworded:
        yield Text(
            f"The headline, its text or a reason reads differently in "
            f"{_count(comparison.reworded)}."
        )
    for change in comparison.actions:
        if change.status != "same":
            yield from _action(words, change)
    if same := [change for change in comparison.actions if change.status == "same"]:
        yield Text("Actions that are as they were, but look at what is asked in other cases now:")
        yield Items(tuple(map(_counted_action, same)))
    if wording:
        yield Items(tuple(map(_part, wording)))


def _action(words: Guidance, change: ActionChange) -> Iterator[Block]:
    yield Text(f"Action {change.action}: {_STATUS[change.status]}.", "strong")
    if not any((change.comes.count, change.goes.count, change.comes_besides, change.goes_besides)):
        yield Text("No case shows it that did not, and none shows it no longer.")
    for title, cases, besides in (
        ("It is shown now, and was not", change.comes, change.comes_besides),
        ("It was shown, and is no longer", change.goes, change.goes_besides),
    ):
        if cases.count:
            yield Text(f"{title}, in {_count(cases.count)}:")
            yield from _cases(words, cases)
        if besides:
            yield Text(f"{title}, in {_count(besides)} whose outcome changes as well.")


def _counted_action(change: ActionChange) -> str:
    told = (
        f"{verb} in {_count(cases.count)}"
        for verb, cases in (("now shown", change.comes), ("no longer shown", change.goes))
        if cases.count
    )
    return f"{change.action}: {', '.join(told)}"


def _decides(part: PartChange) -> bool:
    if part.kind == PROPERTY:
        return False
    if part.what != "differs":
        return part.kind in {"question", "answer", "outcome", "fact", "rule", "choice", "row"}
    return part.field in _DECIDES


def _listed(title: str, parts: Sequence[PartChange]) -> Iterator[Block]:
    if parts:
        yield Heading(title)
        yield Items(tuple(map(_part, parts)))


def _part(part: PartChange) -> str:
    name = f"{begun(part.kind)} {part.id}"
    if part.field is None:
        return f"{name} is {part.what}."
    field = part.field.replace("_", " ")
    return f"{name}, {field}\nwas: {part.old or 'nothing'}\nis: {part.new or 'nothing'}"


def _log(words: Guidance, log: LoggedCases | None) -> Iterator[Block]:
    if log is None:
        return
    yield Heading("Your logged decisions")
    yield Text(
        f"Would come out differently: {len(log.changed)}. As before: {log.same}."
        + (f" Answers erased, so not looked at: {log.erased}." if log.erased else "")
        + (f" Not enough answers: {log.not_answered}." if log.not_answered else "")
    )
    if log.changed:
        yield Items(tuple(_logged(words, each) for each in log.changed))


def _logged(words: Guidance, change: LoggedChange) -> str:
    old, new = (_logged_result(words, each) for each in (change.old, change.new))
    return f"Record {change.seq} ({change.id}): {old} becomes {new}"


def _logged_result(words: Guidance, logged: LoggedResult) -> str:
    if logged.needs is None:
        return _result(words, logged.result)
    return f"another question, {logged.needs}, that was not answered then"


def _ending(comparison: Comparison, parts: Sequence[PartChange], log: LoggedCases | None) -> Text:
    logged = len(log.changed) if log is not None else 0
    if not comparison.same_outcomes or logged:
        return Text("Some cases come out differently.", "danger")
    if parts or comparison.actions:
        return Text("Every case keeps its outcome; some words or actions differ.", "strong")
    return Text("Nothing differs.", "strong")


def _count(cases: int) -> str:
    return "1 case" if cases == 1 else f"{cases:,} cases"
