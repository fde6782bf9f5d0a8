"""Private words as JSON: never the words themselves."""

from infoshare_cli.core.private_words import PrivateWords
from infoshare_cli.documents.private_words_json import private_words_to_json


def test_a_finding_says_where_and_what_it_is() -> None:
    """The words stand in no output that another program keeps."""
    found = (PrivateWords("name", 0, 4), PrivateWords("postcode", 11, 18))

    assert private_words_to_json("reason", found) == [
        {"field": "reason", "kind": "name", "start": 0, "end": 4},
        {"field": "reason", "kind": "postcode", "start": 11, "end": 18},
    ]


def test_no_finding_is_an_empty_list() -> None:
    """The key is always there."""
    assert private_words_to_json("reason", ()) == []
