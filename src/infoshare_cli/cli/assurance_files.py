"""The folder that `infoshare assurance` writes: five documents, and an index of them."""

import hashlib
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from infoshare_cli.errors import CallError, reason_of

if TYPE_CHECKING:
    from infoshare_cli.cli.assurance import PaperFormat
    from infoshare_cli.core.assurance.facts import Facts
    from infoshare_cli.documents.assurance.assurance_json import OnDisk
    from infoshare_cli.documents.assurance.paper import Paper


def write_papers(folder: Path, form: "PaperFormat", facts: "Facts") -> "list[OnDisk]":
    """Write all documents and the index, or none, readable by their owner only.

    Raises:
        CallError: the folder is there by now, or cannot be written.
    """
    from infoshare_cli.documents.assurance.assurance_index import WrittenPaper, index_of
    from infoshare_cli.documents.assurance.paper import fill_in
    from infoshare_cli.files.load_assurance import FORMS, load_form

    papers = [fill_in(name, load_form(name), facts) for name in FORMS]
    rendered = [(each, _rendered(each, form)) for each in papers]
    listed = [
        WrittenPaper(f"{each.id}.{form}", each.book.title, len(each.gaps), _sha256(content))
        for each, content in rendered
    ]
    index = index_of(listed, facts)
    beside = [(each.file, each.title) for each in listed]
    rendered.append((index, _rendered(index, form, beside)))
    return _written(folder, form, rendered)


def _rendered(paper: "Paper", form: "PaperFormat", beside: Sequence[tuple[str, str]] = ()) -> bytes:
    if form == "md":
        from infoshare_cli.documents.assurance.paper_markdown import paper_to_markdown

        return paper_to_markdown(paper, beside).encode("utf-8")
    from infoshare_cli.documents.assurance.paper_html import paper_to_html

    return paper_to_html(paper, beside).encode("utf-8")


def _written(
    folder: Path, form: "PaperFormat", rendered: "Sequence[tuple[Paper, bytes]]"
) -> "list[OnDisk]":
    from infoshare_cli.documents.assurance.assurance_json import OnDisk
    from infoshare_cli.files.whole_folder import write_folder

    files = {f"{paper.id}.{form}": content for paper, content in rendered}
    try:
        write_folder(folder, files, secrets.token_hex(4))
    except OSError as error:
        raise CallError(f"{folder} cannot be written: {reason_of(error)}.") from error
    return [
        OnDisk(paper, folder / f"{paper.id}.{form}", _sha256(content))
        for paper, content in rendered
    ]


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
