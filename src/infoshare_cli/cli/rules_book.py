"""`infoshare rules book`: the document that somebody reads and signs."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.new_file import unknown_ending, write_named_file
from infoshare_cli.cli.options import AsJson, RulesFolder
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup

if TYPE_CHECKING:
    from infoshare_cli.core.guidance import Guidance
    from infoshare_cli.documents.book.book import Evidence
    from infoshare_cli.documents.book.book_blocks import Book


def book_rules(
    ctx: typer.Context,
    *,
    folder: RulesFolder = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A new file: .html, .md or .pdf.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write the book of the rules: the decision as a graph, every rule in words, and the proof.

    Without a file it is printed as Markdown.

    For example: infoshare rules book --output rules.html
    """
    setup: Setup = ctx.obj
    write = _writer(output)
    guidance, evidence = _evidence(setup, folder or setup.rules)
    from infoshare_cli.documents.book.book import book_of

    book = book_of(guidance, evidence)
    if output:
        write_named_file(setup, output, [write(book)])
    if as_json:
        from infoshare_cli.documents.book.book_json import book_to_json

        print_json(book_to_json(guidance, evidence, book, output))
    elif not output:
        _print(setup, write(book))


def _writer(output: Path | None) -> "Callable[[Book], bytes]":
    """What writes the kind of file that was asked for, or Markdown; told at once if none can."""
    output = output or Path("book.md")
    match output.suffix.lower():
        case ".md":
            from infoshare_cli.documents.book.book_markdown import book_to_markdown

            return lambda book: book_to_markdown(book).encode("utf-8")
        case ".html":
            from infoshare_cli.documents.book.book_html import book_to_html

            return lambda book: book_to_html(book).encode("utf-8")
        case ".pdf":
            from infoshare_cli.documents.book.book_pdf import book_to_pdf, must_write_pdf

            must_write_pdf()
            return book_to_pdf
    raise unknown_ending(output, (".html", ".md", ".pdf"))


def _evidence(setup: Setup, folder: Path) -> "tuple[Guidance, Evidence]":
    """The rules, and all that can be said for them."""
    from infoshare_cli import __version__
    from infoshare_cli.cli.evidence import look_into_rules
    from infoshare_cli.documents.book.book import Evidence

    known = look_into_rules(setup, folder)
    return known.guidance, Evidence(
        engine=__version__,
        proof=known.proof,
        coverage=known.coverage,
        cases=len(known.results),
        different=sum(not each.same for each in known.results),
        trace=known.trace,
    )


def _print(setup: Setup, document: bytes) -> None:
    from infoshare_cli.terminal.page import clean_text

    screen = setup.stdout()
    screen.stream.write(clean_text(document.decode("utf-8"), screen))
