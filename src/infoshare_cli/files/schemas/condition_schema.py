"""The JSON Schema of conditions: of the lines that `files.read_conditions` reads."""

from collections.abc import Mapping

from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.proof.properties import CARRIED
from infoshare_cli.files.schemas.schema_parts import (
    Schema,
    Texts,
    list_of,
    named,
    one_key,
    one_or_more,
    one_word,
    unnamed,
)

_TESTS_THAT_DECIDE: Texts = {
    "has_any": "At least one of these was chosen.",
    "has_all": "All of these were chosen.",
}
_TESTS: Texts = {**_TESTS_THAT_DECIDE, "lacks": "None of these was chosen."}
_RESULTS: Texts = {
    "asked": "The questions that the interview asks.",
    "action": "The actions that come with the outcome.",
    "has": "What else comes with the outcome.",
}
"""What only properties speak of; the words of each stand under its name in `$defs`."""


def condition_schemas(guidance: Guidance, *, after_outcome: bool = False) -> dict[str, Schema]:
    """What stands under 'lines' and 'line' in the `$defs` of a file that holds conditions.

    Args:
        guidance: the pack whose questions, choices and facts lines may speak of.
        after_outcome: whether lines may also speak of the outcome, and say `lacks`.
    """
    return _line_schemas(_late_lines(guidance) if after_outcome else _lines(guidance))


def property_line_schemas(guidance: Guidance) -> dict[str, Schema]:
    """The same for properties, which also speak of what came of a case."""
    people = one_word({each.id: each.label for each in guidance.consent_from})
    known = {
        **_late_lines(guidance),
        "consent_from": _told("Whose consent the outcome names.", one_or_more(people)),
        **{key: _told(said, _test_of_many(named(key), _TESTS)) for key, said in _RESULTS.items()},
    }
    words = {
        "asked": one_word({each.id: each.ask for each in guidance.questions}),
        "action": one_word({each.id: each.text for each in guidance.actions}),
        "has": one_word(unnamed(CARRIED)),
    }
    return {**words, **_line_schemas(known)}


def _line_schemas(known: Mapping[str, Schema]) -> dict[str, Schema]:
    groups = {
        "any": _told("At least one of these lines holds.", named("lines")),
        "all": _told("All of these lines hold.", named("lines")),
    }
    return {
        "lines": list_of(named("line"), least=1),
        "line": one_key("one test", {**known, **groups}),
    }


def word_schemas(guidance: Guidance) -> dict[str, Schema]:
    """'outcome', and the options of each question under `options_of`, for the `$defs` of a file."""
    labels = {
        each.id: {option.id: option.label for option in each.options} for each in guidance.questions
    }
    outcomes = {each.id: each.title for each in guidance.outcomes}
    options = {options_of(question): one_word(labels[question]) for question in labels}
    return {"outcome": one_word(outcomes), **options}


def options_of(question: str) -> str:
    """The name in `$defs` of what may be answered to a question."""
    return f"options-of-{question}"


def _lines(guidance: Guidance, tests: Texts = _TESTS_THAT_DECIDE) -> dict[str, Schema]:
    """What a line may say of a case."""
    return {
        **{each.id: _question_line(each, tests) for each in guidance.questions},
        **{each.id: _choice_line(guidance, each.id, each.says) for each in guidance.choices},
        **_fact_lines(guidance),
    }


def _late_lines(guidance: Guidance) -> dict[str, Schema]:
    """What a line may say of a case and its outcome."""
    outcome = _told("The outcome is one of these.", one_or_more(named("outcome")))
    return {**_lines(guidance, _TESTS), "outcome": outcome}


def _question_line(question: Question, tests: Texts) -> Schema:
    options = named(options_of(question.id))
    if question.kind == "one":
        return _told(question.ask, one_or_more(options))
    return _told(question.ask, _test_of_many(options, tests))


def _test_of_many(word: Schema, tests: Texts) -> Schema:
    forms = " or ".join(f"{{{test}: [...]}}" for test in tests)
    return one_key(forms, {test: _told(tests[test], one_or_more(word)) for test in tests})


def _choice_line(guidance: Guidance, choice: str, says: str) -> Schema:
    values = unnamed(row.value for row in guidance.rows_of[choice])
    return _told(f"{says} It comes to one of these.", one_or_more(one_word(values)))


def _fact_lines(guidance: Guidance) -> dict[str, Schema]:
    facts = {each.id: each.says for each in guidance.facts}
    # Only of a fact that says where not-sure falls may a line say that it is false.
    settled = {each.id: each.says for each in guidance.facts if each.not_sure_counts_as}
    lines = {"fact": _told("A named fact is true.", one_word(facts))}
    return (
        {**lines, "not": _told("A named fact is false.", one_word(settled))} if settled else lines
    )


def _told(description: str, schema: Schema) -> Schema:
    return {"description": description, **schema}
