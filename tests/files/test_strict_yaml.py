"""YAML is read strictly: every scalar is its text, and every fault is told with its place."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files import yaml_text
from infoshare_cli.files.document import MAX_DEPTH, MAX_FAULTS
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.strict_yaml import (
    MAX_BYTES,
    Data,
    Document,
    nearest,
    parse_yaml,
    read_yaml,
    spell_route,
)
from infoshare_cli.files.yaml_syntax import describe_syntax

BROKEN = Path(__file__).parents[1] / "broken" / "yaml"
WRITTEN_OUT = "the value written out, or quotation marks around the text"
MISFIT = "a line or a word that does not fit in with what stands above it"
BRACKET = "a bracket that is not closed, or a comma that is missing"


def faults_of(content: bytes) -> tuple[Fault, ...]:
    """What is wrong with a YAML text; it is wrong."""
    with pytest.raises(FileError) as caught:
        parse_yaml(content, "a.yaml")
    assert all(fault.file == "a.yaml" for fault in caught.value.faults)
    return caught.value.faults


def one_fault_of(content: bytes) -> tuple[int | None, int | None, str]:
    """Place and finding of the one fault of a YAML text."""
    (fault,) = faults_of(content)
    return fault.line, fault.column, fault.found


@pytest.mark.parametrize(
    "word",
    [
        *("yes", "no", "Yes", "true", "null", "~", "01582", "0x1f", "1_000", "1e3", ".inf"),
        *("2026-11-22", "12:30:00", "16-17", "a:b", "a#b", "C:\\cases", "x - y", "1.0.0", "="),
    ],
)
def test_every_scalar_is_its_text(word: str) -> None:
    """Nothing turns into a truth value, a number, a date or nothing, quoted or not."""
    content = f"plain: {word}\nsingle: '{word}'\nlist: [{word}]\n{word!r}: key\n"
    document = parse_yaml(content.encode(), "a.yaml")
    key = repr(word)[1:-1]
    assert document.data == {"plain": word, "single": word, "list": [word], key: "key"}


def test_texts_on_several_lines_are_read_as_yaml_says() -> None:
    """Folded and literal blocks, and plain texts that go on, keep their meaning."""
    content = b"folded: >-\n  one\n  two\nliteral: |\n  one\n  two\nplain: one\n  two\n"
    document = parse_yaml(content, "a.yaml")
    assert document.data == {"folded": "one two", "literal": "one\ntwo\n", "plain": "one two"}


def test_what_has_a_key_stands_where_its_key_stands() -> None:
    """Entries of a list stand where they begin, everything else at its key, all from 1."""
    content = b"# first\nrules:\n  - id: one\n    when: [a, {b: c}]\n  - \xc3\xa9t\xc3\xa9: x\n"
    document = parse_yaml(content, "a.yaml")
    assert document.places == {
        (): (2, 1),
        ("rules",): (2, 1),
        ("rules", 0): (3, 5),
        ("rules", 0, "id"): (3, 5),
        ("rules", 0, "when"): (4, 5),
        ("rules", 0, "when", 0): (4, 12),
        ("rules", 0, "when", 1): (4, 15),
        ("rules", 0, "when", 1, "b"): (4, 16),
        ("rules", 1): (5, 5),
        ("rules", 1, "\xe9t\xe9"): (5, 5),
    }


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: b\r\nc: d\r\n", b"---\na: b\nc: d\n...\n"])
def test_files_of_every_editor_are_read(content: bytes) -> None:
    """A byte order mark, Windows line ends, and marks around the one document are no faults."""
    document = parse_yaml(content, "a.yaml")
    assert document.data == {"a": "b", "c": "d"}
    assert document.places["c",] == (2 if content.startswith(b"\xef") else 3, 1)


@pytest.mark.parametrize("name", [path.name for path in shipped_rules().rglob("*.yaml")])
def test_line_ends_change_nothing(name: str) -> None:
    """A copy with Windows line ends holds the same in the same places."""
    (path,) = shipped_rules().rglob(name)
    content = path.read_bytes().replace(b"\r\n", b"\n")
    windows = parse_yaml(content.replace(b"\n", b"\r\n"), name)
    assert windows == parse_yaml(content, name)


TABLE: list[tuple[str, int, int, str, str, str]] = [
    ("alias", 4, 11, "facts[0].says", "an alias, a word that begins with *", WRITTEN_OUT),
    ("alias-as-key", 3, 3, "facts", "a key that is no text", "a word as the key"),
    ("anchor", 4, 11, "facts[0].says", "an anchor, a word that begins with &", WRITTEN_OUT),
    ("apostrophe-in-quotation-marks", 4, 20, "", MISFIT, "quotation marks around a text"),
    ("backslash-in-double-quotes", 2, 11, "", "a backslash", "single quotation marks"),
    ("begins-with-and", 2, 8, "", "begins with * or &", "quotation marks around the text"),
    ("begins-with-at", 2, 8, "", "no text can begin with", "quotation marks around a text"),
    ("begins-with-percent", 2, 8, "", "no text can begin with", "quotation marks around a text"),
    ("begins-with-star", 2, 8, "", "begins with * or &", "quotation marks around the text"),
    ("blank-text", 4, 5, "facts[0].says", "an empty value", "text, or this part left out"),
    ("brace-not-closed", 3, 5, "", BRACKET, "the closing bracket"),
    ("bracket-not-closed", 4, 13, "", BRACKET, "the closing bracket"),
    ("bracket-too-many", 2, 8, "", "a bracket or a comma that does not belong here", "text"),
    ("colon-in-text", 4, 15, "", "a colon that does not belong here", "in quotation marks"),
    ("comma-missing", 2, 8, "", BRACKET, "commas between the entries"),
    ("control-character", 4, 5, "facts[0].says", "a control character, U+0007", "text without it"),
    ("empty-entry", 4, 4, "facts[1]", "an empty value", "text, or this part left out"),
    ("empty-key", 4, 5, "facts[0]", "an empty key", "a word as the key"),
    ("empty-value", 4, 5, "facts[0].says", "an empty value", "text, or this part left out"),
    ("half-an-escape", 2, 11, "", "a backslash", "single quotation marks"),
    ("key-in-a-list", 3, 1, "", MISFIT, "each line in step"),
    ("line-without-colon", 3, 1, "", "a line without a colon", "'key: value'"),
    ("list-as-key", 3, 5, "facts", "a key that is no text", "a word as the key"),
    ("list-behind-key", 2, 8, "", "a '- ' that does not belong here", "on the lines below"),
    ("merge-key", 4, 5, "facts[0]", "a merge key", "each value written out"),
    ("newer-yaml", 1, 1, "", "a line that begins with %", "no such line"),
    ("only-comments", 1, 1, "", "nothing", "keys with values, or a list"),
    ("out-of-step", 5, 6, "", MISFIT, "each line in step"),
    ("quotation-mark-not-closed", 4, 11, "", "is not closed", "at the end of the text too"),
    ("repeated-key", 5, 5, "facts[0].id", "the same key as on line 3", "each key once"),
    ("repeated-key-in-braces", 2, 35, "facts.id", "the same key as on line 2", "each key once"),
    ("second-document", 3, 1, "", "a second document", "one document a file"),
    ("tab-in-folded-text", 5, 1, "", "a tab", "spaces"),
    ("tab-indentation", 4, 1, "", "a tab", "spaces"),
    ("tag", 4, 11, "facts[0].says", "a tag, a word that begins with !", WRITTEN_OUT),
    ("tag-of-a-key", 2, 1, "", "a tag, a word that begins with !", WRITTEN_OUT),
    ("tag-of-a-list", 2, 8, "facts", "a tag, a word that begins with !", WRITTEN_OUT),
    ("text-behind-block-mark", 2, 10, "", "something behind the > or |", "nothing behind it"),
    ("too-deep", 2, 22, "facts" + "[0]" * 14, "more than 15 levels", "fewer levels"),
    ("unclosed-tag", 2, 17, "", "a text that begins with !", "quotation marks around the text"),
    ("unknown-tag-handle", 2, 8, "", "a text that begins with !", "quotation marks"),
]


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_broken_file_says_what_is_wrong_and_where(
    row: tuple[str, int, int, str, str, str],
) -> None:
    """One fault in a file is one fault told: place, finding, and what to put there."""
    name, line, column, path, found, expected = row
    file = BROKEN / f"{name}.yaml"
    with pytest.raises(FileError) as caught:
        read_yaml(file)
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.column, fault.path) == (str(file), line, column, path)
    assert found in fault.found
    assert expected in fault.expected
    assert str(caught.value) == f"{file} cannot be used: 1 fault."


def test_every_broken_file_is_tried() -> None:
    """No fixture lies about unused."""
    assert {file.stem for file in BROKEN.iterdir()} == {row[0] for row in TABLE}


@pytest.mark.parametrize(("name", "line"), [(row[0], row[1]) for row in TABLE])
def test_the_slower_reader_refuses_the_same(
    name: str, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where PyYAML comes without its C part, the same files are refused in the same lines."""
    with pytest.raises(FileError) as caught:
        read_yaml(BROKEN / f"{name}.yaml")
    monkeypatch.setattr(yaml_text, "_Parser", yaml.SafeLoader)
    with pytest.raises(FileError) as again:
        read_yaml(BROKEN / f"{name}.yaml")
    last = again.value.faults[-1]
    assert (last.line, last.found) == (line, caught.value.faults[-1].found)


def test_what_no_pattern_knows_is_still_told_in_words() -> None:
    """An error of a later reader of YAML does not reach people in the words of that reader."""
    mark = yaml.Mark("a.yaml", 0, 4, 2, None, 0)
    error = yaml.MarkedYAMLError(problem="did not find the frobnicator", problem_mark=mark)
    place, found, _ = describe_syntax(error)
    assert (place, found) == ((5, 3), "text that is no YAML")
    assert describe_syntax(yaml.MarkedYAMLError())[0] == (1, 1)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", (1, 1, "nothing")),
        (b"\n\n", (1, 1, "nothing")),
        (b"---\n", (2, 1, "an empty value")),
        (b"a: b\nc: \xff\n", (2, 4, "bytes that are not UTF-8")),
        (b"\xef\xbb\xbfa: \xe9t\xe9\n", (1, 4, "bytes that are not UTF-8")),
        ("a: b\n".encode("utf-16"), (1, 1, "bytes that are not UTF-8")),
        ("a: b\n".encode("utf-16-le"), (1, 2, "a control character, U+0000")),
        (b"a: b\r\nc: \x1b[2J\n", (2, 4, "a control character, U+001B")),
        (b"a: b\rc: \x00\n", (2, 4, "a control character, U+0000")),
        ("a: \ufffe\n".encode(), (1, 4, "a control character, U+FFFE")),
        (b"a: " + b"x" * MAX_BYTES, (None, None, "more than 1 MiB")),
    ],
)
def test_what_is_no_text_is_refused_before_it_is_read(
    content: bytes, told: tuple[int | None, int | None, str]
) -> None:
    """Other encodings, control characters and large files have a fault of their own."""
    assert one_fault_of(content) == told


def test_a_file_of_just_one_mebibyte_is_read() -> None:
    """The limit is the first size that is too large, not the last that is not."""
    content = b"a: " + b"x" * (MAX_BYTES - 3)
    assert parse_yaml(content, "a.yaml").data == {"a": "x" * (MAX_BYTES - 3)}


def test_a_file_that_is_one_byte_too_large_is_refused(tmp_path: Path) -> None:
    """The reader looks one byte further than it may, and no further."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: " + b"x" * (MAX_BYTES - 2))
    with pytest.raises(FileError) as caught:
        read_yaml(path)
    assert [fault.found for fault in caught.value.faults] == ["more than 1 MiB"]


def test_aliases_gone_wild_are_never_followed() -> None:
    """The billion laughs are ten faults, however much they would come to."""
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 4)]
    faults = faults_of("\n".join(lines).encode())
    assert [(fault.line, fault.column, fault.found.split(",")[0]) for fault in faults] == [
        (1, 5, "an anchor"),
        *(
            (line, column, found)
            for line in (2, 3, 4)
            for column, found in ((5, "an anchor"), (10, "an alias"), (15, "an alias"))
        ),
    ]


@pytest.mark.parametrize("opened", [b"[", b"{a: ", b"- ", b"? ", b"[{a: "])
def test_deep_nesting_is_refused_without_going_down(opened: bytes) -> None:
    """A thousand levels are one fault, and no recursion error."""
    assert len(faults_of(opened * 1000)) == 1


def test_as_many_levels_as_a_digest_takes_are_read() -> None:
    """The deepest data that are read are as deep as may be."""
    content = b"[" * MAX_DEPTH + b"x" + b"]" * MAX_DEPTH
    data: Data = parse_yaml(content, "a.yaml").data
    for _ in range(MAX_DEPTH):
        assert isinstance(data, list)
        (data,) = data
    assert data == "x"


def test_all_faults_of_a_file_are_told_at_once() -> None:
    """One fault does not hide the next, up to one of syntax."""
    content = b"a: &x 1\na: !y 2\nb:\nc: [*x, '']\n<<: d\ne: f: g\nh:\n"
    assert [(fault.line, fault.column) for fault in faults_of(content)] == [
        (1, 4),
        (2, 1),
        (2, 4),
        (3, 1),
        (4, 5),
        (4, 9),
        (5, 1),
        (6, 5),
    ]


def test_a_file_full_of_faults_is_left_after_a_hundred() -> None:
    """Nobody reads a hundred thousand faults."""
    assert len(faults_of(b"- ''\n" * 1000)) == MAX_FAULTS


def test_no_fault_repeats_a_value_or_a_name() -> None:
    """An answers file is read by the same reader, and free text may look like anything."""
    content = b"a: &Jane x\nb: *Jane\nc: !Jane x\n'Jane\\0': x\nd: {Jane: x, Jane: y}\ne: Jane: x\n"
    assert not any("Jane" in fault.found + fault.expected for fault in faults_of(content))


def test_a_file_that_cannot_be_opened_is_told_in_words(tmp_path: Path) -> None:
    """No file, a folder, a file as a folder, a name that cannot be: each is said plainly."""
    (tmp_path / "file").write_text("a: b", encoding="utf-8")
    told = {}
    for name in ("none.yaml", ".", "file/a.yaml", "nul\0l", "x" * 5000):
        with pytest.raises(FileError) as caught:
            read_yaml(tmp_path / name)
        (fault,) = caught.value.faults
        told[name] = fault.found
        assert "\0" not in str(fault)
    assert told["none.yaml"] == "no file of this name"
    assert told["."] == "a folder"
    assert told["nul\0l"] == "a name that no file can have"
    assert set(told) == {name for name, found in told.items() if found}


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing permission is said as such, also where whoever runs the tests has every right."""

    def refuse(*_: object, **__: object) -> Any:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.yaml"
    path.write_text("a: b", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileError) as caught:
        read_yaml(path)
    assert caught.value.faults == (
        Fault(str(path), "a file that you may not read", "a file that can be read"),
    )


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("Yes", ["yes", "no"], "yes"),
        ("TRUE", ["yes", "no"], "yes"),
        ("y", ["yes", "no"], "yes"),
        ("Off", ["yes", "no"], "no"),
        ("true", ["given", "refused"], None),
        ("Not-Sure", ["yes", "not-sure"], "not-sure"),
        ("profesional", ["professional", "person"], "professional"),
        ("Jane Smith", ["professional", "person"], None),
        ("yes", [], None),
        ("", ["yes"], None),
    ],
)
def test_the_nearest_word_is_offered(word: str, known: list[str], meant: str | None) -> None:
    """Slips of the keyboard, other letters, and the ways of other programs to say yes and no."""
    assert nearest(word, known) == meant


def test_a_route_reads_as_a_person_would_write_it() -> None:
    """Keys by full stops, indexes in brackets."""
    assert spell_route(("questions", 2, "options", 0, "id")) == "questions[2].options[0].id"
    assert spell_route(()) == ""


def test_a_place_that_is_not_there_is_told_by_the_nearest_around_it() -> None:
    """A missing key is missing where its group begins."""
    document = parse_yaml(b"rules:\n  - id: one\n", "a.yaml")
    fault = document.fault(("rules", 0, "source", 3), "nothing", "the key source")
    assert (fault.line, fault.column, fault.path) == (2, 5, "rules[0].source[3]")
    assert Document("a.yaml", {}, {}).fault((), "x", "y").line is None


yamlish = st.lists(
    st.sampled_from(
        [*"abc:-[]{}#&*!|>'\"%@`,?\t \n", "\n  ", "- ", ": ", "<<: ", "---\n", "\u2028"]
    )
).map(lambda parts: "".join(parts).encode())


@given(st.binary() | st.text().map(str.encode) | yamlish)
@example(b"%TAG ! x\n---\n!a b")
@example("\ufeff\ufeffa: b".encode())
@example(b'a: "\\ud83d"')
@example("a\x85b: c\u2029d: e".encode())
@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
def test_whatever_the_bytes_there_is_a_document_or_a_list_of_faults(
    parser: str, content: bytes
) -> None:
    """No other exception leaves the reader, and every fault has its place in the file."""
    before = yaml_text._Parser
    try:
        yaml_text._Parser = getattr(yaml, parser, yaml.SafeLoader)
        assert_document_or_faults(content)
    finally:
        yaml_text._Parser = before


PACK = {path.name: path.read_bytes() for path in shipped_rules().glob("*.yaml")}


@given(st.data())
def test_a_pack_file_changed_anywhere_is_a_document_or_a_list_of_faults(
    data: st.DataObject,
) -> None:
    """A slice cut out, doubled or overwritten never leads to another exception."""
    content = PACK[data.draw(st.sampled_from(["pack.yaml", "outcomes.yaml", "record.yaml"]))]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(start + 40, len(content))))
    put = data.draw(st.binary(max_size=4) | yamlish)
    assert_document_or_faults(content[:start] + put + content[end:])


def assert_document_or_faults(content: bytes) -> None:
    """Read it, and look whether what comes of it is as promised."""
    faults: tuple[Fault, ...] = ()
    places: object = ()
    try:
        places = parse_yaml(content, "a.yaml").places[()]
    except FileError as error:
        faults = error.faults
    lines = len(content.decode("utf-8", "replace").splitlines()) + 1
    assert bool(places) != bool(faults)
    assert all(1 <= (fault.line or 0) <= lines and (fault.column or 0) > 0 for fault in faults)
