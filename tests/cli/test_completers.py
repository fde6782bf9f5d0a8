"""What the Tab key is offered: words that fit, nothing of a case, and never an error."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from infoshare_cli.cli.answer_shell import VARIABLE
from infoshare_cli.cli.completers import MOST_RECORDS, candidate
from tests.cli.conftest import Infoshare
from tests.cli.made_up_log import record
from tests.cli.shell_answers import ask
from tests.conftest import NOON

Offered = Callable[[str], dict[str, str]]


@pytest.fixture
def offered(infoshare: Infoshare, monkeypatch: pytest.MonkeyPatch) -> Offered:
    """Asks what may stand at the end of a line, in the environment of `infoshare`."""
    return lambda typed: ask(monkeypatch, typed)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("infoshare con", {"contacts"}),
        ("infoshare contacts lu", {"luton"}),
        ("infoshare contacts c", {"central-bedfordshire", "check"}),
        ("infoshare guide my", {"myths"}),
        ("infoshare guide sea", {"search"}),
        ("infoshare assess --area bed", {"bedford"}),
        ("infoshare assess --no-i", {"--no-input"}),
        ("infoshare --pl", {"--plain"}),
        ("infoshare log ver", {"verify"}),
        ("infoshare log export --format js", {"json", "jsonl"}),
        ("infoshare rules show --only out", {"outcomes"}),
        ("infoshare rules show --id consent-", {"consent-falls-short"}),
        ("infoshare rules trace --statement p6.no-seek-d", {"p6.no-seek-delay"}),
        ("infoshare rules schema ans", {"answers"}),
        ("infoshare completion po", {"powershell"}),
        ("infoshare --version lo", {"log"}),
    ],
)
def test_words_that_fit_are_offered(offered: Offered, typed: str, words: set[str]) -> None:
    """Commands, options, areas, topics, ids and the choices of an option."""
    assert set(offered(typed)) >= words
    last = typed.rpartition(" ")[2]
    assert all(word.startswith(last) for word in offered(typed))


def test_every_command_is_offered_with_its_first_sentence(offered: Offered) -> None:
    """Where a shell can show it, nobody needs the help to choose."""
    commands = offered("infoshare ")
    assert {"assess", "contacts", "guide", "log", "rules", "doctor"} <= set(commands)
    assert all(told for told in commands.values())


def test_outcomes_and_rules_are_told_apart(offered: Offered) -> None:
    """An id comes with what it is of."""
    ids = offered("infoshare rules show --id ")
    assert ids["do-not-share"] == "outcome"
    assert ids["consent"] == "question"
    assert "rule" in ids.values()


def test_a_record_is_offered_by_number_and_day_alone(offered: Offered, log: Path) -> None:
    """Whoever looks over a shoulder learns that there are records, and nothing else."""
    for number in (1, 2):
        record(log, number)
    day = f"{NOON.astimezone():%d %b %Y}"
    for typed in ("infoshare log show ", "infoshare log export --id "):
        assert offered(typed) == {"2": day, "1": day}
        assert list(offered(typed)) == ["2", "1"]


def test_the_newest_records_come_first_and_not_too_many(offered: Offered, log: Path) -> None:
    """A log of years fits on a screen."""
    for number in range(1, MOST_RECORDS + 3):
        record(log, number)
    numbers = list(map(int, offered("infoshare log show ")))
    assert numbers == list(range(MOST_RECORDS + 2, 2, -1))


def test_another_log_is_looked_into_where_one_is_named(
    offered: Offered, log: Path, tmp_path: Path
) -> None:
    """The options before the command count here too."""
    record(tmp_path / "other.jsonl", 1)
    assert list(offered(f"infoshare --log {tmp_path / 'other.jsonl'} log show ")) == ["1"]
    assert offered("infoshare log show ") == {}


@pytest.mark.parametrize(
    "typed",
    [
        "infoshare --log nowhere log show ",
        "infoshare --log . log show ",
        "infoshare --contacts nowhere contacts ",
        "infoshare --rules nowhere rules show --id ",
        "infoshare --rules nowhere rules trace --statement ",
        "infoshare --rules nowhere guide ",
        "infoshare log show --nonsense ",
        "infoshare nonsense more ",
        "infoshare log verify --anchor ",
        "infoshare --rules ",
        "infoshare 'unclosed ",
    ],
)
def test_what_cannot_be_read_offers_nothing_and_says_nothing(
    offered: Offered, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No error ever comes into the line that somebody is typing."""
    offered(typed)
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "")


def test_a_log_that_is_no_file_is_left_alone(offered: Offered, log: Path) -> None:
    """A link could lead anywhere, and rubbish is no record."""
    log.parent.mkdir(parents=True)
    log.write_bytes(b'rubbish\n{"head": {"seq": "1"}}\n[]\n' + b"\xff" * 100)
    assert offered("infoshare log show ") == {}


def test_a_draft_is_offered_by_its_id_alone(
    offered: Offered, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its file is not even opened, and other files are not offered."""
    monkeypatch.setattr("infoshare_cli.files.locations.default_drafts", lambda: tmp_path)
    for name in ("20261122-k7f3.json", "20261123-x2x2.json", "a name.json", "notes.txt"):
        (tmp_path / name).write_text("SECRET", encoding="utf-8")
    assert offered("infoshare assess --draft ") == {"20261123-x2x2": "", "20261122-k7f3": ""}


@pytest.mark.parametrize("word", ["$(touch gone)", "a b", "a;b", "`x`", "\x1b[2J", "a\tb", "'"])
def test_a_word_that_a_shell_could_obey_is_never_offered(
    offered: Offered, word: str, tmp_path: Path
) -> None:
    """An id in somebody's rules cannot put a command on a line."""
    contacts = tmp_path / "contacts.yaml"
    quoted = word.replace("\\", "\\\\").replace("\x1b", "\\e").replace("\t", "\\t")
    contacts.write_text(
        f'areas:\n  - id: sound\n    name: "Sound and `quiet`"\n  - id: "{quoted}"\n    name: X\n',
        encoding="utf-8",
    )
    words = offered(f"infoshare --contacts {contacts} contacts ")
    assert set(words) <= {"sound", "check"}
    assert "check" in words


def test_what_explains_a_word_fits_a_screen() -> None:
    """It is cut where it is long, and has nothing in it that a shell or a terminal obeys."""
    assert candidate("a") == "a"
    assert candidate("a", "One.") == "a\tOne."
    assert candidate("a", "x\ty\n\x1bz\u202e") == "a\txyz"
    assert len(candidate("a", "x" * 200)) < 65


def test_a_press_of_the_key_loads_nothing_that_draws(tmp_path: Path) -> None:
    """Whoever types waits for it, so what is slow to load stays out."""
    environment = {
        **os.environ,
        VARIABLE: "complete_bash",
        "COMP_WORDS": "infoshare log show ",
        "COMP_CWORD": "3",
        "INFOSHARE_LOG": str(tmp_path / "log"),
    }
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "infoshare_cli"],
        env=environment,
        check=True,
        text=True,
        capture_output=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "infoshare_cli.files.recent_records" in loaded
    assert loaded.isdisjoint({"rich", "questionary", "yaml", "filelock"})
