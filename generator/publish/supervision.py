"""Supervision: what is overdue as of the edition's day, and the threads with the Front."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.contract.bulletin import PendingCorrection
from generator.contract.edition import Edition
from generator.contract.figures import Figure, Obligation
from generator.contract.publication import Page
from generator.contract.records import Recommendation, Unit
from generator.publish.duties import KINDS, Duties, Duty
from generator.publish.environment import Renderer, record_url
from generator.publish.lookups import latest

SECTION = "giam-sat"


@dataclass(frozen=True)
class KindCount:
    """Obligations of one kind: overdue now, and done but late."""

    kind: str
    overdue_count: int
    done_late_count: int


@dataclass(frozen=True)
class Thread:
    """A recommendation and how its reply stands."""

    ask: Recommendation
    obligation: Obligation | None


def pages(renderer: Renderer) -> Iterator[Page]:
    """The supervision page."""
    edition = renderer.edition
    overdue = overdue_duties(edition)
    newest, _ = latest(edition.figures.quarters)
    yield renderer.page(
        "pages/supervision.html",
        f"{SECTION}/",
        "Giám sát",
        "Việc quá hạn, báo cáo còn thiếu, kiến nghị của Mặt trận Tổ quốc và việc trả lời.",
        overdue=overdue,
        kinds=kind_counts(edition),
        quarter=newest,
        open_overdue=open_overdue(edition, newest),
        threads=threads(edition),
        pending=pending_corrections(edition),
    )


def overdue_duties(edition: Edition) -> list[Duty]:
    """Everything overdue, the longest first."""
    duties = Duties(edition)
    overdue = [item for item in edition.figures.obligations if item.state == "overdue"]
    overdue.sort(key=lambda item: (-item.late_days, item.dataset, item.key))
    return [duties.duty(item) for item in overdue]


def kind_counts(edition: Edition) -> list[KindCount]:
    """Overdue and late by kind, kinds in a fixed order, without those that have neither."""
    states = Counter((item.dataset, item.state) for item in edition.figures.obligations)
    counts = [
        KindCount(kind, states[dataset, "overdue"], states[dataset, "done_late"])
        for dataset, kind in KINDS.items()
    ]
    return [count for count in counts if count.overdue_count or count.done_late_count]


def open_overdue(edition: Edition, quarter: str | None) -> list[tuple[Unit, Figure]]:
    """Units with dossiers still open past their day at the quarter's end, most first."""
    rows = [
        row
        for row in edition.figures.by("unit", "quarter")
        if row.quarter == quarter and row.open_overdue_count
    ]
    rows.sort(key=lambda row: (-row.open_overdue_count, str(row.unit_id)))
    return [(edition.unit(str(row.unit_id)), row) for row in rows]


def pending_corrections(edition: Edition) -> list[tuple[PendingCorrection, str]]:
    """Corrections that the station has not aired yet, the oldest first, with their records."""
    praised = {record.record_id for record in edition.commendations}
    return [
        (
            item,
            record_url(
                "commendations" if item.record_id in praised else "criticisms", item.record_id
            ),
        )
        for item in edition.pending_corrections
    ]


def threads(edition: Edition) -> list[Thread]:
    """Recommendations: those overdue first, then newest first."""
    owed = {o.key: o for o in edition.figures.obligations if o.dataset == "recommendations"}
    found = [Thread(ask, owed.get(ask.recommendation_id)) for ask in edition.recommendations]
    return sorted(found, key=lambda t: t.obligation is None or t.obligation.state != "overdue")
