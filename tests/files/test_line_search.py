"""Looking for one record of a log without reading the rest."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.canonical import MAX_BYTES, Value
from infoshare_cli.core.record import Record, Salted
from infoshare_cli.errors import BrokenLog, CallError, ExitCode, LogError
from infoshare_cli.files import line_search
from infoshare_cli.files.line_search import LineSearch, open_search
from tests.conftest import Decision, RecordsOf, about, numbered_id


class CountedReads(BytesIO):
    """A log in memory that counts how often it is read, and how much at most."""

    reads = longest = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Read and count."""
        found = super().read(size)
        self.reads += 1
        self.longest = max(self.longest, len(found))
        return found


@pytest.fixture(scope="module")
def records(records_of: RecordsOf) -> list[Record]:
    """Records of very different lengths, one of which is hundreds of times as long as others."""
    lengths = (1, 40_000, 3, 0, 200_000, 7, 90_000, 5, 5, 33_000, 0, 32_768)
    return records_of(
        [about("release", numbered_id(1), each, reason="x" * each) for each in lengths]
    )


@pytest.fixture
def search(records: list[Record]) -> LineSearch:
    """The search in a log with these records and a line that was not finished."""
    return search_in(*(record.to_line() for record in records), b'{"body":')


def search_in(*lines: bytes) -> LineSearch:
    """The search in a log with these lines."""
    return LineSearch(Path("log.jsonl"), BytesIO(b"".join(lines)))


def test_every_record_is_found_by_its_number_and_by_its_id(
    search: LineSearch, records: list[Record]
) -> None:
    """However long its neighbours are; an unfinished line at the end is no record."""
    assert search.last() == len(records)
    for record in records:
        assert search.record(record.head.seq) == record
        assert search.find(f" {record.head.seq} ") == record
        assert search.find(record.head.id.upper()) == record


@pytest.mark.parametrize(
    "wanted",
    ["0", "13", "01", "0000", "-1", "1.0", "", "x", "\u0661", "9" * 16, "9" * 999, numbered_id(77)],
)
def test_what_no_record_is_called_is_no_record(search: LineSearch, wanted: str) -> None:
    """As when a record is to be shown."""
    with pytest.raises(CallError, match=r"There is no such record\."):
        search.find(wanted)


@given(
    st.lists(st.integers(0, 300), min_size=1, max_size=40), st.integers(1, 64), st.integers(1, 9)
)
def test_it_finds_all_whatever_it_reads_at_a_time(
    lengths: list[int], chunk: int, scan: int
) -> None:
    """Ends of lines and ids may lie across any two reads."""
    lines = [line_of(number, "y" * each) for number, each in enumerate(lengths, start=1)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_search, "_CHUNK_BYTES", chunk)
        patch.setattr(line_search, "_SCAN_BYTES", scan)
        patch.setattr(line_search, "read_line", lambda line: line)
        search = search_in(*lines)
        found: list[object] = [search.record(number) for number in range(1, len(lines) + 1)]
        assert found == [line[:-1] for line in lines]
        places = list(search._places(b'"seq":'))
        whole = b"".join(lines)
        assert places == [at for at in range(len(whole)) if whole.startswith(b'"seq":', at)]


def line_of(number: int, words: str = "") -> bytes:
    """A line that ends as a record does."""
    tree = ",".join(['"' + "0a" * 32 + '"'] * number.bit_count())
    return f'{{"body":"{words}","seq":{number},"tree":[{tree}],"v":1}}}}\n'.encode()


@pytest.mark.parametrize("count", [100, 10_000, 300_000])
def test_what_is_read_grows_with_the_digits_of_the_count(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three reads for each halving, none of them long, at any length of the log."""
    monkeypatch.setattr(line_search, "read_line", lambda line: line)
    log = CountedReads(b"".join(line_of(number) for number in range(1, count + 1)))
    search = LineSearch(Path("log.jsonl"), log)
    for number in (1, 2, count // 3, count - 1, count):
        log.reads = 0
        found: object = search.record(number)
        assert found == line_of(number)[:-1]
        assert log.reads <= 4 * count.bit_length()
    assert log.longest <= 32 * 1024


def test_no_log_and_an_empty_one_have_no_records(tmp_path: Path) -> None:
    """Nor has one whose only line was not finished; and none is made."""
    log = tmp_path / "log.jsonl"
    for content in (None, b"", b'{"body"'):
        if content is not None:
            log.write_bytes(content)
        with open_search(log) as search:
            assert search.last() == 0
            for wanted in ("1", numbered_id(1)):
                with pytest.raises(CallError):
                    search.find(wanted)
        assert log.exists() == (content is not None)


def test_a_log_that_is_none_cannot_be_read(tmp_path: Path) -> None:
    """A folder in its place, or a link."""
    with pytest.raises(LogError, match="cannot be read"), open_search(tmp_path):
        pass


def test_what_is_appended_meanwhile_is_not_seen(tmp_path: Path, records: list[Record]) -> None:
    """The log is the one that was opened."""
    log = tmp_path / "log.jsonl"
    log.write_bytes(records[0].to_line())
    with open_search(log) as search:
        with log.open("ab") as more:
            more.write(records[1].to_line())
        assert search.last() == 1
        with pytest.raises(CallError):
            search.find(records[1].head.id)


def test_an_id_in_the_words_of_another_record_is_not_its_own(
    records_of: RecordsOf, decision: Decision
) -> None:
    """Neither in a text, nor in an entry that has an id and a kind."""
    head = f'"id":"{numbered_id(2)}","kind":"decision"'
    entry = {"id": numbered_id(2), "kind": "decision", "text": "x"}
    log = records_of([decision(reason=head, actions=[entry, entry]), decision(1)])
    search = search_in(*(record.to_line() for record in log))
    assert search.find(numbered_id(2)) == log[1]


def test_an_id_that_stands_twice_is_that_of_the_first(records: list[Record]) -> None:
    """As everywhere; that the log is broken is for verification to say."""
    again = replace(records[1], head=replace(records[1].head, id=records[0].head.id))
    search = search_in(records[0].to_line(), again.to_line())
    assert search.find(records[0].head.id) == records[0]


def test_a_number_in_the_words_of_a_record_is_not_its_own(
    records_of: RecordsOf, decision: Decision
) -> None:
    """Whatever a body says, its quotes are escaped or it does not stand at the end."""
    ending = '"seq":7,"tree":[],"v":1}}'
    entry: Value = {"seq": 7, "tree": [], "v": 1}
    log = records_of([decision(each, reason=ending, actions=[entry]) for each in range(5)])
    search = search_in(*(record.to_line() for record in log))
    assert [search.record(number) for number in range(1, 6)] == log


def damaged(records: list[Record], seq: int, damage: Callable[[bytes], bytes]) -> list[bytes]:
    """The lines of the log, with one of them damaged."""
    lines = [record.to_line() for record in records]
    lines[seq - 1] = damage(lines[seq - 1])
    return lines


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "no record": lambda _: b"nonsense\n",
    "empty": lambda _: b"\n",
    "cut": lambda line: line[:-40] + b"\n",
    "another version": lambda line: line.replace(b'"v":1}}', b'"v":2}}'),
    "a space": lambda line: line.replace(b'{"body":', b'{"body": '),
    "not UTF-8": lambda line: line.replace(b"Made up", b"Made \xff\xff"),
    "too long": lambda line: line.replace(b"Made up", b"M" * (MAX_BYTES + 1)),
    "rather too long": lambda _: b"x" * (MAX_BYTES * 3 // 2) + b"\n",
    "far too long": lambda _: b"x" * (3 * MAX_BYTES) + b"\n",
    "another number": lambda line: line.replace(b'"seq":4,', b'"seq":9,'),
    "no such number": lambda line: line.replace(b'"seq":4,', b'"seq":0,'),
    "no number": lambda line: line.replace(b'"seq":4,', b'"seq":null,'),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_broken_line_is_told_as_one(
    records: list[Record], damage: Callable[[bytes], bytes]
) -> None:
    """Never as a record that is not there, whichever line it is; and it ends the program with 1."""
    lines = damaged(records, 4, damage)
    for log in (lines, lines[:4]):
        with pytest.raises(BrokenLog, match=r"is broken: .*log verify says more\.") as told:
            search_in(*log).find("4")
        assert told.value.exit_code == ExitCode.CHECK_FAILED


def test_of_a_line_without_end_no_more_is_read_than_shows_it() -> None:
    """However much of it there is, once the end of the log was found."""
    log = CountedReads(b"x" * (8 * MAX_BYTES) + b"\n")
    search = LineSearch(Path("log.jsonl"), log)
    log.reads = 0
    with pytest.raises(BrokenLog, match="longer than 1 MiB"):
        search.record(1)
    assert log.reads * 32 * 1024 <= MAX_BYTES + 64 * 1024


def test_a_record_of_a_newer_version_is_told_as_one(records: list[Record]) -> None:
    """That is no damage, and the sentence says so."""
    lines = damaged(records, 4, DAMAGES["another version"])
    with pytest.raises(BrokenLog, match="needs a newer version"):
        search_in(*lines).find("4")


def test_words_that_do_not_fit_are_left_to_whoever_asked(records: list[Record]) -> None:
    """The search reads the form alone."""
    body = {**records[3].body, "reason": Salted("0" * 32, "Other words.")}
    lines = damaged(records, 4, lambda _: replace(records[3], body=body).to_line())
    assert search_in(*lines).find("4").text("reason") == "Other words."


@pytest.mark.parametrize("order", [(1, 2, 4, 5), (1, 4, 3, 2, 5), (2, 1, 3, 5, 4), (2, 2, 2, 4, 5)])
def test_a_record_that_is_elsewhere_or_gone_ends_the_search(
    records: list[Record], order: tuple[int, ...]
) -> None:
    """Each number leads to its record or to the end with a reason, and some to the latter."""
    search, lost = search_in(*(records[seq - 1].to_line() for seq in order)), []
    for seq in range(1, search.last() + 1):
        with suppress(BrokenLog):
            assert search.find(str(seq)) == records[seq - 1]
            continue
        lost.append(seq)
    assert lost
    with pytest.raises(BrokenLog, match=rf"record {lost[0]} does not stand where it should"):
        search.find(str(lost[0]))


@given(st.binary(max_size=300), st.sampled_from(["1", "2", numbered_id(1)]))
def test_any_bytes_end_in_a_record_or_in_an_error_of_ours(content: bytes, wanted: str) -> None:
    """Whatever lies there."""
    with pytest.raises((CallError, BrokenLog)):
        search_in(content.replace(b"seq", b"\n"), line_of(2)).find(wanted)
