"""The stories to practise with that come with a pack, and with the packs that it builds on."""

from pathlib import Path

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import WrittenCase, judge_case
from infoshare_cli.errors import FileError
from infoshare_cli.files.document import count_of
from infoshare_cli.files.layers.overlays import chain_of
from infoshare_cli.files.load_cases import read_cases

STORIES_FILE = "cases/practice.yaml"
"""One file of a pack holds them, so that nobody waits for all the cases to be read."""


def load_stories(folder: Path, guidance: Guidance) -> tuple[WrittenCase, ...]:
    """The stories, in order; those of the pack that the others build on come first.

    A story that these rules decide otherwise than it was written is left out: it would teach
    what they do not say. `infoshare rules test` tells of it.

    Raises:
        FileError: a file of stories has faults.
    """
    paths = [each / STORIES_FILE for each in chain_of(folder)]
    stories = (story for path in paths if path.is_file() for story in _read(path, guidance))
    return tuple(story for story in stories if judge_case(guidance, story).same)


def _read(path: Path, guidance: Guidance) -> tuple[WrittenCase, ...]:
    cases = tuple(read_cases(path, guidance))
    if faults := [fault for case in cases for fault in case.faults]:
        raise FileError(f"{path} cannot be used: {count_of(faults)}.", faults)
    return tuple(case for case in cases if case.is_to_practise)
