"""The ledger's code as it is dictated: six words in two threes, said twice at half the pace."""

from collections.abc import Iterable
from datetime import date, timedelta

from generator.ledger.spoken_code import LENGTH
from generator.radio.items.breath import Sentences
from generator.radio.items.day import AirDay
from generator.radio.items.kind import PartKind
from generator.radio.weeks import first_air_day
from generator.speech.numbers import integer

DAY = timedelta(days=1)
CHECK_CODE = PartKind("check_code", "Mã đối chiếu, đọc chậm", pace=0.5)


def check_code(day: AirDay) -> Sentences:
    """Say the code of an edition in the first broadcast after it was closed; nothing in others.

    A recording of the broadcast pins what had been published till then. Six words dictated every
    week for a quarter of a year are heard by nobody. What is closed on a day of airing waits for
    the next: that day's script may have been approved, or read, already.
    """
    chain = day.edition.ledger.chain
    closed = chain.until(day.air_on - DAY).editions
    if not closed or not _is_new(closed[-1].on, day):
        return ()
    threes = [_dictated(group) for group in chain.codes[closed[-1].edition].groups]
    count = integer(LENGTH, day.dialect)
    return (
        f"Mời quý vị ghi lại mã đối chiếu của sổ công khai, gồm {count} từ.",
        *threes,
        "Xin nhắc lại.",
        *threes,
    )


def has_code(day: AirDay) -> bool:
    """True once an edition was closed on an earlier day."""
    return bool(day.edition.ledger.chain.until(day.air_on - DAY).editions)


def _is_new(closed_on: date, day: AirDay) -> bool:
    """True on the first day of airing since the closing, and where nothing was aired before."""
    return first_air_day(day.edition, closed_on + DAY) == day.air_on or not day.memory.first_said


def _dictated(words: Iterable[str]) -> str:
    """One breath a word: "Biển, đá, mưa."."""
    text = ", ".join(words)
    return f"{text[:1].upper()}{text[1:]}."
