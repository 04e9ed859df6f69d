"""Timings: the latest closed quarter of the whole city, then procedures, from figure rows."""

from datetime import date

from generator.contract.edition import Edition
from generator.contract.figures import Figure
from generator.contract.settings import Dialect
from generator.radio.names import begin
from generator.radio.spoken import integer, points, share
from generator.radio.spoken_time import duration, quarter
from generator.radio.story import Story, read_forms, vary
from generator.text import lower_first, percent_value, quarter_end

PROCEDURE_COUNT = 6
"""At most so many procedures in one week."""
NAME_COUNT = 3
"""At most so many procedures in one sentence."""


def closed_quarter(edition: Edition, air_on: date) -> str | None:
    """The latest quarter of the figures that had ended by the day of airing."""
    closed = [item for item in edition.figures.quarters if quarter_end(item) < air_on]
    return closed[-1] if closed else None


def timings(edition: Edition, air_on: date, turn: int) -> tuple[Story, ...]:
    """The city's figures, then the procedures whose turn it is; empty before a quarter closed."""
    latest = closed_quarter(edition, air_on)
    row = edition.figures.one(quarter=latest) if latest else None
    if latest is None or row is None or row.on_time_share is None:
        return ()
    quarters = edition.figures.quarters
    place = quarters.index(latest)
    before = edition.figures.one(quarter=quarters[place - 1]) if place else None
    return (_city(edition, row, before, latest), *_procedures(edition, latest, turn))


def _city(edition: Edition, row: Figure, before: Figure | None, latest: str) -> Story:
    """Dossiers ended, the share on time beside the quarter before, and what is late."""
    assert row.on_time_share is not None
    dialect = edition.dialect
    told = share(row.on_time_share, dialect)
    change = _change(row.on_time_share, before.on_time_share if before else None, dialect)
    ended = integer(row.ended_count, dialect)
    when = quarter(latest, dialect)
    on_time = (
        f"Trong {when}, các cơ quan của thành phố giải quyết xong {ended} hồ sơ. "
        f"Tỷ lệ trước hạn và đúng hạn là {told}{change}."
    )
    short = f"{begin(when)}, tỷ lệ hồ sơ trước hạn và đúng hạn của toàn thành phố là {told}."
    forms, fragment = read_forms(
        (f"{on_time} {_late(row, dialect)}", on_time, short), edition.speech
    )
    return Story("timing", f"số liệu {latest}", (), forms, fragment=fragment)


def _change(now: float, before: float | None, dialect: Dialect) -> str:
    """Beside the quarter before: the difference of the two percentages people see."""
    if before is None:
        return ""
    difference = percent_value(now) - percent_value(before)
    if difference == 0:
        return ", bằng quý trước"
    return f", {'cao' if difference > 0 else 'thấp'} hơn quý trước {points(difference, dialect)}"


def _late(row: Figure, dialect: Dialect) -> str:
    """Late and still open dossiers, and how many of either lack the letter of apology."""
    late = []
    if row.overdue_count:
        late.append(f"{integer(row.overdue_count, dialect)} hồ sơ trả kết quả quá hạn")
    if row.open_overdue_count:
        count = integer(row.open_overdue_count, dialect)
        late.append(f"{count} hồ sơ đã quá hạn mà đến cuối quý chưa giải quyết xong")
    told = ", và ".join(late)
    if not told:
        return "Không có hồ sơ nào quá hạn."
    return f"Có {told}. {_apologies(row, dialect)} phiếu xin lỗi và hẹn lại."


def _apologies(row: Figure, dialect: Dialect) -> str:
    """How many of the late dossiers lack the letter, said of one as of one."""
    alone = row.overdue_count + row.open_overdue_count == 1
    if row.overdue_without_apology_count == 0:
        return "Hồ sơ này đã có" if alone else "Tất cả đều đã có"
    unsorry = integer(row.overdue_without_apology_count, dialect)
    return "Hồ sơ này không có" if alone else f"Trong số đó, {unsorry} hồ sơ không có"


def _procedures(edition: Edition, latest: str, turn: int) -> tuple[Story, ...]:
    """Procedures with enough dossiers for a percentile, in turn week after week."""
    rows = [
        row
        for row in edition.figures.by("procedure", "quarter")
        if row.quarter == latest and row.p90_days is not None
    ]
    rows.sort(key=lambda row: (-row.ended_count, row.procedure_id or ""))
    start = turn * PROCEDURE_COUNT % len(rows) if rows else 0
    chosen = [*rows[start:], *rows[:start]][:PROCEDURE_COUNT]
    by_days: dict[int, list[str]] = {}
    for row in chosen:
        by_days.setdefault(row.p90_days or 0, []).append(_name(edition, row))
    shared = [
        (days, names[first : first + NAME_COUNT])
        for days, names in sorted(by_days.items())
        for first in range(0, len(names), NAME_COUNT)
    ]
    return tuple(_took(edition, names, days, place) for place, (days, names) in enumerate(shared))


def _name(edition: Edition, row: Figure) -> str:
    """A procedure's usual name, without the word "thủ tục" in front of it."""
    assert row.procedure_id is not None
    return lower_first(edition.procedure(row.procedure_id).short_name).removeprefix("thủ tục ")


def _took(edition: Edition, names: list[str], days: int, place: int) -> Story:
    """ "cứ mười hồ sơ thì chín hồ sơ xong trong ba ngày làm việc": the 90th percentile in words.

    Procedures that took equally long share a sentence.
    """
    length = duration(days, "working_day", edition.dialect)
    took = f"xong trong {length}" if days else "xong ngay trong ngày"
    options = (
        "Với {whom}, cứ mười hồ sơ thì chín hồ sơ {took}.",
        "Còn với {whom}, chín trong mười hồ sơ {took}.",
        "Ở {whom}, cứ mười hồ sơ có chín hồ sơ {took}.",
    )
    text = vary(options, place).format(whom=_whom(names), took=took)
    forms, fragment = read_forms((text,), edition.speech)
    return Story("timing", _whom(names), (), forms, group="procedures", fragment=fragment)


def _whom(names: list[str]) -> str:
    if len(names) == 1:
        return f"thủ tục {names[0]}"
    return f"mỗi thủ tục {', '.join(names[:-1])} và {names[-1]}"
