"""How a call of `infoshare log redact` ended, and how that is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.redaction_plan import Beside, Plan
from infoshare_cli.documents.redaction_json import redaction_to_json
from infoshare_cli.errors import ExitCode
from infoshare_cli.terminal import redaction_views as views
from infoshare_cli.terminal.page import Block, Text, show_page


@dataclass(frozen=True)
class Ending:
    """What came of a call."""

    status: str
    """`redacted`, `planned`, `needs-answers`, or `left` where the person wants nothing erased."""
    plan: Plan
    beside: Beside = Beside()  # noqa: RUF009 - it is frozen
    code: ExitCode = ExitCode.DONE
    page: Sequence[Block] = ()
    """What goes, for people; needed where it was only planned."""
    remarks: tuple[str, ...] = ()
    """What is said of it on standard error."""
    missing: tuple[str, ...] = ()
    """What the record of it still needs."""
    records: tuple[tuple[str, int, str], ...] = ()
    """Id, number and anchor of each record that says what was erased."""

    def tell(self, setup: Setup, *, as_json: bool) -> ExitCode:
        """Say what came of it; its exit code."""
        if as_json:
            print_json(self._json())
        elif page := self._page():
            show_page(page, setup.stdout())
        needed = f"The record of this still needs: {', '.join(self.missing)}."
        for remark in (*self.remarks, *([needed] if self.missing else [])):
            show_page((Text(remark, "warning"),), setup.stderr())
        return self.code

    def _json(self) -> dict[str, object]:
        return redaction_to_json(
            self.status,
            self.plan,
            self.beside,
            records=self.records,
            missing=self.missing,
            remarks=(*views.remarks(self.plan), *self.remarks),
        )

    def _page(self) -> Sequence[Block]:
        """What stands on standard output; nothing where nothing came of it."""
        if self.status not in {"redacted", "planned"}:
            return ()
        if not (self.plan.erasures or self.beside):
            return views.nothing_page(self.plan)
        if self.status == "planned":
            return self.page
        records = [(seq, anchor) for _, seq, anchor in self.records]
        return views.erased_page(self.plan, self.beside, records)
