"""The charts of one procedure's page: how many days it takes, where, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.figures import Figure
from generator.model.records import Unit
from generator.model.text import vn_number, vn_percent
from generator.pages.charts.dots import DotRow, count_plot, dot_plot
from generator.pages.charts.findings import range_finding, units_finding
from generator.pages.charts.picture import Picture, dots_picture, lines_picture
from generator.pages.links import relative
from generator.pages.lookups import dot_rows, quarter_chart, with_enough
from generator.pages.procedures.source import Procedures


@dataclass(frozen=True)
class ByUnit:
    """The units that receive a procedure: a plot of several, or the one that does."""

    picture: Picture | None
    only: Unit | None


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
    noun = source.noun if _all_local(source, rows_by_unit) else "đơn vị"
    finding = units_finding(overdue, len(figures), noun)
    if not rows or only is not None:
        return ByUnit(None, only)
    enough, few = with_enough(rows, source.edition.city.policy.percentile_min_count)
    if len(enough) < 2:
        return ByUnit(_counts_picture(source, rows, finding), None)
    return ByUnit(_shares_picture(source, enough, few, city, finding), None)


def _counts_picture(source: Procedures, rows: Sequence[DotRow], finding: str) -> Picture:
    """How many dossiers each unit had, where nearly all had too few for a share."""
    plot = count_plot("theo-don-vi", rows, sample=source.edition.city.sample)
    least = vn_number(source.edition.city.policy.percentile_min_count)
    note = (
        f"Số hồ sơ được xét, {source.period.words}. Không tính tỷ lệ: không có hai nơi nào cùng có"
        f" từ {least} hồ sơ.{_least_note(source)}"
    )
    ordered = [dot.row for dot in plot.dots]
    desc = "Mỗi dòng một đơn vị, xếp theo số hồ sơ của thủ tục này."
    return dots_picture(plot, (), finding, note, desc, ordered)


def _shares_picture(
    source: Procedures,
    rows: Sequence[DotRow],
    few: Sequence[DotRow],
    city: Figure | None,
    finding: str,
) -> Picture:
    least = source.edition.city.policy.percentile_min_count
    reference = city.on_time_share if city else None
    plot = dot_plot("theo-don-vi", rows, reference, sample=source.edition.city.sample)
    note = (
        f"Tỷ lệ hồ sơ đúng hạn, {source.period.words}. Vạch đứt: toàn thành phố"
        f" {vn_percent(reference)}. Số bên phải: số hồ sơ được xét."
    )
    if few:
        note += f" Không vẽ {vn_number(len(few))} nơi có dưới {least} hồ sơ."
    desc = "Mỗi dòng một đơn vị, xếp theo tỷ lệ hồ sơ đúng hạn của thủ tục này."
    told = range_finding(rows, least) or finding
    return dots_picture(plot, rows, told, note + _least_note(source), desc, few)


def _least_note(source: Procedures) -> str:
    least = source.edition.city.policy.smallest_count
    said = f" Chỉ tính những quý mà nơi ấy có từ {vn_number(least)} hồ sơ."
    return said if least > 1 else ""


def _is_all(figures: Sequence[Figure], city: Figure | None) -> bool:
    """True when one unit has every dossier; units with few have no figure of their own."""
    return len(figures) == 1 and city is not None and figures[0].judged_count == city.judged_count


def _all_local(source: Procedures, rows: dict[str | None, Figure]) -> bool:
    return all(source.edition.unit(unit_id or "").kind in ("ward", "commune") for unit_id in rows)


def quarter_picture(
    source: Procedures, rows: dict[str | None, Figure], finding: str
) -> Picture | None:
    """The share on time by quarter, the whole city's; None without a dossier to judge."""
    chart = quarter_chart(source.edition, "theo-quy", rows, axis=source.share_axis)
    if chart is None:
        return None
    note = (
        "Tỷ lệ hồ sơ đúng hạn của thủ tục này theo quý, toàn thành phố; hàng dưới cùng là số hồ sơ"
        " được xét."
    )
    return lines_picture(chart, finding, note, "Đường nối tỷ lệ hồ sơ đúng hạn của từng quý.")
