"""Why a case came out as it did, on screen: every rule up to the one that decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from infoshare_cli.core.condition_words import (
    begun,
    both,
    in_words,
    options_in_words,
    outcome_in_words,
    subject_in_words,
)
from infoshare_cli.core.conditions import All, Comes, Leaf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.explanation import Part, RuleLookedAt
from infoshare_cli.core.firmness import Firmness
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.terminal.firmness_views import firm_page
from infoshare_cli.terminal.guide_views import pages_text
from infoshare_cli.terminal.page import Block, Heading, Items, Text

ORDER = "The rules are read from the top. The first one that fits decides."


def explanation_page(
    guidance: Guidance, explained: Sequence[RuleLookedAt], firmness: Firmness
) -> tuple[Block, ...]:
    """The rules that do not fit, in short; the one that decides, in full; what would change it."""
    words = _Words(guidance, firmness.rests_on)
    *ruled_out, deciding = explained
    not_fitting = tuple(_ruled_out(words, ruled_out))
    return (
        Heading("Which rules were looked at"),
        Text(ORDER),
        *((Items(not_fitting),) if not_fitting else ()),
        *_deciding(words, deciding, firmness.outcome),
        *firm_page(guidance, firmness),
    )


def _ruled_out(words: "_Words", rules: Sequence[RuleLookedAt]) -> Iterator[str]:
    """A sentence for each rule; for several in a row that are ruled out by the same, one."""
    for because, group in groupby(rules, key=lambda each: words.because(each.part)):
        numbers = [each.number for each in group]
        if len(numbers) == 1:
            yield f"Rule {numbers[0]} does not fit, because {because}."
        else:
            joined = "and" if len(numbers) == 2 else "to"
            yield f"Rules {numbers[0]} {joined} {numbers[-1]} do not fit, because {because}."


def _deciding(words: "_Words", looked_at: RuleLookedAt, outcome: str) -> Iterator[Block]:
    guidance, rule = words.guidance, looked_at.rule
    end = outcome_in_words(guidance.outcome_by_id[outcome])
    yield Heading(f"Rule {looked_at.number} of {len(guidance.rules)} decides: {end}.")
    yield Text(f"{rule.because} ({pages_text(rule.source)})")
    yield Text("It fits, because this is so:")
    yield Items(tuple(map(words.line, _lines(looked_at.part))))
    if looked_at.through:
        yield Text("What it comes to follows from this:")
        yield Items(tuple(map(words.row, looked_at.through)))


def _lines(part: Part) -> tuple[Part, ...]:
    return part.parts if isinstance(part.condition, All) else (part,)


@dataclass(frozen=True)
class _Words:
    """What is so in a case, in the words of its pack."""

    guidance: Guidance
    answers: Answers

    def because(self, part: Part) -> str:
        """All that makes a condition true or false: 'the recipient is a safeguarding body'."""
        return both(self._grounds(part))

    def line(self, part: Part) -> str:
        """What is so: an answer, or a condition and what makes it so."""
        because = self.because(part)
        if isinstance(part.condition, Leaf | Comes):
            return f"{begun(because)}."
        return f"{begun(in_words(self.guidance, part.condition))}, because {because}."

    def row(self, part: Part) -> str:
        """A row that gave a choice its value: its reason, its page, and what it rests on."""
        assert part.row is not None
        because = f"This is so because {self.because(part)}."
        return f"{part.row.because} ({pages_text(part.row.source)})\n{because}"

    def _grounds(self, part: Part) -> list[str]:
        """What the answers, and choices that come from them, say of a condition; each once."""
        match part.condition:
            case Comes(choice, _):
                return [f"{self._value(choice, part)}, as {'; '.join(self._settling(part))}"]
            case condition if isinstance(condition, Leaf):
                return [self._answer(condition.question)]
        return self._settling(part)

    def _settling(self, part: Part) -> list[str]:
        found = (each for one in part.settling for each in self._grounds(one))
        return list(dict.fromkeys(found))

    def _answer(self, question: str) -> str:
        options = options_in_words(self.guidance, question, self.answers[question])
        return f"{subject_in_words(self.guidance, question)} is {both(options)}"

    def _value(self, choice: str, part: Part) -> str:
        """What a choice comes to; where no row fits, nothing."""
        last = part.parts[-1]
        value = last.row.value if last.row is not None and last.truth else ""
        return in_words(self.guidance, Comes(choice, (value,)))
