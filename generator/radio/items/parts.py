"""Say a share in everyday words that are true of it: "chưa đến một nửa", "hơn ba phần tư"."""

from fractions import Fraction

_MARKS = (
    (Fraction(1, 4), "một phần tư"),
    (Fraction(1, 3), "một phần ba"),
    (Fraction(1, 2), "một nửa"),
    (Fraction(2, 3), "hai phần ba"),
    (Fraction(3, 4), "ba phần tư"),
)


def part_of(count: int, whole: int) -> str:
    """Return the nearest simple part, and whether the share is below or above it.

    Raises ZeroDivisionError where there is nothing to take a part of.
    """
    share = Fraction(count, whole)
    if share in (0, 1):
        return "tất cả" if share else "không hồ sơ nào trong"
    mark, name = min(_MARKS, key=lambda pair: abs(pair[0] - share))
    if share == mark:
        return f"đúng {name}"
    return f"hơn {name}" if share > mark else f"chưa đến {name}"
