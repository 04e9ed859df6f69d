"""One procedure's page: its limits, what it really takes, where and since when."""

from generator.edition.page import Page
from generator.model.figures import Cut, Figure
from generator.model.records import Procedure, ProcedureLimit
from generator.model.text import slug
from generator.pages.charts.findings import quarter_finding
from generator.pages.lookups import latest
from generator.pages.procedures.before_after import before_after
from generator.pages.procedures.charts import days_picture, quarter_picture, unit_comparison
from generator.pages.procedures.limits import (
    LimitWords,
    cut_finding,
    days_words,
    limit_text,
    limit_words,
)
from generator.pages.procedures.source import Procedures
from generator.pages.readings import endings, readings
from generator.pages.renderer import procedure_url
from generator.pages.schema_org import government_service

SECTION = "thu-tuc"


def procedure_page(source: Procedures, procedure: Procedure) -> Page:
    """The procedure's page."""
    edition, procedure_id = source.edition, procedure.procedure_id
    url = procedure_url(procedure_id)
    row = source.row(procedure)
    by_unit = None if procedure.sensitive else unit_comparison(source, procedure_id, url)
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
            "days": days_picture(source, row, usual),
            "comparison": by_unit.picture if by_unit else None,
            "quarter_chart": quarter_picture(
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


def _limit_history(source: Procedures, procedure_id: str) -> tuple[ProcedureLimit, ...]:
    """Every limit of the procedure, newest first."""
    limits = source.limits.get(procedure_id, ())
    return tuple(sorted(limits, key=lambda limit: limit.valid_from, reverse=True))
