"""What a person is told to type or press at a prompt."""

from infoshare_cli.terminal.prompts import Prompt, Way

LEAVING = (Way.SAVE, Way.QUIT)
"""The ways that end the interview."""


def how_to_choose_one(prompt: Prompt) -> str:
    """What to type for one choice."""
    return f"Type one number from 1 to {len(prompt.choices)}."


def how_to_choose_many(prompt: Prompt) -> str:
    """What to type for one or more choices."""
    return f"Type one or more numbers from 1 to {len(prompt.choices)}, with commas between them."


def how_to_write(*, required: bool) -> str:
    """What to do where a text is asked for."""
    leave = "" if required else " To leave it out, just press Enter."
    return f"Write your answer, then press Enter.{leave}"


def how_to_mend(prompt: Prompt, *, required: bool) -> str:
    """What to do where the former text stands in the line already, with all that can be typed."""
    leave = "" if required else " To leave it out, press Enter on the empty line."
    else_ = how_else(prompt)
    behind = " You can type these words right behind your own, too." if else_ else ""
    return (
        "What you wrote stands there already. Enter keeps it, or change it as you like. "
        f"Ctrl-U empties the line.{leave}{else_}{behind}"
    )


def how_else(prompt: Prompt) -> str:
    """What to type for help and for the ways out, after a space; '' where there are none."""
    does = ["go back"] if Way.BACK in prompt.ways else []
    does += ["leave"] if any(way in LEAVING for way in prompt.ways) else []
    keep = " Type keep to leave your answer as it was." if Way.KEEP in prompt.ways else ""
    ways = f", and for how to {' or '.join(does)}" if does else ""
    return f"{keep} Type ? for help{ways}." if prompt.tellings or prompt.ways else ""
