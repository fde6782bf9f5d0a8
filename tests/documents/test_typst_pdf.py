"""What Typst is given becomes a PDF, whatever letters stand in it; or a sentence says why not."""

import pytest

from infoshare_cli.documents.typst_pdf import must_have_typst, typst_to_pdf
from infoshare_cli.errors import CallError

pytest.importorskip("typst")

FRAME = '#set document(title: "T")\n#set text(lang: "en")\n= #"T"\n'


def test_the_same_source_gives_the_same_bytes() -> None:
    """No day and no chance is in it."""
    must_have_typst("never told here")
    assert typst_to_pdf(FRAME + '#"words"') == typst_to_pdf(FRAME + '#"words"')


def test_a_letter_that_no_font_has_is_written_as_its_number() -> None:
    """U+E0F0 is nobody's letter, and U+10FFFE can never be one."""
    odd, number = f'{FRAME}#"a\U0010fffeb"', f'{FRAME}#"a<U+10FFFE>b"'
    assert typst_to_pdf(odd).startswith(b"%PDF")
    assert len(typst_to_pdf(odd)) == len(typst_to_pdf(number))


@pytest.mark.parametrize("source", ['#panic("no")', "#image(", '#image("no.png")'])
def test_what_typst_refuses_is_told_without_a_traceback(source: str) -> None:
    """And without what it says: there could be words of a record in it."""
    with pytest.raises(CallError, match=r"^The PDF cannot be written: Typst refuses it\.$"):
        typst_to_pdf(source)
