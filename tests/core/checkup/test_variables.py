"""Environment variables that do something, and those that only seem to."""

from infoshare_cli.core.checkup.variables import judge_variables, told_variables


def test_those_that_count_are_told_with_their_values() -> None:
    """Ours, and those of others that the program looks at; nothing else of the environment."""
    environment = {"INFOSHARE_LOG": "/log", "NO_COLOR": "1", "HOME": "/home/sam", "SECRET": "x"}
    assert told_variables(environment) == {"INFOSHARE_LOG": "/log", "NO_COLOR": "1"}
    (finding,) = judge_variables(environment)
    assert (finding.state, finding.found) == ("ok", "Set for infoshare: INFOSHARE_LOG.")


def test_none_is_no_trouble() -> None:
    """Nobody has to set any."""
    (finding,) = judge_variables({"PATH": "/bin"})
    assert (finding.state, finding.found) == ("ok", "None is set for infoshare.")


def test_a_slip_is_told_with_the_one_that_was_meant_and_without_its_value() -> None:
    """A log that was meant for elsewhere would otherwise go to the usual place unnoticed."""
    environment = {"INFOSHARE_LOGS": "words of a case", "INFOSHARE_COLOUR": "yes"}
    assert set(told_variables(environment).values()) == {""}
    strange, slip = judge_variables(environment)
    assert {strange.state, slip.state} == {"look"}
    assert "Did you mean INFOSHARE_LOG?" in slip.advice
    assert "INFOSHARE_RULES" in strange.advice
    assert "words" not in slip.found + slip.advice
