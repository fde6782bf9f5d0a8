"""What `rules check` and `rules prove` are worth: they find what is put into a copy of the pack."""

from pathlib import Path

import pytest

from tests.cli.conftest import Infoshare, Run
from tests.rules.seeds import SEEDS, Copy, Seed


def told(run: Run) -> str:
    """What a command said, without its line ends."""
    return " ".join(run.out.split())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_fault_that_is_put_into_the_pack_is_found(
    seed: Seed, tmp_path: Path, infoshare: Infoshare
) -> None:
    """The command fails, and speaks of what was done."""
    copy = Copy(tmp_path)
    seed.put(copy)
    more = ("--cases", tmp_path) if seed.found_by == "prove" else ()
    run = infoshare("rules", seed.found_by, copy.save(), *more)

    assert run.code == 1
    assert seed.says in told(run)


def test_a_copy_without_a_fault_is_sound(tmp_path: Path, infoshare: Infoshare) -> None:
    """So whatever is found in a seeded copy is the seed."""
    copy = Copy(tmp_path)
    for name in ("decision.yaml", "actions.yaml", "outcomes.yaml", "properties.yaml"):
        copy.file(name)
    folder = copy.save()

    assert infoshare("rules", "check", folder).code == 0
    assert infoshare("rules", "prove", folder).code == 0
