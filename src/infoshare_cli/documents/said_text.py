"""What to say to whom, to read out or paste: as Markdown, as plain text, and as JSON."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from infoshare_cli.core.guidance import page_of, pages_in_words
from infoshare_cli.core.sayings import AUDIENCES, FORMS, TO_FILL_IN, Said, by_audience
from infoshare_cli.documents.decision_json import Json, source_to_json
from infoshare_cli.documents.markdown_text import markdown_text

_TITLE = "What to say"


@dataclass(frozen=True)
class _Style:
    """How one kind of document marks its parts."""

    title: str
    listener: str
    label: str
    line: str
    """A line of the words that are spoken."""
    between: str
    """Between two paragraphs of them."""
    shown: Callable[[str], str]
    """A text so that it shows as it stands."""


_MARKDOWN = _Style("# {}", "## {}", "**{}:**", "> {}", ">", markdown_text)
_PLAIN = _Style("{}", "{}", "{}:", "    {}", "", lambda text: text)


def sayings_as_markdown(said: Sequence[Said]) -> str:
    """Markdown, with the words to speak as quotations; whatever was written shows as it stands."""
    return _document(said, _MARKDOWN)


def sayings_as_text(said: Sequence[Said]) -> str:
    """Plain text, with the words to speak indented."""
    return _document(said, _PLAIN)


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


def _document(said: Sequence[Said], style: _Style) -> str:
    parts = [style.title.format(_TITLE)]
    if any(each.open for each in said):
        parts.append(TO_FILL_IN)
    for audience, group in by_audience(said).items():
        parts.append(style.listener.format(f"To {AUDIENCES[audience]}"))
        for form, each in groupby(group, key=lambda saying: saying.form):
            texts = [style.shown(one.text) for one in each]
            label = style.label.format(FORMS[form])
            spoken = form == "words"
            parts.append(_spoken(label, texts, style) if spoken else f"{label} {' '.join(texts)}")
        parts.append(_pages(group))
    return "\n\n".join(parts) + "\n"


def _spoken(label: str, texts: Sequence[str], style: _Style) -> str:
    """Words to speak, marked line by line, so that they can be told from all else."""
    paragraphs = [line for text in texts for line in text.splitlines()]
    lines = f"\n{style.between}\n".join(style.line.format(line) for line in paragraphs)
    return f"{label}\n\n{lines}"


def _pages(group: Sequence[Said]) -> str:
    pages = pages_in_words(page_of(citation) for each in group for citation in each.source)
    return f"Rests on {pages} of the guide."
