"""The JSON Schema of one entry of a list of a pack: a question, a rule, an action and so on."""

from collections.abc import Mapping

from infoshare_cli.core.contacts import ALL_ROLES
from infoshare_cli.core.guidance import (
    DECISION,
    OUTCOME,
    Action,
    Audience,
    Choice,
    ChoiceRule,
    Fact,
    FollowUp,
    Guidance,
    Label,
    Notice,
    Option,
    Outcome,
    Question,
    RecordField,
    Rule,
    Saying,
)
from infoshare_cli.core.proof.laws import LAWS
from infoshare_cli.core.proof.properties import Property
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.core.sayings import MAY_HEAR
from infoshare_cli.files.load_topics import BEARS_ON, STATUSES
from infoshare_cli.files.read_conditions import RESERVED
from infoshare_cli.files.schemas.condition_schema import options_of
from infoshare_cli.files.schemas.pack_words import PackWords
from infoshare_cli.files.schemas.schema_parts import (
    Schema,
    keys,
    list_of,
    named,
    one_word,
    suggested,
    unnamed,
)
from infoshare_cli.files.schemas.shape_schema import shape_schema

_ENTRIES: Mapping[str, type] = {
    "questions": Question,
    "outcomes": Outcome,
    "decisions": Label,
    "consent_from": Label,
    "advice_from": Label,
    "facts": Fact,
    "choices": Choice,
    "rules": Rule,
    "before": Action,
    "with": Action,
    "after": Action,
    "follow_ups": FollowUp,
    "sayings": Saying,
    "fields": RecordField,
    "notices": Notice,
}
"""What an entry of each list is."""
_CONDITIONS = ("when", "always", "never")
"""The conditions of a property."""
_DECIDED = {OUTCOME: "What the rules come to.", DECISION: "What the person decides."}
"""What a field may be about beside questions and choices."""
_SAID_BY_THE_LIST = "phase"
"""The field of an action that the list says in which it stands."""
_FIELDS_ARE_SPOKEN: Schema = {
    "if": {"properties": {"form": {"enum": ["care", "silence"]}}, "required": ["form"]},
    "then": {"properties": {"fields": False}},
}
_SOURCE = "What it rests on in the guide: a page such as p6, or a statement such as p6.informed."


def entry_schemas(words: PackWords) -> dict[str, Schema]:
    """List -> what an entry of it is."""
    known, between = _known(words), _between_keys(words.guidance)
    consenting = _people(words.guidance)
    # Where no outcome asks for consent, nothing tells who may be asked.
    people = {**known, "id": one_word(unnamed(consenting)) if consenting else named("id")}
    schemas = {}
    for key, shape in _ENTRIES.items():
        fields = people if key == "consent_from" else known
        entry = shape_schema(shape, fields, without=_SAID_BY_THE_LIST)
        schemas[key] = {**entry, **between.get(key, {})}
    return schemas


def property_schema() -> Schema:
    """What must hold of every case, or of those that it names."""
    known: dict[str, Schema] = {
        "id": named("id"),
        "source": {"description": _SOURCE, **named("source")},
        **{key: named("lines") for key in _CONDITIONS},
        "laws": list_of(one_word(LAWS)),
    }
    claims = {
        "if": {"required": ["when"]},
        "then": {"anyOf": [{"required": ["always"]}, {"required": ["never"]}]},
        "else": {"anyOf": [{"required": [key]} for key in ("always", "never", "laws")]},
    }
    return {**shape_schema(Property, known), **claims}


def _between_keys(guidance: Guidance) -> dict[str, Schema]:
    """What the keys of an entry of a list say of one another."""
    chosen = [each.id for each in guidance.choices if each.id in {r.choose for r in guidance.rules}]
    values = list_of({"properties": {"value": named("outcome")}})
    return {
        "questions": {
            "if": {"properties": {"kind": {"const": "one"}}, "required": ["kind"]},
            "then": {"properties": {"alone": False}},
        },
        "choices": {
            "if": {"properties": {"id": {"enum": chosen}}, "required": ["id"]},
            "then": {"properties": {"rules": values}},
        },
        "rules": {
            "if": {"required": ["choose"]},
            "then": {"properties": {"outcome": False}},
            "else": {"required": ["outcome"]},
        },
        "sayings": {"allOf": [*map(_heard_schema, MAY_HEAR), _FIELDS_ARE_SPOKEN]},
    }


def _heard_schema(audience: Audience) -> Schema:
    """Which fields somebody may hear."""
    names = {"propertyNames": one_word(unnamed(MAY_HEAR[audience]))}
    fields = names if MAY_HEAR[audience] else False
    return {
        "if": {"properties": {"to": {"const": audience}}, "required": ["to"]},
        "then": {"properties": {"fields": fields}},
    }


def _known(words: PackWords) -> dict[str, Schema]:
    """What the fields of entries take where their types do not tell it all."""
    guidance = words.guidance
    known = {
        "id": named("id"),
        "source": {"description": _SOURCE, **named("source")},
        "when": {"description": "Every line holds.", **named("lines")},
        "value": suggested(unnamed(_values(guidance)), named("text")),
        "Question.id": {**named("id"), "not": {"enum": list(RESERVED)}},
        "Choice.id": {**named("id"), "not": {"enum": list(RESERVED)}},
        "RecordField.id": one_word(unnamed(RECORD_FIELDS)),
        "status": _status_schema(),
        "bears_on": list_of(_bears_on_schema(words), least=1),
        **_references(guidance),
    }
    known["options"] = list_of(shape_schema(Option, known), least=1)
    known["rules"] = list_of(shape_schema(ChoiceRule, known), least=1)
    return known


def _references(guidance: Guidance) -> dict[str, Schema]:
    """The fields that name something declared elsewhere."""
    choices = {each.id: each.says for each in guidance.choices}
    questions = {each.id: each.ask for each in guidance.questions}
    return {
        "outcome": named("outcome"),
        "choose": one_word(choices),
        "consent_from": one_word(choices),
        "question": one_word(questions),
        "about": list_of(one_word({**questions, **choices})),
        "RecordField.about": list_of(one_word({**questions, **choices, **_DECIDED})),
        "advice_from": list_of(one_word({each.id: each.label for each in guidance.advice_from})),
        "agrees_with": list_of(one_word({each.id: each.label for each in guidance.decisions})),
        "contacts": list_of(one_word(unnamed(ALL_ROLES))),
    }


def _values(guidance: Guidance) -> list[str]:
    """What the choices of a pack come to, each once."""
    rows = (row for choice in guidance.choices for row in choice.rules)
    return list(dict.fromkeys(row.value for row in rows))


def _people(guidance: Guidance) -> list[str]:
    """Who may be asked for consent: what the choices come to that outcomes name for it."""
    choices = {each.consent_from for each in guidance.outcomes}
    rows = (row for choice in guidance.choices if choice.id in choices for row in choice.rules)
    return list(dict.fromkeys(row.value for row in rows))


def _status_schema() -> Schema:
    return {
        "additionalProperties": one_word(unnamed(STATUSES)),
        "type": "object",
        "minProperties": 1,
    }


def _bears_on_schema(words: PackWords) -> Schema:
    """Where a notice is shown, in the words of the pack."""
    guidance = words.guidance
    known = {each.id: named(options_of(each.id)) for each in guidance.questions}
    known["outcomes"] = named("outcome")
    known["questions"] = one_word({each.id: each.ask for each in guidance.questions})
    known["topics"] = one_word(unnamed(words.topics)) if words.topics else named("text")
    places = {key: list_of(known.get(key, named("text")), least=1) for key in BEARS_ON}
    return {**keys(places), "minProperties": 1}
