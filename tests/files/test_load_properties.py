"""The properties of a pack: read as they are written, and every slip told with its place."""

from pathlib import Path

import pytest

from infoshare_cli.core.conditions import All, Any, HasAll, HasAny, IsOneOf
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.properties import Property
from infoshare_cli.errors import FileError
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_properties import load_properties
from infoshare_cli.files.locations import shipped_rules

WHOLE = """\
properties:
  - id: safe
    says: Nothing goes to family.
    source: [p3, p3.safety-wellbeing]
    when:
      - recipient: family
    always:
      - outcome: [do-not-share, seek-advice]
      - action: {has_all: [record-decision]}
    never:
      - consent_from: child
      - asked: {has_any: [consent]}
  - id: whole
    says: All of it.
    source: [p3]
    laws: [one-outcome]
"""


def folder_with(tmp_path: Path, text: str) -> Path:
    """A folder with properties and no more."""
    (tmp_path / "properties.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_property_is_read_as_it_is_written(tmp_path: Path, guidance: Guidance) -> None:
    """All lines of `when` and `always` belong together; any line of `never` breaks it."""
    safe, whole = load_properties(folder_with(tmp_path, WHOLE), guidance)

    assert safe == Property(
        "safe",
        "Nothing goes to family.",
        ("p3", "p3.safety-wellbeing"),
        when=IsOneOf("recipient", ("family",)),
        always=All(
            (
                IsOneOf("outcome", ("do-not-share", "seek-advice")),
                HasAll("action", ("record-decision",)),
            )
        ),
        never=Any((IsOneOf("consent_from", ("child",)), HasAny("asked", ("consent",)))),
    )
    assert whole == Property("whole", "All of it.", ("p3",), laws=("one-outcome",))


def test_a_property_of_ones_own_house_needs_no_page(tmp_path: Path, guidance: Guidance) -> None:
    """What the guide does not say cites nothing, and does not pretend to."""
    text = WHOLE.replace("    source: [p3]\n", "")
    assert load_properties(folder_with(tmp_path, text), guidance)[1].source == ()


def test_a_pack_may_promise_nothing(tmp_path: Path, guidance: Guidance) -> None:
    """Then there are no properties, and no fault."""
    assert load_properties(tmp_path, guidance) == ()


def test_the_example_adds_to_what_it_inherits(guidance: Guidance) -> None:
    """What the pack below promises stands first, and all of it."""
    example = shipped_rules().parent / "examples" / "school-trust"
    inherited = load_properties(shipped_rules(), guidance)
    found = load_properties(example, load_guidance(example))

    assert found[: len(inherited)] == inherited
    assert len(found) == len(inherited) + 1


SLIPS = (
    ("id: safe\n", "id: Safe\n", 2, "'Safe'", "small letters", None),
    ("id: whole", "id: safe", 13, "'safe' again", "an id of its own", None),
    ("    says: All of it.\n", "", 13, "nothing", "the key says", None),
    ("    source: [p3]\n", "    source: []\n", 15, "an empty list", "at least one citation", None),
    ("source: [p3]", "source: [page-3]", 15, "'page-3'", "a page or statement", None),
    ("    laws: [one-outcome]\n", "", 13, "neither always nor never", "what holds", None),
    ("one-outcome", "one-outcom", 16, "'one-outcom'", "one of one-outcome", "one-outcome"),
    ("    laws:", "    lawss:", 16, "the unknown key lawss", "one of", "laws"),
    ("recipient: family", "recipient: familly", 6, "'familly'", "one of", "family"),
    ("recipient: family", "recipent: family", 6, "'recipent'", "a question", "recipient"),
    ("[do-not-share,", "[do-not-shar,", 8, "'do-not-shar'", "one of", "do-not-share"),
    ("record-decision", "record-decison", 9, "'record-decison'", "one of", "record-decision"),
    ("consent_from: child", "consent_from: nobody-yet", 11, "'nobody-yet'", "one of", None),
    ("{has_any: [consent]}", "consent", 12, "'consent'", "{has_any: [...]}", None),
    ("properties:\n", "propertys:\n", 1, "propertys", "the key properties", None),
)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_where_it_stands(
    slip: tuple[str, str, int, str, str, str | None], tmp_path: Path, guidance: Guidance
) -> None:
    """One fault for one slip: its line, what stands there, what should, and what may be meant."""
    old, new, line, found, expected, hint = slip
    with pytest.raises(FileError) as caught:
        load_properties(folder_with(tmp_path, _last_replaced(old, new)), guidance)

    first = caught.value.faults[0]
    assert (first.line, first.suggestion) == (line, hint)
    assert found in first.found
    assert expected in first.expected


def _last_replaced(old: str, new: str) -> str:
    before, _, after = WHOLE.rpartition(old)
    return before + new + after


def test_all_slips_are_told_at_once(tmp_path: Path, guidance: Guidance) -> None:
    """In the order of their lines."""
    text = WHOLE.replace("family", "famly").replace("one-outcome", "none")
    with pytest.raises(FileError) as caught:
        load_properties(folder_with(tmp_path, text), guidance)

    assert [fault.line for fault in caught.value.faults] == [6, 16]


def test_when_alone_says_nothing(tmp_path: Path, guidance: Guidance) -> None:
    """It names cases, and not what is to hold of them."""
    text = WHOLE + "    when:\n      - recipient: family\n"
    with pytest.raises(FileError) as caught:
        load_properties(folder_with(tmp_path, text), guidance)

    assert caught.value.faults[0].found == "when without always or never"
