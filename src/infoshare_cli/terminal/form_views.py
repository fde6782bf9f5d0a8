"""Forms of the log on a page: what they are about, a question, the check, the receipt."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from infoshare_cli.core.field_labels import choice_field, field_label, in_words, what_happened
from infoshare_cli.core.field_text import field_lines, field_names
from infoshare_cli.core.form import DayTrouble, Form, FormField, Given, field_chosen, fields_asked
from infoshare_cli.core.record import KEPT_WORDS, Head, Record
from infoshare_cli.core.record_forms import names_no_author
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.terminal.decision_views import receipt_page
from infoshare_cli.terminal.log_views import local_day
from infoshare_cli.terminal.page import Block, Command, Heading, Items, Rows, Text
from infoshare_cli.terminal.prompt_help import HELP
from infoshare_cli.terminal.prompts import Choice, Prompt, Telling, Way
from infoshare_cli.terminal.subject import NO_SUBJECT, Subject, case_number

LEFT = "Nothing was recorded."
RAN_OUT = "The input ended: nothing was recorded."
DAY_TROUBLES: Mapping[DayTrouble, str] = {
    DayTrouble.AHEAD: "That day has not come yet.",
    DayTrouble.LONG_GONE: "That day is before 1970. Please check the year.",
}
"""What is said of a day on which nothing can have happened."""

_NEXT: Mapping[tuple[str, str], tuple[str, str]] = {
    ("amendment", "consent-withdrawn"): (
        "Decide again, now that the consent is gone. What you decided before stays on record:",
        "infoshare assess --continue {}",
    ),
    ("amendment", "shared-more"): (
        "When they say that they have got it, note that too:",
        "infoshare log follow-up {}",
    ),
    ("review", "erase"): (
        "Nothing is erased yet. This shows what would go, and asks you before it does it:",
        "infoshare log redact {} --whole",
    ),
    ("hold", "hold"): (
        "Until the hold is released nothing of this record can be erased, nor of any record that "
        "goes on from it or that it goes on from. To release it:",
        "infoshare log review {}",
    ),
}
"""Kind and choice -> what to do next, and the command for it with the number of the record."""
_HELD = "It is held, so nothing of it can be erased until the hold is released."
_NOT_HELD = "No hold stands on it any more."
_STILL_HELD = "Another hold still stands on it, so nothing of it can be erased yet."
_STANDS = "What stands there now"
_INTERVIEWS = {"decision": "a new decision", "abandoned": "an interview that was abandoned"}
_NO_AUTHOR = "Nobody is named as the author."


def about_page(
    story: RecordStory, decision: str, unsound: Collection[int], *, named: int
) -> tuple[Block, ...]:
    """Which record a form is about, and what is on record about it.

    Args:
        story: the story of the decision, or of the abandoned interview.
        decision: what was decided, in words; '' where nothing was.
        unsound: the numbers of records about it that are not as they were written.
        named: the number of the record that the person asked for.
    """
    head = story.record.head
    case = case_number(story.record)
    other = f"You named record {named}. What you say is about record {head.seq}."
    told = (Text(other),) if named != head.seq else ()
    rows = interview_rows(head.seq, head.at, case, decision)
    return (Heading("This is about"), rows, *told, *_so_far(story, unsound), *_held(story))


def interview_rows(seq: int, at: str, case: str, decision: str) -> Rows:
    """Which decision or abandoned interview is meant.

    Args:
        at: when it was recorded, as its head has it.
        case: its case number, or what stands for that.
        decision: what was decided, in words; '' where nothing was.
    """
    return Rows(
        (
            ("Record", f"{seq}, of {local_day(at)}"),
            ("Case", case),
            ("Decision", decision or "none; the interview was abandoned"),
        )
    )


def _so_far(story: RecordStory, unsound: Collection[int]) -> Iterator[Block]:
    told = (
        *(
            f"{_number(record.head)}: it is not as it was written, so it is not shown"
            if record.head.seq in unsound
            else "\n".join((f"{_number(record.head)}: {what_happened(record)}", *_written(record)))
            for record in story.life
        ),
        *(f"Record {link.seq}: a decision that goes on from it" for link in story.continued_by),
    )
    if told:
        yield Heading("Recorded about it since")
        yield Items(told)


def _held(story: RecordStory) -> Iterator[Block]:
    if story.holds:
        numbers = ", ".join(str(link.seq) for link in story.holds)
        yield Text(f"It is held, so nothing of it can be erased. The hold is record {numbers}.")


def _number(head: Head) -> str:
    return f"Record {head.seq}, {local_day(head.at)}"


def _written(record: Record) -> Iterator[str]:
    """Each field in which something stands, but for who wrote it and what was chosen first."""
    apart = (choice_field(record.head.kind), "practitioner", "role", "agency", KEPT_WORDS)
    for name in field_names(record):
        if name not in apart and (lines := field_lines(record, name)):
            told = in_words(record.head.kind, name, "; ".join(lines))
            yield f"{field_label(name)}: {told}"


def form_prompt(  # noqa: PLR0913 - what a question of a form is made of
    form: Form,
    each: FormField,
    given: Given,
    *,
    ways: Sequence[Way],
    about: Sequence[Block],
    subject: Subject = NO_SUBJECT,
) -> Prompt:
    """A field of a form, to be written or chosen."""
    stands = subject.stands.get(field_chosen(each, given))
    return Prompt(
        ask=each.ask,
        help=f"{_STANDS}: {stands}\n{each.help}" if stands else each.help,
        before=value_text(each, given.get(each.id, "")),
        choices=tuple(Choice(option.id, option.label, option.help) for option in each.options),
        tellings=(
            Telling(HELP, "Which record is this about?", lambda: about),
            Telling("answers", "What have I answered so far?", lambda: _answers(form, given)),
        ),
        ways=tuple(ways),
    )


def set_aside_page(fields: Iterable[FormField]) -> tuple[Block, ...]:
    """Which fields went because they do not go with what was chosen."""
    asks = tuple(each.ask for each in fields)
    told = "This does not go with what you chose, so it is set aside:"
    return (Text(told), Items(asks))


def check_page(form: Form, given: Given, subject: Subject = NO_SUBJECT) -> tuple[Block, ...]:
    """All that would be recorded, to read before it is, and about which record."""
    about = (Text(subject.line),) if subject.line else ()
    told = Items(tuple(_told_beside(form, given, subject)))
    nobody = (Text(_NO_AUTHOR, "warning"),) if names_no_author(given) else ()
    return (Heading("This will be recorded"), *about, told, *nobody)


def check_choices(form: Form) -> tuple[Choice, ...]:
    """What a person can do who has read it."""
    return (
        Choice("record", form.go_on),
        Choice("change", "Change something"),
        Choice("leave", "Leave, and do nothing now"),
    )


def field_choices(form: Form, given: Given) -> tuple[Choice, ...]:
    """The fields that were asked, each with what was said."""
    asked = [each for each in fields_asked(form, given) if each.id in given]
    return tuple(
        Choice(each.id, each.ask, value_text(each, given[each.id]) or "Left out.") for each in asked
    )


def value_text(each: FormField, value: str) -> str:
    """What was given, in words."""
    return next((option.label for option in each.options if option.id == value), value)


def needs_page(form: Form, missing: Sequence[str]) -> tuple[Block, ...]:
    """What a record still needs, where nothing may be asked."""
    asks = (f"{name}: {form.field(name).ask}" for name in missing)
    return (Heading("The record still needs"), Items(tuple(asks)))


def recorded_page(
    seq: int, anchor: str, log: str, *, about: int, next_step: Sequence[Block]
) -> tuple[Block, ...]:
    """That it is on the disk, the code to copy, and what to do next where there is something."""
    confirmed, *more = receipt_page(seq, anchor, log)
    told = Text(f"It is about record {about}. To read all of it: infoshare log show {about}")
    return (confirmed, *more, told, *next_step)


def next_step(kind: str, given: Mapping[str, str], about: int, holds: int) -> tuple[Block, ...]:
    """What follows from a record about another one; nothing for most.

    Args:
        kind: the kind of the record that was written.
        given: what it says.
        about: the number of the interview that it is about.
        holds: the holds that stand on it now.
    """
    if kind == "release":
        return (Text(_STILL_HELD, "warning") if holds else Text(_NOT_HELD),)
    chosen = given.get("change") or given.get("retention") or ""
    if chosen == "erase" and holds:
        return (Text(_HELD, "warning"),)
    if (kind, chosen) not in _NEXT:
        return ()
    told, command = _NEXT[kind, chosen]
    return (Text(told, "strong"), Command(command.format(about)))


def meanwhile_remark(records: Iterable[Record]) -> str:
    """What else was recorded while somebody was filling in a form; '' for nothing."""
    told = ", ".join(f"record {record.head.seq} ({_what(record)})" for record in records)
    return told and f"Since you began, this was recorded too: {told}."


def _what(record: Record) -> str:
    return _INTERVIEWS.get(record.head.kind) or what_happened(record)


def _answers(form: Form, given: Given) -> tuple[Block, ...]:
    if told := _told(form, given):
        return (Heading("What you have answered"), Items(told))
    return (Text("Nothing is answered yet."),)


def _told(form: Form, given: Given) -> tuple[str, ...]:
    return tuple(_told_beside(form, given, NO_SUBJECT))


def _told_beside(form: Form, given: Given, subject: Subject) -> Iterator[str]:
    """What was answered; what says something anew comes after what stands there now."""
    for each in fields_asked(form, given):
        if given.get(each.id):
            if stands := subject.stands.get(field_chosen(each, given)):
                yield f"{_STANDS}\n{stands}"
            yield f"{each.ask}\n{value_text(each, given[each.id])}"
