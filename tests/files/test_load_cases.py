"""Cases to hold a pack against: three kinds of file, and a fault that keeps no other back."""

import json
from pathlib import Path

import pytest

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.errors import FileError
from infoshare_cli.files.load_cases import cases_of, read_cases
from infoshare_cli.files.locations import shipped_rules

DANGER = {"id": "danger", "answers": {"immediate_danger": "yes"}, "outcome": "emergency"}
AS_READ = WrittenCase("danger", {"immediate_danger": ("yes",)}, "emergency", None)


def read(tmp_path: Path, guidance: Guidance, name: str, content: str) -> list[WrittenCase]:
    """The cases of a file with that name and content."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return list(read_cases(path, guidance))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", "- {id: danger, answers: {immediate_danger: yes}, outcome: emergency}\n"),
        ("a.json", json.dumps([DANGER])),
        ("a.jsonl", json.dumps(DANGER) + "\n\n"),
    ],
)
def test_three_kinds_of_file_hold_the_same_case(
    tmp_path: Path, guidance: Guidance, name: str, content: str
) -> None:
    """YAML, JSON, and JSON with one case a line; an empty line is none."""
    assert read(tmp_path, guidance, name, content) == [AS_READ]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_case_with_faults_keeps_no_other_back(
    tmp_path: Path, guidance: Guidance, name: str
) -> None:
    """It comes under its own id, with its faults and no answers."""
    broken = {**DANGER, "id": "broken", "answers": {"immediate_danger": True}}
    cases = [broken, DANGER]
    lines = "\n".join(map(json.dumps, cases))
    first, second = read(tmp_path, guidance, name, lines if "l" in name[-1] else json.dumps(cases))
    assert (first.id, first.answers, len(first.faults)) == ("broken", {}, 1)
    assert first.faults[0].suggestion == "yes"
    assert second == AS_READ


def test_a_line_that_is_no_json_is_named_by_its_number(tmp_path: Path, guidance: Guidance) -> None:
    """So that a person finds it among thousands."""
    cases = read(tmp_path, guidance, "a.jsonl", json.dumps(DANGER) + "\nnothing\n[1]\n")
    assert [case.id for case in cases] == ["danger", "line 2", "line 3"]
    assert [fault.line for fault in cases[1].faults] == [2]


@pytest.mark.parametrize(
    ("case", "found"),
    [
        ("{id: a, answers: {immediate_danger: Yes}, outcome: emergency}", "'Yes'"),
        ("{id: a, answers: {immediate_danger: yes}, outcome: emergencies}", "'emergencies'"),
        ("{id: a, answers: {immediate_danger: yes}}", "nothing"),
        ("{id: a, answers: [yes], outcome: emergency}", "a list"),
        ("{id: [a], answers: {}, outcome: emergency}", "a list"),
        ("{id: a, answers: {}, outcome: emergency, stroy: once}", "the unknown key stroy"),
        ("{id: a, answers: {}, outcome: emergency, consent_from: parent}", "'parent'"),
        ("just words", "'just words'"),
    ],
)
def test_each_fault_of_a_case_is_told(
    tmp_path: Path, guidance: Guidance, case: str, found: str
) -> None:
    """With the line it stands on."""
    [read_case] = read(tmp_path, guidance, "a.yaml", f"- {case}\n")
    assert [(fault.found, fault.line) for fault in read_case.faults] == [(found, 1)]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.yaml", "a: b"), ("a.json", '{"a": "b"}'), ("a.json", "["), ("a.yaml", "- [")],
)
def test_what_is_no_list_is_refused(
    tmp_path: Path, guidance: Guidance, name: str, content: str
) -> None:
    """A file of another form has no cases."""
    with pytest.raises(FileError):
        read(tmp_path, guidance, name, content)


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.jsonl"])
def test_a_file_that_is_not_there_is_refused(tmp_path: Path, guidance: Guidance, name: str) -> None:
    """Of each kind."""
    with pytest.raises(FileError):
        list(read_cases(tmp_path / name, guidance))


def test_the_pack_brings_its_cases(guidance: Guidance) -> None:
    """All of them can be read without a fault."""
    cases = [case for path in cases_of(shipped_rules()) for case in read_cases(path, guidance)]
    assert len(cases) >= 300
    assert not any(case.faults for case in cases)
