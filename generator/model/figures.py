"""Figure rows: the one place a number on a page, in a script or in a file comes from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

from generator.model.apologies import ApologyLine, lines_in
from generator.model.channels import ChannelCount
from generator.model.counts import CountTable, DayCount, LateChange, OneStopLine
from generator.model.obligations import Obligation, ReportCount
from generator.model.planned import Planned
from generator.model.reported import Reported
from generator.model.reviews import UnitReview
from generator.model.shares import IN_TIME, JUDGED
from generator.model.task_counts import TaskCount

Dimension = Literal["unit", "group", "procedure", "field", "quarter"]
Phase = Literal["before", "after"]
FIGURES = "figures"
"""The table that holds every row."""
CUT_BY = ("unit_id", "group_id", "procedure_id", "field", "quarter")
"""What rows are cut by, in the order in which they lie; `group_id` is a group of units alike."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts and shares of one cut: a unit, a group of units, a procedure, a field, a quarter.

    A dimension that is `None` is not cut by. Counts are dossiers, shares 0 to 1, days are
    working days net of the applicant's supplement time. A share or a percentile whose
    denominator is zero (or, for percentiles, below the policy's minimum) is `None`.

    `on_time` follows index 2.1 of Decision 766 and gives the applicant's supplement time back;
    `strict` gives nothing back: any day after the promised day is late. `legal` and `shortened`
    ask of the limits that were in force on the day of receipt; the `unconfirmed` counts are the
    judged dossiers whose limit was never checked against its document; under `on_time` and
    `strict` only a dossier without a promised day can be one. The shares of rejected,
    withdrawn, stopped and supplemented dossiers are of the ended ones, the share without an
    apology of the overdue ones, open or ended.
    """

    unit_id: str | None
    group_id: str | None
    procedure_id: str | None
    field: str | None
    quarter: str | None
    received_count: int
    received_online_count: int
    carried_over_count: int
    ended_count: int
    early_count: int
    on_time_count: int
    overdue_count: int
    open_within_count: int
    open_overdue_count: int
    no_deadline_count: int
    rejected_count: int
    withdrawn_count: int
    stopped_count: int
    supplemented_count: int
    overdue_without_apology_count: int
    strict_on_time_count: int
    strict_overdue_count: int
    legal_on_time_count: int
    legal_overdue_count: int
    shortened_on_time_count: int
    shortened_overdue_count: int
    on_time_unconfirmed_count: int
    strict_unconfirmed_count: int
    legal_unconfirmed_count: int
    shortened_unconfirmed_count: int
    on_time_share: float | None
    strict_on_time_share: float | None
    legal_on_time_share: float | None
    shortened_on_time_share: float | None
    rejected_share: float | None
    withdrawn_share: float | None
    stopped_share: float | None
    supplemented_share: float | None
    overdue_without_apology_share: float | None
    median_days: int | None
    p90_days: int | None

    @property
    def key(self) -> tuple[str | None, ...]:
        """The values of `CUT_BY`."""
        return (self.unit_id, self.group_id, self.procedure_id, self.field, self.quarter)

    @property
    def judged_count(self) -> int:
        """The dossiers behind `on_time_share`: ended with a deadline, or open past it."""
        counts: Iterable[int] = (getattr(self, name) for name in JUDGED)
        return sum(counts)

    @property
    def in_time_count(self) -> int:
        """The dossiers of them that ended before their day or on it."""
        counts: Iterable[int] = (getattr(self, name) for name in IN_TIME)
        return sum(counts)


@dataclass(frozen=True)
class Taken:
    """What the ended dossiers of one procedure took, before or after its limit was changed.

    `before` are those received while the limit in force was still the baseline, `after` those
    received under another one, of quarters in which neither are few; of a sensitive procedure only
    those received in a quarter that had one limit throughout. The days are `None` below the
    policy's minimum.
    """

    procedure_id: str
    phase: Phase
    ended_count: int
    median_days: int | None
    p90_days: int | None


@dataclass(frozen=True)
class Cut:
    """The ordered cut of one procedure: the limit on the baseline's day beside the limit now.

    `cut_share` is None when either limit is unknown, the units differ, or the baseline is
    same-day already, which leaves nothing to cut; then `met` is None too.
    """

    procedure_id: str
    baseline_value: int | None
    baseline_unit: str | None
    limit_value: int | None
    limit_unit: str | None
    cut_share: float | None
    met: bool | None
    decision_no: str | None
    confirmed: bool


@dataclass(frozen=True)
class ReplyCount:
    """How one unit, or all units (None), answered what one dataset put to them.

    `dataset` is `recommendations`, `criticisms` for the unit's say on a criticism, which is whole
    once every point of it is answered, or `criticism_points` for each of its points. Asked is
    answered, overdue and waiting together; answered in time and late are counted where a day was
    set. `on_time_share` is of what was answered by a day or is overdue, None when there is none;
    `median_days` is the least number of working days, the day of sending not counted, in which
    half of the answers had come. A criticism has no outcome.
    """

    dataset: str
    unit_id: str | None
    asked_count: int
    answered_count: int
    on_time_count: int
    late_count: int
    overdue_count: int
    waiting_count: int
    accepted_count: int | None
    partly_accepted_count: int | None
    declined_count: int | None
    on_time_share: float | None
    median_days: int | None

    @property
    def judged_count(self) -> int:
        """What `on_time_share` is a share of."""
        return self.on_time_count + self.late_count + self.overdue_count


@dataclass(frozen=True)
class CutTotal:
    """Procedures whose limit could be compared, and those cut by at least the policy's share.

    `cut_share` of the city: `met_count / comparable_count`, None when nothing is comparable.
    `unconfirmed_count` of the comparable ones rest on limits that are not confirmed.
    """

    procedure_count: int
    comparable_count: int
    met_count: int
    met_share: float | None
    unconfirmed_count: int


@dataclass(init=False, repr=False)
class Figures:
    """All figure rows of an edition, with look-ups by cut."""

    rows: tuple[Figure, ...]
    day_counts: tuple[DayCount, ...]
    before_after: tuple[Taken, ...]
    one_stop: tuple[OneStopLine, ...]
    count_tables: tuple[CountTable, ...]
    cuts: tuple[Cut, ...]
    cut_total: CutTotal
    obligations: tuple[Obligation, ...]
    planned: tuple[Planned, ...]
    report_counts: tuple[ReportCount, ...]
    reported: tuple[Reported, ...]
    task_counts: tuple[TaskCount, ...]
    hearings: tuple[Obligation, ...]
    """The answer to each criticism and to each point of it, by the day it is due."""
    reply_counts: tuple[ReplyCount, ...]
    channel_counts: tuple[ChannelCount, ...]
    unit_reviews: tuple[UnitReview, ...]
    quarters: tuple[str, ...]
    dossier_count: int
    late_changes: tuple[LateChange, ...]
    _apologies: tuple[ApologyLine, ...] = field(compare=False)
    _by_key: dict[tuple[str | None, ...], Figure] = field(compare=False)
    _by_cut: dict[tuple[bool, ...], list[Figure]] = field(compare=False)

    def __init__(
        self,
        rows: Iterable[Figure],
        *,
        day_counts: Iterable[DayCount] = (),
        before_after: Iterable[Taken] = (),
        one_stop: Iterable[OneStopLine] = (),
        count_tables: Iterable[CountTable] = (),
        cuts: Iterable[Cut] = (),
        cut_total: CutTotal | None = None,
        obligations: Iterable[Obligation] = (),
        planned: Iterable[Planned] = (),
        report_counts: Iterable[ReportCount] = (),
        reported: Iterable[Reported] = (),
        task_counts: Iterable[TaskCount] = (),
        hearings: Iterable[Obligation] = (),
        reply_counts: Iterable[ReplyCount] = (),
        channel_counts: Iterable[ChannelCount] = (),
        unit_reviews: Iterable[UnitReview] = (),
        quarters: Iterable[str] = (),
        dossier_count: int = 0,
        late_changes: Iterable[LateChange] = (),
    ) -> None:
        """`quarters` are those of the data, oldest first; `dossier_count` all dossiers read."""
        self.rows = tuple(rows)
        self.day_counts = tuple(day_counts)
        self.before_after = tuple(before_after)
        self.one_stop = tuple(one_stop)
        self.count_tables = tuple(count_tables)
        self.cuts = tuple(cuts)
        self.cut_total = cut_total or CutTotal(0, 0, 0, None, 0)
        self.obligations = tuple(obligations)
        self.planned = tuple(planned)
        self.report_counts = tuple(report_counts)
        self.reported = tuple(reported)
        self.task_counts = tuple(task_counts)
        self.hearings = tuple(hearings)
        self.reply_counts = tuple(reply_counts)
        self.channel_counts = tuple(channel_counts)
        self.unit_reviews = tuple(unit_reviews)
        self.quarters = tuple(quarters)
        self.dossier_count = dossier_count
        self.late_changes = tuple(late_changes)
        self._apologies = lines_in(self.count_tables)
        self._by_key = {row.key: row for row in self.rows}
        self._by_cut = {}
        for row in self.rows:
            cut = tuple(part is not None for part in row.key)
            self._by_cut.setdefault(cut, []).append(row)

    def one(
        self,
        *,
        unit: str | None = None,
        group: str | None = None,
        procedure: str | None = None,
        field: str | None = None,
        quarter: str | None = None,
    ) -> Figure | None:
        """The row of exactly this cut, or None when no dossier falls in it."""
        return self._by_key.get((unit, group, procedure, field, quarter))

    @property
    def apologies(self) -> tuple[ApologyLine, ...]:
        """The lines of the register of apologies, in the order of its table."""
        return self._apologies

    def letters(self, quarter: str, unit: str | None = None) -> ApologyLine | None:
        """The line of the register of apologies of a quarter, of the whole city or of a unit."""
        key = ("unit" if unit else "all", unit or "", quarter, "")
        return next((line for line in self.apologies if line.key == key), None)

    def told_quarters(self, dimension: Dimension) -> tuple[str, ...]:
        """The quarters that are told by unit or by procedure: all but one that is not over."""
        told = {row.quarter for row in self.by(dimension, "quarter")}
        is_running = told and self.quarters[-1] not in told
        return self.quarters[:-1] if is_running else self.quarters

    def by(self, *dimensions: Dimension) -> tuple[Figure, ...]:
        """Every row cut by exactly these dimensions, in the order of the figures table."""
        cut = tuple(name in dimensions for name in get_args(Dimension))
        return tuple(self._by_cut.get(cut, ()))
