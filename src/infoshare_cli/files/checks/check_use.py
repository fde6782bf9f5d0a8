"""What a pack declares but does not use, and what each of its outcomes must come with."""

from collections.abc import Iterable, Iterator

from infoshare_cli.core.checks.not_sure import NOT_SURE, misplaced_not_sure
from infoshare_cli.core.checks.unused import unused_names
from infoshare_cli.core.conditions import Condition
from infoshare_cli.core.evaluation import Evaluation
from infoshare_cli.core.guidance import Guidance, Outcome
from infoshare_cli.errors import Fault
from infoshare_cli.files.pack_entries import Documents, entries

_LISTS = {"fact": "facts", "choice": "choices"}


def check_use(
    documents: Documents, guidance: Guidance, elsewhere: Iterable[Condition] = ()
) -> Iterator[Fault]:
    """Facts and choices that nothing rests on, wrong words on not-sure, and missing duties.

    Args:
        elsewhere: conditions outside these files that may use facts and choices.
    """
    unused = {(_LISTS[kind], name): kind for kind, name in unused_names(guidance, elsewhere)}
    for entry in entries(documents, *_LISTS.values()):
        kind = unused.get((entry.list, entry.id or ""))
        if kind:
            found = f"the {kind} {entry.id}, on which nothing rests"
            yield entry.fault((), found, f"a {kind} that a condition uses, or none")
    yield from _check_not_sure(documents, guidance)
    yield from _check_stands_alone(documents, guidance)
    yield from _check_duty(documents, guidance)


def _check_not_sure(documents: Documents, guidance: Guidance) -> Iterator[Fault]:
    """A fact says that not-sure counts as yes, and its own condition makes it no; or so."""
    wrong = {fact.id: fact for fact in misplaced_not_sure(guidance)}
    for entry in entries(documents, "facts"):
        fact = wrong.get(entry.id or "")
        if fact is not None:
            says, is_so = ("yes", "false") if fact.not_sure_counts_as == "yes" else ("no", "true")
            found = f"'{says}', although the answer not-sure makes {fact.id} {is_so}"
            expected = f"'{'no' if says == 'yes' else 'yes'}', or other options under when"
            yield entry.fault(("not_sure_counts_as",), found, expected)


def _check_stands_alone(documents: Documents, guidance: Guidance) -> Iterator[Fault]:
    """Questions that take not-sure beside other answers, so that it could be overlooked."""
    for entry in entries(documents, "questions"):
        question = guidance.question_by_id[entry.id or ""]
        options = {option.id for option in question.options}
        if question.kind == "many" and NOT_SURE in options - {*question.alone}:
            at = ("alone",) if "alone" in entry.item else ()
            found = f"the question {question.id}, which takes {NOT_SURE} beside other answers"
            yield entry.fault(at, found, f"{NOT_SURE} under alone")


def _check_duty(documents: Documents, guidance: Guidance) -> Iterator[Fault]:
    """With each outcome there comes, whatever else is answered, a word to write it down."""
    duties = [action for action in guidance.actions if action.duty == "record"]
    if not duties:
        expected = "'duty: record' at the action that says to write the decision down"
        yield documents["actions.yaml"].fault((), "no action with a duty to record", expected)
        return
    bare = {each.id for each in guidance.outcomes if not _is_recorded(guidance, each)}
    for entry in entries(documents, "outcomes"):
        if entry.id in bare:
            found = f"the outcome {entry.id} without the duty to record"
            expected = "an action with 'duty: record' that always comes with this outcome"
            yield entry.fault((), found, expected)


def _is_recorded(guidance: Guidance, outcome: Outcome) -> bool:
    """Whether the outcome alone, and no answer beside it, brings an action to record."""
    evaluation = Evaluation(guidance, {"outcome": (outcome.id,)})
    return any(
        evaluation.truth(action.when) for action in guidance.actions if action.duty == "record"
    )
