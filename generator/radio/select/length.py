"""Estimate how long a script takes to read: syllables at the announcers' rate, and pauses."""

from generator.model.radio_settings import Pauses
from generator.radio.items.breath import Sentences
from generator.speech.syllables import syllable_count


def reading_seconds(
    sentences: Sentences, syllables_per_minute: int, pauses: Pauses, pace: float = 1.0
) -> float:
    """Return the seconds of one item read at a share, `pace`, of the announcer's rate.

    The breath at every comma, the stop after every sentence and the pause after the item count;
    who reads slowly breathes longer, too.
    """
    text = " ".join(sentences)
    spoken = syllable_count(text) * 60 / (syllables_per_minute * pace)
    breaths = sum(text.count(letter) for letter in ",:") * pauses.comma / pace
    silence = breaths + len(sentences) * pauses.sentence + pauses.item
    return round(spoken + silence, 1)
