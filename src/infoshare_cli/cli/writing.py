"""The record, asked for field by field; private words are settled before they are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from infoshare_cli.cli.private_scan import Scan
from infoshare_cli.core.areas import Area
from infoshare_cli.core.case import Case, KeptWords
from infoshare_cli.core.change import fields_about
from infoshare_cli.core.guidance import DECISION, Guidance, RecordField
from infoshare_cli.core.private_words import PrivateWords, without
from infoshare_cli.files.load_answers import is_date
from infoshare_cli.terminal.answer_views import answers_telling, fields_moved_page
from infoshare_cli.terminal.page import Block, Text
from infoshare_cli.terminal.private_views import BLANK, KEEP, private_choices, private_words_page
from infoshare_cli.terminal.prompts import Choice, Prompt, Prompts, TookWay, Way
from infoshare_cli.terminal.question_prompts import (
    NOT_KNOWN,
    area_choices,
    decision_choices,
    field_prompt,
)

_CHOSEN = ("area", "decision")
"""Fields that are chosen and not written."""


@dataclass
class Writing:
    """Asks for single fields of a record."""

    guidance: Guidance
    areas: Sequence[Area]
    prompts: Prompts
    scan: Scan
    ways: tuple[Way, ...]
    """How a person may leave; going back is always offered."""

    def ask(self, case: Case, each: RecordField) -> Case:
        """The case with one field asked for; '' in it where it was left out.

        Raises:
            TookWay: the person went back, kept what stands there, or left.
            Interrupted: the person stopped.
            OutOfInput: the input ended.
        """
        match each.id:
            case "area":
                chosen = self.prompts.choose_one(self._prompt(case, each, area_choices(self.areas)))
                return case.with_field(each.id, "" if chosen == NOT_KNOWN else chosen)
            case "decision":
                prompt = self._prompt(case, each, decision_choices(self.guidance))
                chosen = self.prompts.choose_one(prompt)
                return self._decide(case, each, chosen)
        return self._write(case, each)

    def _decide(self, case: Case, each: RecordField, chosen: str) -> Case:
        """The case with a decision, and without what was written about another one."""
        decided = case.with_field(each.id, chosen)
        if case.record.get(each.id, chosen) == chosen:
            return decided
        stale = fields_about(self.guidance, {DECISION}, case.record)
        if stale:
            self.prompts.show(fields_moved_page(stale))
        return decided.without_fields({field.id for field in stale})

    def settle(self, case: Case, each: RecordField) -> Case:
        """The case once the private words that stand in a field are mended, kept or taken out."""
        text = case.record[each.id]
        return self._settled(case, each, text) or self._write(case, each)

    def texts(self, record: Mapping[str, str]) -> dict[str, str]:
        """A record as a person reads it: areas and decisions by their names."""
        names = {area.id: area.name for area in self.areas}
        names |= {label.id: label.label for label in self.guidance.decisions}
        return {
            name: names.get(text, text) if name in _CHOSEN else text
            for name, text in record.items()
        }

    def _prompt(self, case: Case, each: RecordField, choices: Sequence[Choice] = ()) -> Prompt:
        keep = (Way.KEEP,) if each.id in case.record else ()
        before = self.texts(case.record).get(each.id, "")
        ways = (Way.BACK, *keep, *self.ways)
        tellings = (answers_telling(self.guidance, case.answers),)
        return field_prompt(each, choices, before=before, ways=ways, tellings=tellings)

    def _write(self, case: Case, each: RecordField) -> Case:
        prompt = self._prompt(case, each)
        while True:
            text = self.prompts.write_text(prompt, required=each.required == "yes")
            if each.id == "review_on" and text and not is_date(text):
                wrong = "That is no date. Write it like 2027-01-31."
                self.prompts.show((Text(wrong, "warning"),))
            elif settled := self._settled(case, each, text):
                return settled
            else:
                prompt = replace(prompt, before=text)

    def _settled(self, case: Case, each: RecordField, text: str) -> Case | None:
        """The case with this text, or None where the person wants to write it again."""
        found = self.scan(each.id, text) if text else ()
        if not found:
            return case.with_field(each.id, text)
        self.prompts.show(self._private_words_page(found, text))
        ways = (Way.BACK, *self.ways)
        ask = Prompt("What do you want to do?", choices=private_choices(), ways=ways)
        try:
            match self.prompts.choose_one(ask):
                case chosen if chosen == KEEP:
                    return self._kept(case.with_field(each.id, text), each, found)
                case chosen if chosen == BLANK and self._says_something(text, found):
                    return case.with_field(each.id, without(text, found))
        except TookWay as took:
            if took.way is not Way.BACK:
                raise
        return None

    def _says_something(self, text: str, found: Sequence[PrivateWords]) -> bool:
        """Whether anything is left without the private words; told where nothing is."""
        if any(map(str.isalnum, without(text, found, mark=""))):
            return True
        self.prompts.show((Text("Nothing would be left of it. Please write it again.", "warning"),))
        return False

    def _kept(self, case: Case, each: RecordField, found: Sequence[PrivateWords]) -> Case:
        """The case with words that stay, and why; the reason itself names nobody."""
        ask = "Why does this have to stay in the record?"
        why = Prompt(ask, help="Say it without the words themselves.", ways=(Way.BACK, *self.ways))
        reason = self.prompts.write_text(why, required=True)
        if again := self.scan("reason", reason):
            self.prompts.show(self._private_words_page(again, reason))
            reason = self.prompts.write_text(why, required=True)
            # Asked twice is enough: what may still name somebody is taken out.
            reason = without(reason, self.scan("reason", reason))
        kinds = dict.fromkeys(words.kind for words in found)
        return case.with_kept_words(KeptWords(each.id, kind, reason) for kind in kinds)

    def _private_words_page(self, found: Sequence[PrivateWords], text: str) -> Sequence[Block]:
        """What was found; the pages are those that ask for a number in place of a name."""
        fields = {each.id: each.source for each in self.guidance.record_fields}
        return private_words_page(found, text, fields["case_ref"])
