"""A small program that asks some questions and says what it got; run by the terminal tests.

Usage: asker.py KIND[+KIND]... [plain]

The kinds are `one`, `many`, `optional`, `required`, the same with `-again` (asked again, with
every way out), and `wait` (wait until the file that GO names is there).
"""

import os
import sys
from dataclasses import replace
from io import StringIO, TextIOWrapper
from pathlib import Path
from time import sleep

from infoshare_cli.errors import InfoshareError
from infoshare_cli.terminal.choose_prompts import open_prompts
from infoshare_cli.terminal.end_by_signal import end_in_order
from infoshare_cli.terminal.page import Text, open_screen
from infoshare_cli.terminal.prompts import Choice, Prompt, Prompts, Telling, TookWay, Way

ONE = Prompt(
    ask="Is a child in danger now, or in the next few hours?",
    help="If you cannot rule it out, choose yes.",
    tellings=(
        Telling("?", "What does this mean?", lambda: (Text("Someone could be badly hurt."),)),
        Telling("why", "Why am I asked this?", lambda: (Text("It is asked first."),)),
    ),
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
    tellings=(
        Telling("?", "What does this mean?", lambda: (Text("Think of what you told them."),)),
    ),
    choices=(
        Choice("what", "They know how much would be shared"),
        Choice("who", "They know who will see it"),
        Choice("none", "None of these"),
        Choice("not-sure", "Not sure"),
    ),
    alone=("none", "not-sure"),
)
WORDS = Prompt(
    ask="Why did you decide this?",
    tellings=(Telling("?", "What does this mean?", lambda: (Text("One sentence is enough."),)),),
)
PROMPTS = {"one": ONE, "many": MANY, "optional": WORDS, "required": WORDS}
BEFORE = {
    "one": "Not sure",
    "many": "None of these",
    "optional": "As I said",
    "required": "As I said",
}


def ask(prompts: Prompts, kind: str) -> object:
    """What the person answered."""
    if kind == "wait":
        return wait()
    plainly, _, again = kind.partition("-")
    prompt = PROMPTS[plainly]
    if again:
        prompt = replace(prompt, before=BEFORE[plainly], ways=tuple(Way))
    if plainly == "one":
        return prompts.choose_one(prompt)
    if plainly == "many":
        return prompts.choose_many(prompt)
    return prompts.write_text(prompt, required=plainly == "required")


def wait() -> str:
    """Wait as a program does that works between two questions."""
    sys.stderr.write("WORKING\n")
    while not Path(os.environ["GO"]).exists():
        sleep(0.01)
    return "waited"


def main(kind: str, *plain: str) -> int:
    """Ask, say what came of it on standard output, and give its exit code."""
    end_in_order()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    screen = open_screen(sys.stderr or StringIO(), plain=bool(plain))
    prompts = open_prompts(plain=bool(plain), screen=screen)
    try:
        answers = [ask(prompts, each) for each in kind.split("+")]
    except TookWay as took:
        if took.way is Way.QUIT:
            prompts.clear()
        sys.stdout.write(f"TOOK {took.way.value}\n")
        return 0
    except InfoshareError as error:
        sys.stdout.write(f"RAISED {type(error).__name__}: {error}\n")
        return error.exit_code
    sys.stdout.write(f"GOT {answers}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
