"""Words as they are searched for: one form however they are written, one key for all accents."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.forms import codes, form_of, initials, words


@pytest.mark.parametrize(
    ("written", "key", "form"),
    [
        ("hoà", "hoa", "hoa2"),
        ("hòa", "hoa", "hoa2"),
        ("uỷ", "uy", "uy3"),
        ("ủy", "uy", "uy3"),
        ("đồng", "dong", "đông2"),
        ("ðông", "dong", "đông"),
        ("kí", "ki", "ki1"),
        ("ký", "ki", "ki1"),
        ("quý", "qui", "qui1"),
        ("y", "i", "i"),
        ("thúy", "thuy", "thuy1"),
        ("ngày", "ngay", "ngay2"),
        ("nguyễn", "nguyen", "nguyên4"),
        ("001193", "001193", "001193"),
        ("tổ2", "to2", "to2"),
        ("w40", "w40", "w40"),
    ],
)
def test_a_word_has_one_form(written: str, key: str, form: str) -> None:
    assert form_of(written) == (key, form)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấằựýỳ1", min_size=1))
def test_it_does_not_matter_how_letters_are_composed(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert [*map(form_of, words(decomposed))] == [*map(form_of, words(text))]
    assert all(key.isascii() for key, _ in map(form_of, words(text)))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Thủ tục hành chính 1.001193, Hộ tịch", ["1001193"]),
        ("643/UBND-TTr", ["643ubndttr"]),
        ("MẪU-207/TB-UBND. pb-2018-007", ["mau207tbubnd", "pb2018007"]),
        ("2018-W40", ["2018w40"]),
        ("Lao động - Thương binh, và/hoặc", []),
    ],
)
def test_codes_are_also_one_word(written: str, told: list[str]) -> None:
    assert list(codes(written)) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Phòng Quản lý đô thị", ["pqldt", "qldt"]),
        ("Đăng ký khai sinh", ["dkks", "kks"]),
        ("Phường 1", []),
        ("Kết hôn", []),
    ],
)
def test_names_are_also_their_initials(name: str, told: list[str]) -> None:
    assert list(initials(name)) == told
