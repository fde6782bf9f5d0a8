"""What a call of `assess` was given to go by: the rules, the contacts, a file, an area."""

from dataclasses import dataclass
from pathlib import Path

from infoshare_cli.cli.contacts import meant_area
from infoshare_cli.cli.setup import Setup, standard_input
from infoshare_cli.core.case import Case
from infoshare_cli.core.contacts import Directory, find_area
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.errors import CallError, Fault
from infoshare_cli.files.file_text import MAX_BYTES
from infoshare_cli.files.load_answers import AnswersFile, load_answers
from infoshare_cli.files.load_contacts import open_contacts
from infoshare_cli.files.open_guidance import open_guidance


@dataclass(frozen=True)
class Given:
    """What a call was given to go by."""

    guidance: Guidance
    directory: Directory
    file: AnswersFile
    """Empty where no file was given."""
    area: str | None
    """The area that --area means."""

    def in_area(self, case: Case) -> Case:
        """The case in the area that was asked for.

        Raises:
            CallError: the case has another area.
        """
        if self.area is None or case.area == self.area:
            return case
        # Left out, or asked for and not known, is no other area; "" in a file does not exist.
        if case.area is None:
            return case.with_field("area", self.area)
        expected = "the same area in both, or only one of them"
        fault = Fault("", f"--area {self.area} and another area in the record", expected)
        raise CallError("The two areas differ.", (fault,))


def read_given(setup: Setup, answers: Path | None, area: str | None) -> Given:
    """Read the rules, the contacts and the answers file, and find the area.

    Raises:
        FileError: a file has faults.
        CallError: no area is meant, or two.
    """
    guidance = open_guidance(setup.rules)
    directory = open_contacts(setup.contacts)

    def area_of(text: str) -> str:
        return find_area(directory, text).id

    file = AnswersFile({}, None)
    if answers is not None:
        file = load_answers(answers, lambda: standard_input(MAX_BYTES + 1), guidance, area_of)
    wanted = meant_area(setup, directory, area).id if area is not None else None
    return Given(guidance, directory, file, wanted)
