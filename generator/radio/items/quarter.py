"""The quarter whose figures are news, and what a piece of that news holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.edition.bulletin import Fullness
from generator.edition.edition import Edition
from generator.model.figures import Figure
from generator.model.radio_settings import Dialect
from generator.model.text import quarter_end
from generator.radio.items.telling import Written
from generator.speech.time import quarter as quarter_words


@dataclass(frozen=True)
class Quarter:
    """The latest quarter that had ended on the day of airing, and the one before it.

    `since` is the day after it ended. The rows of the city are None when no dossier is in them.
    """

    name: str
    before: str | None
    since: date
    city: Figure | None
    city_before: Figure | None


_LAST_YEAR = " năm ngoái"
FRESH = timedelta(weeks=6)
"""For so long figures of a quarter that has ended are news."""


def fresh_quarter(edition: Edition, air_on: date) -> Quarter | None:
    """Return the latest ended quarter while its figures are news."""
    closed = closed_quarter(edition, air_on)
    return closed if closed and air_on < closed.since + FRESH else None


def period_words(closed: Quarter, air_on: date, dialect: Dialect) -> str:
    """Say which quarter is told of: one of the year before is "quý bốn năm ngoái"."""
    years = air_on.year - int(closed.name[:4])
    last = _LAST_YEAR if years == 1 else ""
    return f"{quarter_words(closed.name, dialect, with_year=years > 1)}{last}"


def turn_words(closed: Quarter, air_on: date, dialect: Dialect) -> str:
    """Say the quarter of one after another, without "năm ngoái".

    The series has begun with that, and the quarter of this name in this year is still to come.
    """
    return period_words(closed, air_on, dialect).removesuffix(_LAST_YEAR)


def closed_quarter(edition: Edition, air_on: date) -> Quarter | None:
    """Return the latest ended quarter; None before any quarter of the figures has ended."""
    quarters = edition.figures.quarters
    closed = [place for place, name in enumerate(quarters) if quarter_end(name) < air_on]
    if not closed:
        return None
    name = quarters[closed[-1]]
    before = quarters[closed[-1] - 1] if closed[-1] else None
    return Quarter(
        name=name,
        before=before,
        since=quarter_end(name) + timedelta(days=1),
        city=edition.figures.one(quarter=name),
        city_before=edition.figures.one(quarter=before) if before else None,
    )


@dataclass(frozen=True)
class FigureNews:
    """A piece of news on figures, about nobody's record: its key, its title, its forms.

    `group` and `filler` are those of its story.
    """

    key: str
    title: str
    written: Mapping[Fullness, Written]
    since: date
    group: str = ""
    filler: bool = False


def figure_key(closed: Quarter, about: str) -> str:
    """Return the key of a piece of news on the quarter's figures."""
    return f"timing/{closed.name}/{about}"


def figure_news(
    closed: Quarter, about: str, title: str, written: Mapping[Fullness, Written]
) -> FigureNews:
    """Return a piece of news on the quarter's figures."""
    return FigureNews(figure_key(closed, about), title, written, closed.since)


def turn_news(closed: Quarter, group: str, about: str, title: str, written: Written) -> FigureNews:
    """Return a piece of news of what has its turn, told where time is left."""
    news = figure_news(closed, f"{group}/{about}", title, {"sentence": written})
    return replace(news, group=group, filler=True)
