"""The items of a JSON list one by one, so that a fault in one keeps no other back."""

import json
import re

from infoshare_cli.files.document import Place


def items_of(text: str) -> list[tuple[str, Place]] | None:
    """Each item of a list as it is written, and where it begins; None if it is no sound list."""
    decoder, items = json.JSONDecoder(), list[tuple[str, Place]]()
    line, line_start, counted, at = 1, 0, 0, _after_space(text, 0)
    try:
        while text[at] == ("," if items else "["):
            start = _after_space(text, at + 1)
            if not items and text[start] == "]":
                at = start
                break
            line += text.count("\n", counted, start)
            line_start = max(line_start, text.rfind("\n", counted, start) + 1)
            counted = start
            end = decoder.raw_decode(text, start)[1]
            items.append((text[start:end], (line, start - line_start + 1)))
            at = _after_space(text, end)
        sound = text[at] == "]" and _after_space(text, at + 1) == len(text)
    except (ValueError, IndexError, RecursionError):
        return None
    return items if sound else None


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


_SPACE = re.compile(r"[ \t\n\r]*")
