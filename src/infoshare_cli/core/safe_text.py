"""Text that is safe to show: nothing in it can steer what shows it, or hide what it says."""

import unicodedata

_HIDING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories that are obeyed or swallowed in place of being shown."""

_KEPT = frozenset("\n\u200c\u200d")
"""A line's end, and the two joiners that Persian, Hindi and other writing cannot do without."""


def safe_text(text: str) -> str:
    """The text with control characters and direction overrides made visible, as <U+001B>.

    Line ends stay, in the form LF; a tab becomes a space.
    """
    return "".join(map(_visible, text.replace("\r\n", "\n").replace("\t", " ")))


def named_character(character: str) -> str:
    """What stands for a character that cannot be shown: <U+001B>."""
    return f"<U+{ord(character):04X}>"


def _visible(character: str) -> str:
    if character in _KEPT or unicodedata.category(character) not in _HIDING:
        return character
    return named_character(character)
