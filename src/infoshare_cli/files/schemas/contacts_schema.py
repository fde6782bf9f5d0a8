"""The JSON Schema of contacts.yaml."""

from infoshare_cli.core.areas import Area, SharedName
from infoshare_cli.core.contacts import Check, Contact, Provenance
from infoshare_cli.files.contact_faults import CONTACT_ID, STATEMENT
from infoshare_cli.files.layers.contact_layers import SHIPPED
from infoshare_cli.files.layers.merge_lists import AFTER, BEFORE
from infoshare_cli.files.layers.removals import REMOVE
from infoshare_cli.files.pack_entries import EXTENDS
from infoshare_cli.files.schemas.overlay_schema import beside_keys
from infoshare_cli.files.schemas.schema_parts import (
    Schema,
    Texts,
    keys,
    list_of,
    named,
    one_word,
    only_text_like,
    suggested,
    text_like,
    unnamed,
)
from infoshare_cli.files.schemas.shape_schema import shape_schema

_PHONE: Schema = {"type": ["string", "integer"], "pattern": "^(0( ?[0-9]){9,10}|[1-9][0-9]{2})$"}
_EMAIL: Schema = {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+\.[^@\s]+$"}
_WEBSITE: Schema = {
    "type": "string",
    "pattern": r"^(https://)?[A-Za-z0-9.-]+\.[A-Za-z]{2,}(/[A-Za-z0-9._~%?=&#-]*)*$",
}
_DAY_OF_A_CHECK: Schema = {
    "if": {"properties": {"result": {"const": "not-checked"}}, "required": ["result"]},
    "then": {"properties": {"on": False}},
    "else": {"required": ["on"]},
}
_AREAS_OF_A_FRONT_DOOR: Schema = {
    "if": {"properties": {"role": {"const": "front-door"}}, "required": ["role"]},
    "then": {"required": ["areas"], "properties": {"areas": {"minItems": 1}}},
}

_ALONE: Schema = {
    "required": ["areas", "contacts"],
    "properties": {
        REMOVE: False,
        "areas": list_of({"properties": {BEFORE: False, AFTER: False}}),
        "contacts": list_of({"properties": {BEFORE: False, AFTER: False}}, least=1),
    },
}
"""What holds of a directory that builds on no other."""


def contacts_schema(areas: Texts) -> Schema:
    """The contact directory, of these areas, without its `$defs`."""
    text = named("text")
    lists = {
        "areas": list_of(_placed(shape_schema(Area, {}))),
        "contacts": list_of(_placed(_contact_schema(areas))),
        "shared": list_of(shape_schema(SharedName, {"areas": {**_areas(areas), "minItems": 2}})),
        "ignored_words": list_of(text),
    }
    laid_over = {
        EXTENDS: {
            "description": "The contacts that these build on: a file seen from here, or shipped.",
            **suggested(unnamed([SHIPPED]), text),
        },
        REMOVE: {
            "description": "The ids of inherited contacts that are taken out.",
            **list_of(text, least=1),
        },
    }
    return {**keys({**lists, **laid_over}), "if": {"required": [EXTENDS]}, "else": _ALONE}


def _areas(areas: Texts) -> Schema:
    return list_of(one_word(areas))


def _contact_schema(areas: Texts) -> Schema:
    known = {
        "Contact.id": text_like(CONTACT_ID, "small letters, digits and single hyphens"),
        "source": list_of(only_text_like(STATEMENT, "a statement, such as p6.informed"), least=1),
        "areas": _areas(areas),
        "phone": _PHONE,
        "phones": list_of(_PHONE),
        "email": _EMAIL,
        "emails": list_of(_EMAIL),
        "website": _WEBSITE,
    }
    checks = list_of({**shape_schema(Check, known), **_DAY_OF_A_CHECK})
    known["provenance"] = shape_schema(Provenance, {**known, "checks": checks})
    return {**shape_schema(Contact, known), **_AREAS_OF_A_FRONT_DOOR}


def _placed(entry: Schema) -> Schema:
    """An entry that may say beside which other one it stands."""
    return {**entry, "properties": {**entry["properties"], **beside_keys(named("text"))}}
