"""Private words that were found, as JSON: where they stand, and never the words themselves."""

from collections.abc import Sequence

from infoshare_cli.core.private_words import PrivateWords


def private_words_to_json(field: str, found: Sequence[PrivateWords]) -> list[dict[str, object]]:
    """The findings in one field of the record, for other programs."""
    return [
        {"field": field, "kind": each.kind, "start": each.start, "end": each.end} for each in found
    ]
