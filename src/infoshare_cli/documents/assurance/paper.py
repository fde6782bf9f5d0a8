"""A document for assurance: a form that is filled in as far as the program knows, with its gaps."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from infoshare_cli.core.assurance.facts import Facts, shortfalls_of
from infoshare_cli.core.assurance.paper_form import FormPart, FormSection, Gap, PaperForm
from infoshare_cli.documents.assurance.about_evidence import held_in_words
from infoshare_cli.documents.assurance.known_facts import KNOWN
from infoshare_cli.documents.book.book_blocks import (
    Block,
    Book,
    Bullets,
    Grid,
    Item,
    Named,
    Paragraph,
    Section,
    ToFillIn,
)
from infoshare_cli.documents.case_sheet import PLEASE_NOTE

_CANNOT_KNOW = "What this cannot know"
_LEFT = "What is left to people"
_NO_CLAIM = (
    "Nothing here says that anybody keeps to a law or a standard. People judge that, and sign for "
    "it."
)


@dataclass(frozen=True)
class Paper:
    """One document."""

    id: str
    """Its name, and that of its file without the ending."""
    book: Book

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What people have to fill in, in order."""
        return tuple(gap for section in self.book.sections for gap in gaps_in(section))


def fill_in(name: str, form: PaperForm, facts: Facts) -> Paper:
    """The document that a form and the facts make."""
    sections = tuple(_section(section, facts) for section in form.sections)
    unsigned = Book(form.title, cover_of(facts), (_about(form), *sections))
    return close(Paper(name, unsigned), form.cannot_know)


def close(paper: Paper, cannot_know: Iterable[str]) -> Paper:
    """The document with what stands at the end of each: what it cannot know, and what is left."""
    unknown = (Bullets(tuple(map(Item, cannot_know))), Paragraph(_NO_CLAIM))
    ending = (Section("cannot-know", _CANNOT_KNOW, unknown), _left(paper.gaps))
    # Told on the first page too, where whoever opens it looks.
    count = ("Gaps for people", (f"{len(paper.gaps)}, marked where they stand",))
    book = paper.book
    cover = (*book.cover, count) if paper.gaps else book.cover
    return replace(paper, book=replace(book, cover=cover, sections=(*book.sections, *ending)))


def cover_of(facts: Facts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What stands under the title: first of all what nobody may overlook."""
    pack = facts.guidance.pack
    wrong = () if facts.proved else ((PLEASE_NOTE, shortfalls_of(facts)[:1]),)
    return (
        *wrong,
        ("Rules", (f"{pack.title} ({pack.id}, version {pack.version})",)),
        ("After", (pack.guide,)),
        ("Digest of the rules", (facts.guidance.digest,)),
        ("Digest of the contacts", (facts.directory.digest,)),
        ("Proved", (_proved(facts),)),
        ("Program", (f"infoshare {facts.engine}",)),
        ("Written on", (f"{facts.at:%d %b %Y}",)),
    )


def gaps_in(section: Section) -> Iterator[Gap]:
    """The gaps of a section and of those further in."""
    for block in section.blocks:
        if isinstance(block, ToFillIn):
            yield from block.gaps
    for each in section.sections:
        yield from gaps_in(each)


def _proved(facts: Facts) -> str:
    if facts.proof is None:
        return "No. It could not be tried."
    if not facts.proof.holds:
        return "NO. Something that must hold does not."
    return f"Yes, in all {facts.proof.cases:,} cases. {held_in_words(facts.proof)}"


def _about(form: PaperForm) -> Section:
    return Section("about", "What this is", tuple(map(Paragraph, form.about)))


def _section(section: FormSection, facts: Facts) -> Section:
    found = list(_parts(section.parts, facts))
    inner = (
        _split(f"{section.id}-{number}", item.title, _parts(item.parts, facts))
        for number, item in enumerate(section.items, start=1)
    )
    return _split(section.id, section.title, (*found, *inner))


def _split(identity: str, title: str, found: Iterable[Block | Section]) -> Section:
    every = tuple(found)
    blocks = tuple(each for each in every if not isinstance(each, Section))
    return Section(
        identity, title, blocks, tuple(each for each in every if isinstance(each, Section))
    )


def _parts(parts: Sequence[FormPart], facts: Facts) -> Iterator[Block | Section]:
    for part in parts:
        if part.text:
            yield Paragraph(part.text)
        if part.points:
            yield Bullets(tuple(map(Item, part.points)))
        if part.rows:
            yield Named(tuple((row.name, (row.text,)) for row in part.rows))
        own = facts.own.texts.get(part.own)
        if own is not None:
            yield Paragraph(own)
        if part.facts:
            yield from KNOWN[part.facts](facts)
        if part.gaps and own is None:
            yield ToFillIn(part.gaps)


def _left(gaps: Sequence[Gap]) -> Section:
    """How many gaps there are, and who fills them in, the most first."""
    if not gaps:
        return Section("left", _LEFT, (Paragraph("Nothing is marked to be filled in here."),))
    counts = Counter(gap.by for gap in gaps)
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    total = Paragraph(f"Gaps to fill in: {len(gaps)}.", strong=True)
    told = tuple((by, str(count)) for by, count in rows)
    table = Grid("Who fills them in", ("Who", "Gaps"), told)
    return Section("left", _LEFT, (total, table))
