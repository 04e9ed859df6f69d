"""What units reported of an indicator for a quarter, beside our own count of the same."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reported:
    """One indicator in one quarter, of one unit or of all units together (`unit_id` None).

    Expected are reports whose day is past, or that tell the indicator already; `reported_count` of
    them tell it. `value` is the number that was told, of all units the sum; None where nobody told
    one. `own_value` is our count, of all units that of those who told a number and of whom we have
    one; None where there is none. `differing_count` are the units whose number is to be asked
    about.
    """

    quarter: str
    unit_id: str | None
    directive: str
    clause: str
    indicator: str
    expected_count: int
    reported_count: int
    value: int | None
    own_value: int | None
    differing_count: int

    @property
    def differs(self) -> bool:
        """True when a number is to be asked about."""
        return self.differing_count > 0
