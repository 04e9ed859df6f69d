"""Figures in the sentences of a report: counts, comparisons with a quarter before, names."""

from collections.abc import Iterable, Iterator, Sequence

from generator.model.text import vn_number, vn_percent, vn_quarter
from generator.pages.charts.scale import points_between
from generator.reports.document import Item


def counted(total: int, what: str, parts: Sequence[tuple[int, str]]) -> str:
    """ "4 nhiệm vụ: 3 đã xong, 1 chưa"; "1 nhiệm vụ, đã xong"; "4 nhiệm vụ, tất cả đã xong".

    The parts are counts that add up to the total, each with its words; those of nothing are left
    out.
    """
    head, there = f"{vn_number(total)} {what}", [(n, words) for n, words in parts if n]
    if len(there) == 1:
        return f"{head}, {'tất cả ' if total > 1 else ''}{there[0][1]}"
    return f"{head}: {', '.join(f'{vn_number(n)} {words}' for n, words in there)}"


def compared(share: float, before: float | None, quarter: str | None) -> str:
    """How a share moved since a quarter: ", tăng 2,1 điểm phần trăm so với quý II/2018 (90,1%)"."""
    if before is None or quarter is None:
        return ""
    points = points_between(share, before)
    if not points:
        return f", bằng {vn_quarter(quarter)}"
    way = "tăng" if points > 0 else "giảm"
    moved = f"{way} {vn_number(abs(points), 0 if points.is_integer() else 1)} điểm phần trăm"
    return f", {moved} so với {vn_quarter(quarter)} ({vn_percent(before)})"


def compared_count(count: int, before: int | None, quarter: str | None) -> str:
    """How a number moved since a quarter: ", giảm 12 hồ sơ so với quý II/2018"."""
    if before is None or quarter is None:
        return ""
    if count == before:
        return f", bằng {vn_quarter(quarter)}"
    way = "tăng" if count > before else "giảm"
    return f", {way} {vn_number(abs(count - before))} hồ sơ so với {vn_quarter(quarter)}"


def items(texts: Iterable[str]) -> Iterator[Item]:
    """A list as documents end its lines: each with a semicolon, the last with a full stop."""
    lines = list(texts)
    for place, text in enumerate(lines, 1):
        yield Item(f"{text}{'.' if place == len(lines) else ';'}")
