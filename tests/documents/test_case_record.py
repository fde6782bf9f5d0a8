"""A case record: what a reader sees first, and in which order the rest comes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import ASKED, Entry, Record
from infoshare_cli.core.record_forms import CORRECTION, WITHDRAWN
from infoshare_cli.documents.book.book_blocks import Book, Named
from infoshare_cli.documents.case_answers import Row
from infoshare_cli.documents.case_record import case_records
from infoshare_cli.documents.case_told import Case, Writing
from tests.conftest import Decision, RecordsOf, about, numbered_id
from tests.documents.cases_to_write import AT, HIDING, case_of, document_of, part, rows_of

PARTS = [
    "The request", "Purpose and basis", "The decision", "Dates", "What happened since",
    "What to do", "What was answered", "How it was made, and how to check it",
]  # fmt: skip


def _given_up(entry: Entry, of: str) -> Entry:
    """The same interview, which goes on from a record and was given up."""
    return replace(entry, of=of, kind="abandoned", fields={**entry.fields, ASKED: []})


def _summary(document: Book) -> tuple[Row, ...]:
    """What stands first in the first one of several records."""
    (summary,) = document.sections[0].blocks
    assert isinstance(summary, Named)
    return summary.rows


def test_the_parts_come_in_the_order_of_the_form(every_kind: list[Record]) -> None:
    """Who asks, what for, on what ground, what was decided and when; what the log adds is last."""
    document = document_of(every_kind, 1)
    assert [each.title for each in document.sections] == PARTS
    assert document.title == "Case record T-1"


def test_the_first_lines_say_what_happened_since_and_what_was_decided(
    every_kind: list[Record],
) -> None:
    """Whoever reads no further knows that much; each thing that happened has a line of its own."""
    assert document_of(every_kind, 1).cover == (
        ("Recorded", ("22 Nov 2026, 12:00, record 1",)),
        (
            "Since then",
            (
                "Something was corrected (record 4, 22 Nov 2026)",
                "It was confirmed that it arrived (record 5, 22 Nov 2026)",
                "Reviewed, and kept (record 6, 22 Nov 2026)",
            ),
        ),
        ("Continued by", ("record 2",)),
        ("Decision", ("Share",)),
        ("What the rules came to", ("You may share, without consent.",)),
        ("Decided by", ("A Tester",)),
    )


def test_of_many_records_about_it_the_last_ones_stand_at_the_top(
    decision: Decision, records_of: RecordsOf
) -> None:
    """The first page has room for the rest; all of them are told further down."""
    entries = [about("review", numbered_id(1), n, retention="keep") for n in range(12)]
    for many in (8, 12):
        document = document_of(records_of([decision(), *entries[:many]]), 1)
        *earlier, first, _, _, _, _, _, _, last = dict(document.cover)["Since then"]
        assert earlier == ([] if many == 8 else ["4 earlier, told below"])
        assert first.startswith(f"Reviewed, and kept (record {many - 6},")
        assert last.startswith(f"Reviewed, and kept (record {many + 1},")
        assert len(part(document, "What happened since")) == many


def test_what_is_empty_says_so_where_that_matters(every_kind: list[Record]) -> None:
    """An empty purpose is news for a manager; an empty method is not."""
    document = document_of(every_kind, 1)
    assert part(document, "Purpose and basis")["What it is for"] == ("Not recorded",)
    assert part(document, "The request")["Who asked"] == ("Not recorded",)
    assert "How it is shared" not in part(document, "The decision")


def test_reasons_and_actions_name_their_pages(every_kind: list[Record]) -> None:
    """So that they can be looked up in the guide."""
    document = document_of(every_kind, 1)
    assert part(document, "Purpose and basis")["Why, by the rules"] == ("Serious. (page 6)",)
    assert part(document, "What to do")[""] == ("Before: Ring back. (page 13)",)


def test_a_correction_stands_beside_what_it_corrects(every_kind: list[Record]) -> None:
    """And both are there: nothing is written over."""
    reasons = part(document_of(every_kind, 1), "The decision")["Reasons"]
    assert reasons == ("Made up for a test.", "Corrected by record 4: Two.")


def test_a_consent_that_was_withdrawn_is_told_where_consent_is_told(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Nobody reads of a consent that no longer stands."""
    entry = about("amendment", numbered_id(1), 1, change=WITHDRAWN, consent_record="By telephone.")
    document = document_of(records_of([decision(consent_record="She said yes."), entry]), 1)
    assert part(document, "Purpose and basis")["What was said of consent"] == (
        "She said yes.",
        "Withdrawn, by record 2: By telephone.",
    )


@pytest.mark.parametrize(
    ("happened_on", "told"),
    [
        ("2026-11-20", "Consent was withdrawn on 20 Nov 2026 (record 3)."),
        (None, "Consent was withdrawn, as noted on 22 Nov 2026 (record 3)."),
        ("one Friday", "Consent was withdrawn, as noted on 22 Nov 2026 (record 3)."),
    ],
)
def test_a_consent_that_was_withdrawn_is_told_before_all_else(
    decision: Decision, records_of: RecordsOf, happened_on: str | None, told: str
) -> None:
    """And that nobody has decided since; a decision that was there before is none."""
    entries = [
        decision(),
        replace(decision(1), of=numbered_id(1)),
        about("amendment", numbered_id(1), 2, change=WITHDRAWN, happened_on=happened_on),
    ]
    for numbers in ((1,), (1, 2)):
        document = document_of(records_of(entries), *numbers)
        rows = document.cover if len(numbers) == 1 else _summary(document)
        assert rows[0] == ("Please note", (f"{told} Nobody has decided since.",))
        assert dict(rows)["Since then"] == ("Consent was withdrawn (record 3, 22 Nov 2026)",)


def test_the_decision_that_counts_now_is_told(decision: Decision, records_of: RecordsOf) -> None:
    """The last one that goes on from it, whatever lies between; for each time it was withdrawn."""
    entries = [
        decision(),
        about("amendment", numbered_id(1), 1, change=WITHDRAWN, happened_on="2026-11-22"),
        _given_up(decision(2), numbered_id(1)),
        replace(decision(3), of=numbered_id(3)),
        replace(decision(4), of=numbered_id(4)),
        about("amendment", numbered_id(1), 5, change=WITHDRAWN, happened_on="2026-11-23"),
    ]
    assert dict(document_of(records_of(entries), 1).cover)["Please note"] == (
        "Consent was withdrawn on 22 Nov 2026 (record 2). It was decided anew since: record 5 "
        "counts now.",
        "Consent was withdrawn on 23 Nov 2026 (record 6). Nobody has decided since.",
    )
    assert "Please note" not in dict(document_of(records_of(entries), 4).cover)


def test_an_interview_that_was_given_up_since_is_no_decision(
    decision: Decision, records_of: RecordsOf
) -> None:
    """It goes on from the record, and settles nothing."""
    entries = [
        decision(),
        about("amendment", numbered_id(1), 1, change=WITHDRAWN, happened_on="2026-11-22"),
        _given_up(decision(2), numbered_id(1)),
    ]
    (note,) = dict(document_of(records_of(entries), 1).cover)["Please note"]
    assert note.endswith("Nobody has decided since.")


def test_what_is_withheld_is_not_told_at_the_top_either(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Neither what changed nor the day."""
    fields = {"change": WITHDRAWN, "happened_on": "2026-11-20"}
    records = records_of([decision(), about("amendment", numbered_id(1), 1, **fields)])
    (note,) = dict(document_of(records, 1, withheld="happened_on").cover)["Please note"]
    assert note.startswith("Consent was withdrawn, as noted on 22 Nov 2026 (record 2).")
    assert "withdrawn" not in repr(document_of(records, 1, withheld="change").cover)


def test_choices_are_told_in_words(decision: Decision, records_of: RecordsOf) -> None:
    """As the person read them who chose; what a person wrote stays as it is written."""
    fields = {"change": CORRECTION, "field": "reason", "correction": "reason"}
    entries = [
        decision(),
        about("amendment", numbered_id(1), 1, **fields),
        about("redaction", numbered_id(1), 2, reason="error", details="court"),
    ]
    corrected, erased = part(document_of(records_of(entries), 1), "What happened since").values()
    assert "What was corrected: The reasons" in corrected
    assert "It should say: reason" in corrected
    assert "Reason: They should never have been written here" in erased
    assert "Details: court" in erased


def test_each_record_about_it_is_told_with_its_day(every_kind: list[Record]) -> None:
    """What happened, what was written down of it, and who did."""
    since = part(document_of(every_kind, 1), "What happened since")
    assert list(since) == [
        "22 Nov 2026, record 4",
        "22 Nov 2026, record 5",
        "22 Nov 2026, record 6",
    ]
    assert since["22 Nov 2026, record 5"] == (
        "It was confirmed that it arrived.",
        "Confirmed by: Duty worker",
        "By: Made up",
    )


def test_a_later_day_to_look_again_stands_with_the_dates(every_kind: list[Record]) -> None:
    """And which record set it."""
    dates = part(document_of(every_kind, 1), "Dates")
    assert dates["Changed by record 6 to"] == ("2027-01-31",)
    assert dates["Decided and recorded"] == ("22 Nov 2026, 12:00",)


def test_an_interview_that_was_given_up_says_so_first(every_kind: list[Record]) -> None:
    """It has no decision, and what was not reached is not missed."""
    document = document_of(every_kind, 3)
    assert dict(document.cover)["Decision"] == (
        "This interview was given up. No decision was recorded.",
    )
    assert "Decision" not in part(document, "The decision")
    assert "Who asked" not in part(document, "The request")


def test_a_hold_that_stands_is_told_first(
    decision: Decision, records_of: RecordsOf, every_kind: list[Record]
) -> None:
    """One that was released is not."""
    records = records_of([decision(), about("hold", numbered_id(1), 1, authority="A court")])
    held = dict(document_of(records, 1).cover)
    assert list(held)[:3] == ["Recorded", "Since then", "On hold"]
    assert held["On hold"] == ("Nothing of it may be erased, see record 2.",)
    assert "On hold" not in dict(document_of(every_kind, 3).cover)


def test_erased_words_are_marked_and_the_mark_is_explained(every_kind: list[Record]) -> None:
    """And who erased them is told."""
    document = document_of(every_kind, 2)
    assert part(document, "The decision")["Reasons"] == ("[erased]",)
    assert dict(document.cover)["[erased]"] == ("Words that were taken out of the log for good.",)
    assert dict(document.cover)["Goes on from"] == ("record 1",)
    (since,) = part(document, "What happened since").values()
    assert since[:2] == ("Words were erased.", "What was erased: Information, Reason")


def test_of_a_record_that_was_erased_whole_the_marks_alone_are_left(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """Once for each part, and not a page of them."""
    (record,) = records_of([decision()])
    document = document_of(erased([record], 1, *record.body), 1)
    assert document.title == "Case record [erased]"
    for title in ("The request", "Purpose and basis", "The decision", "What was answered"):
        assert part(document, title) == {"": ("[erased]",)}
    assert dict(document.cover)["Decided by"] == ("[erased]",)


def test_withheld_words_are_nowhere_in_the_document(every_kind: list[Record]) -> None:
    """Nor what repeats them; a mark stands there, and is explained."""
    document = document_of(every_kind, 1, withheld="reason case_ref answers confirmed_by")
    assert document.title == "Case record [withheld]"
    assert part(document, "The decision")["Reasons"] == (
        "[withheld]",
        "Corrected by record 4: [withheld]",
    )
    assert part(document, "What was answered") == {"": ("[withheld]",)}
    assert dict(document.cover)["[withheld]"][0].startswith("Words that stand in the log")
    told = repr(document)
    for words in ("Made up for a test.", "T-1", "Two.", "Duty worker", "significant"):
        assert words not in told


def test_with_its_rules_it_is_told_in_their_words(
    every_kind: list[Record], guidance: Guidance
) -> None:
    """Without them by the ids, which a person can read too."""
    case = case_of(every_kind, 1)
    named = case_records([replace(case, guidance=guidance)], Writing(AT, "1.0.0"))
    assert dict(named.cover)["Decision"] == ("Share it with this recipient",)
    assert part(named, "What was answered")["The worry"] == (
        "Significant harm to a child, or the risk of it",
    )
    bare = document_of(every_kind, 1)
    assert part(bare, "What was answered")["Concern"] == ("Child significant harm",)
    assert part(bare, "The request")["Where the child lives"] == ("Luton",)


def test_it_names_its_anchor_and_how_to_check_it(every_kind: list[Record]) -> None:
    """In one line that can be typed."""
    made = part(document_of(every_kind, 1), "How it was made, and how to check it")
    (anchor,) = made["Anchor"]
    assert anchor.startswith("1.")
    assert made["To check"][0].startswith(f"infoshare log verify --anchor {anchor} ")
    assert made["Rules"] == ("pan-bedfordshire 1.0.0, proved",)
    assert made["Written out"] == ("01 Dec 2026, 09:30, by infoshare 1.0.0",)


def test_a_broken_log_is_told_before_all_else(every_kind: list[Record]) -> None:
    """For one record and for several."""
    writing = Writing(AT, "1.0.0", broken="The log is broken.")
    for numbers in ((1,), (1, 2)):
        document = case_records([case_of(every_kind, seq) for seq in numbers], writing)
        assert document.cover[0] == ("Please note", ("The log is broken.",))


def test_several_are_sections_that_tell_each_other_apart(every_kind: list[Record]) -> None:
    """By number and day, even where two have one case; no id stands twice."""
    document = document_of(every_kind, 1, 2, 3)
    assert [each.title for each in document.sections] == [
        "Case record T-1, 22 Nov 2026 (record 1)",
        "Case record T-2, 22 Nov 2026 (record 2)",
        "Case record T-3, 22 Nov 2026 (record 3)",
    ]
    assert dict(document.cover)["Interviews"] == ("3",)
    ids = [each.id for one in document.sections for each in (one, *one.sections)]
    assert len(set(ids)) == len(ids)
    assert rows_of(document.sections[0])["Decision"] == ("Share",)


@pytest.mark.parametrize("name", ["case_ref", "reason", "area", "decision", "title", "purpose"])
def test_nothing_in_a_record_hides_or_turns_what_it_stands_in(
    decision: Decision, records_of: RecordsOf, name: str
) -> None:
    """Control and direction characters are made visible in every field."""
    told = repr(document_of(records_of([decision(**{name: f"a{HIDING}b"})]), 1))
    assert not set("\x1b\x00\x07\u202e\u202c\u2066\u2069\u200b\u2028\ufeff\x85") & set(told)
    assert "<U+202E>lave<U+202C>" in told


@given(st.data())
def test_whatever_a_record_holds_it_can_be_told(
    decision: Decision, records_of: RecordsOf, data: st.DataObject
) -> None:
    """The log takes any value in any field, from whatever program wrote it."""
    names = data.draw(st.sets(st.sampled_from(sorted(decision().fields))))
    text = st.text(st.characters(exclude_categories=["Cs"]))
    listed = st.lists(text | st.dictionaries(text, text))
    entry = decision(**{name: data.draw(text | listed | st.none()) for name in names})
    amendment = about(
        "amendment",
        numbered_id(1),
        1,
        change=CORRECTION,
        field="reason",
        correction=data.draw(text),
    )
    assert document_of(records_of([entry, amendment]), 1).sections


def test_a_case_without_a_number_has_a_title_all_the_same(
    decision: Decision, records_of: RecordsOf
) -> None:
    """A heading is never empty."""
    case = Case(case_of(records_of([decision(case_ref=None)]), 1).story)
    assert case_records([case], Writing(AT, "1.0.0")).title == "Case record without a number"
