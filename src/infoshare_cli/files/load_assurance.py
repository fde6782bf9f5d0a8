"""What a pack says for assurance, from assurance.yaml, and the forms that come with the program."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from infoshare_cli.core.assurance.hazards import EVIDENCE, Hazard, OwnText, OwnWords
from infoshare_cli.core.assurance.paper_form import OWN_TEXTS, PaperForm
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.check_pack import ID
from infoshare_cli.files.document import Document, Route, count_of, describe, in_order, one_of
from infoshare_cli.files.layers.overlays import chain_of, merged_file
from infoshare_cli.files.pack_entries import ASSURANCE_FILE, ASSURANCE_LISTS, as_mapping
from infoshare_cli.files.shapes import try_build
from infoshare_cli.files.strict_yaml import nearest, read_yaml

FORMS = (
    "impact-assessment", "transparency-record", "hazard-log", "coverage-certificate",
    "reading-age",
)  # fmt: skip
"""The documents that there are forms for, in the order in which they are written."""
_FORMS_FOLDER = Path(__file__).resolve().parents[1] / "forms"
_Entry = TypeVar("_Entry", OwnText, Hazard)


def load_own_words(folder: Path) -> OwnWords:
    """What the pack in a folder, and those that it builds on, say of their use and its hazards.

    It is no part of the digest: nothing of it decides a case.

    Raises:
        FileError: the file has faults; all of them at once. That there is none is no fault.
    """
    chain = chain_of(folder)
    if not any((layer / ASSURANCE_FILE).exists() for layer in chain):
        return OwnWords({}, ())
    faults: list[Fault] = []
    document = merged_file(chain, ASSURANCE_FILE, faults)
    found = _Reader(document, faults).words() if document.places else OwnWords({}, ())
    if faults:
        told = f"What the rules in {folder} say for assurance cannot be used: {count_of(faults)}."
        raise FileError(told, in_order(faults))
    return found


def load_form(name: str) -> PaperForm:
    """The form of one document, by its name in FORMS.

    Raises:
        FileError: it was damaged.
    """
    path = _FORMS_FOLDER / f"{name}.yaml"
    faults: list[Fault] = []
    form = try_build(PaperForm, read_yaml(path), (), faults)
    if form is None:
        raise FileError(f"The form {path} cannot be used: {count_of(faults)}.", in_order(faults))
    return form


@dataclass(frozen=True)
class _Reader:
    """Reads one document; every fault is added to `faults`."""

    document: Document
    faults: list[Fault]

    def words(self) -> OwnWords:
        data = as_mapping(self.document.data)
        for key in data:
            if key not in ASSURANCE_LISTS:
                self._fault(
                    (key,),
                    f"the unknown key {key}",
                    one_of(ASSURANCE_LISTS),
                    nearest(key, ASSURANCE_LISTS),
                )
        if not set(ASSURANCE_LISTS) & set(data):
            self._fault((), describe(self.document.data), one_of(ASSURANCE_LISTS))
        texts = dict(self._texts())
        return OwnWords(texts, tuple(self._hazards()))

    def _texts(self) -> Iterator[tuple[str, str]]:
        for at, text in self._entries("texts", OwnText):
            if text.id not in OWN_TEXTS:
                expected, near = one_of(OWN_TEXTS), nearest(text.id, OWN_TEXTS)
                self._fault((*at, "id"), describe(text.id), expected, near)
            yield text.id, text.text

    def _hazards(self) -> Iterator[Hazard]:
        for at, hazard in self._entries("hazards", Hazard):
            if not ID.fullmatch(hazard.id):
                expected = "small letters and digits, with single hyphens or underscores between"
                self._fault((*at, "id"), describe(hazard.id), expected)
            if not hazard.causes:
                self._fault((*at, "causes"), "an empty list", "at least one cause")
            for index, control in enumerate(hazard.controls):
                if not control.names_evidence:
                    found = "a control without evidence"
                    expected = f"{one_of(EVIDENCE)}, with an entry"
                    self._fault((*at, "controls", index), found, expected)
            yield hazard

    def _entries(self, key: str, shape: type[_Entry]) -> Iterator[tuple[Route, _Entry]]:
        """The sound entries of a list, each with its place; each id once."""
        items = as_mapping(self.document.data).get(key, [])
        if not isinstance(items, list):
            self._fault((key,), describe(items), "a list of entries")
            return
        seen: set[str] = set()
        for index in range(len(items)):
            at: Route = (key, index)
            entry = try_build(shape, self.document, at, self.faults)
            if entry is None:
                continue
            if entry.id in seen:
                self._fault((*at, "id"), f"'{entry.id}' again", "an id of its own")
            seen.add(entry.id)
            yield at, entry

    def _fault(
        self, at: Sequence[str | int], found: str, expected: str, hint: str | None = None
    ) -> None:
        self.faults.append(self.document.fault(tuple(at), found, expected, hint))
