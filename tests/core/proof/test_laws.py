"""The laws see what they are there to see, also where it hides behind other questions."""

from collections.abc import Iterable

from infoshare_cli.core.cases.walk import walk
from infoshare_cli.core.conditions import Condition, HasAll, IsOneOf
from infoshare_cli.core.guidance import FollowUp, Guidance
from infoshare_cli.core.proof.finding import Finding
from infoshare_cli.core.proof.laws import LAWS, laws_held
from infoshare_cli.core.proof.property_walk import ProofWalker
from tests.core.small_packs import always, many, one, pack, rule

ASK = one("ask", "yes no")
MORE = one("more", "yes no")
YES = IsOneOf("ask", ("yes",))


def law(name: str, guidance: Guidance, walked: Guidance | None = None) -> Finding:
    """What became of a law, for the cases of a pack."""
    cases = walk(ProofWalker(walked or guidance, []))
    return next(each for each in laws_held(guidance, cases) if each.id == name)


def with_follow_ups(*follow_ups: tuple[str, Condition]) -> Guidance:
    """A pack that asks one question, and these after the outcome."""
    questions = [ASK, many("some", "x y", alone="none"), MORE, one("last", "yes no")]
    rules = [rule("early", YES, "share"), rule("rest", always(ASK), "keep")]
    asked = (FollowUp(name, when, "Look.") for name, when in follow_ups)
    return pack(questions, rules, follow_ups=asked)


def chain(of_some: Condition) -> Iterable[tuple[str, Condition]]:
    """Follow-ups of which each waits for the answer to the one before."""
    yield "some", IsOneOf("outcome", ("share",))
    yield "more", of_some
    yield "last", IsOneOf("more", ("no",))


def test_a_follow_up_may_wait_for_the_answer_to_another() -> None:
    """Also for options that stand together; so all of the chain is asked in some case."""
    assert law("every-question-asked", with_follow_ups(*chain(HasAll("some", ("x", "y"))))).holds


def test_a_follow_up_that_no_answer_brings_up_is_told() -> None:
    """An option that stands alone never comes with another: what waits for both is not asked."""
    found = law("every-question-asked", with_follow_ups(*chain(HasAll("some", ("x", "none")))))

    assert not found.holds
    assert found.why == ("No case asks the questions more, last.",)


def test_what_was_not_asked_and_yet_decides_is_found() -> None:
    """The cases of one pack, held against a pack that looks at a question more: not the same."""
    early = [rule("early", YES, "share"), rule("rest", always(ASK), "keep")]
    late = [rule("early", YES, "share"), rule("rest", always(MORE), "keep")]
    asks_less, asks_more = pack([ASK, MORE], early), pack([ASK, MORE], late)
    found = law("unasked-changes-nothing", asks_more, walked=asks_less)

    assert law("unasked-changes-nothing", asks_less).holds
    assert (found.holds, found.example, found.cases) == (False, {"ask": ("no",)}, 1)
    assert found.says == LAWS["unasked-changes-nothing"]
