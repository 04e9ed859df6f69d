"""Why a file of the data cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """Why a file cannot be read: a problem code and, where it is known, the row and column.

    `values` feed the sentence of the code.
    """

    code: str
    row: int | None = None
    column: str | None = None
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
