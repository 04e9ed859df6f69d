"""A reader reads a text once, and remembers neither refusals nor more than it should."""

import pytest

from generator.model.abbreviations import Abbreviations
from generator.model.speech import Speech
from generator.speech.reader.reader import Reader
from generator.speech.unreadable import Unreadable


def test_a_text_read_again_is_the_same_sentences() -> None:
    reader = Reader(Speech(Abbreviations(), "north"))
    first = reader.sentences("Có 24 hồ sơ. Không hồ sơ nào quá hạn")
    assert first == ("Có hai mươi tư hồ sơ.", "Không hồ sơ nào quá hạn.")
    assert reader.sentences("Có 24 hồ sơ. Không hồ sơ nào quá hạn") is first


def test_readers_of_two_dialects_do_not_share_what_they_read() -> None:
    north, south = (Reader(Speech(Abbreviations(), dialect)) for dialect in ("north", "south"))
    assert north.sentences("24 hồ sơ") == ("Hai mươi tư hồ sơ.",)
    assert south.sentences("24 hồ sơ") == ("Hai mươi bốn hồ sơ.",)


def test_what_is_refused_is_refused_again() -> None:
    reader = Reader(Speech(Abbreviations(), "north"))
    for _ in range(2):
        with pytest.raises(Unreadable):
            reader.sentences("hỏi UBNDX")


def test_the_oldest_text_is_forgotten_first() -> None:
    reader = Reader(Speech(Abbreviations(), "north"), remembered=1)
    first = reader.sentences("một hồ sơ")
    reader.sentences("hai hồ sơ")
    assert reader.sentences("một hồ sơ") is not first
