"""CLIPS as the package clipspy runs it, in C: a rule for each step, the first with most salience.

The answers are one fact. It is asserted, the rule with the most salience fires and halts, and the
fact is taken back, which is quicker than a reset. Each option of a question of many options has a
slot of its own, which is quicker than lists. Conditions as patterns on slots in place of a test
take as long, and a function of CLIPS takes three times as long: most of the time goes into handing
over values.

Every run leaves something behind that makes later ones slower (clipspy 1.0.6): ten times as slow
after 20,000. So each batch has an environment of its own, made before the clock starts.
"""

from collections.abc import Iterator, Mapping, Sequence

import clips

from benchmarks.decisions.ends import decided_by_key
from benchmarks.decisions.engine import Engine, questions_of_rules
from benchmarks.decisions.expressions import Expressions
from benchmarks.decisions.if_statements import Decided
from infoshare_cli.core.conditions import HasAll, IsOneOf, Lacks, Leaf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question


def clips_engine(guidance: Guidance) -> Engine:
    """Rules that put the key of an end into a global variable."""
    run = _Run(guidance)
    return Engine("CLIPS (clipspy)", run.prepare, run.decide, run.start)


class _Environment(clips.Environment):  # type: ignore[misc] # clipspy has no types
    def __del__(self) -> None:
        """Left to the end of the process.

        CLIPS would complain on standard output of what its runs left behind.
        """


class _Run:
    def __init__(self, guidance: Guidance) -> None:
        self._ends = decided_by_key(guidance)
        self._questions = questions_of_rules(guidance)
        slots = [slot for question in self._questions for slot in _slots(question)]
        steps = Expressions(guidance, Clips()).steps()
        rules = (_rule(-place, slots, when, end) for place, (when, end) in enumerate(steps))
        self._constructs = [_template(slots), "(defglobal ?*end* = nil)", *rules]
        self.start()

    def start(self) -> None:
        """Begin anew, in an environment that has run nothing."""
        self._environment = _Environment()
        for construct in self._constructs:
            self._environment.build(construct)
        self._fact = self._environment.find_template("answers")
        self._end = self._environment.find_global("end")

    def prepare(self, answers: Answers) -> dict[str, object]:
        """The slots of the fact, for what was answered."""
        return {
            slot: clips.Symbol(value)
            for question in self._questions
            for slot, value in _values(question, answers.get(question.id, ()))
        }

    def decide(self, slots: Mapping[str, object]) -> Decided:
        fact = self._fact.assert_fact(**slots)
        self._environment.run()
        fact.retract()
        return self._ends[self._end.value]


def _slots(question: Question) -> list[str]:
    """A slot for the answer, or one for each option where there can be many."""
    if question.kind == "one":
        return [question.id]
    return [_slot(question.id, option.id) for option in question.options]


def _slot(question: str, option: str) -> str:
    return f"{question}-{option}"


def _values(question: Question, answer: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for option in answer:
        if question.kind == "one":
            yield question.id, option
        else:
            yield _slot(question.id, option), "yes"


def _template(slots: Sequence[str]) -> str:
    return (
        f"(deftemplate answers {' '.join(f'(slot {slot} (default no-answer))' for slot in slots)})"
    )


def _rule(salience: int, slots: Sequence[str], when: str, end: str) -> str:
    looked_at = [slot for slot in slots if f"?{slot} " in f"{when} {end}"]
    return (
        f"(defrule step{-salience} (declare (salience {salience})) "
        f"(answers {' '.join(f'({slot} ?{slot})' for slot in looked_at)}) "
        f"(test {when}) => (bind ?*end* {end}) (halt))"
    )


class Clips:
    """How CLIPS writes what rules are made of: see `expressions.Notation`."""

    def leaf(self, leaf: Leaf) -> str:
        """Comparisons, of one slot or of those of the options."""
        if isinstance(leaf, IsOneOf):
            return self.some([f"(eq ?{leaf.question} {option})" for option in leaf.options])
        inside = [f"(eq ?{_slot(leaf.question, option)} yes)" for option in leaf.options]
        if isinstance(leaf, HasAll):
            return self.every(inside)
        return self.negated(self.some(inside)) if isinstance(leaf, Lacks) else self.some(inside)

    def every(self, parts: Sequence[str]) -> str:
        """All of these, joined."""
        return parts[0] if len(parts) == 1 else f"(and {' '.join(parts)})"

    def some(self, parts: Sequence[str]) -> str:
        """Any of these, joined."""
        return parts[0] if len(parts) == 1 else f"(or {' '.join(parts)})"

    def negated(self, part: str) -> str:
        """The opposite."""
        return f"(not {part})"

    def text(self, text: str) -> str:
        """A text in quotation marks; no id has any in it."""
        return f'"{text}"'

    def first(self, ways: Sequence[tuple[str, str]], otherwise: str) -> str:
        """One choice in the other."""
        for when, end in reversed(ways):
            otherwise = f"(if {when} then {end} else {otherwise})"
        return otherwise
