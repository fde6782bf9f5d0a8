"""Answers are taken word for word or not at all, and no fault gives away what was written."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from infoshare_cli.core.contacts import Directory, find_area
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.errors import CallError, Fault, FileError
from infoshare_cli.files.document import MAX_FAULTS
from infoshare_cli.files.given_file import is_date
from infoshare_cli.files.load_answers import AnswersFile, load_answers
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts
from tests.shipped import part_cases, shipped_pack

BROKEN = Path(__file__).parents[1] / "broken" / "answers"
STDIN = Path("-")


@cache
def directory() -> Directory:
    """The shipped contacts."""
    return load_contacts(shipped_contacts())


def area_of(text: str) -> str:
    """The id of the area that a text means."""
    return find_area(directory(), text).id


def unread() -> bytes:
    """Standard input that nobody may read."""
    raise AssertionError


def load(path: Path) -> AnswersFile:
    """The answers file at a path."""
    return load_answers(path, unread, shipped_pack(), area_of)


def load_text(text: str | bytes) -> AnswersFile:
    """What comes of a text on standard input."""
    content = text.encode() if isinstance(text, str) else text
    return load_answers(STDIN, lambda: content, shipped_pack(), area_of)


def faults_of(text: str | bytes) -> tuple[Fault, ...]:
    """What is wrong with a text on standard input; something is."""
    with pytest.raises(FileError) as caught:
        load_text(text)
    assert str(caught.value).startswith("The answers from standard input cannot be used: ")
    return caught.value.faults


YAML = """\
# A made-up case.
answers:
  immediate_danger: no
  concern: child-welfare
  confidential: [in-confidence, private]
record:
  case_ref: 01582
  decision: share
  reason: >-
    It helps.
  area: Central Beds
  review_on: 2026-12-01
"""
READ = AnswersFile(
    {
        "immediate_danger": ("no",),
        "concern": ("child-welfare",),
        "confidential": ("private", "in-confidence"),
    },
    {
        "case_ref": "01582",
        "decision": "share",
        "reason": "It helps.",
        "area": "central-bedfordshire",
        "review_on": "2026-12-01",
    },
)
AS_JSON = json.dumps(
    {"answers": READ.answers, "record": {**(READ.record or {}), "area": "Central Beds"}}
)


def test_answers_and_record_are_read() -> None:
    """One word for a list of one; options in the order of the pack; the area by its id."""
    assert load_text(YAML) == READ


def one_for_lists(text: str) -> str:
    """JSON of answers with a word in place of each list of one."""
    return re.sub(r'\["([^"]*)"\]', r'"\1"', text)


@pytest.mark.parametrize("name", ["a.json", "A.JSON", "a.txt", "a", "a.jsonl"])
def test_json_is_known_by_its_name_or_by_how_it_begins(tmp_path: Path, name: str) -> None:
    """Whatever the file is called, JSON is read as JSON."""
    (tmp_path / name).write_text(one_for_lists(AS_JSON), encoding="utf-8")
    assert load(tmp_path / name) == READ


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.txt", "a"])
def test_yaml_is_what_is_not_json(tmp_path: Path, name: str) -> None:
    """A name says nothing else of a file that is YAML."""
    (tmp_path / name).write_text(YAML, encoding="utf-8")
    assert load(tmp_path / name) == READ


@pytest.mark.parametrize(
    "text",
    [
        "{answers: {immediate_danger: no}}",
        '{"answers": {"immediate_danger": "no"}}',
        ' \r\n{ "answers": {"immediate_danger": "no"}}\n',
        '\ufeff{"answers":\t{"immediate_danger": "no"}}',
    ],
)
def test_standard_input_may_be_yaml_or_json(text: str) -> None:
    """Braces alone do not make JSON; a byte order mark and tabs do no harm to it."""
    assert load_text(text) == AnswersFile({"immediate_danger": ("no",)}, None)


def test_json_with_letters_beyond_the_first_plane_is_read() -> None:
    """Surrogate pairs, which YAML does not know, are whole characters in JSON."""
    text = json.dumps({"record": {"reason": "A \U0001f600"}})
    assert "\\ud83d" in text
    assert load_text(text).record == {"reason": "A \U0001f600"}
    assert load_text("\ufeff" + text).record == {"reason": "A \U0001f600"}


@pytest.mark.parametrize("text", ["{}", "answers: {}", '{"answers": {}}'])
def test_no_answers_yet_are_no_fault(text: str) -> None:
    """Whoever asks what is needed may begin with nothing."""
    assert load_text(text) == AnswersFile({}, None)


def test_a_record_without_answers_is_read() -> None:
    """The answers may be given otherwise."""
    assert load_text("record: {reason: It helps.}") == AnswersFile({}, {"reason": "It helps."})


YES_NO = "one of yes, no"
WORRIES = "one of child-significant-harm"
TABLE: list[tuple[str, tuple[int, int], str, str, str, str | None]] = [
    ("list.yaml", (1, 1), "", "no keys", "the keys answers and record", None),
    ("one-word.yaml", (1, 1), "", "no keys", "the keys answers and record", None),
    ("unknown-key.yaml", (1, 1), "", "'answer'", "the key answers or record", "answers"),
    ("answers-that-are-a-list.yaml", (1, 1), "answers", "no names", "names with their", None),
    ("answers-twice.yaml", (3, 1), "answers", "the same key as on line 1", "once", None),
    ("record-that-is-a-text.yaml", (1, 1), "record", "no names", "names with their", None),
    ("unknown-question.yaml", (2, 3), "answers", "'immediate_dangr'", "the id of a question",
     "immediate_danger"),
    ("unknown-question-with-hyphen.yaml", (2, 3), "answers", "'immediate-danger'", "the id",
     "immediate_danger"),
    ("question-twice.yaml", (4, 3), "answers.immediate_danger", "as on line 2", "once", None),
    ("yes-with-a-capital.yaml", (2, 3), "answers.immediate_danger", "'Yes'", YES_NO, "yes"),
    ("yes-in-capitals.yaml", (2, 3), "answers.immediate_danger", "'YES'", YES_NO, "yes"),
    ("no-with-a-capital.yaml", (2, 3), "answers.immediate_danger", "'No'", YES_NO, "no"),
    ("true.yaml", (2, 3), "answers.immediate_danger", "'true'", YES_NO, "yes"),
    ("true-in-capitals.yaml", (2, 3), "answers.immediate_danger", "'TRUE'", YES_NO, "yes"),
    ("true-in-json.json", (1, 14), "answers.immediate_danger", "true", "quotation", "yes"),
    ("one-letter.yaml", (2, 3), "answers.immediate_danger", "'y'", YES_NO, "yes"),
    ("not-sure-with-a-space.yaml", (2, 3), "answers.recipient", "'not sure'", "one of",
     "not-sure"),
    ("unknown-option.yaml", (2, 3), "answers.consent", "a word that is not known here",
     "one of given, refused, withdrawn, not-asked, cannot-ask", None),
    ("unknown-option-in-a-list.yaml", (2, 28), "answers.concern[1]", "'child-welfair'", WORRIES,
     "child-welfare"),
    ("list-for-a-question-of-one.yaml", (2, 3), "answers.subject", "a list", "not as a list",
     None),
    ("two-for-a-question-of-one.yaml", (2, 3), "answers.subject", "a list", "not as a list",
     None),
    ("repeated-option.yaml", (4, 7), "answers.concern[1]", "an option that stands before it too",
     "each option once", None),
    ("alone-beside-others.yaml", (2, 3), "answers.concern", "cannot stand beside others",
     "none or not-sure by itself, or left out", None),
    ("empty-list.yaml", (2, 3), "answers.concern", "an empty list", "left out", None),
    ("empty-list-for-one.yaml", (2, 3), "answers.subject", "a list", "not as a list", None),
    ("empty-answer.yaml", (2, 3), "answers.subject", "an empty value", "left out", None),
    ("empty-text.yaml", (2, 3), "answers.subject", "an empty value", "left out", None),
    ("null.yaml", (2, 3), "answers.subject", "'null'", "or this part left out", None),
    ("tilde.yaml", (2, 3), "answers.subject", "'~'", "or this part left out", None),
    ("null-in-json.json", (1, 14), "answers.subject", "null", "left out", None),
    ("answer-with-keys.yaml", (2, 3), "answers.concern", "keys with values", WORRIES, None),
    ("answer-of-lists.yaml", (2, 13), "answers.concern[0]", "no word", WORRIES, None),
    ("unknown-field.yaml", (2, 3), "record", "'case_reff'", "a field of the record", "case_ref"),
    ("field-of-an-answer.yaml", (2, 3), "record", "a word that is not known here", "a field",
     None),
    ("field-that-is-a-list.yaml", (2, 3), "record.reason", "no text", "one text", None),
    ("field-that-is-null.yaml", (2, 3), "record.reason", "'null'", "left out", None),
    ("number-in-json.json", (1, 13), "record.case_ref", "a number", "in quotation marks", None),
    ("unknown-decision.yaml", (2, 3), "record.decision", "'Share'", "one of share", "share"),
    ("decision-in-words.yaml", (2, 3), "record.decision", "a word that is not known here",
     "one of share", None),
    ("date-of-this-country.yaml", (2, 3), "record.review_on", "no date", "YYYY-MM-DD", None),
    ("day-that-is-not.yaml", (2, 3), "record.review_on", "no date", "YYYY-MM-DD", None),
    ("date-without-hyphens.yaml", (2, 3), "record.review_on", "no date", "YYYY-MM-DD", None),
    ("ambiguous-area.yaml", (2, 3), "record.area", "or more than one", "one of bedford (", None),
    ("unknown-area.yaml", (2, 3), "record.area", "no area of the guide", "one of bedford (", None),
    ("colon-in-text.yaml", (2, 19), "", "a colon", "quotation marks", None),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_broken_file_says_what_is_wrong_and_where(
    row: tuple[str, tuple[int, int], str, str, str, str | None],
) -> None:
    """One fault in a file is one fault told, and nothing that was written for a person to read."""
    name, place, path, found, expected, suggestion = row
    with pytest.raises(FileError) as caught:
        load(BROKEN / name)
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.column) == (str(BROKEN / name), *place)
    assert (fault.path, fault.suggestion) == (path, suggestion)
    assert found in fault.found
    assert expected in fault.expected
    assert "Ann" not in str(fault)
    assert str(caught.value) == f"{BROKEN / name} cannot be used: 1 fault."


def test_every_broken_file_is_tried() -> None:
    """No fixture lies about unused."""
    assert {file.name for file in BROKEN.iterdir()} == {row[0] for row in TABLE}


def test_all_faults_of_a_file_are_told_at_once() -> None:
    """An unknown question does not hide a wrong date."""
    text = (
        "answer: {}\nanswers:\n  x: y\n  concern: [none, Nobody, none]\n  subject: {a: b}\n"
        "record:\n  decision: no\n  review_on: soon\n  area: Atlantis\n  y: z\n"
    )
    assert [(fault.line, fault.path) for fault in faults_of(text)] == [
        (1, ""),
        (3, "answers"),
        (4, "answers.concern[1]"),
        (4, "answers.concern[2]"),
        (5, "answers.subject"),
        (7, "record.decision"),
        (8, "record.review_on"),
        (9, "record.area"),
        (10, "record"),
    ]


def test_a_file_full_of_faults_is_left_after_a_hundred() -> None:
    """A list of a hundred thousand words takes no longer to refuse than one of a hundred."""
    assert len(faults_of("answers:\n  concern: [" + "x, " * 100_000 + "y]")) == MAX_FAULTS


def test_an_area_that_nobody_explains_is_told_without_its_words() -> None:
    """Whatever the one who knows the areas says of it, the text itself is not repeated."""

    def refuse(text: str) -> str:
        raise CallError(f"{text} is no area")

    with pytest.raises(FileError) as caught:
        load_answers(STDIN, lambda: b"record: {area: Ann}", shipped_pack(), refuse)
    (fault,) = caught.value.faults
    assert fault.expected == "the id of an area"
    assert "Ann" not in str(fault)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The file, and no place in it."""
    with pytest.raises(FileError) as caught:
        load(tmp_path / "none.yaml")
    assert [(fault.found, fault.line) for fault in caught.value.faults] == [
        ("no file of this name", None)
    ]


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"\xff", b"a: \0", b"x" * 1_100_000])
def test_what_is_no_text_or_nothing_is_told(content: bytes) -> None:
    """Standard input may hold anything."""
    assert len(faults_of(content)) == 1


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("2026-11-22", True),
        ("2024-02-29", True),
        ("2026-02-29", False),
        ("20261122", False),
        ("2026-W47-7", False),
        ("2026-11-22T10:00", False),
        ("\u0662\u0660\u0662\u0666-11-22", False),
        ("", False),
    ],
)
def test_only_one_way_to_write_a_day_is_a_date(text: str, whether: bool) -> None:
    """Year, month and day with hyphens, and a day that there is."""
    assert is_date(text) is whether


# What hypothesis looks for.


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(part_cases())
def test_answers_written_as_json_come_back(case: Answers) -> None:
    """Whatever another program answers is what is read, as words, lists, and either in YAML."""
    questions = shipped_pack().question_by_id
    given_as = {
        question: list(options) if questions[question].kind == "many" else options[0]
        for question, options in case.items()
    }
    text = json.dumps({"answers": given_as})
    assert load_text(text) == AnswersFile(case, None)
    shuffled = {
        question: chosen[::-1] if isinstance(chosen, list) else chosen
        for question, chosen in given_as.items()
    }
    assert load_text(json.dumps({"answers": shuffled})) == AnswersFile(case, None)
    assert load_text("# YAML\n" + text) == AnswersFile(case, None)


secrets = st.from_regex(r"Zq[a-z0-9]{6}", fullmatch=True)
shapes = st.sampled_from(
    [
        *("{}", "['{}']", "[[{}]]", "{{k: {}}}", "&a {}", "!t {}", "&{} x", "*{}", "!{} x", "- {}"),
        *("'{}\\0'", "x: {}: y", '"{}', "[{}", "> {}", "@{}", '"\\{}"', "|\n    {}\n   x"),
        *("{}\n  {}", "%{}", "{}: [", "{} #", "? {}"),
    ]
)
names = st.sampled_from([*RECORD_FIELDS, *shipped_pack().question_by_id])
sections = st.sampled_from(["answers", "record", "answer", "other"])


@settings(deadline=None)
@given(secret=secrets, shape=shapes, name=names, section=sections, twice=st.booleans())
@example(secret="Zqaaaaaa", shape="{}", name="area", section="record", twice=False)
def test_no_word_of_a_case_stands_in_a_fault(
    secret: str, shape: str, name: str, section: str, twice: bool
) -> None:
    """Wherever a value stands, and however it is mangled, no fault repeats it."""
    line = f"  {name}: {shape.format(secret, secret)}\n"
    assert_untold(f"{section}:\n{line}{line if twice else ''}", secret)


@settings(deadline=None)
@given(
    secret=secrets, section=sections, inner=st.sampled_from(["yes", "{}: x", "[a]", "{{{}: x}}"])
)
def test_no_name_that_is_not_known_stands_in_a_fault(secret: str, section: str, inner: str) -> None:
    """A line of a free text may look like a key: it is not repeated, nor in a path."""
    value = inner.format(secret)
    assert_untold(f"{section}:\n  {secret}: {value}\n  {secret}: {value}\n", secret)
    assert_untold(f"{secret}: {value}\n", secret)
    assert_untold(f"answers:\n  concern:\n    {secret}: &x {value}\n", secret)


@settings(deadline=None)
@given(secret=st.integers(10**7, 10**12), shape=st.sampled_from(["{}", "[{}]", "-{}.5", "{}e5"]))
def test_no_number_of_a_case_stands_in_a_fault(secret: int, shape: str) -> None:
    """A number without quotation marks may be a case number or a telephone number."""
    number = shape.format(secret)
    for section, name in [("answers", "subject"), ("record", "case_ref"), ("x", "y")]:
        text = f'{{"{section}": {{"{name}": {number}, "{name}": {number}}}}}'
        assert_untold(text, str(secret))


@settings(deadline=None)
@given(st.sampled_from([label.id for label in shipped_pack().decisions]), secrets)
def test_a_known_word_with_more_beside_it_is_not_repeated(word: str, secret: str) -> None:
    """Only a slip of the keyboard is shown; a sentence that begins like a known word is not."""
    faults = faults_of(f"record:\n  decision: {word} {secret}\n")
    assert not any(secret in str(fault) for fault in faults)


def assert_untold(text: str, secret: str) -> None:
    """If a text is refused, what is told of it does not hold the secret."""
    told = ""
    try:
        load_text(text)
    except FileError as error:
        told = f"{error} {error.faults}"
    assert secret not in told
