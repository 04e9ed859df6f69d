"""Seasons: what listeners are wished in the last broadcast before a feast."""

from datetime import timedelta

from generator.radio.items.day import AirDay
from generator.radio.weeks import next_air_day


def wish(day: AirDay) -> str:
    """Return the wish of a feast that lies before the next broadcast; empty where none does.

    Of several feasts the one that comes first in the settings is wished for.
    """
    days = (next_air_day(day.edition, day.air_on) - day.air_on).days
    ahead = {day.air_on + timedelta(days=number) for number in range(days)}
    names = [row.name.lower() for row in day.edition.calendar if row.date in ahead and row.name]
    for item in day.edition.radio.wishes:
        if any(item.feast.lower() in name for name in names):
            return item.words
    return ""
