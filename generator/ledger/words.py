"""Editions and what changed between them, in words: for the terminal and for the page."""

from collections.abc import Iterator

from generator.ledger.chain import Chain, Event
from generator.ledger.changes import Changes, Moved
from generator.ledger.setting_changes import SettingChange
from generator.model.site_paths import SectionFolder
from generator.model.text import vn_date, vn_number, vn_quarter

DID: tuple[tuple[Event, str], ...] = (
    ("published", "Công bố mới"),
    ("supplemented", "Bổ sung trả lời, kết quả"),
    ("corrected", "Đính chính"),
    ("withdrawn", "Rút lại"),
    ("revoked", "Thu hồi"),
    ("expired", "Hết thời hạn nêu tên"),
)
"""What can happen to a record, in the order it is told."""
COUNTED = {
    "received_count": "hồ sơ tiếp nhận",
    "ended_count": "hồ sơ đã giải quyết",
    "on_time_count": "hồ sơ trước hạn, đúng hạn",
    "judged_count": "hồ sơ có hạn để xét",
}
WHY = {
    "new": "quý chưa hết vào kỳ trước: hồ sơ mới",
    "restated": "quý đã hết từ kỳ trước: số liệu cũ được tính lại",
}


LEDGER_URL = f"{SectionFolder.SUPERVISION}/so-cong-khai/"
"""Address of the ledger's page."""


def edition_url(edition_id: str) -> str:
    """Address of an edition's page."""
    return f"{SectionFolder.SUPERVISION}/ky-{edition_id.lower().replace('.', '-')}/"


def render_list(chain: Chain) -> str:
    """A line an edition, the newest first."""
    if not chain.editions:
        return "Chưa có kỳ công bố nào được đóng.\n"
    return "".join(
        f"{line.edition}  phiên bản {(line.facts or {}).get('version', '')}, số liệu đến "
        f"{vn_date(line.on)}, {chain.sizes[line.edition]} dòng sổ. "
        f"Mã đối chiếu: {chain.codes[line.edition]}\n"
        for line in reversed(chain.editions)
    )


def render_changes(changes: Changes) -> str:
    """What changed, in sentences, one a line."""
    since = changes.since.edition if changes.since else "chưa có kỳ nào"
    told = [f"Kỳ {changes.edition.edition} so với kỳ {since}, phiên bản {changes.version}."]
    for event, words in DID:
        records = changes.records(event)
        if records:
            ids = ", ".join(record.partition("/")[2] for record in records)
            told.append(f"{words}: {vn_number(len(records))} bản ghi ({ids}).")
    told += [_moved_words(moved) for moved in changes.moved]
    told += [setting_words(change) for change in changes.settings]
    told += [f"Lý do đổi quy định: {changes.reason}"] if changes.reason else []
    if len(told) == 1:
        told.append("Không có gì thay đổi.")
    return "\n".join(told) + "\n"


def setting_words(change: SettingChange) -> str:
    """ "Quy định đổi: số tháng nêu tên, từ 12 thành 1."."""
    return f"Quy định đổi: {change.title}, từ {change.before} thành {change.after}."


def _moved_words(moved: Moved) -> str:
    parts = ", ".join(count_words(moved))
    quarter = vn_quarter(moved.quarter)
    return f"{quarter[:1].upper()}{quarter[1:]} ({WHY[moved.why]}): {parts}."


def count_words(moved: Moved) -> Iterator[str]:
    """ "hồ sơ tiếp nhận từ 5.120 thành 5.123 (+3)", for each count that moved."""
    for name, words in COUNTED.items():
        after = moved.after[name]
        before = (moved.before or {}).get(name)
        if before is None:
            yield f"{vn_number(after)} {words}"
        elif before != after:
            told = f"{words} từ {vn_number(before)} thành {vn_number(after)}"
            yield f"{told} ({signed(after - before)})"


def signed(difference: int) -> str:
    """+3, −3, 0."""
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return f"{sign}{vn_number(abs(difference))}"
