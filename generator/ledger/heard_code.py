"""A code as somebody typed it who heard it on the radio: in capitals, by ear, without its marks."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.ledger.spoken_code import CODE_WORDS, LENGTH
from generator.model.own_yaml import own_yaml
from generator.model.text import TONES, fold, nfc
from generator.model.verify_words import said

SOUNDS: Any = own_yaml(Path(__file__).with_name("code_sounds.yaml"))
"""`rules`, pairs of a pattern and what stands for it, in their order; `tones` by their marks."""
_RULES = [(re.compile(pattern), spoken) for pattern, spoken in SOUNDS["rules"]]
_WORD = re.compile(r"[^\W\d_]+")


class NotACode(ValueError):
    """What was typed cannot be a code; `str()` says why in Vietnamese."""


def sound(word: str) -> str:
    """What of a syllable tells it from others in every dialect: "trăng" and "chăn" have one."""
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(part for part in parts if part in TONES)
    syllable = nfc("".join(part for part in parts if part not in TONES))
    for pattern, spoken in _RULES:
        syllable = pattern.sub(spoken, syllable)
    return f"{syllable}{SOUNDS['tones'].get(tone, tone)}"


@dataclass(frozen=True)
class HeardCode:
    """For each of the six places the words of the list that may be meant.

    `marked` is False where all was typed without marks, which are then not compared.
    """

    meant: tuple[frozenset[str], ...]
    marked: bool

    def fits(self, words: Sequence[str]) -> bool:
        """True when these six words are what was heard."""
        return all(word in meant for word, meant in zip(words, self.meant, strict=True))


def heard_code(typed: str) -> HeardCode:
    """The code that was typed. Raises NotACode.

    A word counts by its sound, so that it may be spelled as it was heard; a code without any mark
    by its letters.
    """
    words = _WORD.findall(nfc(typed).lower())
    if len(words) != LENGTH:
        raise NotACode(said("code-length", wanted=LENGTH, count=len(words)))
    marked = any(fold(word) != word for word in words)
    meant = tuple(_meant(word, marked=marked) for word in words)
    for word, some in zip(words, meant, strict=True):
        if not some:
            raise NotACode(said("code-word", word=word))
    return HeardCode(meant, marked)


def _meant(word: str, *, marked: bool) -> frozenset[str]:
    """The listed words that one may stand for; a listed word sounds like no other one."""
    if not marked:
        return frozenset(listed for listed in CODE_WORDS if fold(listed) == word)
    if word in CODE_WORDS:
        return frozenset({word})
    heard = sound(word)
    return frozenset(listed for listed in CODE_WORDS if sound(listed) == heard)
