"""Going through stories with a person: read, answer, compare; nothing is kept of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from infoshare_cli.cli.asking import Asking
from infoshare_cli.core.case import Case
from infoshare_cli.core.change import change_answer
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.core.practice import Attempt, attempt
from infoshare_cli.core.steps import Step, step_before
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.terminal import practise_views as views
from infoshare_cli.terminal.answer_views import set_aside_page
from infoshare_cli.terminal.decision_views import unproved_lines
from infoshare_cli.terminal.page import Block, Screen, show_page
from infoshare_cli.terminal.prompts import Prompts, TookWay, Way


@dataclass
class Sitting:
    """One person's. Wherever it is stopped, `attempts` holds the stories that were finished."""

    guidance: Guidance
    prompts: Prompts
    results: Screen
    """Where it is told what the answers come to."""
    attempts: list[Attempt] = field(default_factory=list)
    _asking: Asking = field(init=False)

    def __post_init__(self) -> None:
        # One for all stories: it remembers how far the rules can still lead.
        self._asking = Asking(self.guidance, self.prompts, ways=(Way.QUIT,))

    def hold(self, stories: Sequence[WrittenCase]) -> None:
        """Take one story after the other, until the person stops or there are no more.

        Raises:
            TookWay: the person leaves at once.
            Interrupted: the person stopped.
            OutOfInput: the input ended.
        """
        self.prompts.show((*unproved_lines(self.guidance), *views.opening_page()))
        for number, story in enumerate(stories, start=1):
            last = number == len(stories)
            self.prompts.show(views.story_page(story))
            ready = self.prompts.choose_one(views.ready_prompt(last=last))
            if ready == "begin":
                self._finish(attempt(self.guidance, story, self._answers(story)))
            if ready == "stop" or last:
                return
            if ready == "begin" and self.prompts.choose_one(views.another_prompt()) == "stop":
                return

    def _answers(self, story: WrittenCase) -> Answers:
        """The answers to a story, asked for as in a real case."""
        self._asking.tellings = (views.story_telling(story),)
        case, again = Case(), None
        while step := again or self._next(case):
            again = None
            try:
                case = self._answered(case, step.id, self._asking.ask(case.answers, step.id))
            except TookWay as took:
                if took.way is Way.BACK:
                    again = step_before(self.guidance, case, step, went_on=False)
                elif took.way is not Way.KEEP:
                    raise
        return case.answers

    def _next(self, case: Case) -> Step | None:
        question = stand(self.guidance, case.answers).next
        return Step("question", question.id) if question is not None else None

    def _answered(self, case: Case, name: str, chosen: tuple[str, ...]) -> Case:
        """The case with an answer; what was about another answer than this is set aside."""
        if case.answers.get(name, chosen) == chosen:
            return case.with_answer(name, chosen)
        change = change_answer(self.guidance, case.answers, name, chosen)
        if change.set_aside:
            self.prompts.show(set_aside_page(self.guidance, change.set_aside))
        return case.with_answers(change.answers)

    def _finish(self, finished: Attempt) -> None:
        self.attempts.append(finished)
        self._tell(views.attempt_page(self.guidance, finished))

    def _tell(self, page: Sequence[Block]) -> None:
        self.results.stream.write("\n")
        show_page(page, self.results)
