"""What is not in place is told, the gravest first, and nothing where nothing is amiss."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from infoshare_cli.core.assurance.facts import LogFacts, count_cases, shortfalls_of
from infoshare_cli.core.assurance.hazards import Control, OwnWords
from infoshare_cli.core.assurance.pack_texts import pack_texts
from infoshare_cli.core.assurance.reading_age import measure_texts
from infoshare_cli.core.checks.trace import trace
from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.topics import Statement
from infoshare_cli.core.written_case import CaseResult
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts
from tests.assured import DAY, HAZARD, PACK, SAFE, UNSAFE, YES, facts, proof_of
from tests.core.small_packs import rule

LOST = trace(PACK, [Statement("p9.lost", "rule", "Nothing carries it.")], ())
GONE = replace(HAZARD, controls=(Control("It is gone.", proved_by=("gone",)),))


def directory() -> Directory:
    """The contacts that come with the program."""
    return load_contacts(shipped_contacts())


def test_nothing_is_said_where_nothing_is_amiss() -> None:
    """The day, the log and the texts of the pack are no shortfalls."""
    assert shortfalls_of(facts()) == ()
    assert facts().proved


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"proof": None}, "The rules are not proved"),
        ({"proof": proof_of(PACK, SAFE, UNSAFE)}, "What does not hold: unsafe."),
        ({"guidance": replace(PACK, proved=False)}, "no receipt says so"),
        ({"own": OwnWords({}, (GONE,))}, "hazard wrong: It is gone."),
        ({"own": OwnWords({}, ())}, "name no hazards"),
        ({"cases": replace(facts().cases, different=3)}, "as written: 3."),
        ({"trace": trace(PACK, (), ())}, "no list of what the guide says"),
        ({"trace": LOST}, "that nothing carries: 1."),
        ({"coverage": None}, "do not go through all"),
        ({"directory": directory()}, "Contacts not checked in the last 12 months: "),
        ({"reading": measure_texts(pack_texts(PACK), (), None)}, "was not measured"),
        ({"reading": measure_texts(pack_texts(PACK), (), lambda _: 9.0)}, "harder to read"),
        ({"log": LogFacts("broken")}, "The log does not verify"),
        ({"log": LogFacts("unreadable")}, "The log does not verify"),
    ],
)
def test_what_is_amiss_is_told(changes: dict[str, Any], told: str) -> None:
    """In a sentence that says what it is."""
    assert any(told in each for each in shortfalls_of(facts(**changes)))


def test_a_broken_proof_comes_first() -> None:
    """Whoever reads one line only, reads that."""
    found = facts(proof=proof_of(PACK, UNSAFE), log=LogFacts("broken"))
    assert not found.proved
    assert "broken" in shortfalls_of(found)[0]


def test_a_law_that_is_broken_is_named_as_a_property_is() -> None:
    """It holds of any rules, and these have a rule that decides nothing."""
    idle = replace(PACK, rules=(*PACK.rules, rule("late", YES, "talk")))
    found = facts(proof=proof_of(idle, SAFE, UNSAFE))
    assert found.broken == ("every-rule-decides", "unsafe")
    assert facts().broken == facts(proof=None).broken == ()


def test_without_a_proof_no_control_is_proved() -> None:
    """And what rests on the proof is not in place."""
    found = facts(proof=None)
    assert not found.proved
    assert [len(each.not_in_place) for each in found.hazards] == [1]


def test_a_contact_that_was_checked_a_year_ago_counts_as_unchecked() -> None:
    """The day is handed in; on that of the check all is well."""
    contacts = directory()
    checked = [c for c in contacts.contacts if any(k.on for k in c.provenance.checks)]
    only = replace(contacts, contacts=tuple(checked))
    assert facts(directory=only, at=DAY).unchecked_contacts == ()
    later = facts(directory=only, at=date(2028, 1, 1))
    assert later.unchecked_contacts == tuple(each.id for each in checked)
    assert any(each.endswith(f", {checked[-1].id}).") for each in shortfalls_of(later))


def test_cases_are_counted_by_the_rule_that_decides_them() -> None:
    """One that has faults is decided by none."""
    found = count_cases(
        [
            CaseResult(same=True, rule="ring"),
            CaseResult(same=False, rule="ring"),
            CaseResult(same=False),
        ]
    )
    assert (found.written, found.different, dict(found.by_rule)) == (3, 2, {"ring": 2})
