"""What a time limit is counted in."""

from collections.abc import Mapping
from typing import Literal

LimitUnit = Literal["hour", "working_hour", "working_day", "day", "month", "same_day"]
LIMIT_UNITS: Mapping[str, str] = {
    "hour": "giờ",
    "working_hour": "giờ làm việc",
    "working_day": "ngày làm việc",
    "day": "ngày",
    "month": "tháng",
    "same_day": "trong ngày",
}
"""Each unit by its value in the data, and its name; the last stands alone, without a number."""
