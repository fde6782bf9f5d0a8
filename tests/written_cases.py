"""The cases that come with the shipped pack: stories, their answers and their ends."""

from dataclasses import dataclass

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.strict_yaml import Data, read_yaml


@dataclass(frozen=True)
class Written:
    """A case of the pack's files."""

    name: str
    given: Answers
    end: tuple[str, str | None]
    """Outcome, and whose consent."""
    note: str


def written_cases() -> list[Written]:
    """The cases of all files, in order."""
    return [
        written(case)
        for path in sorted((shipped_rules() / "cases").glob("*.yaml"))
        for case in items(read_yaml(path).data)
    ]


def items(data: Data) -> list[dict[str, Data]]:
    """The entries of a list of mappings."""
    assert isinstance(data, list)
    return [entry for entry in data if isinstance(entry, dict)]


def written(case: dict[str, Data]) -> Written:
    """A case with its texts."""
    answers, consent_from = case["answers"], case.get("consent_from")
    assert isinstance(answers, dict)
    words = {q: (a,) if isinstance(a, str) else tuple(map(str, a)) for q, a in answers.items()}
    end = (str(case["outcome"]), None if consent_from is None else str(consent_from))
    return Written(str(case["id"]), words, end, str(case.get("note", "")))


WRITTEN = written_cases()
