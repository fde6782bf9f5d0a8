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
        ("A.JSONL", json.dumps(DANGER) + "\n"),
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


def test_a_list_of_json_may_be_large(tmp_path: Path, guidance: Guidance) -> None:
    """More than 1 MiB; each case is read by itself then, and its faults stand at their place."""
    story = "x" * 1000
    cases = [{**DANGER, "id": f"c{number}", "story": story} for number in range(1100)]
    cases[500] = {**cases[500], "outcome": "emergancy"}
    found = read(tmp_path, guidance, "a.json", json.dumps(cases, indent=1))
    assert [case.id for case in found] == [case["id"] for case in cases]
    [fault] = found[500].faults
    line = (tmp_path / "a.json").read_text(encoding="utf-8").splitlines()[(fault.line or 0) - 1]
    assert "emergancy" in line
    assert fault.suggestion == "emergency"


def test_a_fault_in_a_list_of_json_stands_at_its_line_and_column(
    tmp_path: Path, guidance: Guidance
) -> None:
    """Also where several cases share a line; a key that comes twice is told too."""
    text = (
        '[{"id": "a", "answers": {}, "outcome": "x"}, {"id": "b",\n'
        '  "id": "b", "answers": {}, "outcome": "emergency"},\n\n'
        '  {"id": "c", "answers": {"immediate_danger": 1}, "outcome": "emergency"}]\n'
    )
    found = read(tmp_path, guidance, "a.json", text)
    places = [[(fault.line, fault.column) for fault in case.faults] for case in found]
    assert places == [[(1, 29)], [(2, 3)], [(4, 27)]]
    assert [case.id for case in found] == ["a", "b", "c"]


@pytest.mark.parametrize("text", ['[{"id": "a"}', '{"id": "a"}', "[1] x", "[1 2]", "[,]", '"a"'])
def test_json_that_is_no_list_is_refused_as_a_whole(
    tmp_path: Path, guidance: Guidance, text: str
) -> None:
    """With the place of the fault."""
    with pytest.raises(FileError) as raised:
        read(tmp_path, guidance, "a.json", text)
    assert raised.value.faults[0].line == 1


def test_a_large_list_of_yaml_is_refused_with_a_way_out(tmp_path: Path, guidance: Guidance) -> None:
    """One case a line can be of any length."""
    with pytest.raises(FileError) as raised:
        read(tmp_path, guidance, "a.yaml", "# " + "x" * 1024 * 1024 + "\n- id: a\n")
    assert ".jsonl" in raised.value.faults[0].expected


def test_bytes_are_counted_as_they_are_read(tmp_path: Path, guidance: Guidance) -> None:
    """All of a file, whatever kind it is."""
    for name, text in (
        ("a.yaml", "- {id: danger, answers: {immediate_danger: yes}, outcome: emergency}\n"),
        ("a.json", json.dumps([DANGER])),
        ("a.jsonl", f"{json.dumps(DANGER)}\n\n{json.dumps(DANGER)}\n"),
    ):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        counted: list[int] = []
        list(read_cases(path, guidance, counted.append))
        assert sum(counted) == path.stat().st_size


TAUGHT = {"sector": "School", "title": "Fire", "because": "Danger (page 4).", "story": "It burns."}


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_story_to_practise_with_keeps_its_words(
    tmp_path: Path, guidance: Guidance, name: str
) -> None:
    """A case without them is a case all the same."""
    cases = [{**DANGER, **TAUGHT}, DANGER]
    lines = "\n".join(map(json.dumps, cases)) if name.endswith("l") else json.dumps(cases)
    story, case = read(tmp_path, guidance, name, lines)
    assert (story.sector, story.title, story.because, story.story) == tuple(TAUGHT.values())
    assert (story.is_to_practise, case.is_to_practise) == (True, False)


@pytest.mark.parametrize("left_out", TAUGHT)
def test_a_story_to_practise_with_is_whole(
    tmp_path: Path, guidance: Guidance, left_out: str
) -> None:
    """What it lacks is a fault; a case with a story and no more lacks nothing."""
    kept = {key: text for key, text in TAUGHT.items() if key != left_out}
    (case,) = read(tmp_path, guidance, "a.json", json.dumps([{**DANGER, **kept}]))
    assert [fault.found for fault in case.faults] == ["nothing"]
    assert case.faults[0].expected.startswith(f"the key {left_out}: ")
    only = {**DANGER, "story": "It burns."}
    assert read(tmp_path, guidance, "a.json", json.dumps([only]))[0].faults == ()
