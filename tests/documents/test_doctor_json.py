"""What doctor found, for other programs."""

from infoshare_cli.core.checkup.report import FACTS, Finding, Part
from infoshare_cli.documents.doctor_json import report_to_json


def test_every_key_is_there_even_if_nothing_was_found_out() -> None:
    """Facts that are not known are null."""
    told = report_to_json(())
    assert set(told) == {"status", "findings", *FACTS}
    assert (told["status"], told["findings"]) == ("ok", [])
    for part, names in FACTS.items():
        assert told[part] == dict.fromkeys(names)


def test_findings_and_facts_are_told_as_they_are() -> None:
    """The gravest state is that of the whole; an empty advice is null, a list is a list."""
    look = Finding("log.copies", "look", "Copied.", "Ask.")
    well = Finding("log.writing", "ok", "Can be written.")
    parts = (
        Part("log", {"path": "/log", "records": 2}, (look, well)),
        Part("environment", {"variables": ("A",)}, ()),
    )
    told = report_to_json(parts)
    assert told["status"] == "look"
    assert told["findings"] == [
        {"id": "log.copies", "state": "look", "found": "Copied.", "advice": "Ask."},
        {"id": "log.writing", "state": "ok", "found": "Can be written.", "advice": None},
    ]
    assert told["log"] == {**dict.fromkeys(FACTS["log"]), "path": "/log", "records": 2}
    assert told["environment"] == {"variables": ["A"]}
