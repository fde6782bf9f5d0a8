"""A pack is read as a whole or not at all, and its digest stands for every word of it."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from infoshare_cli.core.canonical import write_canonical
from infoshare_cli.core.conditions import All, Any, Fails, HasAll, HasAny, Holds, IsOneOf, Lacks
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.pack_entries import MAY_BE_MISSING, PACK_FILES
from infoshare_cli.files.strict_yaml import read_yaml
from tests.files.small_pack import SMALL_PACK, write_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The small pack in a folder of its own."""
    return write_pack(tmp_path)


def faults_of(folder: Path) -> tuple[Fault, ...]:
    """What is wrong with a pack; something is."""
    with pytest.raises(FileError) as caught:
        load_guidance(folder)
    return caught.value.faults


def test_a_pack_becomes_values(pack: Path) -> None:
    """Texts, conditions, defaults and order are those of the files."""
    guidance = load_guidance(pack)
    concern = guidance.question_by_id["concern"]
    assert list(guidance.question_by_id) == ["danger", "concern", "consent"]
    assert (concern.kind, concern.alone, concern.options[1].help) == (
        "many",
        ("none",),
        "Less than harm.",
    )
    assert guidance.condition_of == {
        "serious": HasAny("concern", ("harm",)),
        "open": Any((IsOneOf("consent", ("not-asked",)), Holds("serious"))),
    }
    assert [row.value for row in guidance.rows_of["weigh"]] == [
        "share-with-consent",
        "do-not-share",
    ]
    assert guidance.rows_of["weigh"][0].when == Fails("open")
    assert guidance.rows_of["whose_consent"][0].when == HasAll("concern", ("welfare",))
    assert [(rule.id, rule.outcome, rule.choose) for rule in guidance.rules] == [
        ("danger-now", "emergency", None),
        ("agreed", "share-with-consent", None),
        ("otherwise", None, "weigh"),
    ]
    assert [(action.id, action.phase) for action in guidance.actions] == [
        ("ring", "before"),
        ("less", "with"),
        ("note", "after"),
    ]
    assert guidance.actions[1].when == All(
        (IsOneOf("outcome", ("share-with-consent",)), Lacks("concern", ("harm",)))
    )
    assert guidance.record_fields[0].when is None
    assert guidance.notices[0].dates == {"read": "2026-11-22"}


def test_the_shipped_pack_is_sound() -> None:
    """What comes along has no fault."""
    guidance = load_guidance(shipped_rules())
    assert (guidance.pack.id, len(guidance.outcomes)) == ("pan-bedfordshire", 9)


@pytest.mark.parametrize("name", sorted({*PACK_FILES} - MAY_BE_MISSING))
def test_a_missing_file_is_one_fault(pack: Path, name: str) -> None:
    """Nothing that the file would have declared is called unknown for its sake."""
    (pack / name).unlink()
    assert faults_of(pack) == (
        Fault(str(pack / name), "no file of this name", "a file that can be read"),
    )


def test_a_pack_may_have_no_words_to_say(pack: Path) -> None:
    """As those had none that were written before there were any; its digest is theirs."""
    with_words = load_guidance(pack)
    (pack / "sayings.yaml").unlink()
    without = load_guidance(pack)
    others = {
        name: read_yaml(pack / name).data for name in PACK_FILES if name not in MAY_BE_MISSING
    }
    digest = "sha256:" + hashlib.sha256(write_canonical(others)).hexdigest()

    assert [saying.id for saying in with_words.sayings] == ["call", "share", "sorry", "not-yet"]
    assert with_words.sayings[1].fields == {"information": "[what]"}
    assert with_words.sayings[3].form == "silence"
    assert without.sayings == ()
    assert without.digest == digest != with_words.digest


@pytest.mark.parametrize("name", PACK_FILES)
def test_a_file_that_is_no_yaml_does_not_hide_the_faults_of_others(pack: Path, name: str) -> None:
    """The faults of all files are told at once, in the order of files and lines."""
    (pack / name).write_text("a: [\n", encoding="utf-8")
    other = "record.yaml" if name != "record.yaml" else "since.yaml"
    text = SMALL_PACK[other].replace("- id:", "- idd:", 1)
    (pack / other).write_text(text, encoding="utf-8")
    faults = faults_of(pack)
    assert sorted(fault.file for fault in faults) == sorted([str(pack / name), str(pack / other)])
    assert list(faults) == sorted(faults, key=lambda fault: fault.file)


def test_a_folder_without_rules_is_one_fault(tmp_path: Path) -> None:
    """Seven missing files are not told one by one where there is nothing at all."""
    wanted = "the folder that holds pack.yaml"
    nowhere = tmp_path / "nowhere"
    assert faults_of(tmp_path) == (Fault(str(tmp_path), "no rules", wanted),)
    assert faults_of(nowhere) == (Fault(str(nowhere), "no folder of this name", wanted),)
    write_pack(tmp_path)
    file = tmp_path / "pack.yaml"
    assert faults_of(file) == (Fault(str(file), "no folder of this name", wanted),)
    long = tmp_path / ("x" * 5000)
    assert faults_of(long) == (Fault(str(long), "no folder of this name", wanted),)


def test_the_summary_names_the_folder_and_counts(pack: Path) -> None:
    """The sentence above the faults says what cannot be used."""
    (pack / "since.yaml").unlink()
    (pack / "record.yaml").unlink()
    with pytest.raises(FileError, match="2 faults") as caught:
        load_guidance(pack)
    assert str(caught.value) == f"The rules in {pack} cannot be used: 2 faults."


def test_conditions_as_deep_as_files_may_be_are_read(pack: Path) -> None:
    """Whatever the reader takes, the digest takes too."""
    line = "- any: [{all: [{any: [{concern: {has_any: [harm]}}]}]}]\n"
    text = SMALL_PACK["decision.yaml"].replace("- concern: {has_all: [welfare]}\n", line)
    (pack / "decision.yaml").write_text(text, encoding="utf-8")
    load_guidance(pack)
    deeper = text.replace("{any: [{concern", "{any: [{all: [{concern").replace(
        "}]}]}]}]", "}]}]}]}]}]"
    )
    (pack / "decision.yaml").write_text(deeper, encoding="utf-8")
    assert [fault.found for fault in faults_of(pack)] == ["more than 15 levels"]


# The digest.


def digest_with(folder: Path, name: str, text: str) -> str:
    """The digest of the small pack with one file in other words."""
    write_pack(folder)
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return load_guidance(folder).digest


@pytest.mark.parametrize("name", PACK_FILES)
def test_comments_layout_and_line_ends_do_not_change_the_digest(pack: Path, name: str) -> None:
    """A pack that says the same has the same digest, on Windows too."""
    digest = load_guidance(pack).digest
    text = SMALL_PACK[name]
    assert digest.startswith("sha256:")
    assert len(digest) == len("sha256:") + 64
    assert digest_with(pack, name, "# a comment\n\n" + text + "\n# another\n") == digest
    assert digest_with(pack, name, text.replace("\n", "\r\n")) == digest
    assert digest_with(pack, name, "\ufeff" + text) == digest


def test_the_digest_of_the_shipped_pack_is_that_of_a_windows_copy(tmp_path: Path) -> None:
    """A checkout with other line ends is the same pack."""
    windows = tmp_path / "rules"
    shutil.copytree(shipped_rules(), windows)
    for file in windows.glob("*.yaml"):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        file.write_bytes(content.replace(b"\n", b"\r\n"))
    assert load_guidance(windows).digest == load_guidance(shipped_rules()).digest


def words_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of free texts stand: those that no rule of form holds."""
    for key in ("ask:", "help:", "why:", "text:", "title:", "says:", "because:", "unanswered:"):
        start = text.find(key)
        while start >= 0:
            begin = start + len(key) + 1
            yield begin, text.find("\n", begin)
            start = text.find(key, begin)


@pytest.mark.parametrize("name", [name for name in PACK_FILES if name != "pack.yaml"])
def test_any_word_changes_the_digest(tmp_path: Path, name: str) -> None:
    """Wording counts: what a person was shown is what the digest stands for."""
    text = SMALL_PACK[name]
    spans = [(begin, end) for begin, end in words_of(text) if "{" not in text[begin - 20 : begin]]
    digests = {digest_with(tmp_path, name, text)}
    for begin, _ in spans:
        digests.add(digest_with(tmp_path, name, text[:begin] + "X" + text[begin:]))
    assert len(digests) == len(spans) + 1


def test_version_order_and_labels_change_the_digest(tmp_path: Path) -> None:
    """So do the version, the order of entries, an option's label and a citation."""
    changes = [
        ("pack.yaml", "", ""),
        ("pack.yaml", '"1"', '"2"'),
        ("questions.yaml", "label: Harm}", "label: Harms}"),
        ("questions.yaml", "[p6.informed, p6]", "[p6, p6.informed]"),
        ("actions.yaml", "source: [p2]", "source: [p2.call]"),
        ("decision.yaml", "- danger: [yes, no]", "- danger: [no, yes]"),
    ]
    texts = [(name, SMALL_PACK[name].replace(old, new, 1)) for name, old, new in changes]
    assert len({digest_with(tmp_path, name, text) for name, text in texts}) == len(changes)


# Whatever happens to a file.

SHIPPED = {name: (shipped_rules() / name).read_text(encoding="utf-8") for name in PACK_FILES}
letters = st.sampled_from([*"aZ0:-#&*!|>'\"%@`,?[]{}\\~ \t\n\r\0", "\x07", "\xe9", "\u2028", ""])


@pytest.fixture(scope="module")
def shipped_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped pack to be damaged."""
    folder = tmp_path_factory.mktemp("shipped") / "rules"
    shutil.copytree(shipped_rules(), folder)
    load_guidance(folder)
    return folder


@pytest.mark.thorough
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(PACK_FILES), where=st.floats(0, 1, exclude_max=True), letter=letters)
def test_the_shipped_pack_with_one_letter_changed_loads_whole_or_not_at_all(
    shipped_copy: Path, name: str, where: float, letter: str
) -> None:
    """One letter lost or changed gives a pack or its faults, and never another exception."""
    index = int(where * len(SHIPPED[name]))
    changed = SHIPPED[name][:index] + letter + SHIPPED[name][index + 1 :]
    file = shipped_copy / name
    file.write_text(changed, encoding="utf-8", newline="")
    try:
        assert_whole_or_faults(shipped_copy)
    finally:
        file.write_text(SHIPPED[name], encoding="utf-8", newline="")


@pytest.mark.thorough
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(PACK_FILES),
    start=st.integers(0, 3000),
    length=st.integers(0, 12),
    put=st.lists(letters, max_size=3).map("".join) | st.sampled_from(["[]", "{}", "[[a]]", "- "]),
)
@example(name="decision.yaml", start=0, length=0, put="x")
def test_a_pack_with_a_piece_changed_loads_whole_or_not_at_all(
    tmp_path: Path, name: str, start: int, length: int, put: str
) -> None:
    """Larger damage to a small pack, too, is always told as faults."""
    text = SMALL_PACK[name]
    start = min(start, len(text))
    write_pack(tmp_path, {name: text[:start] + put + text[start + length :]})
    assert_whole_or_faults(tmp_path)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(PACK_FILES), data=st.data())
def test_a_pack_with_lines_taken_out_or_moved_loads_whole_or_not_at_all(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    """Lines that went to another place are told as faults, if the pack is not still sound."""
    lines = SMALL_PACK[name].splitlines(keepends=True)
    line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
    for _ in range(data.draw(st.integers(0, 2))):
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    write_pack(tmp_path, {name: "".join(lines)})
    assert_whole_or_faults(tmp_path)


def assert_whole_or_faults(folder: Path) -> None:
    """Load it, and look whether what comes of it is as promised."""
    faults: tuple[Fault, ...] = ()
    guidance: Guidance | None = None
    try:
        guidance = load_guidance(folder)
    except FileError as error:
        faults = error.faults
    assert (guidance is None) == bool(faults)
    assert all(fault.line and fault.column for fault in faults)
    assert all(str(folder) in fault.file for fault in faults)
