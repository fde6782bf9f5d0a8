"""What has to be known of a whole log before words of it can be erased: one reading, no bodies."""

from dataclasses import dataclass, field

from infoshare_cli.core.lives import Lives
from infoshare_cli.core.record import INTERVIEWS, Record
from infoshare_cli.core.retention import retention_class
from infoshare_cli.core.tree import Hash


@dataclass
class Survey:
    """Which records belong together, and how old they are; records are handed in in order."""

    wanted: str | None = None
    """The number or the whole id of one record, of which the words are needed too."""
    lives: Lives = field(default_factory=Lives)
    found: Record | None = None
    """The record that is wanted; the first one that is called so."""
    last: Hash = ""
    """The hash of the last record; '' in an empty log."""
    interviews: dict[str, str | None] = field(default_factory=dict)
    """The id of each interview, in order -> its class; None where that cannot be told any more."""
    latest: dict[str, str] = field(default_factory=dict)
    """The id of an interview -> when the latest record of its life was written.

    That words were erased is no event of the case, so it does not make a record any younger.
    """
    kept_until: dict[str, str] = field(default_factory=dict)
    """The id of an interview -> the day until which its latest review keeps it; '' for none."""

    def take(self, record: Record) -> None:
        """Note one more record."""
        head = record.head
        self.last = record.hash
        self.lives.take(head)
        if self.found is None and self.wanted in {str(head.seq), head.id}:
            self.found = record
        if head.kind in INTERVIEWS:
            self.interviews.setdefault(head.id, retention_class(record))
        if head.kind != "redaction":
            self._note_life(record)

    def _note_life(self, record: Record) -> None:
        begun = self.lives.beginning(record.head.id).id
        self.latest[begun] = max(self.latest.get(begun, ""), record.head.at)
        if record.head.kind == "review":
            keeps = record.text("retention") == "keep"
            self.kept_until[begun] = record.text("review_on") if keeps else ""
