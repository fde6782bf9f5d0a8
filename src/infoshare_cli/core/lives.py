"""The lives of recorded interviews: which record is about which, from the heads alone.

A decision or an abandoned interview begins a life. Amendments, follow-ups, reviews, holds, releases
and redactions are about it. A decision that goes on from an earlier record has a life of its own;
with that one, and with all that is about either, it is one story. A hold is on the whole story, for
words of one decision are often those of the next.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from infoshare_cli.core.record import INTERVIEWS, Head


@dataclass(frozen=True, slots=True)
class Link:
    """What of a record's head says where it belongs."""

    seq: int
    id: str
    kind: str
    of: str | None


@dataclass
class Lives:
    """Which records belong together; heads are handed in the order of the log."""

    _links: dict[str, Link] = field(default_factory=dict)
    _about: dict[str, list[str]] = field(default_factory=dict)
    """Record id -> the ids of the records whose `of` it is, in order."""

    @classmethod
    def of_heads(cls, heads: Iterable[Head]) -> "Lives":
        """The lives in a log with these heads."""
        lives = cls()
        for head in heads:
            lives.take(head)
        return lives

    def take(self, head: Head) -> None:
        """Note one more record. Where two have one id, the first one counts."""
        if head.id in self._links:
            return
        self._links[head.id] = Link(head.seq, head.id, head.kind, head.of)
        if head.of is not None:
            self._about.setdefault(head.of, []).append(head.id)

    def link(self, record_id: str | None) -> Link | None:
        """What is known of the record with that id; None where there is none."""
        return self._links.get(record_id) if record_id else None

    def beginning(self, record_id: str) -> Link:
        """The interview that a record is about; itself where it is one, or is about none.

        Raises:
            KeyError: no record has that id.
        """
        link = self._links[record_id]
        seen = {link.id}
        while link.kind not in INTERVIEWS and link.of in self._links and link.of not in seen:
            link = self._links[link.of]
            seen.add(link.id)
        return link

    def life(self, record_id: str) -> tuple[Link, ...]:
        """The records about an interview, in order, without those that go on from it."""
        return tuple(each for each in self._following(record_id) if each.kind not in INTERVIEWS)

    def continued_by(self, record_id: str) -> tuple[Link, ...]:
        """The interviews that go on from a record, in order."""
        about = (self._links[each] for each in self._about.get(record_id, ()))
        return tuple(each for each in about if each.kind in INTERVIEWS)

    def decisions_since(self, record_id: str) -> tuple[Link, ...]:
        """The decisions that go on from a record, by any number of steps, in order."""
        waiting, found = [record_id], dict[str, Link]()
        while waiting:
            for each in self.continued_by(waiting.pop()):
                if each.id not in found:
                    found[each.id] = each
                    waiting.append(each.id)
        decisions = (each for each in found.values() if each.kind == "decision")
        return tuple(sorted(decisions, key=lambda each: each.seq))

    def story(self, record_id: str) -> tuple[Link, ...]:
        """Every record that belongs together with this one by any number of steps, in order."""
        waiting, found = [record_id], dict[str, Link]()
        while waiting:
            name = waiting.pop()
            link = self._links.get(name)
            if link is None or name in found:
                continue
            found[name] = link
            waiting += [*self._about.get(name, ()), *([link.of] if link.of else ())]
        return tuple(sorted(found.values(), key=lambda each: each.seq))

    def holds(self, record_id: str) -> tuple[Link, ...]:
        """The holds on a story that are not released yet, the oldest first.

        Each release ends one hold: the oldest that still stands.
        """
        standing: list[Link] = []
        for each in self.story(record_id):
            if each.kind == "hold":
                standing.append(each)
            elif each.kind == "release":
                del standing[:1]
        return tuple(standing)

    def held(self) -> frozenset[str]:
        """The ids of all records of the stories on which a hold stands."""
        held, looked_at = set[str](), set[str]()
        for each in self._links.values():
            if each.kind == "hold" and each.id not in looked_at:
                story = {link.id for link in self.story(each.id)}
                looked_at |= story
                held |= story if self.holds(each.id) else set()
        return frozenset(held)

    def _following(self, record_id: str) -> Iterator[Link]:
        waiting, found = list(self._about.get(record_id, ())), dict[str, Link]()
        while waiting:
            link = self._links[waiting.pop()]
            if link.id in found:
                continue
            found[link.id] = link
            if link.kind not in INTERVIEWS:
                waiting += self._about.get(link.id, ())
        yield from sorted(found.values(), key=lambda each: each.seq)
