"""Speak one sentence, by Debian's espeak-ng with its Vietnamese voice.

espeak-ng is told a speed in words a minute, and its Vietnamese words are syllables spoken faster
than that. Measured with espeak-ng 1.51 on 40 sentences (760 syllables) of these scripts,
without the breaths at commas: -s 80 gives 128 syllables a minute, 120 gives 183, 150 gives 231,
200 gives 311, 250 gives 395. It reads no slower than -s 80; below that, each step of -g adds
35 ms between two syllables.
"""

from collections.abc import Mapping
from itertools import pairwise

from generator.audio.tools import CannotSpeak, run
from generator.model.radio_settings import Dialect

SAMPLE_RATE = 22_050
"""Samples a second of the voice."""
SAMPLE_BYTES = 2
_SPEAKERS: Mapping[Dialect, str] = {"north": "vi", "south": "vi-vn-x-south"}
_VARIANTS = ("", "+f2", "+m3", "+f5")
_SPEEDS = ((80, 128), (120, 183), (150, 231), (200, 311), (250, 395))
_GAP_SECONDS = 0.035


def voice_of(place: int, dialect: Dialect) -> str:
    """Return the voice of the announcer of that place: the ear tells four of them apart."""
    return _SPEAKERS[dialect] + _VARIANTS[place % len(_VARIANTS)]


def speed(syllables_per_minute: int) -> tuple[int, int]:
    """Return espeak-ng's speed and its gap between words for a rate in syllables a minute."""
    slowest = _SPEEDS[0][1]
    if syllables_per_minute < slowest:
        lacking = 60 / syllables_per_minute - 60 / slowest
        return _SPEEDS[0][0], round(lacking / _GAP_SECONDS)
    for (low, at_low), (high, at_high) in pairwise(_SPEEDS):
        if syllables_per_minute <= at_high or high == _SPEEDS[-1][0]:
            share = (syllables_per_minute - at_low) / (at_high - at_low)
            return round(low + share * (high - low)), 0
    raise AssertionError


def pronounce(sentence: str, syllables_per_minute: int, voice: str) -> bytes:
    """Speak the sentence as 16-bit mono samples, no silence after it. Raises CannotSpeak.

    The sentence is fully spelled: anything else would be read in English.
    """
    words_per_minute, gap = speed(syllables_per_minute)
    options = ("-v", voice, "-s", str(words_per_minute), "-g", str(gap), "-z", "-b", "1")
    sound = run("espeak-ng", "espeak-ng", *options, "--stdin", "--stdout", given=sentence.encode())
    start = sound.find(b"data") + 8  # its header promises a length that a pipe does not know
    if start < 8 or len(sound) <= start:
        raise CannotSpeak("espeak-ng không trả về âm thanh nào.")
    return sound[start : len(sound) - (len(sound) - start) % SAMPLE_BYTES]
