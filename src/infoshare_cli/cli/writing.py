"""The record, asked for field by field; private words are settled before they are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from infoshare_cli.cli.free_text import FreeText, private_source
from infoshare_cli.cli.private_scan import Scan
from infoshare_cli.core.areas import Area
from infoshare_cli.core.case import Case
from infoshare_cli.core.change import fields_about
from infoshare_cli.core.guidance import DECISION, Guidance, RecordField
from infoshare_cli.terminal.answer_views import answers_telling, fields_moved_page
from infoshare_cli.terminal.prompts import Choice, Prompt, Prompts, Way
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
        settled = self._free_text().settled(case, each.id, case.record[each.id])
        return settled or self._write(case, each)

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
        prompt, required = self._prompt(case, each), each.required == "yes"
        return self._free_text().write(
            case, each.id, prompt, required=required, is_day=each.id == "review_on"
        )

    def _free_text(self) -> FreeText:
        return FreeText(self.prompts, self.scan, private_source(self.guidance), self.ways)
