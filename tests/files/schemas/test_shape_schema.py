"""A schema of a shape has the keys that the reader builds it from, and says what they are."""

from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from infoshare_cli.core.areas import Area, SharedName
from infoshare_cli.core.contacts import Check, Contact, NotOffered, Provenance
from infoshare_cli.core.guidance import (
    Action,
    Choice,
    ChoiceRule,
    Example,
    Fact,
    FollowUp,
    Label,
    Notice,
    Option,
    Outcome,
    Pack,
    Question,
    RecordField,
    Rule,
)
from infoshare_cli.core.proof.properties import Property
from infoshare_cli.core.topics import Statement, Topic, TopicLine
from infoshare_cli.files.schemas.shape_schema import shape_schema

SHAPES: tuple[type, ...] = (
    *(Action, Area, Check, Choice, ChoiceRule, Contact, Example, Fact, FollowUp, Label, NotOffered),
    *(Notice, Option, Outcome, Pack, Property, Provenance, Question, RecordField, Rule),
    *(SharedName, Statement, Topic, TopicLine),
)
LINES = {"$ref": "#/$defs/lines"}
CONDITIONS = {"when": LINES, "always": LINES, "never": LINES}


class WithoutWarnings(GenerateJsonSchema):
    """Defaults are not compared, and so need not be told in JSON."""

    def emit_warning(self, kind: JsonSchemaWarningKind, detail: str) -> None:
        """Say nothing."""


def schema_of(shape: type) -> dict[str, Any]:
    """The schema of a shape, with conditions left to be said elsewhere."""
    return shape_schema(shape, CONDITIONS)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_keys_are_those_that_the_reader_knows(shape: type) -> None:
    """The same keys, required alike, as pydantic reads from the same types; and no others."""
    read = TypeAdapter(shape).json_schema(schema_generator=WithoutWarnings)
    written = schema_of(shape)
    assert list(written["properties"]) == list(read["properties"])
    assert written["required"] == read["required"]
    assert written["additionalProperties"] is read["additionalProperties"] is False


def test_a_field_says_what_its_docstring_says() -> None:
    """That is what an editor shows beside it; a class says what an entry is."""
    schema = schema_of(Rule)
    assert schema["description"] == "One step of the decision; the first true one decides."
    outcome = schema["properties"]["outcome"]
    assert outcome["description"] == "The outcome; or, in its place, `choose`."
    assert "description" not in schema["properties"]["because"]


def test_types_become_what_an_editor_may_write() -> None:
    """A text, a list, words, a day, keys with texts; what may be left out has no null."""
    text = {"$ref": "#/$defs/text"}
    question = schema_of(Question)["properties"]
    assert question["ask"] == text
    assert question["kind"]["enum"] == ["one", "many"]
    assert question["alone"]["items"] == text
    assert question["examples"]["items"]["required"] == ["sector", "text"]
    assert schema_of(Outcome)["properties"]["consent_from"]["$ref"] == text["$ref"]
    assert schema_of(Notice)["properties"]["dates"]["additionalProperties"] == text
    assert schema_of(Check)["properties"]["on"]["format"] == "date"


def test_what_is_known_of_a_field_goes_before_its_type() -> None:
    """By the name of the field, or of the shape and the field, which goes before the first."""
    words, other = {"enum": ["a"]}, {"enum": ["b"]}
    properties = shape_schema(Label, {"id": words, "Label.label": other})["properties"]
    assert properties["id"] == words
    assert properties["label"] == other
    assert shape_schema(Option, {"id": words, "Label.id": other})["properties"]["id"] == words


def test_a_field_that_no_file_holds_is_left_out() -> None:
    """The phase of an action is the list that it stands in."""
    schema = shape_schema(Action, CONDITIONS, without="phase")
    assert "phase" not in schema["properties"]
    assert "phase" not in schema["required"]
