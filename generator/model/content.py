"""What a publisher hands over to be written: bytes, compressed in memory when they are many.

A large city's lists and scripts are tens of megabytes each, and wait for the disk side by side.
"""

import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain

LONG = 1024 * 1024
"""Bytes from which a content is compressed; it is done and undone in parts of this length."""
_QUICKLY = 1


class Compressed:
    """A long content: made piece by piece and read so, as often as it is asked for."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        """Takes up the parts, one after the other."""
        self._size, hashed = 0, sha256()
        self._compressed: list[bytes] = []
        for part in parts:
            self._size += len(part)
            hashed.update(part)
            self._compressed.append(zlib.compress(part, _QUICKLY))
        self.sha256 = hashed.hexdigest()

    def __len__(self) -> int:
        """How many bytes it has."""
        return self._size

    def __eq__(self, other: object) -> bool:
        """True for the same bytes."""
        return isinstance(other, Compressed) and other.sha256 == self.sha256

    def __hash__(self) -> int:
        """Equal for the same bytes."""
        return hash(self.sha256)

    def __iter__(self) -> Iterator[bytes]:
        """The same parts again."""
        yield from map(zlib.decompress, self._compressed)


Content = bytes | Compressed


def content_of(texts: Iterable[str]) -> Content:
    """The texts, joined, as UTF-8: compressed when they are long."""
    parts = _parts(texts)
    first = next(parts, b"")
    if len(first) < LONG:
        return first
    return Compressed(chain((first,), parts))


def text_of(texts: Iterable[str]) -> str | Compressed:
    """The texts, joined, as one text, or when they are long as `content_of` has them."""
    content = content_of(texts)
    return content.decode() if isinstance(content, bytes) else content


def _parts(texts: Iterable[str]) -> Iterator[bytes]:
    """The texts as bytes in parts of at least `LONG`, but for the last one."""
    part = bytearray()
    for text in texts:
        part += text.encode()
        if len(part) >= LONG:
            yield bytes(part)
            part.clear()
    if part:
        yield bytes(part)


def pieces(content: Content) -> Iterable[bytes]:
    """A content to be written, piece by piece."""
    return (content,) if isinstance(content, bytes) else content


def whole(content: Content) -> bytes:
    """A content at once."""
    return content if isinstance(content, bytes) else b"".join(content)


def digest(content: Content) -> str:
    """SHA-256 of a content, in hexadecimal digits."""
    return sha256(content).hexdigest() if isinstance(content, bytes) else content.sha256
