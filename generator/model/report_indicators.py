"""What a document has units report on: its indicators, and our own counts to set beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from generator.model.setting_types import Address, Settings, Text

OwnCountName = Literal[
    "overdue_dossiers",
    "held_inspections",
    "commended_cases",
    "criticised_cases",
    "disciplined_people",
]
"""The counts of the published data that an indicator may be compared with."""


@dataclass(frozen=True)
class OwnCount:
    """A count of a unit's quarter, in words that stand after a number.

    One that is not `exact` holds only what was published: a unit may rightly report more.
    """

    words: str
    exact: bool


OWN_COUNTS: Mapping[OwnCountName, OwnCount] = {
    "overdue_dossiers": OwnCount("hồ sơ quá hạn theo dữ liệu một cửa", exact=False),
    "held_inspections": OwnCount("cuộc kiểm tra công vụ đã tiến hành tại đơn vị", exact=True),
    "commended_cases": OwnCount("trường hợp của đơn vị được nêu gương", exact=False),
    "criticised_cases": OwnCount("trường hợp của đơn vị bị nêu tên phê bình", exact=False),
    "disciplined_people": OwnCount("người của đơn vị bị kỷ luật", exact=False),
}


class ReportIndicator(Settings):
    """Something that units tell in their report on a quarter: a number, or a text."""

    id: Address = Field(
        title="mã chỉ tiêu, dùng trong tệp nội dung báo cáo", examples=["ke-hoach-cong-tac"]
    )
    """What entries name it by; of the documents that ask for one quarter, one has it."""
    clause: Text = Field(title="điểm của văn bản mà chỉ tiêu thuộc về", examples=["3.3"])
    """The point of the document that it is of."""
    title: Text = Field(
        title="tên chỉ tiêu", examples=["Số cán bộ, công chức, viên chức có kế hoạch công tác"]
    )
    """What is reported, as the workbook and the site call it."""
    kind: Literal["number", "text"] = Field(default="number", title="ghi bằng số hay bằng lời")
    """Whether it is told by a number or in words."""
    measure: Text | None = Field(default=None, title="đơn vị tính", examples=["người"])
    """What a number counts: "người"."""
    help: Text | None = Field(
        default=None,
        title="cách ghi",
        examples=["Tính đến ngày báo cáo, kể cả người mới nhận việc"],
    )
    """How it is to be filled in."""
    compares: OwnCountName | None = Field(
        default=None, title="số liệu đã công bố để đối chiếu", examples=["overdue_dossiers"]
    )
    """The count of the published data that a number is set beside; none where there is no such."""

    def differs(self, value: int, own: int) -> bool:
        """True when a reported number is to be asked about beside our own count."""
        exact = self.compares is not None and OWN_COUNTS[self.compares].exact
        return value != own if exact else value < own
