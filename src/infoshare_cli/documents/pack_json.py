"""A pack, or part of one, as JSON for other programs: its conditions in words."""

from dataclasses import fields, is_dataclass
from typing import Any

from infoshare_cli.core.condition_words import in_words, lines_in_words
from infoshare_cli.core.conditions import (
    All,
    Comes,
    Condition,
    Fails,
    HasAll,
    HasAny,
    Holds,
    IsOneOf,
    Lacks,
)
from infoshare_cli.core.conditions import Any as AnyOf
from infoshare_cli.core.excerpt import Excerpt
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.documents.decision_json import Json, source_to_json

_CONDITION = (IsOneOf, HasAny, HasAll, Lacks, Comes, Holds, Fails, All, AnyOf)


def excerpt_to_json(guidance: Guidance, excerpt: Excerpt) -> Json:
    """Which pack it is, and the entries of the excerpt; what it leaves out is an empty list."""
    pack = guidance.pack
    return {
        "pack": {
            "id": pack.id,
            "version": pack.version,
            "title": pack.title,
            "guide": pack.guide,
            "digest": guidance.digest,
        },
        **_to_json(guidance, excerpt),
    }


def _to_json(guidance: Guidance, value: Any) -> Any:
    """Frozen values as they stand; the keys are those of the pack's files."""
    if isinstance(value, _CONDITION):
        return _condition_to_json(guidance, value)
    if is_dataclass(value):
        return {
            each.name: _field(guidance, each.name, getattr(value, each.name))
            for each in fields(value)
        }
    if isinstance(value, tuple):
        return [_to_json(guidance, each) for each in value]
    if hasattr(value, "items"):
        return {key: _to_json(guidance, each) for key, each in value.items()}
    return value


def _field(guidance: Guidance, name: str, value: Any) -> Any:
    return source_to_json(value) if name == "source" else _to_json(guidance, value)


def _condition_to_json(guidance: Guidance, condition: Condition) -> Json:
    lines = lines_in_words(guidance, condition)
    return {
        "words": in_words(guidance, condition),
        "lines": [{"text": line.text, "depth": line.depth} for line in lines],
    }
