"""The JSON Schemas of the files of a pack, in the words that the pack declares."""

from infoshare_cli.core.assurance.hazards import EVIDENCE, Control, Hazard, OwnText
from infoshare_cli.core.assurance.paper_form import OWN_TEXTS
from infoshare_cli.core.guidance import Pack
from infoshare_cli.core.topics import Statement, Topic, TopicLine
from infoshare_cli.files.check_pack import CITATION, ID
from infoshare_cli.files.load_topics import STATEMENT
from infoshare_cli.files.locations import shipped_packs
from infoshare_cli.files.pack_entries import EXTENDS, LISTS
from infoshare_cli.files.schemas.condition_schema import word_schemas
from infoshare_cli.files.schemas.entry_schema import entry_schemas
from infoshare_cli.files.schemas.overlay_schema import file_schema
from infoshare_cli.files.schemas.pack_words import STATEMENTS_FILE, PackWords
from infoshare_cli.files.schemas.schema_parts import (
    TEXT,
    Schema,
    keys,
    list_of,
    named,
    one_word,
    only_text_like,
    suggested,
    text_like,
    unnamed,
)
from infoshare_cli.files.schemas.shape_schema import shape_schema

_AN_ID = "small letters and digits, with single hyphens or underscores between"
_A_CITATION = "a page or statement of the guide, such as p6 or p6.informed"
_A_STATEMENT = "p, a page, a full stop and a name, such as p6.informed"
_EXTENDS = "The pack that this one builds on: a folder seen from here, or one that comes along."


def pack_file_schemas(words: PackWords) -> dict[str, Schema]:
    """The schema of each file that decides, and of statements, by the file's name."""
    entries, inherited = entry_schemas(words), words.inherited
    below = {"description": _EXTENDS, **suggested(unnamed(shipped_packs()), named("text"))}
    pack = {"pack": shape_schema(Pack, {}), EXTENDS: below}
    schemas = {"pack.yaml": keys(pack, () if inherited else ("pack",))}
    for file, lists in LISTS.items():
        schemas[file] = file_schema({key: entries[key] for key in lists}, inherited)
    statement = shape_schema(Statement, {"id": only_text_like(STATEMENT, _A_STATEMENT)})
    return {**schemas, STATEMENTS_FILE: file_schema({"statements": statement}, inherited)}


def assurance_schema(words: PackWords) -> Schema:
    """What a pack says for assurance: texts, hazards or both."""
    at_least = {"anyOf": [{"required": [key]} for key in EVIDENCE]}
    control = {**shape_schema(Control, {}), **at_least}
    lists = {
        "texts": shape_schema(OwnText, {"id": one_word(unnamed(OWN_TEXTS))}),
        "hazards": shape_schema(Hazard, {"id": named("id"), "controls": list_of(control)}),
    }
    whole = file_schema(lists, words.inherited)
    return {**{key: each for key, each in whole.items() if key != "required"}, "minProperties": 1}


def common_parts(words: PackWords) -> dict[str, Schema]:
    """What stands in the `$defs` of any file of a pack."""
    citation = suggested(words.citations, only_text_like(CITATION, _A_CITATION))
    texts = {"text": TEXT, "id": text_like(ID, _AN_ID), "source": list_of(citation, least=1)}
    return {**texts, **word_schemas(words.guidance)}


def topic_schema(words: PackWords) -> Schema:
    """A topic; what its lines cite stands in statements.yaml."""
    cited = list_of(one_word(words.citations), least=1) if words.citations else named("source")
    lines = list_of(shape_schema(TopicLine, {"source": cited}), least=1)
    return shape_schema(Topic, {"id": named("id"), "lines": lines})
