"""A keyring for tests: a real backend of the library `keyring`, which keeps what it is given."""

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class KeyringInMemory(KeyringBackend):
    """Keeps passwords until it is gone; can be locked, as a real one can."""

    priority = 0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        """What was kept, or None."""
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self._check()
        self.kept[service, username] = password

    def _check(self) -> None:
        if self.locked:
            raise KeyringLocked
