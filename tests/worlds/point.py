"""A point of the small city's second criticism, of which the city itself has none."""

from datetime import date

from generator.model.point_records import CriticismPoint
from generator.model.record import Record

POINT = CriticismPoint(
    record_id="pb-2018-002",
    point_no=1,
    violation="Tự ý đặt thêm giấy tờ",
    reply="Đã bỏ giấy tờ đặt thêm",
    replied_by="Người bị phê bình",
    replied_on=date(2018, 9, 18),
    outcome="upheld",
    judged_by="Thanh tra thành phố",
    judged_on=date(2018, 10, 8),
    conclusion="Giấy tờ ấy không có trong thành phần hồ sơ",
)


def cells_of(record: Record) -> dict[str, str]:
    """A record as a file holds it."""
    cells = {name: getattr(record, name) for name in type(record).model_fields}
    return {name: "" if cell is None else str(cell) for name, cell in cells.items()}
