"""Other topics of a closed quarter, one a week: fields, units that improved, online, limits cut."""

from collections.abc import Iterator

from generator.edition.bulletin import Fullness
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.figures import Figure
from generator.model.text import percent_value
from generator.radio.items.day import AirDay
from generator.radio.items.phrases import unit_name
from generator.radio.items.quarter import FigureNews, Quarter, figure_news, period_words
from generator.radio.items.telling import Written
from generator.radio.items.timing_cuts import cuts
from generator.speech.numbers import share

IMPROVED_COUNT = 3
IMPROVED_POINTS = 2
"""A unit improved when its share on time rose by at least so many percentage points."""


def topics(day: AirDay, closed: Quarter) -> Iterator[FigureNews]:
    """Tell every topic that the figures hold, in the order in which they have their week."""
    for topic in (_improved, _fields, _online):
        if told := topic(day, closed):
            yield told
    yield from cuts(day)


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


def _improved(day: AirDay, closed: Quarter) -> FigureNews | None:
    """Tell the units whose share on time rose most, the biggest rise first."""
    edition = day.edition
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
    first = _most_improved(day, closed, best[0][1])
    return figure_news(
        closed,
        "improved",
        f"đơn vị tiến bộ {closed.name}",
        {"full": f"{first}{_others(day, [row for _, row in best[1:]])}", "sentence": first},
    )


def _most_improved(day: AirDay, closed: Quarter, row: Figure) -> str:
    """Say from what to what the share of the unit rose that improved most."""
    before = day.edition.figures.one(unit=row.unit_id, quarter=closed.before)
    was = share((before.on_time_share if before else None) or 0, day.dialect)
    now = share(row.on_time_share or 0, day.dialect)
    when = period_words(closed, day.air_on, day.dialect)
    return (
        f"Tiến bộ nhiều nhất trong {when} là {unit_name(day.edition.unit(str(row.unit_id)))}. "
        f"Tỷ lệ trả trước hạn và đúng hạn ở đây tăng từ {was} lên {now}."
    )


def _others(day: AirDay, rows: list[Figure]) -> str:
    """Name those that improved, too, without figures of their own."""
    if not rows:
        return ""
    names = " và ".join(unit_name(day.edition.unit(str(row.unit_id))) for row in rows)
    return f" Tiến bộ rõ rệt còn có {names}."


def _fields(day: AirDay, closed: Quarter) -> FigureNews | None:
    """Tell the field with the highest share on time and the one with the lowest."""
    rows = [
        row
        for row in day.edition.figures.by("field", "quarter")
        if row.quarter == closed.name and _enough(day.edition, row)
    ]
    rows.sort(key=lambda row: (-(row.on_time_share or 0), str(row.field)))
    if len(rows) < 2 or rows[0].on_time_share == rows[-1].on_time_share:
        return None
    best, worst = rows[0], rows[-1]
    high = share(best.on_time_share or 0, day.dialect)
    low = share(worst.on_time_share or 0, day.dialect)
    when = period_words(closed, day.air_on, day.dialect)
    first = f"Trong {when}, {_field(best)} trả trước hạn và đúng hạn nhiều nhất, {high} số hồ sơ"
    last = f"hấp nhất là {_field(worst)}, {low}"
    return figure_news(
        closed,
        "fields",
        f"so sánh lĩnh vực {closed.name}",
        {"full": f"{first}. T{last}.", "sentence": f"{first}, t{last}."},
    )


def _field(row: Figure) -> str:
    name = mid_sentence(str(row.field))
    return name if name.startswith("lĩnh vực ") else f"lĩnh vực {name}"


def _online(day: AirDay, closed: Quarter) -> FigureNews | None:
    """Tell the share of dossiers that were handed in online, beside the quarter before."""
    row, before = closed.city, closed.city_before
    if row is None or not row.received_online_count:
        return None
    now = share(row.received_online_count / row.received_count, day.dialect)
    when = period_words(closed, day.air_on, day.dialect)
    told = f"Trong {when}, {now} số hồ sơ được nộp trực tuyến"
    written: dict[Fullness, Written] = {"sentence": f"{told}."}
    if before is not None and before.received_count:
        was = share(before.received_online_count / before.received_count, day.dialect)
        written = {"full": f"{told}, quý trước là {was}.", "sentence": f"{told}."}
    return figure_news(closed, "online", f"nộp trực tuyến {closed.name}", written)
