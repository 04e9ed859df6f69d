"""What the newest quarter brought: records by quarter as charts, what became public or ended."""

from generator.edition.edition import Edition
from generator.model.reviews import UnitReview
from generator.pages.charts.columns import QuarterCount, Role, column_chart
from generator.pages.charts.findings import records_finding
from generator.pages.charts.picture import Picture, columns_picture
from generator.pages.charts.quarters import WIDE_QUARTERS

NOTE = "Số trường hợp công khai trong từng quý, không kể trường hợp đã rút lại hoặc thu hồi."


def _city_reviews(edition: Edition) -> tuple[UnitReview, ...]:
    return tuple(item for item in edition.figures.unit_reviews if item.unit_id is None)


def praise_picture(edition: Edition) -> Picture | None:
    """Commendations by quarter; None before the first."""
    counts = [QuarterCount(r.quarter, r.commendation_count) for r in _city_reviews(edition)]
    return _picture(edition, "neu-guong-theo-quy", "nêu gương", counts, "bar")


def fault_picture(edition: Edition) -> Picture | None:
    """Criticisms by quarter; None before the first."""
    counts = [QuarterCount(r.quarter, r.criticism_count) for r in _city_reviews(edition)]
    return _picture(edition, "phe-binh-theo-quy", "phê bình", counts, "fault")


def _highest(edition: Edition) -> int:
    """The most records of either kind in a quarter that is drawn: both charts have one scale."""
    newest = _city_reviews(edition)[-WIDE_QUARTERS:]
    return max((max(r.commendation_count, r.criticism_count) for r in newest), default=0)


def _picture(
    edition: Edition, chart_id: str, noun: str, counts: list[QuarterCount], role: Role
) -> Picture | None:
    chart = column_chart(
        chart_id, counts, role, highest=_highest(edition), sample=edition.city.sample
    )
    if chart is None:
        return None
    newest = counts[-1]
    has_before = any(item.count for item in counts[:-1])
    before = counts[-2].count if has_before else None
    finding = records_finding(noun, newest.quarter, newest.count or 0, before)
    return columns_picture(chart, finding, NOTE)


def quarter_news(edition: Edition) -> UnitReview | None:
    """The newest quarter of all units; None when no quarter has been summed up."""
    return next(reversed(_city_reviews(edition)), None)
