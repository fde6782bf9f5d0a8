"""A record about an earlier one into the log, made under today's rules and contacts."""

from collections.abc import Mapping

from infoshare_cli.cli.record_decision import append_entry, made_with
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.canonical import Value
from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import Head
from infoshare_cli.files.logbook import Receipt


def append_about(  # noqa: PLR0913 - what a record is made of
    setup: Setup,
    *,
    kind: str,
    of: Head,
    fields: Mapping[str, Value],
    guidance: Guidance,
    directory: Directory,
) -> Receipt:
    """Append a record about an interview to the log.

    Args:
        kind: what it is: an amendment, a follow-up, a review, a hold or a release.
        of: the head of the decision, or of the abandoned interview.
        fields: the fixed fields of the kind.

    Raises:
        LogError: it could not be written; then nothing was added.
    """
    return append_entry(setup.log, kind, of.id, made_with(guidance, directory), fields)
