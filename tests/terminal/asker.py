"""A small program that asks one question and says what it got; run by the terminal tests.

Usage: asker.py one|many|optional|required [plain]
"""

import sys

from infoshare_cli.errors import InfoshareError
from infoshare_cli.terminal.choose_prompts import open_prompts
from infoshare_cli.terminal.page import open_screen
from infoshare_cli.terminal.prompts import Choice, Prompt, Prompts

ONE = Prompt(
    ask="Is a child in danger now, or in the next few hours?",
    help="If you cannot rule it out, choose yes.",
    more=("Danger means that someone could be badly hurt.", "It is asked first to save time."),
    source="Guide, page 2",
    position="Question 1",
    choices=(
        Choice("yes", "Yes", "Call 999 before anything else."),
        Choice("no", "No, nobody is in danger now, and nothing that I have seen or heard says that "
               "somebody will be in the next few hours"),
        Choice("not-sure", "Not sure"),
    ),
)  # fmt: skip
MANY = Prompt(
    ask="What does the person know?",
    more=("Think of what you told them yourself.",),
    choices=(
        Choice("what", "They know how much would be shared"),
        Choice("who", "They know who will see it"),
        Choice("none", "None of these"),
        Choice("not-sure", "Not sure"),
    ),
    alone=("none", "not-sure"),
)
WORDS = Prompt(ask="Why did you decide this?", more=("One or two sentences are enough.",))


def ask(prompts: Prompts, kind: str) -> object:
    """What the person answered."""
    if kind == "one":
        return prompts.choose_one(ONE)
    if kind == "many":
        return prompts.choose_many(MANY)
    return prompts.write_text(WORDS, required=kind == "required")


def main(kind: str, *plain: str) -> int:
    """Ask, say what came of it on standard output, and give its exit code."""
    prompts = open_prompts(plain=bool(plain), screen=open_screen(sys.stderr, plain=bool(plain)))
    try:
        answers = [ask(prompts, each) for each in kind.split("+")]
    except InfoshareError as error:
        sys.stdout.write(f"RAISED {type(error).__name__}: {error}\n")
        return error.exit_code
    sys.stdout.write(f"GOT {answers}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
