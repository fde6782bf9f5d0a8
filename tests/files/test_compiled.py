"""The compiled form counts for the very files that it was made from, and for nothing else."""

import hashlib
import json
from pathlib import Path

import pytest

from infoshare_cli.files import compiled as module
from infoshare_cli.files.compiled import read_compiled, write_compiled

DATA = {"a.yaml": {"b": ["c", "d"]}}


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    """Two files."""
    files = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for file in files:
        file.write_bytes(b"# first\nx: y\n")
    return files


@pytest.fixture
def form(tmp_path: Path, sources: list[Path]) -> Path:
    """The compiled form that was made from them."""
    path = tmp_path / "compiled" / "a.jsonl"
    write_compiled(path, DATA, sources)
    return path


def test_what_was_compiled_is_read_again(form: Path, sources: list[Path]) -> None:
    """With the digest that the data have."""
    compiled = read_compiled(form, sources)
    assert compiled is not None
    assert compiled.data == DATA
    written = b'{"a.yaml":{"b":["c","d"]}}'
    assert compiled.digest == f"sha256:{hashlib.sha256(written).hexdigest()}"


def test_one_byte_more_is_another_file(form: Path, sources: list[Path]) -> None:
    """A comment may be all that was changed: whether that matters is not for this form to say."""
    for file in sources:
        before = file.read_bytes()
        file.write_bytes(before + b"#")
        assert read_compiled(form, sources) is None
        file.write_bytes(before)
    assert read_compiled(form, sources) is not None


def test_line_ends_are_no_change(form: Path, sources: list[Path]) -> None:
    """A checkout on Windows is as quick."""
    sources[0].write_bytes(b"# first\r\nx: y\r\n")
    assert read_compiled(form, sources) is not None


def test_what_moves_from_file_to_file_is_a_change(form: Path, sources: list[Path]) -> None:
    """Also where all files one after the other hold what they held."""
    sources[0].write_bytes(b"# first\n")
    sources[1].write_bytes(b"x: y\n# first\nx: y\n")
    assert read_compiled(form, sources) is None


def test_a_file_more_or_less_or_renamed_is_a_change(form: Path, sources: list[Path]) -> None:
    """An empty one too."""
    first, second = sources
    empty = first.with_name("c.yaml")
    empty.touch()
    renamed = second.rename(second.with_name("d.yaml"))
    for files in ([first], [first, renamed], [renamed, first], [first, renamed, empty], [second]):
        assert read_compiled(form, files) is None


def test_another_version_of_the_program_reads_the_files(
    form: Path, sources: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may read them otherwise."""
    monkeypatch.setattr(module, "__version__", "0.0.1")
    assert read_compiled(form, sources) is None


def test_the_digest_is_of_what_is_gone_on_with(form: Path, sources: list[Path]) -> None:
    """Whoever changes the data changes the digest, and so what a record says decided."""
    before = read_compiled(form, sources)
    form.write_bytes(form.read_bytes().replace(b'"c"', b'"e"'))
    after = read_compiled(form, sources)
    assert before is not None
    assert after is not None
    assert after.data == {"a.yaml": {"b": ["e", "d"]}}
    assert after.digest != before.digest


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"{}\n{}\n", b"\n\n", b"\xff\n\xff", b"{}\n{}\n{}\n"]
)
def test_what_is_no_compiled_form_says_nothing(
    form: Path, sources: list[Path], content: bytes
) -> None:
    """And stops nobody."""
    form.write_bytes(content)
    assert read_compiled(form, sources) is None
    form.unlink()
    assert read_compiled(form, sources) is None


@pytest.mark.parametrize("body", [b"[" * 100_000, b"{", b"\xff", b"[]", b"null"])
def test_data_that_cannot_be_read_say_nothing(form: Path, sources: list[Path], body: bytes) -> None:
    """However deep or broken they are."""
    first = form.read_bytes().splitlines()[0]
    form.write_bytes(first + b"\n" + body + b"\n")
    assert read_compiled(form, sources) is None


def test_the_first_line_says_what_it_is_for(form: Path) -> None:
    """Somebody who finds the file can tell."""
    assert json.loads(form.read_bytes().splitlines()[0]).keys() == {"engine", "made_from"}
