"""Limits that were cut by as much as the directive asks."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.figures import Cut
from generator.model.records import ProcedureLimit
from generator.radio.items.day import AirDay
from generator.radio.items.phrases import on_day
from generator.radio.items.quarter import FRESH, FigureNews
from generator.speech.time import duration


def cuts(day: AirDay) -> Iterator[FigureNews]:
    """Tell limits cut by as much as the directive asks, confirmed and newly in force."""
    edition = day.edition
    for cut in edition.figures.cuts:
        limit = _limit_of(edition, cut)
        if not (cut.met and cut.confirmed and limit):
            continue
        if not limit.valid_from <= day.air_on < limit.valid_from + FRESH:
            continue
        assert cut.baseline_value is not None and cut.limit_value is not None
        assert limit.limit_unit and limit.baseline_unit
        name = mid_sentence(edition.procedure(cut.procedure_id).short_name)
        name = name.removeprefix("thủ tục ")
        was = duration(cut.baseline_value, limit.baseline_unit, edition.dialect)
        now = duration(cut.limit_value, limit.limit_unit, edition.dialect)
        text = (
            f"Từ {on_day(limit.valid_from, day.air_on, day.dialect)}, thời hạn của thủ tục {name} "
            f"được rút ngắn từ {was} xuống {now}."
        )
        yield FigureNews(
            key=f"timing/cut/{cut.procedure_id}/{limit.valid_from.isoformat()}",
            title=f"rút ngắn thời hạn {cut.procedure_id}",
            written={"sentence": text},
            since=limit.valid_from,
        )


def _limit_of(edition: Edition, cut: Cut) -> ProcedureLimit | None:
    """Return the limit that the cut speaks of: the latest in force on the edition's day."""
    mine = [
        row
        for row in edition.procedure_limits
        if row.procedure_id == cut.procedure_id and row.valid_from <= edition.as_of
    ]
    return max(mine, key=lambda row: row.valid_from, default=None)
