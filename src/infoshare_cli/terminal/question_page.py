"""How a question, its help and the answer said back read, however the person is asked."""

from collections.abc import Collection

from infoshare_cli.core.condition_words import both
from infoshare_cli.terminal.page import Block, Heading, Items, Text
from infoshare_cli.terminal.prompts import Choice, Prompt

STOPPED = "You stopped before this question was answered."


def question_page(prompt: Prompt) -> tuple[Block, ...]:
    """The question, its help, which choices stand alone, its source, and the former answer."""
    ask = f"{prompt.position}: {prompt.ask}" if prompt.position else prompt.ask
    before = f"Your answer was: {prompt.before}" if prompt.before else ""
    help_, source = Text(prompt.help), Text(prompt.source, "quiet")
    notes = (help_, Text(stand_alone(prompt)), source, Text(before))
    return (Heading(ask), *(note for note in notes if note.text))


def choices_page(prompt: Prompt) -> tuple[Block, ...]:
    """The choices and their help, numbered from 1."""
    return (Items(tuple(map(choice_text, prompt.choices)), numbered=True),)


def choice_text(choice: Choice) -> str:
    """A choice and, on a line of its own, its help."""
    return f"{choice.label}\n{choice.help}" if choice.help else choice.label


def stand_alone(prompt: Prompt) -> str:
    """Which choices cannot stand beside others, in words; '' where there are none."""
    names = [f'"{choice.label}"' for choice in prompt.choices if choice.id in prompt.alone]
    if not names:
        return ""
    if len(names) == 1:
        return f"{names[0]} stands alone: choose it by itself, or leave it out."
    return f"{both(names)} stand alone: choose one of them by itself, or leave them out."


def clash(prompt: Prompt, chosen: Collection[str]) -> str:
    """Why these choices cannot stand together, in words; '' where they can."""
    if len(chosen) < 2 or not set(chosen) & set(prompt.alone):
        return ""
    return f"Those answers cannot stand together. {stand_alone(prompt)}"


def answer_page(prompt: Prompt, chosen: Collection[str]) -> tuple[Block, ...]:
    """What was chosen, said back in words."""
    labels = tuple(choice.label for choice in prompt.choices if choice.id in chosen)
    if len(labels) == 1:
        return (Text(f"Your answer: {labels[0]}"),)
    return (Text("Your answers:"), Items(labels))


def written_page(written: str) -> tuple[Block, ...]:
    """What to say of a text that was written: that it was left out, or kept with all its lines."""
    if not written:
        return (Text("Left out."),)
    lines = written.count("\n") + 1
    return (Text(f"Your answer has {lines} lines. All of them are kept."),) if lines > 1 else ()
