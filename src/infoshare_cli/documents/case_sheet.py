"""One case record: what to know first, then part by part in the order of the form.

Text from a record is made safe here, once for every kind of document; each writer escapes what its
own format would take for a mark.
"""

from collections.abc import Iterable, Iterator

from infoshare_cli.core.anchor import write_anchor
from infoshare_cli.core.field_text import ERASED
from infoshare_cli.core.record import KEPT_WORDS
from infoshare_cli.core.safe_text import safe_text
from infoshare_cli.core.withholding import WITHHELD, withhold
from infoshare_cli.documents.book.book_blocks import Bullets, Item, Named, Paragraph, Section
from infoshare_cli.documents.case_answers import Row, answer_rows, begun, label_of
from infoshare_cli.documents.case_life import (
    consent_gone,
    in_short,
    later_words,
    life_rows,
    where_it_belongs,
)
from infoshare_cli.documents.case_told import Case, Writing

NOT_RECORDED = "Not recorded"
PLEASE_NOTE = "Please note"
"""The name of what nobody may overlook."""
_GIVEN_UP = "This interview was given up. No decision was recorded."


class Sheet:
    """One case record."""

    def __init__(self, case: Case, writing: Writing) -> None:
        self.case, self.writing = case, writing
        self.story, self.guidance = case.story, case.guidance
        self.shown = withhold(case.story.record, writing.chosen)
        self.life = [withhold(each, writing.chosen) for each in case.story.life]
        self.head = self.shown.record.head
        self.given_up = self.head.kind == "abandoned"

    @property
    def title(self) -> str:
        """What the record is called."""
        reference = _in_one_line(" ".join(self.shown.lines("case_ref"))) or "without a number"
        return f"Case record {reference}"

    @property
    def day(self) -> str:
        """When it was recorded."""
        return self.writing.day(self.head.at)

    def in_short(self) -> tuple[Row, ...]:
        """What a reader sees first, and before all else what became of it since."""
        return tuple((name, tuple(map(_in_one_line, lines))) for name, lines in self._first_rows())

    def sections(self) -> Iterator[Section]:
        """The parts, in the order in which the form asks for them."""
        yield from self._part("request", "The request", self._request())
        yield from self._part("basis", "Purpose and basis", self._basis())
        yield from self._part("decision", "The decision", self._decision())
        yield from self._part("dates", "Dates", self._dates())
        since = life_rows(self.life, self.writing.day)
        yield from self._part("since", "What happened since", since)
        yield from self._actions()
        answers = answer_rows(self.shown, self.guidance)
        yield from self._part("answers", "What was answered", answers)
        yield from self._part("made", "How it was made, and how to check it", self._made())

    def _first_rows(self) -> Iterator[Row]:
        if gone := tuple(consent_gone(self.life, self.case.decided_since, self.writing.day)):
            yield PLEASE_NOTE, gone
        yield "Recorded", (f"{self.writing.time(self.head.at)}, record {self.head.seq}",)
        if self.life:
            yield "Since then", tuple(in_short(self.life, self.writing.day))
        for name, text in where_it_belongs(self.story):
            yield name, (text,)
        yield "Decision", (_GIVEN_UP if self.given_up else self._one("decision"),)
        yield "What the rules came to", (self._one("title"),)
        yield "Decided by", (self._by_whom() or NOT_RECORDED,)
        yield from self._marks()

    def _request(self) -> Iterator[Row]:
        yield from self._filled("Who asked", "requester")
        yield from self._filled("Who would get it", "recipient_name")
        yield from self._if_any("Who holds it", "agency")
        yield from self._if_any("Where the child lives", "area")
        yield from self._filled("The information, in outline", "information")
        yield from self._if_any("Left out, and why", "withheld")

    def _basis(self) -> Iterator[Row]:
        yield from self._filled("What it is for", "purpose")
        yield from self._if_any("What the rules came to", "title")
        yield from self._if_any("Why, by the rules", "reasons")
        yield from self._if_any("Whose consent counts", "consent_from")
        yield from self._filled("What was said of consent", "consent_record")

    def _decision(self) -> Iterator[Row]:
        if not self.given_up:
            yield from self._filled("Decision", "decision")
        yield from self._filled("Reasons", "reason")
        yield from self._if_any("Why not as the rules say", "override_reason")
        if not self.given_up:
            later = (*self._later("practitioner"), *self._later("role"))
            yield "Decided by", (self._by_whom() or NOT_RECORDED, *later)
        yield from self._if_any("Advice to take from", "advice_from")
        yield from self._if_any("Advice taken", "advice_taken")
        yield from self._if_any("How it is shared", "method")
        yield from self._if_any("Who was told", "told_subject")
        yield from self._if_any("Not told, and why", "not_told")
        yield from self._if_any("Private words that were kept", KEPT_WORDS)

    def _dates(self) -> Iterator[Row]:
        done = "Given up" if self.given_up else "Decided and recorded"
        yield done, (self.writing.time(self.head.at),)
        yield from self._filled("To be looked at again", "review_on")
        for each in self.life:
            if each.lines("review_on"):
                number = each.record.head.seq
                yield f"Changed by record {number} to", each.lines("review_on")

    def _actions(self) -> Iterator[Section]:
        if lines := self.shown.lines("actions"):
            items = tuple(Item(_in_one_line(begun(line))) for line in lines)
            yield Section(self._id("actions"), "What to do", (Bullets(items),))

    def _made(self) -> Iterator[Row]:
        made, record = self.head.provenance, self.shown.record
        anchor = write_anchor(self.head.seq, record.hash)
        proved = ", proved" if self.shown.value("proved") is True else ""
        yield "Rules", (f"{made.pack_id} {made.pack_version}{proved}",)
        yield "Digest of the rules", (made.pack_digest,)
        yield "Program", (f"infoshare {made.engine}",)
        yield "Record", (f"{self.head.seq}, id {self.head.id}",)
        yield "Time (UTC)", (self.head.at,)
        yield "Anchor", (anchor,)
        yield (
            "To check",
            (f"infoshare log verify --anchor {anchor} says whether it is as it was written.",),
        )
        written = self.writing.time(self.writing.at.isoformat())
        yield "Written out", (f"{written}, by infoshare {self.writing.engine}",)

    def _marks(self) -> Iterator[Row]:
        """What the marks in the text stand for, where there are any."""
        everything = (self.shown, *self.life)
        if any(each.erased for each in everything):
            yield ERASED, ("Words that were taken out of the log for good.",)
        if any(each.withheld for each in everything):
            yield WITHHELD, ("Words that stand in the log and are left out here.",)

    def _by_whom(self) -> str:
        words = (self._one(name, "") for name in ("practitioner", "role", "agency"))
        # Three marks in a row say no more than one.
        return ", ".join(dict.fromkeys(filter(None, words)))

    def _one(self, name: str, empty: str = NOT_RECORDED) -> str:
        return " ".join(self._lines(name)) or empty

    def _filled(self, label: str, name: str) -> Iterator[Row]:
        """A row that is there even where it is empty, as its being empty says something."""
        lines = self._lines(name)
        # Of an interview that was given up, whatever was not reached is empty.
        if lines or not self.given_up:
            yield label, (*(lines or (NOT_RECORDED,)), *self._later(name))

    def _if_any(self, label: str, name: str) -> Iterator[Row]:
        if lines := (*self._lines(name), *self._later(name)):
            yield label, lines

    def _lines(self, name: str) -> tuple[str, ...]:
        return label_of(self.shown, name, self.guidance) or self.shown.lines(name)

    def _later(self, name: str) -> tuple[str, ...]:
        return tuple(later_words(name, self.life))

    def _part(self, name: str, title: str, rows: Iterable[Row]) -> Iterator[Section]:
        if safe := tuple((_in_one_line(label), _paragraphs(lines)) for label, lines in rows):
            yield Section(self._id(name), title, (_all_gone(safe) or Named(safe),))

    def _id(self, name: str) -> str:
        return f"record-{self.head.seq}-{name}"


def _all_gone(rows: tuple[Row, ...]) -> Paragraph | None:
    """The mark alone, where nothing else stands in any row."""
    found = {line for _, lines in rows for line in lines}
    return next((Paragraph(mark) for mark in (ERASED, WITHHELD) if found == {mark}), None)


def _paragraphs(lines: Iterable[str]) -> tuple[str, ...]:
    found = (part.strip() for line in lines for part in safe_text(line).split("\n"))
    return tuple(filter(None, found)) or ("",)


def _in_one_line(text: str) -> str:
    return " ".join(safe_text(text).split())
