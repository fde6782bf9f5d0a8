"""Each slip in a pack is one fault, at its place, with what was meant; nothing is half read."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.load_guidance import load_guidance
from tests.files.pack_slips import HERE, SLIPS, Slip
from tests.files.small_pack import SMALL_PACK, write_pack


def faults_of(folder: Path, changed: Mapping[str, str]) -> tuple[Fault, ...]:
    """What is wrong with the small pack after a change; something is."""
    with pytest.raises(FileError) as caught:
        load_guidance(write_pack(folder, changed))
    return caught.value.faults


def test_the_small_pack_is_sound(tmp_path: Path) -> None:
    """What the slips are made in has no fault itself."""
    assert load_guidance(write_pack(tmp_path)).pack.id == "small"


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_fault_where_it_stands(tmp_path: Path, slip: Slip) -> None:
    """File, line, column and path; what was found and expected; the word that was meant."""
    (fault,) = faults_of(tmp_path, {slip.file: slip.text().replace(HERE, "")})
    assert fault.file == str(tmp_path / slip.file)
    assert (fault.line, fault.column) == slip.place()
    assert (fault.path, fault.suggestion) == (slip.path, slip.suggestion)
    assert slip.found in fault.found
    assert slip.expected in fault.expected


def test_every_slip_is_told_if_all_are_made_at_once(tmp_path: Path) -> None:
    """A fault in one entry, or one file, does not hide the faults of the others."""
    made = [
        SLIPS[name]
        for name in (
            *("kind-unknown", "about-something-undeclared", "undeclared-decision"),
            *("consent-of-nobody", "misspelt-key", "undeclared-fact", "condition-empty"),
            *("undeclared-outcome", "undeclared-value-of-a-choice", "choice-of-no-outcome"),
            *("citation-in-words", "phase-in-an-action", "field-of-no-record"),
            *(
                "undeclared-question-of-a-follow-up",
                "status-that-is-a-word",
                "pack-without-version",
            ),
        )
    ]
    changed = dict(SMALL_PACK)
    for slip in made:
        assert slip.right in changed[slip.file]
        wrong = slip.wrong.replace(HERE, "")
        changed[slip.file] = changed[slip.file].replace(slip.right, wrong, 1)
    assert sorted(fault.path for fault in faults_of(tmp_path, changed)) == sorted(
        slip.path for slip in made
    )


@pytest.mark.parametrize("key", ["questions", "choices", "facts"])
def test_an_id_that_stands_twice_is_told_once(tmp_path: Path, key: str) -> None:
    """The second is the fault, and it names the line of the first."""
    name = "questions.yaml" if key == "questions" else "decision.yaml"
    before, _, rest = SMALL_PACK[name].partition(f"{key}:\n")
    entries = rest.partition("\nchoices:" if key == "facts" else "\nrules:")[0]
    first = f"  - {entries.strip().partition('- ')[2]}".partition("\n  - ")[0]
    ids_apart = first.replace("- id: child-first", "- id: x").replace(
        "- id: parent-then", "- id: y"
    )
    text = f"{before}{key}:\n{ids_apart}\n{rest}"
    (fault,) = faults_of(tmp_path, {name: text})
    assert fault.path == f"{key}[1].id"
    line = text[: text.index(first[:10])].count("\n") + 1
    assert fault.found.endswith(f", which is the id on line {line} too")


@pytest.mark.parametrize("word", ["fact", "not", "any", "all", "outcome"])
def test_no_question_is_called_like_a_word_of_conditions(tmp_path: Path, word: str) -> None:
    """A question of that name could never be asked for."""
    question = (
        f"  - {{id: {word}, kind: one, ask: a, help: a, why: a, source: [p1], "
        "options: [{id: a, label: a}]}\n"
    )
    (fault,) = faults_of(tmp_path, {"questions.yaml": SMALL_PACK["questions.yaml"] + question})
    assert (fault.path, fault.found) == ("questions[3].id", f"'{word}'")


def test_each_circle_is_told_once(tmp_path: Path) -> None:
    """Two circles are two faults; a fact that only leads into one is none."""
    facts = [
        f"  - {{id: {name}, says: x, when: [{{fact: {other}}}], source: [p1]}}\n"
        for name, other in [("a", "b"), ("b", "a"), ("c", "a"), ("d", "d"), ("e", "serious")]
    ]
    text = SMALL_PACK["decision.yaml"].replace("facts:\n", "facts:\n" + "".join(facts), 1)
    assert [fault.found for fault in faults_of(tmp_path, {"decision.yaml": text})] == [
        "a, which rests on b, which rests on a",
        "d, which rests on d",
    ]


def test_a_fact_may_rest_on_a_choice_of_its_own_name(tmp_path: Path) -> None:
    """A fact and a choice are two things, also where they are called the same."""
    fact = "  - {id: weigh, says: x, when: [{whose_consent: child}], source: [p1]}\n"
    text = SMALL_PACK["decision.yaml"].replace("facts:\n", "facts:\n" + fact, 1)
    text = text.replace("- not: open", "- fact: weigh", 1)
    load_guidance(write_pack(tmp_path, {"decision.yaml": text}))
