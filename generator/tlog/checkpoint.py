"""Checkpoints of a log (C2SP tlog-checkpoint), and who signed and cosigned one.

A cosignature (C2SP tlog-cosignature, version 1) is a witness's word that up to that second this
was the longest consistent tree of the log she had seen.
"""

import binascii
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass

from generator.tlog.keys import COSIGNATURE, SIGNATURE_BYTES, SecretKey, VerifierKey
from generator.tlog.merkle import HASH_BYTES
from generator.tlog.note import Note, Signature, parse_note

_SIZE = re.compile(r"0|[1-9]\d{0,17}")
_TIME_BYTES = 8
_LINES = 3
"""Lines of a checkpoint that nobody has signed."""


@dataclass(frozen=True)
class Checkpoint:
    """A log by its origin, the number of its entries, and the root hash over them."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def parse_checkpoint(content: bytes) -> tuple[Checkpoint, Note]:
    """A checkpoint of a file, and the note that it is. Raises ValueError.

    Lines after the first three are refused: nobody can audit them.
    """
    note = parse_note(content)
    origin, size, root, *more = note.text.split("\n")
    if not origin or not _SIZE.fullmatch(size) or more != [""]:
        raise ValueError("checkpoint")
    try:
        decoded = b64decode(root, validate=True)
    except binascii.Error:
        raise ValueError("root") from None
    found = Checkpoint(origin, int(size), decoded)
    if len(decoded) != HASH_BYTES or found.text != note.text:
        raise ValueError("root")
    return found, note


def parse_kept_checkpoint(content: bytes) -> tuple[Checkpoint, Note]:
    """A checkpoint as a person kept it: programs that she used may have put a mark before it, ended
    its lines in their own way, or lost its empty line. Raises ValueError."""
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.rstrip().split("\n")
    unsigned = [""] if len(lines) == _LINES else []
    return parse_checkpoint("\n".join((*lines, *unsigned, "")).encode())


def signed(checkpoint: Checkpoint, key: SecretKey) -> Signature:
    """The log's own signature; `key` is of the kind NOTE."""
    return Signature(key.name, key.verifier.key_id, key.sign(checkpoint.text.encode()))


def cosigned(checkpoint: Checkpoint, key: SecretKey, time: int) -> Signature:
    """A witness's signature at a POSIX time in seconds; `key` is of the kind COSIGNATURE."""
    signature = key.sign(_cosigned_message(checkpoint.text, time))
    return Signature(key.name, key.verifier.key_id, time.to_bytes(_TIME_BYTES, "big") + signature)


def attested_with(key: SecretKey, checkpoint: Checkpoint, time: int) -> Signature:
    """What a key of either kind signs of a checkpoint at a POSIX time in seconds."""
    if key.kind == COSIGNATURE:
        return cosigned(checkpoint, key, time)
    return signed(checkpoint, key)


def is_signed_by(note: Note, key: VerifierKey) -> bool:
    """True when the note carries a signature of the key, and each that claims to be is right."""
    mine = [item for item in note.signatures if key.made(item)]
    return bool(mine) and all(_is_right(note.text, key, item.content) for item in mine)


def cosigned_at(note: Note, key: VerifierKey) -> int | None:
    """The POSIX time at which a witness cosigned a note last; None when she did not."""
    if not is_signed_by(note, key):
        return None
    return max(_time(item.content) for item in note.signatures if key.made(item))


def _is_right(text: str, key: VerifierKey, content: bytes) -> bool:
    if key.kind != COSIGNATURE:
        return key.is_signed(text.encode(), content)
    if len(content) != _TIME_BYTES + SIGNATURE_BYTES:
        return False
    return key.is_signed(_cosigned_message(text, _time(content)), content[_TIME_BYTES:])


def _time(content: bytes) -> int:
    return int.from_bytes(content[:_TIME_BYTES], "big")


def _cosigned_message(text: str, time: int) -> bytes:
    return f"cosignature/v1\ntime {time}\n{text}".encode()
