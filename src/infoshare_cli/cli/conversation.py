"""The conversation with a person: the questions, the outcome, what to write down, the check.

It knows only the seam `Prompts`, so that lists on a screen and plain lines are one flow; and it
takes one step after the other, as `core.steps` has them. Wherever it is stopped, `case` holds
what was said so far, and the draft holds it too.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from infoshare_cli.cli.asking import Asking
from infoshare_cli.cli.outcome import Outcome, decided
from infoshare_cli.cli.writing import Writing
from infoshare_cli.core.case import Case
from infoshare_cli.core.change import change_answer, fields_about, needed_only, stale_fields
from infoshare_cli.core.decision import asked_answers, fields_to_ask
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import OUTCOME, Guidance, RecordField
from infoshare_cli.core.interview import verdict_of
from infoshare_cli.core.steps import Step, next_step, questions_put, step_before
from infoshare_cli.terminal import answer_views
from infoshare_cli.terminal import conversation_views as views
from infoshare_cli.terminal.decision_views import check_page
from infoshare_cli.terminal.page import Text
from infoshare_cli.terminal.prompts import Choice, Prompt, Prompts, TookWay, Way

Keep = Callable[[Case, tuple[str, ...], str | None], str]
"""Keeps a draft: handed the case, the questions put so far and the outcome shown, if any. What
comes back is a remark that the person should read, or ''."""


@dataclass
class Conversation:
    """One case, talked through with a person."""

    guidance: Guidance
    prompts: Prompts
    asking: Asking
    writing: Writing
    outcome: Outcome
    keep: Keep | None
    """None where nothing is to be kept: no draft, no record."""
    case: Case
    put: tuple[str, ...] = ()
    """The questions put to the person so far."""
    came_to: str | None = None
    """The outcome that the record so far was written under."""
    heard: bool = False
    """Whether the person has said anything."""
    _went_on: bool = False
    """Whether the person went on after the outcome."""
    _again: Step | None = None
    """What is asked once more, because the person went back to it or wants it otherwise."""
    _records: bool | None = None
    """Whether there is something to record, once the person has said so."""
    _changed: bool = False
    """Whether an answer was changed since the last outcome."""
    _unread: set[str] = field(init=False)
    """Fields that came from a file, which nobody has read for private words yet."""

    def __post_init__(self) -> None:
        self._unread = {*self.case.record} - {each.field for each in self.case.kept_words}

    def hold(self) -> bool:
        """The whole conversation; whether there is a record to keep.

        Raises:
            TookWay: the person leaves, to go on later or at once.
            Interrupted: the person stopped.
            OutOfInput: the input ended.
        """
        while self._records is None:
            step, self._again = self._again or self._next(), None
            if step is None:
                return False
            try:
                self._take(step)
            except TookWay as took:
                if took.way is Way.BACK:
                    went_on = self._went_on
                    self._again = step_before(self.guidance, self.case, step, went_on=went_on)
                elif took.way is not Way.KEEP:
                    raise
            self.heard = True
        return self._records

    def review(self) -> None:
        """Have answers that were given earlier looked through, before anything new is asked."""
        answers = self.case.answers
        self.prompts.show(answer_views.answers_page(self.guidance, answers))
        prompt = Prompt(views.REVIEW, choices=views.REVIEW_CHOICES, ways=self.asking.ways)
        if self.prompts.choose_one(prompt) == "change":
            self._choose_answer()
        self.heard = True

    def _next(self) -> Step | None:
        """What comes next; on the way there, the outcome is told where it is new."""
        step = self._step()
        if step is not None and step.kind == "question" and not self._is_decided():
            return step
        self._settle_outcome()
        # Fields that went with another outcome are open again.
        step = self._step()
        if step is None or step.kind not in {"question", "pause"}:
            self.outcome.tell_added(self.case)
        return step

    def _step(self) -> Step | None:
        records = self.keep is not None
        return next_step(
            self.guidance, self.case, went_on=self._went_on, records=records, unread=self._unread
        )

    def _take(self, step: Step) -> None:
        match step.kind:
            case "question":
                self._ask(step.id)
            case "pause":
                self._pause()
            case "field":
                self._hold_field(step.id, self.writing.ask(self.case, self._field(step.id)))
                if step.id == "area":
                    self.outcome.tell_front_door(self.case)
            case "settle":
                self._hold_field(step.id, self.writing.settle(self.case, self._field(step.id)))
            case "check":
                self._check()

    def _hold_field(self, name: str, case: Case) -> None:
        self._unread.discard(name)
        self._hold(case)

    def _hold(self, case: Case) -> None:
        """Keep what was just said, in the draft too."""
        self.case = case
        put = (*self.put, *questions_put(self.guidance, case))
        self.put = tuple(dict.fromkeys(put))
        if self.keep is None:
            return
        if remark := self.keep(case, self.put, self.came_to):
            self.prompts.show((Text(remark, "warning"),))

    # Answers

    def _ask(self, name: str) -> None:
        self.put = tuple(dict.fromkeys((*self.put, name)))
        chosen = self.asking.ask(self.case.answers, name)
        former = self.case.answers.get(name)
        if former is None:
            self._hold(self.case.with_answer(name, chosen))
        elif former != chosen:
            self._change(name, chosen)

    def _change(self, name: str, chosen: tuple[str, ...]) -> None:
        """Another answer; what was about it is set aside, and asked again if it still matters."""
        change = change_answer(self.guidance, self.case.answers, name, chosen)
        self._changed = True
        stale = self._hold_answers(change.answers)
        if change.set_aside:
            self.prompts.show(answer_views.set_aside_page(self.guidance, change.set_aside))
        self._tell_moved(stale)

    def _hold_answers(self, answers: Answers) -> tuple[RecordField, ...]:
        """Other answers; the fields that go with them, as they were about what is different now."""
        case = self.case
        stale = stale_fields(self.guidance, case.answers, answers, case.record)
        self._hold(case.with_answers(answers).without_fields({each.id for each in stale}))
        return stale

    def _tell_moved(self, fields: tuple[RecordField, ...]) -> None:
        if fields:
            self.prompts.show(answer_views.fields_moved_page(fields))

    def _settle_outcome(self) -> None:
        """Set aside what the outcome leaves without use, and tell it where it is new."""
        if self._changed:
            self._changed = False
            self._set_answers_aside()
        outcome = decided(self.guidance, self.case).outcome.id
        self.outcome.tell(self.case)
        if self.came_to not in {None, outcome}:
            self._set_fields_aside()
        if self.came_to != outcome:
            # Another outcome stands on the screen until it was taken in, as the first one did.
            self._went_on = self._went_on and self.came_to is None
            self.came_to = outcome
            # Before anybody has said anything there is nobody to keep a draft for.
            if self.heard:
                self._hold(self.case)

    def _set_answers_aside(self) -> None:
        """What a change has left without use goes; what was never asked for stays unused."""
        asked = asked_answers(decided(self.guidance, self.case))
        not_put = (name for name in self.case.answers if name not in self.put)
        kept = needed_only(self.case.answers, (*asked, *not_put))
        if kept.set_aside:
            stale = self._hold_answers(kept.answers)
            self.prompts.show(answer_views.not_needed_page(self.guidance, kept.set_aside))
            self._tell_moved(stale)

    def _set_fields_aside(self) -> None:
        """Another outcome: what was written about the first one, and what no longer bears, goes."""
        about = fields_about(self.guidance, {OUTCOME}, self.case.record)
        bears = {each.id for each in self._fields()} - {each.id for each in about}
        gone = [each for each in self.guidance.record_fields if each.id in self.case.record]
        gone = [each for each in gone if each.id not in bears]
        if gone:
            self._hold(self.case.without_fields({each.id for each in gone}))
            self.prompts.show(answer_views.fields_set_aside_page(gone))

    # The pause at the outcome, and the check at the end

    def _pause(self) -> None:
        """Let the outcome stand on the screen until the person says what to do next."""
        choices = views.next_choices(records=self.keep is not None)
        match self._choose("What now?", choices):
            case "on":
                self._went_on = True
            case "stop":
                self._records = False
            case other:
                self._do(other)

    def _check(self) -> None:
        """Have all of it read before it is recorded."""
        decision = decided(self.guidance, self.case)
        texts = self.writing.texts(self.case.record)
        self.prompts.show(check_page(self.guidance, decision, texts))
        match self._choose("Is this right?", views.CHECK_CHOICES):
            case "record":
                self._records = True
            case "stop":
                self._records = False
            case other:
                self._do(other)

    def _do(self, what: str) -> None:
        """What a person may want at the outcome before going on."""
        decision = decided(self.guidance, self.case)
        match what:
            case "answer":
                self._choose_answer()
            case "text":
                self._choose_field()
            case "explain":
                self.outcome.show(self.outcome.extras.explained_page(decision))
            case "say":
                self.outcome.show(self.outcome.extras.said_page(decision, self.case))

    def _choose(self, ask: str, choices: tuple[Choice, ...]) -> str:
        ways = (Way.BACK, *self.asking.ways)
        return self.prompts.choose_one(Prompt(ask, choices=choices, ways=ways))

    def _choose_answer(self) -> None:
        """Which answer to change; it is asked next."""
        answers = self.case.answers
        if self._is_decided():
            answers = asked_answers(decided(self.guidance, self.case))
        choices = answer_views.answer_choices(self.guidance, answers)
        self._ask_next("Which answer do you want to change?", choices, "question")

    def _choose_field(self) -> None:
        """Which field of the record to change; it is asked next."""
        fields = [each for each in self._fields() if each.id in self.case.record]
        choices = answer_views.field_choices(fields, self.writing.texts(self.case.record))
        self._ask_next("What do you want to change?", choices, "field")

    def _ask_next(
        self, ask: str, choices: tuple[Choice, ...], kind: Literal["question", "field"]
    ) -> None:
        try:
            self._again = Step(kind, self._choose(ask, choices))
        except TookWay as took:
            # Back from here is back to where the person was asked what to do.
            if took.way is not Way.BACK:
                raise

    # The case

    def _is_decided(self) -> bool:
        return verdict_of(self.guidance, self.case.answers) is not None

    def _fields(self) -> tuple[RecordField, ...]:
        decision = decided(self.guidance, self.case)
        return fields_to_ask(self.guidance, decision, self.case.record)

    def _field(self, name: str) -> RecordField:
        return next(each for each in self.guidance.record_fields if each.id == name)
