"""Looking through what was written for words that should not be there."""

from collections.abc import Callable, Collection, Iterator
from functools import cached_property

from infoshare_cli.cli.setup import now
from infoshare_cli.core.case import Case
from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.private_words import PrivateWords

Scan = Callable[[str, str], tuple[PrivateWords, ...]]
"""Handed a field of the record and its text; what in it names a person or leads to one."""


class PrivateScan:
    """A `Scan` that knows which words the rules and the contacts use; loads what it needs late."""

    def __init__(self, guidance: Guidance, directory: Directory) -> None:
        self._guidance = guidance
        self._directory = directory

    def __call__(self, field: str, text: str) -> tuple[PrivateWords, ...]:
        """What in the text of a field names a person or leads to one."""
        from infoshare_cli.privacy.find import find_private_words

        return find_private_words(
            text,
            today=now().astimezone().date(),
            field=field,
            allowed=self._public,
            no_names=self._no_names,
        )

    @cached_property
    def _public(self) -> frozenset[str]:
        from infoshare_cli.privacy.known_words import public_contacts

        return public_contacts(self._directory)

    @cached_property
    def _no_names(self) -> frozenset[str]:
        from infoshare_cli.privacy.known_words import words_that_are_no_names

        return words_that_are_no_names(self._guidance, self._directory)


def unsettled(case: Case, scan: Scan) -> Iterator[tuple[str, tuple[PrivateWords, ...]]]:
    """Each field with private words of which nobody has said that they stay."""
    kept = {(each.field, each.kind) for each in case.kept_words}
    for field, text in case.record.items():
        found = tuple(each for each in scan(field, text) if (field, each.kind) not in kept)
        if found:
            yield field, found


def named_remark(fields: Collection[str]) -> str:
    """What is said of a record that was made without a person; '' where no field names anybody."""
    if not fields:
        return ""
    return (
        f"These parts of the record may name somebody: {', '.join(fields)}. "
        "Nobody was there to be asked about it."
    )
