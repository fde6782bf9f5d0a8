"""A form of the log, filled in with the person at the terminal.

What a file gave is not asked again; the rest is. Before anything is done with it, the person reads
all of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from infoshare_cli.cli.free_text import FreeText
from infoshare_cli.cli.local_day import local_day
from infoshare_cli.cli.private_scan import Scan, unsettled
from infoshare_cli.cli.setup import Setup, now
from infoshare_cli.core import form as forms
from infoshare_cli.core.case import Case, KeptWords
from infoshare_cli.core.form import Form, FormField
from infoshare_cli.core.guidance import Citation
from infoshare_cli.core.private_words import PrivateWords
from infoshare_cli.documents.private_words_json import private_words_to_json
from infoshare_cli.errors import LeftAtOnce, OutOfInput
from infoshare_cli.terminal import form_views
from infoshare_cli.terminal.choose_prompts import open_prompts
from infoshare_cli.terminal.page import Block
from infoshare_cli.terminal.prompts import Choice, Prompt, Prompts, TookWay, Way
from infoshare_cli.terminal.subject import NO_SUBJECT, Subject


class Ended(Enum):
    """How the filling of a form came to its end."""

    DONE = "done"
    """The person has read all of it, and says that it is right."""
    LEFT = "left"
    """The person wants nothing done now."""
    RAN_OUT = "ran-out"
    """The input ended before the person had said what to do."""
    UNASKED = "unasked"
    """Nobody was to be asked, or nobody said anything: what was given is all there is."""


@dataclass(frozen=True)
class Filled:
    """What a form was filled with."""

    values: dict[str, str]
    """Field -> text; '' where it was asked for and left out."""
    kept_words: tuple[KeptWords, ...]
    """The private words that the person decided to keep."""
    ended: Ended

    def named(self, form: Form, scan: Scan) -> dict[str, list[dict[str, object]]]:
        """Field -> the private words in it of which nobody could be asked, as JSON.

        Nothing where a person was asked, who has settled them.
        """
        if self.ended is not Ended.UNASKED:
            return {}
        case = Case(record=self.values, kept_words=self.kept_words)
        found = unsettled(case, _scan_of(form, self.values, scan))
        return {name: private_words_to_json(name, words) for name, words in found}


def fill_form(  # noqa: PLR0913 - what it takes to ask a person
    setup: Setup,
    form: Form,
    given: Mapping[str, str],
    *,
    asks: bool,
    about: Sequence[Block],
    scan: Scan,
    source: Sequence[Citation],
    subject: Subject = NO_SUBJECT,
) -> Filled:
    """Ask for what was not given, and have all of it read.

    Args:
        given: field -> text, as a file has it.
        asks: whether a person may be asked; if not, what was given comes back as it is.
        about: what the person should see first, such as the record that it is about.
        source: what the pack rests it on that a record has no names; see `private_source`.
        subject: the record that it is about, if it is about one.

    Raises:
        Interrupted: the person stopped.
        LeftAtOnce: the person left at once, and the screen is cleared.
    """
    if not asks:
        return Filled(dict(given), (), Ended.UNASKED)
    prompts = open_prompts(plain=setup.plain, screen=setup.stderr())
    filling = _Filling(form, prompts, scan, source, about, subject, Case(record=dict(given)))
    prompts.show(about)
    try:
        ended = filling.hold()
    except OutOfInput:
        # Where nobody said anything at all, it is as if nothing had been asked.
        ended = Ended.RAN_OUT if filling.heard else Ended.UNASKED
    return Filled(dict(filling.case.record), filling.case.kept_words, ended)


def _scan_of(form: Form, given: Mapping[str, str], scan: Scan) -> Scan:
    """The scan that reads each field of a form as what it is; choices and days name nobody."""
    no_texts = {each.id for each in form.fields if each.options or each.is_day}

    def look(name: str, text: str) -> tuple[PrivateWords, ...]:
        return () if name in no_texts else scan(forms.read_as(form, name, given), text)

    return look


def _day_trouble(each: FormField, text: str) -> str:
    trouble = forms.day_trouble(each, text, local_day(now()))
    return form_views.DAY_TROUBLES[trouble] if trouble else ""


@dataclass
class _Filling:
    """One form, talked through with a person; `case` holds what was said so far."""

    form: Form
    prompts: Prompts
    scan: Scan
    source: Sequence[Citation]
    about: Sequence[Block]
    subject: Subject
    case: Case
    heard: bool = False
    """Whether the person has said anything."""
    _again: FormField | None = None
    """What is asked once more, because the person went back to it or wants it otherwise."""
    _unread: set[str] = field(init=False)
    """Fields that came from a file, which nobody has read for private words yet."""

    def __post_init__(self) -> None:
        self._unread = {*self.case.record}

    def hold(self) -> Ended:
        """The whole form."""
        while True:
            each, self._again = self._again or self._next(), None
            try:
                if each is not None:
                    self._take(each)
                elif ended := self._check():
                    return ended
            except TookWay as took:
                self._leave_question(took, each)
            self.heard = True

    def _next(self) -> FormField | None:
        record = self.case.record
        asked = forms.fields_asked(self.form, record)
        return next((each for each in asked if self._is_open(each)), None)

    def _is_open(self, each: FormField) -> bool:
        if each.id not in self.case.record:
            return True
        return each.id in self._unread and bool(self._look(each.id, self.case.record[each.id]))

    def _take(self, each: FormField) -> None:
        if each.options:
            self._hold(each, self.prompts.choose_one(self._prompt(each)))
            return
        text, settled = self.case.record.get(each.id), None
        if text is not None and self._is_open(each):
            settled = self._free_text().settled(self.case, each.id, text)
        self.case = settled or self._write(each)
        self._unread.discard(each.id)

    def _write(self, each: FormField) -> Case:
        required = forms.is_required(each, self.case.record)
        return self._free_text().write(
            self.case,
            each.id,
            self._prompt(each),
            required=required,
            is_day=each.is_day,
            trouble=lambda text: _day_trouble(each, text),
        )

    def _hold(self, each: FormField, chosen: str) -> None:
        """A choice; what does not go with it is set aside, and asked again if it matters."""
        stale = forms.stale_fields(self.form, self.case.record, each.id, chosen)
        told = [other for other in stale if self.case.record[other.id]]
        gone = {other.id for other in stale}
        self.case = self.case.without_fields(gone).with_field(each.id, chosen)
        if told:
            self.prompts.show(form_views.set_aside_page(told))

    def _check(self) -> Ended | None:
        """Have all of it read before anything is done with it."""
        self.prompts.show(form_views.check_page(self.form, self.case.record, self.subject))
        match self._choose("Is this right?", form_views.check_choices(self.form)):
            case "record":
                return Ended.DONE
            case "leave":
                return Ended.LEFT
        self._choose_field()
        return None

    def _choose_field(self) -> None:
        """Which field to change; it is asked next."""
        choices = form_views.field_choices(self.form, self.case.record)
        try:
            self._again = self.form.field(self._choose("What do you want to change?", choices))
        except TookWay as took:
            # Back from here is back to what would be recorded.
            if took.way is not Way.BACK:
                raise

    def _leave_question(self, took: TookWay, each: FormField | None) -> None:
        if took.way is Way.QUIT:
            self.prompts.clear()
            raise LeftAtOnce from None
        if took.way is Way.BACK:
            self._again = self._before(each) or each

    def _before(self, each: FormField | None) -> FormField | None:
        """The field that was asked before this one, or before the check."""
        asked = forms.fields_asked(self.form, self.case.record)
        earlier = asked[: asked.index(each)] if each in asked else asked
        return next((one for one in reversed(earlier) if one.id in self.case.record), None)

    def _choose(self, ask: str, choices: tuple[Choice, ...]) -> str:
        return self.prompts.choose_one(Prompt(ask, choices=choices, ways=(Way.BACK, Way.QUIT)))

    def _prompt(self, each: FormField) -> Prompt:
        record = self.case.record
        back = (Way.BACK,) if self._before(each) else ()
        keep = (Way.KEEP,) if each.id in record else ()
        return form_views.form_prompt(
            self.form,
            each,
            record,
            ways=(*back, *keep, Way.QUIT),
            about=self.about,
            subject=self.subject,
        )

    def _free_text(self) -> FreeText:
        return FreeText(self.prompts, self._look, self.source, (Way.QUIT,))

    def _look(self, name: str, text: str) -> tuple[PrivateWords, ...]:
        return _scan_of(self.form, self.case.record, self.scan)(name, text)
