"""How many working days a procedure's dossiers took, split by the limit at their receipt."""

from collections.abc import Mapping, Sequence
from datetime import time

from generator.model.figures import Cut
from generator.model.records import ProcedureLimit
from generator.model.text import vn_date, vn_number
from generator.pages.charts.bars import BarChart, Limit, bar_chart
from generator.pages.charts.findings import days_finding
from generator.pages.charts.panels import BarPanels, Part, bar_panels
from generator.pages.charts.picture import Picture, bars_picture
from generator.pages.procedures.before_after import changed_limits
from generator.pages.procedures.limits import limit_on_axis, limit_text
from generator.pages.procedures.source import DayTally, ProcedureRow, Procedures, Usual

CHART_ID = "so-ngay"
REST = "Quý không tách được"


def days_picture(source: Procedures, row: ProcedureRow, usual: Usual) -> Picture | None:
    """The distribution of working days; one for each limit where the period had two.

    Late is what the figure counts as overdue: by each dossier's own deadline.
    """
    every = source.day_counts(row.procedure.procedure_id, usual.period)
    chart = _drawn(source, row, usual, every)
    if chart is None:
        return None
    longest = max((day for day, count in every.counts.items() if count), default=None)
    judged = row.figure is None or row.figure.judged_count > 0
    overdue = sum(every.overdue.values()) if judged else None
    finding = days_finding(sum(every.counts.values()), overdue, longest)
    note = (
        f"Số hồ sơ theo số ngày làm việc đã mất, {usual.period.words}, không kể thời gian chờ"
        " người nộp bổ sung. Gạch chéo: hồ sơ quá hạn của chính nó, tính theo ngày hẹn trả."
        f"{_split_note(chart)}"
        f" {_limit_note(row.cut, source.edition.city.policy.same_day_cutoff)}"
    )
    return bars_picture(chart, finding, note.strip(), judged=judged)


def _split_note(chart: BarChart | BarPanels) -> str:
    said = " Tách theo thời hạn khi nhận hồ sơ." if chart.panels else ""
    if any(panel.title == REST for panel in chart.panels):
        said += f" {REST}: một trong hai thời hạn có quá ít hồ sơ để nêu riêng."
    return said


def _drawn(
    source: Procedures, row: ProcedureRow, usual: Usual, every: DayTally
) -> BarChart | BarPanels | None:
    sample = source.edition.city.sample
    phases = source.phase_counts(row.procedure.procedure_id, usual.period)
    if len(phases) > 1:
        return bar_panels(CHART_ID, _parts(source, row, every, phases), sample=sample)
    limits = _limits_to_draw(row.cut)
    return bar_chart(CHART_ID, every.counts, limits, overdue=every.overdue, sample=sample)


def _parts(
    source: Procedures, row: ProcedureRow, every: DayTally, phases: Mapping[str, DayTally]
) -> list[Part]:
    """The old limit's dossiers, the new one's, and those of quarters that cannot be split."""
    limits = source.limits.get(row.procedure.procedure_id, ())
    lines = {
        "before": _old_limit(row.cut),
        "after": _new_limits(changed_limits(limits, source.edition.as_of)),
    }
    parts = [
        _part(said, phases[phase], drawn)
        for phase, (drawn, said) in lines.items()
        if phase in phases
    ]
    rest = every.without(phases.values())
    if rest.counts:
        both = tuple(limit for drawn, _ in lines.values() for limit in drawn)
        parts.append(_part(REST, rest, both))
    return parts


def _part(title: str, tally: DayTally, limits: tuple[Limit, ...]) -> Part:
    total, late = sum(tally.counts.values()), sum(tally.overdue.values())
    said = f"{vn_number(total)} hồ sơ, {vn_number(late)} quá hạn"
    return Part(title, said, tally.counts, tally.overdue, limits)


def _old_limit(cut: Cut | None) -> tuple[tuple[Limit, ...], str]:
    """The limit of the baseline day, and its name."""
    if cut is None:
        return (), "Hạn cũ"
    words = limit_text(cut.baseline_value, cut.baseline_unit)
    days = limit_on_axis(cut.baseline_value, cut.baseline_unit)
    return () if days is None else (Limit(days, f"hạn cũ: {words}"),), f"Hạn {words}"


def _new_limits(changed: Sequence[ProcedureLimit]) -> tuple[tuple[Limit, ...], str]:
    """The limits in force after that, newest first, each with its first day, and their name."""
    drawn = tuple(
        Limit(days, f"hạn từ {vn_date(limit.valid_from)}: {_text(limit)}")
        for limit in reversed(changed)
        if (days := limit_on_axis(limit.limit_value, limit.limit_unit)) is not None
    )
    texts = {_text(limit) for limit in changed}
    return drawn, f"Hạn {texts.pop()}" if len(texts) == 1 else "Hạn đã đổi"


def _text(limit: ProcedureLimit) -> str:
    return limit_text(limit.limit_value, limit.limit_unit)


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
