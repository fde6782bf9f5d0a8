"""How documents are followed: what is noticed, what may differ, and how they are renewed."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.followed.follow_documents import can_be_followed, follow
from tests.followed.shown_text import GAP, Values, renewed

ONE, OTHER = "03MZ-WWJC-F8PP-4SJ6-0B56-EQBP-KDKF", "7KF0-ZZJC-F8PP-4SJ6-0B56-EQBP-KDKA"
CASE = """\
```yaml
# case.yaml
answers:
  immediate_danger: yes
record:
  case_ref: EX-1
  decision: share
  reason: Made up for a test.
```

"""


def shown(*commands: str, says: str = f"{GAP}\n") -> str:
    """A document that types these commands and shows this."""
    typed = "".join(f"{command}\n" for command in commands)
    return f"```sh\n{typed}```\n\n```text\n{says}```\n"


@pytest.mark.parametrize(
    "written",
    ["a\nb\nc\nd\n", "...\nd\n", "a\n...\n", "a\n...\nc\nd\n", "...\nb\n...\n", "a\n...\nb\n...\n"],
)
def test_lines_may_be_left_out_anywhere(written: str) -> None:
    """Where three dots stand, and nowhere else; a document that fits stays as it is."""
    assert renewed([written], "a\nb\nc\nd\n", Values()) == [written]


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("a\nb\nd\n", "a\nb\nc\nd\n"),
        ("a\n...\nx\nd\n", "a\n...\nc\nd\n"),
        ("x\n...\nd\n", "a\n...\nd\n"),
        ("a\n...\nc\n", "a\n...\nc\nd\n"),
        ("a\n...\nd\nd\n", "a\n...\nd\n"),
    ],
    ids=["left out in silence", "changed", "changed before a gap", "not the end", "too many"],
)
def test_lines_that_are_not_so_are_renewed(written: str, becomes: str) -> None:
    """And the lines that were left out stay left out."""
    assert renewed([written], "a\nb\nc\nd\n", Values()) == [becomes]


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from(["a", "b", "x", GAP])))
def test_what_was_renewed_fits(now: list[str], before: list[str]) -> None:
    """To remake a document twice changes nothing more."""
    text = "".join(f"{line}\n" for line in now)
    once = renewed(["".join(f"{line}\n" for line in before)], text, Values())

    assert renewed(once, text, Values()) == once


def test_a_talk_is_cut_where_the_document_cuts_it() -> None:
    """Between two blocks nothing but empty lines can be lost."""
    told = "Question 1\nYour answer: 2\n\nQuestion 2\nYour answer: 3\n"

    kept = ["Question 1\nYour answer: 2\n", "Question 2\n...\n"]
    assert renewed(kept, told, Values()) == kept
    lost = ["Question 1\n", "Question 2\n...\n"]
    assert renewed(lost, told, Values())[0] + renewed(lost, told, Values())[1] != "".join(lost)


def test_an_anchor_may_be_another_but_has_to_be_the_same_one_twice() -> None:
    """It is made from random salts; what stands around it is held to the letter."""
    values = Values()

    assert renewed([f"Anchor: 1.{ONE}\n"], f"Anchor: 1.{OTHER}\n", values) == [f"Anchor: 1.{ONE}\n"]
    assert values.as_shown(f"verify --anchor 1.{ONE}") == f"verify --anchor 1.{OTHER}"
    assert renewed([f"It was 1.{ONE}\n"], f"It was 1.{OTHER}\n", values) == [f"It was 1.{ONE}\n"]
    third = ONE.replace("WWJC", "WWJD")
    assert renewed([f"It was 1.{ONE}\n"], f"It was 1.{third}\n", values) != [f"It was 1.{ONE}\n"]
    assert renewed([f"2.{ONE}\n"], f"3.{OTHER}\n", Values()) != [f"2.{ONE}\n"]


def test_a_reader_types_the_anchor_that_they_saw(tmp_path: Path) -> None:
    """The document's own would not fit their log."""
    first = f"...\nAnchor: 9.{ONE}\n...\n".replace("9.", "1.")
    document = (
        CASE
        + shown("infoshare assess --answers case.yaml --no-input", says=first)
        + shown(f"infoshare log verify --anchor 1.{ONE}", says="...\nEvery anchor that you gave\n")
    )
    followed = follow(document, tmp_path)

    assert f"Anchor: 1.{ONE}" in followed
    assert "Every anchor that you gave fits: up to there, nothing is missing" in followed


def test_the_clock_is_the_documents(tmp_path: Path) -> None:
    """So that it can show days; and no test fails in a year."""
    listing = shown("infoshare log list")
    document = (
        "<!-- clock: 2031-02-03 11:00 -->\n\n"
        + CASE
        + shown("infoshare assess --answers case.yaml --no-input", says="...\n")
        + listing.replace(GAP, "x")
    )

    assert "Recorded: 03 Feb 2031 11:00" in follow(document, tmp_path)


def test_a_reader_may_move_files_and_set_variables(tmp_path: Path) -> None:
    """Nothing of it stays when the document has ended."""
    document = (
        "```yaml\n# our-rules/notes.yaml\na: b\n```\n\n"
        "```sh\nmkdir deep\nmv our-rules deep\ncp -R deep/our-rules again\n"
        "infoshare contacts luton > contacts.txt\nexport INFOSHARE_CONTACTS=none.yaml\n"
        "infoshare contacts luton\n```\n\n```text\n...\nnone.yaml: x\n```\n"
    )
    (tmp_path / "our-rules").mkdir()
    before = {**os.environ}
    followed = follow(document, tmp_path)

    assert (tmp_path / "again" / "notes.yaml").is_file()
    assert "01582 547 653" in (tmp_path / "contacts.txt").read_text(encoding="utf-8")
    assert "none.yaml: found no file of this name" in followed
    assert before == {**os.environ}


@pytest.mark.parametrize(
    "document",
    [
        "```sh\ninfoshare assess --nothing\n```\n\n" + shown("infoshare --version"),
        "```sh\ninfoshare assess --nothing\n```\n",
        "```sh\nrm case.yaml\n```\n",
        "```text\nSomething.\n```\n",
        "In `rules/pan-bedfordshire/pack.yaml`, find:\n\n```yaml\nno such: line\n```\n\n"
        "Make it:\n\n```yaml\nb: c\n```\n",
    ],
    ids=["failing", "failing at the end", "another program", "output of nothing", "no such edit"],
)
def test_a_document_that_cannot_be_followed_is_refused(document: str, tmp_path: Path) -> None:
    """Nothing that goes wrong on the way is passed over."""
    with pytest.raises(AssertionError):
        follow(document, tmp_path)


TALK = """\
```console
$ infoshare --plain assess --no-log
...
1. Yes, or I cannot rule it out
...
Your answer: quit
...
```
"""


def test_a_talk_is_held_at_a_terminal(tmp_path: Path) -> None:
    """What is typed in it is typed, and a false line in it is noticed."""
    if not can_be_followed(TALK):
        pytest.skip("pseudo-terminals are POSIX")
    wrong = TALK.replace("or I cannot rule", "or I could not rule")

    assert follow(TALK, tmp_path / "one") == TALK
    assert follow(wrong, tmp_path / "other") == TALK


def test_a_talk_that_ends_too_soon_is_refused(tmp_path: Path) -> None:
    """The program still waits for somebody to answer."""
    unfinished = TALK.replace("quit", "2")
    if not can_be_followed(unfinished):
        pytest.skip("pseudo-terminals are POSIX")
    with pytest.raises(AssertionError, match="asks for more"):
        follow(unfinished, tmp_path)
