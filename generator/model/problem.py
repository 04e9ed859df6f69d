"""One finding about the data, before it is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from datetime import date
from typing import Literal

from generator.model.laws import Jurisdiction

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One finding.

    `code` is stable and kebab-case; `row` is numbered as Excel numbers it (the header is 1);
    `file` is relative to the data folder. `values` feed the sentence of the code; `title` among
    them is the column's Vietnamese title. `unread` says that nothing else was asked of the file;
    `thing`, such as `units/p-dong-tho`, what is missing or wrong when several findings may come
    of it. The sentence cites the law of a jurisdiction on the day `on`, today's law without one.
    """

    code: str
    severity: Severity
    dataset: str
    file: str
    row: int | None = None
    field: str | None = None
    values: Mapping[str, str] = default(default_factory=dict, hash=False)
    unread: bool = False
    thing: str = ""
    on: date | None = None
    jurisdiction: Jurisdiction = "vn"

    @property
    def place(self) -> tuple[str, int, str]:
        """Sorting key: file, row, field."""
        return (self.file, self.row or 0, self.field or "")
