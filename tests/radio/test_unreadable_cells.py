"""What may be read on air is tried aloud, and nothing else is read: column by column."""

import csv
import io
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.app.pipeline import public_edition, sound_sources
from generator.app.scripts import with_scripts
from generator.check.open_texts import open_columns
from generator.model.columns import columns_of
from generator.model.datasets import DATASETS
from worlds.broken import findings
from worlds.paths import DATA
from worlds.small import SMALL

UNREADABLE = "theo lối XQZ"
SIGN = "vân vân chim lạc"
AIRED = [
    (name, column)
    for name, known in DATASETS.items()
    for column, declared in columns_of(known.record).items()
    if declared.aired
]


def with_a_row(path: Path) -> list[list[str]]:
    """The table; where it is empty, with the first row of the sample's."""
    header, *rows = csv.reader(io.StringIO(path.read_text("utf-8")))
    if rows:
        return [header, *rows]
    with (DATA / path.name).open(encoding="utf-8", newline="") as sample:
        row = next(csv.DictReader(sample))
    return [header, [row[name] for name in header]]


@pytest.mark.parametrize(("dataset", "column"), AIRED)
def test_an_unreadable_text_is_refused_wherever_it_can_be_aired(
    dataset: str, column: str, tmp_path: Path
) -> None:
    city = shutil.copytree(SMALL, tmp_path / "city")
    path = city / f"{dataset}.csv"
    header, first, *others = with_a_row(path)
    at = header.index(column)
    changed = [*first[:at], UNREADABLE, *first[at + 1 :]]
    with path.open("w", encoding="utf-8", newline="") as written:
        csv.writer(written, lineterminator="\n").writerows([header, changed, *others])
    found = {(p.row, p.field) for p in findings(city) if p.severity == "error"}
    assert (2, column) in found


@cache
def spoken_with_signs(aired: bool) -> str:
    """What scripts have read aloud once each text that is to be aired, or not, bears a sign."""
    sources, _ = sound_sources(DATA)
    signed = {
        name: tuple(
            record.model_copy(
                update={
                    column: f"{text} {SIGN}"
                    for column in open_columns(sources.contract.dataset(name))
                    if columns_of(known.record)[column].aired == aired
                    and column not in sources.contract.dataset(name).primary_key
                    and (text := getattr(record, column))
                }
            )
            for record in getattr(sources.world, name)
        )
        for name, known in DATASETS.items()
    }
    edition = with_scripts(public_edition(replace(sources, world=replace(sources.world, **signed))))
    scripts = (*edition.scripts.values(), *edition.short_scripts.values())
    return "\n".join(str(script.rows) for script in scripts)


def test_a_text_that_is_not_declared_as_aired_is_in_no_script() -> None:
    assert SIGN not in spoken_with_signs(aired=False)


def test_a_text_that_is_declared_as_aired_is_in_the_scripts() -> None:
    assert SIGN in spoken_with_signs(aired=True)
