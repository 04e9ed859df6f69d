"""When the city's offices serve: their hours, and the units that never close."""

from datetime import time

from pydantic import Field

from generator.model.setting_types import Settings, Text, TimeOfDay


class OfficeSpan(Settings):
    """One stretch of a working day, the morning for one: worked from `opens` until `closes`."""

    opens: TimeOfDay = Field(title="giờ bắt đầu của buổi", examples=["07:30"])
    """The time of day at which the stretch begins."""
    closes: TimeOfDay = Field(title="giờ kết thúc của buổi", examples=["11:30"])
    """The time of day at which the stretch ends."""

    @property
    def seconds(self) -> int:
        """How long the stretch is, in seconds."""
        return _seconds(self.closes) - _seconds(self.opens)


def _seconds(clock: time) -> int:
    return clock.hour * 3600 + clock.minute * 60 + clock.second


USUAL_OFFICE_HOURS = (
    OfficeSpan.model_validate({"opens": "07:30", "closes": "11:30"}),
    OfficeSpan.model_validate({"opens": "13:00", "closes": "17:00"}),
)
"""Of a city that says nothing: eight hours, as Decision 188/1999/QĐ-TTg sets for offices."""


class Service(Settings):
    """What a limit in working hours is counted in, and who serves on days off too."""

    office_hours: tuple[OfficeSpan, ...] = Field(
        default=USUAL_OFFICE_HOURS,
        min_length=1,
        title="giờ làm việc của một ngày làm việc",
        examples=[[{"opens": "07:30", "closes": "11:30"}, {"opens": "13:00", "closes": "17:00"}]],
    )
    """The stretches of every working day, in order."""
    around_the_clock: tuple[Text, ...] = Field(
        default=(),
        title="mã các đơn vị phục vụ cả ngày lẫn đêm, kể cả ngày nghỉ",
        examples=[["cong-an-thanh-pho"]],
    )
    """The units that serve day and night and have no days off; all others keep office hours."""

    @property
    def day_seconds(self) -> int:
        """How long a working day is, in seconds."""
        return sum(span.seconds for span in self.office_hours)
