#!/usr/bin/env python3
"""Verify a decision log of infoshare, or what was taken from one, without infoshare.

Usage: python verify_log.py FILE [--anchor CODE]...

FILE is a decision log, a proof of one record (infoshare log prove), or an export as JSON or
JSON Lines (infoshare log export). What it is shows in its first bytes.

It needs Python 3.11 and nothing else, shares no code with the program, and follows
log-format.md beside it. Exit code 0: nothing is wrong. 1: the file is broken, or an anchor
does not fit. 2: the call is wrong, or the file cannot be read.
"""

import argparse
import hashlib
import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any, BinaryIO

MAX_LINE = 1024 * 1024
MAX_EXPORTED = 16 * MAX_LINE
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KINDS = "decision|amendment|follow-up|abandoned|review|redaction|hold|release"
HEAD = {"v", "seq", "id", "kind", "at", "of", "tree", "pack", "contacts", "engine", "fields"}
PROOF = {"infoshare_proof", "head", "shown", "path", "later", "later_hash"}
COPIED = ("seq", "id", "kind", "at", "of", "pack", "contacts", "engine")
EXPORTED = {*COPIED, "hash", "anchor", "erased", "fields", "record", "withheld"}
STRING = rb'"(?:[^"\\]+|\\.)*"?'
HASH, SALT = "[0-9a-f]{64}", "[0-9a-f]{32}"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
TIME = r"(19[7-9]\d|2\d\d\d)-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ"

Found = tuple[bool, list[str]]
"""Whether nothing is wrong, and what to say."""
Anchors = list[tuple[int, str]]
"""Record numbers and the codes that were noted for them."""


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
    for byte in re.sub(STRING, b'""', line, flags=re.DOTALL):
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


def node_hash(left: str, right: str) -> str:
    """The hash over two neighbouring parts of the tree."""
    return sha256("infoshare/1/node\n" + left + right)


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
            leaf = node_hash(self.peaks.pop()[1], leaf)
            height += 1
        self.peaks.append((height, leaf))

    def findings(self) -> Found:
        """What the lines came to."""
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


class Export:
    """What is known of an export after each of its objects."""

    def __init__(self) -> None:
        self.log = Log()
        """The records, as long as they are numbered from 1 without a gap."""
        self.count = self.last = 0
        self.broken: dict[int, str] = {}
        self.codes: dict[int, str] = {}
        self.lacking = {"erased": 0, "withheld": 0}

    def take(self, line: bytes) -> None:
        """Judge the next object; a comma after it is no part of it."""
        self.count += 1
        try:
            exported = parse_exported(line)
            need(isinstance(exported, dict) and set(exported) == EXPORTED, "it is no such object")
            record = exported["record"]
            need(has_form(record), "its record has not the form of one, or not of this version")
            check_hashes(record)
            check_exported(exported)
            self.check_order(record["head"])
        except Broken as error:
            self.broken[self.count] = str(error)
            return
        except (RecursionError, UnicodeEncodeError):
            self.broken[self.count] = "it holds what no log can hold"
            return
        self.codes[self.last] = code_of(record["hash"])
        for name in self.lacking:
            self.lacking[name] += bool(exported[name])

    def check_order(self, head: Any) -> None:
        """Raise Broken unless the record is later than the one before, and follows from it."""
        need(head["seq"] > self.last, "its number is not above that of the one before it")
        self.last = head["seq"]
        if self.is_whole():
            self.log.count += 1
            self.log.check_place(head)
            self.log.grow(head_hash(head))

    def is_whole(self) -> bool:
        """Whether the records are numbered from 1 without a gap."""
        return self.last == self.count

    def findings(self) -> Found:
        """What the objects came to."""
        said = [f"This is an export. Records in it: {self.count}."]
        if self.broken:
            first, why = min(self.broken.items())
            return False, [*said, f"The export is BROKEN. Record {first} in it: {why}."]
        said.append("Every record in it agrees with its hash, and with what is told of it.")
        if self.is_whole():
            said.append("They are numbered from 1 without a gap, each following from the others.")
        else:
            said.append("Others are left out, so an anchor vouches for its own record alone.")
        for name, records in self.lacking.items():
            if records:
                said.append(f"Records of which something was {name}: {records}.")
        said.append("An export cannot show what else is in the log, nor why words were erased.")
        return True, said

    def fits(self, number: int, code: str) -> tuple[bool, str]:
        """Whether an anchor fits, and what to say of it."""
        if number not in self.codes:
            return False, f"The anchor of record {number} says nothing about this export."
        if self.codes[number] != code:
            return False, f"Record {number} is NOT THE ONE that the anchor names."
        return True, f"The anchor of record {number} fits."


def parse_exported(line: bytes) -> Any:
    """The value of a line of an export: ASCII, and no name twice in one object."""
    need(len(line) <= MAX_EXPORTED, "it is too long")
    try:
        return json.loads(line.decode("ascii"), object_pairs_hook=each_once)
    except (ValueError, RecursionError):
        raise Broken("it is not JSON as infoshare writes it") from None


def each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object with these names; raises ValueError where a reader could take one of two."""
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a name stands twice")
    return dict(pairs)


def check_exported(exported: Any) -> None:
    """Raise Broken unless an object of an export says what the record in it says."""
    record = exported["record"]
    head, body = record["head"], record["body"]
    for key in ("erased", "withheld"):
        names = exported[key]
        need(isinstance(names, list) and all(map(is_text, names)), f"its {key} is no list of names")
    missing = sorted(set(head["fields"]) - set(body))
    named = sorted([*exported["erased"], *exported["withheld"]])
    need(named == missing, "its fields are not the ones that its erased and withheld leave over")
    said: dict[str, Any] = {name: head[name] for name in COPIED}
    said["hash"] = record["hash"]
    said["anchor"] = anchor_of(head["seq"], record["hash"])
    said["fields"] = {name: body[name][1] if name in body else None for name in head["fields"]}
    for name, value in said.items():
        same = canonical(exported[name]) == canonical(value)
        need(same, f"what it says of {name} is not what the record says")


class Proof:
    """A proof of one record: some of its fields, and the way to the head of a later one."""

    def __init__(self, line: bytes) -> None:
        """Read and check it; raises Broken."""
        need(line.endswith(b"\n"), "it is cut off")
        value = parse(line[:-1])
        need(isinstance(value, dict) and set(value) == PROOF, "it has not the names of a proof")
        version = value["infoshare_proof"]
        need((type(version), version) == (int, 1), "it is not a proof of this version")
        self.head, self.shown, self.later = value["head"], value["shown"], value["later"]
        self.heads = [head for head in (self.head, self.later) if head is not None]
        check_head(self.head, self.shown)
        need(self.shown, "it shows no field")
        self.vouched: set[int] = set()
        own = None
        if self.later is None:
            need(value["path"] == [], "it has a path, but no later head")
        else:
            check_head(self.later, {})
            check_path(self.head, value["path"], self.later)
            own = head_hash(self.later)
        need(value["later_hash"] == own, "the later head is not the one that was written")

    def findings(self) -> list[str]:
        """What it shows."""
        head, hidden = self.head, len(self.head["fields"]) - len(self.shown)
        return [
            f"This is a proof of record {head['seq']}, of the kind {head['kind']}.",
            f"It was written at {head['at']} by its computer's clock. Its id is {head['id']}.",
            "Fields that are shown:",
            *(f"  {visible(name)}: {in_words(pair[1])}" for name, pair in self.shown.items()),
            f"Fields that are not shown: {hidden}.",
        ]

    def fits(self, number: int, code: str) -> tuple[bool, str]:
        """Whether an anchor fits, and what to say of it."""
        found = [code_of(head_hash(head)) for head in self.heads if head["seq"] == number]
        if not found:
            return False, f"The anchor of record {number} says nothing about this proof."
        if found[0] != code:
            return False, f"Record {number} is NOT THE ONE that the anchor names."
        self.vouched.add(number)
        return True, f"The anchor of record {number} fits."

    def proved(self) -> list[str]:
        """What is shown with an anchor that fits, and what is not."""
        return [
            f"PROVED: record {self.head['seq']} held just these words when the anchor was noted.",
            "NOT PROVED: that they are true, who wrote them, that the clock was right, what the",
            "other fields say, and whether a later record corrects or withdraws any of it.",
            *(
                f"NOT CHECKED: the head of record {head['seq']}, as no anchor of it was given."
                for head in self.heads[1:]
                if head["seq"] not in self.vouched
            ),
        ]

    def unproved(self) -> list[str]:
        """What is shown without an anchor."""
        numbers = " or ".join(str(head["seq"]) for head in self.heads)
        return [
            "NOTHING IS PROVED YET: the fields, the head and the path only agree with one another,",
            "and anybody could make a file that does. It takes an anchor that was noted outside",
            f"the log, of record {numbers}: --anchor CODE",
        ]


def check_head(head: Any, shown: Any) -> None:
    """Raise Broken unless the head has the form of one, and the fields are those it names."""
    record = {"body": shown, "hash": head_hash(head), "head": head}
    need(has_form(record), "it has not the form of a proof, or not of this version")
    need(
        len(head["tree"]) == (head["seq"] - 1).bit_count(), "a tree has not the peaks that it needs"
    )
    check_hashes(record)


def check_path(head: Any, path: Any, later: Any) -> None:
    """Raise Broken unless the path leads from the record to the tree of the later head.

    The records are numbered from 0 here. Bit by bit, from the last on, the number says whether
    the record is in the right or the left half of the part of the tree that is one level up.
    The first bit in which it differs from the count in the later tree ends the way.
    """
    number, count = head["seq"] - 1, later["seq"] - 1
    need(count > number, "the later head is not later than the record")
    need(isinstance(path, list) and all(is_text(each, HASH) for each in path), "it has no path")
    height = (number ^ count).bit_length() - 1
    need(len(path) == height, "the path has not the length that it must have")
    node = head_hash(head)
    lefts: list[str] = []
    for level, beside in enumerate(path):
        if number >> level & 1:
            node = node_hash(beside, node)
            lefts.insert(0, beside)
        else:
            node = node_hash(node, beside)
    before = (count >> (height + 1)).bit_count()
    leads = later["tree"][before] == node
    need(leads, "the path does not lead from the record to the later head")
    same = later["tree"][:before] + lefts == head["tree"]
    need(same, "the later head stands for other records before this one")


def in_words(value: Any) -> str:
    """A value as JSON that is safe to show."""
    return visible(json.dumps(value, ensure_ascii=False))


def visible(text: str) -> str:
    """The text with everything escaped that a terminal would obey or hide."""
    hiding = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
    return "".join(
        json.dumps(each)[1:-1] if unicodedata.category(each) in hiding else each for each in text
    )


def code_of(record_hash: str) -> str:
    """The first 135 bits of a hash, as 27 characters."""
    bits = f"{int(record_hash, 16):0256b}"[:135]
    return "".join(SYMBOLS[int(bits[start : start + 5], 2)] for start in range(0, 135, 5))


def check_character(text: str) -> str:
    """The last character of an anchor, from its number and the 27 before it."""
    check = 0
    for symbol in text + "0":
        check = check * 2 ^ (0b100101 if check >= 16 else 0) ^ SYMBOLS.index(symbol)
    return SYMBOLS[check]


def anchor_of(number: int, record_hash: str) -> str:
    """The anchor of a record, as it is shown."""
    code = code_of(record_hash)
    code += check_character(f"{number}{code}")
    return f"{number}." + "-".join(code[start : start + 4] for start in range(0, 28, 4))


def read_anchor(typed: str) -> tuple[int, str]:
    """The record number and the code of an anchor; raises ValueError where it is mistyped."""
    text = "".join(
        each for each in typed if not each.isspace() and unicodedata.category(each) != "Pd"
    )
    text = text.upper().translate(str.maketrans("OIL", "011")) if text.isascii() else ""
    found = re.fullmatch(f"([1-9][0-9]{{0,15}})[.]([{SYMBOLS}]{{27}})([{SYMBOLS}])", text)
    if not found or int(found[1]) >= 2**53:
        raise ValueError("no anchor")
    if check_character(found[1] + found[2]) != found[3]:
        raise ValueError("no anchor")
    return int(found[1]), found[2]


def lines_of(file: BinaryIO, limit: int = MAX_LINE) -> Iterator[bytes]:
    """The lines, each with its line feed; of one that is too long, no more than shows it."""
    while line := file.readline(limit + 2):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(limit)
        yield line if line.endswith(b"\n") or not rest else line + b"\n"


def judge_log(file: BinaryIO, anchors: Anchors) -> Found:
    """What a log and its anchors come to."""
    log = Log()
    for line in lines_of(file):
        log.take(line)
    sound, said = log.findings()
    fits = [log.fits(*anchor) for anchor in anchors]
    said += [sentence for _, sentence in fits]
    if not anchors:
        said.append("Without an anchor, nobody can tell whether records are missing at the end.")
    return sound and all(fit for fit, _ in fits), said


def judge_proof(file: BinaryIO, anchors: Anchors) -> Found:
    """What a proof and its anchors come to."""
    try:
        proof = Proof(file.read(MAX_LINE + 2))
    except Broken as error:
        return False, [f"The proof is BROKEN: {error}."]
    fits = [proof.fits(*anchor) for anchor in anchors]
    said = [*proof.findings(), *(sentence for _, sentence in fits)]
    if not fits:
        return True, said + proof.unproved()
    sound = all(fit for fit, _ in fits)
    return sound, said + (proof.proved() if sound else ["NOTHING IS PROVED with these anchors."])


def judge_export(file: BinaryIO, anchors: Anchors) -> Found:
    """What an export and its anchors come to."""
    export = Export()
    ends_well = take_objects(export, lines_of(file, MAX_EXPORTED))
    sound, said = export.findings()
    if not ends_well:
        return False, [*said, "The export is BROKEN: it does not end as it should."]
    fits = [export.fits(*anchor) for anchor in anchors]
    said += [sentence for _, sentence in fits]
    if not anchors:
        said.append("Without an anchor, nobody can tell whether they are the records of that log.")
    return sound and all(fit for fit, _ in fits), said


def take_objects(export: Export, lines: Iterator[bytes]) -> bool:
    """Hand over each object of a JSON array or of JSON Lines; whether all ends as it should."""
    first = next(lines)
    if first == b"[]\n":
        return next(lines, None) is None
    if first != b"[\n":
        for line in chain([first], lines):
            if not line.endswith(b"\n"):
                return False
            export.take(line[:-1])
        return True
    more = True
    for line in lines:
        if not more:
            return line == b"]\n" and next(lines, None) is None
        more = line.endswith(b",\n")
        export.take(line.removesuffix(b"\n").removesuffix(b","))
    return False


def judge(file: io.BufferedReader, anchors: Anchors) -> Found:
    """What a file and its anchors come to; its first bytes show what it is."""
    start = file.peek(8)[:8]
    if len(start) > 2 and b'{"head":'.startswith(start):
        return judge_proof(file, anchors)
    if start.startswith((b"[\n", b"[]\n", b'{"seq":')):
        return judge_export(file, anchors)
    return judge_log(file, anchors)


def main() -> int:
    """Read the call, verify, say what was found."""
    parser = argparse.ArgumentParser(
        description="Verify a decision log of infoshare, a proof of one record, or an export."
    )
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--anchor", type=read_anchor, action="append", default=[], metavar="CODE")
    given = parser.parse_args()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        with open(given.file, "rb") as file:  # noqa: PTH123 (nothing but the file is needed)
            sound, said = judge(file, given.anchor)
    except OSError as error:
        parser.error(f"{given.file} cannot be read: {error.strerror}")
    print(*said, sep="\n")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
