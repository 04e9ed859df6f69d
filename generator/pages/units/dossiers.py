"""What a unit's page shows of its dossiers and its reports, whatever else is told of the unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator.model.apologies import ApologyLine
from generator.model.capitals import mid_sentence
from generator.model.figures import Figure
from generator.model.records import Unit
from generator.pages.addresses import unit_url
from generator.pages.charts.findings import quarter_finding
from generator.pages.charts.picture import Picture, lines_picture
from generator.pages.directive.reported import UnitTold, told_by
from generator.pages.folds import Folded
from generator.pages.lookups import few_picture, latest, quarter_chart
from generator.pages.peers import Beside
from generator.pages.pictures import Drawn
from generator.pages.readings import Reading, endings, readings
from generator.pages.units.procedure_lines import UnitProcedures, procedures_of
from generator.pages.units.scorecard import Scorecard, scorecard
from generator.pages.units.source import Ancestor, Units

Quarters = dict[str | None, Figure]
"""A unit's figures by quarter."""


@dataclass(frozen=True)
class UnitDossiers:
    """A unit's figures; `whole` are those of all quarters."""

    whole: Figure | None
    beside: Beside | None
    score: Scorecard | None
    quarter_chart: Drawn | None
    few_chart: Drawn | None
    readings: Sequence[Reading]
    endings: Sequence[Reading]
    procedures: UnitProcedures
    letters: Folded[ApologyLine]
    told: Folded[UnitTold]
    ancestors: Sequence[Ancestor]


def unit_dossiers(source: Units, unit: Unit) -> UnitDossiers:
    """What the figures show of a unit: kept while they and a few records are the same."""
    few = source.of_figures
    return few.renderer.memo.reuse(
        ("dossiers of a unit", unit.unit_id),
        lambda: (unit, few.renderer.read),
        lambda: _made(few, unit),
    )


def _made(source: Units, unit: Unit) -> UnitDossiers:
    edition, unit_id = source.edition, unit.unit_id
    beside = source.peers.beside(unit_id)
    draw = partial(source.renderer.draw, url=unit_url(unit_id))
    quarters = {row.quarter: row for row in source.by_quarter.get(unit_id, ())}
    least = edition.city.policy.percentile_min_count
    told_quarters = source.figures.told_quarters("unit")
    finding = _quarter_finding(source, quarters)
    return UnitDossiers(
        whole=source.figures.one(unit=unit_id),
        beside=beside,
        score=scorecard(beside, quarters, told_quarters, least, source.scales),
        quarter_chart=draw(_quarter_picture(source, unit, quarters, beside)),
        few_chart=draw(few_picture(edition, "theo-quy", quarters, finding)),
        readings=readings(edition.city.law, beside.mine, beside.other) if beside else (),
        endings=endings(beside.mine, beside.other) if beside else (),
        procedures=procedures_of(source, unit_id),
        letters=source.letters(unit_id),
        told=told_by(edition, source.reported.get(unit_id, ())),
        ancestors=source.ancestors(unit_id),
    )


def _quarter_picture(
    source: Units, unit: Unit, rows: Quarters, beside: Beside | None
) -> Picture | None:
    others = beside.by_quarter if beside else {}
    name = beside.short if beside and others else ""
    chart = quarter_chart(source.edition, "theo-quy", rows, others, name, source.share_axis)
    if chart is None:
        return None
    note = f"Tỷ lệ hồ sơ đúng hạn theo quý. Chấm và đường: {mid_sentence(unit.name)}"
    desc = "Tỷ lệ hồ sơ đúng hạn từng quý"
    if beside and others:
        note += f"; vạch đứt và hàng số màu đồng: {beside.words}"
        desc += f", đặt cạnh tỷ lệ của {name}"
    note, desc = f"{note}. Dưới tên quý là số hồ sơ được xét.", f"{desc}."
    return lines_picture(chart, _quarter_finding(source, rows), note, desc)


def _quarter_finding(source: Units, rows: Quarters) -> str:
    newest, before = latest(source.figures.told_quarters("unit"))
    least = source.edition.city.policy.percentile_min_count
    return quarter_finding(rows.get(newest), rows.get(before), newest, least) if newest else ""
