"""What the newest quarter brought: records by quarter as charts, what became public or ended."""

from dataclasses import dataclass

from generator.contract.edition import Edition
from generator.contract.reviews import UnitReview
from generator.publish.charts.columns import QuarterCount, Role, column_chart
from generator.publish.charts.findings import records_finding
from generator.publish.charts.picture import Picture, columns_picture
from generator.text import quarter_of, vn_quarter

NOTE = "Số trường hợp công khai trong từng quý, không kể trường hợp đã rút lại hoặc thu hồi."


@dataclass(frozen=True)
class QuarterNews:
    """One quarter in counts: made public, corrected, taken back, and no longer named."""

    words: str
    commendation_count: int
    criticism_count: int
    corrected_count: int
    taken_back_count: int
    ended_count: int
    remedied_count: int


def _city_reviews(edition: Edition) -> tuple[UnitReview, ...]:
    return tuple(item for item in edition.figures.unit_reviews if item.unit_id is None)


def praise_picture(edition: Edition) -> Picture | None:
    """Commendations by quarter; None before the first."""
    counts = [QuarterCount(r.quarter, r.commendation_count) for r in _city_reviews(edition)]
    return _picture(edition, "neu-guong-theo-quy", "nêu gương", counts, "praise")


def fault_picture(edition: Edition) -> Picture | None:
    """Criticisms by quarter; None before the first."""
    counts = [QuarterCount(r.quarter, r.criticism_count) for r in _city_reviews(edition)]
    return _picture(edition, "phe-binh-theo-quy", "phê bình", counts, "fault")


def _picture(
    edition: Edition, chart_id: str, noun: str, counts: list[QuarterCount], role: Role
) -> Picture | None:
    chart = column_chart(chart_id, counts, role, sample=edition.city.sample)
    if chart is None:
        return None
    newest = counts[-1]
    before = counts[-2].count if len(counts) > 1 else None
    return columns_picture(chart, records_finding(noun, newest.quarter, newest.count, before), NOTE)


def quarter_news(edition: Edition) -> QuarterNews | None:
    """The newest quarter's; None when no quarter has been summed up."""
    reviews = _city_reviews(edition)
    if not reviews:
        return None
    newest = reviews[-1]
    quarter = newest.quarter
    kinds = [c.kind for c in edition.corrections if quarter_of(c.published_on) == quarter]
    ended = [
        record.ended_on
        for record in edition.criticisms
        if record.standing == "expired" and record.ended_on
    ]
    remedied = [record.remedied_on for record in edition.criticisms if record.remedied_on]
    return QuarterNews(
        words=vn_quarter(quarter),
        commendation_count=newest.commendation_count,
        criticism_count=newest.criticism_count,
        corrected_count=kinds.count("corrected"),
        taken_back_count=kinds.count("withdrawn") + kinds.count("revoked"),
        ended_count=sum(quarter_of(day) == quarter for day in ended),
        remedied_count=sum(quarter_of(day) == quarter for day in remedied),
    )
