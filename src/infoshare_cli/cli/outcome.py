"""The outcome of a case, told to a person: once, and again where it has changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from infoshare_cli.cli.extras import Extras
from infoshare_cli.core.case import Case
from infoshare_cli.core.contacts import Contact, Directory, contacts_for
from infoshare_cli.core.decision import Decision, check_first_id, decide
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import after, stand
from infoshare_cli.terminal import decision_views
from infoshare_cli.terminal.page import Block, Screen, show_page

Page = Sequence[Block]


@dataclass
class Outcome:
    """Where the outcome of a case is told."""

    guidance: Guidance
    directory: Directory
    screen: Screen
    extras: Extras
    told: Decision | None = None
    """The decision that was told last."""

    def tell(self, case: Case) -> None:
        """Tell the outcome of a case, unless it was told already and reads the same."""
        decision = decided(self.guidance, case)
        if self.told is not None and _reads_alike(self.told, decision):
            return
        standing = stand(self.guidance, case.answers)
        coming = after(self.guidance, case.answers, standing).open
        page = decision_views.decision_page(
            self.guidance,
            decision,
            self._contacts(case, decision),
            firm=self.extras.firm_lines(decision),
            left_out={check_first_id(each.question) for each in coming},
        )
        if self.extras.explains:
            self.show(self.extras.explained_page(decision))
        self.show(page)
        self.told = decision

    def tell_added(self, case: Case) -> None:
        """Tell what the answers after the outcome have added to it."""
        decision = decided(self.guidance, case)
        if self.told is not None:
            self.show(decision_views.added_actions_page(self.told, decision))
        self.told = decision

    def tell_front_door(self, case: Case) -> None:
        """Tell the outcome again in short, with whom to ring first."""
        decision = decided(self.guidance, case)
        self.show(decision_views.last_lines(decision, self._contacts(case, decision)))

    def show(self, page: Page) -> None:
        """Show a page where the outcome is shown; nothing for an empty one."""
        if page:
            self.screen.stream.write("\n")
            show_page(page, self.screen)

    def _contacts(self, case: Case, decision: Decision) -> tuple[Contact, ...]:
        return contacts_for(self.directory, case.area, decision.outcome.contacts)


def decided(guidance: Guidance, case: Case) -> Decision:
    """The decision of a case that has come to one."""
    decision = decide(guidance, case.answers)
    assert decision is not None
    return decision


def _reads_alike(one: Decision, other: Decision) -> bool:
    """Whether two decisions say the same, apart from what the last answers add."""
    said = [(each.outcome, each.title, each.reasons, each.consent_from) for each in (one, other)]
    return said[0] == said[1]
