"""What the log is measured with: a sound log, and bare calls that do the same work."""

import json
import secrets
from pathlib import Path

import pytest

from benchmarks.bare_log import append_bare, verify_bare
from benchmarks.log_of import made_up_entry, make_log
from infoshare_cli.core.record_line import read_line
from infoshare_cli.core.verify import verify, why_unsound
from infoshare_cli.files.log_lines import read_lines


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of five records."""
    path = tmp_path_factory.mktemp("logs") / "log.jsonl"
    make_log(path, 5)
    return path


def test_the_log_is_sound_and_of_the_size_that_logs_have(log: Path) -> None:
    """What is measured on it can be expected of a log that grew."""
    verdict = verify(read_lines(log))
    assert (verdict.sound, verdict.records, verdict.remarks) == (True, 5, ())
    for line in read_lines(log):
        assert 12_000 < len(line) < 20_000
        assert 50 <= len(read_line(line[:-1]).body) <= 70


def test_the_straight_loop_finds_what_verifying_finds(log: Path, tmp_path: Path) -> None:
    """It makes the calls that are needed, and no fewer."""
    assert verify_bare(log) == 5
    lines = list(read_lines(log))
    changed = {
        "value": [lines[0].replace(b"three visits", b"four visits"), *lines[1:]],
        "head": [lines[0].replace(b'"kind":"decision"', b'"kind":"abandoned"'), *lines[1:]],
        "missing": lines[1:],
        "order": [lines[0], lines[2], lines[1], *lines[3:]],
        "spelling": [lines[0].replace(b'":', b'": ', 1), *lines[1:]],
    }
    for name, broken in changed.items():
        assert broken != lines, name
        path = tmp_path / name
        path.write_bytes(b"".join(broken))
        with pytest.raises(AssertionError):
            verify_bare(path)
        assert not verify(broken).sound, name


def test_the_bare_calls_make_the_record_that_an_append_makes(log: Path) -> None:
    """With its fields, its place in the tree and its hash."""
    last = list(read_lines(log))[-1]
    body = {name: [secrets.token_hex(16), value] for name, value in made_up_entry().fields.items()}
    head = json.loads(last)["head"]
    record = read_line(append_bare(last, body, head)[:-1])
    assert why_unsound(record) is None
    lines = [*read_lines(log), record.to_line()]
    assert (verify(lines).sound, verify(lines).records) == (True, 6)
