"""Holds what a document says is shown against what is shown, and mends it where it is not so.

A line of three dots in a document stands for lines left out. What is another in every run, such
as an anchor, may differ from the document's; but where the document writes the same one twice,
the same one has to be shown twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from itertools import count

GAP = "..."
"""Stands for any lines, none among them."""
CUT = "\0"
"""Between two blocks that show what came in one piece: blank lines, and no others."""

_RANDOM = re.compile(
    r"(?P<anchor>(?<=\b\d\.)[0-9A-Z]{4}(?:-[0-9A-Z]{4}){6}\b)"
    r"|(?P<id>\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)"
    r"|(?P<draft>(?<=\b\d{8}-)[0-9a-z]{4}\b)"
)


@dataclass
class Values:
    """How a document writes the random values that were shown so far."""

    written: dict[str, str] = field(default_factory=dict)
    """By what was shown."""

    def as_written(self, shown: str) -> str:
        """What was shown, with the values as the document has them."""
        return _RANDOM.sub(lambda value: self.written.get(value[0], value[0]), shown)

    def as_shown(self, typed: str) -> str:
        """What the document has a reader type, with the values that this reader saw."""
        seen = {written: shown for shown, written in self.written.items()}
        return _RANDOM.sub(lambda value: seen.get(value[0], value[0]), typed)

    def masked(self, line: str) -> str:
        """The line with a word in place of each random value that is not known."""
        known = {*self.written.values()}

        def mask(value: re.Match[str]) -> str:
            return value[0] if value[0] in known else f"<{value.lastgroup}>"

        return _RANDOM.sub(mask, line)

    def learn(self, written: str, shown: str) -> None:
        """Take in a line of the document, and the same as shown, that are alike when masked."""
        pairs = zip(_RANDOM.finditer(written), _RANDOM.finditer(shown), strict=True)
        self.written |= {now[0]: before[0] for before, now in pairs if now[0] != before[0]}


def renewed(written: Sequence[str], shown: str, values: Values) -> list[str]:
    """The blocks of a document that say what was shown in one piece: as they should read."""
    old = f"\n{CUT}\n".join(block.removesuffix("\n") for block in written).split("\n")
    new = values.as_written(shown).removesuffix("\n").split("\n")
    masked_old, masked_new = list(map(values.masked, old)), list(map(values.masked, new))
    pairs = _matched(masked_old, masked_new)
    matcher = SequenceMatcher(None, masked_old, masked_new, autojunk=False)
    for one, other in _alike(matcher) if pairs is None else pairs:
        values.learn(old[one], new[other])
    if pairs is None:
        old = _merged(old, new, matcher)
    blocks = "\n".join(old).split(f"\n{CUT}\n")
    blocks[1:] = [block.lstrip("\n") for block in blocks[1:]]
    blocks[:-1] = [block.rstrip("\n") for block in blocks[:-1]]
    return [f"{block}\n" for block in blocks]


def _matched(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]] | None:
    """Which lines of the document stand for which lines shown; None where it does not fit."""
    fitting: list[set[int]] = [{len(new)}]
    for line in reversed(old):
        fitting.append(_places(line, new, fitting[-1]))
    fitting.reverse()
    at, pairs = 0, []
    for number, line in enumerate(old):
        if at not in fitting[number]:
            return None
        if line in {GAP, CUT}:
            at = min(later for later in fitting[number + 1] if later >= at)
        else:
            pairs.append((number, at))
            at += 1
    return pairs if at in fitting[-1] else None


def _places(line: str, new: Sequence[str], after: set[int]) -> set[int]:
    """Where a line of the document may stand, so that what comes after it can follow."""
    if line == GAP:
        return set(range(max(after, default=-1) + 1))
    if line == CUT:
        found = set(after)
        for at in range(len(new), 0, -1):
            if at in found and not new[at - 1]:
                found.add(at - 1)
        return found
    return {at for at, shown in enumerate(new) if shown == line and at + 1 in after}


def _alike(matcher: "SequenceMatcher[str]") -> Iterator[tuple[int, int]]:
    """Which lines stay as they are where others have changed."""
    for start, new_start, size in matcher.get_matching_blocks():
        yield from zip(range(start, start + size), count(new_start), strict=False)


def _merged(old: Sequence[str], new: Sequence[str], matcher: "SequenceMatcher[str]") -> list[str]:
    """The lines shown now, with the gaps and cuts of the document where they were."""
    lines: list[str] = []
    for same, start, end, new_start, new_end in matcher.get_opcodes():
        if same == "equal":
            lines += old[start:end]
        else:
            lines += _between(old[start:end], new[new_start:new_end])
    return lines


def _between(old: Sequence[str], new: Sequence[str]) -> Sequence[str]:
    """What takes the place of some lines: as many before a gap and after it as there were."""
    marks = [number for number, line in enumerate(old) if line in {GAP, CUT}]
    if not marks:
        return new
    head, tail = marks[0], len(old) - marks[-1] - 1
    if GAP not in old:
        return [*new[:head], CUT, *new[head:]]
    last = max(head, len(new) - tail)
    return [*new[:head], *_likely(old[head : marks[-1] + 1], new[head:last]), *new[last:]]


def _likely(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The gaps, and between them the lines that look like those that were there."""
    ended = ""
    for line in old:
        kept = line
        if line not in {GAP, CUT}:
            alike = get_close_matches(line, new, 1)
            if not alike:
                continue
            kept, at = alike[0], new.index(alike[0])
            if at and ended != GAP:
                yield GAP
            new = new[at + 1 :]
        if (ended, kept) != (GAP, GAP):
            yield kept
        ended = kept
    if ended != GAP:
        yield GAP
