"""The questions of the rules, put to a person, with what can be told about each and the ways out.

The interview of a case, a practice story and a "what if" all ask through here, so a question
reads the same wherever it is met.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from infoshare_cli.core.cases.futures import Futures
from infoshare_cli.core.decision import about_text
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.interview import Standing, after, stand, still_to_follow
from infoshare_cli.core.notices import notices_for
from infoshare_cli.terminal.answer_views import answer_text, answers_telling
from infoshare_cli.terminal.page import Block
from infoshare_cli.terminal.prompt_help import POSSIBLE, WHY
from infoshare_cli.terminal.prompts import Prompts, Telling, Way
from infoshare_cli.terminal.question_prompts import question_prompt


@dataclass
class Asking:
    """Asks single questions of an interview; where it stands is told by the answers."""

    guidance: Guidance
    prompts: Prompts
    ways: tuple[Way, ...]
    """How a person may leave; going back is offered wherever something was answered before."""
    tellings: tuple[Telling, ...] = ()
    """What can be told at every question, beside what belongs to the question."""
    futures: Futures | None = None
    """Of the same pack, where somebody else looks ahead too."""

    def __post_init__(self) -> None:
        self._futures = self.futures or Futures(self.guidance)

    def ask(self, answers: Answers, name: str) -> tuple[str, ...]:
        """The answer to one question, on the way to the outcome or after it.

        Args:
            answers: all that was answered; an answer to this question is shown as the former one.

        Raises:
            TookWay: the person went back, kept the former answer, or left.
            Interrupted: the person stopped.
            OutOfInput: the input ended.
        """
        question = self.guidance.question_by_id[name]
        standing = stand_before(self.guidance, answers, name)
        before = answers.get(name, ())
        prompt = question_prompt(
            question,
            self._position(answers, name, standing),
            about_text(self.guidance, standing.known, question),
            notices_for(self.guidance.notices, _place(standing, name)),
            before=answer_text(question, before) if before else "",
            ways=self._ways(standing, asked_before=bool(before)),
            tellings=(*self._tellings(answers, question, standing), *self.tellings),
        )
        if question.kind == "one":
            return (self.prompts.choose_one(prompt),)
        return self.prompts.choose_many(prompt)

    def _ways(self, standing: Standing, *, asked_before: bool) -> tuple[Way, ...]:
        back = (Way.BACK,) if standing.known else ()
        return (*back, *((Way.KEEP,) if asked_before else ()), *self.ways)

    def _position(self, answers: Answers, name: str, standing: Standing) -> str:
        """'Question 3, at most 6 more'; no more than 'Question 3' for one that is asked again."""
        if standing.verdict is None:
            number = len(standing.known) + 1
            others = {each: answers[each] for each in answers if each != name}
            more = self._most(others, standing) - 1
        else:
            aftermath = after(self.guidance, answers, standing)
            asked = [*standing.known, *aftermath.followed_up]
            number = asked.index(name) + 1 if name in asked else len(asked) + 1
            more = len(still_to_follow(self.guidance, aftermath)) - 1
        if name in answers:
            # Another answer than before may open more, or fewer.
            return f"Question {number}"
        return f"Question {number}, {f'at most {more} more' if more else 'the last one'}"

    def _most(self, others: Answers, standing: Standing) -> int:
        """The most questions that can still be asked before the outcome."""
        if not others and self.guidance.longest is not None:
            # Known from the proof, so that the first question need not wait for a look ahead.
            return self.guidance.longest
        return self._futures.of(others, standing).most

    def _tellings(
        self, answers: Answers, question: Question, standing: Standing
    ) -> tuple[Telling, ...]:
        guidance = self.guidance
        asked = {each: answers[each] for each in answers if each in guidance.question_by_id}
        answered = answers_telling(guidance, asked)
        if standing.verdict is not None:
            known = after(guidance, answers, standing).known
            why = Telling("why", WHY, lambda: _why_follow_up(guidance, question, known))
            return (why, answered)
        others = {each: asked[each] for each in asked if each != question.id}
        return (
            Telling("why", WHY, lambda: _why(guidance, question, standing)),
            Telling("possible", POSSIBLE, lambda: _still_possible(guidance, others)),
            answered,
        )


# Much is imported for these, and few people ask for any: so only where they do.


def _why(guidance: Guidance, question: Question, standing: Standing) -> Sequence[Block]:
    from infoshare_cli.terminal.why_views import why_page

    return why_page(guidance, question, standing)


def _why_follow_up(guidance: Guidance, question: Question, known: Answers) -> Sequence[Block]:
    from infoshare_cli.terminal.why_views import why_follow_up_page

    return why_follow_up_page(guidance, question, known)


def _still_possible(guidance: Guidance, others: Answers) -> Sequence[Block]:
    from infoshare_cli.core.cases.possible import possible_from
    from infoshare_cli.terminal.why_views import possible_page

    return possible_page(guidance, possible_from(guidance, others))


def stand_before(guidance: Guidance, answers: Answers, name: str) -> Standing:
    """Where the interview stood, or stands, when it came to a question.

    For a question that is asked after the outcome, that is where it came to the outcome.
    """
    standing = stand(guidance, answers)
    if name not in standing.known:
        return standing
    earlier = takewhile(lambda each: each != name, standing.known)
    return stand(guidance, {each: answers[each] for each in earlier})


def _place(standing: Standing, name: str) -> dict[str, Sequence[str]]:
    """What bears on which notices are told with a question."""
    outcome = (standing.verdict.outcome.id,) if standing.verdict else ()
    return {**standing.known, "questions": (name,), "outcomes": outcome}
