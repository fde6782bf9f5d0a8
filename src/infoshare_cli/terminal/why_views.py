"""Why a question is asked, and what is still possible, on screen; told from the rules."""

from collections.abc import Iterator

from infoshare_cli.core.cases.possible import Possible
from infoshare_cli.core.condition_words import (
    begun,
    choice_in_words,
    in_words,
    outcome_in_words,
)
from infoshare_cli.core.conditions import Comes, HasAll, Lacks, Leaf
from infoshare_cli.core.evaluation import Answers, Truth
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.interview import Standing
from infoshare_cli.core.why import Through, WhyAsked, why_asked, why_follow_up
from infoshare_cli.terminal.guide_views import pages_text
from infoshare_cli.terminal.page import Block, Heading, Items, Text
from infoshare_cli.terminal.prompt_help import POSSIBLE, WHY

_FEW = 3
"""Options; of more, the list alone says what counts."""
ONLY_ADDS = "The outcome stands. Your answer cannot change it. It only adds to what to do."
_TRUTHS: dict[Truth, str] = {True: "So", False: "Not so", None: "Not known yet"}


def why_page(guidance: Guidance, question: Question, standing: Standing) -> tuple[Block, ...]:
    """Why the next question is asked: the pack's own words, then the rule that needs it."""
    why = why_asked(guidance, standing)
    return (
        Heading(WHY),
        *_own_words(question),
        Text(_which_rule(guidance, why)),
        *_lines(guidance, why),
        *(Text(_through(guidance, each)) for each in why.through),
        Text(_what_settles(guidance, why.leaf)),
        Text(f"This rule rests on the guide, {pages_text(why.rule.source)}.", "quiet"),
    )


def why_follow_up_page(
    guidance: Guidance, question: Question, known: Answers | None = None
) -> tuple[Block, ...]:
    """Why a question comes after the outcome, and the actions that it may bring.

    `known` is what actions may look at in this case, see `Aftermath`.
    """
    actions = why_follow_up(guidance, question, known).actions
    texts = tuple(f"{each.text} ({pages_text(each.source)})" for each in actions)
    brings: tuple[Block, ...] = (Text("It may bring this:"), Items(texts)) if texts else ()
    return (Heading(WHY), *_own_words(question), Text(ONLY_ADDS), *brings)


def possible_page(guidance: Guidance, possible: Possible) -> tuple[Block, ...]:
    """The outcomes that remain, by their titles, and how many questions there can still be."""
    titles = tuple(guidance.outcome_by_id[each].title for each in possible.outcomes)
    if len(titles) == 1:
        start = "Whatever you answer from here on, it comes to this:"
    else:
        start = "It can still come to any of these:"
    return (Heading(POSSIBLE), Text(start), Items(titles), *_how_long(possible.most))


def _how_long(most: int) -> Iterator[Block]:
    if most == 1:
        yield Text("Only one question is left before that.")
    elif most:
        yield Text(f"At most {most} questions are left before that.")


def _own_words(question: Question) -> Iterator[Block]:
    if question.why:
        yield Text(question.why)


def _which_rule(guidance: Guidance, why: WhyAsked) -> str:
    rule = f"rule {why.number} of {len(guidance.rules)}"
    if why.fits and why.outcome is None:
        return f"{begun(rule)} fits. Your answer is needed to tell what it comes to."
    if why.fits:
        return (
            f"{begun(rule)} fits: {_end(why)}. Your answer is needed to tell whose consent counts."
        )
    comes_to = f" If it fits: {_end(why)}." if why.outcome else ""
    return f"Your answer is needed for {rule}, the first that may still fit.{comes_to}"


def _end(why: WhyAsked) -> str:
    assert why.outcome is not None
    return outcome_in_words(why.outcome)


def _lines(guidance: Guidance, why: WhyAsked) -> Iterator[Block]:
    """The lines of a rule with what is known of each; nothing for one that fits, or of one line."""
    if why.fits or len(why.lines) == 1:
        return
    yield Text("It fits when all of these are so:")
    yield Items(
        tuple(f"{_TRUTHS[truth]}: {in_words(guidance, line)}." for line, truth in why.lines)
    )


def _through(guidance: Guidance, each: Through) -> str:
    if each.row is None:
        says = next(fact.says for fact in guidance.facts if fact.id == each.name)
        return f"Whether this is so depends on your answer: {says}"
    says = next(choice.says for choice in guidance.choices if choice.id == each.name)
    helps = f"Your answer helps to tell {choice_in_words(guidance, each.name)}: {says}"
    now = in_words(guidance, Comes(each.name, (each.row.value,)))
    return f"{helps} Looked at now: whether {now}."


def _what_settles(guidance: Guidance, leaf: Leaf) -> str:
    """What the rule looks at in the answer, and which options make it so."""
    question = guidance.question_by_id[leaf.question]
    labels = [f'"{each.label}"' for each in question.options if each.id in leaf.options]
    which = f"{_which(leaf, len(labels))}: {'; '.join(labels)}."
    if len(labels) > _FEW:
        return begun(which)
    return f"What counts here is whether {in_words(guidance, leaf)}. {begun(which)}"


def _which(leaf: Leaf, options: int) -> str:
    match leaf:
        case HasAll() if options > 1:
            return "it is so only if you choose all of these"
        case Lacks():
            return "it is so only if you choose none of these"
    return "it is so if you choose this" if options == 1 else "it is so if you choose any of these"
