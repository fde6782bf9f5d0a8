"""All that `infoshare assurance` tells: the rules, their proof, the contacts and the log."""

from pathlib import Path
from typing import TYPE_CHECKING

from infoshare_cli.cli.setup import Setup, now
from infoshare_cli.errors import LogError

if TYPE_CHECKING:
    from infoshare_cli.core.assurance.facts import Facts, LogFacts
    from infoshare_cli.core.assurance.reading_age import ReadingAge
    from infoshare_cli.core.contacts import Directory
    from infoshare_cli.core.guidance import Guidance


def gather_facts(setup: Setup) -> "Facts":
    """Everything that there is to know, as of today.

    Raises:
        FileError: the rules, the contacts or what the rules say for assurance have faults.
    """
    from infoshare_cli import __version__
    from infoshare_cli.cli.evidence import look_into_rules
    from infoshare_cli.core.assurance.facts import Facts, count_cases
    from infoshare_cli.files.load_assurance import load_own_words
    from infoshare_cli.files.load_contacts import load_contacts

    own, directory = load_own_words(setup.rules), load_contacts(setup.contacts)
    known = look_into_rules(setup, setup.rules)
    return Facts(
        at=now().astimezone().date(),
        engine=__version__,
        guidance=known.guidance,
        proof=known.proof,
        coverage=known.coverage,
        cases=count_cases(known.results),
        trace=known.trace,
        directory=directory,
        log=_log(setup),
        own=own,
        reading=_reading(setup.rules, known.guidance, directory),
    )


def _log(setup: Setup) -> "LogFacts":
    """What the log holds, rounded; a log that is not sound stops nothing here."""
    from infoshare_cli.cli.local_day import local_day
    from infoshare_cli.cli.read_log import readable_records
    from infoshare_cli.core.assurance.facts import LogFacts
    from infoshare_cli.core.log_stats import count_log
    from infoshare_cli.core.verify import Verification

    verification = Verification()
    try:
        stats = count_log(readable_records(setup, verification), local_day)
    except LogError:
        return LogFacts("unreadable")
    verdict = verification.verdict()
    if not verdict.sound:
        return LogFacts("broken")
    return LogFacts("counted", stats) if verdict.records else LogFacts("empty")


def _reading(folder: Path, guidance: "Guidance", directory: "Directory") -> "ReadingAge":
    from infoshare_cli.core.assurance.pack_texts import pack_texts
    from infoshare_cli.core.assurance.reading_age import measure_texts
    from infoshare_cli.files.checks.check_wording import open_measures
    from infoshare_cli.files.layers.overlays import chain_of
    from infoshare_cli.files.load_topics import load_topics, topic_files
    from infoshare_cli.files.pack_terms import terms_of

    topics = load_topics(folder) if topic_files(folder) else ()
    measures = open_measures()
    return measure_texts(
        pack_texts(guidance, topics, directory.contacts),
        terms_of(chain_of(folder)),
        measures.grade_of if measures else None,
    )
