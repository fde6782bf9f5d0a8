"""A case as it stands in a document: what is kept for quickness changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.files.case_reader import CaseReader
from infoshare_cli.files.document import Data, Document
from infoshare_cli.files.load_answers import answer_faults, as_answers
from tests.shipped import shipped_pack

NAMES = st.sampled_from(["concern", "consent", "subject", "consentt", "outcome"])
WORDS = st.sampled_from(["none", "child-welfare", "not-sure", "given", "child", "Child", ""])
VALUES: st.SearchStrategy[Data] = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=1),
    max_leaves=4,
)


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=3), min_size=1, max_size=6))
def test_answers_are_read_as_an_answers_file_is(several: list[dict[str, Data]]) -> None:
    """The same answers, or the same faults, whatever the reader saw before."""
    reader = CaseReader(shipped_pack())
    for answers in several * 2:
        data: Data = {"id": "a", "answers": answers, "outcome": "emergency"}
        document = Document("f", data, {})
        case = reader.case(document, (), data)
        faults = tuple(answer_faults(document, ("answers",), answers, shipped_pack()))
        assert case.faults == faults
        assert case.answers == ({} if faults else as_answers(answers, shipped_pack()))
