"""The log as `infoshare log redact` reads it, several times, and what lies beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.read_log import conclude, readable_records, state_to_json
from infoshare_cli.cli.setup import NOWHERE, Setup
from infoshare_cli.core.record import Record
from infoshare_cli.core.redaction_facts import Facts, facts_of
from infoshare_cli.core.redaction_plan import Beside, DraftLoss, Plan
from infoshare_cli.core.verify import Verification
from infoshare_cli.documents.redaction_json import redaction_to_json
from infoshare_cli.errors import LogError
from infoshare_cli.files.erase import leftovers
from infoshare_cli.files.log_lines import log_failed
from infoshare_cli.files.logbook import read_records
from infoshare_cli.files.scrub_drafts import losses_in_drafts

_GONE = "The decision log {log} has changed while it was read. Nothing was erased."


@dataclass
class RedactReading:
    """A log that must be sound; it is verified when it is read for the first time."""

    setup: Setup
    as_json: bool
    _verification: Verification = field(default_factory=Verification)

    def records(self) -> Iterator[Record]:
        """The records of the log; it is verified at the first reading, and must be sound."""
        if self._verification.verdict().records:
            yield from read_records(self.setup.log)
            return
        yield from readable_records(self.setup, self._verification)
        verdict = self._verification.verdict()
        if not verdict.sound and self.as_json:
            nothing = redaction_to_json("broken", Plan((), last=""), Beside())
            print_json({**nothing, **state_to_json(verdict)})
        # A last line that was not finished is told with what goes.
        conclude(self.setup, replace(verdict, torn=False))

    def beside(self, plan: Plan) -> Beside:
        """What goes outside of the log's records; raises FileError or LogError."""
        log, drafts = self.setup.log, tuple[DraftLoss, ...]()
        if self.setup.drafts != NOWHERE:
            drafts = losses_in_drafts(self.setup.drafts, plan.words, plan.whole)
        try:
            files = leftovers(log) if log.exists() else ()
        except OSError as error:
            raise log_failed(log, "read", error) from error
        return Beside(drafts, tuple(map(str, files)), self._verification.verdict().torn)

    def facts(self, seqs: frozenset[int]) -> Facts:
        """What there is to tell of records that the log had a moment ago; raises LogError."""
        facts = facts_of(self.records, seqs)
        if facts.told.keys() != seqs:
            raise LogError(_GONE.format(log=self.setup.log))
        return facts
