"""Conditions are read as they are written, and a slip in one is told where it stands."""

import pytest

from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    HasAll,
    HasAny,
    Holds,
    IsOneOf,
    Lacks,
)
from infoshare_cli.errors import Fault
from infoshare_cli.files.read_conditions import ConditionReader, Words
from infoshare_cli.files.strict_yaml import parse_yaml

WORDS = Words(
    one={"recipient": ("agency", "family", "not-sure"), "danger": ("yes", "no"), "hollow": ()},
    many={"concern": ("serious-harm", "welfare", "none"), "empty": ()},
    unclear=("vague",),
    facts={"serious": False, "confidential": True},
    choices={"weigh": ("share", "not-share"), "broken": ()},
    outcomes=("emergency", "share"),
)
NO_WORDS = Words({}, {}, (), {}, {}, ())


def read(
    text: str, *, after: bool = False, words: Words = WORDS
) -> tuple[Condition | None, list[Fault]]:
    """What a condition comes to, and its faults; its first line is line 2."""
    document = parse_yaml(f"when:\n{text}\n".encode(), "a.yaml")
    faults: list[Fault] = []
    assert isinstance(document.data, dict)
    reader = ConditionReader(document, words, faults, after)
    return reader.read(document.data["when"], ("when",)), faults


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("- danger: yes", IsOneOf("danger", ("yes",))),
        ("- recipient: [family, agency]", IsOneOf("recipient", ("family", "agency"))),
        ("- concern: {has_any: [none, welfare]}", HasAny("concern", ("none", "welfare"))),
        ("- concern: {has_any: none}", HasAny("concern", ("none",))),
        ("- concern: {has_all: [none, welfare]}", HasAll("concern", ("none", "welfare"))),
        ("- weigh: share", Comes("weigh", ("share",))),
        ("- fact: serious", Holds("serious")),
        ("- not: confidential", Fails("confidential")),
        ("- fact: serious\n- danger: no", All((Holds("serious"), IsOneOf("danger", ("no",))))),
        (
            "- any: [{fact: serious}, {danger: no}]",
            Any((Holds("serious"), IsOneOf("danger", ("no",)))),
        ),
        ("- any: [{fact: serious}]", Holds("serious")),
        (
            "- any:\n    - danger: yes\n    - all: [{fact: serious}, {not: confidential}]",
            Any((IsOneOf("danger", ("yes",)), All((Holds("serious"), Fails("confidential"))))),
        ),
    ],
)
def test_each_kind_of_line_is_read(text: str, condition: Condition) -> None:
    """Lines one below the other must all hold; the order is kept, as it is the asking order."""
    assert read(text) == (condition, [])


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("- outcome: [emergency, share]", IsOneOf("outcome", ("emergency", "share"))),
        ("- concern: {lacks: [none]}", Lacks("concern", ("none",))),
    ],
)
def test_what_only_actions_may_say(text: str, condition: Condition) -> None:
    """The outcome, and what is lacking: in a rule they would turn not known into no."""
    assert read(text, after=True) == (condition, [])
    assert read(text)[0] is None


LINES = "a list of at least one line, each beginning with '- '"
TESTS = "{has_any: [...]} or {has_all: [...]}, as concern takes many answers"
FACTS = "a named fact: serious, confidential"
SUBJECT = "a question, a choice, fact, not, any or all"

TABLE: list[tuple[str, tuple[int, int], str, str, str, str | None]] = [
    ("  []", (1, 1), "when", "an empty list", LINES, None),
    ("  danger: yes", (1, 1), "when", "keys with values", LINES, None),
    ("  serious", (1, 1), "when", "'serious'", LINES, None),
    ("- danger", (2, 3), "when[0]", "'danger'", "and its test", None),
    ("- [danger]", (2, 3), "when[0]", "a list", "and its test", None),
    ("- {}", (2, 3), "when[0]", "empty braces", "and its test", None),
    ("- danger: yes\n  weigh: share", (2, 3), "when[0]", "2 tests in one line", "each on", None),
    ("- any: []", (2, 3), "when[0].any", "an empty list", LINES, None),
    ("- all: []", (2, 3), "when[0].all", "an empty list", LINES, None),
    ("- any: {danger: yes}", (2, 3), "when[0].any", "keys with values", LINES, None),
    ("- any: [{all: []}]", (2, 10), "when[0].any[0].all", "an empty list", LINES, None),
    ("- dangr: yes", (2, 3), "when[0].dangr", "'dangr'", SUBJECT, "danger"),
    ("- anny: [{danger: yes}]", (2, 3), "when[0].anny", "'anny'", SUBJECT, "any"),
    ("- serious: yes", (2, 3), "when[0].serious", "'serious', which is a fact", "fact: s", None),
    ("- danger: Yes", (2, 3), "when[0].danger", "'Yes'", "one of yes, no", "yes"),
    ("- danger: true", (2, 3), "when[0].danger", "'true'", "one of yes, no", "yes"),
    ("- danger: [yes, n]", (2, 17), "when[0].danger[1]", "'n'", "one of yes, no", "no"),
    ("- danger: [yes, yes]", (2, 17), "when[0].danger[1]", "'yes' again", "once", None),
    ("- danger: []", (2, 3), "when[0].danger", "an empty list", "one of yes, no", None),
    ("- danger: [[yes]]", (2, 12), "when[0].danger[0]", "a list", "one of yes, no", None),
    ("- danger: {has_any: [yes]}", (2, 3), "when[0].danger", "keys with values", "yes, no", None),
    ("- weigh: shar", (2, 3), "when[0].weigh", "'shar'", "one of share, not-share", "share"),
    ("- weigh: {a: b}", (2, 3), "when[0].weigh", "keys with values", "share, not-share", None),
    ("- concern: none", (2, 3), "when[0].concern", "'none'", TESTS, None),
    ("- concern: [none]", (2, 3), "when[0].concern", "a list", TESTS, None),
    ("- concern: {}", (2, 3), "when[0].concern", "empty braces", TESTS, None),
    ("- concern: {has_any: [none], has_all: [none]}", (2, 3), "when[0].concern", "k", TESTS, None),
    ("- concern: {hasany: [none]}", (2, 13), "when[0].concern.hasany", "'h", TESTS, "has_any"),
    ("- concern: {lacks: [none]}", (2, 13), "when[0].concern.lacks", "'lacks'", TESTS, None),
    ("- concern: {has_any: []}", (2, 13), "when[0].concern.has_any", "an empty", "one of", None),
    ("- concern: {has_all: [nona]}", (2, 23), "when[0].concern.has_all[0]", "", "one", "none"),
    ("- fact: seriouz", (2, 3), "when[0].fact", "'seriouz'", FACTS, "serious"),
    ("- fact: [serious]", (2, 3), "when[0].fact", "a list", FACTS, None),
    ("- not: weigh", (2, 3), "when[0].not", "'weigh'", FACTS, None),
    ("- not: serious", (2, 3), "when[0].not", "not serious, a fact", "not_sure_counts_as", None),
    ("- outcome: share", (2, 3), "when[0].outcome", "'outcome'", "no outcome yet", None),
]


@pytest.mark.parametrize("row", TABLE, ids=[row[0].strip() for row in TABLE])
def test_a_wrong_line_says_what_is_wrong_and_where(
    row: tuple[str, tuple[int, int], str, str, str, str | None],
) -> None:
    """One slip is one fault, with what may stand there; the condition is not made up."""
    text, place, path, found, expected, suggestion = row
    condition, faults = read(text)
    (fault,) = faults
    assert condition is None
    assert ((fault.line, fault.column), fault.path) == (place, path)
    assert found in fault.found
    assert expected in fault.expected
    assert fault.suggestion == suggestion


def test_a_wrong_outcome_is_told_where_outcomes_may_be_spoken_of() -> None:
    """In actions too a word must be one of the declared ones."""
    _, (fault,) = read("- outcome: [emergency, shar]", after=True)
    assert (fault.found, fault.suggestion) == ("'shar'", "share")


def test_one_wrong_part_spoils_the_whole_condition() -> None:
    """A condition that lost a part would be true too often: it is refused, all faults told."""
    condition, faults = read("- danger: ye\n- fact: serious\n- any: [{fact: x}, {danger: y}]")
    assert condition is None
    assert [fault.path for fault in faults] == [
        "when[0].danger",
        "when[2].any[0].fact",
        "when[2].any[1].danger",
    ]


@pytest.mark.parametrize(
    "text",
    ["- vague: yes", "- hollow: yes", "- empty: {has_any: [x]}", "- broken: x", "- broken: [x]"],
)
def test_words_with_a_fault_of_their_own_are_not_called_unknown(text: str) -> None:
    """The fault is told where the word is declared; here it would only be in the way."""
    assert read(text)[1] == []


@pytest.mark.parametrize("text", ["- danger: yes", "- fact: x", "- not: x", "- outcome: x"])
def test_where_nothing_is_declared_nothing_is_called_unknown(text: str) -> None:
    """A pack that lost a whole file has one fault, not hundreds."""
    assert read(text, words=NO_WORDS, after=True)[1] == []


def test_a_list_that_cannot_be_is_told_even_where_the_words_are_not_known() -> None:
    """What no word could put right is a fault all the same."""
    assert [fault.expected for fault in read("- broken: []")[1]] == ["one or more words"]
