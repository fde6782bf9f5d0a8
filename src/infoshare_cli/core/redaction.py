"""Which words of a log are to be erased: worked out before anything is done, from its records.

Each plan reads the log twice and holds no words but those that are to go. Doing it is left to
`files.erase`, which makes the same plan again where the log has grown meanwhile.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from infoshare_cli.core.field_text import field_names
from infoshare_cli.core.lives import Link, Lives
from infoshare_cli.core.record import ANSWER, KEPT_WORDS, Record, write_time
from infoshare_cli.core.redaction_plan import Erasure, Place, Plan, Skipped
from infoshare_cli.core.same_words import Words, is_kept_word_of, telling_words_of, words_of
from infoshare_cli.core.survey import Survey
from infoshare_cli.errors import CallError, Fault

ANSWERS = "answers"
"""Stands for every answer of a record."""

Reading = Callable[[], Iterable[Record]]
"""Gives the records of the log from the first one on, each time anew."""


class UnknownRecord(LookupError):
    """The log has no record of that number or id."""


class UnknownFields(LookupError):
    """The record has no fields of these names."""

    def __init__(self, record: Record, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.record = record
        self.names = names


def record_to_redact(read: Reading, wanted: str) -> Record:
    """The record of which something is to be erased.

    Args:
        wanted: its number or its whole id.

    Raises:
        UnknownRecord: there is none.
        CallError: it is held.
    """
    return _survey_for(read, wanted)[1]


def plan_fields(read: Reading, wanted: str, names: Collection[str]) -> Plan:
    """Single fields of one record, and the same words wherever they stand in its story.

    Args:
        wanted: the number or the whole id of the record.
        names: its fields; `ANSWERS` for all of its answers.

    Raises:
        UnknownRecord: there is none.
        UnknownFields: it has not got one of these fields.
        CallError: it is held.
    """
    survey, target = _survey_for(read, wanted)
    chosen = _chosen_fields(target, names)
    words = Words(words_of(target, chosen))
    story = _Story(survey, target, chosen, words)
    for record in read():
        story.take(record)
    return Plan(
        erasures=tuple(story.erasures),
        last=survey.last,
        words=words,
        named=target.head.seq,
        already=tuple(name for name in chosen if name not in target.body),
        elsewhere=tuple(story.elsewhere),
        corrections=tuple(story.corrections),
    )


def plan_whole(read: Reading, wanted: str) -> Plan:
    """Every field of one record and of what is about it, but not of what goes on from it.

    What says who erased earlier words, and why, stays; it goes if it is the record that is wanted.

    Raises:
        UnknownRecord: there is none.
        CallError: it is held.
    """
    survey, target = _survey_for(read, wanted)
    lives, about = survey.lives, target.head.id
    ids = {about, *_life_of(lives, about)}
    story = {link.seq for link in lives.story(about) if link.id in survey.interviews}
    erasures, words = _whole(read(), ids)
    return Plan(
        erasures=erasures,
        last=survey.last,
        words=words,
        whole=frozenset(ids),
        named=target.head.seq,
        beside=tuple(sorted(story - {target.head.seq})),
    )


def plan_older(read: Reading, before: datetime, classes: Collection[str], today: date) -> Plan:
    """Every field of interviews, and of what is about them, of which nothing is as new as that.

    An interview is as young as the latest record of its story: whoever goes on from an old decision
    today still needs what it was.

    Args:
        before: the latest record of the story must be older than this.
        classes: of `core.retention.CLASSES`; all of them where it is empty.
        today: a review that keeps an interview beyond this day is heeded.
    """
    survey = _surveyed(read, None)
    old, skipped = [], []
    for name in _old_lives(survey, before, classes):
        kept = _why_kept(survey, name, today)
        if kept is None:
            old.append(name)
        else:
            skipped.append(kept)
    life_of = {each: name for name in old for each in (name, *_life_of(survey.lives, name))}
    erasures, words = _whole(read(), life_of.keys())
    lives = dict.fromkeys(life_of[each.id] for each in erasures)
    found = [survey.interviews[name] for name in lives]
    return Plan(
        erasures=erasures,
        last=survey.last,
        words=words,
        whole=frozenset(life_of),
        skipped=tuple(skipped),
        lives_of_class={each: found.count(each) for each in dict.fromkeys(found)},
    )


@dataclass
class _Story:
    """The second reading for single fields: where else their words stand."""

    survey: Survey
    target: Record
    names: tuple[str, ...]
    words: Words
    erasures: list[Erasure] = field(default_factory=list)
    elsewhere: list[Place] = field(default_factory=list)
    corrections: list[int] = field(default_factory=list)
    _ids: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self._ids = {link.id for link in self.survey.lives.story(self.target.head.id)}

    def take(self, record: Record) -> None:
        head, found = record.head, self.words.fields_of(record)
        if head.id not in self._ids:
            self._note(record, found)
            return
        named = self._named(record)
        gone = {*named, *found}
        if is_kept_word_of(record, gone):
            gone.add(KEPT_WORDS)
        left = (name for name in field_names(record) if name in record.body)
        if fields := tuple(name for name in left if name in gone):
            copies = tuple(name for name in found if name not in named)
            self.erasures.append(Erasure(head.seq, head.id, head.kind, fields, copies))
        if head.of == self.target.head.id and record.text("field") in self.names:
            stays = record.text("correction") and "correction" not in gone
            self.corrections += [head.seq] if stays else []
        short = (name for name in self.words.fields_with_short(record) if name not in gone)
        self._note(record, tuple(short))

    def _named(self, record: Record) -> tuple[str, ...]:
        if record.head.id != self.target.head.id:
            return ()
        return tuple(name for name in self.names if name in record.body)

    def _note(self, record: Record, names: tuple[str, ...]) -> None:
        if names:
            self.elsewhere.append(Place(record.head.seq, record.head.id, names))


def _survey_for(read: Reading, wanted: str) -> tuple[Survey, Record]:
    """What is known of the log, and the record that is wanted, which nothing holds."""
    survey = _surveyed(read, wanted.strip().lower())
    target = survey.found
    if target is None:
        raise UnknownRecord(wanted)
    if holds := survey.lives.holds(target.head.id):
        raise _held(target, holds)
    return survey, target


def _surveyed(read: Reading, wanted: str | None) -> Survey:
    survey = Survey(wanted)
    for record in read():
        survey.take(record)
    return survey


def _chosen_fields(record: Record, names: Collection[str]) -> tuple[str, ...]:
    """The fields of a record that are meant, each once, in its own order."""
    known = field_names(record)
    if unknown := tuple(name for name in names if name not in {*known, ANSWERS}):
        raise UnknownFields(record, unknown)
    every = ANSWERS in names
    return tuple(each for each in known if each in names or (every and each.startswith(ANSWER)))


def _whole(records: Iterable[Record], ids: Collection[str]) -> tuple[tuple[Erasure, ...], Words]:
    """What records of these ids still have, and the words of it that a draft must not hold."""
    erasures, words = [], set[str]()
    for record in records:
        head = record.head
        if head.id in ids and record.body:
            left = tuple(name for name in field_names(record) if name in record.body)
            erasures.append(Erasure(head.seq, head.id, head.kind, left))
            words |= telling_words_of(record, left)
    return tuple(erasures), Words(frozenset(words))


def _life_of(lives: Lives, name: str) -> tuple[str, ...]:
    return tuple(link.id for link in lives.life(name) if link.kind != "redaction")


def _old_lives(survey: Survey, before: datetime, classes: Collection[str]) -> Iterable[str]:
    limit = write_time(before)
    for name, found in survey.interviews.items():
        youngest = max(survey.latest[each] for each in _told_together(survey, name))
        if youngest < limit and (not classes or found in classes):
            yield name


def _told_together(survey: Survey, name: str) -> Iterable[str]:
    """The interviews of one story; the latest of them says how old all of it is."""
    return (link.id for link in survey.lives.story(name) if link.id in survey.interviews)


def _why_kept(survey: Survey, name: str, today: date) -> Skipped | None:
    link = survey.lives.beginning(name)
    if holds := survey.lives.holds(name):
        return Skipped(link.seq, link.id, held_by=holds[0].seq)
    until = max(survey.kept_until.get(each, "") for each in _told_together(survey, name))
    return Skipped(link.seq, link.id, kept_until=until) if until > today.isoformat() else None


def _held(record: Record, holds: tuple[Link, ...]) -> CallError:
    by, seq = ", ".join(str(each.seq) for each in holds), record.head.seq
    fault = Fault("", f"a hold, record {by}", f"its release first: infoshare log review {seq}")
    message = f"Nothing of record {seq} may be erased now, as there is a hold on it."
    found, it = ("holds are records", "them") if len(holds) > 1 else ("hold is record", "it")
    told = f"{message}\nThe {found} {by}. To release {it}: infoshare log review {seq}"
    return CallError(message, (fault,), told=told)
