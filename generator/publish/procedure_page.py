"""One procedure's page: its limits, what it really takes, where and since when."""

from dataclasses import dataclass
from datetime import time

from generator.contract.figures import Cut, Figure
from generator.contract.publication import Page
from generator.contract.records import Procedure, ProcedureLimit, Unit
from generator.publish.charts.bars import Limit, bar_chart
from generator.publish.charts.dots import DotPlot, dot_plot
from generator.publish.charts.findings import (
    days_finding,
    quarter_finding,
    range_finding,
    units_finding,
)
from generator.publish.charts.lines import WIDE_QUARTERS, line_chart
from generator.publish.charts.picture import (
    Picture,
    bars_picture,
    dots_picture,
    lines_picture,
)
from generator.publish.environment import procedure_url, relative
from generator.publish.limits import (
    LimitWords,
    cut_finding,
    days_words,
    limit_on_axis,
    limit_text,
    limit_words,
)
from generator.publish.lookups import dot_rows, latest, quarter_values
from generator.publish.procedure_source import ProcedureRow, Procedures, Usual
from generator.publish.readings import endings, readings
from generator.publish.structured import government_service
from generator.publish.taken import before_after
from generator.text import slug, vn_percent

SECTION = "thu-tuc"


@dataclass(frozen=True)
class ByUnit:
    """The units that receive a procedure: a plot of several, or the one that does."""

    picture: Picture | None
    only: Unit | None


def procedure_page(source: Procedures, procedure: Procedure) -> Page:
    edition, procedure_id = source.edition, procedure.procedure_id
    url = procedure_url(procedure_id)
    row = source.row(procedure)
    by_unit = None if procedure.sensitive else _by_unit(source, procedure_id, url)
    usual = source.usual(procedure_id)
    quarters = {item.quarter: item for item in source.by_quarter.get(procedure_id, ())}
    newest, before = latest(source.figures.quarters)
    return source.renderer.page(
        "pages/procedure.html",
        url,
        procedure.short_name,
        f"{procedure.short_name}: thời hạn {row.limit}, thực tế mất bao lâu, nơi nào giải quyết.",
        frame=SECTION,
        search_text=f"{procedure.name}. Thủ tục hành chính {procedure_id}, {procedure.field}",
        figure=_usual_words(usual.figure),
        things=[government_service(edition, procedure, url)],
        row=row,
        field_url=f"{SECTION}/#{slug(procedure.field)}",
        baseline=_words(row.cut, "baseline"),
        limit=_words(row.cut, "limit"),
        cut_finding=cut_finding(row.cut, edition.city.policy.cut_share),
        usual=usual,
        only=by_unit.only if by_unit else None,
        pictures={
            "days": _days(source, row, usual),
            "comparison": by_unit.picture if by_unit else None,
            "quarter_chart": _quarter_chart(
                source,
                quarters,
                quarter_finding(quarters.get(newest), quarters.get(before), newest or ""),
            )
            if newest
            else None,
        },
        limits=_limit_history(source, procedure_id),
        before_after=before_after(
            source.before_after.get(procedure_id, ()),
            source.limits.get(procedure_id, ()),
            edition.as_of,
            sensitive=procedure.sensitive,
        ),
        readings=readings(row.figure) if row.figure else (),
        endings=endings(row.figure) if row.figure else (),
        days_words=days_words,
        limit_text=limit_text,
        median=_taken(usual.figure.median_days if usual.figure else None),
        p90=_taken(usual.figure.p90_days if usual.figure else None),
        period=source.period.words,
    )


def _usual_words(figure: Figure | None) -> str:
    if figure is None or figure.p90_days is None:
        return ""
    days = f"{figure.p90_days} ngày làm việc" if figure.p90_days else "ngày"
    return f"9 trong 10 hồ sơ xong trong {days}"


def _taken(days: int | None) -> LimitWords | None:
    return None if days is None else days_words(days)


def _words(cut: Cut | None, which: str) -> LimitWords:
    if cut is None:
        return limit_words(None, None)
    return limit_words(getattr(cut, f"{which}_value"), getattr(cut, f"{which}_unit"))


def _days(source: Procedures, row: ProcedureRow, usual: Usual) -> Picture | None:
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


def _by_unit(source: Procedures, procedure_id: str, url: str) -> ByUnit | None:
    figures = source.by_unit.get(procedure_id, ())
    if not figures:
        return None
    rows_by_unit = {row.unit_id: row for row in figures}
    rows = dot_rows(source.units, rows_by_unit, lambda to: relative(url, to))
    only = source.edition.unit(figures[0].unit_id or "") if len(figures) == 1 else None
    city = source.figures.one(procedure=procedure_id)
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


def _all_local(source: Procedures, rows: dict[str | None, Figure]) -> bool:
    return all(source.edition.unit(unit_id or "").kind in ("ward", "commune") for unit_id in rows)


def _quarter_chart(
    source: Procedures, rows: dict[str | None, Figure], finding: str
) -> Picture | None:
    shown = source.figures.quarters[-WIDE_QUARTERS:]
    if not any(rows[q].on_time_share is not None for q in shown if q in rows):
        return None
    city = source.edition.city
    chart = line_chart(
        "theo-quy",
        quarter_values(source.figures.quarters, rows),
        target=city.policy.on_time_target_share,
        sample=city.sample,
    )
    note = (
        "Tỷ lệ hồ sơ đúng hạn của thủ tục này theo quý, toàn thành phố; hàng dưới cùng là số hồ sơ"
        " được xét."
    )
    return lines_picture(chart, finding, note, "Đường nối tỷ lệ hồ sơ đúng hạn của từng quý.")


def _limit_history(source: Procedures, procedure_id: str) -> tuple[ProcedureLimit, ...]:
    """Every limit of the procedure, newest first."""
    limits = source.limits.get(procedure_id, ())
    return tuple(sorted(limits, key=lambda limit: limit.valid_from, reverse=True))
