"""Signed notes (C2SP signed-note): a text, an empty line, and signatures a line each."""

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass, replace

_SIGNATURE_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")
MOST_SIGNATURES = 64
"""A note with more is not read."""
_BREAK = "\n\n"


@dataclass(frozen=True)
class Signature:
    """A signature line: the key's name, its id of 4 bytes, and what was signed with it."""

    name: str
    key_id: bytes
    content: bytes

    @property
    def line(self) -> str:
        """The line, without its end."""
        return f"— {self.name} {b64encode(self.key_id + self.content).decode()}"


@dataclass(frozen=True)
class Note:
    """A text that ends with a line feed, and its signatures."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __str__(self) -> str:
        """The note as it lies in a file."""
        return "".join((self.text, "\n", *(f"{item.line}\n" for item in self.signatures)))

    def with_signatures(self, signatures: Iterable[Signature]) -> "Note":
        """The note with signatures added, each once."""
        return replace(self, signatures=tuple(dict.fromkeys((*self.signatures, *signatures))))


def parse_note(content: bytes) -> Note:
    """A note of a file; one that nobody has signed yet has no signatures. Raises ValueError."""
    written = content.decode("utf-8")
    if any(letter < " " and letter != "\n" for letter in written) or not written.endswith("\n"):
        raise ValueError("control")
    text, found, signed = written.rpartition(_BREAK)
    if not found:
        raise ValueError("no empty line")
    lines = signed.splitlines()
    if len(lines) > MOST_SIGNATURES:
        raise ValueError("signatures")
    return Note(f"{text}\n", tuple(parse_signature(line) for line in lines))


def parse_signature(line: str) -> Signature:
    """A signature line. Raises ValueError."""
    match = _SIGNATURE_LINE.fullmatch(line)
    if match is None:
        raise ValueError(line)
    try:
        content = b64decode(match[2], validate=True)
    except binascii.Error:
        raise ValueError(line) from None
    if len(content) < 5:
        raise ValueError(line)
    return Signature(match[1], content[:4], content[4:])
