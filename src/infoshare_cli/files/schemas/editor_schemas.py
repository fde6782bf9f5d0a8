"""The JSON Schemas for editors: one for each file of a pack, for contacts and for answers."""

import json
from collections.abc import Mapping
from pathlib import Path

from infoshare_cli.errors import Fault, FileError, reason_of
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.schemas.answers_schema import (
    answers_file_schema,
    answers_schema,
    cases_file_schema,
)
from infoshare_cli.files.schemas.condition_schema import condition_schemas, property_line_schemas
from infoshare_cli.files.schemas.contacts_schema import contacts_schema
from infoshare_cli.files.schemas.entry_schema import property_schema
from infoshare_cli.files.schemas.pack_schema import (
    assurance_schema,
    common_parts,
    pack_file_schemas,
    topic_schema,
)
from infoshare_cli.files.schemas.pack_words import load_words
from infoshare_cli.files.schemas.schema_parts import DIALECT, Schema, keys, list_of

SCHEMAS: Mapping[str, str] = {
    "pack": "pack.yaml: the name and version of the rules, and the guide that they follow",
    "questions": "questions.yaml: the questions and the answers that each one takes",
    "decision": "decision.yaml: named facts, choices, and the rules in their order",
    "outcomes": "outcomes.yaml: the outcomes, decisions, who consents and who advises",
    "actions": "actions.yaml: what to do, and the questions asked after the outcome",
    "sayings": "sayings.yaml: what to say to whom after the outcome, and when to say nothing",
    "record": "record.yaml: what a person writes down with the decision",
    "since": "since.yaml: what has changed since the guide was written",
    "statements": "statements.yaml: what the guide says, one statement a line",
    "properties": "properties.yaml: what must hold of every case, whatever the rules are",
    "assurance": "assurance.yaml: what the rules are for, and what can go wrong with them",
    "topics": "topics/*.yaml: a topic to read",
    "cases": "cases/*.yaml: written cases with the outcome that they should have",
    "contacts": "contacts.yaml: whom to ring or write to",
    "answers": "an answers file, for infoshare assess --answers",
}
"""What there is a schema for, by the schema's name."""


def load_schemas(rules: Path, contacts: Path) -> dict[str, Schema]:
    """Every schema by its name, in the words of the pack and the contacts at these paths.

    Raises:
        FileError: the pack, its statements or the contacts have faults.
    """
    words = load_words(rules)
    areas = {area.id: area.name for area in load_contacts(contacts).areas}
    files = {
        **{Path(file).stem: schema for file, schema in pack_file_schemas(words).items()},
        "properties": keys({"properties": list_of(property_schema(), least=1)}, ["properties"]),
        "assurance": assurance_schema(words),
        "topics": topic_schema(words),
        "cases": cases_file_schema(words.guidance),
        "contacts": contacts_schema(areas),
        "answers": answers_file_schema(words.guidance, areas),
    }
    common = {**common_parts(words), "answers": answers_schema(words.guidance)}
    late = condition_schemas(words.guidance, after_outcome=True)
    lines = {
        "decision": condition_schemas(words.guidance),
        "properties": property_line_schemas(words.guidance),
    }
    return {name: _whole(name, files[name], common | lines.get(name, late)) for name in SCHEMAS}


def schema_text(schema: Schema) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(schemas: Mapping[str, Schema], folder: Path) -> tuple[Path, ...]:
    """Write each schema to a file of its name in a folder, in place of any that is there.

    Raises:
        FileError: the folder cannot be made, or a file in it not written.
    """
    paths = {name: folder / f"{name}.schema.json" for name in schemas}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, path in paths.items():
            path.write_text(schema_text(schemas[name]), encoding="utf-8", newline="\n")
    except OSError as error:
        file, expected = str(error.filename or folder), "a folder that can be written to"
        fault = Fault(file, reason_of(error), expected)
        raise FileError(f"The schemas cannot be written to {folder}.", [fault]) from error
    return tuple(paths.values())


def _whole(name: str, schema: Schema, parts: Mapping[str, Schema]) -> Schema:
    """A schema that stands by itself: with the parts that it refers to, and no others."""
    used: dict[str, Schema] = {}
    while missing := [each for each in parts.keys() - used if _refers([schema, used], each)]:
        used.update({each: parts[each] for each in missing})
    in_order = {each: parts[each] for each in parts if each in used}
    said = {"$schema": DIALECT, "title": f"infoshare: {SCHEMAS[name]}"}
    return {**said, **schema, **said, **({"$defs": in_order} if in_order else {})}


def _refers(schema: object, name: str) -> bool:
    return f'"#/$defs/{name}"' in json.dumps(schema)
