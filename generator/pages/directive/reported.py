"""What units reported under a document, by quarter and point, beside what the data say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.directives import Directive
from generator.model.duty_records import ReportEntry
from generator.model.records import Unit
from generator.model.report_indicators import OWN_COUNTS, ReportIndicator
from generator.model.reported import Reported
from generator.model.text import vn_number, with_unit
from generator.pages.folds import Folded, folded
from generator.pages.lookups import by_name, grouped


@dataclass(frozen=True)
class Line:
    """One indicator of one unit, or of all together (`unit` None): figures, and the words told."""

    indicator: ReportIndicator
    row: Reported
    unit: Unit | None = None
    entry: ReportEntry | None = None

    @property
    def told(self) -> str:
        """The number with what it counts: "12 người"; empty where none was told."""
        value = self.row.value
        if value is None:
            return ""
        measure = self.indicator.measure
        return with_unit(value, measure) if measure else vn_number(value)

    @property
    def own(self) -> str:
        """Our own count in words: "11 hồ sơ quá hạn theo …"; empty where there is none."""
        count, name = self.row.own_value, self.indicator.compares
        if count is None or name is None:
            return ""
        return f"{vn_number(count)}\u00a0{OWN_COUNTS[name].words}"

    @property
    def question(self) -> str:
        """Both numbers side by side, as what is to be asked."""
        return f"Đơn vị báo cáo {self.told}; số liệu đã công bố có {self.own}."


@dataclass(frozen=True)
class Part:
    """A point of the document: its indicators, each of all units together and of each unit."""

    clause: str
    about: str
    totals: tuple[Line, ...]
    units: Mapping[str, tuple[Line, ...]]
    """The lines of the units that told something, by indicator."""


@dataclass(frozen=True)
class QuarterTold:
    """What all units reported of one quarter under a document.

    Expected are the units whose report is due; `silent` are those of them that told nothing.
    """

    quarter: str
    directive: Directive
    expected_count: int
    silent: tuple[Unit, ...]
    parts: tuple[Part, ...]
    differing: tuple[Line, ...]

    @property
    def told_count(self) -> int:
        """How many units told something."""
        return self.expected_count - len(self.silent)

    @property
    def url(self) -> str:
        """Address of its page."""
        return f"{self.directive.told_url}{self.quarter.lower()}/"

    @property
    def finding(self) -> str:
        """The quarter in a sentence: how many told, and how much is to be asked about."""
        told, expected = vn_number(self.told_count), vn_number(self.expected_count)
        said = f"{told} trong {expected} đơn vị đã ghi nội dung báo cáo"
        if not self.differing:
            return f"{said}; không con số nào khác số liệu đã công bố"
        return f"{said}; {vn_number(len(self.differing))} con số cần hỏi lại"


def told_quarters(edition: Edition, directive: Directive) -> Iterator[QuarterTold]:
    """Every quarter of which something is due or told under a document, newest first.

    Each is made when it is asked for.
    """
    mine = [row for row in edition.figures.reported if row.directive == directive.id]
    by_quarter = grouped(mine, lambda row: row.quarter)
    for quarter in sorted(by_quarter, reverse=True):
        if any(row.expected_count for row in by_quarter[quarter]):
            yield _told(edition, directive, by_quarter[quarter])


def _told(edition: Edition, directive: Directive, rows: Sequence[Reported]) -> QuarterTold:
    lines = list(lines_of(edition, rows))
    parts = grouped(_by_unit(lines), lambda line: line.row.clause)
    expected = {
        line.unit.unit_id: line.unit for line in lines if line.unit and line.row.expected_count
    }
    telling = {line.row.unit_id for line in lines if line.row.reported_count}
    return QuarterTold(
        quarter=rows[0].quarter,
        directive=directive,
        expected_count=len(expected),
        silent=tuple(by_name(unit for key, unit in expected.items() if key not in telling)),
        parts=tuple(
            _part(directive, clause, parts[clause]) for clause in _in_order(directive, parts)
        ),
        differing=tuple(line for line in lines if line.unit and line.row.differs),
    )


def lines_of(edition: Edition, rows: Iterable[Reported]) -> Iterator[Line]:
    """The lines of figure rows, in their order."""
    indicators = edition.city.indicators
    for row in rows:
        unit_id = row.unit_id or ""
        yield Line(
            indicators[row.indicator],
            row,
            edition.unit(unit_id) if unit_id else None,
            edition.report_entry(unit_id, row.quarter, row.indicator),
        )


def _in_order(directive: Directive, clauses: Iterable[str]) -> list[str]:
    """Points in the order of the document; those that it does not list stay where they are."""
    order = directive.clause_numbers
    return sorted(
        clauses, key=lambda clause: order.index(clause) if clause in order else len(order)
    )


def _part(directive: Directive, clause: str, lines: Sequence[Line]) -> Part:
    telling = (line for line in lines if line.unit and line.row.reported_count)
    return Part(
        clause,
        directive.about(clause),
        tuple(line for line in lines if line.unit is None),
        grouped(telling, lambda line: line.indicator.id),
    )


def _by_unit(lines: Sequence[Line]) -> list[Line]:
    """Lines of all units together, then those of each unit in the order of the units' names."""
    units = {line.unit.unit_id: line.unit for line in lines if line.unit}
    place = {unit.unit_id: number for number, unit in enumerate(by_name(units.values()))}
    return sorted(lines, key=lambda line: place[line.unit.unit_id] if line.unit else -1)


@dataclass(frozen=True)
class UnitTold:
    """What one unit reported of one quarter, in the order in which it is asked."""

    quarter: str
    lines: tuple[Line, ...]

    @property
    def told(self) -> tuple[Line, ...]:
        """The lines that say something."""
        return tuple(line for line in self.lines if line.row.reported_count)


def told_by(edition: Edition, rows: Sequence[Reported]) -> Folded[UnitTold]:
    """The quarters of one unit whose report is due or tells something, newest first."""
    due = [row for row in rows if row.expected_count]
    by_quarter = grouped(due, lambda row: row.quarter)
    return folded(
        (UnitTold(quarter, tuple(lines_of(edition, some))) for quarter, some in by_quarter.items()),
        lambda told: told.quarter,
    )
