"""What is asked where drawing fails."""

from io import StringIO

import pytest

from infoshare_cli.errors import Interrupted
from infoshare_cli.terminal.falling_back import FallingBack
from infoshare_cli.terminal.page import Screen
from infoshare_cli.terminal.plain_prompts import PlainPrompts
from infoshare_cli.terminal.prompts import Choice, Prompt, TookWay, Way

SURE = Prompt("Sure?", choices=(Choice("yes", "Yes"), Choice("no", "No")))


class Failing(PlainPrompts):
    """Prompts that fail at the first question, as on a terminal that cannot be drawn on."""

    def __init__(self, failure: BaseException) -> None:
        super().__init__(StringIO(), Screen(StringIO(), plain=True, width=80))
        self.failure = failure
        self.asked = 0

    def choose_one(self, _: Prompt) -> str:
        """Fail."""
        self.asked += 1
        raise self.failure


def over(failure: BaseException, lines: str) -> tuple[FallingBack, Failing, StringIO]:
    """Prompts that fall back on lines in memory, and what these show."""
    out = StringIO()
    failing = Failing(failure)
    plain = PlainPrompts(StringIO(lines), Screen(out, plain=True, width=80))
    return FallingBack(failing, plain), failing, out


def test_the_same_question_comes_in_plain_lines_and_so_do_all_others() -> None:
    """What failed is not tried again, and it is said once."""
    prompts, failing, out = over(OSError("no console"), "1\nbecause\n2\n")
    assert prompts.choose_one(SURE) == "yes"
    assert prompts.write_text(Prompt("Why?"), required=True) == "because"
    assert prompts.choose_one(SURE) == "no"
    assert failing.asked == 1
    assert out.getvalue().count("This terminal cannot show lists") == 1
    assert "console" not in out.getvalue()


@pytest.mark.parametrize("stop", [Interrupted("Stopped."), TookWay(Way.BACK), SystemExit(143)])
def test_a_person_who_stops_or_leaves_is_no_failure(stop: BaseException) -> None:
    """Nothing is asked again."""
    prompts, _, out = over(stop, "1\n")
    with pytest.raises(type(stop)):
        prompts.choose_one(SURE)
    assert out.getvalue() == ""


def test_a_failure_of_the_plain_lines_is_not_hidden() -> None:
    """There is nothing left to fall back on."""
    prompts = FallingBack(failing := Failing(ValueError()), failing)
    with pytest.raises(ValueError, match=r"^$"):
        prompts.choose_one(SURE)
