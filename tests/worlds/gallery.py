"""Every kind of picture at its worst: forty quarters, long names, limits close together."""

from collections.abc import Iterator

from generator.pages.charts.bars import Limit, bar_chart
from generator.pages.charts.columns import QuarterCount, column_chart
from generator.pages.charts.counted import grid_picture, tally_picture
from generator.pages.charts.dots import DotRow, count_plot, dot_plot
from generator.pages.charts.grid import GridCell, GridRow, grid_chart
from generator.pages.charts.lines import QuarterValue, line_chart
from generator.pages.charts.panels import Part, bar_panels
from generator.pages.charts.picture import (
    RECORDS,
    Picture,
    TableColumn,
    bars_picture,
    columns_picture,
    dots_picture,
    lines_picture,
)
from generator.pages.charts.tallies import TallyRow, tally_chart

FORTY = [f"{year}-Q{number}" for year in range(2018, 2028) for number in (1, 2, 3, 4)]
"""Ten years."""
SHARES: dict[str, tuple[float | None, ...]] = {
    "all the same": (0.9,),
    "up and down": (1.0, 0.0),
    "near each other": (0.907, 0.916, 0.911, 0.891),
    "with gaps": (0.5, None, None, 1.0, 0.98),
    "falling": tuple(1 - place / 40 for place in range(40)),
}
COUNTS: dict[str, tuple[int | None, ...]] = {
    "few": (0, 1, 2),
    "many": (12_345, 9, 999),
    "one": (0, 0, 0, 7),
    "not told": (None, 28),
    "late begun": (*[0] * 38, 7, 12_345),
}
DAYS = {
    "short": {0: 700, 1: 12_345, 2: 9, 3: 1},
    "long": {day: 1 + day * 7 % 50 for day in range(0, 90, 3)},
    "one": {2: 1},
    "after the limits": {5: 40, 6: 12_000, 7: 300},
}
LIMITS = {
    "none": (),
    "one": (Limit(1, "hạn: 1 ngày làm việc"),),
    "near": (Limit(5, "hạn nay: 5 ngày làm việc"), Limit(6, "hạn cũ: 6 ngày làm việc")),
    "same place": (Limit(0, "hạn nay: trong ngày"), Limit(1, "hạn cũ: 1 ngày làm việc")),
    "far": (Limit(21, "hạn nay: 21 ngày làm việc"), Limit(60, "hạn cũ: 60 ngày làm việc")),
}
LONG = "Phòng Lao động - Thương binh và Xã hội"


def gallery() -> Iterator[tuple[str, Picture]]:
    """(what it is, the picture), over all kinds."""
    yield from _lines()
    for name, counts in COUNTS.items():
        values = [QuarterCount(q, counts[n % len(counts)]) for n, q in enumerate(FORTY)]
        chart = column_chart(f"cot-{name}".replace(" ", "-"), values, "bar", sample=True)
        assert chart
        yield f"columns, {name}", columns_picture(chart, "Số trường hợp từng quý", "Ghi chú.")
    for name, days in DAYS.items():
        for at, limits in LIMITS.items():
            late = {day: n for day, n in days.items() if limits and day > limits[0].days}
            chart_id = f"ngay-{name}-{at}".replace(" ", "-")
            found = bar_chart(chart_id, days, limits, overdue=late, sample=True)
            assert found
            yield f"days, {name}, limits {at}", bars_picture(found, "Số ngày làm việc", "Ghi chú.")
    yield from _panels()
    yield from _dots()
    yield from _tallies()
    yield from _grids()


def _panels() -> Iterator[tuple[str, Picture]]:
    for name, limits in LIMITS.items():
        said = "12.345 hồ sơ, 999 quá hạn"
        parts = [Part("Hạn 60 ngày làm việc", said, days, {6: 1}, limits) for days in DAYS.values()]
        chart = bar_panels(f"hai-han-{name}".replace(" ", "-"), parts, sample=True)
        assert chart
        yield f"panels, limits {name}", bars_picture(chart, "Số ngày làm việc", "Ghi chú.")


def _lines() -> Iterator[tuple[str, Picture]]:
    for name, shares in SHARES.items():
        for beside in (None, 0.908):
            for target in (None, 0.95):
                values = [
                    QuarterValue(quarter, shares[n % len(shares)], 12_345 if n % 2 else 0, beside)
                    for n, quarter in enumerate(FORTY)
                ]
                chart = line_chart(
                    f"quy-{name}-{beside}-{target}".replace(" ", "-"),
                    values,
                    target=target,
                    beside_name="toàn thành phố" if beside else None,
                    sample=True,
                )
                what = f"lines, {name}, beside {beside}, target {target}"
                yield what, lines_picture(chart, "Đúng hạn từng quý", "Ghi chú.", "Mô tả.")


def _dots() -> Iterator[tuple[str, Picture]]:
    few = [DotRow(LONG, None, 0.5, count) for count in (29, 7, 0)]
    counts = count_plot("cham-dem", few, sample=True)
    yield "dots, counts only", dots_picture(counts, (), "Số hồ sơ", "Ghi chú.", "Mô tả.", few)
    for name, shares in {"alike": (0.9,), "all": (1.0, 0.0, 0.5), "high": (0.97, 0.96)}.items():
        rows = [
            DotRow(LONG, None, shares[n % len(shares)], 12_345 if n % 2 else 3) for n in range(6)
        ]
        for left_out in (0, 23):
            plot = dot_plot(
                f"cham-{name}-{left_out}", rows, 0.908, left_out=left_out, few_below=30, sample=True
            )
            what = f"dots, {name}, {left_out} left out"
            yield what, dots_picture(plot, rows, "Đúng hạn từng nơi", "Ghi chú.", "Mô tả.")


def _tallies() -> Iterator[tuple[str, Picture]]:
    named = TableColumn("Điểm", "clause", is_number=False)
    for name, most in {"few": 3, "many": 12_345}.items():
        rows = [TallyRow(f"Điểm {n}: {LONG * (n % 3 + 1)}", "?x", most // n) for n in range(1, 7)]
        chart = tally_chart(f"thanh-{name}", rows, "fault", sample=True)
        assert chart
        columns = (named, RECORDS)
        yield f"tallies, {name}", tally_picture(chart, rows, "Nhiều nhất", "Ghi chú.", columns)


def _grids() -> Iterator[tuple[str, Picture]]:
    cells = (GridCell("missing"), GridCell("late", 250), GridCell("done"), GridCell("none"))
    for count in (1, 4, 40):
        quarters = FORTY[:count]
        row = GridRow(LONG, None, tuple(cells[n % 4] for n in range(count)))
        worst = GridRow(LONG, None, (cells[0],) * count)
        chart = grid_chart(f"luoi-{count}", quarters, [row, worst], sample=True)
        assert chart
        what = f"grid, {count} quarters"
        yield what, grid_picture(chart, "Ai gửi muộn", "Ghi chú.", quarters, [row, worst])
