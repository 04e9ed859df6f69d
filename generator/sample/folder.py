"""All invented datasets together, as CSV texts by path."""

import csv
import io
from collections.abc import Iterable, Mapping

from generator.contract.load import DOSSIER_FIELDS
from generator.contract.records import RECORD_TYPES
from generator.contract.settings import City
from generator.contract.world import World
from generator.sample.conduct import invent_commendations, invent_corrections, invent_criticisms
from generator.sample.dossiers import invent_dossiers
from generator.sample.oversight import (
    invent_broadcasts,
    invent_inspections,
    invent_recommendations,
    invent_reports,
)
from generator.sample.scene import Scene

Row = Mapping[str, str]


def make_sample(world: World, city: City, *, dossier_count: int, seed: int) -> dict[str, str]:
    """CSV text by path (relative to the data folder) of every invented dataset.

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
        "recommendations": invent_recommendations(scene),
        "broadcasts": invent_broadcasts(scene, [*commendations, *criticisms]),
    }
    files = {
        f"{name}.csv": _csv(tuple(RECORD_TYPES[name].model_fields), rows)
        for name, rows in tables.items()
    }
    quarters = invent_dossiers(scene, dossier_count)
    return files | {
        f"dossiers/{scene.year}-q{number}.csv": _csv(DOSSIER_FIELDS, quarters[number])
        for number in sorted(quarters)
    }


def _csv(fields: Iterable[str], rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(fields), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
