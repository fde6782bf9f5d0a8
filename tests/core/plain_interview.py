"""The interview as it is defined: every question worked out anew from all the rules, nothing kept.

Slow, and written apart from the program, which must come to the same.
"""

from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    HasAll,
    Holds,
    Lacks,
    Leaf,
)
from infoshare_cli.core.evaluation import Answers, Truth
from infoshare_cli.core.guidance import ChoiceRule, Guidance, Rule
from infoshare_cli.core.interview import Standing, Verdict
from infoshare_cli.errors import GuidanceError


def plain_stand(guidance: Guidance, answers: Answers) -> Standing:
    """Where the interview stands.

    Raises:
        GuidanceError: the pack has no outcome for this case.
    """
    known: dict[str, tuple[str, ...]] = {}
    while True:
        plain = PlainCase(guidance, known)
        index, rule = plain.first_rule()
        needed = plain.needed_by(rule)
        if needed is None:
            return Standing(known, guidance.rules[index:], None, plain.verdict(rule))
        if needed not in answers:
            return Standing(known, guidance.rules[index:], guidance.question_by_id[needed], None)
        known = {**known, needed: answers[needed]}


class PlainCase:
    """What a pack comes to on some answers."""

    def __init__(self, guidance: Guidance, known: Answers) -> None:
        self.guidance = guidance
        self.known = known

    def truth(self, condition: Condition) -> Truth:
        """True, false, or not known."""
        match condition:
            case All(parts):
                truths = [self.truth(part) for part in parts]
                return False if False in truths else None if None in truths else True
            case Any(parts):
                truths = [self.truth(part) for part in parts]
                return True if True in truths else None if None in truths else False
            case Holds(fact):
                return self.truth(self.guidance.condition_of[fact])
            case Fails(fact):
                truth = self.truth(self.guidance.condition_of[fact])
                return None if truth is None else not truth
            case Comes(choice, values):
                value = self.value(choice)
                return None if value is None else value in values
        return self.leaf(condition)

    def leaf(self, leaf: Leaf) -> Truth:
        """What is told from one answer."""
        if leaf.question not in self.known:
            return None
        chosen, named = {*self.known[leaf.question]}, {*leaf.options}
        if isinstance(leaf, HasAll):
            return named <= chosen
        return not chosen & named if isinstance(leaf, Lacks) else bool(chosen & named)

    def value(self, choice: str) -> str | None:
        """None while not known, '' where no row fits."""
        row = self.row(choice)
        if row is None:
            return ""
        return row.value if self.truth(row.when) else None

    def row(self, choice: str) -> ChoiceRule | None:
        """The first row that is true or not known yet."""
        rows = self.guidance.rows_of[choice]
        return next((row for row in rows if self.truth(row.when) is not False), None)

    def first_rule(self) -> tuple[int, Rule]:
        """The first rule that is true or not known yet, and its place."""
        for index, rule in enumerate(self.guidance.rules):
            if self.truth(rule.when) is not False:
                return index, rule
        raise GuidanceError(f"The pack {self.guidance.pack.id} has no rule for this case.")

    def needed(self, condition: Condition) -> str | None:
        """The first question, as written, behind what is not known yet."""
        if self.truth(condition) is not None:
            return None
        match condition:
            case All(parts) | Any(parts):
                return next(filter(None, map(self.needed, parts)))
            case Holds(fact) | Fails(fact):
                return self.needed(self.guidance.condition_of[fact])
            case Comes(choice, _):
                return self.needed_for(choice)
        return condition.question

    def needed_for(self, choice: str) -> str | None:
        """The first question that a choice needs."""
        row = self.row(choice)
        return None if row is None else self.needed(row.when)

    def needed_by(self, rule: Rule) -> str | None:
        """The first question that a rule needs, then what it comes to."""
        if (question := self.needed(rule.when)) is not None:
            return question
        if rule.choose is not None and (question := self.needed_for(rule.choose)) is not None:
            return question
        whose = self.guidance.outcome_by_id[self.end(rule)].consent_from
        return self.needed_for(whose) if whose is not None else None

    def end(self, rule: Rule) -> str:
        """The outcome of a rule that fits."""
        if rule.choose is None:
            return rule.outcome or ""
        row = self.row(rule.choose)
        if row is None:
            raise GuidanceError(f"The rule {rule.id} comes to no outcome for this case.")
        return row.value

    def verdict(self, rule: Rule) -> Verdict:
        """What a rule that fits comes to."""
        outcome = self.guidance.outcome_by_id[self.end(rule)]
        choices = [*self.guidance.choices_behind(rule.when), rule.choose, outcome.consent_from]
        found = [self.row(each) for each in dict.fromkeys(choices) if each is not None]
        rows = tuple(row for row in found if row is not None and self.truth(row.when))
        consent_from = self.value(outcome.consent_from) if outcome.consent_from else None
        return Verdict(rule, outcome, consent_from, rows)
