"""All invented datasets together, as CSV texts by path."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from generator.datafolder.world import World
from generator.model.datasets import DATASETS, DOSSIER_FIELDS
from generator.model.settings import City
from generator.sample.commendations import invent_commendations
from generator.sample.corrections import invent_corrections
from generator.sample.criticisms import invent_criticisms
from generator.sample.dossiers import invent_dossiers
from generator.sample.inspections import invent_inspections
from generator.sample.quarterly_reports import invent_reports
from generator.sample.recommendations import invent_recommendations
from generator.sample.scene import CsvRow, Scene


def make_sample(world: World, city: City, *, dossier_count: int, seed: int) -> dict[str, str]:
    """CSV text by path (relative to the data folder) of every invented dataset but broadcasts,
    which follow from the scripts of the others (`SampleStation`).

    `world` gives the facts: units, procedures, limits and calendar. Raises UnknownYear when the
    calendar does not know the year of `city.as_of` and the one after.
    """
    scene = Scene(world, city, seed)
    commendations = invent_commendations(scene)
    criticisms = invent_criticisms(scene)
    tables = {
        "commendations": commendations,
        "criticisms": criticisms,
        "corrections": invent_corrections(scene, commendations, criticisms),
        "quarterly_reports": invent_reports(scene),
        "inspections": invent_inspections(scene),
        "recommendations": invent_recommendations(scene, [*commendations, *criticisms]),
    }
    files = {
        f"{name}.csv": csv_text(tuple(DATASETS[name].record.model_fields), rows)
        for name, rows in tables.items()
    }
    quarters = invent_dossiers(scene, dossier_count)
    return files | {
        f"dossiers/{scene.year}-q{number}.csv": csv_text(DOSSIER_FIELDS, quarters[number])
        for number in sorted(quarters)
    }


def sample_records(files: Mapping[str, str]) -> dict[str, Any]:
    """The typed records of the invented files but dossiers, by dataset."""
    return {
        name: tuple(
            DATASETS[name].record.model_validate(row)
            for row in csv.DictReader(io.StringIO(files[f"{name}.csv"], newline=""))
        )
        for name in DATASETS
        if f"{name}.csv" in files
    }


def csv_text(fields: Iterable[str], rows: Iterable[CsvRow]) -> str:
    """Rows as CSV; a cell that a row does not have is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(fields), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
