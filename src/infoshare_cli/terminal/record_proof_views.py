"""What a proof of one record shows, how it is checked, and what it cannot show."""

from collections.abc import Iterator
from pathlib import Path

from infoshare_cli.core.record_proof import Proof
from infoshare_cli.terminal.page import Block, Command, Rows, Text


def record_proof_page(proof: Proof, output: Path | None) -> tuple[Block, ...]:
    """What to know before the proof is handed over; `output` is the file that it was written to."""
    names = sorted(proof.shown)
    fields = f"{len(names)} {'field' if len(names) == 1 else 'fields'}"
    return (
        Text(f"Shown: {fields} of record {proof.head.seq}: {', '.join(names)}.", "strong"),
        Text(
            "Whoever has an anchor that was noted outside the log can check that these words were "
            "in the record then, and are unchanged. They need docs/verify_log.py and Python:"
        ),
        Command(f"python verify_log.py {output.name if output else 'FILE'} --anchor CODE"),
        Text("An anchor fits this proof if it reads:"),
        Rows(tuple(_anchors(proof))),
        *_limits(proof),
    )


def _anchors(proof: Proof) -> Iterator[tuple[str, str]]:
    for code in proof.anchors():
        yield f"Record {code.partition('.')[0]}", code


def _limits(proof: Proof) -> Iterator[Block]:
    yield Text(
        "The anchor must come from where it was noted at the time. One that is copied from here "
        "shows only what changes from now on. Nothing shows that the words are true, or who "
        "wrote them."
    )
    yield Text(
        "The proof does not show what was recorded later about this record, such as a correction "
        f"or a consent that was withdrawn. To see that: infoshare log show {proof.head.seq}"
    )
    if proof.later:
        yield Text(
            f"The proof also tells the time, the kind and the id of record {proof.later.seq}, but "
            "none of its words. It does not if you give the anchor of the record itself: --anchor",
            "quiet",
        )
