"""What matters this quarter, in a sentence: who improved and who fell, what is unanswered."""

from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.datasets import name_of
from generator.model.figures import Figure
from generator.model.records import Criticism, Recommendation
from generator.model.text import collation_key, vn_number, vn_percent, vn_quarter
from generator.pages.charts.scale import CLEAR_POINTS, points_between
from generator.pages.lookups import latest
from generator.pages.peers import peers_of


@dataclass(frozen=True)
class Mover:
    """A unit, its share on time of both quarters, and the points between them as printed."""

    name: str
    before: float
    now: float

    @property
    def points(self) -> float:
        """How much it rose; what fell has less than none."""
        return points_between(self.now, self.before)


def movers_sentence(edition: Edition) -> str:
    """ "So với quý III/2018, trong các phường, xã cùng quy mô, … tăng nhiều nhất (từ 80% lên 92%)".

    Of the newest quarter that is told by unit.
    """
    newest, before = latest(edition.figures.told_quarters("unit"))
    return movers_between(edition, newest, before)


def movers_between(edition: Edition, newest: str | None, before: str | None) -> str:
    """The same of any two quarters; empty where there are none.

    Of the largest group of units alike. Only units with enough dossiers in both quarters, and only
    a clear difference; else empty.
    """
    group_id = next(iter(peers_of(edition).members), None)
    if newest is None or before is None or group_id is None:
        return ""
    rows = movers(edition, group_id, newest, before)
    parts = []
    if rows and rows[0].points >= CLEAR_POINTS:
        parts.append(_told(rows[0], "tăng", "lên"))
    if rows and rows[-1].points <= -CLEAR_POINTS:
        parts.append(_told(rows[-1], "giảm", "xuống"))
    return (
        f"So với {vn_quarter(before)}, trong các {peers_of(edition).alike}, {', '.join(parts)}"
        if parts
        else ""
    )


def unanswered_sentence(edition: Edition) -> str:
    """ "2 kiến nghị quá hạn chưa trả lời, 4 phê bình hết hạn chưa giải trình"; empty for none."""
    whole = {row.dataset: row for row in edition.figures.reply_counts if not row.unit_id}
    asked, heard = whole.get(name_of(Recommendation)), whole.get(name_of(Criticism))
    owed = [item for item in edition.figures.obligations if item.dataset == name_of(Criticism)]
    counts = (
        (asked.overdue_count if asked else 0, "kiến nghị quá hạn chưa trả lời"),
        (heard.overdue_count if heard else 0, "trường hợp phê bình hết hạn mà không giải trình"),
        (sum(item.state == "overdue" for item in owed), "việc khắc phục quá hạn"),
    )
    return ", ".join(f"{vn_number(count)} {words}" for count, words in counts if count)


def movers(edition: Edition, group_id: str, newest: str, before: str) -> list[Mover]:
    """The units of a group that can be compared, the greatest rise first, equal ones by name."""
    rows = {(row.quarter, row.unit_id): row for row in edition.figures.by("unit", "quarter")}
    least = edition.city.policy.percentile_min_count
    found = []
    for unit_id in peers_of(edition).members[group_id]:
        was, now = rows.get((before, unit_id)), rows.get((newest, unit_id))
        old, new = _share(was, least), _share(now, least)
        if old is not None and new is not None:
            found.append(Mover(edition.unit(unit_id).name, old, new))
    return sorted(found, key=lambda mover: (-mover.points, collation_key(mover.name)))


def _share(row: Figure | None, least: int) -> float | None:
    return row.on_time_share if row and row.judged_count >= least else None


def _told(mover: Mover, verb: str, direction: str) -> str:
    moved = f"từ {vn_percent(mover.before)} {direction} {vn_percent(mover.now)}"
    return f"{mid_sentence(mover.name)} {verb} nhiều nhất ({moved})"
