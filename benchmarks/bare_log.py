"""The json and SHA-256 calls that a log asks for by its format, and nothing else.

`python -m benchmarks.bare_log verify LOG`, or `export LOG`, is a process that does no more.

No checks of the form, no limits, no objects, no files beside the log, no lock: what is left of
`append_record` and `verify` when all that is taken away. The encoder is made once, which is the
quickest way to call json.
"""

import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode

_write = json.JSONEncoder(ensure_ascii=False).encode


def verify_bare(log: Path) -> int:
    """Verify a log in a straight loop; the number of its records.

    Each line is parsed, written again and compared, its head and its fields are hashed and
    compared, and its tree is compared with the peaks over the records before it.
    """
    peaks: list[str] = []
    count = 0
    with log.open("rb") as lines:
        for line in lines:
            record = _checked(line)
            assert record["head"]["seq"] == count + 1
            assert record["head"]["tree"] == peaks
            _grow(peaks, count, record["hash"])
            count += 1
    return count


def export_bare(log: Path) -> None:
    """Write each record as a line of JSON to standard output, its fields without their salts."""
    with log.open("rb") as lines:
        for line in lines:
            record = json.loads(line)
            fields = {name: value for name, (_, value) in record["body"].items()}
            print(_write({**record["head"], "hash": record["hash"], "fields": fields}))


def append_bare(last_line: bytes, body: Mapping[str, Any], head: Mapping[str, object]) -> bytes:
    """Check a log's last line; make the next line from salted fields and a head without them."""
    last = _checked(last_line)
    peaks = list(last["head"]["tree"])
    _grow(peaks, last["head"]["seq"] - 1, last["hash"])
    fields = {name: _commitment(name, pair) for name, pair in body.items()}
    full = {**head, "seq": last["head"]["seq"] + 1, "tree": peaks, "fields": fields}
    line = {"body": body, "hash": _hash("head", full), "head": full}
    return (_encode(line) + "\n").encode()


def _checked(line: bytes) -> Any:
    record = json.loads(line)
    assert (_encode(record) + "\n").encode() == line
    assert _hash("head", record["head"]) == record["hash"]
    fields = record["head"]["fields"]
    for name, pair in record["body"].items():
        assert _commitment(name, pair) == fields[name]
    return record


def _commitment(name: str, pair: list[Any]) -> str:
    return _hash("field", [name, *pair])


def _hash(of: str, value: object) -> str:
    return sha256(f"infoshare/1/{of}\n{_encode(value)}".encode()).hexdigest()


def _grow(peaks: list[str], count: int, leaf: str) -> None:
    while count & 1:
        leaf = sha256(f"infoshare/1/node\n{peaks.pop()}{leaf}".encode()).hexdigest()
        count >>= 1
    peaks.append(leaf)


if __name__ == "__main__":
    {"verify": verify_bare, "export": export_bare}[sys.argv[1]](Path(sys.argv[2]))
