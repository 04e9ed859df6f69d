"""A whole data folder of invented records, which the faces write."""

from dataclasses import replace
from pathlib import Path

from generator.app.pipeline import public_edition
from generator.app.sources import Sources, read_settings
from generator.datafolder import load_world
from generator.datafolder.abbreviations import load_abbreviations
from generator.model.abbreviations import Abbreviations
from generator.model.datasets import name_of
from generator.model.duty_records import Broadcast
from generator.radio.bulletin import make_bulletins
from generator.radio.items.correction import CORRECTION
from generator.radio.items.praise import PRAISE
from generator.sample import SampleStation, facts_of, file_of, make_sample, sample_records

SETTINGS = ("city.yaml", "datapackage.yaml", "abbreviations.yaml")
LEFT_OUT = {39: PRAISE.name, 45: CORRECTION.name}
"""Weeks in which the station does not read the last item of a kind: what it says wins."""


def make_sample_files(data_dir: Path, *, dossiers: int, seed: int) -> dict[str, bytes]:
    """A whole data folder of sample records over the facts of another, as bytes by path.

    The same seed gives the same bytes. Raises Refused when the facts cannot be read.
    """
    city, contract = read_settings(data_dir)
    paths = [path for dataset in facts_of(contract) for path in dataset.paths]
    facts = {name: (data_dir / name).read_bytes() for name in (*SETTINGS, *paths)}
    world = load_world(data_dir, contract)
    invented = make_sample(world, city, dossier_count=dossiers, seed=seed)
    abbreviations, _ = load_abbreviations(data_dir)
    made = replace(world, dossier_files=(), **sample_records(invented))
    sources = Sources(data_dir, city, contract, abbreviations or Abbreviations(), made)
    station = SampleStation(LEFT_OUT)
    make_bulletins(public_edition(sources), station)
    invented[file_of(name_of(Broadcast))] = station.csv()
    return facts | {path: text.encode("utf-8") for path, text in invented.items()}
