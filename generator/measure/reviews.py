"""The quarter's summary of every unit: dossiers, reports, tasks, praise, remedies."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from generator.datafolder.world import World
from generator.model.datasets import name_of
from generator.model.duty_records import Assignment, QuarterlyReport
from generator.model.figures import Figure
from generator.model.obligations import Obligation
from generator.model.public_records import PublicRecords
from generator.model.recommendations import PublicRecord
from generator.model.records import Criticism
from generator.model.reviews import UnitReview
from generator.model.settings import City
from generator.model.text import quarter_end, quarter_of, quarter_start

REPORTS = name_of(QuarterlyReport)
KINDS = {name_of(Assignment): "task", name_of(Criticism): "remedy"}
CORRECTIONS = {"corrected": "corrected", "withdrawn": "taken_back", "revoked": "taken_back"}
Owed = Mapping[str, Sequence[Obligation]]
"""Obligations by unit."""


def review_units(
    world: World,
    city: City,
    public: PublicRecords,
    rows: Iterable[Figure],
    obligations: Iterable[Obligation],
) -> tuple[UnitReview, ...]:
    """A summary of every quarter, oldest first: of all units, then of each in file order.

    A unit is summed up in the quarters in which it stood. `rows` are the figures of dossiers.
    """
    figures = {
        (r.quarter, r.unit_id): r for r in rows if not (r.group_id or r.procedure_id or r.field)
    }
    owed: dict[str, list[Obligation]] = {}
    for item in obligations:
        owed.setdefault(item.unit_id, []).append(item)
    records = _records(world, city, public)
    return tuple(
        _review(quarter, unit_id, figures.get((quarter, unit_id)), owed, records, city.as_of)
        for quarter, kinds in _quarters(figures, owed, city)
        for unit_id in (None, *_standing(world, quarter, kinds))
    )


def _quarters(
    figures: Mapping[tuple[str | None, str | None], Figure], owed: Owed, city: City
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The quarters in which dossiers were judged or reports owed, up to that of `as_of`.

    Each with the kinds of units that are reviewed; without those in which no review was ordered.
    """
    judged = {quarter for quarter, _ in figures if quarter}
    reports = {_quarter(o) for o in chain(*owed.values()) if o.dataset == REPORTS}
    for quarter in sorted(q for q in judged | reports if q and q <= quarter_of(city.as_of)):
        directive = city.reviewing(quarter)
        if directive and directive.duties.reviews:
            yield quarter, directive.duties.reviews.unit_kinds


def _standing(world: World, quarter: str, kinds: Collection[str]) -> Iterator[str]:
    first, last = quarter_start(quarter), quarter_end(quarter)
    for unit in world.units:
        begun, over = (unit.valid_from or first) <= last, (unit.valid_to or last) < first
        if unit.kind in kinds and begun and not over:
            yield unit.unit_id


def _records(
    world: World, city: City, public: PublicRecords
) -> Counter[tuple[str, str | None, str]]:
    """How many records something happened to, by (what, unit or None for all, quarter)."""
    return Counter(
        (kind, unit_id, quarter_of(day))
        for kind, unit, day in _events(world, city, public)
        for unit_id in (None, unit)
    )


def _events(world: World, city: City, public: PublicRecords) -> Iterator[tuple[str, str, date]]:
    """(what, unit, day) of all that happened to public records."""
    praised, blamed, asked = public
    for name, records in (("commendation", praised), ("criticism", blamed)):
        for record in records:
            if record.approved_on and not record.taken_back:
                yield name, record.unit_id, record.approved_on
    for record in blamed:
        if record.remedied_on and not record.taken_back:
            yield "remedied", record.unit_id, record.remedied_on
        if record.standing == "expired" and record.ended_on:
            yield "naming_ended", record.unit_id, record.ended_on
    every: tuple[PublicRecord, ...] = (*praised, *blamed, *asked)
    units = {record.record_id: record.unit_id for record in every}
    for correction in world.corrections:
        kind, unit_id = CORRECTIONS.get(correction.kind), units.get(correction.record_id)
        if kind and unit_id and correction.published_on <= city.as_of:
            yield kind, unit_id, correction.published_on


def _quarter(item: Obligation) -> str | None:
    if item.report:
        return item.report.quarter
    return quarter_of(item.due_on) if item.due_on else None


def _review(
    quarter: str,
    unit_id: str | None,
    figure: Figure | None,
    owed: Owed,
    records: Counter[tuple[str, str | None, str]],
    as_of: date,
) -> UnitReview:
    items = list(chain(*owed.values())) if unit_id is None else list(owed.get(unit_id, ()))
    ends_on = min(quarter_end(quarter), as_of)
    return UnitReview(
        quarter=quarter,
        unit_id=unit_id,
        judged_count=figure.judged_count if figure else 0,
        overdue_count=figure.overdue_count + figure.open_overdue_count if figure else 0,
        on_time_share=figure.on_time_share if figure else None,
        strict_on_time_share=figure.strict_on_time_share if figure else None,
        **_reports([o for o in items if o.dataset == REPORTS], quarter),
        **_duties([o for o in items if o.dataset in KINDS], quarter, ends_on),
        commendation_count=records["commendation", unit_id, quarter],
        criticism_count=records["criticism", unit_id, quarter],
        remedied_count=records["remedied", unit_id, quarter],
        corrected_count=records["corrected", unit_id, quarter],
        taken_back_count=records["taken_back", unit_id, quarter],
        naming_ended_count=records["naming_ended", unit_id, quarter],
    )


def _reports(items: Sequence[Obligation], quarter: str) -> dict[str, int]:
    """A report whose day has not come is not expected yet."""
    mine = [item for item in items if _quarter(item) == quarter and item.state != "open"]
    states = Counter(item.state for item in mine)
    return {
        "report_expected_count": len(mine),
        "report_on_time_count": states["done_on_time"],
        "report_late_count": states["done_late"],
        "report_missing_count": states["overdue"],
        "report_late_days": sum(item.late_days for item in mine),
    }


def _duties(items: Sequence[Obligation], quarter: str, ends_on: date) -> dict[str, int]:
    counts: dict[str, int] = {}
    for dataset, kind in KINDS.items():
        mine = [item for item in items if item.dataset == dataset]
        states = Counter(item.state for item in mine if _quarter(item) == quarter)
        counts |= {
            f"{kind}_due_count": states.total(),
            f"{kind}_on_time_count": states["done_on_time"],
            f"{kind}_late_count": states["done_late"],
            f"{kind}_missing_count": states["overdue"],
            f"{kind}_carried_count": sum(_is_carried(item, quarter, ends_on) for item in mine),
        }
    return counts


def _is_carried(item: Obligation, quarter: str, ends_on: date) -> bool:
    """True when it was due before the quarter and not done when the quarter ended."""
    due_before = item.due_on is not None and item.due_on < quarter_start(quarter)
    return due_before and item.late_days > 0 and (item.done_on is None or item.done_on > ends_on)
