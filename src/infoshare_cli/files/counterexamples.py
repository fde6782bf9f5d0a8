"""Cases that break a property, as answers files that `infoshare assess` runs."""

from pathlib import Path

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.finding import Finding

_OURS = "# Written by infoshare rules prove: a case that breaks"


def write_counterexample(
    folder: Path, guidance: Guidance, finding: Finding, answers: Answers
) -> Path:
    """Write the case that a finding shows into a folder; it replaces no file but its own.

    Raises:
        OSError: it cannot be written.
    """
    text = counterexample_text(guidance, finding, answers)
    number, path = 1, folder / f"broken-{finding.id}.yaml"
    while path.exists() and not path.read_bytes().startswith(_OURS.encode("utf-8")):
        number += 1
        path = folder / f"broken-{finding.id}-{number}.yaml"
    path.write_bytes(text.encode("utf-8"))
    return path


def counterexample_text(guidance: Guidance, finding: Finding, answers: Answers) -> str:
    """An answers file with the case."""
    lines = [f"{_OURS} {finding.id}.", f"# {finding.says}", "answers:"]
    for question, chosen in answers.items():
        one = guidance.question_by_id[question].kind == "one"
        value = chosen[0] if one else f"[{', '.join(chosen)}]"
        lines.append(f"  {question}: {value}")
    return "\n".join(lines) + "\n"
