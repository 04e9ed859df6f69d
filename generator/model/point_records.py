"""The typed row of a point of a criticism; fields, empty cells and days are as in `records.py`."""

from typing import Annotated, Literal

from generator.model.columns import OPEN, Column
from generator.model.record import OptionalDate, OptionalText, Record, WholeNumber


class CriticismPoint(Record):
    """One point of a criticism: what is blamed, the answer to it, and what was concluded of it."""

    record_id: Annotated[str, OPEN]
    point_no: Annotated[WholeNumber, OPEN]
    violation: Annotated[str, Column(published=True, aired=True, retracted=True)]
    reply: Annotated[
        OptionalText, Column(published=True, aired=True, retracted=True, filled_later=True)
    ] = None
    replied_by: Annotated[
        OptionalText, Column(published=True, retracted=True, filled_later=True)
    ] = None
    replied_on: Annotated[
        OptionalDate, Column(published=True, filled_later=True, happened=True)
    ] = None
    outcome: Annotated[
        Literal["pending", "upheld", "changed", "annulled"],
        Column(published=True, filled_later=True, while_open="pending"),
    ]
    judged_by: Annotated[OptionalText, Column(published=True, aired=True, filled_later=True)] = None
    judged_on: Annotated[
        OptionalDate,
        Column(published=True, filled_later=True, happened=True, not_before="replied_on"),
    ] = None
    conclusion: Annotated[
        OptionalText, Column(published=True, aired=True, retracted=True, filled_later=True)
    ] = None
