"""The ledger's code as it is dictated: six words in two threes, said twice at half the pace."""

from collections.abc import Iterable

from generator.ledger.spoken_code import LENGTH
from generator.radio.items.breath import Sentences
from generator.radio.items.day import AirDay
from generator.radio.items.kind import PartKind
from generator.speech.numbers import integer

CHECK_CODE = PartKind("check_code", "Mã đối chiếu, đọc chậm", pace=0.5)


def check_code(day: AirDay) -> Sentences:
    """Say the code of the edition that was the last on the day of airing; nothing before the first.

    A recording of the broadcast pins what had been published till then.
    """
    chain = day.edition.ledger.chain
    closed = chain.until(day.air_on).editions
    if not closed:
        return ()
    threes = [_dictated(group) for group in chain.codes[closed[-1].edition].groups]
    count = integer(LENGTH, day.dialect)
    return (
        f"Mời quý vị ghi lại mã đối chiếu của sổ công khai, gồm {count} từ.",
        *threes,
        "Xin nhắc lại.",
        *threes,
    )


def _dictated(words: Iterable[str]) -> str:
    """One breath a word: "Biển, đá, mưa."."""
    text = ", ".join(words)
    return f"{text[:1].upper()}{text[1:]}."
