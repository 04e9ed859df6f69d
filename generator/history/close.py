"""Closing an edition: once, wholly, or not at all, whatever moment it dies at.

The ledger's files are written, saved as one commit, and the commit is tagged. A closing that died
before the commit is undone by the next one; one that died before the tag is finished by it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.history.failures import HistoryRefused
from generator.history.kept import problems_of
from generator.history.repository import Repository
from generator.ledger.chain import EDITION, Chain
from generator.ledger.changes import settings_since
from generator.ledger.words import setting_words
from generator.model.problems import message
from generator.model.public_copy import is_copy
from generator.model.text import quarter_end, quarter_of, quarters, vn_date

BAD_NAME = (
    "“{}” không phải là tên một kỳ công bố. Hãy viết năm và quý, ví dụ 2018-Q4; đóng lại cùng một "
    "quý thì thêm số lần, ví dụ 2018-Q4.2."
)
OTHER_QUARTER = (
    "Ngày số liệu là {day}, chưa sang kỳ {quarter}, nên chưa đóng kỳ {name} được. Hãy kiểm tra tên "
    "kỳ; nếu đúng là đến kỳ ấy, hãy chuyển ngày số liệu trước: congkhai today {last}"
)
PASSED = (
    "Sổ công khai đã đóng kỳ {later}, sau kỳ {name}; sổ chỉ ghi nối tiếp nên không đóng kỳ {name} "
    "được nữa. Bản ghi của quý ấy đã có trong kỳ {later}; thay đổi từ đó đến nay thì công bố bằng "
    "lệnh: congkhai edition close {next}"
)
EARLIER_FIRST = (
    "Kỳ {missed} chưa đóng, mà đóng kỳ {name} trước thì không đóng kỳ {missed} được nữa. Hãy đóng "
    "theo thứ tự: congkhai edition close {missed}"
)
CLOSED = (
    "Kỳ {} đã đóng rồi và không đóng hai lần được. Nếu dữ liệu đã thay đổi, hãy đóng thêm một lần "
    "nữa dưới tên khác, ví dụ {}."
)

OF_A_COPY = (
    "Đây là bản sao do lệnh forget tạo, nên không đóng kỳ ở đây được. Hãy đóng kỳ trong kho dữ "
    "liệu gốc, rồi chạy lại lệnh forget."
)
EARLY = (
    "Ngày số liệu là {}, mà quý đến {} mới hết, nên số liệu của kỳ sẽ chưa trọn quý; kỳ đã đóng "
    "thì không mở lại được."
)
LATE = (
    "Kỳ {name} sẽ được đóng muộn: quý ấy hết từ {last}, mà ngày số liệu đã là {day}. Kỳ gồm mọi "
    "bản ghi đã công khai đến {day}, và sổ công khai ghi đúng là đóng ngày ấy."
)
NO_REASON = (
    "Từ kỳ trước, trong city.yaml có quy định đã đổi. {} Hãy nêu lý do để công bố cùng kỳ này bằng "
    "--reason “lý do”, hoặc khôi phục quy định cũ."
)


def require_name(edition_id: str, as_of: date, chain: Chain, since: date | None) -> None:
    """The edition's name is that of a quarter that has begun, and its turn has come.

    A quarter that is over may still be closed, with the data's own day, as long as no later one is.
    `since` is the day from which the city has promised an edition of every quarter, if it has.
    Raises HistoryRefused.
    """
    if not EDITION.fullmatch(edition_id):
        raise HistoryRefused(BAD_NAME.format(edition_id))
    quarter, now = edition_id.partition(".")[0], quarter_of(as_of)
    last = chain.editions[-1] if chain.editions else None
    told = {"name": edition_id, "quarter": quarter, "day": vn_date(as_of)}
    if quarter > now:
        raise HistoryRefused(OTHER_QUARTER.format(**told, last=quarter_end(quarter).isoformat()))
    if last and quarter < last.quarter:
        again = _next_name(last.edition) if last.quarter == now else now
        raise HistoryRefused(PASSED.format(**told, later=last.edition, next=again))
    missed = [other for other in missed_quarters(chain, as_of, since) if other < quarter]
    if missed:
        raise HistoryRefused(EARLIER_FIRST.format(**told, missed=missed[0]))


def missed_quarters(chain: Chain, as_of: date, since: date | None) -> tuple[str, ...]:
    """The quarters that are over, whose edition was promised and can still be closed, oldest first.

    `since` is the day of the promise; None where there is none.
    """
    if since is None:
        return ()
    first = max([quarter_of(since), *(line.quarter for line in chain.editions[-1:])])
    now, closed = quarter_of(as_of), chain.closings
    return tuple(item for item in quarters(first, now) if item < now and item not in closed)


def told_untimely(edition_id: str, as_of: date) -> str | None:
    """What to say of a closing before the quarter's last day or in a later one; else None."""
    last = quarter_end(edition_id.partition(".")[0])
    if as_of < last:
        return EARLY.format(vn_date(as_of), vn_date(last))
    is_late = quarter_of(as_of) != quarter_of(last)
    return LATE.format(name=edition_id, last=vn_date(last), day=vn_date(as_of)) if is_late else None


def _next_name(edition_id: str) -> str:
    quarter, _, turn = edition_id.partition(".")
    return f"{quarter}.{int(turn or 1) + 1}"


def require_ready(
    repository: Repository, edition_id: str, chain: Chain, strays: Iterable[Path] = ()
) -> None:
    """Everything is saved, the history is the ledger's, and there is no edition of that name.

    `strays` lie among the data, and no edition rests on them.

    Raises HistoryRefused. An edition that is in the saved ledger but has no tag died before it
    got one; that is no reason to refuse.
    """
    if is_copy(repository.data_dir):
        raise HistoryRefused(OF_A_COPY)
    if edition_id in repository.editions():
        raise HistoryRefused(CLOSED.format(edition_id, _next_name(edition_id)))
    repository.require_identity()
    repository.require_clean(strays)
    for problem in problems_of(repository, chain):
        if (problem.code, problem.values["value"]) != ("edition-untagged", edition_id):
            raise HistoryRefused(message(problem))


def require_reason(chain: Chain, settings: Mapping[str, Any], reason: str) -> None:
    """Settings changed since the last edition have a reason. Raises HistoryRefused."""
    last = chain.editions[-1] if chain.editions else None
    changed = settings_since(last, {"settings": settings})
    if changed and not reason.strip():
        told = " ".join(setting_words(change) for change in changed[:3])
        more = f" Còn {len(changed) - 3} quy định khác." if len(changed) > 3 else ""
        raise HistoryRefused(NO_REASON.format(told + more))


def closing_message(chain: Chain) -> str:
    """What the commit and the tag of the last edition say."""
    closing = chain.editions[-1]
    return (
        f"Đóng kỳ công bố {closing.edition}\n\n"
        f"Phiên bản {(closing.facts or {})['version']}, số liệu đến {vn_date(closing.on)}.\n"
        f"Sổ công khai: {len(chain.lines)} dòng, mã {chain.head}.\n"
        f"Mã đối chiếu: {chain.codes[closing.edition]}."
    )
