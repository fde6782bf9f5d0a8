"""The schemas let through what our readers read, and refuse what they refuse as far as they can."""

import re
import shutil
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from infoshare_cli.core.contacts import find_area
from infoshare_cli.errors import FileError
from infoshare_cli.files.load_answers import load_answers
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.locations import shipped_contacts, shipped_rules
from infoshare_cli.files.schemas.editor_schemas import (
    SCHEMAS,
    load_schemas,
    schema_text,
    write_schemas,
)
from tests.editor import as_an_editor_reads, complaints
from tests.files.pack_slips import HERE, SLIPS
from tests.files.small_pack import SMALL_PACK, write_pack
from tests.shipped import shipped_pack

TOP = Path(__file__).parents[3]
COMMITTED = TOP / "rules" / "schema"
BROKEN = TOP / "tests" / "broken"
SHIPPED_FILES = [*sorted(shipped_rules().rglob("*.yaml")), shipped_contacts()]


@cache
def shipped_schemas() -> dict[str, dict[str, Any]]:
    """The schemas of the shipped pack and contacts."""
    return load_schemas(shipped_rules(), shipped_contacts())


@pytest.fixture(scope="module")
def small_schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The schemas of the small pack."""
    return load_schemas(write_pack(tmp_path_factory.mktemp("small")), shipped_contacts())


def schema_of(path: Path) -> str:
    """The name of the schema that a file of a pack has."""
    return path.parent.name if path.parent.name in {"topics", "cases"} else path.stem


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one(name: str) -> None:
    """They keep to draft 2020-12, and each stands by itself: it refers to nothing outside it."""
    schema = shipped_schemas()[name]
    Draft202012Validator.check_schema(schema)
    text = schema_text(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert text.count('"$ref"') == text.count('"$ref": "#/$defs/')


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schemas_are_those_that_the_command_writes(name: str) -> None:
    """Remake them: infoshare rules schema --output rules/schema."""
    committed = (COMMITTED / f"{name}.schema.json").read_bytes()
    assert committed == schema_text(shipped_schemas()[name]).encode("utf-8")


def test_no_schema_is_committed_that_the_command_does_not_write() -> None:
    """What is there, is in use."""
    assert {path.name for path in COMMITTED.iterdir()} == {f"{n}.schema.json" for n in SCHEMAS}


@pytest.mark.parametrize("path", SHIPPED_FILES, ids=lambda path: path.name)
def test_each_shipped_file_names_its_schema_and_keeps_to_it(path: Path) -> None:
    """Its first line is the one that editors read, and leads to the schema."""
    text = path.read_text(encoding="utf-8")
    mark, _, target = text.partition("\n")[0].partition("$schema=")
    assert mark == "# yaml-language-server: "
    assert (path.parent / target).resolve() == COMMITTED / f"{schema_of(path)}.schema.json"
    assert complaints(shipped_schemas()[schema_of(path)], text) == []


def test_the_example_of_an_overlay_keeps_to_its_schemas() -> None:
    """Files of a pack that builds on another are held to the words of both."""
    folder = TOP / "rules" / "examples" / "school-trust"
    schemas = load_schemas(folder, shipped_contacts())
    for path in sorted(folder.rglob("*.yaml")):
        assert complaints(schemas[schema_of(path)], path.read_text(encoding="utf-8")) == [], path


# What only the whole file, or another one, can tell.
BEYOND_A_SCHEMA = {
    "action-id-again-in-another-list",
    "alone-that-is-no-option",
    "brace-by-itself",
    "choice-named-as-a-question",
    "choice-on-itself",
    "fact-and-choice-in-a-circle",
    "fact-on-itself",
    "facts-in-a-circle",
    "field-that-is-not-said",
    "field-without-words-for-none",
    "notice-on-a-topic-that-is-not-there",
    "option-id-again",
    "row-id-again-in-another-choice",
    "rule-id-again",
    "saying-id-again",
}


@pytest.mark.parametrize("name", sorted(SLIPS.keys() - BEYOND_A_SCHEMA))
def test_a_slip_that_the_reader_tells_is_told_by_the_editor(
    small_schemas: dict[str, dict[str, Any]], name: str
) -> None:
    """The slips that the reader of packs is tested with, all but those beyond a schema."""
    slip = SLIPS[name]
    schema = small_schemas[slip.file.removesuffix(".yaml")]
    assert complaints(schema, SMALL_PACK[slip.file]) == []
    assert complaints(schema, slip.text().replace(HERE, ""))


def edited(right: str, wrong: str, file: str) -> str:
    """A file of the shipped pack with a slip in it."""
    text = (shipped_rules() / file).read_text(encoding="utf-8")
    assert right in text
    return text.replace(right, wrong, 1)


SHIPPED_SLIPS = {
    "wrong-option": ("decision.yaml", "recipient: not-sure", "recipient: notsure"),
    "true-for-yes": ("decision.yaml", "- immediate_danger: yes", "- immediate_danger: true"),
    "unknown-outcome": ("decision.yaml", "outcome: seek-advice", "outcome: seek-advise"),
    "missing-key": ("decision.yaml", "    says: ", "    # says: "),
    "unknown-key": ("decision.yaml", "    because: ", "    becuase: "),
    "number-where-a-list": ("decision.yaml", "source: [p9.", "source: 9 # "),
    "empty-value": ("decision.yaml", "    says: ", "    says: # "),
    "blank-text": ("decision.yaml", "    says: ", '    says: " " # '),
    "unknown-fact": ("decision.yaml", "- fact: serious", "- fact: serios"),
    "plain-option-of-many": ("decision.yaml", "concern: {has_any: [", "concern: [{x: ["),
    "lacks-in-a-rule": ("decision.yaml", "{has_any:", "{lacks:"),
    "citation-in-words": ("decision.yaml", "source: [p9.", "source: [page 9, p9."),
    "unknown-adviser": ("decision.yaml", "advice_from: [", "advice_from: [teacher, "),
    "remove-without-a-pack-below": ("decision.yaml", "\nfacts:", "\nremove: {facts: [x]}\nfacts:"),
    "before-without-a-pack-below": ("decision.yaml", "    says: ", "    before: x\n    says: "),
    "role-of-nobody": ("outcomes.yaml", "contacts: [", "contacts: [mash, "),
    "word-of-no-status": ("since.yaml", "text: confirmed", "text: sure"),
    "unknown-field": ("record.yaml", "- id: case_ref", "- id: case_no"),
}  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("name", SHIPPED_SLIPS)
def test_a_slip_in_the_shipped_pack_is_told_by_both(name: str, tmp_path: Path) -> None:
    """The schema refuses it, and so does the reader."""
    file, right, wrong = SHIPPED_SLIPS[name]
    text = edited(right, wrong, file)
    shutil.copytree(shipped_rules(), tmp_path / "pack")
    (tmp_path / "pack" / file).write_text(text, encoding="utf-8", newline="\n")
    with pytest.raises(FileError):
        load_guidance(tmp_path / "pack")
    try:
        told = complaints(shipped_schemas()[Path(file).stem], text)
    except yaml.YAMLError as error:
        told = [str(error)]
    assert told


UPPER_PACK = "extends: ../below\npack: {id: above, version: '1', title: T, guide: G}\n"
NEW_RULE = """\
  - id: new
    when: [{danger: yes}]
    outcome: emergency
    because: B.
    source: [p2]
"""
OLD_RULE = NEW_RULE.replace("new", "agreed")
SOUND_OVERLAYS = {
    "new-rule": ("decision", f"rules:\n{NEW_RULE}    before: agreed\n"),
    "old-rule": ("decision", f"rules:\n{OLD_RULE}"),
    "action-at-the-end": (
        "actions",
        "after:\n  - id: tell\n    when: [{danger: yes}]\n    text: T.\n    source: [p2]\n",
    ),
    "rule-removed": ("decision", "remove: {rules: [agreed]}\n"),
    "other-words": (
        "outcomes",
        "advice_from:\n  - {id: governor, label: a governor, after: line-manager}\n",
    ),
}
WRONG_OVERLAYS = {
    "new-rule-without-a-place": ("decision", f"rules:\n{NEW_RULE}"),
    "before-and-after": ("decision", f"rules:\n{NEW_RULE}    before: agreed\n    after: agreed\n"),
    "beside-nothing": ("decision", f"rules:\n{NEW_RULE}    before: agread\n"),
    "place-of-an-old-rule": ("decision", f"rules:\n{OLD_RULE}    before: otherwise\n"),
    "remove-of-nothing": ("actions", "remove: {with: [lesss]}\n"),
    "remove-of-a-word": ("actions", "remove: {with: less}\n"),
    "remove-of-a-list-elsewhere": ("actions", "remove: {rules: [agreed]}\n"),
    "remove-of-questions": ("questions", "remove: {questions: [consent]}\n"),
    "remove-of-outcomes": ("outcomes", "remove: {outcomes: [emergency]}\n"),
    "remove-twice": ("actions", "remove: {with: [less, less]}\n"),
}


def overlay(folder: Path, files: dict[str, str]) -> Path:
    """A pack of these files that builds on the small one."""
    (folder / "below").mkdir()
    write_pack(folder / "below")
    above = folder / "above"
    above.mkdir()
    for name, text in {"pack": UPPER_PACK, **files}.items():
        (above / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
    return above


@pytest.mark.parametrize("name", SOUND_OVERLAYS)
def test_what_an_overlay_may_say(name: str, tmp_path: Path) -> None:
    """Entries that are replaced, added and removed: both the reader and the schema take them."""
    file, text = SOUND_OVERLAYS[name]
    above = overlay(tmp_path, {file: text})
    schemas = load_schemas(above, shipped_contacts())
    assert complaints(schemas[file], text) == []
    assert complaints(schemas["pack"], UPPER_PACK) == []


@pytest.mark.parametrize("name", WRONG_OVERLAYS)
def test_what_an_overlay_may_not_say(name: str, tmp_path: Path) -> None:
    """Both the reader and the schema refuse it."""
    file, text = WRONG_OVERLAYS[name]
    above = overlay(tmp_path, {})
    schema = load_schemas(above, shipped_contacts())[file]
    (above / f"{file}.yaml").write_text(text, encoding="utf-8", newline="\n")
    with pytest.raises(FileError):
        load_guidance(above)
    assert complaints(schema, text)


# Whether an area is meant, keys that come twice and JSON's numbers are beyond a schema of YAML.
ANSWERS_BEYOND = {
    "ambiguous-area.yaml",
    "answers-twice.yaml",
    "number-in-json.json",
    "question-twice.yaml",
    "unknown-area.yaml",
}
# What entries say of one another, and of what they do not say.
CONTACTS_BEYOND = {
    "area-without-front-door.yaml",
    "check-of-nothing.yaml",
    "check-twice.yaml",
    "emergency-number-for-one-area.yaml",
    "name-of-two-areas.yaml",
    "no-emergency-number.yaml",
    "no-word-on-checking.yaml",
    "repeated-area-id.yaml",
    "repeated-contact-id.yaml",
    "shared-name-claimed.yaml",
    "withdrawn-address-offered.yaml",
}
REFUSED = [
    *(("answers", p) for p in (BROKEN / "answers").iterdir() if p.name not in ANSWERS_BEYOND),
    *(("contacts", p) for p in (BROKEN / "contacts").iterdir() if p.name not in CONTACTS_BEYOND),
]


@pytest.mark.parametrize(("name", "path"), sorted(REFUSED), ids=lambda value: str(value)[-40:])
def test_broken_answers_and_contacts_are_refused(name: str, path: Path) -> None:
    """Each file that the readers are tested with, but those beyond a schema."""
    text = path.read_text(encoding="utf-8")
    try:
        told = complaints(shipped_schemas()[name], text)
    except yaml.YAMLError as error:
        told = [str(error)]
    assert told


def answers_files() -> list[tuple[str, str]]:
    """Every answers file of the repository, also those that its documents show."""
    found = []
    for path in [TOP / "README.md", *TOP.glob("rules/**/*.md"), *TOP.glob("docs/**/*.md")]:
        blocks = path.read_text(encoding="utf-8").split("```yaml\n")[1:]
        texts = [block.partition("```")[0] for block in blocks]
        found += [(path.name, text) for text in texts if re.search("^answers:$", text, re.M)]
    return found


def test_the_answers_files_of_the_documents_keep_to_the_schema() -> None:
    """What people copy from a page is not marked as wrong by their editor."""
    files = answers_files()
    assert len(files) >= 2
    for name, text in files:
        assert complaints(shipped_schemas()["answers"], text) == [], name


def as_yaml(data: object) -> str:
    """Data as YAML in which nothing stands in quotation marks that need not."""
    match data:
        case dict():
            return "{" + ", ".join(f"{as_yaml(k)}: {as_yaml(v)}" for k, v in data.items()) + "}"
        case list():
            return "[" + ", ".join(map(as_yaml, data)) + "]"
    text = str(data)
    plain = all(letter.isalnum() or letter in "_.-+" for letter in text) and text[0] not in "-"
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# Without null and ~, which an editor cannot tell from a value that is missing: these are refused
# by design, and need quotation marks as texts.
TOKENS = st.sampled_from(
    ["yes", "no", "true", "False", "12", "012", "1e3", "0x1f", "0o17", "3.0", ".5", "2026-11-22",
     "a", "p2", "p6.informed", "given", "emergency", "child", "x y", "one", "many", "Yes: no"]
)  # fmt: skip


def scalars(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The routes to the texts in data."""
    if isinstance(data, dict):
        return [route for key, value in data.items() for route in scalars(value, (*at, key))]
    if isinstance(data, list):
        return [route for i, value in enumerate(data) for route in scalars(value, (*at, i))]
    return [at]


def read_plainly(text: str) -> Any:
    """YAML as text, lists and mappings."""
    return deepcopy(_read_plainly(text))


@cache
def _read_plainly(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506


def replaced(data: Any, old: str, new: str) -> Any:
    """Data with a text replaced wherever it stands, as value or as key."""
    if isinstance(data, dict):
        return {new if k == old else k: replaced(v, old, new) for k, v in data.items()}
    if isinstance(data, list):
        return [replaced(each, old, new) for each in data]
    return new if data == old else data


@st.composite
def changed_packs(draw: st.DrawFn) -> dict[str, str]:
    """The small pack with some changes: another text here or everywhere, a part gone or listed."""
    pack = {name: read_plainly(text) for name, text in SMALL_PACK.items()}
    for _ in range(draw(st.integers(1, 2))):
        file = draw(st.sampled_from(sorted(pack)))
        *way, last = draw(st.sampled_from(scalars(pack[file])))
        part = pack[file]
        for step in way:
            part = part[step]
        match draw(st.sampled_from(["everywhere", "everywhere", "here", "gone", "listed"])):
            case "here":
                part[last] = draw(TOKENS)
            case "everywhere":
                old, new = part[last], draw(TOKENS)
                pack = {name: replaced(data, old, new) for name, data in pack.items()}
            case "listed":
                part[last] = [part[last]]
            case _ if len(part) > 1:
                del part[last]
    return {name: as_yaml(data) + "\n" for name, data in pack.items()}


@pytest.mark.thorough
@settings(max_examples=80, suppress_health_check=list(HealthCheck))
@given(changed_packs())
def test_what_the_reader_takes_the_schema_takes(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]
) -> None:
    """However a pack is changed: where it can be read, an editor finds nothing wrong with it."""
    folder = write_pack(tmp_path_factory.mktemp("changed"), files)
    try:
        load_guidance(folder)
    except FileError:
        return
    schemas = load_schemas(folder, shipped_contacts())
    for name, text in files.items():
        assert complaints(schemas[name.removesuffix(".yaml")], text) == [], text


@pytest.mark.thorough
@pytest.mark.parametrize("word", ["12", "012", "1e3", "0x1f", "0o17", "true", "false", "yes"])
def test_an_id_that_looks_like_something_else_is_still_a_word(tmp_path: Path, word: str) -> None:
    """An option, a question, a fact or an outcome of this name can be declared and named."""
    for old in ("given", "danger", "serious", "emergency", "line-manager", "child"):
        folder = tmp_path / old
        folder.mkdir()
        pack = {name: read_plainly(text) for name, text in SMALL_PACK.items()}
        files = {name: as_yaml(replaced(data, old, word)) + "\n" for name, data in pack.items()}
        schemas = load_schemas(write_pack(folder, files), shipped_contacts())
        for name, text in files.items():
            assert complaints(schemas[name.removesuffix(".yaml")], text) == [], (old, name)


WORDS = st.sampled_from(
    ["yes", "no", "not-sure", "none", "child-welfare", "other", "true", "12", "case 12", "luton",
     "Lutton", "2026-11-22", "22.11.2026", "share", "shar", "under-12"]
)  # fmt: skip
QUESTION = st.sampled_from([*shipped_pack().question_by_id, "no_question"])
ANSWERS = st.dictionaries(QUESTION, WORDS | st.lists(WORDS, max_size=3), max_size=3)
FIELDS = st.sampled_from(["case_ref", "area", "decision", "review_on", "reason", "name"])
RECORD = st.dictionaries(FIELDS, WORDS, max_size=3)


@pytest.mark.thorough
@settings(max_examples=300)
@given(st.fixed_dictionaries({}, optional={"answers": ANSWERS, "record": RECORD}))
def test_answers_that_can_be_read_are_taken_and_others_told(data: dict[str, Any]) -> None:
    """The schema of answers files and the reader agree, but for how an area may be spelled."""
    directory = load_contacts(shipped_contacts())
    text = as_yaml(data)

    def read() -> bool:
        try:
            load_answers(
                Path("-"), text.encode, shipped_pack(), lambda said: find_area(directory, said).id
            )
        except FileError:
            return False
        return True

    told = complaints(shipped_schemas()["answers"], text)
    if read():
        assert told == []
    elif "area" not in data.get("record", {}):
        assert told


def test_files_are_written_in_place_of_older_ones(tmp_path: Path) -> None:
    """One file a schema, UTF-8 with line feeds; the folder is made where it is not there."""
    schemas = {"answers": shipped_schemas()["answers"]}
    folder = tmp_path / "new" / "schema"
    for _ in range(2):
        [path] = write_schemas(schemas, folder)
    assert path == folder / "answers.schema.json"
    assert path.read_bytes() == schema_text(schemas["answers"]).encode("utf-8")
    assert b"\r" not in path.read_bytes()


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file where the folder should be."""
    (tmp_path / "schema").write_text("x", encoding="utf-8")
    with pytest.raises(FileError, match="cannot be written"):
        write_schemas({"answers": {}}, tmp_path / "schema")


def test_an_editor_reads_yaml_as_1_2() -> None:
    """What the tests hold the schemas against: yes is a text, true and 12 are none."""
    text = "{a: yes, b: true, c: 12, d: 012, e: 1e3, f: '12', g: 2026-11-22, h: , i: ~, j: .5}"
    assert as_an_editor_reads(text) == {
        "a": "yes", "b": True, "c": 12, "d": 12, "e": 1000.0, "f": "12", "g": "2026-11-22",
        "h": None, "i": None, "j": 0.5,
    }  # fmt: skip
