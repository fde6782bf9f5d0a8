"""Text that is safe to show: nothing in it can steer the terminal or hide what it says."""

import unicodedata

_HIDING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories that a terminal obeys or swallows in place of showing them."""

_KEPT = frozenset("\n\u200c\u200d")
"""A line's end, and the two joiners that Persian, Hindi and other writing cannot do without."""


def safe_text(text: str) -> str:
    """The text with control characters and direction overrides made visible, as <U+001B>.

    Line ends stay, in the form LF; a tab becomes a space.
    """
    return "".join(map(_visible, text.replace("\r\n", "\n").replace("\t", " ")))


def carried_text(text: str, encoding: str) -> str:
    """The text with '?' for each character that the encoding does not have."""
    return text.encode(encoding, "replace").decode(encoding)


def is_writing(text: str) -> bool:
    """Whether the text can have been meant: no control character, no half of a character."""
    return not any(
        unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t"
        for character in text
    )


def _visible(character: str) -> str:
    if character in _KEPT or unicodedata.category(character) not in _HIDING:
        return character
    return f"<U+{ord(character):04X}>"
