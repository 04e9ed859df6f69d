"""Estimate how long a script takes to read: syllables at the announcers' rate, and pauses."""

from generator.model.radio_settings import Pauses
from generator.radio.items.telling import Sentences
from generator.speech.syllables import syllable_count


def reading_seconds(sentences: Sentences, syllables_per_minute: int, pauses: Pauses) -> float:
    """Return the seconds of one item.

    The breath at every comma, the stop after every sentence and the pause after the item count.
    """
    text = " ".join(sentences)
    spoken = syllable_count(text) * 60 / syllables_per_minute
    breaths = sum(text.count(letter) for letter in ",:") * pauses.comma
    silence = breaths + len(sentences) * pauses.sentence + pauses.item
    return round(spoken + silence, 1)
