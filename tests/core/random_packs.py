"""Random conditions and random tiny packs, for what holds of every pack."""

from dataclasses import dataclass

from hypothesis import strategies as st

from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    HasAll,
    HasAny,
    Holds,
    IsOneOf,
    Lacks,
)
from infoshare_cli.core.guidance import Guidance, Rule
from tests.core.small_packs import always, choice, fact, many, one, outcome, pack, row, rule

QUESTIONS = (
    one("a", "yes no not-sure"),
    one("b", "yes no"),
    many("c", "x y z", alone="none"),
    one("d", "yes no"),
)


def _some(options: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(options), min_size=1, max_size=2, unique=True).map(tuple)


_OF_ONE = st.sampled_from([q for q in QUESTIONS if q.kind == "one"]).flatmap(
    lambda q: _some(tuple(o.id for o in q.options)).map(lambda words: IsOneOf(q.id, words))
)
_OF_MANY = st.builds(
    lambda kind, words: kind("c", words),
    st.sampled_from((HasAny, HasAll, Lacks)),
    _some(("x", "y", "z", "none")),
)


def _trees(*more: Condition) -> st.SearchStrategy[Condition]:
    """Trees of answers, and of `more`, joined by all and any, two deep."""
    leaves = _OF_ONE | _OF_MANY | st.sampled_from(more) if more else _OF_ONE | _OF_MANY
    return _joined(_joined(leaves))


def _joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    groups = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return parts | st.builds(lambda join, group: join(group), st.sampled_from((All, Any)), groups)


_F1 = (Holds("f1"), Fails("f1"))
_F2 = (Holds("f2"), Fails("f2"))
_COMES = tuple(Comes("k", values) for values in (("v1",), ("v2", "v1"), ("",)))

_ANSWERS = _trees()
"""Conditions on answers alone."""
_WITH_F1 = _trees(*_F1)
_WITH_FACTS = _trees(*_F1, *_F2)
_WITH_ALL = _trees(*_F1, *_F2, *_COMES)
_OF_STEPS = _trees(*_F1, Comes("whose", ("p1",)))
_FEW = st.integers(min_value=1, max_value=3)
_OUTCOMES = st.sampled_from(("o1", "o2", "o3"))
_ENDS = st.sampled_from(("o1", "o2", "o3", None))
"""The outcome of a step; None for a choice of outcomes."""


@dataclass(frozen=True)
class PackWithCondition:
    """A random pack, and a condition that may use its facts and its choice."""

    guidance: Guidance
    condition: Condition


@st.composite
def packs_with_condition(draw: st.DrawFn) -> PackWithCondition:
    """Facts of answers, a fact of facts, a choice of all these, and a condition of the lot."""
    facts = (fact("f1", draw(_ANSWERS)), fact("f2", draw(_WITH_F1)))
    rows = [row(f"r{n}", draw(_WITH_FACTS), f"v{n}") for n in range(1, draw(_FEW) + 1)]
    guidance = pack(QUESTIONS, facts=facts, choices=(choice("k", *rows),))
    return PackWithCondition(guidance, draw(_WITH_ALL))


@st.composite
def deciding_packs(draw: st.DrawFn) -> Guidance:
    """Packs that decide every case: random steps, and a last one for all the rest.

    The outcome 'o3' asks whose consent counts, and a step may choose between all outcomes.
    """
    last = row("w3", always(QUESTIONS[1]), draw(_OUTCOMES))
    weigh = [row(f"w{n}", draw(_ANSWERS), draw(_OUTCOMES)) for n in (1, 2)]
    whose = [row(f"c{n}", draw(_WITH_F1), f"p{n}") for n in (1, 2)]
    steps = [_step(f"s{n}", draw(_OF_STEPS), draw(_ENDS)) for n in range(draw(_FEW))]
    return pack(
        QUESTIONS,
        (*steps, rule("rest", always(QUESTIONS[0]), "o1")),
        outcomes=(outcome("o1"), outcome("o2"), outcome("o3", consent_from="whose")),
        facts=(fact("f1", draw(_ANSWERS)),),
        choices=(choice("weigh", *weigh, last), choice("whose", *whose)),
    )


def _step(name: str, when: Condition, end: str | None) -> Rule:
    return rule(name, when, end, None if end else "weigh")


_OF_INTRICATE_STEPS = _trees(*_F1, *_F2, Comes("whose", ("p1",)), Comes("weigh", ("o1", "o3")))


@st.composite
def intricate_packs(draw: st.DrawFn) -> Guidance:
    """Packs that decide every case: facts of facts, and choices of facts, in rules and ends."""
    last = row("w3", always(QUESTIONS[1]), draw(_OUTCOMES))
    weigh = [row(f"w{n}", draw(_WITH_FACTS), draw(_OUTCOMES)) for n in (1, 2)]
    whose = [row(f"c{n}", draw(_WITH_FACTS), f"p{n}") for n in (1, 2)]
    steps = [_step(f"s{n}", draw(_OF_INTRICATE_STEPS), draw(_ENDS)) for n in range(draw(_FEW))]
    return pack(
        QUESTIONS,
        (*steps, rule("rest", always(QUESTIONS[0]), "o1")),
        outcomes=(outcome("o1"), outcome("o2"), outcome("o3", consent_from="whose")),
        facts=(fact("f1", draw(_ANSWERS)), fact("f2", draw(_WITH_F1))),
        choices=(choice("weigh", *weigh, last), choice("whose", *whose)),
    )
