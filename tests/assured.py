"""Facts for assurance of a tiny pack, with anything about them said otherwise."""

from dataclasses import replace
from datetime import date
from typing import Any

from infoshare_cli.core.areas import Places
from infoshare_cli.core.assurance.facts import Facts, LogFacts, count_cases
from infoshare_cli.core.assurance.hazards import Control, Hazard, OwnWords
from infoshare_cli.core.assurance.pack_texts import pack_texts
from infoshare_cli.core.assurance.reading_age import measure_texts
from infoshare_cli.core.checks.trace import trace
from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.coverage.coverage import coverage_of
from infoshare_cli.core.coverage.coverage_walk import walk_coverage
from infoshare_cli.core.guidance import Guidance, RecordField
from infoshare_cli.core.proof.proof import Proof, prove
from infoshare_cli.core.proof.properties import Property
from infoshare_cli.core.topics import Statement
from infoshare_cli.core.written_case import WrittenCase, judge_case
from tests.core.small_packs import SOURCE, one, pack, rule

DAY = date(2026, 11, 22)
YES, NO = IsOneOf("danger", ("yes",)), IsOneOf("danger", ("no",))
PACK = replace(
    pack(
        [one("danger", "yes no")],
        [rule("ring", YES, "ring"), rule("talk", NO, "talk")],
        fields=[RecordField("reason", "Why so?", "A few words will do for this one.", SOURCE)],
    ),
    proved=True,
)
SAFE = Property("safe", "Danger is rung for.", SOURCE, YES, IsOneOf("outcome", ("ring",)))
UNSAFE = replace(SAFE, id="unsafe", when=NO)
"""Holds in no case."""
PROVED = Control("It is proved.", proved_by=("safe", "one-outcome"), carried_by=("ring",))
HAZARD = Hazard(
    "wrong",
    "The answer is wrong",
    "It comes to something else.",
    "A child is hurt.",
    ("A slip.",),
    (PROVED, Control("It is tested.", tested_by=("tests/t.py",), told_in=("docs/d.md",))),
    ("Somebody looks.",),
)
CASES = [
    WrittenCase(name, {"danger": (name,)}, outcome, None)
    for name, outcome in (("yes", "ring"), ("no", "talk"))
]


def proof_of(guidance: Guidance, *held: Property) -> Proof:
    """The proof of a pack under these properties."""
    return prove(guidance, held)


def facts(**changes: Any) -> Facts:
    """Facts of a pack in which nothing is amiss, but for what is said otherwise."""
    walk, met = walk_coverage(PACK), 0
    for case in CASES:
        met |= walk.met_by(case.answers)
    sound = Facts(
        at=DAY,
        engine="9.9.9",
        guidance=PACK,
        proof=proof_of(PACK, SAFE),
        coverage=coverage_of(walk, met),
        cases=count_cases([judge_case(PACK, case) for case in CASES]),
        trace=trace(PACK, [Statement("p3.record", "rule", "Write it down.")], ()),
        directory=Directory(Places(()), (), "sha256:c"),
        log=LogFacts("empty"),
        own=OwnWords({"purpose": "It is for a test."}, (HAZARD,)),
        reading=measure_texts(pack_texts(PACK), (), lambda text: len(text) / 10),
    )
    return replace(sound, **changes)
