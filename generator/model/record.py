"""What every typed row has in common, and how its cells are read."""

from datetime import date
from typing import Annotated, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.model.duty_names import DutyName


def blank_to_none(value: object) -> object:
    """Return None for an empty cell, and anything else as it is."""
    return None if value == "" else value


OptionalText = Annotated[str | None, BeforeValidator(blank_to_none)]
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
"""Between them lies every day that a city's records or settings can mean."""
Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
OptionalDate = Annotated[Day | None, BeforeValidator(blank_to_none)]
LARGEST_NUMBER = 9_999_999
"""No count, limit or length of a city's records is greater."""
WholeNumber = Annotated[int, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]
OptionalInt = Annotated[WholeNumber | None, BeforeValidator(blank_to_none)]


class Record(BaseModel):
    """Base of every row: frozen; columns a city adds of its own are left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)
    DUTY: ClassVar[DutyName | None] = None
    """The duty that it fulfils: where no document sets that, there is no table of it."""


R = TypeVar("R", bound=Record)


def parts(cell: str | None) -> tuple[str, ...]:
    """Return the parts of a cell that holds several, between semicolons."""
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())
