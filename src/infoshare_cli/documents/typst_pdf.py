"""A Typst document as an accessible PDF: tagged after PDF/UA-1, its fonts in the file."""

import re
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from infoshare_cli.core.safe_text import named_character
from infoshare_cli.errors import CallError

_NOT_IN_THE_FONTS = re.compile('the text `"(.+?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")
_ROUNDS = 3
"""How often letters are replaced; the first round finds them all but for odd combinations."""


def must_have_typst(how_to_get_it: str) -> None:
    """Raises CallError where the library that writes PDF is not installed."""
    if find_spec("typst") is None:
        raise CallError(f"A PDF cannot be written here. To write it: {how_to_get_it}")


def typst_to_pdf(source: str) -> bytes:
    """The PDF; the same bytes for the same source and the same version of Typst.

    The fonts are those that Typst brings along, so that the page is the same on every computer.
    Where they lack a letter, the fonts of this computer help out; a letter that they lack too is
    written as <U+09AC>, as PDF/UA-1 allows no empty boxes.

    Raises:
        CallError: it cannot be written.
    """
    typst: Any = import_module("typst")
    try:
        return _compiled(typst, source, own_fonts_alone=True)
    except typst.TypstError as error:
        failed = error
    for _ in range(_ROUNDS):
        if not _missing(failed):
            break
        try:
            return _compiled(typst, source, own_fonts_alone=False)
        except typst.TypstError as error:
            failed = error
            for letter in _missing(error):
                source = source.replace(letter, named_character(letter))
    raise CallError("The PDF cannot be written: Typst refuses it.") from failed


def _compiled(typst: Any, source: str, *, own_fonts_alone: bool) -> bytes:
    written: bytes = typst.compile(
        source.encode("utf-8"),
        format="pdf",
        ignore_system_fonts=own_fonts_alone,
        pdf_standards="ua-1",
    )
    return written


def _missing(error: Any) -> set[str]:
    """The letters that no font has."""
    named = _NOT_IN_THE_FONTS.findall(error.diagnostic)
    texts = (_NUMBERED.sub(lambda found: chr(int(found[1], 16)), name) for name in named)
    return {letter for text in texts for letter in text if not letter.isascii()}
