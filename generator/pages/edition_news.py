"""What changed in an edition, in sentences: by name, with the day and the page that tells more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.ledger.changes import Changes
from generator.ledger.openings import is_correction
from generator.model.capitals import mid_sentence
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.recommendations import PublicRecommendation, PublicRecord
from generator.model.records import Correction
from generator.model.text import vn_number
from generator.pages.addresses import url_of
from generator.pages.conduct.corrections import KINDS
from generator.pages.duties.words import Duties

CORRECTED = ("corrected", "withdrawn", "revoked")
"""What corrections of an edition are told apart by: names that end early are told of as ended."""


@dataclass(frozen=True)
class ChangeLine:
    """One change: what it is about, where that is told, what is new, and the day."""

    words: str
    url: str
    sentence: str
    day: date | None


@dataclass(frozen=True)
class ChangeGroup:
    """Changes of one kind: the heading, what they are behind a count, and each, newest first.

    `is_due` is true where the days are those on which something fell due.
    """

    title: str
    counted: str
    lines: tuple[ChangeLine, ...]
    is_due: bool = False


def change_groups(edition: Edition, changes: Changes) -> tuple[ChangeGroup, ...]:
    """What was entered, then what came about by the day alone; kinds of nothing are left out."""
    news = _News(edition, changes)
    groups = (
        _group("Công bố mới", "việc mới được công bố", news.published()),
        _group("Đã trả lời, đã khắc phục", "việc có thêm kết quả", news.supplemented()),
        *(
            _group(KINDS[kind].capitalize(), f"lần {KINDS[kind]}", news.corrected(kind))
            for kind in CORRECTED
        ),
        _group("Hết thời hạn nêu tên", "trường hợp hết thời hạn nêu tên", news.expired()),
        replace(
            _group("Tới hạn mà chưa xong", "việc tới hạn mà chưa xong", news.fallen_due()),
            is_due=True,
        ),
    )
    return tuple(group for group in groups if group.lines)


def _group(title: str, counted: str, lines: Iterable[ChangeLine]) -> ChangeGroup:
    newest_first = sorted(lines, key=lambda line: line.day or date.min, reverse=True)
    return ChangeGroup(title, counted, tuple(newest_first))


def summary(groups: tuple[ChangeGroup, ...]) -> str:
    """ "19 việc mới được công bố, 2 lần đính chính"; empty when nothing changed."""
    return ", ".join(f"{vn_number(len(group.lines))} {group.counted}" for group in groups)


class _News:
    """The changes of one edition, kind by kind."""

    def __init__(self, edition: Edition, changes: Changes) -> None:
        self._edition, self._changes = edition, changes
        self._records: dict[str, PublicRecord] = {r.record_id: r for r in edition.records}
        entered = [line.record or "" for line in changes.lines if line.event == "published"]
        self._corrections = [key.split("/")[1:] for key in entered if is_correction(key)]

    def published(self) -> Iterator[ChangeLine]:
        for record in self._of("published"):
            yield self._line(record, _content(record), _begun(record))

    def supplemented(self) -> Iterator[ChangeLine]:
        for record in self._of("supplemented"):
            told, day = _result(record)
            yield self._line(record, told, day)

    def corrected(self, kind: str) -> Iterator[ChangeLine]:
        for record_id, day, did in self._corrections:
            record = self._records.get(record_id)
            if record and did == kind:
                on = date.fromisoformat(day)
                found = (c for c in record.corrections if (c.published_on, c.kind) == (on, kind))
                yield self._line(record, _reason(next(found, None)), on)

    def expired(self) -> Iterator[ChangeLine]:
        for record in self._of("expired"):
            if isinstance(record, PublicCommendation | PublicCriticism):
                yield self._line(record, "", record.ended_on)

    def fallen_due(self) -> Iterator[ChangeLine]:
        """What came due after the edition before and is not done to this day, by the day."""
        duties, since, until = (
            Duties(self._edition),
            self._changes.since.on if self._changes.since else date.min,
            self._changes.edition.on,
        )
        for item in self._edition.figures.obligations:
            if item.state == "overdue" and item.due_on and since < item.due_on <= until:
                duty, unit = duties.duty(item), self._edition.unit(item.unit_id).name
                yield ChangeLine(
                    unit, duty.url, f"{mid_sentence(duty.words)}, đến nay chưa xong", item.due_on
                )

    def _of(self, event: str) -> Iterator[PublicRecord]:
        """The records that something happened to and that are still public."""
        keys = [line.record or "" for line in self._changes.lines if line.event == event]
        ids = dict.fromkeys(key.partition("/")[2] for key in keys if not is_correction(key))
        return (self._records[record_id] for record_id in ids if record_id in self._records)

    def _line(self, record: PublicRecord, sentence: str, day: date | None) -> ChangeLine:
        return ChangeLine(case_words(self._edition, record), url_of(record), sentence, day)


def _content(record: PublicRecord) -> str:
    """What a record says; of one taken back since, nothing."""
    if isinstance(record, PublicCommendation):
        return mid_sentence(record.reason)
    return mid_sentence(record.violation if isinstance(record, PublicCriticism) else record.text)


def _begun(record: PublicRecord) -> date | None:
    if isinstance(record, PublicCommendation | PublicCriticism):
        return record.approved_on
    return record.sent_on


def _result(record: PublicRecord) -> tuple[str, date | None]:
    """What was filled in last: a remedy before a reply."""
    if isinstance(record, PublicCriticism) and record.remedied_on:
        return "đã khắc phục xong", record.remedied_on
    if isinstance(record, PublicCriticism) and record.answered_on:
        return "đã trả lời", record.answered_on
    if isinstance(record, PublicRecommendation) and record.replied_on:
        return "đã trả lời", record.replied_on
    return "đã có kết quả", None


def _reason(correction: Correction | None) -> str:
    return mid_sentence(correction.reason) if correction else ""
