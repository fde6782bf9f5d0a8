"""One record on a page: what it holds, where it belongs, and what happened since."""

import io
from collections.abc import Sequence
from dataclasses import replace

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import ASKED, RECORD_FIELDS, Entry, Record
from infoshare_cli.core.record_story import StoryTeller
from infoshare_cli.terminal.log_views import local_day
from infoshare_cli.terminal.page import Screen, show_page
from infoshare_cli.terminal.record_views import record_page
from tests.conftest import Decision, RecordsOf, about, numbered_id


def lines(records: Sequence[Record], seq: int = 1) -> str:
    """The page of the record with that number, in words."""
    teller = StoryTeller(lambda record: record.head.seq == seq)
    for record in records:
        teller.take(record)
    story = teller.story()
    assert story is not None
    stream = io.StringIO()
    show_page(record_page(story), Screen(stream, plain=True, width=80))
    return stream.getvalue()


def read(records: Sequence[Record], seq: int = 1) -> str:
    """The same on one line."""
    return " ".join(lines(records, seq).split())


def abandoned(entry: Entry) -> Entry:
    """The entry of an interview that was given up at its third question."""
    nothing: dict[str, Value] = dict.fromkeys(("decision", "outcome", "title", "reasons"))
    asked: list[Value] = ["immediate_danger", "concern", "consent"]
    return replace(entry, kind="abandoned", fields={**entry.fields, **nothing, ASKED: asked})


def test_an_abandoned_interview_says_so_on_top(decision: Decision, records_of: RecordsOf) -> None:
    """With what was put to the person, before anything else."""
    text = read(records_of([decision(), replace(abandoned(decision(1)), of=numbered_id(1))]), 2)
    assert "This interview was abandoned. No decision was recorded." in text
    assert "It continues record 1." in text
    assert "Questions that were put: Immediate danger, Concern, Consent." in text
    assert "Not answered: Consent." in text
    assert text.index("abandoned") < text.index("What was written down")


def test_a_decision_by_itself_says_none_of_it(decision: Decision, records_of: RecordsOf) -> None:
    """It is what a reader expects."""
    text = read(records_of([decision()]))
    for words in ("abandoned", "continues", "Questions that", "Private words", "since", "held"):
        assert words not in text
    assert "Kept back" not in text


def test_private_words_that_were_kept_are_shown(decision: Decision, records_of: RecordsOf) -> None:
    """What they are and why they stayed; the words stand in the field."""
    kept: list[Value] = [{"field": "reason", "kind": "postcode", "reason": "A shared door."}]
    text = read(records_of([decision(kept_words=kept)]))
    assert "Private words that were kept" in text
    assert "reason: postcode, kept because: A shared door." in text


def test_what_was_kept_back_has_a_place_of_its_own(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Who was not told and what was left out is no detail among others."""
    text = lines(records_of([decision(withheld="The address.", not_told="The father.")]))
    kept_back = (
        "\nKept back on purpose\nLeft out and why: The address.\nNot told and why: The father.\n"
    )
    assert kept_back in text
    assert text.index("Reason: ") < text.index("Kept back") < text.index("What the rules")
    assert text.count("The father.") == 1
    empty = read(records_of([decision(not_told="The father.")]))
    assert "Left out and why" in empty[empty.index("Left empty") :]


def test_nothing_is_left_empty_where_everything_is_there(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Then the line about it is not there."""
    assert "Left empty" not in read(records_of([decision(**dict.fromkeys(RECORD_FIELDS, "x"))]))


def test_what_happened_since_is_told_in_order(every_kind: list[Record]) -> None:
    """First of all, each in a few lines: the day, what it was, and what was written."""
    text = lines(every_kind)
    assert text.index("What happened since") < text.index("What was written down in record 1\n")
    since = text.partition("What happened since\n")[2].partition("\nWhat was written")[0]
    assert since == (
        f"{local_day(every_kind[3].head.at)}: Something was corrected (record 4)\n"
        "What was corrected: The reasons\n"
        "It should say: Two.\n"
        "By: Made up\n"
        "\n"
        f"{local_day(every_kind[4].head.at)}: It was confirmed that it arrived (record 5)\n"
        "Confirmed by: Duty worker\n"
        "By: Made up\n"
        "\n"
        f"{local_day(every_kind[5].head.at)}: Reviewed, and kept (record 6)\n"
        "Review on: 2027-01-31\n"
        "By: Made up\n"
    )


def test_what_goes_on_from_it_is_told(decision: Decision, records_of: RecordsOf) -> None:
    """By number, so that one can look there."""
    first = numbered_id(1)
    on = [replace(decision(hours), of=first) for hours in (1, 2, 3)]
    assert "Record 2 goes on from it." in read(records_of([decision(), *on[:1]]))
    assert "Records 2, 3 and 4 go on from it." in read(records_of([decision(), *on]))
    assert "It continues record 1." in read(records_of([decision(), *on]), 3)


def test_what_is_not_in_the_log_is_told_by_its_id(
    decision: Decision, records_of: RecordsOf
) -> None:
    """There is no number to say."""
    of = numbered_id(9)
    records = records_of([replace(decision(), of=of), about("follow-up", of, 1)])
    assert f"It continues the record {of}, which is not in this log." in read(records)
    assert f"It is about the record {of}, which is not in this log." in read(records, 2)


def test_a_hold_is_told_on_top(decision: Decision, records_of: RecordsOf) -> None:
    """Before what was written down: nothing of this may be erased."""
    entries = [decision(), about("hold", numbered_id(1), 1, authority="The county court")]
    text = read(records_of(entries))
    assert "It is held by the hold in record 2: nothing of it may be erased." in text
    assert text.index("It is held") < text.index("What was written down")
    assert "Held: nothing of it may be erased (record 2) Authority: The county court" in text
    two = [*entries, about("hold", numbered_id(1), 2)]
    assert "the holds in records 2 and 3" in read(records_of(two))
    released = [*entries, about("release", numbered_id(1), 3)]
    assert "It is held" not in read(records_of(released))


def test_a_record_about_another_says_about_which(
    decision: Decision, records_of: RecordsOf, every_kind: list[Record]
) -> None:
    """And what stands in it is shown in its own order; what its kind has no use for is not."""
    text = lines(every_kind, 5)
    assert "It is about record 1.\n" in text
    assert "What came back: They have got it\nConfirmed by: Duty worker\nRole: Made up\n" in text
    assert "Left empty" not in text
    assert "Kind: follow-up: receipt confirmed" in text
    entries = [decision(), about("follow-up", numbered_id(1), 1), about("hold", numbered_id(2), 2)]
    assert "It is about record 2, which is about record 1." in read(records_of(entries), 3)


def test_a_redaction_says_what_it_erased(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf, every_kind: list[Record]
) -> None:
    """By the names of the fields; where these are many, how many they are."""
    assert "What was erased: Information, Reason" in read(every_kind, 9)
    assert "Words were erased (record 9) What was erased: Information, Reason" in read(
        every_kind, 2
    )
    record = records_of([decision()])
    everything = erased(record, 1, *record[0].body)
    assert f"What was erased: {len(record[0].body)} fields" in read(everything, 2)
    assert "[erased] stands where words were taken out" in read(everything)


def test_what_is_about_a_record_of_the_life_says_so(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """Words may be erased from a follow-up; then that is what happened to it."""
    records = records_of([decision(), about("follow-up", numbered_id(1), 1, details="Secret")])
    text = read(erased(records, 2, "details"))
    assert "It was followed up (record 2) Details: [erased]" in text
    assert "Words were erased (record 3, about record 2) What was erased: Details" in text


def test_a_line_feed_in_a_value_makes_no_new_row(decision: Decision, records_of: RecordsOf) -> None:
    """What somebody wrote cannot pass for what somebody else did."""
    forged = about("follow-up", numbered_id(1), 1, details="x\nBy: The county court")
    assert "\n  By: The county court\n" in lines(records_of([decision(), forged]))


def test_a_record_of_the_life_without_words_is_still_told(
    decision: Decision, records_of: RecordsOf
) -> None:
    """That it happened, and when."""
    bare = replace(
        about("review", numbered_id(1), 1),
        fields=dict.fromkeys(about("review", numbered_id(1), 1).fields),
    )
    records = records_of([decision(), bare])
    day = local_day(records[1].head.at)
    text = lines(records)
    assert f"\nWhat happened since\n{day}: It was reviewed (record 2)\nWhat was written" in text


def test_what_happened_since_is_on_the_first_screen(
    decision: Decision, records_of: RecordsOf
) -> None:
    """However long the record is: a consent that was withdrawn, what goes on from it, a hold."""
    long = decision(**dict.fromkeys(RECORD_FIELDS, "Long words. " * 40))
    withdrawn = about("amendment", numbered_id(1), 1, change="consent-withdrawn")
    hold = about("hold", numbered_id(1), 2)
    records = records_of([long, withdrawn, hold, replace(decision(), of=numbered_id(1))])
    first_screen = "\n".join(lines(records).splitlines()[:20])
    for told in ("Consent was withdrawn (record 2)", "Record 4 goes on", "held by the hold"):
        assert told in first_screen


def test_choices_are_shown_in_words(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """With the record itself and with the one that it is about."""
    review = about("review", numbered_id(1), 1, retention="erase", reason="error")
    records = erased(records_of([decision(), review]), 1, "reason")
    text = lines(records)
    assert "\nReason: They should never have been written here\n" in text
    assert "\nReason: error\n" in text
    assert "\nKeep or erase: Erase it\n" in lines(records, 2)
    assert "\nReason: They should never have been written here\n" in lines(records, 3)
