"""A script as SSML: sentences with their pauses, a mark where the voice or the music changes.

It holds no name of a voice and no cue as words: a machine would read them out. Which of its own
voices the machine gives to a mark is the station's choice.
"""

from collections.abc import Iterator

from generator.edition.script import Script, ScriptForm, ScriptRow
from generator.speech.ssml import mark, pause, sentence, speak


def _render(script: Script) -> bytes:
    return speak(line for row in script.rows for line in _lines(row)).encode()


def _lines(row: ScriptRow) -> Iterator[str]:
    if spoken := row.spoken:
        yield mark(row.voice or row.kind)
        yield "<p>"
        stop = pause(row.stop_seconds)
        yield from (f"{sentence(words, row.pace)}{stop}" for words in spoken)
        yield "</p>"
    else:
        yield f"{mark(row.kind) if row.kind == 'jingle' else ''}{pause(row.seconds)}"


SSML = ScriptForm(
    "ssml", "ssml", "SSML cho máy đọc", "application/ssml+xml", _render, by_machine=True
)
