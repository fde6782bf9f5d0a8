"""JSON is read strictly: texts, lists and objects only, and every fault with its place."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.document import MAX_DEPTH, MAX_FAULTS
from infoshare_cli.files.strict_yaml import parse_json, parse_yaml, read_bytes

BROKEN = Path(__file__).parents[1] / "broken" / "json"
TEXT = "text in quotation marks, such as "
LEFT_OUT = "text, or this part left out"
KEY = "no key where one is due"
VALUE = "no value where one is due"


def faults_of(content: bytes) -> tuple[Fault, ...]:
    """What is wrong with a JSON text; it is wrong."""
    with pytest.raises(FileError) as caught:
        parse_json(content, "-")
    assert str(caught.value).startswith("Standard input cannot be used: ")
    return caught.value.faults


TABLE: list[tuple[str, tuple[int, int] | None, str, str, str]] = [
    ("backslash", (2, 27), "", "a backslash that means nothing here", "a backslash"),
    ("brace-not-closed", None, "", "no comma between two values", "or the closing bracket"),
    ("colon-missing", (2, 13), "", "no colon after a key", "before its value"),
    ("comma-at-the-end", None, "", "", "no comma"),
    ("comma-at-the-end-of-a-list", None, "", "", ""),
    ("comma-missing", (3, 3), "", "no comma between two values", "a comma"),
    ("comment", (2, 3), "", KEY, "before its value"),
    ("control-character", (3, 5), "record.reason", "U+0007", "text without it"),
    ("empty-key", (3, 5), "record", "an empty key", "a word as the key"),
    ("empty-text", (3, 5), "record.reason", "an empty value", LEFT_OUT),
    ("false", (3, 5), "answers.consent", "false", TEXT + '"no"'),
    ("far-too-deep", (1, 16), "[0]" * 15, "more than 15 levels", "fewer levels"),
    ("half-a-character", (3, 5), "record.reason", "half a character, U+D83D", "without it"),
    ("half-a-character-in-a-key", (3, 5), "record", "half a character, U+DE00", "a word"),
    ("line-end-in-text", (2, 28), "", "a line end or a tab within a text", "a closing"),
    ("not-a-number", (3, 5), "record.case_ref", "a number", TEXT),
    ("nothing", (2, 1), "", VALUE, "quotation marks"),
    ("nul", (3, 5), "record.reason", "a control character, U+0000", "text without it"),
    ("null", (3, 5), "answers.consent", "null", LEFT_OUT),
    ("number", (3, 5), "record.case_ref", "a number", TEXT + '"12"'),
    ("number-of-many-digits", (3, 5), "record.case_ref", "a number", TEXT),
    ("quotation-mark-not-closed", (2, 33), "", "a line end", "a closing"),
    ("repeated-key", (4, 5), "answers.consent", "the same key as on line 3", "each key once"),
    ("repeated-key-with-tabs", (3, 23), "answers.consent", "the same key as on line 3", "once"),
    ("second-object", (2, 1), "", "something behind the end", "one object, from { to }"),
    ("single-quotation-marks", (2, 3), "", KEY, "before its value"),
    ("too-deep", (2, 28), "answers" + "[0]" * 14, "more than 15 levels", "fewer levels"),
    ("true", (3, 5), "answers.consent", "true", TEXT + '"yes"'),
    ("value-without-quotation-marks", (2, 26), "", VALUE, "quotation marks"),
]
"""No place is given where versions of Python differ by a character."""


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_broken_file_says_what_is_wrong_and_where(
    row: tuple[str, tuple[int, int] | None, str, str, str],
) -> None:
    """One fault in a file is one fault told: place, finding, and what to put there."""
    name, place, path, found, expected = row
    file = BROKEN / f"{name}.json"
    with pytest.raises(FileError) as caught:
        parse_json(read_bytes(file), str(file))
    (fault,) = caught.value.faults
    assert (fault.file, fault.path) == (str(file), path)
    assert place in {None, (fault.line, fault.column)}
    assert found in fault.found
    assert expected in fault.expected


def test_every_broken_file_is_tried() -> None:
    """No fixture lies about unused."""
    assert {file.stem for file in BROKEN.iterdir()} == {row[0] for row in TABLE}


def test_true_and_false_may_mean_yes_and_no() -> None:
    """What a program writes for yes is offered as the word that is meant."""
    faults = faults_of(b'[true, false, null, 1, -1.5e3, NaN, "yes"]')
    assert [fault.suggestion for fault in faults] == ["yes", "no", None, None, None, None]


@pytest.mark.parametrize("indent", [None, 2, "\t"])
@pytest.mark.parametrize("escaped", [True, False])
def test_places_are_those_of_the_text(indent: int | str | None, escaped: bool) -> None:
    """However it is laid out, indented by tabs or full of surrogate pairs."""
    data = {"a": {"b\U0001f600": ["x\U0001f600", {"c": "\u201cy\u201d"}]}, "d": "z"}
    text = json.dumps(data, indent=indent, ensure_ascii=escaped)
    document = parse_json(text.encode(), "a.json")
    assert document.data == data
    for route, (line, column) in document.places.items():
        here = text.split("\n")[line - 1][column - 1 :]
        step = route[-1] if route else 1
        begins = {0: '"x', 1: "{"}[step] if isinstance(step, int) else f'"{step[0]}'
        assert here.startswith(begins)


def test_a_byte_order_mark_and_windows_line_ends_are_no_faults() -> None:
    """What PowerShell writes is read, and places count from behind the mark."""
    content = b'\xef\xbb\xbf{\r\n"a": "b",\r\n"a": "c"}'
    (fault,) = faults_of(content)
    assert (fault.line, fault.column) == (3, 1)
    assert parse_json(b'\xef\xbb\xbf"a"', "-").data == "a"


def test_all_faults_are_told_at_once_and_a_hundred_are_enough() -> None:
    """One fault does not hide the next."""
    content = b'{"a": 1, "b": "", "a": null, "": "x"}'
    assert [fault.column for fault in faults_of(content)] == [2, 10, 19, 19, 30]
    assert len(faults_of(json.dumps([1] * 1000).encode())) == MAX_FAULTS


def test_no_fault_repeats_a_value_or_a_name() -> None:
    """A number may be a case number, a key the beginning of a free text."""
    content = b'{"4711": 4711, "4711": [4711.5, -4711], "x": "4711\\u0000", "4711\\u0000": "y"}'
    faults = faults_of(content)
    assert len(faults) == 6
    assert not any("4711" in fault.found + fault.expected for fault in faults)


texts = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))
words = texts.filter(lambda text: bool(text.strip()))


def nested(depth: int) -> st.SearchStrategy[object]:
    """Data of at most so many levels."""
    if depth == 0:
        return words
    inner = nested(depth - 1)
    return words | st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3)


@given(nested(4), st.sampled_from([None, 1, "\t"]), st.booleans())
def test_what_json_holds_comes_back(data: object, indent: int | str | None, escaped: bool) -> None:
    """Texts, lists and objects are read as Python's own reader reads them."""
    text = json.dumps(data, indent=indent, ensure_ascii=escaped)
    assert parse_json(text.encode(), "a.json").data == data


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), words, min_size=1))
def test_both_readers_agree(data: dict[str, str]) -> None:
    """JSON without characters that YAML escapes otherwise is the same document as YAML."""
    text = json.dumps(data)
    if "\\ud" not in text:
        assert parse_yaml(text.encode(), "a") == parse_json(text.encode(), "a")


jsonish = st.lists(
    st.sampled_from(["{", "}", "[", "]", ",", ":", '"a"', '"', "\\", "1", "true", " ", "\n", "-"])
).map(lambda parts: "".join(parts).encode())


@given(st.binary() | st.text().map(str.encode) | jsonish)
@example(b"[" * 3000 + b'"')
@example(b'{"a":' * 900 + b"x")
@example(b"-Infinity")
def test_whatever_the_bytes_there_is_a_document_or_a_list_of_faults(content: bytes) -> None:
    """No other exception leaves the reader."""
    faults: tuple[Fault, ...] = ()
    places: object = ()
    try:
        places = parse_json(content, "a.json").places[()]
    except FileError as error:
        faults = error.faults
    assert bool(places) != bool(faults)
    assert all((fault.line or 0) > 0 and (fault.column or 0) > 0 for fault in faults)


def test_as_many_levels_as_a_digest_takes_are_read() -> None:
    """The limit is the same as for YAML."""
    content = b"[" * MAX_DEPTH + b'"x"' + b"]" * MAX_DEPTH
    assert parse_json(content, "a.json") == parse_yaml(content, "a.json")
