"""Limits that were cut by as much as the directive asks, as topics of a closed quarter."""

from collections.abc import Iterator
from datetime import date

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.figures import Cut
from generator.model.records import ProcedureLimit
from generator.radio.items.quarter import FigureNews, Quarter
from generator.speech.numbers import share
from generator.speech.time import duration


def cuts(edition: Edition, closed: Quarter, air_on: date) -> Iterator[FigureNews]:
    """Tell limits cut by as much as the directive asks, confirmed and in force."""
    for cut in edition.figures.cuts:
        limit = _limit_of(edition, cut)
        if not (cut.met and cut.confirmed and limit and closed.since <= air_on):
            continue
        if limit.valid_from > air_on:
            continue
        assert cut.baseline_value is not None and cut.limit_value is not None
        assert cut.cut_share is not None and limit.limit_unit and limit.baseline_unit
        name = mid_sentence(edition.procedure(cut.procedure_id).short_name)
        name = name.removeprefix("thủ tục ")
        was = duration(cut.baseline_value, limit.baseline_unit, edition.dialect)
        now = duration(cut.limit_value, limit.limit_unit, edition.dialect)
        text = (
            f"Thủ tục {name} được rút ngắn từ {was} xuống {now}, giảm "
            f"{share(cut.cut_share, edition.dialect)}."
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
