"""Whole interviews as a person types them, line by line: journeys/*.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import Infoshare

JOURNEYS = Path(__file__).parents[1] / "journeys"


def journeys() -> list[Any]:
    """Every journey of the folder, under its name."""
    return [
        pytest.param(journey, id=f"{path.stem}-{journey['id']}")
        for path in sorted(JOURNEYS.glob("*.yaml"))
        for journey in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    ]


@pytest.mark.parametrize("journey", journeys())
def test_a_journey_ends_as_it_should(
    infoshare: Infoshare, log: Path, journey: dict[str, Any]
) -> None:
    """What was typed leads to the code, the words on screen and the record that are told."""
    typed = "".join(f"{line}\n" for line in journey["types"])
    run = infoshare("--plain", "assess", *journey.get("options", []), typed=typed)
    assert run.code == int(journey["code"]), run.err[-600:]
    for words in journey.get("shows", []):
        assert words in " ".join(run.out.split()), words
    for words in journey.get("says", []):
        assert words in " ".join(run.err.split()), words
    if "record" not in journey:
        assert not log.exists()
        return
    verified = infoshare("log", "verify", "--json")
    assert (verified.code, verified.json["records"]) == (0, 1)
    fields = infoshare("log", "export", "--format", "json").json[0]["fields"]
    for name, value in journey["record"].items():
        kept = fields[name]
        assert kept == (None if value == "null" else value), name
