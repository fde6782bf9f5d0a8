"""What a pack says for assurance: read strictly, every slip told, and no part of the digest."""

from pathlib import Path

import pytest

from infoshare_cli.core.assurance.hazards import Control, Hazard, OwnWords
from infoshare_cli.errors import FileError
from infoshare_cli.files import load_assurance
from infoshare_cli.files.load_assurance import FORMS, load_form, load_own_words
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.open_guidance import sources_of
from tests.files.overlay_packs import write_base, write_overlay

FILE = "assurance.yaml"
WHOLE = """\
texts:
  - id: purpose
    text: It is for a test.
hazards:
  - id: wrong
    name: Wrong
    text: It is wrong.
    impact: Harm.
    causes: [A slip.]
    controls:
      - says: It is tested.
        tested_by: [tests/t.py]
    left: [Look.]
"""
MORE = """\
hazards:
  - id: wrong
    name: Wrong here
    text: It is wrong here.
    impact: Harm.
    causes: [A slip.]
  - id: own
    name: Our own
    text: It is ours.
    impact: Harm.
    causes: [We.]
"""
WRONG = Hazard(
    "wrong",
    "Wrong",
    "It is wrong.",
    "Harm.",
    ("A slip.",),
    (Control("It is tested.", tested_by=("tests/t.py",)),),
    ("Look.",),
)


def folder_with(tmp_path: Path, text: str) -> Path:
    """A folder with this file and no more."""
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    return tmp_path


def told(folder: Path) -> list[str]:
    """The faults, each without the folder."""
    with pytest.raises(FileError) as caught:
        load_own_words(folder)
    return [str(fault).replace(f"{folder}/", "") for fault in caught.value.faults]


def test_it_is_read_as_it_is_written(tmp_path: Path) -> None:
    """Texts by their ids, hazards in their order."""
    found = load_own_words(folder_with(tmp_path, WHOLE))
    assert found == OwnWords({"purpose": "It is for a test."}, (WRONG,))


def test_a_pack_need_not_say_anything(tmp_path: Path) -> None:
    """That there is no file is no fault."""
    assert load_own_words(tmp_path) == OwnWords({}, ())


def test_one_list_is_enough(tmp_path: Path) -> None:
    """Hazards without texts, or the other way round."""
    found = load_own_words(folder_with(tmp_path, WHOLE.partition("hazards:")[0]))
    assert (len(found.texts), found.hazards) == (1, ())


SLIPS = {
    "unknown-text": (
        ("id: purpose", "id: porpose"),
        "assurance.yaml:2:5: at texts[0].id: found 'porpose'; expected one of purpose, benefit, "
        "users, not-for, people, special-data, place, before, without-it, basis, made-from. "
        "Did you mean purpose?",
    ),
    "unknown-list": (
        ("texts:", "text:"),
        "assurance.yaml:1:1: at text: found the unknown key text; expected one of texts, hazards. "
        "Did you mean texts?",
    ),
    "no-evidence": (
        ("        tested_by: [tests/t.py]\n", ""),
        "assurance.yaml:11:9: at hazards[0].controls[0]: found a control without evidence; "
        "expected one of proved_by, carried_by, tested_by, told_in, with an entry.",
    ),
    "no-causes": (
        ("[A slip.]", "[]"),
        "assurance.yaml:9:5: at hazards[0].causes: found an empty list; expected at least one "
        "cause.",
    ),
    "no-impact": (
        ("    impact: Harm.\n", ""),
        "assurance.yaml:5:5: at hazards[0].impact: found nothing; expected the key impact.",
    ),
    "odd-id": (
        ("id: wrong", "id: Wrong One"),
        "assurance.yaml:5:5: at hazards[0].id: found 'Wrong One'; expected small letters and "
        "digits, with single hyphens or underscores between.",
    ),
    "mistyped-key": (
        ("tested_by", "testedby"),
        "assurance.yaml:12:9: at hazards[0].controls[0].testedby: found the unknown key testedby; "
        "expected one of says, proved_by, carried_by, tested_by, told_in. Did you mean tested_by?",
    ),
    "no-list": (
        ("texts:\n  - id: purpose\n    text: It is for a test.\n", "texts: none\n"),
        "assurance.yaml:1:1: at texts: found 'none'; expected a list of entries.",
    ),
    "id-again": (
        ("hazards:", "  - id: purpose\n    text: Again.\nhazards:"),
        "assurance.yaml:4:5: at texts[1].id: found 'purpose' again; expected an id of its own.",
    ),
}


@pytest.mark.parametrize(("slip", "expected"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_its_place(
    tmp_path: Path, slip: tuple[str, str], expected: str
) -> None:
    """One slip is one fault."""
    assert slip[0] in WHOLE
    assert told(folder_with(tmp_path, WHOLE.replace(*slip))) == [expected]


def test_what_is_no_mapping_is_told(tmp_path: Path) -> None:
    """And so is YAML that cannot be read."""
    assert told(folder_with(tmp_path, "- one\n")) == [
        "assurance.yaml:1:1: found a list; expected one of texts, hazards."
    ]
    assert len(told(folder_with(tmp_path, "texts: [\n"))) == 1


def test_a_pack_that_builds_on_another_adds_and_rewords(tmp_path: Path) -> None:
    """A hazard of the same id is said anew in its place; a new one comes after the others."""
    write_base(tmp_path, {FILE: WHOLE})
    found = load_own_words(write_overlay(tmp_path, {FILE: MORE}))
    assert [each.name for each in found.hazards] == ["Wrong here", "Our own"]
    assert found.texts == {"purpose": "It is for a test."}


def test_a_pack_that_builds_on_another_removes_no_hazard(tmp_path: Path) -> None:
    """What others have seen can go wrong stays in sight."""
    write_base(tmp_path, {FILE: WHOLE})
    own = write_overlay(tmp_path, {FILE: "remove:\n  hazards: [wrong]\n"})
    (fault,) = told(own)
    assert "hazards to be removed" in fault


def test_the_digest_of_the_rules_does_not_know_of_it(tmp_path: Path) -> None:
    """Nothing of it decides a case; records made before still name the same rules."""
    base = write_base(tmp_path)
    before = load_guidance(base).digest
    folder_with(base, WHOLE)
    assert load_guidance(base).digest == before


@pytest.mark.parametrize("name", FORMS)
def test_each_form_can_be_read(name: str) -> None:
    """It comes with the program, and says what it cannot know."""
    form = load_form(name)
    assert form.title
    assert form.about
    assert form.cannot_know


def test_a_form_that_was_damaged_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, with the place."""
    monkeypatch.setattr(load_assurance, "_FORMS_FOLDER", tmp_path)
    (tmp_path / "hazard-log.yaml").write_text("titel: Hazard log\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"hazard-log\.yaml cannot be used: 4 faults") as caught:
        load_form("hazard-log")
    assert any("Did you mean title?" in str(fault) for fault in caught.value.faults)


def test_the_compiled_form_of_the_rules_does_not_know_of_it() -> None:
    """A hazard that is reworded makes no interview slower."""
    assert (shipped_rules() / FILE).is_file()
    assert FILE not in {path.name for path in sources_of(shipped_rules())}
