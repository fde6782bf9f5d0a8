"""A text as it is typed key by key, and what the terminal shows for each key.

The terminal's own line editing stops at 4095 bytes and drops the rest, so the plain prompts do
it themselves. It is as bare as the terminal's: nothing moves the cursor but taking back.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

_TAKE_BACK = "\b \b"


@dataclass(frozen=True)
class EditKeys:
    """The keys that take back a character, a word or the line."""

    erase: frozenset[str]
    word: frozenset[str]
    line: frozenset[str]


@dataclass
class EditedLine:
    """What was typed so far; a line end that was pasted stays, and so does all before it."""

    keys: EditKeys
    _typed: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was typed and not taken back."""
        return "".join(self._typed)

    def press(self, key: str) -> str:
        """Take in one character; what the terminal is to show for it."""
        if key in self.keys.erase:
            return self._erase()
        if key in self.keys.word:
            return self._erase_while(str.isspace) + self._erase_while(_is_word)
        if key in self.keys.line:
            return self._erase_while(lambda _: True)
        self._typed.append(key)
        return _shown(key)

    def _erase(self) -> str:
        """Take back one character, together with the accents that were put on it."""
        echo = ""
        while not echo and self._last:
            echo = _TAKE_BACK * _columns(self._typed.pop())
        return echo

    def _erase_while(self, wanted: Callable[[str], bool]) -> str:
        echo = ""
        while self._last and wanted(self._last):
            echo += _TAKE_BACK * _columns(self._typed.pop())
        return echo

    @property
    def _last(self) -> str:
        """The last character of this line; '' where there is none."""
        return self._typed[-1] if self._typed and self._typed[-1] != "\n" else ""


def _is_word(character: str) -> bool:
    return not character.isspace()


def _shown(key: str) -> str:
    # As the terminal itself shows control keys; the key as it is would steer it.
    if key == "\n":
        return key
    if key == "\t":
        return " "
    return f"^{chr(ord(key) ^ 0x40)}" if key < " " or key == "\x7f" else key


def _columns(character: str) -> int:
    """Columns that a terminal gives to a character."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    wide = unicodedata.east_asian_width(character) in {"W", "F"}
    return 2 if wide else len(_shown(character))
