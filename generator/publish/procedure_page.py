"""One procedure's page: its limits, what it really takes, where and since when."""

from dataclasses import dataclass
from datetime import time

from generator.contract.figures import Cut, Figure
from generator.contract.publication import Page
from generator.contract.records import Procedure, ProcedureLimit, Unit
from generator.publish.charts.bars import BarChart, Limit, bar_chart
from generator.publish.charts.dots import DotPlot, DotRow, dot_plot
from generator.publish.charts.findings import (
    days_finding,
    quarter_finding,
    range_finding,
    units_finding,
)
from generator.publish.charts.lines import WIDE_QUARTERS, LineChart, line_chart
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
from generator.publish.taken import before_after
from generator.text import slug

SECTION = "thu-tuc"


@dataclass(frozen=True)
class ByUnit:
    """The units that receive a procedure: a plot of several, or the one that does."""

    plot: DotPlot | None
    rows: tuple[DotRow, ...]
    finding: str
    is_range: bool
    only: Unit | None


def procedure_page(source: Procedures, procedure: Procedure) -> Page:
    edition, procedure_id = source.edition, procedure.procedure_id
    url = procedure_url(procedure_id)
    row = source.row(procedure)
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
        row=row,
        field_url=f"{SECTION}/#{slug(procedure.field)}",
        baseline=_words(row.cut, "baseline"),
        limit=_words(row.cut, "limit"),
        cut_finding=cut_finding(row.cut, edition.city.policy.cut_share),
        usual=usual,
        days=_days(source, row, usual),
        by_unit=None if procedure.sensitive else _by_unit(source, procedure_id, url),
        quarter_chart=_quarter_chart(source, quarters),
        quarter_finding=quarter_finding(quarters.get(newest), quarters.get(before), newest or "")
        if newest
        else None,
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


def _taken(days: int | None) -> LimitWords | None:
    return None if days is None else days_words(days)


def _words(cut: Cut | None, which: str) -> LimitWords:
    if cut is None:
        return limit_words(None, None)
    return limit_words(getattr(cut, f"{which}_value"), getattr(cut, f"{which}_unit"))


@dataclass(frozen=True)
class Days:
    """The distribution of working days and what it says."""

    chart: BarChart | None
    finding: str
    limit_note: str


def _days(source: Procedures, row: ProcedureRow, usual: Usual) -> Days:
    counts = source.day_counts(row.procedure.procedure_id, usual.period)
    limits = _limits_to_draw(row.cut)
    chart = bar_chart("so-ngay", counts, limits, sample=source.edition.city.sample)
    longest = max((day for day, count in counts.items() if count), default=None)
    same_day = row.cut is not None and row.cut.limit_unit == "same_day"
    finding = days_finding(counts, limits[0].days if limits else None, longest, same_day=same_day)
    note = _limit_note(row.cut, source.edition.city.policy.same_day_cutoff)
    return Days(chart, finding, note)


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
    noun = source.noun if _all_local(source, rows_by_unit) else "đơn vị"
    finding = range_finding(rows, source.edition.city.policy.percentile_min_count)
    return ByUnit(
        plot=plot if rows else None,
        rows=rows,
        finding=finding or units_finding(overdue, len(figures), noun),
        is_range=finding is not None,
        only=only,
    )


def _all_local(source: Procedures, rows: dict[str | None, Figure]) -> bool:
    return all(source.edition.unit(unit_id or "").kind in ("ward", "commune") for unit_id in rows)


def _quarter_chart(source: Procedures, rows: dict[str | None, Figure]) -> LineChart | None:
    shown = source.figures.quarters[-WIDE_QUARTERS:]
    if not any(rows[q].on_time_share is not None for q in shown if q in rows):
        return None
    city = source.edition.city
    return line_chart(
        "theo-quy",
        quarter_values(source.figures.quarters, rows),
        target=city.policy.on_time_target_share,
        sample=city.sample,
    )


def _limit_history(source: Procedures, procedure_id: str) -> tuple[ProcedureLimit, ...]:
    """Every limit of the procedure, newest first."""
    limits = source.limits.get(procedure_id, ())
    return tuple(sorted(limits, key=lambda limit: limit.valid_from, reverse=True))
