"""The JSON Schema of answers files and of written cases, in a pack's words."""

from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.files.case_reader import TAUGHT
from infoshare_cli.files.schemas.condition_schema import options_of
from infoshare_cli.files.schemas.schema_parts import (
    DAY,
    Schema,
    Texts,
    keys,
    list_of,
    named,
    one_word,
    suggested,
    unnamed,
)


def answers_file_schema(guidance: Guidance, areas: Texts) -> Schema:
    """An answers file: what was answered and, if wished, the record that goes with it."""
    return keys({"answers": named("answers"), "record": _record_schema(guidance, areas)})


def cases_file_schema(guidance: Guidance) -> Schema:
    """A list of cases, each with its answers and the outcome that a person expects."""
    text = named("text")
    case = {
        "id": {"description": "Its name, by which it is found again.", **text},
        "story": {"description": "What happened, to an invented person.", **text},
        "answers": named("answers"),
        "outcome": {
            "description": "What it should come to.",
            **named("outcome"),
        },
        "consent_from": {
            "description": "Whose consent should count; not compared where it is left out.",
            **one_word({each.id: each.label for each in guidance.consent_from}),
        },
        "note": {"description": "What else a reader should know.", **text},
        "sector": {"description": "The kind of work that the story comes from.", **text},
        "title": {"description": "What the story is called; for one to practise with.", **text},
        "because": {"description": "What turns the story, with the page of the guide.", **text},
    }
    # A story to practise with has all four.
    whole = ("story", *TAUGHT)
    together = {key: [other for other in whole if other != key] for key in TAUGHT}
    required = ("id", "answers", "outcome")
    return list_of({**keys(case, required), "dependentRequired": together})


def answers_schema(guidance: Guidance) -> Schema:
    """Questions with their answers."""
    return {
        "description": "Questions with their answers; what nobody answered is left out.",
        **keys({each.id: _answer(each) for each in guidance.questions}),
    }


def _answer(question: Question) -> Schema:
    word = named(options_of(question.id))
    if question.kind == "one":
        return {"description": question.ask, **word}
    several: Schema = {**list_of(word, least=1), "uniqueItems": True}
    if question.alone:
        by_itself = {"contains": one_word(unnamed(question.alone))}
        several = {**several, "if": by_itself, "then": {"maxItems": 1}}
    return {"description": question.ask, "anyOf": [word, several]}


def _record_schema(guidance: Guidance, areas: Texts) -> Schema:
    asked = {each.id: each.ask for each in guidance.record_fields}
    known: dict[str, Schema] = {
        # Other spellings of an area are understood.
        "area": suggested(areas, named("text")),
        "decision": one_word({each.id: each.label for each in guidance.decisions}),
        "review_on": DAY,
    }
    fields = {}
    for field in RECORD_FIELDS:
        schema = known.get(field, named("text"))
        fields[field] = {"description": asked[field], **schema} if field in asked else schema
    return {"description": "What you write down with the decision.", **keys(fields)}
