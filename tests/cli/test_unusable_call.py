"""A call with a slip in it: the near word is told, and where to read on."""

import pytest

from tests.cli.conftest import Infoshare


@pytest.mark.parametrize(
    ("words", "told", "suggestion"),
    [
        (["asess"], "Did you mean assess? See infoshare --help.", "assess"),
        (["docter"], "Did you mean doctor?", "doctor"),
        (["log", "lst"], "Did you mean list? See infoshare log --help.", "list"),
        (["rules", "prov"], "Did you mean prove?", "prove"),
        (["verify"], "Did you mean log verify?", "log verify"),
        (["trace"], "Did you mean rules trace?", "rules trace"),
        (["assess", "--anwers", "x"], "Did you mean --answers?", "--answers"),
        (["contacts", "--al"], "Did you mean --all? See infoshare contacts --help.", "--all"),
        (["--lgo", "x", "contacts"], "Did you mean --log?", "--log"),
        (["contacts", "--log", "x"], "--log goes before the command: infoshare --log", None),
        (["log", "show"], "See infoshare log show --help.", None),
        (["log"], "Missing command. See infoshare log --help.", None),
        (["zzzz"], "No such command 'zzzz'. See infoshare --help.", None),
    ],
)
def test_the_near_word_is_told(
    infoshare: Infoshare, words: list[str], told: str, suggestion: str | None
) -> None:
    """In a sentence for people, and by itself for other programs."""
    run = infoshare(*words)
    assert run.code == 2
    assert told in run.err
    assert "?." not in run.err
    assert "Value error" not in run.err
    run = infoshare(*words, "--json")
    assert run.json["faults"][0]["suggestion"] == suggestion


def test_what_a_choice_takes_is_told(infoshare: Infoshare) -> None:
    """A wrong choice lists those that there are, without words of the library."""
    run = infoshare("log", "export", "--format", "pdx")
    assert run.code == 2
    assert "'csv'" in run.err
    assert "Value error" not in run.err
