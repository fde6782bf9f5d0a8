"""What the YAML reader says of text that is no YAML, in words for people who do not program."""

import re
from dataclasses import dataclass
from typing import Any

from infoshare_cli.files.document import Place


@dataclass(frozen=True)
class _Words:
    """What to say where the reader's own words fit a pattern."""

    pattern: str
    found: str
    expected: str
    from_start: bool = False
    """Whether to point at the beginning of what went wrong, not at where that was noticed."""


_WORDS = (
    _Words(
        "mapping values are not allowed",
        "a colon that does not belong here",
        "one 'key: value' on a line, in step with the lines around it; a text with a colon in it "
        "in quotation marks",
    ),
    _Words(
        "sequence entries are not allowed",
        "a '- ' that does not belong here",
        "a list on the lines below its key",
    ),
    _Words(
        "tab character|'.t' that cannot start", "a tab", "spaces, two for each step to the right"
    ),
    _Words(
        "cannot start any token",
        "a character that no text can begin with",
        "spaces in place of tabs, and quotation marks around a text that begins with @, ` or %",
    ),
    _Words(
        "unexpected end of stream|unexpected document",
        "a quotation mark that is not closed",
        "a quotation mark at the end of the text too",
        from_start=True,
    ),
    _Words(
        "could not find expected ':'",
        "a line without a colon",
        "'key: value', or a text that goes on further to the right than its key",
        from_start=True,
    ),
    _Words(
        "',' or '[]}]'",
        "a bracket that is not closed, or a comma that is missing",
        "commas between the entries, and the closing bracket",
        from_start=True,
    ),
    _Words(
        "expected key|expected '-'|<block end>",
        "a line or a word that does not fit in with what stands above it",
        "each line in step with those around it, and quotation marks around a text as a whole",
    ),
    _Words("node content", "a bracket or a comma that does not belong here", "text or a list"),
    _Words(
        "escape|hexa?decimal",
        "a backslash that means nothing here",
        "single quotation marks around a text with a backslash",
    ),
    _Words(
        "alphabetic or numeric",
        "a text that begins with * or &",
        "quotation marks around the text",
        from_start=True,
    ),
    _Words(
        "comment or (a )?line break|indentation indicator",
        "something behind the > or | that begins a text on the lines below",
        "nothing behind it, or quotation marks around a text that begins with it",
    ),
    _Words("tag|URI|'>'", "a text that begins with !", "quotation marks around the text"),
    _Words("directive|YAML document|document start", "a line that begins with %", "no such line"),
)
_OTHER = _Words("", "text that is no YAML", "'key: value' on each line, or '- ' and an entry")


def describe_syntax(error: Any) -> tuple[Place, str, str]:
    """Where a YAML error is, what was found there, and what was expected."""
    told = f"{error.context or ''}: {error.problem or ''}"
    words = next(
        (each for each in _WORDS if re.search(each.pattern, error.problem or told)), _OTHER
    )
    marks = [error.problem_mark, error.context_mark]
    if words.from_start:
        marks.reverse()
    mark = next((mark for mark in marks if mark), None)
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return place, words.found, words.expected
