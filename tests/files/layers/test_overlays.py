"""A pack may build on another: what it says is laid over the rules below, and nothing is lost."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files import locations
from infoshare_cli.files.layers.overlays import chain_of, merged_document
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_topics import load_notices, load_statements, load_topics, topic_ids
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.pack_entries import LISTS
from infoshare_cli.files.strict_yaml import Document, read_yaml
from tests.files.overlay_packs import ON_BASE, write_base, write_overlay
from tests.files.pack_slips import HERE, SLIPS, Slip
from tests.files.small_pack import SMALL_PACK, write_pack

RULE = """\
  - id: more
    {place}
    when:
      - consent: refused
    outcome: do-not-share
    because: They said no.
    source: [p9]
"""
PROPERTY = "  - {id: ID, says: A promise., source: [p9], never: [{outcome: emergency}]}\n"


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for one example of a property."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def faults_of(pack: Path) -> tuple[Fault, ...]:
    """What is wrong with a pack; something is."""
    with pytest.raises(FileError) as caught:
        load_guidance(pack)
    return caught.value.faults


def told(pack: Path, faults: tuple[Fault, ...]) -> list[str]:
    """Each fault as it is told, files seen from the folder that holds all packs."""
    return [
        str(fault).replace(f"{pack.parent}{os.sep}", "").replace(os.sep, "/") for fault in faults
    ]


def renamed(guidance: Guidance) -> Guidance:
    """Rules with the name of the shipped ones, and with what goes by the name."""
    shipped = load_guidance(shipped_rules())
    # What its receipt says is of the pack that was proved, and not of what is built on it.
    as_proved = replace(guidance, proved=shipped.proved, longest=shipped.longest)
    return replace(as_proved, pack=shipped.pack, digest=shipped.digest)


# Which folders a pack is made of.


def test_a_plain_pack_stands_alone(tmp_path: Path) -> None:
    """Without `extends` there is one folder, also where it holds no pack at all."""
    assert chain_of(write_base(tmp_path)) == (tmp_path / "base",)
    assert chain_of(tmp_path) == (tmp_path,)
    assert chain_of(tmp_path / "nowhere") == (tmp_path / "nowhere",)


def test_an_overlay_of_an_overlay_has_three_folders(tmp_path: Path) -> None:
    """The base comes first, the pack itself last; folders are spelled as short as may be."""
    base, own = write_base(tmp_path), write_overlay(tmp_path, {})
    top = write_overlay(tmp_path, {}, "top", "..\\own")
    assert chain_of(top) == (base, own, top)
    assert load_guidance(top) == load_guidance(base)


def test_extends_is_seen_from_the_folder_that_says_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not matter where the program is started."""
    write_base(tmp_path)
    own = write_overlay(tmp_path, {})
    monkeypatch.chdir(own)
    assert chain_of(Path()) == (Path("../base"), Path())
    assert load_guidance(Path()).digest == load_guidance(own).digest


def test_a_pack_that_comes_along_is_named_by_its_id(tmp_path: Path) -> None:
    """Wherever the program lies, the id is enough."""
    own = write_overlay(tmp_path, {}, below="pan-bedfordshire")
    assert chain_of(own) == (shipped_rules(), own)
    assert renamed(load_guidance(own)) == load_guidance(shipped_rules())


def test_an_installed_copy_offers_the_packs_that_it_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is a folder under rules that holds a pack.yaml; examples further down are none."""
    for name in ("small", "examples/trust", "empty"):
        (tmp_path / "rules" / name).mkdir(parents=True)
    write_pack(tmp_path / "rules" / "small")
    write_pack(tmp_path / "rules" / "examples" / "trust")
    monkeypatch.setattr(locations, "_CARRIED", tmp_path)
    assert locations.shipped_packs() == {"small": tmp_path / "rules" / "small"}


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_behind_a_link_the_folder_above_is_the_real_one(tmp_path: Path) -> None:
    """The path is not shortened where that would lead elsewhere."""
    (tmp_path / "real").mkdir()
    base = write_base(tmp_path / "real")
    write_overlay(tmp_path / "real", {})
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real" / "own")
    below, _ = chain_of(link)
    assert below.samefile(base)


LONG = "../" + "x" * 300
NOT_THERE = "expected a folder seen from here, such as ../my-rules, or pan-bedfordshire."


@pytest.mark.parametrize(
    ("extends", "expected"),
    [
        ("../nowhere", f"found '../nowhere', but no folder is there; {NOT_THERE}"),
        ("../own/pack.yaml", f"found '../own/pack.yaml', but no folder is there; {NOT_THERE}"),
        (LONG, f"found a text of 303 characters, but no folder is there; {NOT_THERE}"),
        ("[../base]", f"found a list; {NOT_THERE}"),
        (
            "pan-bedford",
            f"found 'pan-bedford', but no pack of this id comes along; {NOT_THERE} "
            "Did you mean pan-bedfordshire?",
        ),
        (
            "/rules/base",
            f"found '/rules/base', a path of this computer alone; {NOT_THERE}",
        ),
        (
            "C:\\rules",
            f"found 'C:\\rules', a path of this computer alone; {NOT_THERE}",
        ),
        ("..", "found '..', a folder without pack.yaml; expected a pack that can be used."),
        (
            "../own",
            "found '../own', which is this pack or builds on it; expected a pack that does not "
            "build on this one.",
        ),
    ],
)
def test_a_parent_that_cannot_be_used_is_told_where_it_is_named(
    tmp_path: Path, extends: str, expected: str
) -> None:
    """One fault at `extends`, and nothing that only follows from it."""
    write_base(tmp_path)
    own = write_overlay(tmp_path, {"pack.yaml": f"# Ours.\nextends: {extends}\n"})
    assert told(own, faults_of(own)) == [f"own/pack.yaml:2:1: at extends: {expected}"]
    for load in (load_topics, load_statements, load_notices, topic_ids):
        with pytest.raises(FileError, match="1 fault"):
            load(own)


def test_a_circle_is_told_at_the_last_step_into_it(tmp_path: Path) -> None:
    """Two packs that build on each other are no pack."""
    own = write_overlay(tmp_path, {}, below="../other")
    write_overlay(tmp_path, {}, "other", "../own")
    assert told(own, faults_of(own)) == [
        "other/pack.yaml:1:1: at extends: found '../own', which is this pack or builds on it; "
        "expected a pack that does not build on this one."
    ]


def test_a_parent_with_an_unreadable_pack_file_is_told_with_what_is_wrong_there(
    tmp_path: Path,
) -> None:
    """The person sees both places: where it is named, and where to mend it."""
    write_base(tmp_path, {"pack.yaml": "pack: {id: a}\npack: {id: b}\n"})
    own = write_overlay(tmp_path, {})
    assert told(own, faults_of(own)) == [
        "own/pack.yaml:1:1: at extends: found '../base', a folder with an unusable pack.yaml; "
        "expected a pack that can be used.",
        "base/pack.yaml:2:1: at pack: found the same key as on line 1; expected each key once.",
    ]


# What stays the same.


def test_an_overlay_that_says_nothing_is_the_pack_below(tmp_path: Path) -> None:
    """Its data is the parent's, and so is the digest where it bears the same name."""
    base, own = write_base(tmp_path), write_overlay(tmp_path, {})
    assert load_guidance(own) == load_guidance(base)
    text = ON_BASE.replace("small", "mine")
    other = load_guidance(write_overlay(tmp_path, {"pack.yaml": text}, "other"))
    assert other.pack.id == "mine"
    assert other.digest != load_guidance(base).digest


def _data(name: str) -> dict[str, Any]:
    with folder() as here:
        (here / name).write_text(SMALL_PACK[name], encoding="utf-8")
        data = read_yaml(here / name).data
    assert isinstance(data, dict)
    return data


DATA = {name: _data(name) for name in LISTS}
ENTRIES = [
    (name, key, index)
    for name, lists in LISTS.items()
    for key in lists
    for index in range(len(DATA[name][key]))
]


def _files_of(chosen: set[tuple[str, str, int]]) -> dict[str, str]:
    """Files that hold these entries of the small pack, word for word; YAML takes JSON too."""
    files: dict[str, dict[str, list[Any]]] = {}
    for name, key, index in sorted(chosen):
        files.setdefault(name, {}).setdefault(key, []).append(DATA[name][key][index])
    return {name: json.dumps(data) for name, data in files.items()}


@pytest.mark.thorough
@given(st.sets(st.sampled_from(ENTRIES)))
@example(set(ENTRIES))
def test_what_an_overlay_repeats_word_for_word_changes_nothing(
    chosen: set[tuple[str, str, int]],
) -> None:
    """Any of the parent's entries, in files that hold only some of the lists."""
    with folder() as here:
        base, own = write_base(here), write_overlay(here, _files_of(chosen))
        assert load_guidance(own).digest == load_guidance(base).digest


# Every fault is told in the file where it stands.


KEPT_PATHS = {"questions[1].options[3].id", "questions[2].about[1]", "questions[1].alone[0]"}


@pytest.mark.parametrize("slip", [slip for slip in SLIPS.values() if slip.file != "pack.yaml"])
@pytest.mark.parametrize("place", ["base", "own"])
def test_each_fault_is_told_in_the_very_file(tmp_path: Path, slip: Slip, place: str) -> None:
    """File, line, column and path are those of the parent's file, or of the overlay's."""
    wrong = {slip.file: slip.text().replace(HERE, "", 1)}
    write_base(tmp_path, wrong if place == "base" else None)
    own = write_overlay(tmp_path, wrong if place == "own" else {})
    if place == "own" and slip.found == "nothing" and "." not in slip.path:
        # A list that an overlay leaves out is the parent's.
        load_guidance(own)
        return
    faults = faults_of(own)
    line, column = slip.place()
    wanted = (str(tmp_path / place / slip.file), line, column, slip.path)
    found = [(each.file, each.line, each.column, each.path) for each in faults]
    if slip.path in KEPT_PATHS and place == "own":
        # Told as a change of what must stay, at the key that holds it.
        assert [(file, slip.path.startswith(path)) for file, _, _, path in found] == [
            (wanted[0], True)
        ]
    else:
        assert wanted in found
        assert place == "own" or len(faults) == 1


def test_a_wrong_key_below_is_told_below(tmp_path: Path) -> None:
    """Also where the overlay has a file of that name."""
    base = write_base(tmp_path, {"record.yaml": SMALL_PACK["record.yaml"] + "rules: []\n"})
    own = write_overlay(tmp_path, {"record.yaml": "remove:\n  fields: [reason]\n"})
    (fault,) = faults_of(own)
    assert (fault.file, fault.line, fault.path) == (str(base / "record.yaml"), 13, "rules")


def test_a_file_that_the_rules_below_have_is_no_stray_one(tmp_path: Path) -> None:
    """What else lies in their folder may lie in the overlay's too."""
    write_base(tmp_path, {"notes.yaml": "a: b\n"})
    load_guidance(write_overlay(tmp_path, {"notes.yaml": "a: c\n"}))


def test_a_path_of_this_computer_alone_is_refused_although_a_pack_is_there(
    tmp_path: Path,
) -> None:
    """The overlay would be another pack, or none, on the next person's computer."""
    base = write_base(tmp_path)
    (fault,) = faults_of(write_overlay(tmp_path, {}, below=str(base.resolve())))
    assert fault.path == "extends"


def test_an_id_used_twice_in_two_files_names_both(tmp_path: Path) -> None:
    """An action that moves to another list while the old one stays is there twice."""
    write_base(tmp_path)
    action = "after:\n  - {id: ring, when: [{outcome: emergency}], text: Ring., source: [p2]}\n"
    own = write_overlay(tmp_path, {"actions.yaml": action})
    (fault,) = faults_of(own)
    assert (fault.file, fault.line) == (str(own / "actions.yaml"), 2)
    base = tmp_path / "base" / "actions.yaml"
    assert fault.found == f"'ring', which is the id on line 2 of {base} too"


def test_an_action_moves_by_being_removed_from_one_list_and_put_into_another(
    tmp_path: Path,
) -> None:
    """The same id in another list is then no second one."""
    write_base(tmp_path)
    text = """\
remove:
  before: [ring]
before:
  - {id: hold, when: [{outcome: emergency}], text: Hold on., source: [p2]}
after:
  - {id: ring, when: [{outcome: emergency}], text: Ring., source: [p2]}
"""
    guidance = load_guidance(write_overlay(tmp_path, {"actions.yaml": text}))
    actions = [(action.id, action.phase) for action in guidance.actions]
    assert actions == [("hold", "before"), ("less", "with"), ("note", "after"), ("ring", "after")]


def test_a_file_that_cannot_be_read_says_so_and_nothing_else(tmp_path: Path) -> None:
    """Neither below nor above does it make words of other files unknown."""
    write_base(tmp_path, {"questions.yaml": "questions: [\n"})
    own = write_overlay(
        tmp_path,
        {"decision.yaml": "rules: [\n", "questions.yaml": "questions:\n  - {id: new, before: x}\n"},
    )
    assert {(Path(each.file).parent.name, Path(each.file).name) for each in faults_of(own)} == {
        ("base", "questions.yaml"),
        ("own", "decision.yaml"),
    }


# What an overlay may say, and how it is told that it may not.

TABLE: dict[str, tuple[str, str, str]] = {
    # Where a new entry goes.
    "rule-without-place": (
        "decision.yaml",
        "rules:\n" + RULE.replace("    {place}\n", ""),
        "decision.yaml:2:5: at rules[0]: found a new rule without before or after; "
        "expected one of the two, as the first rule that fits decides.",
    ),
    "rule-with-two-places": (
        "decision.yaml",
        "rules:\n" + RULE.format(place="before: agreed\n    after: danger-now"),
        "decision.yaml:2:5: at rules[0]: found both before and after; expected one of the two.",
    ),
    "rule-beside-nothing": (
        "decision.yaml",
        "rules:\n" + RULE.format(place="before: agred"),
        "decision.yaml:3:5: at rules[0].before: found 'agred'; "
        "expected the id of an entry of rules that stays, or of another new one. "
        "Did you mean agreed?",
    ),
    "rule-beside-two": (
        "decision.yaml",
        "rules:\n" + RULE.format(place="before: [agreed, otherwise]"),
        "decision.yaml:3:5: at rules[0].before: found a list; "
        "expected the id of an entry of rules that stays, or of another new one.",
    ),
    "rule-beside-a-removed-one": (
        "decision.yaml",
        "remove:\n  rules: [agreed]\nrules:\n" + RULE.format(place="before: agreed"),
        "decision.yaml:5:5: at rules[0].before: found 'agreed'; "
        "expected the id of an entry of rules that stays, or of another new one.",
    ),
    "rule-beside-itself": (
        "decision.yaml",
        "rules:\n" + RULE.format(place="before: more"),
        "decision.yaml:3:5: at rules[0].before: found entries that wait for each other; "
        "expected the id of an entry of the file that this one builds on, "
        "or of one that stands beside such an entry.",
    ),
    "replaced-and-placed": (
        "decision.yaml",
        "rules:\n" + RULE.format(place="after: agreed").replace("more", "otherwise"),
        "decision.yaml:3:5: at rules[0].after: "
        "found after in an entry that replaces an inherited one; "
        "expected no such key, as it stays in its place.",
    ),
    # What is removed.
    "remove-is-a-list": (
        "decision.yaml",
        "remove: [agreed]\n",
        "decision.yaml:1:1: at remove: found a list; "
        "expected one or more of facts, choices, rules, each with a list of ids.",
    ),
    "remove-from-unknown-list": (
        "decision.yaml",
        "remove:\n  rule: [agreed]\n",
        "decision.yaml:2:3: at remove.rule: found the unknown list rule; "
        "expected one of facts, choices, rules. Did you mean rules?",
    ),
    "remove-one-word": (
        "decision.yaml",
        "remove:\n  rules: agreed\n",
        "decision.yaml:2:3: at remove.rules: found 'agreed'; expected a list of ids.",
    ),
    "remove-nothing": (
        "decision.yaml",
        "remove:\n  rules: []\n",
        "decision.yaml:2:3: at remove.rules: found an empty list; expected a list of ids.",
    ),
    "remove-no-id": (
        "decision.yaml",
        "remove:\n  rules: [[agreed]]\n",
        "decision.yaml:2:11: at remove.rules[0]: found a list; expected an id.",
    ),
    "remove-twice": (
        "record.yaml",
        "remove:\n  fields: [reason, reason]\n",
        "record.yaml:2:20: at remove.fields[1]: found 'reason' again; expected each id once.",
    ),
    "remove-unknown": (
        "decision.yaml",
        "remove:\n  rules: [agree]\n",
        "decision.yaml:2:11: at remove.rules[0]: found 'agree'; "
        "expected an id in the list rules of the file that this one builds on. "
        "Did you mean agreed?",
    ),
    "remove-and-replace": (
        "actions.yaml",
        "remove:\n  before: [ring]\nbefore:\n"
        "  - {id: ring, when: [{outcome: emergency}], text: Ring., source: [p2]}\n",
        "actions.yaml:2:12: at remove.before[0]: found 'ring', which this file replaces too; "
        "expected one of the two.",
    ),
    "remove-question": (
        "questions.yaml",
        "remove:\n  questions: [danger]\n",
        "questions.yaml:2:3: at remove.questions: found questions to be removed; expected "
        "no questions here: those that are inherited stay, and can only be reworded and added to.",
    ),
    "remove-outcome": (
        "outcomes.yaml",
        "remove:\n  outcomes: [emergency]\n",
        "outcomes.yaml:2:3: at remove.outcomes: found outcomes to be removed; expected "
        "no outcomes here: those that are inherited stay, and can only be reworded and added to.",
    ),
    "list-empty": (
        "decision.yaml",
        "rules: []\n",
        "decision.yaml:1:1: at rules: found an empty list; "
        "expected a list with at least one entry, or this key left out.",
    ),
    "no-name-of-its-own": (
        "pack.yaml",
        "extends: ../base\n",
        "pack.yaml:1:1: at pack: found nothing; expected the key pack.",
    ),
    "remove-in-pack": (
        "pack.yaml",
        ON_BASE + "remove:\n  rules: [agreed]\n",
        "pack.yaml:7:1: at remove: found the key remove; "
        "expected this key only in a pack that builds on another, and beside its lists.",
    ),
    "extends-elsewhere": (
        "decision.yaml",
        "extends: ../base\n",
        "decision.yaml:1:1: at extends: found the unknown key extends; "
        "expected one of facts, choices, rules.",
    ),
    "row-with-a-place": (
        "decision.yaml",
        "choices:\n"
        + SMALL_PACK["decision.yaml"]
        .partition("choices:\n")[2]
        .partition("  - id: weigh")[0]
        .replace("      - id: parent-then", "      - before: child-first\n        id: parent-then"),
        "decision.yaml:11:9: at choices[0].rules[1].before: found the unknown key before; "
        "expected one of id, when, value, because, source, advice_from.",
    ),
    "stray-file": (
        "decisions.yaml",
        "rules:\n" + RULE.format(place="before: agreed"),
        "decisions.yaml: found a file that the rules below do not have; "
        "expected one of actions.yaml, assurance.yaml, contacts.yaml, decision.yaml, "
        "outcomes.yaml, pack.yaml, properties.yaml, questions.yaml, record.yaml, sayings.yaml, "
        "since.yaml, statements.yaml. "
        "Did you mean decision.yaml?",
    ),
    "stray-ending": (
        "record.yml",
        "remove:\n  fields: [reason]\n",
        "record.yml: found a file that the rules below do not have; "
        "expected one of actions.yaml, assurance.yaml, contacts.yaml, decision.yaml, "
        "outcomes.yaml, pack.yaml, properties.yaml, questions.yaml, record.yaml, sayings.yaml, "
        "since.yaml, statements.yaml. "
        "Did you mean record.yaml?",
    ),
}


@pytest.mark.parametrize(("name", "text", "expected"), TABLE.values(), ids=TABLE)
def test_what_an_overlay_may_not_say_is_one_fault(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    """It is told where it stands, and the rest is read as if it were right."""
    write_base(tmp_path)
    own = write_overlay(tmp_path, {name: text})
    assert told(own, faults_of(own)) == [f"own/{expected}"]


def _question(name: str, **changes: Any) -> str:
    (old,) = (each for each in DATA["questions.yaml"]["questions"] if each["id"] == name)
    new = {key: value for key, value in {**old, **changes}.items() if value is not None}
    return json.dumps({"questions": [new]})


def _field(about: Sequence[str] | None, **changes: Any) -> str:
    new = {**DATA["record.yaml"]["fields"][1], "about": about, **changes}
    return json.dumps({"fields": [{key: new[key] for key in new if new[key] is not None}]})


def _outcome(**changes: Any) -> str:
    new = {**DATA["outcomes.yaml"]["outcomes"][1], **changes}
    return json.dumps({"outcomes": [{key: new[key] for key in new if new[key] is not None}]})


YES, NO = {"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}


KEPT = [
    (_question("danger", kind="many"), "kind", "kind 'many'", "kind 'one', as inherited"),
    (
        *(_question("danger", options=[NO, YES]), "options", "the options no, yes"),
        "the options yes, no, in this order, as inherited",
    ),
    (
        *(_question("danger", options=[YES]), "options", "the options yes"),
        "the options yes, no, in this order, as inherited",
    ),
    (_question("danger", alone=["no"]), "alone", "alone no", "no alone, as inherited"),
    (_question("concern", alone=None), "alone", "no alone", "alone none, as inherited"),
    (_question("concern", alone=["harm"]), "alone", "alone harm", "alone none, as inherited"),
    (
        *(_question("consent", about=["concern"]), "about", "about concern"),
        "at least about whose_consent, concern, as inherited",
    ),
    (
        *(_outcome(consent_from=None), "consent_from", "no consent_from"),
        "consent_from 'whose_consent', as inherited",
    ),
]


@pytest.mark.parametrize(("text", "key", "found", "expected"), KEPT)
def test_what_answers_mean_cannot_change(
    tmp_path: Path, text: str, key: str, found: str, expected: str
) -> None:
    """Kind, options, what stands alone, what an answer is about, whose consent is asked for.

    Only that is told, and not each condition that would be wrong with it.
    """
    write_base(tmp_path)
    (kind,) = json.loads(text)
    own = write_overlay(tmp_path, {f"{kind}.yaml": text})
    (fault,) = faults_of(own)
    assert (fault.file, fault.line) == (str(own / f"{kind}.yaml"), 1)
    assert (fault.path, fault.found, fault.expected) == (f"{kind}[0].{key}", found, expected)


def test_what_a_field_was_written_about_can_only_grow(tmp_path: Path) -> None:
    """So that nothing below is read of somebody else."""
    record = SMALL_PACK["record.yaml"].replace("ask: Why?", "ask: Why?\n    about: [consent]")
    write_base(tmp_path, {"record.yaml": record})
    more = _field(["outcome", "consent", "decision"], ask="Well?")
    own = load_guidance(write_overlay(tmp_path, {"record.yaml": more}, "more"))
    assert own.record_fields[1].about == ("outcome", "consent", "decision")
    for about, found in ((["outcome"], "about outcome"), (None, "no about")):
        folder = write_overlay(tmp_path, {"record.yaml": _field(about)}, found.replace(" ", "-"))
        (fault,) = faults_of(folder)
        assert (fault.path, fault.found) == ("fields[0].about", found)
        assert fault.expected == "at least about consent, as inherited"


def test_words_of_a_question_and_an_outcome_can_change(tmp_path: Path) -> None:
    """So can what an answer is about, as long as nothing is taken away from it."""
    write_base(tmp_path)
    question = _question("consent", ask="Well?", about=["danger", "concern", "whose_consent"])
    own = write_overlay(
        tmp_path, {"questions.yaml": question, "outcomes.yaml": _outcome(title="Go on.")}
    )
    guidance = load_guidance(own)
    assert list(guidance.question_by_id) == ["danger", "concern", "consent"]
    assert guidance.question_by_id["consent"].ask == "Well?"
    assert [outcome.title for outcome in guidance.outcomes] == [
        "Ring 999.",
        "Go on.",
        "Do not share.",
    ]


def test_a_new_question_comes_last_or_where_it_says(tmp_path: Path) -> None:
    """Only the place of a rule must be said."""
    write_base(tmp_path)
    one = {**DATA["questions.yaml"]["questions"][0], "id": "one"}
    two = {**one, "id": "two", "before": "concern"}
    own = write_overlay(tmp_path, {"questions.yaml": json.dumps({"questions": [one, two]})})
    ids = list(load_guidance(own).question_by_id)
    assert ids == ["danger", "two", "concern", "consent", "one"]


def test_a_choice_is_replaced_whole(tmp_path: Path) -> None:
    """The rows are those of the overlay, no more and no fewer."""
    write_base(tmp_path)
    choice = DATA["decision.yaml"]["choices"][0]
    fewer = {**choice, "rules": choice["rules"][1:]}
    outcomes = "remove:\n  consent_from: [child]\n"
    agreed = {**DATA["decision.yaml"]["rules"][1]}
    agreed["when"] = [{"consent": "given"}, {"whose_consent": "parent"}]
    text = json.dumps({"choices": [fewer], "rules": [agreed]})
    own = write_overlay(tmp_path, {"decision.yaml": text, "outcomes.yaml": outcomes})
    guidance = load_guidance(own)
    assert [row.id for row in guidance.rows_of["whose_consent"]] == ["parent-then"]
    assert [choice.id for choice in guidance.choices] == ["whose_consent", "weigh"]


# Order, by a second way to reach it.

OLD = tuple("abcdefgh")


def _plain_rule(name: str) -> dict[str, Any]:
    return {**DATA["decision.yaml"]["rules"][0], "id": name, "because": f"Because of {name}."}


@st.composite
def changes(draw: st.DrawFn) -> tuple[list[str], list[str], list[tuple[str, str, str]]]:
    """Rules to replace, rules to remove, and new ones with where they go."""
    fate = draw(st.fixed_dictionaries({name: st.sampled_from("kkkrx") for name in OLD}))
    replaced = draw(st.permutations([name for name in OLD if fate[name] == "r"]))
    stay = [name for name in OLD if fate[name] != "x"]
    count = draw(st.integers(0, 6)) if stay else 0
    new = [
        (f"n{index}", draw(st.sampled_from(["before", "after"])), draw(st.sampled_from(stay)))
        for index in range(count)
    ]
    return list(replaced), [name for name in OLD if fate[name] == "x"], new


@pytest.mark.thorough
@given(changes())
def test_the_order_is_that_of_a_person_who_merges_by_hand(
    change: tuple[list[str], list[str], list[tuple[str, str, str]]],
) -> None:
    """Replaced in place, new ones beside, removed ones gone: the digest is that of one file."""
    replaced, removed, new = change
    by_hand: list[dict[str, Any]] = []
    for name in OLD:
        if name not in removed:
            own = (
                {**_plain_rule(name), "because": "Ours."} if name in replaced else _plain_rule(name)
            )
            by_hand += [_plain_rule(n) for n, key, at in new if (key, at) == ("before", name)]
            by_hand += [own]
            by_hand += [_plain_rule(n) for n, key, at in new if (key, at) == ("after", name)]
    if not by_hand:
        return
    rules: list[dict[str, Any]] = [{**_plain_rule(name), "because": "Ours."} for name in replaced]
    rules += [{**_plain_rule(name), key: at} for name, key, at in new]
    overlay: dict[str, Any] = {"rules": rules} if rules else {}
    if removed:
        overlay["remove"] = {"rules": removed}
    below = {**DATA["decision.yaml"], "rules": [_plain_rule(name) for name in OLD]}
    with folder() as here:
        write_base(here, {"decision.yaml": json.dumps(below)})
        files = {"decision.yaml": json.dumps(overlay)} if overlay else {}
        own_pack = write_overlay(here, files)
        hand = here / "hand"
        hand.mkdir()
        write_pack(hand, {"decision.yaml": json.dumps({**below, "rules": by_hand})})
        assert load_guidance(own_pack).digest == load_guidance(hand).digest


def test_new_rules_may_stand_beside_one_another_in_any_order(tmp_path: Path) -> None:
    """What a new entry names may be written further down."""
    write_base(tmp_path)
    places = [("one", "after", "two"), ("two", "before", "otherwise"), ("three", "after", "two")]
    rules = [{**_plain_rule(name), key: at} for name, key, at in places]
    own = write_overlay(tmp_path, {"decision.yaml": json.dumps({"rules": rules})})
    order = [rule.id for rule in load_guidance(own).rules]
    assert order == ["danger-now", "agreed", "two", "one", "three", "otherwise"]


def test_an_entry_that_finds_no_place_is_checked_all_the_same(tmp_path: Path) -> None:
    """One fault about its place does not hide another inside it."""
    write_base(tmp_path)
    rules = [{**_plain_rule("one"), "before": "two"}, {**_plain_rule("two"), "after": "one"}]
    rules[1]["outcome"] = "share"
    own = write_overlay(tmp_path, {"decision.yaml": json.dumps({"rules": rules})})
    found = [(fault.path, fault.found) for fault in faults_of(own)]
    assert sorted(found) == [
        ("rules[0].before", "entries that wait for each other"),
        ("rules[1].after", "entries that wait for each other"),
        ("rules[1].outcome", "'share'"),
    ]


def test_very_many_rules_in_a_row_are_no_trouble(tmp_path: Path) -> None:
    """Each stands after the one before it, thousands deep."""
    write_base(tmp_path)
    names = ["agreed", *(f"n{index}" for index in range(3000))]
    rules = [
        {"id": name, "after": before, "when": [{"danger": "yes"}], "outcome": "emergency"}
        | {"because": "So.", "source": ["p2"]}
        for before, name in pairwise(names)
    ]
    own = write_overlay(tmp_path, {"decision.yaml": json.dumps({"rules": rules})})
    assert [rule.id for rule in load_guidance(own).rules][1:-1] == names


# The files that are read when they are shown.

TOPIC = "id: consent\ntitle: {title}\nlines:\n  - {{text: Ask., source: [p6]}}\n"
STATEMENTS = "statements:\n  - {id: p6.informed, kind: test, says: They know.}\n"


@pytest.fixture
def readable(tmp_path: Path) -> Path:
    """An overlay without files of its own, over a pack with two topics and a statement."""
    base = write_base(tmp_path, {"statements.yaml": STATEMENTS})
    topics = base / "topics"
    topics.mkdir()
    write_text(topics / "01-consent.yaml", TOPIC.format(title="Asking"))
    write_text(topics / "02-foi.yaml", TOPIC.format(title="Freedom").replace("consent", "foi"))
    return write_overlay(tmp_path, {})


def write_text(path: Path, text: str) -> None:
    """Put a text into a file, and its folder there if need be."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_topics_are_inherited_replaced_by_id_and_added(readable: Path) -> None:
    """The number in an overlay's file name says where its topic stands."""
    assert [topic.title for topic in load_topics(readable)] == ["Asking", "Freedom"]
    write_text(readable / "topics" / "03-consent.yaml", TOPIC.format(title="Asking us"))
    write_text(
        readable / "topics" / "00-trust.yaml",
        TOPIC.format(title="The trust").replace("consent", "trust"),
    )
    titles = [topic.title for topic in load_topics(readable)]
    assert titles == ["The trust", "Freedom", "Asking us"]
    assert topic_ids(readable) == ("trust", "foi", "consent")


def test_statements_and_notices_are_laid_over_too(readable: Path) -> None:
    """Entries by id, faults in the file where they stand."""
    write_text(
        readable / "statements.yaml",
        "statements:\n  - {id: p7.weigh, kind: test, says: They weigh., before: p6.informed}\n",
    )
    write_text(
        readable / "since.yaml",
        "remove:\n  notices: [new-duty]\n" + SMALL_PACK["since.yaml"].replace("new-duty", "newer"),
    )
    assert [statement.id for statement in load_statements(readable)] == ["p7.weigh", "p6.informed"]
    assert [notice.id for notice in load_notices(readable)] == ["newer"]
    write_text(readable / "statements.yaml", "statements:\n  - {id: p7, kind: test, says: No.}\n")
    with pytest.raises(FileError) as caught:
        load_statements(readable)
    (fault,) = caught.value.faults
    assert (fault.file, fault.path) == (str(readable / "statements.yaml"), "statements[0].id")


# Properties: inherited ones can be added to, never replaced or removed.


def values(document: Document, key: str) -> list[Any]:
    """What the properties of a document say under a key."""
    data: Any = document.data
    return [each[key] for each in data["properties"]]


def test_a_document_that_is_no_part_of_the_pack_is_laid_over_too(tmp_path: Path) -> None:
    """Inherited properties come first, then the overlay's own."""
    write_base(tmp_path, {"properties.yaml": "properties:\n" + PROPERTY})
    own = write_overlay(
        tmp_path, {"properties.yaml": "properties:\n" + PROPERTY.replace("ID", "B")}
    )
    faults: list[Fault] = []
    document = merged_document(own, "properties.yaml", faults)
    assert values(document, "id") == ["ID", "B"]
    assert not faults
    assert document.fault(("properties", 0), "", "").file == str(tmp_path / "base/properties.yaml")
    assert document.fault(("properties", 1), "", "").file == str(own / "properties.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "properties:\n" + PROPERTY.replace("A promise", "Less"),
            "own/properties.yaml:2:5: at properties[0]: found 'ID', which is inherited; expected "
            "an id of its own, as those that are inherited can only be added to.",
        ),
        (
            "remove:\n  properties: [ID]\n",
            "own/properties.yaml:2:3: at remove.properties: found properties to be removed; "
            "expected no properties here: those that are inherited stay, "
            "and can only be added to.",
        ),
    ],
)
def test_an_inherited_property_can_not_be_weakened(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Neither replaced nor removed: the parent's stays as it is."""
    write_base(tmp_path, {"properties.yaml": "properties:\n" + PROPERTY})
    own = write_overlay(tmp_path, {"properties.yaml": text})
    faults: list[Fault] = []
    document = merged_document(own, "properties.yaml", faults)
    assert values(document, "says") == ["A promise."]
    assert told(own, tuple(faults)) == [expected]


def test_the_shipped_pack_can_be_copied_and_built_on(tmp_path: Path) -> None:
    """A copy beside the overlay does as well as the pack that comes along."""
    shutil.copytree(shipped_rules(), tmp_path / "base")
    own = write_overlay(tmp_path, {})
    assert renamed(load_guidance(own)) == load_guidance(shipped_rules())
    assert load_topics(own) == load_topics(shipped_rules())
