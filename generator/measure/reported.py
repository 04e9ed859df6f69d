"""What units reported, beside what the published data say of the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.datafolder.world import World
from generator.model.duty_records import ReportEntry
from generator.model.figures import Figure
from generator.model.obligations import Obligation
from generator.model.own_counts import NOT_OF_RECORDS, OwnCounts, count_records
from generator.model.public_records import PublicRecords
from generator.model.reported import Reported
from generator.model.reporting import Asked
from generator.model.settings import City

Entries = Mapping[tuple[str, str, str], ReportEntry]
"""What was reported, by unit, quarter and indicator."""


def reported_of(
    world: World,
    city: City,
    public: PublicRecords,
    rows: Iterable[Figure],
    obligations: Iterable[Obligation],
) -> tuple[Reported, ...]:
    """Every indicator of every quarter of which reports are owed, oldest quarter first.

    In the order in which they are asked, all units together first, then each that reports. `rows`
    are the figures of dossiers: a unit's count of overdue ones is that of its own row, and unknown
    where it has none.
    """
    entries = {(item.unit_id, item.quarter, item.indicator): item for item in world.report_entries}
    own = own_counts(world, city, public, rows)
    return tuple(
        line
        for quarter, owed in sorted(_owed(obligations).items())
        for asked in city.asked_for(quarter)
        for line in _lines(asked, quarter, owed, entries, own)
    )


def own_counts(
    world: World, city: City, public: PublicRecords, rows: Iterable[Figure]
) -> OwnCounts:
    """Our own counts of every unit and quarter; those of dossiers only where there are figures."""
    counts = count_records(
        public.commendations,
        public.criticisms,
        world.inspections,
        city.as_of,
    )
    for row in rows:
        if row.unit_id and row.quarter and not (row.procedure_id or row.field):
            overdue = row.overdue_count + row.open_overdue_count
            counts["overdue_dossiers", row.unit_id, row.quarter] = overdue
    return counts


def _owed(obligations: Iterable[Obligation]) -> dict[str, list[Obligation]]:
    """The reports that are owed, by quarter."""
    found: dict[str, list[Obligation]] = {}
    for item in obligations:
        if item.report:
            found.setdefault(item.report.quarter, []).append(item)
    return found


def _lines(
    asked: Asked, quarter: str, owed: Sequence[Obligation], entries: Entries, own: OwnCounts
) -> Iterator[Reported]:
    """The line of all units, and those of each that reports under the document that asks."""
    under = asked.under.report
    mine = [_line(asked, quarter, item, entries, own) for item in owed if item.report == under]
    yield _together(asked, quarter, mine)
    yield from mine


def _line(
    asked: Asked, quarter: str, item: Obligation, entries: Entries, own: OwnCounts
) -> Reported:
    indicator = asked.indicator
    entry = entries.get((item.unit_id, quarter, indicator.id))
    count = _own(asked, item.unit_id, quarter, own)
    value = entry.value if entry else None
    differs = value is not None and count is not None and indicator.differs(value, count)
    return Reported(
        quarter=quarter,
        unit_id=item.unit_id,
        directive=asked.directive.id,
        clause=indicator.clause,
        indicator=indicator.id,
        expected_count=int(item.state != "open" or entry is not None),
        reported_count=int(entry is not None),
        value=value,
        own_value=count,
        differing_count=int(differs),
    )


def _own(asked: Asked, unit_id: str, quarter: str, own: OwnCounts) -> int | None:
    """Our count; of records none is nothing, of dossiers none means that nothing is known."""
    name = asked.indicator.compares
    if name is None or (name in NOT_OF_RECORDS and (name, unit_id, quarter) not in own):
        return None
    return own[name, unit_id, quarter]


def _together(asked: Asked, quarter: str, lines: Sequence[Reported]) -> Reported:
    values = [line.value for line in lines if line.value is not None]
    own = [
        line.own_value for line in lines if line.value is not None and line.own_value is not None
    ]
    return Reported(
        quarter=quarter,
        unit_id=None,
        directive=asked.directive.id,
        clause=asked.indicator.clause,
        indicator=asked.indicator.id,
        expected_count=sum(line.expected_count for line in lines),
        reported_count=sum(line.reported_count for line in lines),
        value=sum(values) if values else None,
        own_value=sum(own) if own else None,
        differing_count=sum(line.differing_count for line in lines),
    )
