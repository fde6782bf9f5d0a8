"""What a person is asked before words are erased: who, why, and then to type what is to happen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from infoshare_cli.cli.fill_form import Ended, Filled, fill_form
from infoshare_cli.cli.free_text import private_source
from infoshare_cli.cli.private_scan import PrivateScan
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record_forms import FORMS
from infoshare_cli.core.redaction_plan import Plan
from infoshare_cli.errors import CallError, Fault, LeftAtOnce
from infoshare_cli.files.load_contacts import open_contacts
from infoshare_cli.files.open_guidance import open_guidance
from infoshare_cli.terminal import redaction_prompts as asked
from infoshare_cli.terminal import redaction_views as views
from infoshare_cli.terminal.choose_prompts import open_prompts
from infoshare_cli.terminal.page import Block, Text
from infoshare_cli.terminal.prompts import TookWay

FORM = FORMS["redaction"]

_SAME = ("words that are to be erased", "who, why and on whose authority, without those words")


@dataclass(frozen=True)
class Rules:
    """The rules and contacts in use, under which an erasure is recorded."""

    guidance: Guidance
    directory: Directory

    @property
    def decisions(self) -> dict[str, str]:
        """What can be decided, by its id, in words."""
        return {label.id: label.label for label in self.guidance.decisions}

    @property
    def scan(self) -> PrivateScan:
        """What finds words that name somebody."""
        return PrivateScan(self.guidance, self.directory)


def open_rules(setup: Setup) -> Rules:
    """The rules and contacts in use; raises FileError."""
    return Rules(open_guidance(setup.rules), open_contacts(setup.contacts))


@dataclass(frozen=True)
class Asking:
    """A person, and a plan to put before them."""

    setup: Setup
    plan: Plan
    page: Sequence[Block]
    """What the person reads first: what goes, and what stays."""
    rules: Rules

    def fill(self, given: Mapping[str, str], *, asks: bool) -> Filled:
        """Who erases, why, and on whose authority; in other words than those that are to go.

        Args:
            given: what a file and the options say of it.
            asks: whether a person may be asked.

        Raises:
            CallError: what was given holds words that are to go.
            Interrupted: the person stopped.
            LeftAtOnce: the person left at once.
        """
        about = self.page
        while True:
            filled = fill_form(
                self.setup,
                FORM,
                given,
                asks=asks,
                about=about,
                scan=self.rules.scan,
                source=private_source(self.rules.guidance),
            )
            same = self._same_words(filled)
            if not same or filled.ended in {Ended.LEFT, Ended.RAN_OUT}:
                return filled
            if filled.ended is Ended.UNASKED:
                faults = [Fault("", *_SAME, path=f"record.{name}") for name in same]
                raise CallError("The record of this would hold the same words again.", faults)
            about = (Text(views.SAME_WORDS, "warning"),)
            given = {name: text for name, text in filled.values.items() if name not in same}

    def is_confirmed(self, filled: Filled) -> bool:
        """Whether the person types what is to happen; not if they press Enter alone.

        Args:
            filled: what the record of it will say.

        Raises:
            Interrupted: the person stopped.
            LeftAtOnce: the person left at once.
        """
        prompts = open_prompts(plain=self.setup.plain, screen=self.setup.stderr())
        phrase, _ = asked.confirmation(self.plan)
        if told := asked.unsaid(filled.values, done=False):
            prompts.show((Text(told, "warning"),))
        try:
            while typed := prompts.write_text(asked.confirm_prompt(self.plan), required=False):
                if typed.casefold().split() == phrase.split():
                    return True
                prompts.show((Text(views.WRONG_PHRASE, "warning"),))
        except TookWay:
            prompts.clear()
            raise LeftAtOnce from None
        return False

    def _same_words(self, filled: Filled) -> list[str]:
        """The fields of the record of the erasure that would hold the words again."""
        reasons = {each.field: each.reason for each in filled.kept_words}
        return [
            name
            for name, text in filled.values.items()
            if name != "reason"
            and any(map(self.plan.words.stand_in, (text, reasons.get(name, ""))))
        ]
