"""What a condition tells apart: for each question or choice, the values that make it true.

A condition becomes a formula over subjects. A subject is a question, or a choice, and has
finitely many values: one option, one class of many options, one value of a choice. So what
is left of a condition, once something of the case is known, is plain set arithmetic.
"""

from collections.abc import Iterable, Iterator, Mapping

from infoshare_cli.core.cases.classes import classes_of, decision_conditions, leaves_of, seen_of
from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds, Leaf
from infoshare_cli.core.evaluation import leaf_truth
from infoshare_cli.core.graph.formula import (
    Both,
    Either,
    Formula,
    Told,
    Value,
    Values,
    first_subject,
    joined,
)
from infoshare_cli.core.guidance import ChoiceRule, Guidance

Known = Mapping[str, Values]
"""Subject -> the values that it can still have; a subject that is left out can have any."""


class Subjects:
    """The questions and choices of a pack, with all the values that each can have."""

    def __init__(self, guidance: Guidance) -> None:
        self.guidance = guidance
        self._leaves = leaves_of(decision_conditions(guidance))
        self._values: dict[str, tuple[Value, ...]] = {}

    def values(self, subject: str) -> tuple[Value, ...]:
        """All the values of a subject, in the order of the pack; ('',) where no row fits."""
        if subject not in self._values:
            of_choice = subject in self.guidance.rows_of
            self._values[subject] = (self._of_choice if of_choice else self._of_question)(subject)
        return self._values[subject]

    def _of_choice(self, name: str) -> tuple[Value, ...]:
        rows = self.guidance.rows_of[name]
        none_fits = Both(tuple(self._negated(self.formula(row.when)) for row in rows))
        empty = (("",),) if self._can_be(none_fits, {}) else ()
        return (*dict.fromkeys((row.value,) for row in rows), *empty)

    def _of_question(self, name: str) -> tuple[Value, ...]:
        question = self.guidance.question_by_id[name]
        if question.kind == "one":
            # Options that no condition tells apart are still named one by one.
            return tuple((option.id,) for option in question.options)
        return tuple(each.answer for each in classes_of(question, self._leaves[name]))

    def _can_be(self, formula: Formula, known: Known) -> bool:
        """Whether there is any case of which a formula is true."""
        left = self.left(formula, known)
        if isinstance(left, bool):
            return left
        subject = first_subject(left)
        values = self.possible(subject, known)
        return any(self._can_be(left, {**known, subject: frozenset({value})}) for value in values)

    def leaves(self, question: str) -> tuple[Leaf, ...]:
        """What the decision tells of a question."""
        return self._leaves.get(question, ())

    def only_options(self, question: str, value: Value) -> tuple[str, ...]:
        """The options of which any one, by itself, is all that a value stands for; or none.

        Where answers of several options are in the class too, there is no such list.
        """
        leaves, found = self._leaves[question], self.guidance.question_by_id[question]
        seen = seen_of(leaves, value)
        single = [o.id for o in found.options if seen_of(leaves, (o.id,)) == seen]
        classes = classes_of(found, leaves)
        size = next(each.size for each in classes if seen_of(leaves, each.answer) == seen)
        return tuple(single) if size == len(single) else ()

    def facts_of(self, question: str) -> tuple[tuple[Holds, Values], ...]:
        """The named facts that one answer tells, each with the values that make it true."""
        formulas = ((fact.id, self.formula(fact.when)) for fact in self.guidance.facts)
        return tuple(
            (Holds(fact), formula.values)
            for fact, formula in formulas
            if isinstance(formula, Told) and formula.subject == question
        )

    def formula(self, condition: Condition) -> Formula:
        """A condition as a formula; named facts are spelled out."""
        match condition:
            case All(parts):
                return joined(Both, tuple(map(self.formula, parts)))
            case Any(parts):
                return joined(Either, tuple(map(self.formula, parts)))
            case Holds(fact):
                return self.formula(self.guidance.condition_of[fact])
            case Fails(fact):
                return self._negated(self.formula(self.guidance.condition_of[fact]))
            case Comes(choice, values):
                return Told(choice, frozenset((value,) for value in values))
        can_be = self.values(condition.question)
        true = frozenset(value for value in can_be if leaf_truth(condition, value))
        return Told(condition.question, true)

    def _negated(self, formula: Formula) -> Formula:
        match formula:
            case Both(parts):
                return Either(tuple(map(self._negated, parts)))
            case Either(parts):
                return Both(tuple(map(self._negated, parts)))
        assert isinstance(formula, Told)
        return Told(formula.subject, frozenset(self.values(formula.subject)) - formula.values)

    def left(self, formula: Formula, known: Known) -> Formula:
        """What is still to be told of a formula; True or False once nothing is."""
        match formula:
            case Told(subject, values):
                return self._left_of(subject, values, known)
            case Both(parts):
                rest = tuple(self.left(part, known) for part in parts)
                return False if False in rest else joined(Both, rest)
            case Either(parts):
                rest = tuple(self.left(part, known) for part in parts)
                return True if True in rest else joined(Either, rest)
        return formula

    def _left_of(self, subject: str, values: Values, known: Known) -> Formula:
        possible = self.possible(subject, known)
        if possible <= values:
            return True
        return Told(subject, values) if possible & values else False

    def possible(self, subject: str, known: Known) -> Values:
        """The values that a subject can still have."""
        rows = self.guidance.rows_of.get(subject)
        own = known.get(subject, frozenset(self.values(subject)))
        if rows is None or len(own) == 1:
            return own
        return own & frozenset(self._values_left(rows, known))

    def _values_left(self, rows: Iterable[ChoiceRule], known: Known) -> Iterator[Value]:
        """The values of the rows that may still fit; ('',) where it may be that none does."""
        for row in rows:
            left = self.left(self.formula(row.when), known)
            if left is not False:
                yield (row.value,)
            if left is True:
                return
        yield ("",)
