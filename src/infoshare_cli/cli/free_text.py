"""A text that a person writes; the private words in it are settled before it is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from infoshare_cli.cli.private_scan import Scan
from infoshare_cli.core.case import Case, KeptWords
from infoshare_cli.core.guidance import Citation, Guidance
from infoshare_cli.core.private_words import PrivateWords, without
from infoshare_cli.core.record import KEPT_WORDS
from infoshare_cli.files.given_file import is_date
from infoshare_cli.terminal.page import Text
from infoshare_cli.terminal.private_views import BLANK, KEEP, private_choices, private_words_page
from infoshare_cli.terminal.prompts import Prompt, Prompts, TookWay, Way

_NO_DAY = "That is no date. Write it like 2027-01-31."


@dataclass(frozen=True)
class FreeText:
    """Asks for single texts, and has what may name somebody mended, kept or taken out."""

    prompts: Prompts
    scan: Scan
    source: Sequence[Citation]
    """What the pack rests it on that a record has no names."""
    ways: tuple[Way, ...]
    """How a person may leave; going back is always offered."""

    def write(  # noqa: PLR0913 - what it takes to ask for a text
        self,
        case: Case,
        name: str,
        prompt: Prompt,
        *,
        required: bool,
        is_day: bool = False,
        trouble: Callable[[str], str] = lambda _: "",
    ) -> Case:
        """The case with a field of the record written; '' in it where it was left out.

        Args:
            is_day: whether only a day will do.
            trouble: why a text will not do, in a sentence; '' where it will.

        Raises:
            TookWay: the person went back, kept what stands there, or left.
            Interrupted: the person stopped.
            OutOfInput: the input ended.
        """
        while True:
            text = self.prompts.write_text(prompt, required=required)
            no_day = is_day and text and not is_date(text)
            if wrong := _NO_DAY if no_day else trouble(text):
                self.prompts.show((Text(wrong, "warning"),))
            elif settled := self.settled(case, name, text):
                return settled
            else:
                prompt = replace(prompt, before=text)

    def settled(self, case: Case, name: str, text: str) -> Case | None:
        """The case with this text, or None where the person wants to write it again."""
        found = self.scan(name, text) if text else ()
        if not found:
            return case.with_field(name, text)
        self.prompts.show(private_words_page(found, text, self.source))
        ways = (Way.BACK, *self.ways)
        ask = Prompt("What do you want to do?", choices=private_choices(), ways=ways)
        try:
            match self.prompts.choose_one(ask):
                case chosen if chosen == KEEP:
                    return self._kept(case.with_field(name, text), name, found)
                case chosen if chosen == BLANK and self._says_something(text, found):
                    return case.with_field(name, without(text, found))
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

    def _kept(self, case: Case, name: str, found: Sequence[PrivateWords]) -> Case:
        """The case with words that stay, and why; the reason itself names nobody."""
        ask = "Why does this have to stay in the record?"
        why = Prompt(ask, help="Say it without the words themselves.", ways=(Way.BACK, *self.ways))
        reason = self.prompts.write_text(why, required=True)
        if again := self.scan(KEPT_WORDS, reason):
            self.prompts.show(private_words_page(again, reason, self.source))
            reason = self.prompts.write_text(why, required=True)
            # Asked twice is enough: what may still name somebody is taken out.
            reason = without(reason, self.scan(KEPT_WORDS, reason))
        kinds = dict.fromkeys(words.kind for words in found)
        return case.with_kept_words(KeptWords(name, kind, reason) for kind in kinds)


def private_source(guidance: Guidance) -> tuple[Citation, ...]:
    """What the pack rests it on that a record has no names: it asks for a number in their place."""
    return {each.id: each.source for each in guidance.record_fields}["case_ref"]
