"""Leave WAV as it is, or make it small by Debian's lame or oggenc."""

from generator.audio.tools import run

SUFFIXES = (".wav", ".mp3", ".ogg")
"""Ends of a file's name that can be written."""


def encode(wav: bytes, suffix: str) -> bytes:
    """Encode the sound in the form that one of `SUFFIXES` asks for. Raises CannotSpeak."""
    if suffix == ".wav":
        return wav
    if suffix == ".mp3":
        return run("lame", "lame", "--quiet", "-V", "7", "-", "-", given=wav)
    # A fixed serial number, so that the same script gives the same bytes.
    options = ("--quiet", "--serial", "643", "-q", "3", "-o", "-", "-")
    return run("oggenc", "vorbis-tools", *options, given=wav)
