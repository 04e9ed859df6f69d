"""A workbook with a password as Excel saves it: a compound file whose stream nobody can read.

[MS-CFB] says how a compound file is laid out, [MS-OFFCRYPTO] 2.3.1 that the workbook lies in it as
a stream named EncryptedPackage.
"""

import struct

SECTOR = 512
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTORS = 8
"""Of the stream: a shorter one would lie elsewhere."""


def locked_book() -> bytes:
    """The bytes of such a file: header, a sector of places, one of names, the stream."""
    places = [_FAT, _END, *range(3, 2 + _SECTORS), _END]
    fat = struct.pack("<128I", *places, *[_FREE] * (128 - len(places)))
    names = (
        _entry("Root Entry", 5, child=1, start=_END, size=0)
        + _entry("EncryptedPackage", 2, child=_NONE, start=2, size=_SECTORS * SECTOR)
        + _entry("", 0, child=_NONE, start=0, size=0) * 2
    )
    return _header() + fat + names + bytes(range(256)) * (_SECTORS * SECTOR // 256)


def _header() -> bytes:
    start = struct.pack("<8s16s5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 62, 3, 0xFFFE, 9, 6)
    counts = struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return start + counts + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    length = len(letters) + 2 if name else 0
    head = struct.pack("<64sHBB3I", letters, length, kind, 1, _NONE, _NONE, child)
    return head + struct.pack("<16sI16sIQ", b"", 0, b"", start, size)
