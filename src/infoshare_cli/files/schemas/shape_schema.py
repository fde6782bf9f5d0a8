"""The JSON Schema of a frozen dataclass: the very shape that `files.shapes` builds from a file.

Written from the types, not by pydantic: nearly every part of what that writes would have to be
replaced, as a text may look like a number here, and nothing may be null. A test holds the keys of
both against each other.
"""

import ast
import inspect
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from textwrap import dedent
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from infoshare_cli.files.schemas.schema_parts import (
    DAY,
    Schema,
    keys,
    list_of,
    named,
    one_word,
    unnamed,
)


def shape_schema(shape: type, known: Mapping[str, Schema], without: str = "") -> Schema:
    """The keys of a shape, each with what its docstring says and its type takes.

    Args:
        shape: a dataclass.
        known: schemas that say more of a field than its type does, by the field's name, or by
            the shape's and the field's: 'Label.id'.
        without: a field that no file holds.
    """
    hints, told = get_type_hints(shape), _field_docstrings(shape)
    written = [each for each in fields(shape) if each.name != without]
    properties = {}
    for each in written:
        of_type = known.get(each.name) or _type_schema(hints[each.name], known)
        schema = known.get(f"{shape.__name__}.{each.name}", of_type)
        properties[each.name] = (
            {"description": told[each.name], **schema} if each.name in told else schema
        )
    required = [
        each.name for each in written if each.default is MISSING and each.default_factory is MISSING
    ]
    return {
        "title": shape.__name__,
        "description": inspect.getdoc(shape),
        **keys(properties, required),
    }


def _type_schema(hint: Any, known: Mapping[str, Schema]) -> Schema:
    inner = [part for part in get_args(hint) if part not in {NoneType, ...}]
    match get_origin(hint):
        case None if is_dataclass(hint):
            return shape_schema(hint, known)  # type: ignore[arg-type]
        case None:
            return {str: named("text"), date: DAY}[hint]
        case origin if origin is Literal:
            return one_word(unnamed(inner))
        case origin if origin is tuple:
            return list_of(_type_schema(inner[0], known))
        case origin if origin is Mapping:
            return {"type": "object", "additionalProperties": _type_schema(inner[1], known)}
    # What may be left out: a key that is there has a value.
    return _type_schema(inner[0], known)


@cache
def _field_docstrings(shape: type) -> Mapping[str, str]:
    """What stands under each field of a dataclass as its docstring."""
    [definition] = ast.parse(dedent(inspect.getsource(shape))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    found = {}
    for one, next_one in pairwise(body):
        match one, next_one:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = inspect.cleandoc(text)
    return found
