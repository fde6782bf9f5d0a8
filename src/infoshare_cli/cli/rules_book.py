"""`infoshare rules book`: the document that somebody reads and signs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.new_file import unknown_ending, write_named_file
from infoshare_cli.cli.options import AsJson, RulesFolder
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.rules_trace import load_trace
from infoshare_cli.cli.setup import Setup, contacts_with
from infoshare_cli.errors import GuidanceError

if TYPE_CHECKING:
    from infoshare_cli.core.checks.trace import Trace
    from infoshare_cli.core.coverage.coverage import Coverage
    from infoshare_cli.core.guidance import Guidance
    from infoshare_cli.core.proof.proof import Proof
    from infoshare_cli.core.written_case import WrittenCase
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
    from infoshare_cli.core.written_case import judge_case
    from infoshare_cli.documents.book.book import Evidence
    from infoshare_cli.files.load_cases import cases_of, read_cases
    from infoshare_cli.files.load_guidance import load_guidance

    guidance = load_guidance(folder)
    cases = [case for path in cases_of(folder) for case in read_cases(path, guidance)]
    proof, coverage = _walked(setup, folder, guidance, cases)
    return guidance, Evidence(
        engine=__version__,
        proof=proof,
        coverage=coverage,
        cases=len(cases),
        different=sum(not judge_case(guidance, case).same for case in cases),
        trace=_trace(setup, folder, guidance),
    )


def _walked(
    setup: Setup, folder: Path, guidance: "Guidance", cases: "Sequence[WrittenCase]"
) -> "tuple[Proof | None, Coverage | None]":
    """The proof and the coverage; None for what too many cases, or a hole, leave open."""
    from infoshare_cli.core.cases.walk import TooManyNodes
    from infoshare_cli.core.coverage.coverage import coverage_of
    from infoshare_cli.core.coverage.coverage_walk import walk_coverage
    from infoshare_cli.core.proof.proof import prove
    from infoshare_cli.files.load_properties import load_properties
    from infoshare_cli.terminal.progress import show_progress

    properties = load_properties(folder, guidance)
    proof = None
    with show_progress("Going through the cases", setup.stderr()) as progress:
        try:
            proof = prove(guidance, properties, progress=progress)
            walked = walk_coverage(guidance, progress)
        except (TooManyNodes, GuidanceError):
            return proof, None
    met = 0
    for case in cases:
        met |= walked.met_by(case.answers)
    return proof, coverage_of(walked, met)


def _trace(setup: Setup, folder: Path, guidance: "Guidance") -> "Trace":
    """Where the guide is carried; nothing of it where the rules come with no statements."""
    from infoshare_cli.core.checks.trace import trace
    from infoshare_cli.files.layers.overlays import chain_of

    if not any((part / "statements.yaml").exists() for part in chain_of(folder)):
        return trace(guidance, (), ())
    return load_trace(guidance, folder, contacts_with(setup, folder))


def _print(setup: Setup, document: bytes) -> None:
    from infoshare_cli.terminal.page import clean_text

    screen = setup.stdout()
    screen.stream.write(clean_text(document.decode("utf-8"), screen))
