"""One finding about the data, told to whoever has to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One finding.

    `code` is stable and kebab-case; `row` is numbered as Excel numbers it (the header is 1);
    `file` is relative to the data folder. `values` feed the sentence in `MESSAGES[code]`.
    """

    code: str
    severity: Severity
    dataset: str
    file: str
    row: int | None = None
    field: str | None = None
    values: Mapping[str, str] = default(default_factory=dict, hash=False)

    @property
    def place(self) -> tuple[str, int, str]:
        """Sorting key: file, row, field."""
        return (self.file, self.row or 0, self.field or "")


def has_errors(problems: "list[Problem] | tuple[Problem, ...]") -> bool:
    """True when any finding forbids publication."""
    return any(problem.severity == "error" for problem in problems)
