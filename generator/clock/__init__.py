"""Working days, deadlines, the statutory clock of one dossier."""

from generator.clock.calendar import Calendar, DayRow, UnknownYear, day_table
from generator.clock.deadline import deadline

__all__ = ["Calendar", "DayRow", "UnknownYear", "day_table", "deadline"]
