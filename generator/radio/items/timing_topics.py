"""Other topics of a closed quarter, one a week: fields, units that improved, online, limits cut."""

from collections.abc import Iterator
from datetime import date

from generator.edition.bulletin import Fullness
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.figures import Figure
from generator.model.text import percent_value
from generator.radio.items.phrases import unit_name
from generator.radio.items.quarter import FigureNews, Quarter, figure_news
from generator.radio.items.telling import vary
from generator.radio.items.timing_cuts import cuts
from generator.speech.numbers import share
from generator.speech.time import quarter

_NEXT = ("Tiếp đó là", "Sau nữa là")
IMPROVED_COUNT = 3
IMPROVED_POINTS = 2
"""A unit improved when its share on time rose by at least so many percentage points."""


def topics(edition: Edition, closed: Quarter, air_on: date) -> Iterator[FigureNews]:
    """Tell every topic that the figures hold, in the order in which they have their week."""
    for topic in (_improved, _fields, _online):
        if told := topic(edition, closed):
            yield told
    yield from cuts(edition, closed, air_on)


def _enough(edition: Edition, row: Figure | None) -> bool:
    """True when a share of this row says something: it has enough ended dossiers."""
    least = edition.city.policy.percentile_min_count
    return row is not None and row.on_time_share is not None and row.ended_count >= least


def _rise(edition: Edition, closed: Quarter, row: Figure) -> float:
    """Return the percentage points by which a unit's share rose in a quarter; 0 when unknown."""
    before = edition.figures.one(unit=row.unit_id, quarter=closed.before)
    if before is None or not _enough(edition, before) or not _enough(edition, row):
        return 0
    return float(percent_value(row.on_time_share or 0) - percent_value(before.on_time_share or 0))


def _improved(edition: Edition, closed: Quarter) -> FigureNews | None:
    """Tell the units whose share on time rose most, the biggest rise first."""
    if closed.before is None:
        return None
    rows = [row for row in edition.figures.by("unit", "quarter") if row.quarter == closed.name]
    risen = [(_rise(edition, closed, row), row) for row in rows]
    best = sorted(
        (pair for pair in risen if pair[0] >= IMPROVED_POINTS),
        key=lambda pair: (-pair[0], str(pair[1].unit_id)),
    )[:IMPROVED_COUNT]
    if not best:
        return None
    told = [_risen(edition, closed, row) for _, row in best]
    first_unit, rise = told[0]
    when = quarter(closed.name, edition.dialect)
    first = f"So với quý trước, tiến bộ nhiều nhất trong {when} là {first_unit}, "
    first += f"tỷ lệ trước hạn và đúng hạn {rise}."
    others = [
        f"{vary(_NEXT, place)} {unit}, {words}." for place, (unit, words) in enumerate(told[1:])
    ]
    return figure_news(
        closed,
        "improved",
        f"đơn vị tiến bộ {closed.name}",
        {"full": " ".join((first, *others)), "sentence": first},
    )


def _risen(edition: Edition, closed: Quarter, row: Figure) -> tuple[str, str]:
    """Return a unit's name, and from what to what its share rose."""
    before = edition.figures.one(unit=row.unit_id, quarter=closed.before)
    was = share((before.on_time_share if before else None) or 0, edition.dialect)
    now = share(row.on_time_share or 0, edition.dialect)
    name = unit_name(edition.unit(str(row.unit_id)))
    return name, f"tăng từ {was} lên {now}"


def _fields(edition: Edition, closed: Quarter) -> FigureNews | None:
    """Tell the field with the highest share on time and the one with the lowest."""
    rows = [
        row
        for row in edition.figures.by("field", "quarter")
        if row.quarter == closed.name and _enough(edition, row)
    ]
    rows.sort(key=lambda row: (-(row.on_time_share or 0), str(row.field)))
    if len(rows) < 2 or rows[0].on_time_share == rows[-1].on_time_share:
        return None
    best, worst = rows[0], rows[-1]
    high = share(best.on_time_share or 0, edition.dialect)
    low = share(worst.on_time_share or 0, edition.dialect)
    when = quarter(closed.name, edition.dialect)
    first = (
        f"Xét theo lĩnh vực, trong {when}, {mid_sentence(str(best.field))} có tỷ lệ "
        f"trước hạn và đúng hạn cao nhất, là {high}"
    )
    last = f"hấp nhất là {mid_sentence(str(worst.field))}, {low}"
    return figure_news(
        closed,
        "fields",
        f"so sánh lĩnh vực {closed.name}",
        {"full": f"{first}. T{last}.", "sentence": f"{first}, t{last}."},
    )


def _online(edition: Edition, closed: Quarter) -> FigureNews | None:
    """Tell the share of dossiers that were handed in online, beside the quarter before."""
    row, before = closed.city, closed.city_before
    if row is None or not row.received_online_count:
        return None
    now = share(row.received_online_count / row.received_count, edition.dialect)
    told = f"Trong {quarter(closed.name, edition.dialect)}, hồ sơ nộp trực tuyến chiếm {now}"
    written: dict[Fullness, str] = {"sentence": f"{told}."}
    if before is not None and before.received_count:
        was = share(before.received_online_count / before.received_count, edition.dialect)
        written = {"full": f"{told}, quý trước là {was}.", "sentence": f"{told}."}
    return figure_news(closed, "online", f"nộp trực tuyến {closed.name}", written)
