"""Text that Markdown shows as it stands, whatever is in it."""

import re

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|&~$])")
_STARTS = re.compile(r"^(\s*)([-+=]|[0-9]+[.)])", re.MULTILINE)
"""What would begin a list or a heading at the start of a line."""


def markdown_text(text: str) -> str:
    """The text with a backslash before each character that Markdown could take for a mark."""
    marked = _MARKS.sub(r"\\\1", text)
    return _STARTS.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", marked)
