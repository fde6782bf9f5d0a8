"""Laws of the conversation: whatever a person goes back to and changes, what stands is sound."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.cli.asking import Asking
from infoshare_cli.cli.conversation import Conversation
from infoshare_cli.cli.extras import Extras
from infoshare_cli.cli.outcome import Outcome
from infoshare_cli.cli.writing import Writing
from infoshare_cli.core.case import Case
from infoshare_cli.core.decision import Decision
from infoshare_cli.core.evaluation import Evaluation
from infoshare_cli.core.interview import stand
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts
from infoshare_cli.terminal.page import Block, Screen
from infoshare_cli.terminal.prompts import Prompt, TookWay, Way
from tests.interviews import conduct
from tests.shipped import shipped_pack

RESTLESS = 30
"""Prompts at which the person may go back or change something; after that they only answer."""
DIRECTORY = load_contacts(shipped_contacts())


@dataclass
class Somebody:
    """A person who answers at random, and goes back, keeps and changes answers at random."""

    data: st.DataObject
    prompts: int = 0
    shown: list[Block] = field(default_factory=list)

    def choose_one(self, prompt: Prompt) -> str:
        """One choice; at the pause and the check, now and then a change."""
        self._take_a_way(prompt)
        ids = [choice.id for choice in prompt.choices]
        restless = self.prompts < RESTLESS
        if "stop" in ids:
            kept = [each for each in ids if each in ({"on", "answer"} if restless else {"stop"})]
            ids = kept or [each for each in ids if each in {"answer", "stop"}]
        return self.data.draw(st.sampled_from(ids))

    def choose_many(self, prompt: Prompt) -> tuple[str, ...]:
        """One of those that stand alone, or some of the others."""
        self._take_a_way(prompt)
        others = [choice.id for choice in prompt.choices if choice.id not in prompt.alone]
        alone = [st.just((each,)) for each in prompt.alone]
        some = st.lists(st.sampled_from(others), min_size=1, unique=True).map(
            lambda chosen: tuple(each for each in others if each in chosen)
        )
        return self.data.draw(st.one_of(some, *alone))

    def write_text(self, prompt: Prompt, *, required: bool) -> str:
        """A word or nothing."""
        self._take_a_way(prompt)
        if prompt.ask.startswith("When will you look"):
            return "2027-01-31"
        return self.data.draw(st.sampled_from(["words", "other words"] + [""] * (not required)))

    def show(self, page: Sequence[Block]) -> None:
        """Read it."""
        self.shown.extend(page)

    def clear(self) -> None:
        """Nothing is ever cleared here."""

    def _take_a_way(self, prompt: Prompt) -> None:
        self.prompts += 1
        ways = [way for way in prompt.ways if way in {Way.BACK, Way.KEEP}]
        if ways and self.prompts < RESTLESS and self.data.draw(st.integers(0, 3)) == 0:
            raise TookWay(self.data.draw(st.sampled_from(ways)))


@dataclass
class Kept:
    """Every state that the draft was handed; what each answer and each field was about then."""

    about: dict[str, dict[str, object]] = field(default_factory=dict)
    written: dict[str, dict[str, object]] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)

    def __call__(self, case: Case, put: tuple[str, ...], _: str | None) -> str:
        """Note what each new answer, and each new field, is about in the case as it is."""
        former = self.cases[-1] if self.cases else Case()
        for name, answer in case.answers.items():
            if former.answers.get(name) != answer:
                self.about[name] = what_about(case, name)
        for name, text in case.record.items():
            if former.record.get(name) != text:
                self.written[name] = what_written_about(case, name)
        assert {*case.answers} <= {*put}
        self.cases.append(case)
        return ""


class Quiet(Extras):
    """Says nothing of how firm an outcome is, which takes its time."""

    def firm_lines(self, _: Decision) -> Sequence[Block]:
        """Nothing."""
        return ()


def what_about(case: Case, name: str) -> dict[str, object]:
    """What an answer is about, as the case has it."""
    return as_it_is(case, shipped_pack().question_by_id[name].about)


def what_written_about(case: Case, name: str) -> dict[str, object]:
    """What a field of the record is about, as the case has it."""
    fields = {each.id: each.about for each in shipped_pack().record_fields}
    return as_it_is(case, fields[name])


def as_it_is(case: Case, names: Sequence[str]) -> dict[str, object]:
    """What questions and choices come to in a case; and its outcome, and its decision."""
    guidance = shipped_pack()
    evaluation = Evaluation(guidance, case.answers)
    verdict = stand(guidance, case.answers).verdict
    so: dict[str, object] = {
        "outcome": verdict and verdict.outcome.id, "decision": case.record.get("decision"),
    }  # fmt: skip
    so |= {name: evaluation.value(name) for name in guidance.rows_of}
    so |= {name: case.answers.get(name) for name in guidance.question_by_id}
    return {name: so[name] for name in names}


def talked(data: st.DataObject) -> tuple[Conversation, Kept, bool]:
    """A whole conversation with somebody."""
    guidance, prompts, kept = shipped_pack(), Somebody(data), Kept()
    conversation = Conversation(
        guidance=guidance,
        prompts=prompts,
        asking=Asking(guidance, prompts, ()),
        writing=Writing(guidance, DIRECTORY.areas, prompts, lambda *_: (), ()),
        outcome=Outcome(
            guidance, DIRECTORY, Screen(io.StringIO(), plain=True, width=80), Quiet(guidance)
        ),
        keep=kept,
        case=Case(),
    )
    return conversation, kept, conversation.hold()


@given(st.data())
@settings(max_examples=40)
def test_whatever_was_changed_what_stands_is_sound(data: st.DataObject) -> None:
    """No answer outlives what it was about: a child's yes never turns into a parent's. Nor does
    what was written down, as far as that was known then. Asked anew from the first question, the
    same answers lead to the same end. And the draft is never behind.
    """
    conversation, kept, recorded = talked(data)
    guidance, answers = shipped_pack(), conversation.case.answers
    for name in answers:
        assert kept.about[name] == what_about(conversation.case, name), name
    for name in conversation.case.record:
        so = what_written_about(conversation.case, name)
        for about, then in kept.written[name].items():
            assert then in {None, so[about]}, (name, about)
    straight = conduct(guidance, {}, lambda question, _: answers[question.id])
    again, stands = stand(guidance, straight), stand(guidance, answers)
    assert again.verdict is not None
    assert stands.verdict is not None
    assert again.verdict.rule is stands.verdict.rule
    assert again.asked == stands.asked
    assert kept.cases[-1] == conversation.case
    assert not recorded
