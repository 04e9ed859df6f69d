"""What an ear can follow, judged from a script's sentences alone: the laws of a programme."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.edition.bulletin import Bulletin
from generator.speech.syllables import syllable_count

MOST_IN_SENTENCE, MOST_IN_BREATH, MOST_NUMBERS = 45, 25, 3
_REDOUBLED = {"từ từ", "dần dần", "luôn luôn", "thường thường", "không không", "ba ba"}
"""Words that are rightly said twice, and digits of a telephone number."""
_AFTER_SOMETHING = re.compile(r"(?:tiếp theo|tiếp đó|tiếp đến|sau nữa|cùng với đó|còn)\b", re.I)
_OWN_WORDS = {"greeting", "lead_in", "closing"}
"""Where nobody's own words are said: there not even a pause parts what is said twice."""
_FRAGMENT = re.compile(r"(?:và|mà|rồi|của|là|thì)\b", re.IGNORECASE)


def faults(script: Bulletin) -> Iterator[str]:
    """Say which sentence of a script breaks which law."""
    items = [item for item in script.items if item.pace == 1]
    spoken = [(item.kind, sentence) for item in items for sentence in item.sentences]
    for kind, sentence in spoken:
        heard = re.sub(r"[,]", "", sentence) if kind in _OWN_WORDS else sentence
        for fault in (*_of_sentence(sentence), *_twice(heard)):
            yield f"{script.bulletin_id} {kind}: {fault}: {sentence}"
    news = [item for item in items if item.keys]
    if news and _AFTER_SOMETHING.match(news[0].sentences[0]):
        yield f"{script.bulletin_id}: opens as if something came before: {news[0].sentences[0]}"
    yield from _neighbours(script.bulletin_id, [sentence for _, sentence in spoken])


def _of_sentence(sentence: str) -> Iterator[str]:
    if syllable_count(sentence) > MOST_IN_SENTENCE:
        yield f"{syllable_count(sentence)} syllables"
    for breath in re.split(r"[,.!?]", sentence):
        if syllable_count(breath) > MOST_IN_BREATH:
            yield f"a breath of {syllable_count(breath)}"
    if re.search(r"[:;()\[\]“”\"…/0-9%]", sentence):
        yield "a mark that no ear hears"
    if not sentence[:1].isupper() or sentence[-1] not in ".!?" or _FRAGMENT.match(sentence):
        yield "no whole sentence"
    if ", ," in sentence or ",." in sentence or " ," in sentence:
        yield "pauses that meet"


def _twice(sentence: str) -> Iterator[str]:
    """Find one to three words that are said again at once, without a pause between them."""
    words = re.sub(r"[.!?]", "", sentence).replace(",", " , ").lower().split()
    if "điện thoại" in sentence:
        return
    for size in (1, 2, 3):
        for at in range(len(words) - 2 * size + 1):
            first, second = words[at : at + size], words[at + size : at + 2 * size]
            if first == second and " ".join(first + second) not in _REDOUBLED:
                yield f"“{' '.join(first)}” twice in a row"


def _neighbours(name: str, sentences: Sequence[str]) -> Iterator[str]:
    """Find neighbours that are the same, or begin with the same six words."""
    for one, other in pairwise(sentences):
        if one.lower().split()[:6] == other.lower().split()[:6]:
            yield f"{name}: neighbours begin alike: {one} / {other}"
