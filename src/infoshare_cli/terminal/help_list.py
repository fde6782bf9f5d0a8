"""The list that the help opens: what can be told about a question, and the ways to leave."""

from prompt_toolkit.output import Output
from questionary import Question

from infoshare_cli.terminal.how_to_answer import LEAVING
from infoshare_cli.terminal.page import Screen
from infoshare_cli.terminal.prompt_help import way_label
from infoshare_cli.terminal.prompts import Prompt
from infoshare_cli.terminal.row_list import NoAnswer, list_to_choose_from, made_safe, row

_RETURN = "Return to the question"


def list_of_help(prompt: Prompt, screen: Screen, output: Output) -> Question:
    """A list that comes to a `Telling`, to a `Way` that leaves, or to a `NoAnswer`."""
    # To return comes first: what is pointed at from the start does nothing.
    rows = [
        row(_RETURN, NoAnswer.RETURN, screen),
        *(row(each.label, each, screen) for each in prompt.tellings),
        *(row(way_label(prompt, way), way, screen) for way in LEAVING if way in prompt.ways),
    ]
    return made_safe(list_to_choose_from("What do you want?", rows, output))
