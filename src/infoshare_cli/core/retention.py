"""The classes by which records are kept: what was decided says how long that is.

How long is for the retention schedule of an organisation to say, and in no case for this program.
"""

from infoshare_cli.core.record import INTERVIEWS, Record

CLASSES = ("shared", "not-shared", "waiting", "abandoned")

_CLASS_OF = {
    "share": "shared",
    "share-limited": "shared",
    "share-elsewhere": "shared",
    "not-share": "not-shared",
    "ask-consent": "waiting",
    "get-advice": "waiting",
    "wait": "waiting",
}
"""What a practitioner decided -> the class of the record."""


def retention_class(record: Record) -> str | None:
    """The class of an interview; None where what was decided is erased, or it is no interview."""
    kind = record.head.kind
    if kind not in INTERVIEWS:
        return None
    return "abandoned" if kind == "abandoned" else _CLASS_OF.get(record.text("decision"))
