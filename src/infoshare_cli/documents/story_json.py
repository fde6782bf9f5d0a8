"""A record with what belongs to it, as JSON; every key is always there."""

from infoshare_cli.core.lives import Link
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.documents.log_export import record_to_json


def story_to_json(story: RecordStory) -> dict[str, object]:
    """The record itself, the records about it in full, and the others by number and id."""
    return {
        **record_to_json(story.record),
        "about": _link(story.about),
        "continues": _link(story.continues),
        "continued_by": [_link(each) for each in story.continued_by],
        "holds": [_link(each) for each in story.holds],
        "life": [record_to_json(each) for each in story.life],
    }


def no_story_to_json() -> dict[str, object]:
    """What stands for a record that is in the log and cannot be read."""
    lists = ("erased", "continued_by", "holds", "life")
    objects = (
        "seq", "id", "kind", "at", "of", "pack", "contacts", "engine", "hash", "anchor", "fields",
        "about", "continues",
    )  # fmt: skip
    return {**dict.fromkeys(objects), **{name: [] for name in lists}}


def _link(link: Link | None) -> dict[str, object] | None:
    return {"seq": link.seq, "id": link.id} if link else None
