"""YAML as an editor reads it, and what an independent validator says of it by our schemas."""

import re
from functools import lru_cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker

# YAML 1.2.2, section 10.3.2, the core schema. PyYAML's own rules are those of YAML 1.1, where yes
# is true and 2026-11-22 a date.
_CORE = (
    ("null", r"null|Null|NULL|~|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.nan"),
)


class _Editor(yaml.BaseLoader):
    """Reads scalars as YAML 1.2 does."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own attribute


def _scalar(loader: _Editor, node: yaml.ScalarNode) -> object:
    if node.style:
        return node.value
    kind = next((name for name, form in _CORE if re.fullmatch(form, node.value)), "str")
    match kind:
        case "null":
            return None
        case "bool":
            return node.value.lower() == "true"
        case "int":
            return int(node.value, 0 if node.value[:2] in {"0o", "0x"} else 10)
        case "float":
            return float(node.value.replace(".inf", "inf").replace(".nan", "nan"))
    return node.value


def _mapping(loader: _Editor, node: yaml.MappingNode) -> dict[str, object]:
    # Keys are text to an editor, whatever they look like.
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


_Editor.add_constructor("tag:yaml.org,2002:str", _scalar)
_Editor.add_constructor("tag:yaml.org,2002:map", _mapping)


@lru_cache(maxsize=256)
def as_an_editor_reads(text: str) -> Any:
    """The data of a YAML text to a reader of YAML 1.2; not to be changed, as it is kept."""
    return yaml.load(text, Loader=_Editor)  # noqa: S506 - builds text, numbers, lists, mappings


def complaints(schema: dict[str, Any], text: str) -> list[str]:
    """What a validator finds wrong with a YAML text; empty where it is sound."""
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    found = validator.iter_errors(as_an_editor_reads(text))
    return [f"{error.json_path}: {error.message[:200]}" for error in found]
