"""The quarter whose figures are news, and the stories they make."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.edition.bulletin import Form
from generator.edition.edition import Edition
from generator.model.figures import Figure
from generator.model.text import quarter_end
from generator.radio.items.story import Story, read_forms


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


def closed_quarter(edition: Edition, air_on: date) -> Quarter | None:
    """None before any quarter of the figures has ended."""
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


def figure_key(closed: Quarter, about: str) -> str:
    """The key of a piece of news on the quarter's figures."""
    return f"timing/{closed.name}/{about}"


def figure_story(
    edition: Edition, closed: Quarter, about: str, title: str, written: Mapping[Form, str]
) -> Story:
    """A piece of news on the quarter's figures, about nobody's record."""
    forms, fragment = read_forms(written, edition.speech)
    return Story(
        key=figure_key(closed, about),
        kind="timing",
        title=title,
        record_ids=(),
        forms=forms,
        since=closed.since,
        fragment=fragment,
    )
