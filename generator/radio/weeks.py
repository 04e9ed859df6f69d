"""Broadcast weeks: the ISO week, the day it is aired, and the seven days whose news it tells."""

import re
from datetime import date, timedelta

from generator.edition.edition import Edition
from generator.model.text import week_of


class UnknownWeek(ValueError):
    """The text names no ISO week; `str()` says so in Vietnamese."""

    def __init__(self, week: str) -> None:
        super().__init__(
            f"Không có tuần “{week}”. Hãy viết theo mẫu 2018-W40, số tuần từ 01 đến 52 hoặc 53."
        )
        self.week = week


def air_day(week: str, weekday: int) -> date:
    """Return the day of ISO week `2018-W40` on which the column is aired. Raises UnknownWeek."""
    match = re.fullmatch(r"([12]\d{3})-W(\d{2})", week)
    if match is None:
        raise UnknownWeek(week)
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), weekday)
    except ValueError as error:
        raise UnknownWeek(week) from error


def week_heard(day: date, weekday: int) -> str:
    """Return the week of the first day of airing on or after a day."""
    return week_of(day + timedelta(days=(weekday - day.isoweekday()) % 7))


def is_news(day: date | None, air_on: date) -> bool:
    """True when the day is one of the seven that end on the day of airing."""
    return day is not None and air_on - timedelta(days=7) < day <= air_on


def is_aired(edition: Edition, day: date) -> bool:
    """True unless the day is a day off on which the city does not broadcast."""
    is_off = any(row.date == day and row.status == "off" for row in edition.calendar)
    return edition.radio.on_days_off or not is_off


def first_air_day(edition: Edition, day: date) -> date:
    """Return the first day of airing on or after a day."""
    on_air = day + timedelta(days=(edition.radio.air_weekday - day.isoweekday()) % 7)
    return on_air if is_aired(edition, on_air) else next_air_day(edition, on_air)


def next_air_day(edition: Edition, day: date) -> date:
    """Return the next day of airing after one; a week whose day is a day off is passed over."""
    following = (day + timedelta(weeks=number) for number in range(1, 10))
    return next((one for one in following if is_aired(edition, one)), day + timedelta(weeks=1))


def broadcast_weeks(edition: Edition) -> tuple[str, ...]:
    """Return every week from the first approved record to the one that `as_of` prepares, in order.

    None is older than what orders the column: a wrong year of one record made thousands of them;
    none is older than the column itself, as nobody can have aired it; none is aired on a day off,
    unless the city says so.
    The last is the week whose day of airing is `as_of` itself or the next one after it: the
    station pulls its script before it airs it.
    """
    weekday = edition.radio.air_weekday
    approved = (
        *(record.approved_on for record in edition.commendations),
        *(record.approved_on for record in edition.criticisms),
    )
    days = [day for day in approved if day]
    if not days:
        return ()
    first = max(min(days), edition.city.begins_on, edition.radio.begins_on or date.min)
    air_on = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    weeks = []
    while air_on < edition.as_of + timedelta(days=7):
        if is_aired(edition, air_on):
            weeks.append(week_of(air_on))
        air_on += timedelta(days=7)
    return tuple(weeks)
