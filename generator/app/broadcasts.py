"""Take down what the station says that it aired, in the file of broadcasts; nothing here writes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from generator.datafolder import with_row
from generator.edition.bulletin import Bulletin, Decision
from generator.edition.edition import Edition
from generator.model.content import whole
from generator.model.duty_records import Broadcast
from generator.model.text import vn_date
from generator.radio.weeks import air_day

_NO_VERSION = "Lưu ý: thư mục dữ liệu có thay đổi chưa lưu vào git, nên không ghi được phiên bản."


class AiringRefused(Exception):
    """What the station says cannot be taken down; `str()` says why in Vietnamese."""


@dataclass(frozen=True)
class Airing:
    """One bulletin as the station aired it: the new row, and the whole file that holds it.

    `was` is the file before; `as_planned` is False when the text that was read is not today's
    script.
    """

    broadcast: Broadcast
    was: bytes
    content: bytes
    as_planned: bool

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was taken down, and what the editor should look at, in Vietnamese."""
        row = self.broadcast
        return (
            f"Đã ghi: bản tin {row.bulletin_id} phát lúc {row.aired_at}, {len(row.records)} bản "
            f"ghi được đọc, bỏ {len(row.dropped_keys)} tin.",
            *(() if self.as_planned else ("Lưu ý: lời đã đọc khác kịch bản hiện nay.",)),
            *(() if row.commit else (_NO_VERSION,)),
        )


def take_down(
    edition: Edition,
    file: bytes,
    week: str,
    at: str,
    *,
    dropped: Sequence[str] = (),
    text: bytes | None = None,
    minutes: float | None = None,
) -> Airing:
    """Add to the file of broadcasts that a week's script was aired at a moment.

    `dropped` are ids of records, or keys of pieces of news, that were in the script and were not
    read; `text` is the script as it was read (today's by default). Raises AiringRefused for a
    moment or a piece that cannot be, UnknownWeek for a text that names no week,
    NoStation where nobody airs anything.
    """
    script = _of_week(edition, week)
    moment = _moment(at)
    _refuse_day(script, moment.date(), edition.as_of)
    when = moment.strftime("%Y-%m-%dT%H:%M")
    if any(row.bulletin_id == week and _same(row.aired_at, moment) for row in edition.broadcasts):
        raise AiringRefused(f"Bản tin {week} phát lúc {when} đã được ghi rồi.")
    unread = _unread(script, dropped)
    planned = whole(edition.scripts[week].files["txt"])
    broadcast = Broadcast(
        bulletin_id=week,
        aired_at=when,
        record_ids=";".join(_read(script, unread)) or None,
        dropped=";".join(item.key for item in unread) or None,
        seconds=None if minutes is None else round(minutes * 60),
        commit=edition.commit,
        text_sha256=hashlib.sha256(planned if text is None else text).hexdigest(),
    )
    row = {name: _cell(value) for name, value in broadcast.model_dump().items()}
    return Airing(broadcast, file, with_row(file, row), text is None or text == planned)


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _of_week(edition: Edition, week: str) -> Bulletin:
    for script in edition.bulletins:
        if script.bulletin_id == week:
            return script
    air_day(week, edition.radio.air_weekday)
    if not edition.bulletins:
        raise AiringRefused("Chưa có bản tin nào để ghi đã phát.")
    first, last = edition.bulletins[0].bulletin_id, edition.bulletins[-1].bulletin_id
    raise AiringRefused(f"Không có kịch bản tuần {week}. Hiện có từ tuần {first} đến tuần {last}.")


def _moment(at: str) -> datetime:
    try:
        return datetime.strptime(at.replace(" ", "T"), "%Y-%m-%dT%H:%M")  # noqa: DTZ007
    except ValueError:
        raise AiringRefused(
            f"“{at}” không phải là ngày, giờ phát. Hãy viết theo mẫu 2018-10-06T06:00."
        ) from None


def _same(aired_at: str, moment: datetime) -> bool:
    """True for the same minute, whatever way the file writes it."""
    return aired_at.replace(" ", "T")[:16] == moment.strftime("%Y-%m-%dT%H:%M")


def _refuse_day(script: Bulletin, day: date, as_of: date) -> None:
    if day > as_of:
        raise AiringRefused(
            f"Ngày phát {vn_date(day)} sau ngày số liệu {vn_date(as_of)} (mục as_of của "
            "city.yaml). Hãy kiểm tra lại ngày phát, hoặc cập nhật as_of."
        )
    first = date.fromordinal(script.air_on.toordinal() - 6)
    if day < first:
        raise AiringRefused(
            f"Bản tin {script.bulletin_id} có tin đến ngày {vn_date(script.air_on)}, không thể "
            f"phát ngày {vn_date(day)}. Hãy kiểm tra lại tuần và ngày phát."
        )


def _unread(script: Bulletin, dropped: Sequence[str]) -> list[Decision]:
    """Return the pieces that were not read. Raises AiringRefused for one of another script."""
    told = script.decided("chosen")
    for name in dropped:
        if not any(name == item.key or name in item.record_ids for item in told):
            raise AiringRefused(f"Kịch bản tuần {script.bulletin_id} không có “{name}” để bỏ.")
    return [
        item
        for item in told
        if item.key in dropped or any(record_id in dropped for record_id in item.record_ids)
    ]


def _read(script: Bulletin, unread: Sequence[Decision]) -> list[str]:
    """Return ids of the records that were read, in the order of the script."""
    read = {
        record_id
        for item in script.decided("chosen")
        if item not in unread
        for record_id in item.record_ids
    }
    return [record_id for record_id in script.record_ids if record_id in read]
