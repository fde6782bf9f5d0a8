#!/usr/bin/env python3
"""Verify a decision log of infoshare without infoshare.

Usage: python verify_log.py FILE [--anchor CODE]...

It needs Python 3.11 and nothing else, shares no code with the program, and follows
log-format.md beside it. Exit code 0: nothing is wrong. 1: the log is broken, or an anchor
does not fit. 2: the call is wrong, or the file cannot be read.
"""

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

MAX_LINE = 1024 * 1024
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KINDS = "decision|amendment|follow-up|abandoned|review|redaction|hold|release"
HEAD = {"v", "seq", "id", "kind", "at", "of", "tree", "pack", "contacts", "engine", "fields"}
HASH, SALT = "[0-9a-f]{64}", "[0-9a-f]{32}"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
TIME = r"(19[7-9]\d|2\d\d\d)-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ"


class Broken(Exception):
    """Why a line is not as it was written."""


def need(condition: object, why: str) -> None:
    """Raise Broken unless the condition holds."""
    if not condition:
        raise Broken(why)


def sha256(text: str) -> str:
    """The hash of a text, as lower-case hexadecimal characters."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def canonical(value: Any) -> str:
    """RFC 8785, for the values that a log may hold."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    need(not isinstance(value, float), "it holds a number that is no count")
    if isinstance(value, int) and not isinstance(value, bool):
        need(0 <= value < 2**53, "it holds a number that is no count")
    return json.dumps(value, ensure_ascii=False)


def parse(line: bytes) -> Any:
    """The value of a line that is within the limits and in canonical form."""
    need(len(line) <= MAX_LINE, "it is longer than 1 MiB")
    depth = digits = 0
    in_string = escaped = False
    for byte in line:
        if in_string:
            in_string = escaped or byte != ord('"')
            escaped = byte == ord("\\") and not escaped
            continue
        in_string = byte == ord('"')
        depth += (byte in b"[{") - (byte in b"]}")
        digits = digits + 1 if byte in b"0123456789" else 0
        need(depth <= 16 and digits <= 16, "it is nested too deeply, or a number is too long")
    try:
        value = json.loads(line.decode("utf-8"))
        same = canonical(value).encode("utf-8") == line
    except ValueError:
        same = False
    need(same, "it is not canonical JSON")
    return value


def is_text(value: Any, pattern: str = ".*") -> bool:
    """Whether a value is a text of that form."""
    return isinstance(value, str) and bool(re.fullmatch(pattern, value, re.DOTALL | re.ASCII))


def has_form(record: Any) -> bool:
    """Whether the record has the form that the format asks for."""
    match record:
        case {
            "body": dict(body),
            "hash": own,
            "head": {
                "v": v, "seq": seq, "id": name, "kind": kind, "at": at, "of": of,
                "tree": list(tree), "contacts": contacts, "engine": engine,
                "pack": {"id": _, "version": _, "digest": _} as pack, "fields": dict(fields),
            } as head,
        }:  # fmt: skip
            extra = {"erased"} if kind == "redaction" else set()
            erased = head.get("erased", [])
            return (
                (len(record), len(pack), set(head)) == (3, 3, HEAD | extra)
                and (type(v), v, type(seq)) == (int, 1, int)
                and seq >= 1
                and isinstance(erased, list)
                and all(is_text(each, HASH) for each in (own, *tree, *fields.values()))
                and all(map(is_text, (contacts, engine, *pack.values(), *erased)))
                and is_text(name, UUID)
                and (of is None or is_text(of, UUID))
                and is_text(kind, KINDS)
                and is_time(at)
                and all(isinstance(pair, list) and len(pair) == 2 for pair in body.values())
                and all(is_text(salt, SALT) for salt, _ in body.values())
            )
    return False


def is_time(value: Any) -> bool:
    """Whether a value is an instant, as a record has it."""
    try:
        return is_text(value, TIME) and bool(datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%f%z"))
    except ValueError:
        return False


def check_hashes(record: Any) -> None:
    """Raise Broken unless head and body are the ones that were written."""
    head, body = record["head"], record["body"]
    need(record["hash"] == head_hash(head), "its head is not the one that was written")
    for name, (salt, value) in body.items():
        need(name in head["fields"], f"the field {name!a} was added")
        made = sha256("infoshare/1/field\n" + canonical([name, salt, value]))
        need(made == head["fields"][name], f"the field {name!a} is not what was written")


def head_hash(head: Any) -> str:
    """The hash of a record."""
    return sha256("infoshare/1/head\n" + canonical(head))


class Log:
    """What is known of a log after each of its lines."""

    def __init__(self) -> None:
        self.count = 0
        self.torn = False
        self.broken: dict[int, str] = {}
        self.missing: dict[tuple[str, str], int] = {}
        self.erased: set[int] = set()
        self.codes: dict[int, str] = {}
        self.peaks: list[tuple[int, str]] = []

    def take(self, line: bytes) -> None:
        """Judge the next line."""
        self.torn = not line.endswith(b"\n")
        if self.torn:
            return
        self.count += 1
        leaf = ""
        try:
            record = parse(line[:-1])
            need(has_form(record), "it has not the form of a record, or not of this version")
            leaf = head_hash(record["head"])
            self.codes[self.count] = code_of(leaf)
            check_hashes(record)
            self.note_erasures(record)
            self.check_place(record["head"])
        except Broken as error:
            self.broken[self.count] = str(error)
        self.grow(leaf)

    def note_erasures(self, record: Any) -> None:
        """Keep in mind what is missing until a later record says that it was erased."""
        head = record["head"]
        for name in head.get("erased", []):
            self.missing.pop((head["of"], name), None)
        for name in set(head["fields"]) - set(record["body"]):
            self.missing[head["id"], name] = self.count
            self.erased.add(self.count)

    def check_place(self, head: Any) -> None:
        """Raise Broken unless the record stands where it was written."""
        need(head["seq"] == self.count, f"it is record {head['seq']}, not record {self.count}")
        peaks = [peak for _, peak in self.peaks]
        need(head["tree"] == peaks, "it does not follow from the records before it")

    def grow(self, leaf: str) -> None:
        """Add the record's hash to the tree: join what has the same height."""
        height = 0
        while self.peaks and self.peaks[-1][0] == height:
            leaf = sha256("infoshare/1/node\n" + self.peaks.pop()[1] + leaf)
            height += 1
        self.peaks.append((height, leaf))

    def findings(self) -> tuple[bool, list[str]]:
        """Whether nothing is wrong with the lines, and what to say of them."""
        for (_, name), number in self.missing.items():
            self.broken.setdefault(number, f"the field {name!a} is missing, and none says why")
        said = [f"Records: {self.count}."]
        if self.broken:
            first = min(self.broken)
            said.append(f"The log is BROKEN. Line {first}: {self.broken[first]}.")
        else:
            said.append("Every record is as it was written.")
        if self.erased:
            said.append(f"Records of which something was erased: {len(self.erased)}.")
        if self.torn:
            said.append("The last line was not finished: no record, and no sign of tampering.")
        return not self.broken, said

    def fits(self, number: int, code: str) -> tuple[bool, str]:
        """Whether an anchor fits, and what to say of it."""
        if number > self.count:
            return False, f"The log is SHORTER than the anchor of record {number}."
        if self.codes.get(number) != code:
            return False, f"Record {number} is NOT THE ONE that the anchor names."
        return True, f"The anchor of record {number} fits."


def code_of(record_hash: str) -> str:
    """The first 135 bits of a hash, as 27 characters."""
    bits = f"{int(record_hash, 16):0256b}"[:135]
    return "".join(SYMBOLS[int(bits[start : start + 5], 2)] for start in range(0, 135, 5))


def read_anchor(typed: str) -> tuple[int, str]:
    """The record number and the code of an anchor; raises ValueError where it is mistyped."""
    text = "".join(
        each for each in typed if not each.isspace() and unicodedata.category(each) != "Pd"
    )
    text = text.upper().translate(str.maketrans("OIL", "011")) if text.isascii() else ""
    found = re.fullmatch(f"([1-9][0-9]{{0,15}})[.]([{SYMBOLS}]{{27}})([{SYMBOLS}])", text)
    if not found or int(found[1]) >= 2**53:
        raise ValueError("no anchor")
    check = 0
    for symbol in found[1] + found[2] + "0":
        check = check * 2 ^ (0b100101 if check >= 16 else 0) ^ SYMBOLS.index(symbol)
    if SYMBOLS[check] != found[3]:
        raise ValueError("no anchor")
    return int(found[1]), found[2]


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines, each with its line feed; of one that is too long, no more than shows it."""
    while line := file.readline(MAX_LINE + 2):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(MAX_LINE)
        yield line if line.endswith(b"\n") or not rest else line + b"\n"


def main() -> int:
    """Read the call, verify, say what was found."""
    parser = argparse.ArgumentParser(description="Verify a decision log of infoshare.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--anchor", type=read_anchor, action="append", default=[], metavar="CODE")
    given = parser.parse_args()
    log = Log()
    try:
        with open(given.file, "rb") as file:  # noqa: PTH123 (nothing but the file is needed)
            for line in lines_of(file):
                log.take(line)
    except OSError as error:
        parser.error(f"{given.file} cannot be read: {error.strerror}")
    sound, said = log.findings()
    anchors = [log.fits(number, code) for number, code in given.anchor]
    print(*said, *(sentence for _, sentence in anchors), sep="\n")
    if not anchors:
        print("Without an anchor, nobody can tell whether records are missing at the end.")
    return 0 if sound and all(fit for fit, _ in anchors) else 1


if __name__ == "__main__":
    sys.exit(main())
