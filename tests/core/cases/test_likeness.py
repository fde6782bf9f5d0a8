"""What nothing that decides can tell apart is alike, and nothing else is."""

from infoshare_cli.core.cases.likeness import Likeness
from infoshare_cli.core.conditions import All, Any, Comes, HasAny, IsOneOf
from infoshare_cli.core.interview import stand
from tests.core.small_packs import always, choice, many, one, pack, row, rule

SIGNS, WHO = many("signs", "cut burn limp"), one("who", "us them others")
HURT = HasAny("signs", ("cut", "burn"))
RISK = choice("risk", row("ours", IsOneOf("who", ("us",)), "safe"), row("all", always(WHO), "safe"))
RULES = [
    rule("ring", All((HURT, Comes("risk", ("safe",)))), "ring"),
    rule("talk", Any((always(SIGNS), always(WHO))), "talk"),
]
PACK = pack([SIGNS, WHO], RULES, choices=[RISK])


def test_the_first_answer_stands_for_those_that_are_seen_alike() -> None:
    """Options that no condition tells apart make no other answer, whatever question they are of."""
    likeness = Likeness(PACK)

    assert likeness.first_answer("who", ("us",)) == ("us",)
    assert likeness.first_answer("who", ("them",)) == ("them",)
    assert likeness.first_answer("who", ("others",)) == ("them",)
    assert likeness.first_answer("signs", ("cut",)) == ("cut",)
    assert likeness.first_answer("signs", ("burn",)) == ("cut",)
    assert likeness.first_answer("signs", ("limp",)) == ("limp",)


def test_ends_for_other_reasons_are_not_alike() -> None:
    """Though the outcome and the rule are the same."""
    likeness, hurt = Likeness(PACK), {"signs": ("cut",)}
    ours, theirs, others = (
        likeness.of(stand(PACK, {**hurt, "who": (each,)})) for each in ("us", "them", "others")
    )

    assert ours != theirs
    assert theirs == others
