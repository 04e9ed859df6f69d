"""One procedure's page: its limits, what it really takes, where and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.edition.page import Page
from generator.model.duty_settings import CutDuty
from generator.model.figures import Cut, Figure
from generator.model.records import FocalUnit, Procedure, ProcedureLimit, Unit
from generator.model.site_paths import SectionFolder
from generator.model.text import slug, with_unit
from generator.pages.addresses import procedure_url
from generator.pages.charts.findings import quarter_finding
from generator.pages.lookups import few_picture, latest
from generator.pages.pictures import Drawn
from generator.pages.procedures.before_after import BeforeAfter, before_after
from generator.pages.procedures.charts import quarter_picture, unit_comparison
from generator.pages.procedures.days_chart import days_picture
from generator.pages.procedures.limits import (
    LimitWords,
    cut_finding,
    days_words,
    limit_words,
)
from generator.pages.procedures.source import ProcedureRow, Procedures, Usual
from generator.pages.readings import Reading, endings, readings
from generator.pages.schema_org import government_service
from generator.pages.view import View

SECTION = SectionFolder.PROCEDURES


@dataclass(frozen=True)
class ProcedureView(View):
    """One procedure; `readings` and `endings` are empty without a dossier."""

    template: ClassVar[str] = "pages/procedure.html"
    row: ProcedureRow
    cut: CutDuty | None
    field_url: str
    baseline: LimitWords
    limit: LimitWords
    cut_finding: str
    focal: FocalUnit | None
    """The unit that answers for it today."""
    former_focal: Sequence[FocalUnit]
    usual: Usual
    median: LimitWords | None
    p90: LimitWords | None
    limits: Sequence[ProcedureLimit]
    days: Drawn | None
    before_after: BeforeAfter | None
    only: Unit | None
    comparisons: tuple[Drawn, ...]
    quarter_chart: Drawn | None
    few_chart: Drawn | None
    readings: Sequence[Reading]
    endings: Sequence[Reading]
    period: str


def procedure_page(source: Procedures, procedure: Procedure) -> Page:
    """The procedure's page."""
    edition, procedure_id = source.edition, procedure.procedure_id
    url = procedure_url(procedure_id)
    row, usual = source.row(procedure), source.usual(procedure_id)
    return source.renderer.page(
        _view(source, row, usual),
        url,
        procedure.short_name,
        f"{procedure.short_name}: thời hạn {row.limit}, thực tế mất bao lâu, nơi nào giải quyết.",
        frame=SECTION,
        search_text=f"{procedure.name}. Thủ tục hành chính {procedure_id}, {procedure.field}",
        figure=_usual_words(usual.figure),
        things=[government_service(edition, procedure, url)],
    )


def _view(source: Procedures, row: ProcedureRow, usual: Usual) -> ProcedureView:
    edition, procedure = source.edition, row.procedure
    procedure_id = procedure.procedure_id
    url = procedure_url(procedure_id)
    by_unit = None if procedure.sensitive else unit_comparison(source, procedure_id, url)
    draw = partial(source.renderer.draw, url=url)
    quarters = {item.quarter: item for item in source.by_quarter.get(procedure_id, ())}
    finding = _quarter_finding(source, quarters)
    focal = sorted(source.focal.get(procedure_id, ()), key=lambda item: item.valid_from)
    return ProcedureView(
        row=row,
        field_url=f"{SECTION}/#{slug(procedure.field)}",
        baseline=_words(row.cut, "baseline"),
        limit=_words(row.cut, "limit"),
        cut=edition.city.cut,
        cut_finding=cut_finding(row.cut, edition.city.cut),
        focal=next((item for item in focal if item.holds_on(edition.as_of)), None),
        former_focal=[item for item in focal if item.valid_to and item.valid_to < edition.as_of],
        usual=usual,
        median=_days_words(usual.figure.median_days if usual.figure else None),
        p90=_days_words(usual.figure.p90_days if usual.figure else None),
        limits=_limit_history(source, procedure_id),
        days=draw(days_picture(source, row, usual)),
        before_after=before_after(
            source.before_after.get(procedure_id, ()),
            source.limits.get(procedure_id, ()),
            edition.as_of,
            sensitive=procedure.sensitive,
        ),
        only=by_unit.only if by_unit else None,
        comparisons=tuple(filter(None, map(draw, by_unit.pictures if by_unit else ()))),
        quarter_chart=draw(quarter_picture(source, quarters, finding)),
        few_chart=draw(few_picture(edition, "theo-quy", quarters, finding)),
        readings=readings(source.edition.city.law, row.figure) if row.figure else (),
        endings=endings(row.figure) if row.figure else (),
        period=source.period.words,
    )


def _quarter_finding(source: Procedures, quarters: dict[str | None, Figure]) -> str:
    newest, before = latest(source.figures.told_quarters("procedure"))
    least = source.edition.city.policy.percentile_min_count
    if newest is None:
        return ""
    return quarter_finding(quarters.get(newest), quarters.get(before), newest, least)


def _usual_words(figure: Figure | None) -> str:
    if figure is None or figure.p90_days is None:
        return ""
    span = with_unit(figure.p90_days, "ngày làm việc") if figure.p90_days else "ngày"
    return f"9 trong 10 hồ sơ xong trong {span}"


def _days_words(days: int | None) -> LimitWords | None:
    return None if days is None else days_words(days)


def _words(cut: Cut | None, which: str) -> LimitWords:
    if cut is None:
        return limit_words(None, None)
    return limit_words(getattr(cut, f"{which}_value"), getattr(cut, f"{which}_unit"))


def _limit_history(source: Procedures, procedure_id: str) -> tuple[ProcedureLimit, ...]:
    """Every limit of the procedure, newest first."""
    limits = source.limits.get(procedure_id, ())
    return tuple(sorted(limits, key=lambda limit: limit.valid_from, reverse=True))
