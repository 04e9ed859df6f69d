"""Working days, deadlines, the statutory clock of one dossier."""

from generator.clock.bad_question import BadQuestion
from generator.clock.calendar import Calendar, DayRow, UnknownYear, day_table
from generator.clock.calendars import Calendars
from generator.clock.deadline import deadline, extended
from generator.clock.examples import worked_deadlines
from generator.clock.explain import explain
from generator.clock.question import Answer, Clock

__all__ = [
    "Answer",
    "BadQuestion",
    "Calendar",
    "Calendars",
    "Clock",
    "DayRow",
    "UnknownYear",
    "day_table",
    "deadline",
    "explain",
    "extended",
    "worked_deadlines",
]
