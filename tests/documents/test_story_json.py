"""A record with what belongs to it, as JSON."""

from collections.abc import Sequence

from infoshare_cli.core.record import Record
from infoshare_cli.core.record_story import StoryTeller
from infoshare_cli.documents.log_export import record_to_json
from infoshare_cli.documents.story_json import story_to_json
from tests.conftest import Decision, RecordsOf, about, numbered_id


def told(records: Sequence[Record], seq: int) -> dict[str, object]:
    """The story of the record with that number."""
    teller = StoryTeller(lambda record: record.head.seq == seq)
    for record in records:
        teller.take(record)
    story = teller.story()
    assert story is not None
    return story_to_json(story)


def test_an_interview_with_its_life(every_kind: list[Record]) -> None:
    """The record as everywhere, the records about it in full, the others by number and id."""
    assert told(every_kind, 1) == {
        **record_to_json(every_kind[0]),
        "about": None,
        "continues": None,
        "continued_by": [{"seq": 2, "id": numbered_id(2)}],
        "holds": [],
        "life": [record_to_json(each) for each in every_kind[3:6]],
    }


def test_a_record_about_another(every_kind: list[Record]) -> None:
    """Every key is there."""
    told_of = told(every_kind, 5)
    assert told_of["about"] == {"seq": 1, "id": numbered_id(1)}
    assert told(every_kind, 2)["continues"] == {"seq": 1, "id": numbered_id(1)}
    assert (told_of["continues"], told_of["life"]) == (None, [])


def test_holds_that_stand(decision: Decision, records_of: RecordsOf) -> None:
    """By number and id."""
    records = records_of([decision(), about("hold", numbered_id(1), 1)])
    assert told(records, 1)["holds"] == [{"seq": 2, "id": numbered_id(2)}]
