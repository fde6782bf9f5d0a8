"""What to say to whom, to read out or paste: as Markdown and as JSON."""

from collections.abc import Sequence
from itertools import groupby

from infoshare_cli.core.guidance import Form, page_of, pages_in_words
from infoshare_cli.core.sayings import AUDIENCES, FORMS, TO_FILL_IN, Said, by_audience
from infoshare_cli.documents.decision_json import Json, source_to_json
from infoshare_cli.documents.markdown_text import markdown_text


def sayings_as_markdown(said: Sequence[Said]) -> str:
    """Markdown, with the words to speak as quotations; whatever was written shows as it stands."""
    parts = ["# What to say"]
    if any(each.open for each in said):
        parts.append(TO_FILL_IN)
    for audience, group in by_audience(said).items():
        parts.append(f"## To {AUDIENCES[audience]}")
        for form, each in groupby(group, key=lambda saying: saying.form):
            parts.append(_of_form(form, [markdown_text(one.text) for one in each]))
        parts.append(_pages(group))
    return "\n\n".join(parts) + "\n"


def sayings_to_json(said: Sequence[Said]) -> list[Json]:
    """For other programs, in the order in which it is said."""
    return [
        {
            "id": each.id,
            "to": each.to,
            "form": each.form,
            "text": each.text,
            "source": source_to_json(each.source),
            "open": each.open,
        }
        for each in said
    ]


def _of_form(form: Form, texts: Sequence[str]) -> str:
    """Words to speak, marked line by line, so that they can be told from all else; or advice."""
    label = f"**{FORMS[form]}:**"
    if form != "words":
        return f"{label} {' '.join(texts)}"
    spoken = [f"> {line}" for text in texts for line in text.splitlines()]
    return f"{label}\n\n" + "\n>\n".join(spoken)


def _pages(group: Sequence[Said]) -> str:
    pages = pages_in_words(page_of(citation) for each in group for citation in each.source)
    return f"Rests on {pages} of the guide."
