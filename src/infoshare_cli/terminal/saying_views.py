"""What to say to whom on screen: words to read out, what to mind, and what to keep back."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from infoshare_cli.core.guidance import Form
from infoshare_cli.core.sayings import AUDIENCES, FORMS, TO_FILL_IN, Said, by_audience
from infoshare_cli.terminal.guide_views import pages_text
from infoshare_cli.terminal.page import Block, Heading, Text, Tone

_TONES: dict[Form, Tone] = {"words": "normal", "care": "quiet", "silence": "warning"}


def sayings_page(said: Sequence[Said]) -> tuple[Block, ...]:
    """What to say to each, one after the other; empty where there is nothing to say.

    No box stands around the words, so that they can be copied as they are.
    """
    blocks = [block for group in by_audience(said).values() for block in _group(group)]
    if any(each.open for each in said):
        blocks.append(Text(TO_FILL_IN, "quiet"))
    return tuple(blocks)


def _group(group: Sequence[Said]) -> Iterator[Block]:
    cited = dict.fromkeys(citation for each in group for citation in each.source)
    yield Heading(f"What to say to {AUDIENCES[group[0].to]} ({pages_text(tuple(cited))})")
    for form, several in groupby(group, key=lambda each: each.form):
        if form == "words":
            yield Text(f"{FORMS[form]}:", "strong")
            for each in several:
                yield Text(each.text, _TONES[form])
        else:
            texts = " ".join(each.text for each in several)
            yield Text(f"{FORMS[form]}: {texts}", _TONES[form])
