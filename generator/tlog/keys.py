"""Ed25519 keys of signed notes, as text: verifier keys, and the secret ones of their signers.

The form of a verifier key is that of C2SP signed-note; that of a secret key is the one of Go's
golang.org/x/mod/sumdb/note, so that its tools make and use the same files.
"""

import binascii
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from generator.tlog.note import Signature

NOTE = 0x01
"""The type of a key that signs the text of a note."""
COSIGNATURE = 0x04
"""The type of a witness's key, which signs a checkpoint with the time (C2SP tlog-cosignature)."""
KEY_BYTES = 32
SIGNATURE_BYTES = 64
_VERIFIER = re.compile(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})")
_SECRET = re.compile(r"PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})")


@dataclass(frozen=True)
class VerifierKey:
    """A public key by name; `kind` is NOTE or COSIGNATURE, `key` its 32 bytes."""

    name: str
    kind: int
    key: bytes

    @property
    def key_id(self) -> bytes:
        """The 4 bytes by which a signature line says which key made it."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.key).digest()[:4]

    def __str__(self) -> str:
        """The key as text."""
        return f"{self.name}+{self.key_id.hex()}+{_encoded(self.kind, self.key)}"

    def made(self, signature: Signature) -> bool:
        """True when a signature line says that it is of this key."""
        return (signature.name, signature.key_id) == (self.name, self.key_id)

    def is_signed(self, message: bytes, signature: bytes) -> bool:
        """True when the 64 bytes are this key's signature of a message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class SecretKey:
    """The secret 32 bytes of a key by name; its text is not shown by `repr`."""

    name: str
    kind: int
    seed: bytes

    def __repr__(self) -> str:
        """The key's name, never its secret."""
        return f"SecretKey({self.name!r})"

    def __str__(self) -> str:
        """The key as a file holds it."""
        key_id = self.verifier.key_id.hex()
        return f"PRIVATE+KEY+{self.name}+{key_id}+{_encoded(self.kind, self.seed)}"

    @cached_property
    def verifier(self) -> VerifierKey:
        """The key that everybody may know."""
        key = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return VerifierKey(self.name, self.kind, key)

    def sign(self, message: bytes) -> bytes:
        """64 bytes of Ed25519 (RFC 8032), the same each time."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def parse_verifier_key(text: str) -> VerifierKey:
    """A verifier key of its text. Raises ValueError when it is none, or its id is not its own."""
    name, key_id, kind, key = _parsed(_VERIFIER.fullmatch(text.strip()))
    found = VerifierKey(name, kind, key)
    if found.key_id.hex() != key_id:
        raise ValueError(text)
    return found


def parse_secret_key(text: str) -> SecretKey:
    """A secret key of a file's text. Raises ValueError, without the text."""
    name, key_id, kind, seed = _parsed(_SECRET.fullmatch(text.strip()))
    found = SecretKey(name, kind, seed)
    if found.verifier.key_id.hex() != key_id:
        raise ValueError("key id")
    return found


def _parsed(match: re.Match[str] | None) -> tuple[str, str, int, bytes]:
    if match is None:
        raise ValueError("form")
    try:
        content = b64decode(match[3], validate=True)
    except binascii.Error:
        raise ValueError("base64") from None
    if len(content) != 1 + KEY_BYTES or content[0] not in (NOTE, COSIGNATURE):
        raise ValueError("kind")
    return match[1], match[2], content[0], content[1:]


def _encoded(kind: int, content: bytes) -> str:
    return b64encode(bytes([kind]) + content).decode()
