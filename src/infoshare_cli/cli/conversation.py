"""The conversation with a person: the questions, the outcome, what to write down, the check.

It knows only the seam `Prompts`, so that lists on a screen and plain lines are one flow.
Wherever it is stopped, `case` holds what was said so far, and nothing has been kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from infoshare_cli.core.case import Case
from infoshare_cli.core.change import change_answer, needed_only
from infoshare_cli.core.contacts import EVERYDAY_ROLES, Directory, contacts_for
from infoshare_cli.core.decision import (
    Decision,
    about_text,
    asked_answers,
    check_first_id,
    decide,
    fields_to_ask,
)
from infoshare_cli.core.guidance import FollowUp, Guidance, Question, RecordField
from infoshare_cli.core.interview import Standing, after, conduct, stand
from infoshare_cli.core.notices import notices_for
from infoshare_cli.files.load_answers import is_date
from infoshare_cli.terminal import decision_views as views
from infoshare_cli.terminal.page import Block, Screen, Text, show_page
from infoshare_cli.terminal.prompts import Choice, Prompt, Prompts
from infoshare_cli.terminal.question_prompts import (
    NOT_KNOWN,
    area_choices,
    decision_choices,
    field_prompt,
    question_prompt,
)

_GO_ON = (
    Choice("on", "Go on: a few questions more, then the record"),
    Choice("stop", "Stop here, and record nothing"),
)
_GO_ON_WITHOUT_RECORD = (
    Choice("on", "Go on: see what is left to check"),
    Choice("stop", "Stop here"),
)
_NEXT_STEPS = (
    Choice("keep", "Yes, record this decision"),
    Choice("answer", "Change an answer"),
    Choice("text", "Change what I wrote"),
    Choice("leave", "Leave, and record nothing"),
)


@dataclass
class Conversation:
    """One case, talked through with a person."""

    guidance: Guidance
    directory: Directory
    prompts: Prompts
    results: Screen
    """Where the outcome is shown."""
    case: Case
    questions_asked: int = 0
    heard: bool = False
    """Whether the person has said anything."""

    def hold(self, *, no_log: bool) -> bool:
        """The whole conversation; whether there is a record to keep.

        Raises:
            Interrupted: the person stopped.
            OutOfInput: the input ended; `case` holds what was said.
        """
        decision = self.interview()
        if not self.goes_on(_GO_ON_WITHOUT_RECORD if no_log else _GO_ON):
            return False
        decision = self.follow_up(decision)
        return not no_log and self.record(decision)

    def interview(self) -> Decision:
        """Ask until there is an outcome, and show it."""
        if warning := views.unproved_lines(self.guidance):
            self.prompts.show(warning)
        if not self.case.answers:
            urgent = contacts_for(self.directory, self.case.area, EVERYDAY_ROLES[:2])
            self.prompts.show(views.welcome_page(urgent))
        self._ask_until_decided()
        return self._show_decision()

    def goes_on(self, choices: tuple[Choice, ...]) -> bool:
        """Let the outcome stand on the screen until the person says what to do next."""
        chosen = self.prompts.choose_one(Prompt("What now?", choices=choices))
        self.heard = True
        return chosen == "on"

    def follow_up(self, decision: Decision) -> Decision:
        """Ask what is asked after the outcome, and show what the answers add."""
        while to_come := self._open():
            question = self.guidance.question_by_id[to_come[0].question]
            chosen = self._ask(question, (decision.outcome.id,))
            self.case = self.case.with_answer(question.id, chosen)
        now = self._decision()
        self._show(views.added_actions_page(decision, now))
        return now

    def record(self, decision: Decision) -> bool:
        """Ask for the record and have all of it checked; whether it is to be kept."""
        while True:
            self._ask_fields(decision)
            self.prompts.show(self._check_page(decision))
            match self.prompts.choose_one(Prompt("Is this right?", choices=_NEXT_STEPS)):
                case "keep":
                    return True
                case "answer":
                    decision = self._change_answer(decision)
                case "text":
                    self._change_field(decision)
                case _:
                    return False

    # The interview

    def _ask_until_decided(self) -> None:
        def ask(question: Question, _: Standing) -> tuple[str, ...]:
            chosen = self._ask(question)
            # Kept at once, so that what was said is known wherever this stops.
            self.case, self.heard = self.case.with_answer(question.id, chosen), True
            return chosen

        conduct(self.guidance, self.case.answers, ask)

    def _ask(self, question: Question, outcome: Sequence[str] = ()) -> tuple[str, ...]:
        self.questions_asked += 1
        place = {**self.case.answers, "questions": (question.id,), "outcomes": outcome}
        notices = notices_for(self.guidance.notices, place)
        about = about_text(self.guidance, self.case.answers, question)
        prompt = question_prompt(question, f"Question {self.questions_asked}", about, notices)
        if question.kind == "one":
            return (self.prompts.choose_one(prompt),)
        return self.prompts.choose_many(prompt)

    def _show_decision(self) -> Decision:
        decision = self._decision()
        asked_next = {check_first_id(each.question) for each in self._open()}
        contacts = contacts_for(self.directory, self.case.area, decision.outcome.contacts)
        self._show(views.decision_page(self.guidance, decision, contacts, left_out=asked_next))
        return decision

    def _open(self) -> tuple[FollowUp, ...]:
        standing = stand(self.guidance, self.case.answers)
        return after(self.guidance, self.case.answers, standing).open

    def _decision(self) -> Decision:
        decision = decide(self.guidance, self.case.answers)
        assert decision is not None
        return decision

    def _show(self, page: Sequence[Block]) -> None:
        if page:
            self.results.stream.write("\n")
            show_page(page, self.results)

    # The record

    def _ask_fields(self, decision: Decision) -> None:
        while open_fields := [
            each for each in self._fields(decision) if each.id not in self.case.record
        ]:
            # One at a time, as what is written may bring another field.
            self._ask_field(open_fields[0], decision)

    def _fields(self, decision: Decision) -> tuple[RecordField, ...]:
        return fields_to_ask(self.guidance, decision, self.case.record)

    def _ask_field(self, each: RecordField, decision: Decision) -> None:
        match each.id:
            case "area":
                prompt = field_prompt(each, area_choices(self.directory.areas))
                chosen = self.prompts.choose_one(prompt)
                self.case = self.case.with_field("area", "" if chosen == NOT_KNOWN else chosen)
                contacts = contacts_for(self.directory, self.case.area, decision.outcome.contacts)
                self._show(views.last_lines(decision, contacts))
            case "decision":
                prompt = field_prompt(each, decision_choices(self.guidance))
                # A reason for deciding otherwise was given for another decision.
                self.case = self.case.without_fields({"override_reason"})
                self.case = self.case.with_field(each.id, self.prompts.choose_one(prompt))
            case _:
                self.case = self.case.with_field(each.id, self._write(each))

    def _write(self, each: RecordField) -> str:
        while True:
            text = self.prompts.write_text(field_prompt(each), required=each.required == "yes")
            if each.id != "review_on" or not text or is_date(text):
                return text
            self.prompts.show((Text("That is no date. Write it like 2027-01-31.", "warning"),))

    def _check_page(self, decision: Decision) -> Sequence[Block]:
        return views.check_page(self.guidance, decision, self._texts())

    def _texts(self) -> dict[str, str]:
        """The record as a person reads it: areas and decisions by their names."""
        names = {area.id: area.name for area in self.directory.areas}
        names |= {label.id: label.label for label in self.guidance.decisions}
        chosen = ("area", "decision")
        record = self.case.record
        return {
            name: names.get(text, text) if name in chosen else text for name, text in record.items()
        }

    # Changes

    def _change_answer(self, decision: Decision) -> Decision:
        """Ask one question again, and whatever that brings; what was about it is set aside."""
        choices = views.answer_choices(self.guidance, decision)
        which = Prompt("Which answer do you want to change?", choices=choices)
        name = self.prompts.choose_one(which)
        chosen = self._ask(self.guidance.question_by_id[name])
        change = change_answer(self.guidance, self.case.answers, name, chosen)
        self.case = Case(change.answers, self.case.record)
        if change.set_aside:
            self.prompts.show(views.set_aside_page(self.guidance, change.set_aside))
        self._ask_until_decided()
        now = self.follow_up(self._show_decision())
        kept = needed_only(self.case.answers, tuple(asked_answers(now)))
        self.case = Case(kept.answers, self.case.record)
        if now.outcome != decision.outcome:
            self._set_fields_aside(now)
        return now

    def _set_fields_aside(self, decision: Decision) -> None:
        """Another outcome: what was decided on the first one, and what no longer bears, goes."""
        bears = {each.id for each in self._fields(decision)} - {"decision", "override_reason"}
        gone = [each for each in self.guidance.record_fields if each.id in self.case.record]
        gone = [each for each in gone if each.id not in bears]
        self.case = self.case.without_fields({each.id for each in gone})
        self.prompts.show(views.fields_set_aside_page(gone))

    def _change_field(self, decision: Decision) -> None:
        fields = {each.id: each for each in self._fields(decision) if each.id in self.case.record}
        choices = views.field_choices(tuple(fields.values()), self._texts())
        name = self.prompts.choose_one(Prompt("What do you want to change?", choices=choices))
        self._ask_field(fields[name], decision)
