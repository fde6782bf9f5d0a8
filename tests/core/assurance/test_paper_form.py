"""The form of a document: what is left out is empty, so that a form says only what it has."""

from infoshare_cli.core.assurance.paper_form import OWN_TEXTS, FormPart, Gap


def test_a_part_may_hold_any_of_its_keys() -> None:
    """A gap alone is a part, too."""
    part = FormPart(gaps=(Gap("Who it is.", "the lead"),))
    assert (part.text, part.points, part.rows, part.own, part.facts) == ("", (), (), "", "")


def test_each_text_of_a_pack_has_one_name() -> None:
    """None stands there twice."""
    assert len(set(OWN_TEXTS)) == len(OWN_TEXTS)
