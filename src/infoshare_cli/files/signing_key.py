"""The key that signs anchors: its secret half lies in the system's keyring, and nowhere else.

The keyring is the one of the system: Credential Manager on Windows, Keychain on macOS, the Secret
Service on Linux desktops. Needs the extra `sign`, so everything here is imported late.
"""

from base64 import b64decode, b64encode
from importlib.util import find_spec

from infoshare_cli.core.signed_note import VerifierKey
from infoshare_cli.errors import CallError

HOW_TO_GET_IT = "pip install 'infoshare-cli[sign]'"

_SERVICE = "infoshare"
_ENTRY = "anchor signing key"


def must_sign() -> None:
    """Raises CallError where the libraries that sign are not installed."""
    if find_spec("cryptography") is None or find_spec("keyring") is None:
        raise CallError(f"Signing needs two libraries more. To get them: {HOW_TO_GET_IT}")


class SigningKey:
    """The key of this person on this computer."""

    def __init__(self, name: str, seed: bytes) -> None:
        """A key with a name.

        Args:
            seed: the 32 secret bytes that RFC 8032 makes a key from.
        """
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._secret = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = VerifierKey(name, self._secret.public_key().public_bytes_raw())

    def sign(self, content: bytes) -> bytes:
        """The 64 bytes of the signature (RFC 8032)."""
        return self._secret.sign(content)


def is_good_signature(key: VerifierKey, signature: bytes, content: bytes) -> bool:
    """Whether the key made this signature of the content."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def read_key() -> SigningKey | None:
    """The key in the keyring; None where there is none yet.

    Raises:
        CallError: this computer has no keyring, it is locked, or what lies there is no key.
    """
    import keyring
    from keyring.errors import KeyringError

    try:
        kept = keyring.get_password(_SERVICE, _ENTRY)
    except KeyringError as error:
        raise _no_keyring(error) from error
    if kept is None:
        return None
    name, _, seed = kept.partition("+")
    try:
        return SigningKey(name, b64decode(seed, validate=True))
    except ValueError as error:
        raise CallError("What the keyring holds under infoshare is no signing key.") from error


def keep_new_key(name: str, seed: bytes) -> SigningKey:
    """Put a new key into the keyring.

    Args:
        name: as `core.signed_note.is_key_name` allows it.
        seed: 32 random bytes.

    Raises:
        CallError: there is a key already, or there is no keyring that takes it.
    """
    import keyring
    from keyring.errors import KeyringError

    if read_key() is not None:
        raise CallError("This computer has a signing key already, and it is not replaced.")
    try:
        keyring.set_password(_SERVICE, _ENTRY, f"{name}+{b64encode(seed).decode('ascii')}")
    except KeyringError as error:
        raise _no_keyring(error) from error
    kept = read_key()
    if kept is None:
        raise CallError("The keyring did not keep the signing key.")
    return kept


def _no_keyring(error: Exception) -> CallError:
    kind = type(error).__name__
    return CallError(
        f"The keyring of this computer cannot be used ({kind}). Nothing was signed. Windows, macOS "
        "and most Linux desktops have one; it may be locked, or missing on a server."
    )
