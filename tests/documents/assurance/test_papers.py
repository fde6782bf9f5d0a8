"""The documents for assurance: filled in as far as the program knows, and honest about the rest."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from infoshare_cli.core.assurance.facts import Facts, LogFacts
from infoshare_cli.core.assurance.hazards import Control, OwnWords
from infoshare_cli.core.assurance.pack_texts import PackText, pack_texts
from infoshare_cli.core.assurance.paper_form import OWN_TEXTS
from infoshare_cli.core.assurance.reading_age import measure_texts
from infoshare_cli.core.checks.trace import trace
from infoshare_cli.core.coverage.coverage import coverage_of
from infoshare_cli.core.coverage.coverage_walk import walk_coverage
from infoshare_cli.core.guidance import Notice
from infoshare_cli.core.log_stats import Counted, LogStats
from infoshare_cli.documents.assurance.assurance_index import WrittenPaper, index_of
from infoshare_cli.documents.assurance.assurance_json import OnDisk, assurance_to_json
from infoshare_cli.documents.assurance.known_facts import KNOWN
from infoshare_cli.documents.assurance.paper import Paper, fill_in
from infoshare_cli.documents.assurance.paper_html import paper_to_html
from infoshare_cli.documents.assurance.paper_markdown import paper_to_markdown
from infoshare_cli.files.load_assurance import FORMS, load_form
from tests.assured import HAZARD, PACK, SAFE, UNSAFE, facts, proof_of
from tests.reading_html import read_html

MARK = "To fill in:"
COVERAGE = coverage_of(walk_coverage(PACK), 0)
"""That of no case at all."""
STATS = LogStats(
    decisions=40,
    abandoned=5,
    by_outcome=(Counted("ring", 25), Counted(None, 5)),
    by_decision=(),
    by_area=(),
    by_month=(Counted("2026-10", 40),),
    overridden={"yes": 10, "no": 30, "erased": 0},
    overridden_rules=(),
    time_to_receipt={},
    erased={},
)
ONE_OUTCOME = "Every case comes to exactly one outcome."
NOTICE = Notice(
    "law", "The law", "It changed.", {"text": "confirmed"}, (), "o", {"in_force": "2026"}
)


def paper(name: str, **changes: Any) -> Paper:
    """A document of the tiny pack."""
    return fill_in(name, load_form(name), facts(**changes))


def text(name: str, **changes: Any) -> str:
    """The same as Markdown, without its escapes."""
    return paper_to_markdown(paper(name, **changes)).replace("\\", "")


def index(known: Facts) -> Paper:
    """The index of one document."""
    return index_of([WrittenPaper("a.md", "A paper", 7, "ab" * 32)], known)


def every_paper(**changes: Any) -> list[Paper]:
    """All five, and the index."""
    return [*(paper(name, **changes) for name in FORMS), index(facts(**changes))]


@pytest.mark.parametrize("number", range(len(FORMS) + 1))
def test_every_gap_is_marked_in_the_same_words_and_counted(number: int) -> None:
    """On the first page, at the end, and in both formats."""
    each = every_paper(own=OwnWords({}, (HAZARD,)))[number]
    page, markdown = read_html(paper_to_html(each)).text, paper_to_markdown(each)
    assert each.gaps
    assert page.count(MARK) == markdown.count(MARK) == len(each.gaps)
    assert f"Gaps to fill in: {len(each.gaps)}." in page
    assert f"{len(each.gaps)}, marked where they stand" in page
    assert all(gap.by for gap in each.gaps)


@pytest.mark.parametrize("number", range(len(FORMS) + 1))
def test_each_says_what_it_cannot_know_and_claims_nothing(number: int) -> None:
    """Nobody can hold it up as a proof that a law is kept."""
    told = paper_to_markdown(every_paper()[number])
    assert "## What this cannot know\n\n- " in told
    assert "Nothing here says that anybody keeps to a law" in told
    assert "compliant" not in told.lower()
    assert not re.search(r"[\u2013\u2014]", told)


@pytest.mark.parametrize("number", range(len(FORMS) + 1))
def test_a_page_stands_alone_and_can_be_found_through(number: int) -> None:
    """No script, no network, a heading for each part, no id twice, no level left out."""
    page = read_html(paper_to_html(every_paper()[number], [("b.html", "Beside it")]))
    assert page.all("script") == page.all("img") == page.all("link") == []
    assert len(page.ids) == len(set(page.ids))
    anchors = {f"#{each}" for each in page.ids}
    assert {each for each in page.addresses if each.startswith("#")} <= anchors
    assert {each for each in page.addresses if not each.startswith("#")} == {"b.html"}
    levels = [int(name[1]) for name, _ in page.tags if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(each.get("scope") for each in page.all("th"))


def test_the_same_facts_make_the_same_bytes() -> None:
    """Whenever and wherever it is written; only the day is handed in."""
    assert [*map(paper_to_html, every_paper())] == [*map(paper_to_html, every_paper())]
    assert "22 Nov 2026" in text("hazard-log")


def test_both_formats_say_the_same() -> None:
    """The same headings, and the same gaps in the same order."""
    for each in every_paper():
        page = read_html(paper_to_html(each)).text
        markdown = paper_to_markdown(each).replace("\\", "")
        headings = re.findall(r"^#+ (.*)$", markdown, re.MULTILINE)
        assert [title for title in headings if title not in page] == []
        assert [*re.findall(rf"{MARK}(?:\*\*)? (.*?) \(by", markdown)] == [
            *re.findall(rf"{MARK} (.*?) \(by", page)
        ]


@pytest.mark.parametrize("number", range(len(FORMS) + 1))
def test_a_broken_proof_stands_on_top_of_every_document(number: int) -> None:
    """So does a proof that could not be tried."""
    broken = every_paper(proof=proof_of(PACK, SAFE, UNSAFE))[number]
    assert broken.book.cover[0] == (
        "Please note",
        ("The proof of the rules is broken. What does not hold: unsafe.",),
    )
    untried = every_paper(proof=None)[number]
    assert "not proved" in untried.book.cover[0][1][0]
    assert every_paper()[number].book.cover[0][0] == "Rules"


def test_every_name_of_a_form_is_known_and_each_is_used() -> None:
    """Neither a fact nor a text of the pack is asked for that there is not, or left out."""
    parts = [
        part
        for name in FORMS
        for section in load_form(name).sections
        for part in (*section.parts, *(each for item in section.items for each in item.parts))
    ]
    assert {part.facts for part in parts} - {""} == KNOWN.keys()
    assert {part.own for part in parts} - {""} == {*OWN_TEXTS}
    assert all(part.gaps for part in parts if part.own)


def test_what_the_pack_does_not_say_is_a_gap() -> None:
    """And no gap where it does."""
    gap = "What these rules are for."
    assert gap not in text("impact-assessment")
    assert "It is for a test." in text("impact-assessment")
    assert gap in text("impact-assessment", own=OwnWords({}, ()))


def test_the_log_is_told_in_rounded_counts_or_not_at_all() -> None:
    """Without a log, or with one that does not verify, it says so and goes on."""
    counted = text("impact-assessment", log=LogFacts("counted", STATS))
    assert "| Decisions | 40 |" in counted
    assert "| left empty or erased | 5 |" in counted
    assert "rules say: about 10" in text("transparency-record", log=LogFacts("counted", STATS))
    for state, told in {
        "empty": "no log here",
        "broken": "does not verify",
        "unreadable": "could not be read",
    }.items():
        assert told in text("impact-assessment", log=LogFacts(state))  # type: ignore[arg-type]
        record = text("transparency-record", log=LogFacts(state))  # type: ignore[arg-type]
        assert record.count(told) == 2


def test_a_control_names_its_evidence() -> None:
    """What is proved, what is there, what is tested and what is only said."""
    told = text("hazard-log")
    assert "- It is proved.\n  - Proved for these rules: safe. Danger is rung for.\n" in told
    assert "  - In these rules: ring\n" in told
    assert "  - Tested: tests/t.py\n  - Said: docs/d.md" in told
    assert "Left to your organisation:\n\n- Somebody looks." in told
    assert "| wrong | The answer is wrong | 2 | none |" in told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"proof": proof_of(PACK, replace(UNSAFE, id="safe"))},
            "safe does not hold under these rules. Danger is",
        ),
        ({"proof": proof_of(PACK)}, "these rules have no safe"),
        ({"proof": None}, "safe could not be proved"),
    ],
)
def test_a_control_that_is_not_there_is_told_as_such(changes: dict[str, Any], told: str) -> None:
    """In the hazard itself, in the table of all, and in the transparency record."""
    log = text("hazard-log", **changes)
    assert "- NOT IN PLACE: It is proved." in log
    assert f"Not in place: {told}" in log
    assert "| wrong | The answer is wrong | 2 | 1 |" in log
    assert "NOT IN PLACE: It is proved." in text("transparency-record", **changes)


def test_a_hazard_without_controls_says_so() -> None:
    """Nothing that stands against it is made up."""
    bare = replace(HAZARD, controls=(), left=())
    told = text("hazard-log", own=OwnWords({}, (bare,)))
    assert "Existing controls: none." in told
    assert "Left to your organisation:" not in told


def test_rules_without_hazards_say_so() -> None:
    """In each place where hazards would stand."""
    nothing = OwnWords({}, ())
    assert text("hazard-log", own=nothing).count("These rules name no hazards.") == 2
    assert "These rules name no hazards." in text("transparency-record", own=nothing)


def test_the_certificate_shows_what_was_gone_through() -> None:
    """Statements with what carries them, cases rule by rule, coverage, proof and receipt."""
    told = text("coverage-certificate")
    assert "Statements of the guide: 1. Carried by nothing: 0." in told
    assert "| 1. ring | 1 | page 3 |" in told
    assert "All of them come out as they were written." in told
    none = text("coverage-certificate", coverage=replace(COVERAGE, impossible=()))
    assert "no case can meet them" not in none
    stuck = replace(COVERAGE, impossible=COVERAGE.missing[:2])
    told = text("coverage-certificate", coverage=stuck)
    assert "as no case can meet them: 2.\n\n- Rule ring" in told
    assert "Danger is rung for." in told
    assert "A receipt beside the rules" in told
    without = text("coverage-certificate", guidance=replace(PACK, proved=False))
    assert "No receipt beside the rules fits them" in without
    assert "no list of what the guide says" in text(
        "coverage-certificate", trace=trace(PACK, (), ())
    )


def test_the_performance_of_rules_is_their_proof() -> None:
    """Or that there is none."""
    assert "Laws of any rules: 5; properties of these: 1; all of them hold." in text(
        "transparency-record"
    )
    broken = text("transparency-record", proof=proof_of(PACK, UNSAFE))
    assert "not all hold: unsafe" in broken
    untried = text("transparency-record", proof=None)
    assert "could not be proved" in untried
    assert "An interview asks" not in text("impact-assessment", proof=None)


def test_notices_are_told_with_how_sure_they_are() -> None:
    """Or that there are none."""
    told = text("impact-assessment", guidance=replace(PACK, notices=(NOTICE,)))
    assert "| The law | text: confirmed | in force 2026 |" in told
    assert "no notice of what has changed" in text("impact-assessment")


def test_without_a_measure_the_report_says_what_to_install() -> None:
    """And still tells how long the sentences are."""
    told = text("reading-age", reading=measure_texts(pack_texts(PACK), (), None))
    assert told.count("pip install 'infoshare-cli[rules]'") == 2
    assert "By grade" not in told
    assert "| A few words will do for this one. | record: reason help | 8 | not measured |" in told


def test_the_report_tells_the_texts_by_grade() -> None:
    """Those that are too hard are counted."""
    assert "Texts: 9; measured: 1. No text is above it." in text("reading-age")
    assert "| up to 4 | 1 |" in text("reading-age")
    hard = measure_texts(pack_texts(PACK), (), lambda _: 9.0)
    assert "Above it: 1." in text("reading-age", reading=hard)


def test_a_text_of_several_lines_is_one_row() -> None:
    """In Markdown a table ends where a line does."""
    lines = measure_texts([PackText("saying", "s", "One line.\nAnd another.")], (), None)
    assert "| One line. And another. | saying: s |" in text("reading-age", reading=lines)


def test_how_an_answer_comes_about_is_told_as_it_is() -> None:
    """Not every question waits for a rule, and what a not sure does is said by the rules."""
    told = text("transparency-record")
    assert "0 may follow the answer, for what is to be done." in told
    assert "The rules say what becomes of it." in told
    assert "never taken for a no" not in told


def test_the_index_lists_every_file_with_its_sha_256() -> None:
    """So that a copy can be compared, and what is not in place."""
    told = paper_to_markdown(index(facts(log=LogFacts("broken"))), [("a.md", "A paper")])
    assert "- [A paper](a.md)" in told
    assert f"SHA-256: {'ab' * 32}" in told
    assert "Gaps for people, with the one in this index: 8." in told
    assert "The log does not verify" in told
    assert "Nothing that the program could tell." in paper_to_markdown(index(facts()))


def test_a_paper_without_gaps_says_so() -> None:
    """The count is not left to be guessed."""
    form = replace(load_form("reading-age"), sections=())
    told = paper_to_markdown(fill_in("reading-age", form, facts()))
    assert "Nothing is marked to be filled in here." in told
    assert "Gaps for people" not in told


def test_words_of_a_pack_are_taken_for_no_markup() -> None:
    """Whatever somebody writes into assurance.yaml."""
    odd = Control("<b>*bold*</b> | cell", told_in=("d",))
    known = facts(own=OwnWords({}, (replace(HAZARD, controls=(odd,)),)))
    each = fill_in("hazard-log", load_form("hazard-log"), known)
    assert "&lt;b&gt;*bold*" in paper_to_html(each)
    assert r"\<b\>\*bold\*\</b\> \| cell" in paper_to_markdown(each)


def test_json_tells_the_same(tmp_path: Any) -> None:
    """Every key is there; a control says whether it is in place, and why."""
    each = paper("hazard-log")
    told = assurance_to_json(facts(), [OnDisk(each, tmp_path / "h.md", "ab")], tmp_path, "md")
    assert told["status"] == "proved"
    assert told["gaps"] == len(each.gaps)
    assert told["not_in_place"] == []
    (hazard,) = told["hazards"]
    assert hazard["controls"][0] == {
        "says": "It is proved.",
        "in_place": True,
        "evidence": [
            {"kind": "proved", "id": "safe", "state": "proved", "says": SAFE.says},
            {"kind": "proved", "id": "one-outcome", "state": "proved", "says": ONE_OUTCOME},
            {"kind": "carried", "id": "ring", "state": "there", "says": ""},
        ],
    }
    for proof, status in ((None, "unproved"), (proof_of(PACK, UNSAFE), "broken")):
        assert assurance_to_json(facts(proof=proof), [], tmp_path, "md")["status"] == status
