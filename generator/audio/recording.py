"""Record a whole script as sound: voices in turn, pauses, a chime for each jingle."""

import io
import math
import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from generator.audio.voice import SAMPLE_BYTES, SAMPLE_RATE, pronounce, voice_of
from generator.edition.script import ScriptRow
from generator.model.radio_settings import Dialect

_CHIME = ((392.0, 0.4), (523.25, 0.4), (659.25, 0.8))
"""Three notes, as Hz and seconds; the rest of a jingle's time is silence."""


@dataclass(frozen=True)
class Recording:
    """A script to listen to.

    `seconds` are the measured length without the warnings of a sample, to hold against the
    bulletin's estimate; `whole_seconds` is all of it.
    """

    wav: bytes
    seconds: float
    whole_seconds: float


def speak(rows: Sequence[ScriptRow], dialect: Dialect = "north") -> Recording:
    """Record the script of these rows as WAV, 16-bit mono. Raises CannotSpeak."""
    names = list(dict.fromkeys(row.voice for row in rows if row.voice))
    places = {name: place for place, name in enumerate(names)}
    parts = [_sound(row, voice_of(places.get(row.voice, 0), dialect)) for row in rows]
    warnings = sum(
        len(part) for part, row in zip(parts, rows, strict=True) if row.kind == "warning"
    )
    samples = b"".join(parts)
    return Recording(_wav(samples), _length(len(samples) - warnings), _length(len(samples)))


def _sound(row: ScriptRow, voice: str) -> bytes:
    if row.kind == "jingle":
        return _chime(row.seconds)
    if row.kind == "pause":
        return _silence(row.seconds)
    stop = _silence(row.stop_seconds)
    return b"".join(
        pronounce(sentence, row.syllables_per_minute, voice) + stop for sentence in row.spoken
    )


def _silence(seconds: float) -> bytes:
    return bytes(round(seconds * SAMPLE_RATE) * SAMPLE_BYTES)


def _chime(seconds: float) -> bytes:
    """Sound the three notes, each dying away, then silence up to the jingle's time."""
    samples = array("h")
    for hertz, length in _CHIME:
        count = round(length * SAMPLE_RATE)
        turn = 2 * math.pi * hertz / SAMPLE_RATE
        samples.extend(
            round(9000 * (1 - place / count) * math.sin(turn * place)) for place in range(count)
        )
    if sys.byteorder == "big":
        samples.byteswap()
    whole = _silence(seconds)
    return (samples.tobytes() + whole)[: len(whole)]


def _length(size: int) -> float:
    return size / SAMPLE_BYTES / SAMPLE_RATE


def _wav(samples: bytes) -> bytes:
    whole = io.BytesIO()
    with wave.open(whole, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(SAMPLE_BYTES)
        sound.setframerate(SAMPLE_RATE)
        sound.writeframes(samples)
    return whole.getvalue()
