"""Case records as Markdown; with several, a list of them stands at the front."""

from infoshare_cli.documents.book.book_blocks import Book
from infoshare_cli.documents.book.book_markdown import cover_to_markdown, section_to_markdown
from infoshare_cli.documents.markdown_text import markdown_text as text


def cases_to_markdown(document: Book, *, several: bool) -> str:
    """The document as one text."""
    parts = [f"# {text(document.title)}", cover_to_markdown(document.cover)]
    if several:
        parts.append("\n".join(f"- {text(each.title)}" for each in document.sections))
    for section in document.sections:
        # Markdown has no pages: a line across stands where a new one would begin.
        parts += ["---"] if several else []
        parts += section_to_markdown(section, 2)
    return "\n\n".join(parts) + "\n"
