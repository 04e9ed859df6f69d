"""What happens on a day, in lines for a person at the desk: a record is told by its id."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.obligations import Obligation
from generator.model.public import PublicCommendation, PublicCriticism, Standing
from generator.model.recommendations import PublicRecord
from generator.model.text import vn_date, vn_number
from generator.pages.duties.words import Duties

MOST_UNITS = 3
"""More units than this are counted, not named."""
MOST_OF_A_KIND = 5
"""Of more duties of one kind only the first ones are told, and how many follow."""


@dataclass(frozen=True)
class Happening:
    """One thing: the day it comes about on, None where none is set, of which units and kind."""

    day: date | None
    words: str
    units: tuple[str, ...]
    kind: str

    @property
    def told(self) -> str:
        """ "15/12/2018  Báo cáo quý IV/2018: Phường Ba Đình và 4 đơn vị khác"."""
        day = vn_date(self.day) if self.day else "chưa có hạn"
        return f"{day:<11} {self.words}: {_listed(self.units)}"


def _listed(units: Sequence[str]) -> str:
    if len(units) <= MOST_UNITS:
        return ", ".join(units)
    return f"{units[0]} và {vn_number(len(units) - 1)} đơn vị khác"


@dataclass(frozen=True)
class Group:
    """Happenings under one title, the first day first; those of records are told one by one."""

    title: str
    happenings: tuple[Happening, ...]
    is_of_records: bool = False

    @property
    def told(self) -> str:
        """The title with how many, and a line for each."""
        lines = (f"  {line}" for line in self._lines())
        return "\n".join((f"{self.title} ({vn_number(len(self.happenings))}):", *lines))

    def _lines(self) -> Iterator[str]:
        """A line each, where a kind has few; the kinds that have many end in how many follow."""
        most = len(self.happenings) if self.is_of_records else MOST_OF_A_KIND
        seen = Counter[str]()
        for one in self.happenings:
            seen[one.kind] += 1
            if seen[one.kind] <= most:
                yield one.told
        for kind, count in seen.items():
            if count > most:
                yield f"… còn {vn_number(count - most)} việc nữa: {mid_sentence(kind)}"


def grouped(title: str, happenings: Iterable[Happening], *, is_of_records: bool = False) -> Group:
    """A group in the order of the days; what has no day comes last."""
    by_day = sorted(happenings, key=lambda one: (one.day or date.max, one.words))
    return Group(title, tuple(by_day), is_of_records)


def of_obligations(edition: Edition, obligations: Iterable[Obligation]) -> Iterator[Happening]:
    """What is owed: the same thing, due on the same day of several units, is one line."""
    duties, units = Duties(edition), dict[tuple[date | None, str, str], list[str]]()
    for item in obligations:
        duty = duties.duty(item)
        what = (item.due_on, duty.words, duty.kind)
        units.setdefault(what, []).append(edition.unit(item.unit_id).name)
    for (day, words, kind), names in units.items():
        yield Happening(day, words, tuple(names), kind)


ENDINGS: Mapping[Standing, str] = {
    "suspended": "tạm dừng nêu tên",
    "expired": "hết thời hạn nêu tên",
    "withdrawn": "được rút",
    "revoked": "được thu hồi",
}


def of_endings(edition: Edition, records: Iterable[PublicRecord]) -> Iterator[Happening]:
    """Records that are in force no more, each with the first day of that."""
    for record in records:
        ended = record.corrections[-1].published_on if record.corrections else None
        if isinstance(record, PublicCommendation | PublicCriticism):
            ended = record.ended_on
        yield of_record(edition, record, ended, ENDINGS[record.standing])


def of_beginnings(edition: Edition, records: Iterable[PublicRecord]) -> Iterator[Happening]:
    """Records that become public, each with its first day."""
    for record in records:
        if isinstance(record, PublicCommendation | PublicCriticism):
            begun = record.approved_on
        else:
            begun = record.sent_on
        yield of_record(edition, record, begun, "được công bố")


def of_record(edition: Edition, record: PublicRecord, day: date | None, what: str) -> Happening:
    """What happens to a record, told by its id and its unit."""
    return Happening(day, f"{record.record_id} {what}", (edition.unit(record.unit_id).name,), what)
