"""Bigger packs to measure by: they are sound, none of it is out of reach, and all of it counts."""

from pathlib import Path

import pytest

from benchmarks.big_packs import SHAPES, make_big_pack
from infoshare_cli.core.proof.proof import Proof, prove
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_properties import load_properties
from tests.files.small_pack import write_pack

PROPERTIES = """\
properties:
  - id: danger-means-999
    says: When someone is in danger, the answer is to ring 999.
    source: [p1]
    when:
      - danger: yes
    always:
      - outcome: emergency
      - asked: {has_any: [danger]}
      - action: {has_any: [ring]}
  - id: laws-hold
    says: Every case has an outcome.
    source: [p1]
    laws: [one-outcome]
"""


def proved(folder: Path) -> Proof:
    """The proof of a pack."""
    guidance = load_guidance(folder)
    return prove(guidance, load_properties(folder, guidance))


@pytest.mark.parametrize("times", [2, 5])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_bigger_pack_has_all_the_work_as_many_times(
    shape: str, times: int, tmp_path: Path
) -> None:
    """Rules, cases, positions and properties; and all that held of the pack holds of it."""
    small, big = write_pack(tmp_path), tmp_path.with_name(f"{tmp_path.name}-big")
    (small / "properties.yaml").write_text(PROPERTIES, encoding="utf-8")
    make_big_pack(small, times, shape, big)
    before, after = proved(small), proved(big)
    assert len(load_guidance(big).rules) == times * len(load_guidance(small).rules)
    assert after.holds
    assert after.cases == times * before.cases
    assert after.nodes > times * (before.nodes - 1)
    assert len(after.properties) == times * len(before.properties)
    assert {each.id for each in after.laws} == {each.id for each in before.laws}
