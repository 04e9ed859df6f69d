"""Closing an edition: once, wholly, or not at all, whatever moment it dies at.

The ledger's files are written, saved as one commit, and the commit is tagged. A closing that died
before the commit is undone by the next one; one that died before the tag is finished by it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.history.failures import HistoryRefused
from generator.history.kept import problems_of
from generator.history.repository import Repository
from generator.ledger.chain import EDITION, Chain
from generator.ledger.changes import settings_since
from generator.ledger.words import setting_words
from generator.model.problems import message
from generator.model.public_copy import is_copy
from generator.model.text import quarter_end, quarter_of, vn_date

BAD_NAME = (
    "“{}” không phải là tên một kỳ công bố. Hãy viết năm và quý, ví dụ 2018-Q4; đóng lại cùng một "
    "quý thì thêm số lần, ví dụ 2018-Q4.2."
)
OTHER_QUARTER = (
    "Ngày số liệu là {}, thuộc kỳ {}, nên không đóng kỳ {} được. Hãy kiểm tra tên kỳ, hoặc mục "
    "as_of của city.yaml."
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
NO_REASON = (
    "Từ kỳ trước, trong city.yaml có quy định đã đổi. {} Hãy nêu lý do để công bố cùng kỳ này bằng "
    "--reason “lý do”, hoặc khôi phục quy định cũ."
)


def require_name(edition_id: str, as_of: date) -> None:
    """The edition's name is that of the data's quarter. Raises HistoryRefused."""
    quarter = quarter_of(as_of)
    if not EDITION.fullmatch(edition_id):
        raise HistoryRefused(BAD_NAME.format(edition_id))
    if edition_id.partition(".")[0] != quarter:
        raise HistoryRefused(OTHER_QUARTER.format(vn_date(as_of), quarter, edition_id))


def told_early(as_of: date) -> str | None:
    """What to say of a closing before the quarter's last day; None on that day."""
    last = quarter_end(quarter_of(as_of))
    return EARLY.format(vn_date(as_of), vn_date(last)) if as_of < last else None


def _next_name(edition_id: str) -> str:
    quarter, _, turn = edition_id.partition(".")
    return f"{quarter}.{int(turn or 1) + 1}"


def require_ready(repository: Repository, edition_id: str, chain: Chain) -> None:
    """Everything is saved, the history is the ledger's, and there is no edition of that name.

    Raises HistoryRefused. An edition that is in the saved ledger but has no tag died before it
    got one; that is no reason to refuse.
    """
    if is_copy(repository.data_dir):
        raise HistoryRefused(OF_A_COPY)
    if edition_id in repository.editions():
        raise HistoryRefused(CLOSED.format(edition_id, _next_name(edition_id)))
    repository.require_identity()
    repository.require_clean()
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
