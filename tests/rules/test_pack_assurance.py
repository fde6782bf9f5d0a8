"""What the shipped pack says for assurance: whole, plain, and pointing at what is there."""

from pathlib import Path

import pytest

from infoshare_cli.core.assurance.hazards import OwnWords, judge_hazards
from infoshare_cli.core.assurance.paper_form import OWN_TEXTS
from infoshare_cli.core.checks.wording import WORDS_TO_MEASURE, without_terms
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.core.proof.proof import prove
from infoshare_cli.files.checks.check_wording import open_measures
from infoshare_cli.files.document import Data
from infoshare_cli.files.load_assurance import load_own_words
from infoshare_cli.files.load_properties import load_properties
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.strict_yaml import read_yaml
from tests.core.every_case import sound_answers
from tests.followed.follow_documents import ROOT


@pytest.fixture(scope="module")
def own() -> OwnWords:
    """What the shipped pack says."""
    return load_own_words(shipped_rules())


def test_every_control_is_in_place(own: OwnWords, guidance: Guidance) -> None:
    """Properties hold, and rules, questions, actions and notices are there."""
    proof = prove(guidance, load_properties(shipped_rules(), guidance))
    hazards = judge_hazards(own.hazards, guidance, proof)
    assert {each.hazard.id: each.not_in_place for each in hazards if each.not_in_place} == {}
    assert len(hazards) >= 20


def test_every_hazard_has_a_control_and_leaves_something_to_people(own: OwnWords) -> None:
    """No program takes all of a hazard away."""
    assert all(each.controls and each.left for each in own.hazards)


def test_the_pack_says_all_that_forms_ask_it_for(own: OwnWords) -> None:
    """So that only what people alone know is left open."""
    assert {*own.texts} == {*OWN_TEXTS}


def test_every_test_and_page_that_is_named_is_there(own: OwnWords) -> None:
    """A test that was renamed would be evidence of nothing."""
    controls = [each for hazard in own.hazards for each in hazard.controls]
    named = {name for each in controls for name in (*each.tested_by, *each.told_in)}
    assert [name for name in sorted(named) if not (ROOT / Path(name)).is_file()] == []


def test_every_question_is_explained(guidance: Guidance) -> None:
    """As the hazard log says: what it means, why it is asked, and examples."""
    bare = [q.id for q in guidance.questions if not (q.help and q.why and q.examples)]
    assert bare == []


def most_asked(guidance: Guidance, answers: Answers) -> int:
    """The most questions that can still come before the answer."""
    question = stand(guidance, answers).next
    if question is None:
        return 0
    return 1 + max(
        most_asked(guidance, {**answers, question.id: given}) for given in sound_answers(question)
    )


@pytest.mark.parametrize("harm", ["child-significant-harm", "adult-serious-harm"])
def test_few_questions_follow_where_harm_may_be_serious(guidance: Guidance, harm: str) -> None:
    """As the hazard log says: at most two before the answer, once the recipient is known."""
    asked = {
        recipient: most_asked(
            guidance,
            {"immediate_danger": ("no",), "concern": (harm,), "recipient": recipient},
        )
        for recipient in sound_answers(guidance.question_by_id["recipient"])
    }
    assert max(asked.values()) == 2


def texts(data: Data) -> list[str]:
    """Every text in a file."""
    if isinstance(data, str):
        return [data]
    parts = data.values() if isinstance(data, dict) else data
    return [text for part in parts for text in texts(part)]


FORMS = sorted((ROOT / "src" / "infoshare_cli" / "forms").glob("*.yaml"))


@pytest.mark.parametrize("path", [*FORMS, shipped_rules() / "assurance.yaml"], ids=lambda p: p.name)
def test_the_words_are_plain(path: Path, guidance: Guidance) -> None:
    """Reading age about 13: a form's own words may be a little harder than those of the rules."""
    measures = open_measures()
    assert measures is not None
    found = texts(read_yaml(path).data)
    terms = (*guidance.pack.terms, "data protection impact assessment")
    grades = {
        text: measures.grade_of(without_terms(text, terms))
        for text in found
        if len(text.split()) >= WORDS_TO_MEASURE
    }
    assert {text: grade for text, grade in grades.items() if grade > 9} == {}
    assert not [text for text in found if "\u2014" in text or "\u2013" in text]
