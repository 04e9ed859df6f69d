"""What will be published on a day to come, said in advance."""

from dataclasses import dataclass
from datetime import date

from generator.model.reporting import ReportOf


@dataclass(frozen=True)
class Planned:
    """Something due on a day after `as_of`: an edition, a broadcast, the reports of all units.

    `dataset` and `key` are as in `Obligation`; of reports, `key` is without the unit, and `unit_id`
    None.
    """

    dataset: str
    key: str
    unit_id: str | None
    due_on: date
    report: ReportOf | None = None
