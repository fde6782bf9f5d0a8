"""The draft that `infoshare assess` keeps of an interview, with the clock and chance it needs."""

import secrets

from infoshare_cli.cli.setup import Setup, now
from infoshare_cli.core.draft import ID_LENGTH, ID_LETTERS, Draft
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.files.drafts import DraftKeeper


def keeper_for(
    setup: Setup, guidance: Guidance, *, of: str | None = None, draft: Draft | None = None
) -> DraftKeeper:
    """What keeps an interview from now on: a new one, or one that goes on from a draft."""
    return DraftKeeper(setup.drafts, guidance, clock=now, draw=_draw, of=of, draft=draft)


def _draw() -> str:
    return "".join(secrets.choice(ID_LETTERS) for _ in range(ID_LENGTH))
