"""Sentences are cut where one pauses, never inside a name."""

import pytest

from generator.radio.items.breath import breathe, breaths, is_short
from generator.speech.syllables import syllable_count


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Nội dung đúng là: hai hồ sơ.", ("Nội dung đúng là, hai hồ sơ.",)),
        ("Phòng (cũ) đã sửa; phòng xin lỗi.", ("Phòng, cũ, đã sửa, phòng xin lỗi.",)),
        ("Thế nào?", ("Thế nào?",)),
        ("Một câu vừa đủ, có một chỗ nghỉ.", ("Một câu vừa đủ, có một chỗ nghỉ.",)),
    ],
)
def test_what_no_ear_hears_becomes_a_pause(written: str, said: tuple[str, ...]) -> None:
    assert breathe([written]) == said


def test_a_long_breath_is_parted_before_a_word_that_joins() -> None:
    long = (
        "Phòng Tài nguyên và Môi trường yêu cầu người dân nộp thêm hai loại giấy tờ ngoài quy định "
        "mà không có phiếu hướng dẫn nào kèm theo."
    )
    [said] = breathe([long])
    assert said == long.replace(" mà không", ", mà không")


def test_a_sentence_that_is_too_long_ends_at_a_pause() -> None:
    part = "người dân nộp thêm hai loại giấy tờ ngoài quy định"
    said = breathe([f"Phòng yêu cầu {part}, {part}, {part}, và {part}, rồi {part}."])
    assert len(said) == 2
    assert all(syllable_count(sentence) <= 45 for sentence in said)
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in said)


def test_words_without_any_pause_are_parted_all_the_same() -> None:
    said = breathe([f"{'Việc ' + 'lạ ' * 120}.".replace(" .", ".")])
    assert all(syllable_count(breath) <= 25 for sentence in said for breath in breaths(sentence))
    assert is_short(said)
