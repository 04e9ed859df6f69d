"""The list of the code's words: known, decent, and told apart by every ear; and the code itself."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from generator.ledger.heard_code import sound
from generator.ledger.spoken_code import CODE_WORDS, COST_N, COST_R, SpokenCode, code_words
from generator.model.own_yaml import own_yaml
from generator.model.text import TONES, collation_key, fold, nfc
from generator.speech.reader.read import read_for_air
from generator.speech.syllables import is_syllable
from oracles.six_words import six_words
from worlds.shipped import shipped_edition

KEPT_OUT = own_yaml(Path(__file__).with_name("kept_out.yaml"))
PEOPLE = own_yaml(Path("generator/model/people/words.yaml"))


def kept_out(strictness: str) -> list[str]:
    return " ".join(KEPT_OUT[strictness].values()).split()


def without_tone(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return nfc("".join(part for part in parts if part not in TONES))


def test_a_thousand_and_twenty_four_syllables_lie_in_the_order_of_dictionaries() -> None:
    assert len(set(CODE_WORDS)) == len(CODE_WORDS) == 1 << 10
    assert list(CODE_WORDS) == sorted(CODE_WORDS, key=collation_key)
    assert [word for word in CODE_WORDS if nfc(word).lower() != word or not is_syllable(word)] == []


def test_no_dialect_and_no_loudspeaker_makes_one_word_of_two() -> None:
    assert len({sound(word) for word in CODE_WORDS}) == len(CODE_WORDS)


@pytest.mark.parametrize(
    "alike",
    [
        "tranh chanh", "sao xao", "da gia ra va ga", "nồi lồi", "bẻ bẽ bẹ", "than thang", "mát mác",
        "ích ít ứt ức", "ninh nin nưng", "hưu hiu hiêu hươu", "hoa oa qua ngoa", "khoai phai",
        "thuyền thiền", "tay tai tây", "cao cau câu", "năm nam", "kiếm kím", "tươi tưi", "tuôi tui",
        "bên bênh bơn", "tôm tơm tom", "ma mà", "ngã ngạ ngả", "gìn rin", "giêng riêng", "nghe ngè",
        "quyên uyên huyên", "kí ký", "ghi ri",
    ],
)  # fmt: skip
def test_what_people_confuse_counts_as_one(alike: str) -> None:
    assert len({sound(word) for word in alike.split()}) == 1


@pytest.mark.parametrize(
    "other", ["ma má", "má mạ", "ba ma", "tan tam", "to tô", "lo lu", "chi tri thi", "ca kha"]
)
def test_what_everybody_tells_apart_counts_as_two(other: str) -> None:
    assert len({sound(word) for word in other.split()}) > 1


def test_no_word_is_heard_as_a_number_or_as_something_unseemly() -> None:
    heard = {sound(word): word for word in CODE_WORDS}
    assert {word: heard[sound(word)] for word in kept_out("heard") if sound(word) in heard} == {}
    toneless = {sound(without_tone(word)): word for word in CODE_WORDS}
    worst = {sound(without_tone(word)) for word in kept_out("toneless")}
    assert {toneless[base] for base in worst & toneless.keys()} == set()


def test_no_word_is_one_that_the_dictation_itself_says() -> None:
    *_, code, _closing = shipped_edition().bulletins[-1].items
    begin, _, _, again, *_ = code.sentences
    assert "đối chiếu" in begin
    assert set(CODE_WORDS) & set(re.findall(r"\w+", f"{begin} {again}".lower())) == set()


def test_no_word_denies_blames_alarms_or_begins_a_name() -> None:
    listed = set(CODE_WORDS)
    people = " ".join(PEOPLE[kind] for kind in ("family", "middle", "address")).split()
    assert listed & {*kept_out("spelled"), *people} == set()


def test_the_reader_says_each_word_as_it_is_written() -> None:
    speech = shipped_edition().speech
    assert [word for word in CODE_WORDS if read_for_air(word, speech).lower() != word] == []


def phonemes(voice: str, words: Iterable[str]) -> list[list[str]]:
    """What espeak-ng says of each word: sounds, and the tone as a sound of its own."""
    run = subprocess.run(
        ["espeak-ng", "-v", voice, "-q", "-x", "--sep=_"],
        input="\n".join(words).encode(), capture_output=True, check=True,
    )  # fmt: skip
    lines = [line for line in run.stdout.decode().splitlines() if line.strip()]
    return [re.findall(r"[^\d_|\s]+|\d", line) for line in lines]


@pytest.mark.skipif(
    not shutil.which("espeak-ng"),
    reason="Thiếu espeak-ng: không nghe thử được danh sách từ. apt-get install espeak-ng",
)
@pytest.mark.parametrize("voice", ["vi", "vi-vn-x-central", "vi-vn-x-south"])
def test_a_machine_of_each_region_says_no_two_words_alike(voice: str) -> None:
    said = phonemes(voice, CODE_WORDS)
    assert len(said) == len(CODE_WORDS)
    assert len({tuple(sounds) for sounds in said}) == len(CODE_WORDS)
    one_apart = sum(
        len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1
        for one, two in combinations(said, 2)
    )
    assert one_apart < 0.006 * len(CODE_WORDS) * (len(CODE_WORDS) - 1) / 2


def test_without_marks_words_are_not_told_apart() -> None:
    """So marks are asked for: of plain words spoken apart there are too few without them."""
    assert len({fold(word) for word in CODE_WORDS}) < len(CODE_WORDS)


@pytest.mark.parametrize("text", ["", "0" * 64, "kỳ 2018-Q4\n107\nđầu sổ\n"])
def test_the_code_is_sixty_bits_of_scrypt(text: str) -> None:
    assert list(code_words(text)) == six_words(text)
    assert 128 * COST_N * COST_R == 64 << 20, "a search must stay slow, and a phone must do it"


def test_a_code_is_shown_in_two_threes() -> None:
    code = SpokenCode("0" * 64)
    assert [word for group in code.groups for word in group] == list(code.words)
    assert [len(group) for group in code.groups] == [3, 3]
    assert str(code).replace(",", "").split() == list(code.words)
