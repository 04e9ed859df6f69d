"""A reader: it reads texts for air, and remembers what it has read."""

from generator.model.speech import Speech
from generator.speech.reader.read import sentences


class Reader:
    """Reads texts for air as a city's announcers speak.

    The same sentences come again week after week, and in the short edition, so the latest
    `remembered` texts are read once: the news of many weeks, not that of all years.
    """

    def __init__(self, speech: Speech, remembered: int = 20_000) -> None:
        self.speech = speech
        self._remembered = remembered
        self._read: dict[str, tuple[str, ...]] = {}

    def sentences(self, text: str) -> tuple[str, ...]:
        """Return the text for air, one sentence an entry. Raises Unreadable."""
        if text not in self._read:
            if len(self._read) >= self._remembered:
                del self._read[next(iter(self._read))]  # the oldest
            self._read[text] = sentences(text, self.speech)
        return self._read[text]
