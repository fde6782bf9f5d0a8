"""`infoshare rules schema`: what an editor needs, to look at or as files."""

import json
from pathlib import Path

import pytest

from infoshare_cli.files.schemas.editor_schemas import SCHEMAS
from tests.cli.conftest import Infoshare
from tests.editor import complaints
from tests.files.small_pack import write_pack


def test_without_a_name_it_tells_what_there_is(infoshare: Infoshare) -> None:
    """Each schema, with the files that it is for; nothing is written or read."""
    run = infoshare("--rules", "nowhere", "rules", "schema")
    assert (run.code, run.err) == (0, "")
    assert "decision: decision.yaml: named facts, choices" in run.out
    as_json = infoshare("rules", "schema", "--json").json
    assert [each["name"] for each in as_json["schemas"]] == list(SCHEMAS)
    assert as_json["written"] == []


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_with_a_name_it_prints_that_schema(infoshare: Infoshare, more: tuple[str, ...]) -> None:
    """As one JSON document, and nothing else."""
    run = infoshare("rules", "schema", "answers", *more)
    assert (run.code, run.err) == (0, "")
    assert run.json["title"] == "infoshare: an answers file, for infoshare assess --answers"
    assert complaints(run.json, "answers: {recipient: not-sure}") == []
    assert complaints(run.json, "answers: {recipient: notsure}")


def test_it_speaks_the_words_of_the_rules_in_use(infoshare: Infoshare, tmp_path: Path) -> None:
    """Another pack has other questions, and a pack without statements is no fault."""
    run = infoshare("--rules", write_pack(tmp_path), "rules", "schema", "answers")
    assert complaints(run.json, "answers: {danger: yes}") == []
    assert complaints(run.json, "answers: {recipient: not-sure}")


def test_files_can_be_written(infoshare: Infoshare, tmp_path: Path) -> None:
    """All of them, or the one named; what was written is told."""
    folder = tmp_path / "schema"
    run = infoshare("rules", "schema", "--output", folder)
    assert run.code == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{name}.schema.json" for name in SCHEMAS
    )
    assert all(f"{name}.schema.json" in run.out for name in SCHEMAS)
    told = infoshare("rules", "schema", "topics", "--output", tmp_path / "one", "--json").json
    [path] = told["written"]
    assert json.loads(Path(path).read_text(encoding="utf-8"))["title"].endswith("a topic to read")
    assert [each["name"] for each in told["schemas"]] == ["topics"]


def test_what_cannot_be_done_is_told(infoshare: Infoshare, tmp_path: Path) -> None:
    """Exit 2 for a schema that there is not, rules that cannot be used, a folder that is a file."""
    run = infoshare("rules", "schema", "answer")
    assert (run.code, run.out) == (2, "")
    assert "Did you mean answers?" in run.err
    assert infoshare("--rules", tmp_path, "rules", "schema", "answers").code == 2
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert infoshare("rules", "schema", "--output", tmp_path / "file").code == 2
    as_json = infoshare("rules", "schema", "answer", "--json")
    assert (as_json.code, as_json.json["faults"][0]["suggestion"]) == (2, "answers")
