"""Cases that the program found, as a file: it reads back as what was found."""

from pathlib import Path

from infoshare_cli.core.coverage.coverage_walk import walk_coverage
from infoshare_cli.core.coverage.missing_cases import complete
from infoshare_cli.core.interview import stand
from infoshare_cli.documents.cases_yaml import new_cases_to_yaml
from infoshare_cli.files.load_cases import read_cases
from infoshare_cli.files.strict_yaml import parse_yaml
from tests.shipped import shipped_pack
from tests.written_cases import items


def test_the_file_reads_back_as_the_cases_that_were_found(tmp_path: Path) -> None:
    """Answers in the order asked, the outcome that the rules give, whose consent."""
    walk = walk_coverage(shipped_pack())
    cases = complete(walk, walk.possible)
    path = tmp_path / "new.yaml"
    path.write_text("".join(new_cases_to_yaml(walk, cases, walk.possible, ())), encoding="utf-8")
    read = list(read_cases(path, shipped_pack()))

    assert [list(case.answers.items()) for case in read] == [
        list(case.answers.items()) for case in cases
    ]
    assert not any(case.faults for case in read)
    for case in read:
        verdict = stand(shipped_pack(), case.answers).verdict
        assert verdict is not None
        assert (case.outcome, case.consent_from) == (verdict.outcome.id, verdict.consent_from)
    assert any(case.consent_from for case in read)


def test_each_case_has_a_story_and_says_who_wrote_it() -> None:
    """So that nobody takes it for one that a person has confirmed."""
    walk = walk_coverage(shipped_pack())
    text = "".join(new_cases_to_yaml(walk, complete(walk, walk.possible), walk.possible, ()))
    entries = items(parse_yaml(text.encode(), "new.yaml").data)

    assert len(entries) > 20
    for entry in entries:
        assert str(entry["story"]).startswith("Danger now is ")
        assert "Written by the program. To be confirmed by a person." in str(entry["note"])
    notes = " ".join(str(entry["note"]) for entry in entries)
    assert "rule danger-now decides" in notes
    assert max(map(len, text.splitlines())) <= 120
    assert text.isascii()
