"""The three standard streams, so that a command can always read and be read.

What started it may have closed them, or may show fewer letters than Vietnamese has.
"""

import codecs
import io
import os
import sys
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from generator.model.text import TONES

_STANDS_FOR = str.maketrans(
    {"đ": "d", "Đ": "D", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...",
     "·": "-", "•": "-", "→": "->", "×": "x", "−": "-", "\u00a0": " ", "\u202f": " "}
)  # fmt: skip
"""How what is no letter with marks is written where it cannot be."""
LOSSY = (
    "Nơi nhận kết quả dùng bộ mã {}, không ghi được đủ chữ Việt, nên có chữ bị bỏ dấu. Hãy đặt "
    "biến môi trường PYTHONUTF8=1 rồi chạy lại."
)


class _Readable:
    """Writes each letter that an encoding lacks as it can; remembers whether marks were lost."""

    def __init__(self, encoding: str) -> None:
        # Python's own error names "charmap" for every encoding of this kind.
        self.encoding, self.has_lost = encoding, False

    def __call__(self, error: UnicodeError) -> tuple[str | bytes, int]:
        """A handler for `codecs.register_error`."""
        if not isinstance(error, UnicodeEncodeError):
            raise error
        letters = error.object[error.start : error.end]
        return "".join(map(self._written, letters)), error.end

    def _written(self, letter: str) -> str:
        for form in (_tone_apart(letter), _without_marks(letter)):
            with suppress(UnicodeEncodeError):
                form.encode(self.encoding)
                self.has_lost |= form != _tone_apart(letter)
                return form
        return "?"


def _tone_apart(letter: str) -> str:
    """The letter and its tone as two, as Windows' Vietnamese page (cp1258) has them."""
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in parts if mark in TONES)
    rest = "".join(mark for mark in parts if mark not in TONES)
    return unicodedata.normalize("NFC", rest) + tones


def _without_marks(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter.translate(_STANDS_FOR))
    return "".join(part for part in parts if not unicodedata.combining(part))


_used: list[_Readable] = []


def prepare() -> None:
    """Open what was closed, and have every letter written somehow."""
    _open_closed()
    _used.clear()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # ASCII is what is said when no language was set: nobody has asked for it.
            name = codecs.lookup(stream.encoding).name
            encoding = "utf-8" if name == "ascii" else name
            _used.append(_Readable(encoding))
            codecs.register_error(f"congkhai.{encoding}", _used[-1])
            stream.reconfigure(encoding=encoding, errors=f"congkhai.{encoding}")


def _open_closed() -> None:
    """A closed stream leads nowhere: else the next file to be opened would take its place."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def lost() -> str | None:
    """What to say when marks of letters were lost; None when all was written as it is."""
    lossy = [readable.encoding for readable in _used if readable.has_lost]
    return LOSSY.format(lossy[0]) if lossy else None


_spoken: list[TextIO] = []


def hold() -> None:
    """Keep back what is said from now on, until it is known whether all went well."""
    _spoken.append(sys.stdout)
    sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def is_held() -> bool:
    """True while what is said is kept back."""
    return bool(_spoken)


def release(*, told: bool) -> None:
    """Say what was kept back, or let it go."""
    if _spoken:
        held, sys.stdout = sys.stdout, _spoken.pop()
        if told:
            sys.stdout.write(held.buffer.getvalue().decode())  # type: ignore[union-attr]


def lead_nowhere() -> None:
    """What is still to be written is let go: nobody reads it any more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            with Path(os.devnull).open("wb") as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())
