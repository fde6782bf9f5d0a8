"""Text as a terminal can carry it, and text that a person can have meant."""

import unicodedata


def carried_text(text: str, encoding: str) -> str:
    """The text with '?' for each character that the encoding does not have."""
    return text.encode(encoding, "replace").decode(encoding)


def is_writing(text: str) -> bool:
    """Whether the text can have been meant: no control character, no half of a character."""
    return not any(
        unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t"
        for character in text
    )
