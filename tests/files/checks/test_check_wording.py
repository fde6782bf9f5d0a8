"""Measuring is left to libraries of an extra; without them nothing is measured."""

import sys

import pytest

from infoshare_cli.files.checks.check_wording import open_measures


@pytest.mark.parametrize("missing", ["textstat_rs", "rapidfuzz.fuzz"])
def test_without_the_extra_there_are_no_measures(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Either library may be missing."""
    monkeypatch.setitem(sys.modules, missing, None)
    assert open_measures() is None


def test_a_grade_grows_with_words_and_sentences() -> None:
    """Of Flesch and Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    measures = open_measures()
    assert measures is not None
    plain = measures.grade_of("The cat sat on the mat. It was a good day.")
    assert plain == pytest.approx(0.39 * 5.5 + 11.8 * 11 / 11 - 15.59)
    assert measures.grade_of("Organisational responsibilities necessitate consideration.") > 20


def test_two_sentences_are_alike_from_a_slip_on() -> None:
    """One word lost or changed is; another meaning in like words is not."""
    measures = open_measures()
    assert measures is not None
    known = [
        "the guide supports sharing this with them at once.",
        "write down what you did, and why.",
        "the harm of not sharing this with them is great.",
    ]
    assert measures.alike("the guide supports sharing with them at once.", known) == [0]
    assert measures.alike("nobody knows.", known) == []
