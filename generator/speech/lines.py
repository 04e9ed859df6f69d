"""Read the lines of any text aloud, one by one; what cannot be read is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.datafolder.table import MAX_CELL_LETTERS
from generator.model.speech import Speech
from generator.model.text import vn_number
from generator.speech.reader.read import as_sentences, read_for_air
from generator.speech.ssml import pause, sentence, speak
from generator.speech.unreadable import Unreadable


@dataclass(frozen=True)
class ReadLine:
    """One line: its number from 1, and its reading or the Vietnamese sentence that says why not."""

    number: int
    reading: str | None
    refusal: str | None = None


def read_lines(lines: Iterable[str], speech: Speech) -> tuple[ReadLine, ...]:
    """Read each line in words; a line that cannot be read does not keep the others from it."""
    return tuple(_read(number, text, speech) for number, text in enumerate(lines, 1))


def _read(number: int, text: str, speech: Speech) -> ReadLine:
    if len(text) > MAX_CELL_LETTERS:
        told = (
            f"Dòng {number}: dài hơn {vn_number(MAX_CELL_LETTERS)} chữ. Hãy chia thành nhiều dòng."
        )
        return ReadLine(number, None, told)
    try:
        return ReadLine(number, read_for_air(text, speech))
    except Unreadable as refusal:
        told = (
            f"Dòng {number}: chưa có cách đọc chắc chắn cho “{refusal.fragment}”. "
            "Hãy viết rõ bằng chữ, hoặc thêm cách đọc vào abbreviations.yaml."
        )
        return ReadLine(number, None, told)


def lines_as_txt(lines: Sequence[ReadLine]) -> str:
    """Write the readings, each on its own line; one that was refused stays as an empty line."""
    return "".join(f"{line.reading or ''}\n" for line in lines)


def lines_as_ssml(lines: Sequence[ReadLine], stop_seconds: float) -> str:
    """Write the readings as SSML, sentence by sentence with a stop after each."""
    told = [part for line in lines for part in as_sentences(line.reading or "")]
    return speak(f"{sentence(words)}{pause(stop_seconds)}" for words in told)
