"""A document for assurance as Markdown."""

from collections.abc import Sequence

from infoshare_cli.documents.assurance.paper import Paper
from infoshare_cli.documents.book.book_markdown import cover_to_markdown, section_to_markdown
from infoshare_cli.documents.markdown_text import markdown_text as text


def paper_to_markdown(paper: Paper, beside: Sequence[tuple[str, str]] = ()) -> str:
    """The document as one text.

    Args:
        beside: files in the same folder that it leads to, each with its title.
    """
    book = paper.book
    parts = [f"# {text(book.title)}", cover_to_markdown(book.cover)]
    if beside:
        parts.append("\n".join(f"- [{text(title)}]({file})" for file, title in beside))
    parts += [line for section in book.sections for line in section_to_markdown(section, 2)]
    return "\n\n".join(parts) + "\n"
