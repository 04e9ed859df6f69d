"""The charts of one procedure's page: how many days it takes, where, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from generator.model.figures import Cut, Figure
from generator.model.records import Unit
from generator.model.text import vn_number, vn_percent
from generator.pages.charts.bars import Limit, bar_chart
from generator.pages.charts.dots import DotPlot, dot_plot
from generator.pages.charts.findings import days_finding, range_finding, units_finding
from generator.pages.charts.picture import Picture, bars_picture, dots_picture, lines_picture
from generator.pages.links import relative
from generator.pages.lookups import dot_rows, quarter_chart
from generator.pages.procedures.limits import limit_on_axis, limit_text
from generator.pages.procedures.source import ProcedureRow, Procedures, Usual


@dataclass(frozen=True)
class ByUnit:
    """The units that receive a procedure: a plot of several, or the one that does."""

    picture: Picture | None
    only: Unit | None


def days_picture(source: Procedures, row: ProcedureRow, usual: Usual) -> Picture | None:
    """The distribution of working days and what it says."""
    city = source.edition.city
    counts = source.day_counts(row.procedure.procedure_id, usual.period)
    limits = _limits_to_draw(row.cut)
    chart = bar_chart("so-ngay", counts, limits, sample=city.sample)
    if chart is None:
        return None
    longest = max((day for day, count in counts.items() if count), default=None)
    same_day = row.cut is not None and row.cut.limit_unit == "same_day"
    finding = days_finding(counts, limits[0].days if limits else None, longest, same_day=same_day)
    note = (
        f"Số hồ sơ theo số ngày làm việc đã mất, {usual.period.words}, không kể thời gian chờ"
        f" người nộp bổ sung. {_limit_note(row.cut, city.policy.same_day_cutoff)}"
    )
    return bars_picture(chart, finding, note.strip())


def _limit_note(cut: Cut | None, cutoff: time) -> str:
    """What must be known of the limit to read the chart."""
    if cut is None or cut.limit_unit is None:
        return "Chưa rõ thời hạn nên không vẽ thời hạn."
    if cut.limit_unit == "working_day":
        return ""
    if cut.limit_unit == "same_day":
        return (
            f"Hồ sơ nhận sau {cutoff:%H:%M} được tính từ ngày làm việc sau, "
            "nên mất 1 ngày làm việc chưa phải là muộn."
        )
    return "Thời hạn không tính bằng ngày làm việc nên không vẽ được trên trục này."


def _limits_to_draw(cut: Cut | None) -> tuple[Limit, ...]:
    """The limit in force, then the one of the baseline day, where both are in working days."""
    if cut is None:
        return ()
    now = limit_on_axis(cut.limit_value, cut.limit_unit)
    old = limit_on_axis(cut.baseline_value, cut.baseline_unit)
    if now is None:
        return ()
    if old is None or old == now:
        return (Limit(now, f"hạn: {limit_text(cut.limit_value, cut.limit_unit)}"),)
    return (
        Limit(now, f"hạn nay: {limit_text(cut.limit_value, cut.limit_unit)}"),
        Limit(old, f"hạn cũ: {limit_text(cut.baseline_value, cut.baseline_unit)}"),
    )


def unit_comparison(source: Procedures, procedure_id: str, url: str) -> ByUnit | None:
    """The units that receive the procedure, ranked; None when none has a dossier.

    `url` is the page's own address, which the plot's links start from.
    """
    figures = source.by_unit.get(procedure_id, ())
    if not figures:
        return None
    rows_by_unit = {row.unit_id: row for row in figures}
    rows = dot_rows(source.units, rows_by_unit, lambda to: relative(url, to))
    city = source.figures.one(procedure=procedure_id)
    only = source.edition.unit(figures[0].unit_id or "") if _is_all(figures, city) else None
    overdue = sum(row.overdue_count + row.open_overdue_count > 0 for row in figures)
    plot = dot_plot(
        "theo-don-vi",
        rows,
        city.on_time_share if city else None,
        few_below=source.edition.city.policy.percentile_min_count,
        sample=source.edition.city.sample,
    )
    told = range_finding(rows, source.edition.city.policy.percentile_min_count)
    noun = source.noun if _all_local(source, rows_by_unit) else "đơn vị"
    finding = told or units_finding(overdue, len(figures), noun)
    note = _units_note(plot, source.period.words, is_range=told is not None)
    if (least := source.edition.city.policy.smallest_count) > 1:
        note += f" Chỉ tính những quý mà nơi ấy có từ {vn_number(least)} hồ sơ."
    desc = "Mỗi dòng một đơn vị, xếp theo tỷ lệ hồ sơ đúng hạn của thủ tục này."
    is_drawn = bool(rows) and only is None
    return ByUnit(dots_picture(plot, rows, finding, note, desc) if is_drawn else None, only)


def _units_note(plot: DotPlot, period: str, *, is_range: bool) -> str:
    note = (
        f"Tỷ lệ hồ sơ đúng hạn, {period}. Vạch đứt: toàn thành phố {vn_percent(plot.reference)}."
        " Số bên phải: số hồ sơ được xét."
    )
    if is_range and plot.few_below:
        note += f" Tiêu đề chỉ kể những nơi có từ {plot.few_below} hồ sơ."
    return note


def _is_all(figures: Sequence[Figure], city: Figure | None) -> bool:
    """True when one unit has every dossier; units with few have no figure of their own."""
    return len(figures) == 1 and city is not None and figures[0].judged_count == city.judged_count


def _all_local(source: Procedures, rows: dict[str | None, Figure]) -> bool:
    return all(source.edition.unit(unit_id or "").kind in ("ward", "commune") for unit_id in rows)


def quarter_picture(
    source: Procedures, rows: dict[str | None, Figure], finding: str
) -> Picture | None:
    """The share on time by quarter, the whole city's; None without a dossier to judge."""
    chart = quarter_chart(source.edition, "theo-quy", rows)
    if chart is None:
        return None
    note = (
        "Tỷ lệ hồ sơ đúng hạn của thủ tục này theo quý, toàn thành phố; hàng dưới cùng là số hồ sơ"
        " được xét."
    )
    return lines_picture(chart, finding, note, "Đường nối tỷ lệ hồ sơ đúng hạn của từng quý.")
