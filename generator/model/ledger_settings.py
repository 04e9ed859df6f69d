"""The `ledger` block of `city.yaml`: what the public log calls itself."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.setting_types import Settings

LogName = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\s+]+$")
]
"""A name without blanks and plus signs, as signed notes want it."""


class LedgerSettings(Settings):
    """The public log (C2SP tlog-checkpoint)."""

    origin: LogName | None = Field(
        default=None, title="tên của sổ công khai", examples=["congkhai.example/so-cong-khai"]
    )
    """What the log calls itself for ever, best an address without its scheme; the first edition
    writes it into the log. Without one it is made from the city's name."""
