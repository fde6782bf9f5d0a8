"""What can be told and done at a prompt beside answering it, in words to type or rows to choose."""

from infoshare_cli.terminal.how_to_answer import LEAVING
from infoshare_cli.terminal.page import Block, Heading, Rows, Text
from infoshare_cli.terminal.prompts import Prompt, Telling, TookWay, Way
from infoshare_cli.terminal.typed_answers import UnclearError

HELP = "?"
"""The word for help, and that of the telling that says what a question means."""
MEANING = "What does this mean?"
WHY = "Why am I asked this?"
POSSIBLE = "What is still possible?"
NO_HELP = "There is no more help on this question."

_HELP_WORDS = {HELP, "help"}
_TELLING_WORDS = {"why", "possible", "answers"}
"""Words that ask for something at many questions, and so are no answer to any."""
_DOES = {
    Way.BACK: "Go back to the question before",
    Way.KEEP: "Keep my answer",
    Way.SAVE: "Save and leave",
    Way.QUIT: "Clear the screen and leave at once",
}
_NOT_HERE = {
    Way.BACK: "You cannot go back from here.",
    Way.KEEP: "There is no earlier answer to keep here.",
    Way.SAVE: "You cannot save from here.",
    Way.QUIT: "You cannot leave from here in that way. Ctrl-C stops everything.",
}
_SEE_HELP = "Type ? to be told what you can type."


def way_label(prompt: Prompt, way: Way) -> str:
    """What a way does, in words."""
    # Where nothing can be saved, nothing is kept either.
    kept = way is Way.QUIT and Way.SAVE in prompt.ways
    return f"{_DOES[way]}; your answers so far are kept" if kept else _DOES[way]


def has_much_help(prompt: Prompt) -> bool:
    """Whether the help has more to offer than one thing to tell."""
    return len(prompt.tellings) > 1 or any(way in LEAVING for way in prompt.ways)


def help_label(prompt: Prompt) -> str:
    """What the row is called that opens the help; '' where there is nothing to open."""
    if any(way in LEAVING for way in prompt.ways):
        return "Help, and ways to leave"
    return "Help" if prompt.tellings else ""


def telling_asked(line: str, prompt: Prompt) -> Telling | None:
    """What a typed line asks to be told; None where it is no word of that kind.

    Raises:
        TookWay: the line is the word of a way that is open here.
        UnclearError: it is a word that does nothing here, and so no answer either.
    """
    word = line.strip().casefold()
    if word in _HELP_WORDS:
        return help_told(prompt)
    for way in Way:
        if word == way.value:
            _take(way, prompt)
    telling = next((each for each in prompt.tellings if each.word == word), None)
    if telling is None and word in _TELLING_WORDS:
        raise UnclearError(f"There is nothing to tell about that here. {_SEE_HELP}")
    return telling


def telling_asked_behind(line: str, prompt: Prompt) -> Telling | None:
    """What is asked to be told in a line in which the former text stood from the start.

    A word counts alone in the line, and behind the former text where that was not changed: nothing
    but spaces may come between. Whoever types a word at the end of the line, as the line over it
    says, means the word. Somebody may want their text to end in it, yet to take it wrongly costs a
    word: the former text is kept, and with a full stop or any other change the text is a text. To
    miss it costs more: `quit` would leave the screen as it is, and stand in the record.

    Raises:
        TookWay: it is the word of a way that is open here.
        UnclearError: it is a word that does nothing here, and so no answer either.
    """
    if line.strip() == prompt.before.strip():
        # Enter keeps what stands there, whatever it says.
        return None
    return telling_asked(line, prompt) or telling_asked(line.removeprefix(prompt.before), prompt)


def help_told(prompt: Prompt) -> Telling:
    """What the question means, and every word that can be typed."""
    meaning = next((each for each in prompt.tellings if each.word == HELP), None)
    others = tuple((each.word, each.label) for each in prompt.tellings if each is not meaning)
    words = (*others, *((way.value, way_label(prompt, way)) for way in prompt.ways))
    listed = (Heading("Words that you can type here"), Rows(words)) if words else ()

    def tell() -> tuple[Block, ...]:
        told = tuple(meaning.tell()) if meaning else ()
        return (*(told or (Text(NO_HELP),)), *listed)

    return Telling(HELP, meaning.label if meaning else "Help", tell)


def told_page(prompt: Prompt, telling: Telling) -> tuple[Block, ...]:
    """What was asked for, under its label or a heading of its own, and the question again."""
    told = tuple(telling.tell())
    headed = bool(told) and isinstance(told[0], Heading)
    return (*(() if headed else (Heading(telling.label),)), *told, Heading(prompt.ask))


def _take(way: Way, prompt: Prompt) -> None:
    if way in prompt.ways:
        raise TookWay(way)
    raise UnclearError(f"{_NOT_HERE[way]} {_SEE_HELP}")
