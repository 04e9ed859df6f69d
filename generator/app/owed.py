"""What is owed in the days to come, by whom, and what was owed before and is not done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.app.approvals import waiting
from generator.app.happenings import ENDINGS, Group, Happening, grouped, of_obligations, of_record
from generator.app.pipeline import make_public_edition
from generator.app.scripts import with_scripts
from generator.app.unit_meant import unit_meant
from generator.edition.edition import Edition
from generator.model.obligations import Obligation
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.text import vn_date
from generator.pages.duties.schedule import words
from generator.pages.duties.words import KINDS, Duties
from generator.radio.select.one_unit import UnknownUnit

__all__ = ["Owed", "UnknownUnit", "owed"]


@dataclass(frozen=True)
class Owed:
    """What is overdue, what is due by `until`, and whose naming ends by then."""

    edition: Edition
    until: date
    unit_id: str | None = None

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """What is overdue or due by then, in the order of the days."""
        found = (
            item
            for item in self.edition.figures.obligations
            if item.state == "overdue"
            or (item.state == "open" and item.due_on and item.due_on <= self.until)
        )
        mine = (item for item in found if self.unit_id in (None, item.unit_id))
        return tuple(sorted(mine, key=lambda item: (item.due_on or date.max, item.unit_id)))

    @property
    def groups(self) -> tuple[Group, ...]:
        """The same for a person at the desk; kinds of nothing are left out."""
        owed = self.obligations
        late = [item for item in owed if item.state == "overdue"]
        due = [item for item in owed if item.state == "open"]
        waits = () if self.unit_id else (waiting(self.edition),)
        groups = (
            *waits,
            grouped("Đã quá hạn", of_obligations(self.edition, late)),
            grouped(
                f"Đến hạn từ nay tới {vn_date(self.until)}",
                (*of_obligations(self.edition, due), *self._planned(due)),
            ),
            grouped("Hết thời hạn nêu tên", self._ending(), is_of_records=True),
        )
        return tuple(group for group in groups if group.happenings)

    def _planned(self, due: Iterable[Obligation]) -> Iterator[Happening]:
        """What is announced for these days and is no obligation yet."""
        owed = {(item.dataset, item.key.rpartition("/")[2]) for item in due}
        for item in self.edition.figures.planned:
            unit_id = item.unit_id
            if unit_id is None or self.unit_id not in (None, unit_id):
                continue
            if item.due_on <= self.until and (item.dataset, item.key) not in owed:
                name, kind = self.edition.unit(unit_id).name, KINDS[item.dataset]
                yield Happening(item.due_on, words(self.edition, item), (name,), kind)

    def _ending(self) -> Iterator[Happening]:
        for record in self.edition.records:
            if not isinstance(record, PublicCommendation | PublicCriticism) or not record.named:
                continue
            is_mine = self.unit_id in (None, record.unit_id)
            if is_mine and record.ended_on and record.ended_on <= self.until:
                yield of_record(self.edition, record, record.ended_on, ENDINGS["expired"])

    @property
    def rows(self) -> list[dict[str, object]]:
        """The obligations one by one, for programs: unit, kind, day, state and words."""
        duties = Duties(self.edition)
        return [
            {
                "unit_id": item.unit_id,
                "unit": self.edition.unit(item.unit_id).name,
                "kind": item.dataset,
                "key": item.key,
                "due_on": item.due_on.isoformat() if item.due_on else None,
                "state": item.state,
                "late_working_days": item.late_days,
                "words": duties.duty(item).words,
            }
            for item in self.obligations
        ]


def owed(data_dir: Path, days: int, unit: str | None = None) -> Owed:
    """What is owed up to so many days after the day of the figures, of all units or of one.

    Raises Refused and UnknownUnit.
    """
    edition = make_public_edition(data_dir)
    if edition.city.radio and edition.city.radio.approvers:
        edition = with_scripts(edition)
    unit_id = unit_meant(edition, unit)
    if unit_id is not None and unit_id not in {unit.unit_id for unit in edition.units}:
        raise UnknownUnit(unit_id)
    return Owed(edition, edition.as_of + timedelta(days=days), unit_id)
