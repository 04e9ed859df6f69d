"""Proofs that an entry is in a log, to be verified offline (C2SP tlog-proof, version 1)."""

import binascii
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass

from generator.tlog.checkpoint import Checkpoint, parse_checkpoint
from generator.tlog.merkle import Proof, leaf_hash
from generator.tlog.merkle_verify import is_included
from generator.tlog.note import Note

HEADER = "c2sp.org/tlog-proof@v1"
EXTENSION = ".tlog-proof"
"""How the name of a proof's file ends."""
_INDEX = re.compile(r"index (0|[1-9]\d{0,17})")


@dataclass(frozen=True)
class EntryProof:
    """An entry's place, counted from 0, the hashes up to the root, and the log's checkpoint.

    `extra` is what the entry's reader needs beside it; nothing proves it but the entry.
    """

    index: int
    hashes: Proof
    checkpoint: Note
    extra: bytes = b""

    def __str__(self) -> str:
        """The proof as it lies in a file."""
        extra = f"extra {b64encode(self.extra).decode()}\n" if self.extra else ""
        hashes = "".join(f"{b64encode(item).decode()}\n" for item in self.hashes)
        return f"{HEADER}\n{extra}index {self.index}\n{hashes}\n{self.checkpoint}"

    def proves(self, entry: bytes) -> Checkpoint | None:
        """The checkpoint of the log that holds the entry at this place; None when it does not.

        Who signed the checkpoint is not looked at. Raises ValueError when it is none.
        """
        checkpoint, _ = parse_checkpoint(str(self.checkpoint).encode())
        place = (leaf_hash(entry), self.index, checkpoint.size)
        return checkpoint if is_included(*place, self.hashes, checkpoint.root) else None


def parse_proof(content: bytes) -> EntryProof:
    """A proof of a file. Raises ValueError."""
    head, _, checkpoint = content.decode("utf-8").partition("\n\n")
    header, *lines = head.split("\n")
    extra = lines.pop(0).removeprefix("extra ") if lines and lines[0].startswith("extra ") else ""
    index = _INDEX.fullmatch(lines[0]) if lines else None
    if header != HEADER or index is None:
        raise ValueError("proof")
    _, note = parse_checkpoint(checkpoint.encode())
    try:
        hashes = tuple(b64decode(line, validate=True) for line in lines[1:])
        return EntryProof(int(index[1]), hashes, note, b64decode(extra, validate=True))
    except binascii.Error:
        raise ValueError("base64") from None
