"""What the city itself has decided, as settings: its numbers, its own days, disciplinary forms."""

from typing import Literal

from pydantic import Field

from generator.model.laws import VIETNAM
from generator.model.setting_types import Day, Settings, Text, TimeOfDay

PersonKind = Literal["official", "civil_servant", "public_employee"]


class NamingPeriod(Settings):
    """How long whoever got a measure stays named; a lighter fault is named for a shorter time."""

    measure: Text = Field(title="hình thức xử lý", examples=["criticism"])
    """Value used in `criticisms.measure`: criticism, or the code of a disciplinary form."""
    of: Literal["any", "person", "unit"] = Field(
        default="any", title="áp dụng khi nêu tên người (person), đơn vị (unit) hay cả hai (any)"
    )
    """Whether it is of persons, of units, or of both."""
    months: int = Field(ge=1, le=60, title="số tháng nêu tên", examples=[6])
    """Months from the approval."""
    ground: Text = Field(title="căn cứ đặt thời hạn", examples=["Quyết định của thành phố"])
    """The document or the reason by which the city set it."""


class Policy(Settings):
    """Numbers the city has decided; every one is printed on the method page."""

    naming_months: int = Field(ge=1, le=60, title="số tháng nêu tên", examples=[12])
    """Months during which a name stays public when the record sets no `effect_until`."""
    naming_periods: tuple[NamingPeriod, ...] = Field(
        default=(), title="số tháng nêu tên theo hình thức xử lý"
    )
    """Other periods by measure; the first that fits holds, and `naming_months` where none does."""
    reply_days: int = Field(ge=0, le=250, title="số ngày làm việc chờ giải trình", examples=[5])
    """Working days a unit has to reply before it is named."""
    percentile_min_count: int = Field(
        ge=1, le=1_000_000, title="số hồ sơ ít nhất để tính phân vị", examples=[30]
    )
    """Percentiles are given only from this many ended dossiers up; below it, the counts."""
    smallest_count: int = Field(
        default=5, ge=1, le=1_000, title="nhóm ít hồ sơ nhất còn được công bố", examples=[5]
    )
    """No group of fewer dossiers is published, nor can one be told from what is published."""
    same_day_cutoff: TimeOfDay = Field(
        title="giờ chốt nhận hồ sơ trả trong ngày", examples=["15:00"]
    )
    """A same-day dossier received after this time counts from the next working day."""
    on_time_target_share: float | None = Field(
        default=None, ge=0, le=1, title="tỷ lệ đúng hạn đã cam kết", examples=[0.95]
    )
    """The share of dossiers on time that the city has promised, if it has."""

    def months_named(self, measure: str, subject_kind: str) -> int:
        """Months during which whoever got a measure is named."""
        fitting = (
            period.months
            for period in self.naming_periods
            if period.measure == measure and period.of in ("any", subject_kind)
        )
        return next(fitting, self.naming_months)


class Publishing(Settings):
    """What the city itself owes the public: an edition a quarter, a broadcast a week.

    The days are the city's own: a document may order the column, and yet set no day for it.
    """

    since: Day = Field(title="tính nghĩa vụ công bố từ ngày", examples=["2018-04-01"])
    """From the quarter and the week of this day on."""
    edition_unit: Text = Field(title="mã đơn vị đóng kỳ công bố", examples=["phong-noi-vu"])
    """The unit that closes the editions."""
    edition_days: int = Field(
        ge=0, le=366, title="số ngày sau quý phải đóng kỳ công bố", examples=[15]
    )
    """Days after the end of a quarter by which its edition is to be closed."""
    broadcast_unit: Text | None = Field(
        default=None, title="mã đơn vị phát chuyên mục", examples=["dai-truyen-thanh"]
    )
    """The unit that airs the column; none where no column is owed."""


class DisciplinaryMeasure(Settings):
    """A disciplinary form, the kinds of person it may fall on, and the years it was law.

    A code may have several rows: the law has changed, and differs between kinds of person.
    """

    code: Text = Field(title="mã hình thức kỷ luật", examples=["reprimand"])
    """Value used in `criticisms.measure`."""
    label: Text = Field(title="tên hình thức kỷ luật", examples=["Khiển trách"])
    """Vietnamese name."""
    person_kinds: tuple[PersonKind, ...] = Field(
        min_length=1, title="áp dụng với ai", examples=[["official", "civil_servant"]]
    )
    """Kinds of person on whom it may be imposed."""
    posts: Literal["any", "leading", "other"] = Field(
        default="any", title="áp dụng với người giữ hay không giữ chức vụ lãnh đạo, quản lý"
    )
    """Whether it falls only on those who hold a leading post, or only on those who hold none."""
    valid_from: Day = Field(title="ngày bắt đầu có hiệu lực", examples=["2010-01-01"])
    """First day it was law."""
    valid_to: Day | None = Field(
        default=None, title="ngày cuối còn hiệu lực", examples=["2025-06-30"]
    )
    """Last day it was law; none when it still is."""
    legal_basis: Text | None = Field(
        default=None, title="căn cứ pháp lý", examples=[VIETNAM.grounds["employees-2012"].vi]
    )
    """The article it rests on."""
