"""What has happened to a whole text: read by a wrong code page, taken apart, left half merged."""

import re
import unicodedata

from generator.datafolder.fault import Fault

_MARKS = re.compile(rb"^(?:<<<<<<< |=======\r?$|>>>>>>> )", re.MULTILINE)
"""The lines by which git parts two versions of a text that it cannot merge."""
_COMBINED = re.compile("[\u0300-\u0323]")
_PRECOMPOSED = re.compile("[À-ÖØ-öø-ÿĂăĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_WINDOWS = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What Windows shows where the code page of Western Europe has no letters."""


def fault_of_letters(piece: bytes, row: int) -> Fault | None:
    """What has happened to a piece of a text in UTF-8 that begins behind a row."""
    if b"<" in piece and len(_MARKS.findall(piece)) > 1 and (mark := _MARKS.search(piece)):
        return Fault("merge-unfinished", row + piece.count(b"\n", 0, mark.start()) + 1)
    if piece.isascii():
        return None
    has_foreign, has_marks = b"\xc2" in piece, b"\xcc" in piece
    text = piece.decode("utf-8") if has_foreign or has_marks else ""
    if has_foreign and (meant := reread(text)):
        return Fault("text-misread", values={"value": _first_word(meant)})
    if has_marks and _COMBINED.search(text) and not _PRECOMPOSED.search(text):
        return Fault(
            "text-apart", values={"value": _first_word(unicodedata.normalize("NFC", text))}
        )
    return None


def reread(text: str) -> str | None:
    """The text that was meant where UTF-8 has been read as a Western code page; None of others."""
    try:
        meant = text.translate(_WINDOWS).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    return meant if meant != text else None


def _first_word(text: str) -> str:
    """The first word with a letter that ASCII has not, to see what is meant."""
    return next((word for word in re.findall(r"\w+", text) if not word.isascii()), "")
