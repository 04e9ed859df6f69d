"""Free text to words: the first rule that knows what stands here reads it, or nobody does."""

import re

from generator.contract.speech import Speech
from generator.radio.place import Place
from generator.radio.rules_dates import DATE_RULES
from generator.radio.rules_numbers import NUMBER_RULES, document
from generator.radio.rules_words import WORD_RULES
from generator.text import nfc

_WITH_LETTERS = (document, *WORD_RULES)
_WITH_DIGITS = (*DATE_RULES, *NUMBER_RULES, *WORD_RULES)
_NUMBERS_BEGIN_WITH = frozenset("0123456789IVX")
_CODE = r"\d\.\d{6}(?!\d)"
_PROCEDURE_CODES = re.compile(
    rf"\s*\(\s*(?:mã|mã số|mã thủ tục)?\s*{_CODE}\s*\)|,?\s*(?:mã số|mã thủ tục|mã)\s+{_CODE}"
    rf"|\s*{_CODE}"
)


def read_text(text: str, speech: Speech) -> str:
    """The text in words, NFC, with the punctuation an announcer breathes by.

    Raises Unreadable for a short form, sign or form of number that has no certain reading.
    """
    text = nfc(" ".join(text.split()))
    said, start = "", 0
    while start < len(text):
        place = Place(text, start, said, speech)
        for rule in _WITH_DIGITS if text[start] in _NUMBERS_BEGIN_WITH else _WITH_LETTERS:
            reading = rule(place)
            if reading is not None:
                said += reading.words
                start += reading.length
                break
        else:
            raise place.refuse()
    return _tidy(said)


def read_for_air(text: str, speech: Speech) -> str:
    """The same without procedure codes, which say nothing to a listener."""
    return read_text(_PROCEDURE_CODES.sub("", nfc(text)), speech)


def sentences(text: str, speech: Speech) -> tuple[str, ...]:
    """The text for air, one sentence an entry, each with a capital and an end."""
    spoken = read_for_air(text, speech)
    parts = re.split(r"(?<=[.!?])\s+", spoken) if spoken else []
    return tuple(_as_sentence(part) for part in parts)


def _as_sentence(words: str) -> str:
    ended = words if words[-1] in ".!?" else f"{words.rstrip(',:')}."
    return ended[0].upper() + ended[1:]


def _tidy(said: str) -> str:
    """Single blanks, no blank before a mark, no two marks in a row, none at the start."""
    text = re.sub(r"\s+", " ", said)
    text = re.sub(r"\s+([,.:!?])", r"\1", text)
    text = re.sub(r"[,:](?=\s*[.,:!?])", "", text)
    text = re.sub(r"\s+([,.:!?])", r"\1", text)
    text = re.sub(r"([.!?])(?:\s*[.,:!?])+", r"\1", text)
    text = re.sub(r"([,.:!?])(?=\w)", r"\1 ", text)
    return text.lstrip(" ,.:!?").rstrip(" ,:")
