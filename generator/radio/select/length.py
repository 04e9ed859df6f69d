"""How long a script takes to read: syllables at the announcers' rate, and pauses."""

from functools import lru_cache

from generator.model.settings import Pauses
from generator.radio.items.story import Sentences
from generator.speech.syllables import syllable_count


@lru_cache(maxsize=20_000)
def reading_seconds(sentences: Sentences, syllables_per_minute: int, pauses: Pauses) -> float:
    """Seconds of one item, with the breath at every comma, the stop after every sentence and
    the pause after the item."""
    text = " ".join(sentences)
    spoken = syllable_count(text) * 60 / syllables_per_minute
    breaths = sum(text.count(letter) for letter in ",:") * pauses.comma
    silence = breaths + len(sentences) * pauses.sentence + pauses.item
    return round(spoken + silence, 1)
