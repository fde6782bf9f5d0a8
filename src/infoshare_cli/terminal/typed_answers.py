"""What a typed line means: a text, or choices by number, id or label; never a guess."""

import re

from infoshare_cli.terminal.how_to_answer import how_to_choose_many, how_to_choose_one
from infoshare_cli.terminal.prompts import Choice, Prompt
from infoshare_cli.terminal.question_page import clash
from infoshare_cli.terminal.safe_text import is_writing

LEAST_BEGINNING = 3
"""Letters of a label from which its beginning counts; fewer would be answers by a slip."""

_KEYS = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])")
"""What an arrow key sends, or a colour that was pasted: no text, and no reason to lose the rest."""
NOT_TEXT = "That held something that is not text, such as an arrow key. Please type it again."
ENTER_AGAIN = (
    "Nothing was written. Press Enter once more to leave it out, or type keep to leave your "
    "answer as it was."
)


class UnclearError(Exception):
    """A line is no answer. The text says what to do, and never repeats what was typed."""


def read_text(line: str, *, required: bool) -> str:
    """The text of the line, '' where nothing was written and nothing is required.

    Raises:
        UnclearError: it is required and empty, or holds keys that are not text.
    """
    written = _KEYS.sub("", line).strip()
    if required and not written:
        raise UnclearError("Nothing was written. This question needs an answer.")
    if not is_writing(written):
        raise UnclearError(NOT_TEXT)
    return written


def read_one(line: str, prompt: Prompt) -> str:
    """The id of the one choice that the line names.

    Raises:
        UnclearError: it names none, or could mean several.
    """
    _refuse_lines(line, how_to_choose_one(prompt))
    found = _named(line, prompt.choices)
    if len(found) == 1:
        return found[0].id
    raise UnclearError(f"{_trouble(line, found)} {how_to_choose_one(prompt)}")


def read_many(line: str, prompt: Prompt) -> tuple[str, ...]:
    """The ids of the choices that the line names, in the order of the prompt, each once.

    Raises:
        UnclearError: a part of it names none or several, or one that stands alone has company.
    """
    _refuse_lines(line, how_to_choose_many(prompt))
    whole = _named(line, prompt.choices)
    found = whole if len(whole) == 1 else _named_in_parts(line, prompt.choices)
    if not found:
        raise UnclearError(f"{_trouble(line, whole)} {how_to_choose_many(prompt)}")
    if trouble := clash(prompt, {choice.id for choice in found}):
        raise UnclearError(trouble)
    return tuple(choice.id for choice in prompt.choices if choice in found)


def _refuse_lines(line: str, how: str) -> None:
    # Pasted lines, or those meant for the questions to come: none of them is taken for this one.
    lines = line.strip().count("\n") + 1
    if lines > 1:
        raise UnclearError(f"{lines} lines came at once, so nothing is answered. {how}")


def _trouble(line: str, found: tuple[Choice, ...]) -> str:
    if not line.strip():
        return "Nothing was typed, so nothing is answered."
    return "That could mean more than one answer." if found else "That is not one of the answers."


def _named(words: str, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    # A number is only ever a number: 12 never means the label "12 to 15".
    word = _folded(words)
    if word.isdigit():
        return tuple(choice for number, choice in enumerate(choices, 1) if word == str(number))
    exact = tuple(each for each in choices if word in (_folded(each.id), _folded(each.label)))
    if exact or len(word) < LEAST_BEGINNING:
        return exact
    return tuple(choice for choice in choices if _folded(choice.label).startswith(word))


def _named_in_parts(line: str, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices named between commas or spaces; none at all where any part is unclear."""
    found: list[Choice] = []
    for part in filter(str.strip, line.split(",")):
        named = _named(part, choices)
        words = [named] if len(named) == 1 else [_named(word, choices) for word in part.split()]
        if any(len(each) != 1 for each in words):
            return ()
        found.extend(each[0] for each in words)
    return tuple(found)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".)")
