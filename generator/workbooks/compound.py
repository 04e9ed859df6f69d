"""One stream of a compound file, in which Excel kept workbooks before 2007 ([MS-CFB])."""

import struct
from collections.abc import Iterator, Sequence

FREE, ENTRY_BYTES, HEADER_BYTES = 0xFFFFFFFA, 128, 512
"""From this sector number on none is meant; bytes of an entry of the directory, of the header."""
_WORD = struct.Struct("<I")


class NoStream(Exception):
    """There is no such stream, or the file is damaged."""


def stream_of(content: bytes, names: Sequence[str]) -> bytes:
    """The first stream that bears one of the names. Raises NoStream, struct.error."""
    return _File(content).stream(names)


class _File:
    """The sectors of a file and the chains in which they follow one another."""

    def __init__(self, content: bytes) -> None:
        (shift,) = struct.unpack_from("<H", content, 30)
        if shift not in (9, 12):
            raise NoStream
        self.content, self.size = content, 1 << shift
        self.count = len(content) // self.size
        self.next = list(self._numbers(self._tables()))

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self.size
        return self.content[begin : begin + self.size]

    def _numbers(self, sectors: Iterator[int]) -> Iterator[int]:
        for sector in sectors:
            part = self._sector(sector)
            yield from (number for (number,) in _WORD.iter_unpack(part[: len(part) // 4 * 4]))

    def _tables(self) -> Iterator[int]:
        """The sectors that say of each sector which one follows it."""
        first, count = struct.unpack_from("<II", self.content, 68)
        listed = struct.unpack_from("<109I", self.content, 76)
        yield from (number for number in listed if number < FREE)
        for _ in range(min(count, self.count)):
            if first >= FREE:
                return
            *numbers, first = (number for (number,) in _WORD.iter_unpack(self._sector(first)))
            yield from (number for number in numbers if number < FREE)

    def _chain(self, first: int, following: Sequence[int]) -> Iterator[int]:
        """The numbers from the first one on. Raises NoStream for a chain that bites its tail."""
        for _ in range(len(following) + 1):
            if first >= FREE:
                return
            if first >= len(following):
                raise NoStream
            yield first
            first = following[first]
        raise NoStream

    def _whole(self, first: int) -> bytes:
        return b"".join(map(self._sector, self._chain(first, self.next)))

    def stream(self, names: Sequence[str]) -> bytes:
        (directory, _, cutoff, small) = struct.unpack_from("<IIII", self.content, 48)
        entries = self._whole(directory)
        root = entries[:ENTRY_BYTES]
        for begin in range(0, len(entries), ENTRY_BYTES):
            entry = entries[begin : begin + ENTRY_BYTES]
            (length,) = struct.unpack_from("<H", entry, 64)
            if entry[: max(length - 2, 0)].decode("utf-16-le", "replace") in names:
                first, size = struct.unpack_from("<II", entry, 116)
                found = self._whole(first) if size >= cutoff else self._small(root, small, first)
                return found[:size]
        raise NoStream

    def _small(self, root: bytes, small: int, first: int) -> bytes:
        """A short stream: it lies in pieces of 64 bytes in the stream of the root."""
        (begin,) = _WORD.unpack_from(root, 116)
        within, following = self._whole(begin), list(self._numbers(self._chain(small, self.next)))
        pieces = self._chain(first, following)
        return b"".join(within[piece * 64 : piece * 64 + 64] for piece in pieces)
