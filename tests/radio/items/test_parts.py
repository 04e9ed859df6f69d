"""A share in everyday words is true of the share."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from generator.radio.items.parts import part_of

WORDS = {
    "một phần tư": Fraction(1, 4),
    "một phần ba": Fraction(1, 3),
    "một nửa": Fraction(1, 2),
    "hai phần ba": Fraction(2, 3),
    "ba phần tư": Fraction(3, 4),
}


@given(st.integers(1, 500), st.data())
def test_what_is_said_is_true(whole: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, whole))
    said, share = part_of(count, whole), Fraction(count, whole)
    if count in (0, whole):
        assert said == ("tất cả" if count else "không hồ sơ nào trong")
        return
    head, _, mark = said.partition(" ")
    if head == "chưa":
        mark = mark.removeprefix("đến ")
        assert share < WORDS[mark]
    else:
        assert {"hơn": share > WORDS[mark], "đúng": share == WORDS[mark]}[head]
