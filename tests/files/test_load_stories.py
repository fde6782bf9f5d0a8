"""The stories to practise with: from a pack and those below it, and never one that misleads."""

from pathlib import Path

import pytest

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.errors import FileError
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_stories import load_stories
from infoshare_cli.files.locations import shipped_rules

STORY = """\
- id: of-our-own
  title: Of our own
  sector: School
  story: Somebody is in danger.
  because: Danger comes first (page 4).
  answers: {immediate_danger: yes}
  outcome: OUTCOME
- id: no-story
  answers: {immediate_danger: yes}
  outcome: emergency
"""


def overlay(tmp_path: Path, cases: str) -> Path:
    """A pack that builds on the shipped one, with these stories of its own."""
    (tmp_path / "cases").mkdir()
    pack = "extends: pan-bedfordshire\npack: {id: ours, version: '1', title: Ours, guide: Ours}\n"
    (tmp_path / "pack.yaml").write_text(pack, encoding="utf-8")
    (tmp_path / "cases" / "practice.yaml").write_text(cases, encoding="utf-8")
    return tmp_path


def test_a_pack_that_builds_on_another_adds_its_stories(tmp_path: Path) -> None:
    """Those of the other come first; what is no story stays a case."""
    folder = overlay(tmp_path, STORY.replace("OUTCOME", "emergency"))
    guidance = load_guidance(folder)
    below = load_stories(shipped_rules(), guidance)
    *before, last = load_stories(folder, guidance)
    assert tuple(before) == below
    assert (last.id, last.story) == ("of-our-own", "Somebody is in danger.")


def test_a_story_that_the_rules_decide_otherwise_is_left_out(tmp_path: Path) -> None:
    """It would teach what they do not say."""
    folder = overlay(tmp_path, STORY.replace("OUTCOME", "not-personal"))
    ids = [story.id for story in load_stories(folder, load_guidance(folder))]
    assert ids
    assert "of-our-own" not in ids


def test_a_file_of_stories_with_faults_is_told_whole(tmp_path: Path, guidance: Guidance) -> None:
    """Every fault of it at once, each with its line."""
    text = STORY.replace("OUTCOME", "emergancy").replace("  title: Of our own\n", "")
    folder = overlay(tmp_path, text)
    with pytest.raises(FileError) as raised:
        load_stories(folder, guidance)
    told = [(fault.line, fault.expected.partition(":")[0]) for fault in raised.value.faults]
    assert told[0] == (1, "the key title")
    assert raised.value.faults[1].suggestion == "emergency"


def test_a_pack_without_stories_has_none(tmp_path: Path, guidance: Guidance) -> None:
    """That is no fault of it."""
    assert load_stories(tmp_path, guidance) == ()
