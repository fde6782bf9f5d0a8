"""Which answers, and which positions of interviews, nothing that decides can tell apart."""

from collections.abc import Hashable

from infoshare_cli.core.cases.classes import Seen, decision_conditions, leaves_of, seen_of
from infoshare_cli.core.cases.remaining import Remaining, key_of
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Standing


class Likeness:
    """Tells what is alike under one pack."""

    def __init__(self, guidance: Guidance) -> None:
        self._remaining = Remaining(guidance)
        self._leaves = leaves_of(decision_conditions(guidance))
        self._choices = {each.id: guidance.choices_behind(each.when) for each in guidance.rules}
        self._answers: dict[tuple[str, Seen], tuple[str, ...]] = {}

    def first_answer(self, question: str, answer: tuple[str, ...]) -> tuple[str, ...]:
        """The first answer looked at that no condition tells from this one."""
        seen = seen_of(self._leaves[question], answer)
        return self._answers.setdefault((question, seen), answer)

    def of(self, standing: Standing) -> Hashable:
        """Equal where interviews go on alike, and come to the same verdict for the same reasons.

        A verdict may have come through the rows that gave choices their values, so those are told
        apart also where what they decided is alike.
        """
        known = standing.known
        open_rules = self._remaining.open_rules(known, standing.rules)
        behind = (choice for each in open_rules for choice in self._choices[each.rule.id])
        rows = tuple(self._remaining.choice(known, choice) for choice in dict.fromkeys(behind))
        return key_of(open_rules), rows
