"""A script spoken by the machine's voice, to hear before the announcer reads it.

Charter: turn the rows of a script into sound with Debian's espeak-ng, and the sound into WAV, MP3
or OGG. Texts go to the programs on standard input, never as options. Nothing here writes to disk.
"""

from generator.audio.encode import SUFFIXES, encode
from generator.audio.recording import Recording, speak
from generator.audio.tools import CannotSpeak

__all__ = ["SUFFIXES", "CannotSpeak", "Recording", "encode", "speak"]
