"""A quarter's facts of every unit, named and put in order: what its page and its workbook show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.edition.edition import Edition
from generator.model.directives import Directive
from generator.model.records import Unit
from generator.model.reviews import UnitReview
from generator.model.text import (
    quarter_end,
    quarter_start,
    vn_number,
    vn_percent,
    vn_quarter,
    with_unit,
)
from generator.pages.lookups import grouped
from generator.pages.peers import GroupRow, Peers, group_rows, peers_of
from generator.pages.unit_kinds import by_kind


@dataclass(frozen=True)
class ReviewRow:
    """A unit's facts and the state of its report in words."""

    unit: Unit
    review: UnitReview
    report: str


@dataclass(frozen=True)
class Summary:
    """One quarter: its days, all units together, and the units by the heading of their kind.

    `alike` are the figures of dossiers of the groups in which units of a heading are compared.
    """

    quarter: str
    first_day: date
    last_day: date
    whole: UnitReview
    whole_report: str
    kinds: dict[str, list[ReviewRow]]
    alike: dict[str, list[GroupRow]]
    finding: str


def summaries(edition: Edition, directive: Directive) -> tuple[Summary, ...]:
    """Every quarter of which a document orders a summary, oldest first."""
    by_quarter = grouped(edition.figures.unit_reviews, lambda review: review.quarter)
    peers = peers_of(edition)
    return tuple(
        _summary(edition, peers, reviews)
        for quarter, reviews in by_quarter.items()
        if edition.city.reviewing(quarter) is directive
    )


def _summary(edition: Edition, peers: Peers, reviews: Sequence[UnitReview]) -> Summary:
    whole, *rest = reviews
    mine = {review.unit_id: review for review in rest}
    units = tuple(unit for unit in edition.units if unit.unit_id in mine)
    lines = {
        heading: [ReviewRow(u, mine[u.unit_id], report_words(mine[u.unit_id])) for u in members]
        for heading, members in by_kind(edition.contract, units).items()
    }
    last_day = min(quarter_end(whole.quarter), edition.as_of)
    first_day = quarter_start(whole.quarter)
    return Summary(
        quarter=whole.quarter,
        first_day=first_day,
        last_day=last_day,
        whole=whole,
        whole_report=_reports_words(whole),
        kinds=lines,
        alike={
            heading: group_rows(peers, (row.unit.unit_id for row in rows), whole.quarter)
            for heading, rows in lines.items()
        },
        finding=_finding(whole, any(review.report_expected_count > 1 for review in rest)),
    )


def report_words(review: UnitReview) -> str:
    """How a unit's report of the quarter stands, or its reports under several documents."""
    if not review.report_expected_count:
        return "không phải gửi"
    late = with_unit(review.report_late_days, "ngày")
    if review.report_missing_count:
        return f"chưa gửi{_share_of(review, review.report_missing_count)}"
    if review.report_late_count:
        return f"muộn {late}{_share_of(review, review.report_late_count)}"
    return "đúng hạn"


def _share_of(review: UnitReview, count: int) -> str:
    """Of how many reports something is said: " (1 trong 2 báo cáo)"; empty of the only one."""
    expected = review.report_expected_count
    return f" ({vn_number(count)} trong {vn_number(expected)} báo cáo)" if expected > 1 else ""


def _reports_words(whole: UnitReview) -> str:
    """The reports of all units together."""
    if not whole.report_expected_count:
        return "chưa đến hạn"
    on_time, late = vn_number(whole.report_on_time_count), vn_number(whole.report_late_count)
    return f"{on_time} đúng hạn, {late} muộn, {vn_number(whole.report_missing_count)} chưa gửi"


def _finding(whole: UnitReview, is_several: bool) -> str:
    """The quarter in a sentence; `is_several` where a unit owed several reports."""
    parts = []
    if whole.on_time_share is not None:
        parts.append(f"{vn_percent(whole.on_time_share)} hồ sơ đúng hạn")
    if whole.report_expected_count:
        parts.append(
            f"{vn_number(whole.report_on_time_count)} trong"
            f" {vn_number(whole.report_expected_count)}"
            f" {'báo cáo được gửi' if is_several else 'đơn vị gửi báo cáo'} đúng hạn"
        )
    parts.append(f"{vn_number(whole.commendation_count)} trường hợp nêu gương")
    parts.append(f"{vn_number(whole.criticism_count)} trường hợp phê bình")
    return f"{', '.join(parts)} trong {vn_quarter(whole.quarter)}"
