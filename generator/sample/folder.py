"""All invented datasets together, as CSV texts by path."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.datafolder.world import World
from generator.model.contract import Contract, Dataset
from generator.model.datasets import DATASETS, DOSSIER_FIELDS, DOSSIERS, name_of
from generator.model.duty_records import Broadcast, Inspection, QuarterlyReport
from generator.model.record import Record
from generator.model.records import Commendation, Correction, Criticism, Recommendation
from generator.model.settings import City
from generator.sample.city_facts import CityFacts, CsvRow, Invented
from generator.sample.commendations import invent_commendations
from generator.sample.corrections import invent_corrections
from generator.sample.criticisms import invent_criticisms
from generator.sample.dossiers import invent_dossiers
from generator.sample.inspections import invent_inspections
from generator.sample.quarterly_reports import invent_reports
from generator.sample.recommendations import invent_recommendations

INVENTIONS: Mapping[type[Record], Callable[[CityFacts, Invented], Sequence[CsvRow]]] = {
    Commendation: invent_commendations,
    Criticism: invent_criticisms,
    Correction: invent_corrections,
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
    invented = {name_of(Broadcast), DOSSIERS, *map(name_of, INVENTIONS)}
    return tuple(dataset for dataset in contract.datasets if dataset.name not in invented)


def make_sample(world: World, city: City, *, dossier_count: int, seed: int) -> dict[str, str]:
    """CSV text by path (relative to the data folder) of every invented dataset but broadcasts,
    which follow from the scripts of the others (`SampleStation`).

    `world` gives the facts: units, procedures, limits and calendar. Raises UnknownYear when the
    calendar does not know the year of `city.as_of` and the one after.
    """
    facts = CityFacts(world, city, seed)
    made: dict[type[Record], Sequence[CsvRow]] = {}
    for kind, invent in INVENTIONS.items():
        made[kind] = invent(facts, made)
    files = {
        file_of(name_of(kind)): csv_text(tuple(kind.model_fields), rows)
        for kind, rows in made.items()
    }
    quarters = invent_dossiers(facts, dossier_count)
    return files | {
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
