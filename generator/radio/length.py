"""How long a script takes to read: syllables at the announcers' rate, and pauses."""

from generator.radio.story import Sentences
from generator.radio.syllables import syllable_count

COMMA_SECONDS = 0.2
SENTENCE_SECONDS = 0.5
ITEM_SECONDS = 1.0
OPENING_JINGLE_SECONDS = 8.0
CLOSING_JINGLE_SECONDS = 5.0


def reading_seconds(sentences: Sentences, syllables_per_minute: int) -> float:
    """Seconds of one item, with the breath at every comma, the stop after every sentence and
    the pause after the item."""
    text = " ".join(sentences)
    spoken = syllable_count(text) * 60 / syllables_per_minute
    breaths = sum(text.count(letter) for letter in ",:") * COMMA_SECONDS
    return round(spoken + breaths + len(sentences) * SENTENCE_SECONDS + ITEM_SECONDS, 1)
