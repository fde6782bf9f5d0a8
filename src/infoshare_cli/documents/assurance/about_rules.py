"""What is told of the rules themselves: which they are, what they ask and what they come to."""

from collections.abc import Iterator

from infoshare_cli.core.assurance.facts import Facts
from infoshare_cli.core.guidance import Notice
from infoshare_cli.documents.book.book_blocks import Block, Bullets, Grid, Item, Named, Paragraph


def rules(facts: Facts) -> Iterator[Block]:
    """The id, the version and the digest, and the program that applies them."""
    pack = facts.guidance.pack
    yield Named(
        (
            ("Rules", (f"{pack.id}: {pack.title}",)),
            ("Version", (pack.version,)),
            ("Digest", (facts.guidance.digest,)),
            ("Program", (f"infoshare {facts.engine}",)),
        )
    )


def decision(facts: Facts) -> Iterator[Block]:
    """How an answer comes about."""
    guidance = facts.guidance
    yield Paragraph(
        f"After {guidance.pack.guide}. The rules have {len(guidance.questions)} questions, "
        f"{len(guidance.rules)} rules in a fixed order, {len(guidance.outcomes)} outcomes and "
        f"{len(guidance.actions)} things to do."
    )
    yield Bullets(
        tuple(
            map(
                Item,
                (
                    "The rules are read from the top. The first one that fits decides.",
                    "Before the answer, a question is asked only when a rule needs it. "
                    f"{len(guidance.follow_ups)} may follow the answer, for what is to be done.",
                    "Where not sure can be chosen, it is an answer of its own. The rules say what "
                    "becomes of it.",
                    "Each rule has a reason in words, and the page of the guide that it rests on.",
                    "The same answers always give the same outcome.",
                ),
            )
        )
    )


def shape(facts: Facts) -> Iterator[Block]:
    """What kind of a model it is."""
    guidance = facts.guidance
    rows = sum(len(choice.rules) for choice in guidance.choices)
    yield Paragraph(
        f"An ordered list of {len(guidance.rules)} rules over the answers, with "
        f"{len(guidance.facts)} named conditions and {len(guidance.choices)} tables of {rows} rows "
        "in all. People wrote them as text. There are no weights, no scores and no chance."
    )


def questions(facts: Facts) -> Iterator[Block]:
    """Each question, and how it is answered."""
    guidance = facts.guidance
    rows = tuple(
        (each.id, each.ask, "one of" if each.kind == "one" else "any of", str(len(each.options)))
        for each in guidance.questions
    )
    yield Paragraph(
        "Each answer that was given is a field of its own. All are chosen from lists; none is free "
        "text."
    )
    yield Grid("The questions", ("Question", "It asks", "Answer", "Choices"), rows)


def outcomes(facts: Facts) -> Iterator[Block]:
    """What the rules can come to."""
    rows = tuple((each.id, each.title) for each in facts.guidance.outcomes)
    yield Grid("The outcomes", ("Outcome", "What the person reads"), rows)


def lengths(facts: Facts) -> Iterator[Block]:
    """How many questions a case takes, where that was worked out."""
    if facts.proof is not None:
        proof = facts.proof
        yield Paragraph(
            f"An interview asks at least {proof.shortest} and at most {proof.longest} questions "
            f"before its outcome, {proof.mean:.1f} on average over the kinds of cases."
        )


def notices(facts: Facts) -> Iterator[Block]:
    """What has changed since the guide was written, and how sure that is."""
    found = facts.guidance.notices
    if not found:
        yield Paragraph("The rules carry no notice of what has changed since the guide.")
        return
    yield Paragraph("What has changed since the guide was written, as the rules tell it:")
    rows = tuple((each.title, _status(each), ", ".join(_days(each))) for each in found)
    yield Grid("Notices", ("What has changed", "How sure", "Dates"), rows)


def _status(notice: Notice) -> str:
    return ", ".join(f"{part}: {status}" for part, status in notice.status.items())


def _days(notice: Notice) -> Iterator[str]:
    for name, day in notice.dates.items():
        yield f"{name.replace('_', ' ')} {day}"
