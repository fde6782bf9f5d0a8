"""Pieces of JSON Schema, draft 2020-12: what an editor may take for a text, a word or a list.

Our readers take every scalar for its text. An editor reads YAML 1.2, in which 12 is a number and
true no text; so what is a text to us may be a number to the editor, and both are let through.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Schema = dict[str, Any]
Texts = Mapping[str, str]
"""Words, each with what it is called on screen."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DECIMAL = re.compile(r"[0-9]+(e[0-9]+)?")
_OTHER_BASE = re.compile(r"0[xo][0-9a-f]+")
_NAMED = {"true": True, "false": False}

_TRUE_OR_FALSE: Schema = {"not": {"type": ["object", "array", "string", "number", "null"]}}
"""What is left; said outright, editors would offer true and false for every text."""
TEXT: Schema = {"anyOf": [{"type": ["string", "number"], "pattern": r"\S"}, _TRUE_OR_FALSE]}
"""Any text that is not blank. What an editor takes for nothing is refused: it is nearly always a
value that was forgotten, and the word null as a text can be put in quotation marks."""

DAY: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
"""A day as YYYY-MM-DD."""


def text_like(pattern: re.Pattern[str], expected: str) -> Schema:
    """A text that a pattern describes from its beginning to its end, or a whole number."""
    form = {"type": ["string", "integer"], "minimum": 0, **_form(pattern, expected)}
    return {"anyOf": [form, _TRUE_OR_FALSE]}


def only_text_like(pattern: re.Pattern[str], expected: str) -> Schema:
    """The same where the pattern fits nothing that an editor takes for a number."""
    return {"type": "string", **_form(pattern, expected)}


def one_word(words: Texts) -> Schema:
    """One of certain words; where the words have names, editors show these beside them."""
    taken = [(value, name) for word, name in words.items() for value in _as_read(word)]
    schema: Schema = {"enum": [value for value, _ in taken]}
    if any(name for _, name in taken):
        schema["enumDescriptions"] = [name for _, name in taken]
    return schema


def one_or_more(item: Schema) -> Schema:
    """One item by itself, or a list of some, each once."""
    return {"anyOf": [item, {**list_of(item, least=1), "uniqueItems": True}]}


def suggested(words: Texts, taken: Schema) -> Schema:
    """What `taken` lets through, of which editors offer certain words."""
    # Where nothing fits, editors tell what the first would have been.
    return {"anyOf": [taken, one_word(words)]} if words else taken


def list_of(items: Schema, *, least: int = 0) -> Schema:
    """A list, of at least so many items."""
    return {"type": "array", "items": items, **({"minItems": least} if least else {})}


def keys(properties: Mapping[str, Schema], required: Sequence[str] = ()) -> Schema:
    """Keys with values, and no others."""
    schema: Schema = {"type": "object", "properties": dict(properties)}
    if required:
        schema["required"] = list(required)
    return {**schema, "additionalProperties": False}


def one_key(title: str, properties: Mapping[str, Schema]) -> Schema:
    """Exactly one of certain keys, with its value; the title says what that is."""
    return {"title": title, **keys(properties), "minProperties": 1, "maxProperties": 1}


def named(name: str) -> Schema:
    """What stands under a name in the schema's `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def unnamed(words: Iterable[str]) -> Texts:
    """Words that have no name on screen."""
    return dict.fromkeys(words, "")


def _as_read(word: str) -> tuple[str | float | bool, ...]:
    """A word, and what an editor takes it for where no quotation marks stand around it.

    Source: YAML 1.2.2, section 10.3.2, as far as ids can look like that.
    """
    if word in _NAMED:
        return word, _NAMED[word]
    if _OTHER_BASE.fullmatch(word):
        return word, int(word, 0)
    return (
        (word, float(word) if "e" in word else int(word)) if _DECIMAL.fullmatch(word) else (word,)
    )


def _form(pattern: re.Pattern[str], expected: str) -> Schema:
    # The second is what editors say in place of the first.
    return {"pattern": f"^(?:{pattern.pattern})$", "patternErrorMessage": f"expected {expected}"}
