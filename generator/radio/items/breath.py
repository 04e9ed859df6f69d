"""Keep a sentence short enough to be understood, and each breath short enough to be said.

An ear hears no colon, semicolon or bracket: each becomes a pause. Where somebody's own words run
on for too long, the pause is put before a word that joins, and a sentence ends at such a pause.
"""

import re
from collections.abc import Iterable, Iterator

from generator.radio.items.phrases import begin
from generator.speech.syllables import syllable_count

Sentences = tuple[str, ...]
MOST_IN_SENTENCE = 45
"""Syllables of the longest sentence."""
MOST_IN_BREATH = 25
"""Syllables of the longest part between two pauses."""
_MARKS = re.compile(r"[:;()\[\]“”\"…]+")
_JOINING = frozenset("và hoặc mà nhưng vì nên khi nếu còn thì rồi".split())  # noqa: SIM905
_LEADING = frozenset(
    "để do trong tại cho với đối đến theo từ ở về bằng ngoài sau trước".split()  # noqa: SIM905
)
_NEVER_LAST = frozenset(
    "việc là của các những mỗi từng một bị được đã đang sẽ không chưa rất có".split()  # noqa: SIM905
)
_INSEPARABLE = frozenset({("đối", "với"), ("so", "với"), ("cùng", "với"), ("cho", "đến")})
"""Two words that are one to the ear."""
_LEAST = 4
"""No breath that is made here has fewer words."""
_TOGETHER = 4 * MOST_IN_BREATH
"""Words that are looked at together; nobody says as many without a pause."""
_PAUSES = 40
"""Pauses of a sentence that are looked at together."""
_MOST_COST = 40 + 15
"""The most that a place costs, its distance from the middle apart: none farther off is better."""


def breathe(sentences: Iterable[str]) -> Sentences:
    """Return the sentences, none of them and no breath in them too long to be said."""
    return tuple(part for sentence in sentences for part in _split(_paused(sentence)))


def is_short(sentences: Iterable[str]) -> bool:
    """Return true when every sentence, and every breath of it, can be said as it is."""
    return all(
        syllable_count(sentence) <= MOST_IN_SENTENCE
        and all(syllable_count(part) <= MOST_IN_BREATH for part in breaths(sentence))
        for sentence in sentences
    )


def breaths(sentence: str) -> list[str]:
    """Return what is said between one pause and the next."""
    return [part for part in re.split(r"[,.!?:;]+", sentence) if part.strip()]


def _paused(sentence: str) -> str:
    """Write every pause as a comma, and add those that a breath needs."""
    end = sentence[-1] if sentence[-1:] in ".!?" else "."
    pauses = _MARKS.sub(",", sentence.rstrip(".!? ")).split(",")
    parts = [
        part for whole in pauses for words in _together(whole.split()) for part in _breathed(words)
    ]
    return f"{', '.join(parts)}{end}"


def _together(words: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(words), _TOGETHER):
        yield words[start : start + _TOGETHER]


def _breathed(words: list[str]) -> Iterator[str]:
    if syllable_count(" ".join(words)) <= MOST_IN_BREATH:
        yield " ".join(words)
        return
    middle, last = len(words) // 2, len(words) - _LEAST
    near = range(max(_LEAST, middle - _MOST_COST), min(last, middle + _MOST_COST) + 1)
    place = min(near, key=lambda at: _cost(words, at))
    yield from _breathed(words[:place])
    yield from _breathed(words[place:])


def _cost(words: list[str], at: int) -> int:
    """Prefer the middle, and a word that joins; never part a name: "Tài nguyên và Môi trường"."""
    word = words[at]
    if (words[at - 1], word) in _INSEPARABLE:
        cost = 40
    elif word in _JOINING and not words[at + 1][:1].isupper():
        cost = 0
    elif word in _LEADING:
        cost = 6
    else:
        cost = 20 if word[:1].islower() else 40
    cost += 15 if words[at - 1] in _NEVER_LAST else 0
    return cost + abs(len(words) // 2 - at)


def _split(sentence: str) -> Iterator[str]:
    """End a sentence that is too long at its pauses; of many pauses, some at a time."""
    parts = sentence.split(", ")
    for start in range(0, len(parts), _PAUSES):
        some = parts[start : start + _PAUSES]
        if start:
            some[0] = begin(some[0])
        if start + _PAUSES < len(parts):
            some[-1] += "."
        yield from _halved(some)


def _halved(parts: list[str]) -> Iterator[str]:
    """End a sentence at the pause that leaves the more even halves."""
    whole = syllable_count(", ".join(parts))
    if whole <= MOST_IN_SENTENCE or len(parts) == 1:
        yield ", ".join(parts)
        return
    place = min(
        range(1, len(parts)),
        key=lambda at: abs(whole - 2 * syllable_count(", ".join(parts[:at]))),
    )
    rest = re.sub(r"^(?:và|mà|rồi) ", "", parts[place])
    yield from _halved([*parts[: place - 1], f"{parts[place - 1]}."])
    yield from _halved([begin(rest), *parts[place + 1 :]])
