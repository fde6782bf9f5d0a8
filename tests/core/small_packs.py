"""Tiny packs, built in a line or two, and random answers to the questions of any pack."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from hypothesis import strategies as st

from infoshare_cli.core.conditions import Condition, IsOneOf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import (
    Action,
    Audience,
    Choice,
    ChoiceRule,
    Fact,
    FollowUp,
    Form,
    Guidance,
    Label,
    Notice,
    Option,
    Outcome,
    Pack,
    Phase,
    Question,
    RecordField,
    Rule,
    Saying,
)

SOURCE = ("p3.record",)


def one(name: str, options: str, about: Sequence[str] = ()) -> Question:
    """A question of one option; the options in one line."""
    return _question(name, "one", options, "", about)


def many(name: str, options: str, alone: str = "", about: Sequence[str] = ()) -> Question:
    """A question of many options, those that stand alone last."""
    return _question(name, "many", f"{options} {alone}", alone, about)


def _question(name: str, kind: str, options: str, alone: str, about: Sequence[str]) -> Question:
    return Question(
        id=name,
        kind="one" if kind == "one" else "many",
        ask=f"What of {name}?",
        help="",
        why="",
        source=(f"p4.{name}",),
        options=tuple(Option(word, word) for word in options.split()),
        alone=tuple(alone.split()),
        about=tuple(about),
    )


def row(name: str, when: Condition, value: str, advice: Sequence[str] = ()) -> ChoiceRule:
    """A row of a choice."""
    return ChoiceRule(name, when, value, f"Because {name}.", SOURCE, tuple(advice))


def choice(name: str, *rows: ChoiceRule) -> Choice:
    """A choice of these rows."""
    return Choice(name, f"What {name} comes to.", rows)


def fact(name: str, when: Condition) -> Fact:
    """A named fact."""
    return Fact(name, f"It is so that {name}.", when, SOURCE)


def rule(name: str, when: Condition, outcome: str | None = None, choose: str | None = None) -> Rule:
    """A step of the decision."""
    return Rule(name, when, f"Because {name}.", SOURCE, outcome, choose)


def outcome(name: str, consent_from: str | None = None) -> Outcome:
    """An outcome that the decision of its own name agrees with."""
    return Outcome(
        name, f"Title of {name}", f"Text of {name}", SOURCE, (name,), ("front-door",), consent_from
    )


def action(name: str, when: Condition, phase: Phase, advice: Sequence[str] = ()) -> Action:
    """Something to do."""
    return Action(name, f"Do {name}.", SOURCE, when, phase, tuple(advice))


def saying(
    name: str, to: Audience, when: Condition, text: str = "", form: Form = "words", **fields: str
) -> Saying:
    """Something to say; `fields` are those of the record, with what stands for an empty one."""
    return Saying(name, to, text or f"I say {name}.", SOURCE, when, form, fields)


def pack(
    questions: Iterable[Question],
    rules: Iterable[Rule] = (),
    *,
    outcomes: Iterable[Outcome] = (),
    facts: Iterable[Fact] = (),
    choices: Iterable[Choice] = (),
    actions: Iterable[Action] = (),
    follow_ups: Iterable[FollowUp] = (),
    sayings: Iterable[Saying] = (),
    fields: Iterable[RecordField] = (),
    notices: Iterable[Notice] = (),
    advice: str = "",
) -> Guidance:
    """A pack of these; without outcomes, those that the rules name."""
    steps = tuple(rules)
    named = dict.fromkeys(step.outcome for step in steps if step.outcome)
    return Guidance(
        pack=Pack("tiny", "1", "Tiny", "No guide"),
        questions=tuple(questions),
        outcomes=tuple(outcomes) or tuple(outcome(name) for name in named),
        decisions=(),
        consent_from=(),
        advice_from=tuple(Label(word, word) for word in advice.split()),
        facts=tuple(facts),
        choices=tuple(choices),
        rules=steps,
        actions=tuple(actions),
        follow_ups=tuple(follow_ups),
        record_fields=tuple(fields),
        notices=tuple(notices),
        digest="sha256:",
        sayings=tuple(sayings),
    )


def always(question: Question) -> Condition:
    """True of every answer to a question of one option."""
    return IsOneOf(question.id, tuple(option.id for option in question.options))


def answer_to(question: Question) -> st.SearchStrategy[tuple[str, ...]]:
    """Any sound answer, options in the order of the pack."""
    options = [option.id for option in question.options]
    single = st.sampled_from(options).map(lambda option: (option,))
    if question.kind == "one":
        return single
    beside = [option for option in options if option not in question.alone]
    several = st.sets(st.sampled_from(beside), min_size=1).map(
        lambda chosen: tuple(option for option in beside if option in chosen)
    )
    return single | several


def sheets(guidance: Guidance) -> st.SearchStrategy[Answers]:
    """An answer to every question, asked or not."""
    return st.fixed_dictionaries({each.id: answer_to(each) for each in guidance.questions})


def part_sheets(guidance: Guidance) -> st.SearchStrategy[Answers]:
    """Answers to some of the questions."""
    return st.fixed_dictionaries({}, optional={q.id: answer_to(q) for q in guidance.questions})


def sound_answers(question: Question) -> list[tuple[str, ...]]:
    """Every answer that a question takes."""
    options = [option.id for option in question.options]
    if question.kind == "one":
        return [(option,) for option in options]
    beside = [option for option in options if option not in question.alone]
    sizes = range(1, len(beside) + 1)
    several = [some for size in sizes for some in combinations(beside, size)]
    return several + [(option,) for option in question.alone]
