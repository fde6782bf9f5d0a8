"""Expressions as text with signs between their parts, as three of the engines read them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infoshare_cli.core.conditions import HasAll, IsOneOf, Lacks, Leaf


@dataclass(frozen=True)
class Infix:
    """The signs of a language whose choice between two is `a ? b : c`."""

    both: str
    either: str
    no: str
    variable: Callable[[str], str] = str
    """How the answer to a question is named."""

    def leaf(self, leaf: Leaf) -> str:
        """A comparison, or membership in a list of options."""
        answer = self.variable(leaf.question)
        if isinstance(leaf, IsOneOf):
            return self.some([f"{answer} == {self.text(option)}" for option in leaf.options])
        inside = [f"{self.text(option)} in {answer}" for option in leaf.options]
        if isinstance(leaf, HasAll):
            return self.every(inside)
        return self.negated(self.some(inside)) if isinstance(leaf, Lacks) else self.some(inside)

    def every(self, parts: Sequence[str]) -> str:
        """All of these, joined."""
        return parts[0] if len(parts) == 1 else f"({f' {self.both} '.join(parts)})"

    def some(self, parts: Sequence[str]) -> str:
        """Any of these, joined."""
        return parts[0] if len(parts) == 1 else f"({f' {self.either} '.join(parts)})"

    def negated(self, part: str) -> str:
        """The opposite."""
        return f"{self.no}({part})"

    def text(self, text: str) -> str:
        """A text in quotation marks; no id has any in it."""
        return f'"{text}"'

    def first(self, ways: Sequence[tuple[str, str]], otherwise: str) -> str:
        """One choice in the other."""
        tests = "".join(f"{when} ? {end} : " for when, end in ways)
        return f"({tests}{otherwise})"
