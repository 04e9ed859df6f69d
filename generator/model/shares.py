"""How shares and percentiles of dossiers come from counts: what `6_figures.sql` computes."""

from collections.abc import Mapping
from typing import NamedTuple

JUDGED = ("early_count", "on_time_count", "overdue_count", "open_overdue_count")
"""What the share on time is a share of: ended with a deadline, or open past it."""
IN_TIME = ("early_count", "on_time_count")
"""Those of them that ended before their day or on it."""
SHARES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "on_time_share": (IN_TIME, JUDGED),
    "strict_on_time_share": (
        ("strict_on_time_count",),
        ("strict_on_time_count", "strict_overdue_count"),
    ),
    "legal_on_time_share": (
        ("legal_on_time_count",),
        ("legal_on_time_count", "legal_overdue_count"),
    ),
    "shortened_on_time_share": (
        ("shortened_on_time_count",),
        ("shortened_on_time_count", "shortened_overdue_count"),
    ),
    "rejected_share": (("rejected_count",), ("ended_count",)),
    "withdrawn_share": (("withdrawn_count",), ("ended_count",)),
    "stopped_share": (("stopped_count",), ("ended_count",)),
    "supplemented_share": (("supplemented_count",), ("ended_count",)),
    "overdue_without_apology_share": (
        ("overdue_without_apology_count",),
        ("overdue_count", "open_overdue_count"),
    ),
}
"""Each share: the counts that make the part, and those that make the whole."""
WITHOUT_RESULT = ("rejected_count", "withdrawn_count", "stopped_count")
"""The ended dossiers of which the applicant has no result."""
TOLD_SUMS: Mapping[str, tuple[str, ...]] = {
    "judged_count": JUDGED,
    "in_time_count": IN_TIME,
    "without_result_count": WITHOUT_RESULT,
}
TOLD_SHARES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "without_result_share": (WITHOUT_RESULT, ("ended_count",))
}
"""What pages tell of a row of figures beside its own columns: sums of counts, and shares."""


class Percentile(NamedTuple):
    """The least number of working days by which `part` of `whole` parts of the dossiers ended."""

    column: str
    title: str
    part: int
    whole: int


PERCENTILES = (
    Percentile("median_days", "trung vị", 1, 2),
    Percentile("p90_days", "bách phân vị 90", 9, 10),
)
