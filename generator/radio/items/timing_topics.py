"""Other angles on a closed quarter, one a week: fields, units that improved, online, limits cut."""

from collections.abc import Iterator
from datetime import date

from generator.edition.bulletin import Form
from generator.edition.edition import Edition
from generator.model.figures import Cut, Figure
from generator.model.records import ProcedureLimit
from generator.model.text import lower_first, percent_value
from generator.radio.items.phrases import unit_name
from generator.radio.items.quarter import Quarter, figure_story
from generator.radio.items.story import Story, read_forms, vary
from generator.speech.numbers import share
from generator.speech.time import duration, quarter

_NEXT = ("Tiếp đó là", "Sau nữa là")
IMPROVED_COUNT = 3
IMPROVED_POINTS = 2
"""A unit improved when its share on time rose by at least so many percentage points."""


def angles(edition: Edition, closed: Quarter, air_on: date) -> Iterator[Story]:
    """Every angle that the figures hold, in the order in which they have their week."""
    for angle in (_improved, _fields, _online):
        if told := angle(edition, closed):
            yield told
    yield from _cuts(edition, closed, air_on)


def _enough(edition: Edition, row: Figure | None) -> bool:
    """True when a share of this row says something: it has enough ended dossiers."""
    least = edition.city.policy.percentile_min_count
    return row is not None and row.on_time_share is not None and row.ended_count >= least


def _rise(edition: Edition, closed: Quarter, row: Figure) -> float:
    """Percentage points by which a unit's share rose since the quarter before; 0 when unknown."""
    before = edition.figures.one(unit=row.unit_id, quarter=closed.before)
    if before is None or not _enough(edition, before) or not _enough(edition, row):
        return 0
    return float(percent_value(row.on_time_share or 0) - percent_value(before.on_time_share or 0))


def _improved(edition: Edition, closed: Quarter) -> Story | None:
    """The units whose share on time rose most, the biggest rise first."""
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
    return figure_story(
        edition,
        closed,
        "improved",
        f"đơn vị tiến bộ {closed.name}",
        {"full": " ".join((first, *others)), "sentence": first},
    )


def _risen(edition: Edition, closed: Quarter, row: Figure) -> tuple[str, str]:
    """A unit's name, and from what to what its share rose."""
    before = edition.figures.one(unit=row.unit_id, quarter=closed.before)
    was = share((before.on_time_share if before else None) or 0, edition.dialect)
    now = share(row.on_time_share or 0, edition.dialect)
    name = unit_name(edition.unit(str(row.unit_id)))
    return name, f"tăng từ {was} lên {now}"


def _fields(edition: Edition, closed: Quarter) -> Story | None:
    """The field with the highest share on time and the one with the lowest."""
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
        f"Xét theo lĩnh vực, trong {when}, {lower_first(str(best.field))} có tỷ lệ "
        f"trước hạn và đúng hạn cao nhất, là {high}"
    )
    last = f"hấp nhất là {lower_first(str(worst.field))}, {low}"
    return figure_story(
        edition,
        closed,
        "fields",
        f"so sánh lĩnh vực {closed.name}",
        {"full": f"{first}. T{last}.", "sentence": f"{first}, t{last}."},
    )


def _online(edition: Edition, closed: Quarter) -> Story | None:
    """The share of dossiers that were handed in online, beside the quarter before."""
    row, before = closed.city, closed.city_before
    if row is None or not row.received_online_count:
        return None
    now = share(row.received_online_count / row.received_count, edition.dialect)
    told = f"Trong {quarter(closed.name, edition.dialect)}, hồ sơ nộp trực tuyến chiếm {now}"
    written: dict[Form, str] = {"sentence": f"{told}."}
    if before is not None and before.received_count:
        was = share(before.received_online_count / before.received_count, edition.dialect)
        written = {"full": f"{told}, quý trước là {was}.", "sentence": f"{told}."}
    return figure_story(edition, closed, "online", f"nộp trực tuyến {closed.name}", written)


def _cuts(edition: Edition, closed: Quarter, air_on: date) -> Iterator[Story]:
    """Limits cut by as much as the letter asks, checked against their decision, in force."""
    for cut in edition.figures.cuts:
        limit = _limit_of(edition, cut)
        if not (cut.met and cut.confirmed and limit and closed.since <= air_on):
            continue
        if limit.valid_from > air_on:
            continue
        assert cut.baseline_value is not None and cut.limit_value is not None
        assert cut.cut_share is not None and limit.limit_unit and limit.baseline_unit
        name = lower_first(edition.procedure(cut.procedure_id).short_name)
        name = name.removeprefix("thủ tục ")
        was = duration(cut.baseline_value, limit.baseline_unit, edition.dialect)
        now = duration(cut.limit_value, limit.limit_unit, edition.dialect)
        text = (
            f"Thủ tục {name} được rút ngắn từ {was} xuống {now}, giảm "
            f"{share(cut.cut_share, edition.dialect)}."
        )
        forms, fragment = read_forms({"sentence": text}, edition.speech)
        yield Story(
            key=f"timing/cut/{cut.procedure_id}/{limit.valid_from.isoformat()}",
            kind="timing",
            title=f"rút ngắn thời hạn {cut.procedure_id}",
            record_ids=(),
            forms=forms,
            since=limit.valid_from,
            fragment=fragment,
        )


def _limit_of(edition: Edition, cut: Cut) -> ProcedureLimit | None:
    """The limit that the cut speaks of: the latest in force on the edition's day."""
    mine = [
        row
        for row in edition.procedure_limits
        if row.procedure_id == cut.procedure_id and row.valid_from <= edition.as_of
    ]
    return max(mine, key=lambda row: row.valid_from, default=None)
