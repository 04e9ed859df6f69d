"""A code is recognised however it is typed, and another one never is."""

import random
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.heard_code import NotACode, heard_code, sound
from generator.ledger.spoken_code import CODE_WORDS, LENGTH
from generator.model.text import fold

CODES = st.lists(st.sampled_from(CODE_WORDS), min_size=LENGTH, max_size=LENGTH)
WAYS: dict[str, Callable[[list[str]], str]] = {
    "as written": " ".join,
    "in capitals": lambda words: " ".join(words).upper(),
    "with commas": lambda words: f"  {', '.join(words)}.\n",
    "in two lines": lambda words: f"{' '.join(words[:3])}\n– {' '.join(words[3:])}",
    "numbered": lambda words: "\n".join(f"{n}. {word}" for n, word in enumerate(words, 1)),
    "with marks apart": lambda words: unicodedata.normalize("NFD", " ".join(words)),
    "without marks": lambda words: fold(" ".join(words)),
    "without marks, in capitals": lambda words: fold(" ".join(words)).upper(),
}
BY_EAR = [("tr", "ch"), ("s", "x"), ("l", "n"), ("giế", "diế"), ("gi", "d"), ("r", "d"), ("v", "d")]


def by_ear(word: str) -> str:
    """The word as somebody may write it who knows it by ear."""
    for spelled, heard in BY_EAR:
        if word.startswith(spelled):
            return heard + word[len(spelled) :]
    return word


@given(CODES, st.sampled_from(sorted(WAYS)))
def test_it_is_recognised_however_it_is_typed(words: list[str], way: str) -> None:
    heard = heard_code(WAYS[way](words))
    assert heard.fits(words)
    assert heard.marked == (fold(WAYS[way](words)) != WAYS[way](words).lower())


def test_every_word_is_recognised_as_it_was_heard() -> None:
    assert [word for word in CODE_WORDS if sound(by_ear(word)) != sound(word)] == []
    words = ["trăng", "sao", "làng", "vườn", "rừng", "giếng"]
    typed = " ".join(map(by_ear, words))
    assert typed == "chăng xao nàng dườn dừng diếng" and heard_code(typed).fits(words)


@given(CODES, CODES)
def test_another_code_does_not_fit(words: list[str], others: list[str]) -> None:
    marked = any(fold(word) != word for word in words)
    assert heard_code(" ".join(words)).fits(others) == (
        words == others if marked else words == [fold(word) for word in others]
    )


@pytest.mark.parametrize("place", range(LENGTH))
def test_one_word_that_differs_is_enough(place: int) -> None:
    *words, other = random.Random(643).sample(CODE_WORDS, LENGTH + 1)
    assert not heard_code(" ".join(words)).fits([*words[:place], other, *words[place + 1 :]])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "gồm 6 từ, ở đây có 0 từ"),
        ("đá gió sông", "gồm 6 từ, ở đây có 3 từ"),
        ("48 27 16 09", "ở đây có 0 từ"),
        ("đá gió sông núi mưa hoa hoa", "ở đây có 7 từ"),
        ("đá gió sông núi mưa kwx", "“kwx” không có trong danh sách"),
        ("đá gió sông núi mưa không", "“không” không có trong danh sách"),
        ("da gio song nui mua xyz", "“xyz” không có trong danh sách"),
    ],
)
def test_what_is_no_code_is_told_in_a_sentence(typed: str, told: str) -> None:
    with pytest.raises(NotACode, match=told):
        heard_code(typed)
