"""The list of answers to a question: its choices, and rows for a way back and for help."""

from collections.abc import Collection
from dataclasses import replace

from prompt_toolkit.output import Output
from questionary import Choice as Row
from questionary import Question, checkbox

from infoshare_cli.terminal.page import Screen
from infoshare_cli.terminal.prompt_help import help_label, way_label
from infoshare_cli.terminal.prompts import Prompt, Way
from infoshare_cli.terminal.question_page import choice_text
from infoshare_cli.terminal.row_list import (
    NO_INSTRUCTION,
    STYLE,
    NoAnswer,
    height,
    list_in,
    list_to_choose_from,
    made_safe,
    row,
)

_START = "Move to your answer with the arrow keys"
_WAY_ROWS = (Way.BACK, Way.KEEP)
"""Ways with a row of their own; the others stand in the list that the help opens."""


def fitted(prompt: Prompt, screen: Screen, lines: int) -> Prompt | None:
    """The prompt as a list can show it at once in so many lines, or None where it cannot.

    Rows below the edge would be answers that nobody knows of. Where it helps, the choices' own
    help is left out, for the caller to show above.
    """
    brief = replace(prompt, choices=tuple(replace(each, help="") for each in prompt.choices))
    fits = (each for each in (prompt, brief) if height(_rows(each, screen)) <= lines)
    return next(fits, None)


def list_of_one(prompt: Prompt, screen: Screen, output: Output) -> Question:
    """A list that comes to the id of one choice, to a `NoAnswer` or to a `Way`."""
    rows = [row(_START, NoAnswer.START, screen), *_rows(prompt, screen)]
    return made_safe(list_to_choose_from("Your answer:", rows, output))


def list_of_many(
    prompt: Prompt, ticked: Collection[str], screen: Screen, output: Output
) -> Question:
    """A list to tick, which may come to a `NoAnswer` or to a `Way`; see `ticked_in`."""
    return made_safe(
        checkbox(
            "Your answers:",
            _rows(prompt, screen, ticked),
            qmark="",
            instruction=NO_INSTRUCTION,
            style=STYLE,
            use_jk_keys=False,
            output=output,
        )
    )


def ticked_in(question: Question, prompt: Prompt) -> tuple[str, ...]:
    """The ids of the choices that are ticked, in the order of the prompt."""
    _, rows = list_in(question)
    return tuple(choice.id for choice in prompt.choices if choice.id in rows.selected_options)


def _rows(prompt: Prompt, screen: Screen, ticked: Collection[str] = ()) -> list[Row]:
    answers = [
        row(choice_text(choice), choice.id, screen, ticked=choice.id in ticked)
        for choice in prompt.choices
    ]
    ways = [row(way_label(prompt, way), way, screen) for way in _WAY_ROWS if way in prompt.ways]
    label = help_label(prompt)
    return [*answers, *ways, *([row(label, NoAnswer.HELP, screen)] if label else [])]
