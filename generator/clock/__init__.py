"""Working days, deadlines, the statutory clock of one dossier."""

from generator.clock.calendar import Calendar, DayRow, UnknownYear, day_table
from generator.clock.deadline import deadline
from generator.clock.explain import explain

__all__ = ["Calendar", "DayRow", "UnknownYear", "day_table", "deadline", "explain"]
