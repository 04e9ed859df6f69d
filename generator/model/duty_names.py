"""What the duties that a document may set are called."""

from typing import Literal

DutyName = Literal[
    "cut",
    "reports",
    "inspection_teams",
    "reviews",
    "clarities",
    "focal_unit",
    "column",
    "supervision",
]
