"""Rules and contacts are the same whether they were compiled or not; only sooner there."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from infoshare_cli.core.cases.futures import Futures
from infoshare_cli.errors import FileError
from infoshare_cli.files import load_contacts as contacts_module
from infoshare_cli.files import open_guidance as guidance_module
from infoshare_cli.files.compiled import read_compiled
from infoshare_cli.files.load_contacts import compile_contacts, load_contacts, open_contacts
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_topics import load_notices
from infoshare_cli.files.locations import PACK, compiled_form, shipped_contacts, shipped_rules
from infoshare_cli.files.open_guidance import compile_guidance, open_guidance, open_notices

REMAKE = "python -m tests.remake_documents makes it anew"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for compiled forms, with those of the shipped rules and contacts in it."""

    def form(name: str) -> Path:
        return tmp_path / "compiled" / f"{name}.jsonl"

    monkeypatch.setattr(guidance_module, "compiled_form", form)
    monkeypatch.setattr(contacts_module, "compiled_form", form)
    compile_guidance(shipped_rules())
    compile_contacts(shipped_contacts())
    return tmp_path / "compiled"


def test_what_is_compiled_is_what_the_files_say(own: Path) -> None:
    """Word for word, with the same digest and the same word on the proof."""
    assert open_guidance(shipped_rules()) == load_guidance(shipped_rules())
    assert open_notices(shipped_rules()) == load_notices(shipped_rules())
    assert open_contacts(shipped_contacts()) == load_contacts(shipped_contacts())


def test_the_compiled_forms_that_come_along_are_of_these_files(own: Path) -> None:
    """Otherwise every start is slow, and nobody notices."""
    for made in own.iterdir():
        assert made.read_bytes() == compiled_form(made.stem).read_bytes(), REMAKE


def test_rules_that_were_changed_are_read_themselves(own: Path, tmp_path: Path) -> None:
    """A word changed in a copy is the word that is asked."""
    rules = tmp_path / PACK
    copytree(shipped_rules(), rules)
    assert open_guidance(rules).digest == load_guidance(shipped_rules()).digest
    questions = rules / "questions.yaml"
    first = open_guidance(rules).questions[0]
    questions.write_text(
        questions.read_text(encoding="utf-8").replace(f"id: {first.id}\n", "id: other\n", 1),
        encoding="utf-8",
    )
    with pytest.raises(FileError):
        open_guidance(rules)


def test_a_topic_that_is_gone_is_noticed(own: Path, tmp_path: Path) -> None:
    """Notices name topics, so they have a say in whether the rules can be used."""
    rules = tmp_path / PACK
    copytree(shipped_rules(), rules)
    for topic in rules.glob("topics/*"):
        topic.unlink()
    for read in (open_guidance, open_notices):
        with pytest.raises(FileError):
            read(rules)


def test_rules_that_are_not_there_are_told(own: Path, tmp_path: Path) -> None:
    """As ever: whoever reads the files tells it."""
    with pytest.raises(FileError):
        open_guidance(tmp_path / PACK)
    with pytest.raises(FileError):
        open_contacts(tmp_path / "contacts.yaml")


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Writes another word in the place of each of its kind."""
    return lambda content: content.replace(old, new)


@pytest.mark.parametrize(
    "change",
    [
        replaced(b'"kind":"one"', b'"kind":"two"'),
        replaced(b'"has_any"', b'"has_some"'),
        replaced(b'"phone"', b'"telephone"'),
        lambda content: content.splitlines()[0] + b"\n[]\n",
        lambda content: content.splitlines()[0] + b"\n{}\n",
        lambda content: content.splitlines()[0] + b'\n{"questions.yaml":"x"}\n',
        lambda content: content.splitlines()[0] + b"\nnull\n",
    ],
)
def test_a_compiled_form_that_makes_no_sense_is_passed_over(
    own: Path, change: Callable[[bytes], bytes]
) -> None:
    """The files are there, so nothing of it reaches a person."""
    for form in own.iterdir():
        form.write_bytes(change(form.read_bytes()))
    assert open_guidance(shipped_rules()) == load_guidance(shipped_rules())
    assert open_notices(shipped_rules()) == load_notices(shipped_rules())
    assert open_contacts(shipped_contacts()) == load_contacts(shipped_contacts())


def test_a_compiled_form_with_other_words_is_passed_over(own: Path) -> None:
    """Its digest is that of its own words, which no receipt of a proof names."""
    (form,) = own.glob(f"{PACK}*")
    form.write_bytes(form.read_bytes().replace(b"ring 999", b"ring 998"))
    assert open_guidance(shipped_rules()) == load_guidance(shipped_rules())


def test_rules_that_were_not_proved_are_read_themselves(own: Path, tmp_path: Path) -> None:
    """Without the receipt nothing vouches for a compiled form."""
    rules = tmp_path / PACK
    copytree(shipped_rules(), rules)
    (rules / "proof.json").unlink()
    opened = open_guidance(rules)
    assert opened == load_guidance(rules)
    assert not opened.proved


def test_a_form_that_is_vouched_for_and_makes_no_sense_is_passed_over(
    own: Path, tmp_path: Path
) -> None:
    """Whoever writes both a form and a receipt gets the files read, and no half of a pack."""
    rules = tmp_path / PACK
    copytree(shipped_rules(), rules)
    (form,) = own.glob(f"{PACK}*")
    form.write_bytes(form.read_bytes().replace(b'"kind":"one"', b'"kind":"two"'))
    digest = hashlib.sha256(form.read_bytes().splitlines()[1]).hexdigest()
    receipt = json.loads((rules / "proof.json").read_bytes()) | {"digest": f"sha256:{digest}"}
    (rules / "proof.json").write_text(json.dumps(receipt), encoding="utf-8")
    assert open_guidance(rules) == load_guidance(rules)


def test_the_receipt_tells_how_long_a_case_can_be(own: Path) -> None:
    """The same as a look ahead from the first question tells."""
    guidance = open_guidance(shipped_rules())
    assert guidance.longest in {None, Futures(guidance).of({}).most}


def test_the_compiled_form_is_the_digest_s_own_text(own: Path) -> None:
    """So anyone can take the digest of a record's rules from the file, with other tools."""
    sources = guidance_module.sources_of(shipped_rules())
    compiled = read_compiled(own / f"{PACK}.jsonl", sources)
    assert compiled is not None
    assert compiled.digest == load_guidance(shipped_rules()).digest
