"""All invented datasets together, as CSV texts by path."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.datafolder.world import World
from generator.model.contract import Contract, Dataset
from generator.model.datasets import DATASETS, DOSSIER_FIELDS, DOSSIERS, name_of
from generator.model.duty_records import (
    Broadcast,
    Inspection,
    QuarterlyReport,
    ReportEntry,
    ScriptApproval,
)
from generator.model.point_records import CriticismPoint
from generator.model.record import Record
from generator.model.records import (
    Commendation,
    Contest,
    Correction,
    Criticism,
    Recommendation,
)
from generator.model.settings import City
from generator.sample.city_facts import CityFacts, CsvRow, Invented
from generator.sample.commendations import invent_commendations
from generator.sample.contests import invent_contests
from generator.sample.corrections import invent_corrections
from generator.sample.criticisms import invent_criticisms
from generator.sample.dossiers import invent_dossiers
from generator.sample.inspections import invent_inspections
from generator.sample.points import invent_points
from generator.sample.quarterly_reports import invent_reports
from generator.sample.recommendations import invent_recommendations

INVENTIONS: Mapping[type[Record], Callable[[CityFacts, Invented], Sequence[CsvRow]]] = {
    Commendation: invent_commendations,
    Criticism: invent_criticisms,
    Correction: invent_corrections,
    CriticismPoint: invent_points,
    Contest: invent_contests,
    QuarterlyReport: invent_reports,
    Inspection: invent_inspections,
    Recommendation: invent_recommendations,
}
"""How the records of each type are invented, after those that they tell of."""


def file_of(dataset: str) -> str:
    """The file of an invented dataset."""
    return f"{dataset}.csv"


def facts_of(contract: Contract) -> tuple[Dataset, ...]:
    """The datasets that nobody invents: a sample takes them over as they are."""
    kinds: tuple[type[Record], ...] = (Broadcast, ScriptApproval, ReportEntry, *INVENTIONS)
    invented = {DOSSIERS, *map(name_of, kinds)}
    return tuple(dataset for dataset in contract.datasets if dataset.name not in invented)


def make_sample(
    world: World, city: City, *, dossier_count: int, seed: int, first_year: int | None = None
) -> dict[str, str]:
    """CSV text by path (relative to the data folder) of every invented dataset but three.

    What was aired and approved follows from the scripts of the others (`SampleStation`), what
    reports say from their figures (`invent_report_entries`).

    `world` gives the facts: units, procedures, limits and calendar. Years run from `first_year`,
    that of `city.as_of` by default, to the latter, each with its part of the dossiers. Raises
    UnknownYear when the calendar does not know all of them and the one after.
    """
    first, last = first_year or city.as_of.year, city.as_of.year
    years = [CityFacts(world, city, seed, year, first) for year in range(first, last + 1)]
    every = [_records_of(facts) for facts in years]
    files = {
        file_of(name_of(kind)): csv_text(
            tuple(kind.model_fields), [row for made in every for row in made[kind]]
        )
        for kind in INVENTIONS
    }
    for place, facts in enumerate(years):
        files |= _dossiers_of(facts, (dossier_count + place) // len(years))
    return files


def _records_of(facts: CityFacts) -> Invented:
    """The rows of a year, by the type of their records."""
    made: dict[type[Record], Sequence[CsvRow]] = {}
    for kind, invent in INVENTIONS.items():
        made[kind] = invent(facts, made)
    return made


def _dossiers_of(facts: CityFacts, count: int) -> dict[str, str]:
    """The CSV texts of a year's dossiers, one a quarter."""
    quarters = invent_dossiers(facts, count)
    return {
        f"{DOSSIERS}/{facts.year}-q{number}.csv": csv_text(DOSSIER_FIELDS, quarters[number])
        for number in sorted(quarters)
    }


def sample_records(files: Mapping[str, str]) -> dict[str, Any]:
    """The typed records of the invented files but dossiers, by dataset."""
    return {
        name: tuple(
            DATASETS[name].record.model_validate(row)
            for row in csv.DictReader(io.StringIO(files[file_of(name)], newline=""))
        )
        for name in DATASETS
        if file_of(name) in files
    }


def csv_text(fields: Iterable[str], rows: Iterable[CsvRow]) -> str:
    """Rows as CSV; a cell that a row does not have is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(fields), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
