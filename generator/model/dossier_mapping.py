"""How the export of a one-stop system is read as dossiers: a mapping, one rule a column."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.setting_types import Settings, Text

Form = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        min_length=1,
        max_length=60,
        pattern=r"^(dd|mm|yyyy|yy|hh|ss|AM/PM|[ /.:T-])+$",
    ),
]
"""How days or moments are written, in the signs of Excel's own formats."""


class FromFilled(Settings):
    """A value that follows from whether another column of the dossier is filled."""

    column: Text = Field(title="cột của bộ Hồ sơ được xét", examples=["returned_at"])
    """The column of the dossiers that is looked at."""
    value: Text = Field(title="giá trị khi cột ấy có ghi", examples=["granted"])
    """The value where it is filled."""
    otherwise: Text = Field(title="giá trị khi cột ấy trống", examples=["pending"])
    """The value where it is blank."""


class Rule(Settings):
    """Where one column of the dossiers comes from, and what its cells mean."""

    headings: tuple[Text, ...] = Field(
        default=(),
        title="tên cột trong tệp xuất; nhiều tên thì lấy cột đầu tiên có ghi",
        examples=[["Ngày tiếp nhận"]],
    )
    """Names of columns of the export: the first of those that are there and filled counts."""
    beside: Text | None = Field(
        default=None, title="cột ghi tiếp phần sau, ví dụ cột giờ", examples=["Giờ tiếp nhận"]
    )
    """A column whose text follows, such as that of the time."""
    before: Text | None = Field(
        default=None, title="chỉ lấy phần đứng trước dấu này", examples=["–"]
    )
    """Only what stands before this sign counts."""
    after: Text | None = Field(default=None, title="chỉ lấy phần đứng sau dấu này", examples=["–"])
    """Only what stands behind this sign counts."""
    forms: tuple[Form, ...] = Field(
        default=(),
        title="cách ghi ngày, giờ trong tệp, nếu không phải là ngày trước, tháng sau",
        examples=[["mm/dd/yyyy hh:mm:ss AM/PM"]],
    )
    """How days are written where not the day comes first."""
    values: dict[str, Text | None] = Field(
        default_factory=dict,
        title="chữ trong tệp, dấu hai chấm, mã hoặc tên trong dữ liệu; để trống là chưa trả lời",
        examples=[{"Đã trả kết quả": "granted"}],
    )
    """What words of the export mean; nothing where nobody has answered yet."""
    left_out: tuple[Text, ...] = Field(
        default=(),
        title="dòng ghi một trong các chữ này thì không nhập",
        examples=[["Hồ sơ nháp"]],
    )
    """Rows with one of these words are no dossiers."""
    nothing: tuple[Text, ...] = Field(
        default=(),
        title="các chữ có nghĩa là để trống",
        examples=[["01/01/1900 12:00:00 AM"]],
    )
    """Words that mean that nothing is known."""
    otherwise: Text | None = Field(
        default=None, title="giá trị của mọi chữ khác", examples=["counter"]
    )
    """What every other word means."""
    blank: Text | None = Field(
        default=None, title="giá trị khi ô trống hoặc tệp không có cột", examples=["counter"]
    )
    """The value of a blank cell, and of new dossiers where the export has no such column."""
    from_filled: FromFilled | None = Field(
        default=None, title="giá trị suy ra từ một cột khác có ghi hay không"
    )
    """A value that follows from another column of the dossier."""


class NewProcedures(Settings):
    """How a procedure that the records do not know yet is recorded."""

    name: tuple[Text, ...] = Field(default=(), title="cột ghi tên thủ tục", examples=[["Tên TTHC"]])
    """Columns of the export with the procedure's name."""
    field: tuple[Text, ...] = Field(
        default=(), title="cột ghi lĩnh vực của thủ tục", examples=[["Lĩnh vực"]]
    )
    """Columns of the export with its field."""
    field_unknown: Text = Field(
        default="Chưa ghi lĩnh vực",
        title="lĩnh vực khi tệp không ghi",
        examples=["Hộ tịch"],
    )
    """Its field where the export says none."""


class DossierMapping(Settings):
    """How an export is read: its columns, and those that are never read."""

    title: Text | None = Field(
        default=None,
        title="tên của loại tệp xuất này",
        examples=["Danh sách hồ sơ của phần mềm một cửa"],
    )
    """What kind of export it is."""
    columns: dict[str, Rule] = Field(
        title="mỗi cột của bộ Hồ sơ lấy từ đâu", examples=[{"dossier_id": {"headings": ["Mã"]}}]
    )
    """Where each column of the dossiers comes from, by its name."""
    new_procedures: NewProcedures | None = Field(
        default=None, title="ghi thêm thủ tục chưa có vào danh mục như thế nào"
    )
    """How procedures that are not known yet are recorded; without it they are questions."""
    personal: tuple[Text, ...] = Field(
        default=(),
        title="cột có thông tin cá nhân: không đọc, không ghi ở đâu cả",
        examples=[["Người nộp", "Số điện thoại"]],
    )
    """Columns with personal data: never read, never written."""
    ignored: tuple[Text, ...] = Field(
        default=(), title="cột không cần đến", examples=[["STT", "Ghi chú"]]
    )
    """Other columns that are left aside."""

    def rule(self, column: str) -> Rule:
        """The rule of a column; one that says nothing where there is none."""
        return self.columns.get(column, Rule())

    @property
    def headings(self) -> Mapping[str, str]:
        """Every heading that is read, with the column that it is read for first."""
        found: dict[str, str] = {}
        for name, rule in self.columns.items():
            for heading in (*rule.headings, *((rule.beside,) if rule.beside else ())):
                found.setdefault(heading, name)
        return found
