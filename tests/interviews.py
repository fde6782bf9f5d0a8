"""An interview from its first question to its end, as tests hold it."""

from collections.abc import Callable

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.interview import Standing, stand


def conduct(
    guidance: Guidance, answers: Answers, ask: Callable[[Question, Standing], tuple[str, ...]]
) -> Answers:
    """Ask until there is a verdict; what `ask` is handed says where the interview stands."""
    given = dict(answers)
    standing = stand(guidance, given)
    while standing.next is not None:
        given[standing.next.id] = ask(standing.next, standing)
        standing = stand(guidance, given)
    return given
