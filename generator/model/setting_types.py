"""What a setting may be: each kind with its limits, which refusals and examples are made from."""

import re
from datetime import date, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from generator.model.record import FIRST_DAY, LAST_DAY

LETTERS = "0-9A-Za-zÀ-ỹ_"
"""Letters and digits inside a character class: the editors that read the settings' JSON Schema do
not take the same for `\\w` as pydantic, and Vietnamese letters not at all."""
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
ZONE_LETTERS = 60
_ZONE = r"^(UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+)$"
_TIME = r"^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"


class Settings(BaseModel):
    """Base of every block: frozen, and an unknown key is an error.

    Of each setting the title says in Vietnamese what it is, the text below it in English.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _day(value: object) -> object:
    """The day of a text such as 2018-03-06. Raises ValueError: pydantic would take seconds."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_DAY, value):
        raise ValueError(value)
    return date.fromisoformat(value)


def _time_of_day(value: object) -> object:
    """The time of a text such as 15:00 or 9:30. Raises ValueError."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_TIME, value):
        raise ValueError(value)
    return time.fromisoformat(value.zfill(len("15:00")) if value.count(":") == 1 else value)


def _time_zone(value: str) -> str:
    """A name of the IANA time zone database. Raises ValueError."""
    if len(value) > ZONE_LETTERS:
        raise ValueError(value)
    try:
        return ZoneInfo(value).key
    except (KeyError, OSError):
        raise ValueError(value) from None


Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\n]*$")
]
Address = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A word of an address: small letters without marks, digits and hyphens."""
Day = Annotated[
    date,
    BeforeValidator(_day),
    Field(ge=FIRST_DAY, le=LAST_DAY, json_schema_extra={"pattern": _DAY}),
]
TimeOfDay = Annotated[
    time, BeforeValidator(_time_of_day), Field(json_schema_extra={"pattern": _TIME})
]
TimeZone = Annotated[
    str,
    StringConstraints(max_length=ZONE_LETTERS, pattern=_ZONE),
    AfterValidator(_time_zone),
    Field(json_schema_extra={"format": "time-zone"}),
]
"""A name such as Asia/Ho_Chi_Minh (IANA time zone database, RFC 6557)."""
Phone = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        max_length=60,
        pattern=rf"^[(+]?[0-9][0-9 ().–-]*[0-9][{LETTERS} ().,–-]*$",
    ),
    Field(json_schema_extra={"format": "phone"}),
]
"""A number to call; words such as “nhánh 2” may follow."""
Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        max_length=200,
        pattern=rf"^[{LETTERS}.+-]+@[{LETTERS}-]+(\.[{LETTERS}-]+)+$",
    ),
    Field(json_schema_extra={"format": "email"}),
]
WebAddress = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        max_length=500,
        pattern=rf"""^https?://[{LETTERS}.-]+(:[0-9]+)?(/[^\s"'<>\\]*)?$""",
    ),
    Field(json_schema_extra={"format": "uri"}),
]
"""The address of a site; nothing but http and https, so that no link can run anything."""
