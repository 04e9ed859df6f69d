"""The charts of one procedure's page: how many days it takes, where, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.figures import Figure
from generator.model.records import Unit
from generator.model.text import vn_number, vn_percent
from generator.model.unit_groups import LOCAL_KINDS, UnitGroup
from generator.pages.addresses import unit_url
from generator.pages.charts.dots import DotRow, count_plot, dot_plot, ranked
from generator.pages.charts.findings import range_finding, units_finding
from generator.pages.charts.picture import Picture, dots_picture, lines_picture
from generator.pages.links import relative
from generator.pages.lookups import dot_rows, quarter_chart, with_enough
from generator.pages.procedures.source import Procedures


@dataclass(frozen=True)
class ByUnit:
    """The units that receive a procedure: a plot of each group of them, or the one that does."""

    pictures: tuple[Picture, ...]
    only: Unit | None


@dataclass(frozen=True)
class Alike:
    """The lines of a group of units with enough dossiers for a share, and the group's own share."""

    group: UnitGroup
    rows: tuple[DotRow, ...]
    share: float


def unit_comparison(source: Procedures, procedure_id: str, url: str) -> ByUnit | None:
    """The units that receive the procedure, ranked; None when none has a dossier.

    Units are drawn together that are alike; the first plot's table tells the others, too.

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
    noun = source.edition.local_units if _all_local(source, rows_by_unit) else "đơn vị"
    finding = units_finding(overdue, len(figures), noun)
    if not rows or only is not None:
        return ByUnit((), only)
    enough, few = with_enough(rows, source.edition.city.policy.percentile_min_count)
    together = _alike(source, procedure_id, [row.unit_id or "" for row in figures], enough, url)
    if not together:
        return ByUnit((_counts_picture(source, rows, finding),), None)
    drawn = {row for some in together for row in some.rows}
    unlike = [row for row in enough if row not in drawn]
    pictures = [_shares_picture(source, together[0], few, unlike, finding, 0)]
    pictures += [
        _shares_picture(source, some, (), (), finding, place)
        for place, some in enumerate(together[1:], 1)
    ]
    return ByUnit(tuple(pictures), None)


def _alike(
    source: Procedures, procedure_id: str, unit_ids: Sequence[str], rows: Sequence[DotRow], url: str
) -> list[Alike]:
    """The groups of which two lines or more can be drawn, the one with most units first."""
    found, by_url = [], {row.url: row for row in rows}
    for group_id, members in source.peers.members.items():
        mine = tuple(
            by_url[address]
            for unit_id in members
            if unit_id in unit_ids and (address := relative(url, unit_url(unit_id))) in by_url
        )
        whole = source.figures.one(group=group_id, procedure=procedure_id)
        if len(mine) > 1 and whole and whole.on_time_share is not None:
            found.append(Alike(UnitGroup(group_id), ranked(mine), whole.on_time_share))
    return sorted(found, key=lambda alike: -len(alike.rows))


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
    alike: Alike,
    few: Sequence[DotRow],
    unlike: Sequence[DotRow],
    finding: str,
    place: int,
) -> Picture:
    least, rows = source.edition.city.policy.percentile_min_count, alike.rows
    chart_id = f"theo-don-vi-{place + 1}" if place else "theo-don-vi"
    plot = dot_plot(chart_id, rows, alike.share, sample=source.edition.city.sample)
    note = (
        f"Tỷ lệ hồ sơ đúng hạn, {source.period.words}. Vạch đứt: {source.peers.alike}"
        f" {vn_percent(alike.share)}. Số bên phải: số hồ sơ được xét."
    )
    if few:
        note += f" Không vẽ {vn_number(len(few))} nơi có dưới {least} hồ sơ."
    if unlike:
        note += f" Không vẽ {vn_number(len(unlike))} nơi khác loại hoặc khác quy mô."
    desc = "Mỗi dòng một đơn vị, xếp theo tỷ lệ hồ sơ đúng hạn của thủ tục này."
    told = range_finding(rows, least) or finding
    return dots_picture(plot, rows, told, note + _least_note(source), desc, few, unlike)


def _least_note(source: Procedures) -> str:
    least = source.edition.city.policy.smallest_count
    said = f" Chỉ tính những quý mà nơi ấy có từ {vn_number(least)} hồ sơ."
    return said if least > 1 else ""


def _is_all(figures: Sequence[Figure], city: Figure | None) -> bool:
    """True when one unit has every dossier; units with few have no figure of their own."""
    return len(figures) == 1 and city is not None and figures[0].judged_count == city.judged_count


def _all_local(source: Procedures, rows: dict[str | None, Figure]) -> bool:
    return all(source.edition.unit(unit_id or "").kind in LOCAL_KINDS for unit_id in rows)


def quarter_picture(
    source: Procedures, rows: dict[str | None, Figure], finding: str
) -> Picture | None:
    """The share on time by quarter, the whole city's; None without a dossier to judge."""
    chart = quarter_chart(source.edition, "theo-quy", rows, axis=source.share_axis)
    if chart is None:
        return None
    note = (
        f"Tỷ lệ hồ sơ đúng hạn của thủ tục này theo quý, toàn {source.edition.city.place}; hàng"
        " dưới cùng là số hồ sơ được xét."
    )
    return lines_picture(chart, finding, note, "Đường nối tỷ lệ hồ sơ đúng hạn của từng quý.")
