"""The small city with texts that are out to harm in every field into which one can type."""

import csv
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.datafolder.load import load_contract
from generator.model.contract import Dataset
from generator.model.datasets import name_of
from generator.model.own_yaml import own_yaml
from worlds.contest import CONTEST
from worlds.payloads import INERT
from worlds.point import POINT, cells_of
from worlds.told import city_that_asks

COUNTED = (
    "dossiers",
    "calendar",
    "unit_succession",
    "broadcasts",
    "procedure_limits",
    "script_approvals",
)
"""Datasets whose rows the world keeps as they are."""
FEW = {"units": 6, "procedures": 4, "focal_units": 1, "report_entries": 1}
"""Datasets with a heavy page a row, or of which no more rows may be: a text is of many payloads."""
NEW_ROWS = {name_of(type(record)): cells_of(record) for record in (CONTEST, POINT)}
"""The first row of datasets of which the small city has none."""
SWITCHES = {"decision_no", "document_no", "conclusion_no"}


def is_open(dataset: Dataset, name: str) -> bool:
    """Tell whether anything may be typed into a column."""
    column = dataset.field(name)
    keys = {key.field for key in dataset.foreign_keys} | set(dataset.primary_key)
    typed = column.type != "string" or column.pattern or column.labels
    return not (typed or name in keys or name in {"support_units", "measure"})


def _fill(data: Path, dataset: Dataset, together: int) -> None:
    """Rows like the first one, with payloads in every field into which anything can be typed."""
    file = data / dataset.paths[0]
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened)) or [NEW_ROWS[dataset.name]]
    parts = FEW.get(dataset.name, -(-len(INERT) // together))
    texts = [" ".join(INERT[place::parts]) for place in range(parts)]
    made = []
    for place, text in enumerate(texts):
        row = dict(rows[place % len(rows)])
        if place >= len(rows):
            row |= {key: f"{row[key]}-{place}" for key in dataset.primary_key[:1] if key in row}
        made.append(row | {name: text for name in row if is_open(dataset, name)})
        if "status" in row:
            made[-1] |= {"status": "approved", "approved_on": "2018-12-20"}
            made[-1] |= {"decision_on": "2018-12-19"}
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)


def _hostile(value: object, texts: Iterator[str], path: str = "") -> object:
    """Settings with a payload in every text that is free."""
    fixed = {"document_no", "code", "id", "dialect", "same_day_cutoff", "posts", "clauses"}
    fixed |= {"phone", "email"}
    if isinstance(value, dict):
        return {
            key: part
            if key in fixed or key == "person_kinds"
            else _hostile(part, texts, f"{path}.{key}")
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [_hostile(part, texts, path) for part in value]
    return f"{next(texts)} {next(texts)}" if isinstance(value, str) else value


def _asked(settings: Any) -> list[dict[str, str]]:
    """What the document asks units to report."""
    asked: list[dict[str, str]] = settings["directives"][0]["duties"]["reports"]["indicators"]
    return asked


def lay_hostile_world(folder: Path, together: int = 1) -> Path:
    """Lays the city into `folder`, so many payloads to a text; returns its data folder."""
    data = city_that_asks(folder / "data")
    contract, _ = load_contract(data)
    assert contract
    for dataset in contract.datasets:
        if dataset.name not in COUNTED:
            _fill(data, dataset, together)
    settings = own_yaml(data / "city.yaml")
    settings["city"] |= {"phone": "113", "email": "a@b.example", "address": "x"}
    hostile: Any = _hostile(settings, itertools.cycle(INERT))
    for made, asked in zip(_asked(hostile), _asked(settings), strict=True):
        made |= {name: asked[name] for name in ("kind", "compares") if name in asked}
    (data / "city.yaml").write_text(yaml.safe_dump(hostile, allow_unicode=True), "utf-8")
    return data
