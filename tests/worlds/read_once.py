"""Readers of one speech are one reader: scripts of most tests say the same sentences."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from generator.app import desk_spoken
from generator.model.speech import Speech
from generator.radio import bulletin, unreadable_cells
from generator.speech.reader.reader import Reader


@contextmanager
def read_once() -> Iterator[None]:
    """What was read aloud in this process is remembered by all that read in the same speech."""
    readers: dict[tuple[str, str], Reader] = {}

    def reader(speech: Speech) -> Reader:
        known = (speech.abbreviations.model_dump_json(), speech.dialect)
        if known not in readers:
            readers[known] = Reader(speech)
        return readers[known]

    with ExitStack() as stack:
        for room in (bulletin, desk_spoken, unreadable_cells):
            stack.enter_context(patch.object(room, "Reader", reader))
        yield
