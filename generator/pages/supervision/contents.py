"""What the supervision page holds, as a list that leads it: each place with its figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.edition.edition import Edition
from generator.ledger.changes import Changes, every_change
from generator.ledger.words import LEDGER_URL, edition_url
from generator.model.figures import Figure, ReplyCount
from generator.model.site_paths import SectionFolder
from generator.model.text import vn_date, vn_number, vn_quarter, with_unit
from generator.pages.apologies import NAME as REGISTER
from generator.pages.apologies import URL as APOLOGIES
from generator.pages.duties.schedule import URL as SCHEDULE
from generator.pages.duties.words import EDITIONS, Duty
from generator.pages.edition_news import change_groups, summary
from generator.pages.supervision.indicators import Indicator
from generator.pages.verification import URL as VERIFICATION
from generator.pages.witnessing import URL as WITNESSING

BRIEF = f"{SectionFolder.SUPERVISION}/tom-tat/"


@dataclass(frozen=True)
class Door:
    """A place that the list leads to: its address, its name, and a few words on what is there.

    An address that begins with `#` is on the page itself.
    """

    url: str
    name: str
    words: str


@dataclass(frozen=True)
class Newest:
    """The newest edition that is closed, and what changed in it, in a sentence."""

    changes: Changes
    url: str
    summary: str


def newest_edition(edition: Edition) -> Newest | None:
    """What the newest edition changed; None while none is closed."""
    every = every_change(edition.ledger.chain)
    if not every:
        return None
    changes = every[-1]
    told = summary(change_groups(edition, changes))
    return Newest(changes, edition_url(changes.edition.edition), told)


def contents(
    edition: Edition,
    overdue: Sequence[Duty],
    whole: Figure | None,
    asked: ReplyCount | None,
    found: Sequence[Indicator],
) -> Iterator[Door]:
    """Every place: what is late, what changed, the threads, the figures to explain, the tools."""
    yield Door("#qua-han", "Đang quá hạn", _late(overdue))
    if whole:
        still_open = vn_number(whole.open_overdue_count)
        yield Door("#ho-so", "Hồ sơ quá hạn", f"{still_open} hồ sơ chưa giải quyết xong")
    yield Door(APOLOGIES, REGISTER, _sorry(edition, whole))
    yield _changed(edition)
    short = edition.city.law.supervisors.short
    yield Door("#kien-nghi", f"Kiến nghị của {short}", _threads(asked))
    yield Door("#can-hoi", "Số liệu cần giải thích", _explained(found))
    yield Door(VERIFICATION, "Kiểm chứng", "trang có bị sửa sau khi công bố không")
    yield Door(WITNESSING, "Làm nhân chứng", "ký sổ công khai bằng khóa của mình")
    yield Door(BRIEF, "Bản in cho cuộc họp", "mọi điều trên đây trong vài trang A4")
    yield Door(SCHEDULE, "Lịch công bố", _next(edition))


def _late(overdue: Sequence[Duty]) -> str:
    if not overdue:
        return "không có việc nào"
    longest = max(duty.obligation.late_days for duty in overdue)
    return f"{vn_number(len(overdue))} việc, lâu nhất {with_unit(longest, 'ngày làm việc')}"


def _sorry(edition: Edition, whole: Figure | None) -> str:
    """How many letters of apology are missing in the quarter that the page tells of."""
    line = edition.figures.letters(whole.quarter) if whole and whole.quarter else None
    if line is None:
        return "phiếu xin lỗi khi hồ sơ quá hạn"
    missing, when = vn_number(line.missing_count), vn_quarter(line.quarter)
    return f"{missing} phiếu xin lỗi chưa gửi, {when}"


def _changed(edition: Edition) -> Door:
    name, every = "Có gì thay đổi", every_change(edition.ledger.chain)
    if not every:
        return Door(LEDGER_URL, name, "chưa đóng kỳ công bố nào")
    newest = every[-1]
    since = f", so với kỳ {newest.since.edition}" if newest.since else ""
    closed = newest.edition.edition
    return Door(edition_url(closed), name, f"kỳ {closed}{since}")


def _threads(asked: ReplyCount | None) -> str:
    if asked is None or not asked.asked_count:
        return "chưa có kiến nghị nào"
    late = vn_number(asked.overdue_count)
    return f"{vn_number(asked.asked_count)} kiến nghị, {late} quá hạn trả lời"


def _explained(found: Sequence[Indicator]) -> str:
    if not found:
        return "không có số liệu nào lạ"
    answered = sum(indicator.is_answered for indicator in found)
    told = f"{vn_number(answered)} đã được trả lời" if answered else "chưa có trả lời"
    return f"{vn_number(len(found))} số liệu, {told}"


def _next(edition: Edition) -> str:
    due: dict[str, date] = {
        item.key: item.due_on for item in edition.figures.planned if item.dataset == EDITIONS
    }
    if not due:
        return "công bố gì vào ngày nào"
    quarter, day = next(iter(due.items()))
    return f"kỳ {vn_quarter(quarter)} chậm nhất ngày {vn_date(day)}"
