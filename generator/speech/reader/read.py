"""Read free text in words: the first rule that knows what stands here reads it, or nobody does."""

import re

from generator.model.codes import PROCEDURE_CODE
from generator.model.speech import Speech
from generator.model.text import nfc
from generator.speech.reader.capitals import without_capitals
from generator.speech.reader.cursor import REMEMBERED, Cursor
from generator.speech.reader.rules_addresses import ADDRESS_RULES, kilometre_post
from generator.speech.reader.rules_codes import CODE_RULES
from generator.speech.reader.rules_dates import DATE_RULES
from generator.speech.reader.rules_documents import document, document_kind, document_of_year
from generator.speech.reader.rules_feasts import FEAST_RULES
from generator.speech.reader.rules_forms import FORM_RULES
from generator.speech.reader.rules_headings import HEADING_RULES
from generator.speech.reader.rules_identity import IDENTITY_RULES
from generator.speech.reader.rules_measures import MEASURE_RULES
from generator.speech.reader.rules_money import MONEY_RULES
from generator.speech.reader.rules_numbers import NUMBER_RULES, lettered, zero_named
from generator.speech.reader.rules_periods import PERIOD_RULES, month_code, quarter_code
from generator.speech.reader.rules_phones import PHONE_RULES, phone_by_sign
from generator.speech.reader.rules_plain import plain_words
from generator.speech.reader.rules_plates import PLATE_RULES
from generator.speech.reader.rules_ratios import RATIO_RULES
from generator.speech.reader.rules_shares import SHARE_RULES
from generator.speech.reader.rules_signs import SIGN_RULES
from generator.speech.reader.rules_web import WEB_RULES
from generator.speech.reader.rules_weekdays import WEEKDAY_RULES, weekday_code, weekday_of_date
from generator.speech.reader.rules_words import WORD_RULES, between_words

WITH_LETTERS = (
    plain_words,
    *(between_words, *HEADING_RULES, *WEB_RULES, document, document_kind, quarter_code, month_code),
    *(
        weekday_code,
        weekday_of_date,
        kilometre_post,
        lettered,
        *IDENTITY_RULES,
        *CODE_RULES,
        *MEASURE_RULES,
        phone_by_sign,
    ),
    *SIGN_RULES,
    *WORD_RULES,
)
_WITH_DIGITS = (
    *(
        *HEADING_RULES,
        *PLATE_RULES,
        *CODE_RULES,
        *FORM_RULES,
        *IDENTITY_RULES,
        *MONEY_RULES,
        *PHONE_RULES,
        *FEAST_RULES,
        *DATE_RULES,
        *PERIOD_RULES,
        *WEEKDAY_RULES,
    ),
    *(*ADDRESS_RULES, *RATIO_RULES, *SHARE_RULES, zero_named, document, document_of_year),
    *(*NUMBER_RULES, *WORD_RULES),
)
_NUMBERS_BEGIN_WITH = frozenset("0123456789IVX")
_CODES = rf"{PROCEDURE_CODE}(?:(?:\s*[,;]\s*|\s+và\s+){PROCEDURE_CODE})*"
_CALLED = r"(?:(?:có|mang|với)\s+)?(?:các\s+)?(?:mã số thủ tục|mã thủ tục|mã số|mã)\s*+(?::\s*+)?"
_BLANKS = r"(?:(?<!\s)\s++)?"
_PROCEDURE_CODES = re.compile(
    rf"{_BLANKS}\(\s*+(?:{_CALLED})?{_CODES}\s*\)"
    rf"|(?:,\s*+|{_BLANKS}){_CALLED}{_CODES}|{_BLANKS}{_CODES}",
    re.IGNORECASE,
)
_LEFT_HANGING = re.compile(
    r"(?:^|\s)(?:là|và|hoặc|số|theo|của|với|có|mang|gồm|các|từ|đến|tại|về|cho)$", re.IGNORECASE
)


def read_text(text: str, speech: Speech) -> str:
    """Return the text in words, NFC, with the punctuation an announcer breathes by.

    Raises Unreadable for a short form, sign or form of number that has no certain reading.
    """
    text = without_capitals(nfc(" ".join(text.split())), speech.abbreviations)
    said, start = "", 0
    while start < len(text):
        cursor = Cursor(text, start, said[-REMEMBERED:], speech)
        for rule in _WITH_DIGITS if text[start] in _NUMBERS_BEGIN_WITH else WITH_LETTERS:
            reading = rule(cursor)
            if reading is not None:
                said += reading.words
                start += reading.length
                break
        else:
            raise cursor.refuse()
    return _tidy(said)


def read_for_air(text: str, speech: Speech) -> str:
    """Return the same without procedure codes, which say nothing to a listener.

    A code that its sentence needs ("mã thủ tục là 1.001193") stays, and is read digit by digit.
    """
    return read_text(_PROCEDURE_CODES.sub(_unless_needed, nfc(text)), speech)


def _unless_needed(code: re.Match[str]) -> str:
    before = code.string[max(0, code.start() - REMEMBERED) : code.start()].strip()
    needed = _LEFT_HANGING.search(before) or code.string.strip() == code[0].strip()
    return code[0] if needed else ""


def sentences(text: str, speech: Speech) -> tuple[str, ...]:
    """Return the text for air, one sentence an entry, each with a capital and an end."""
    return as_sentences(read_for_air(text, speech))


def as_sentences(spoken: str) -> tuple[str, ...]:
    """Split spoken words, one sentence an entry, each with a capital and an end."""
    parts = re.split(r"(?<=[.!?])\s+", spoken) if spoken else []
    return tuple(_as_sentence(part) for part in parts)


def _as_sentence(words: str) -> str:
    ended = words if words[-1] in ".!?" else f"{words.rstrip(',:')}."
    return ended[0].upper() + ended[1:]


def _tidy(said: str) -> str:
    """Leave single blanks, no blank before a mark, no two marks in a row, none at the start."""
    text = re.sub(r"\s+", " ", said)
    text = re.sub(r" ([,.:!?])", r"\1", text)
    text = re.sub(r"[,:](?= ?[.,:!?])", "", text)
    text = re.sub(r" ([,.:!?])", r"\1", text)
    text = re.sub(r"([.!?])(?: ?[.,:!?])+", r"\1", text)
    text = re.sub(r"([,.:!?])(?=\w)", r"\1 ", text)
    return text.lstrip(" ,.:!?").rstrip(" ,:")
