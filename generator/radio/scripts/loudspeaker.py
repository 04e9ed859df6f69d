"""A script for machines that speak: plain sentences for a loudspeaker, and SSML.

Neither holds a name of a voice or a cue as words: a machine would read them out.
"""

from collections.abc import Iterator, Sequence

from generator.edition.script import Row
from generator.speech.ssml import mark, pause, sentence, speak


def render_loa(rows: Sequence[Row]) -> str:
    """The words alone, NFC, one sentence a line, to paste into a text-to-speech system."""
    spoken = ("\n".join(row.spoken) for row in rows)
    return "\n\n".join(block for block in spoken if block) + "\n"


def render_ssml(rows: Sequence[Row]) -> str:
    """The script as SSML: sentences with their pauses, a mark where the voice or music changes.

    Which of its own voices the machine gives to a mark is the station's choice.
    """
    return speak(line for row in rows for line in _ssml(row))


def _ssml(row: Row) -> Iterator[str]:
    if lines := row.spoken:
        yield mark(row.voice or row.kind)
        yield "<p>"
        stop = pause(row.stop_seconds)
        yield from (f"{sentence(line)}{stop}" for line in lines)
        yield "</p>"
    else:
        yield f"{mark(row.kind) if row.kind == 'jingle' else ''}{pause(row.seconds)}"
