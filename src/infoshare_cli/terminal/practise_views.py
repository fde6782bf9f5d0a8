"""Practice on screen: a story, what the answers to it come to beside the guide's, and the list."""

from collections.abc import Iterator, Sequence

from infoshare_cli.core.decision import Decision
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.practice import Attempt, Difference, sectors_of
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.terminal.answer_views import answer_text
from infoshare_cli.terminal.guide_views import pages_text
from infoshare_cli.terminal.page import Block, Heading, Items, Panel, Rows, Text
from infoshare_cli.terminal.prompts import Choice, Prompt, Telling, Way

_OPENING = (
    "This is practice. The stories are invented, and nothing is kept or recorded. "
    "Take each story as it stands: where it gives no sign of a thing, there is none."
)
_REAL = "For a real worry: infoshare assess. If someone is in danger now, ring 999."


def opening_page() -> tuple[Block, ...]:
    """What practice is, and where a real worry belongs."""
    return (Text(_REAL, "strong"), Text(_OPENING))


def story_page(story: WrittenCase) -> tuple[Block, ...]:
    """A story to read."""
    return (Panel(f"{story.title} ({story.sector})", (Text(story.story),), "strong"),)


def story_telling(story: WrittenCase) -> Telling:
    """The story once more, on request."""
    return Telling("story", "Read the story again", lambda: story_page(story))


def ready_prompt(*, last: bool) -> Prompt:
    """Asked below a story, so that it can be read before anything pushes it off the screen."""
    begin = Choice("begin", "Begin", "You can read the story again at any question, under help.")
    skip = () if last else (Choice("skip", "Take another story"),)
    stop = Choice("stop", "Stop here")
    return Prompt("Ready for the questions?", choices=(begin, *skip, stop), ways=(Way.QUIT,))


def another_prompt() -> Prompt:
    """Asked after a story, where there is another."""
    choices = (Choice("next", "Yes, the next one"), Choice("stop", "No, stop here"))
    return Prompt("Another story?", choices=choices, ways=(Way.QUIT,))


def attempt_page(guidance: Guidance, attempt: Attempt) -> tuple[Block, ...]:
    """What the answers come to beside the guide's, where they part, and what turns the case."""
    reasons = (f"{each.text} ({pages_text(each.source)})" for each in attempt.guide.reasons)
    return (
        Heading("What your answers come to"),
        *_end(guidance, attempt.yours),
        *_verdict(guidance, attempt),
        *_differences(guidance, attempt),
        Heading("What turns this case"),
        Text(attempt.story.because),
        Heading("Why, by the guide"),
        Items(tuple(reasons)),
        *_in_short(attempt),
    )


def score_page(right: int, of: int) -> tuple[Block, ...]:
    """How many stories came out as the guide's."""
    stories = "1 story" if of == 1 else f"{of} stories"
    count = f"You answered {stories}. As in the guide: {right}. Otherwise: {of - right}."
    return (Text(count, "strong"), Text("To see all the stories: infoshare practise --list"))


def stories_page(stories: Sequence[WrittenCase]) -> tuple[Block, ...]:
    """The stories by sector, each with the id to call it by."""
    if not stories:
        return (Text("No stories to practise with come with these rules."),)
    return (*_by_sector(stories), Text("To take one: infoshare practise ID."))


def _by_sector(stories: Sequence[WrittenCase]) -> Iterator[Block]:
    for sector in sectors_of(stories):
        yield Heading(sector)
        yield Rows(tuple((each.id, each.title) for each in stories if each.sector == sector))


def _end(guidance: Guidance, decision: Decision) -> Iterator[Block]:
    yield Text(decision.title, "strong")
    for each in guidance.consent_from:
        if each.id == decision.consent_from:
            yield Text(f"Whose consent: {each.label}.")


def _verdict(guidance: Guidance, attempt: Attempt) -> Iterator[Block]:
    if not attempt.same:
        yield Heading("The guide comes to something else")
        yield from _end(guidance, attempt.guide)
    elif attempt.yours.title == attempt.guide.title:
        yield Text("The guide comes to the same.", "strong")
    else:
        yield Text("The guide comes to the same outcome, in other words:", "strong")
        yield from _end(guidance, attempt.guide)


def _in_short(attempt: Attempt) -> Iterator[Block]:
    """Two ends that differ once more, to stand at the foot of a small screen."""
    if not attempt.same:
        ends = f"Your answers: {attempt.yours.title}\nThe guide: {attempt.guide.title}"
        yield Text(ends, "strong")


def _differences(guidance: Guidance, attempt: Attempt) -> Iterator[Block]:
    if not attempt.differences:
        return
    yield Heading("Where you read the story differently")
    yield Items(tuple(_told(guidance, each) for each in attempt.differences))
    if attempt.same:
        yield Text("Here this does not change the outcome.")


def _told(guidance: Guidance, difference: Difference) -> str:
    question = guidance.question_by_id[difference.question]
    lines = (
        question.ask,
        f"Your answer: {answer_text(question, difference.yours)}",
        f"The story's: {answer_text(question, difference.guide)}",
        "This answer alone makes the difference." if difference.turns else "",
    )
    return "\n".join(filter(None, lines))
