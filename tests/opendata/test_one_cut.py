"""The figures once more, one way of dividing them a file."""

import csv
import io

import pytest

from generator.model.figures import CUT_BY
from generator.model.unit_groups import UnitGroup, group_words
from generator.opendata.csv import csv_bytes
from generator.opendata.one_cut import cut_tables
from generator.opendata.tables import Table
from worlds.shipped import shipped_edition, shipped_renderer

CUTS = cut_tables(shipped_edition(), shipped_renderer().tables)


def rows_of(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_bytes(table).decode("utf-8"))))


def whole() -> Table:
    return next(table for table in shipped_renderer().tables if table.name == "figures")


@pytest.mark.parametrize("table", CUTS, ids=lambda table: table.name)
def test_a_file_holds_one_cut_and_each_group_once(table: Table) -> None:
    rows = rows_of(table)
    keys = [name for name in CUT_BY if name in rows[0]]
    assert keys
    assert all(row[name] for row in rows for name in (*keys, *rows[0]) if name in CUT_BY)
    assert len({tuple(row[name] for name in keys) for row in rows}) == len(rows)


def test_together_the_files_are_the_figures_but_for_the_total() -> None:
    every = rows_of(whole())
    figures = [row for row in every if any(row[name] for name in CUT_BY)]
    assert len(figures) == len(every) - 1
    names = list(every[0])
    cut = [{name: row.get(name, "") for name in names} for table in CUTS for row in rows_of(table)]
    assert sorted(map(tuple, map(dict.values, cut))) == sorted(
        map(tuple, map(dict.values, figures))
    )


def test_units_groups_and_procedures_stand_there_by_name() -> None:
    edition = shipped_edition()
    for table in CUTS:
        for row in rows_of(table):
            if "unit_id" in row:
                assert row["unit_name"] == edition.unit(row["unit_id"]).name
            if "group_id" in row:
                assert row["group_name"] == group_words(UnitGroup(row["group_id"]), "phường, xã")
            if "procedure_id" in row:
                called = edition.procedure(row["procedure_id"]).short_name
                assert row["procedure_name"] == called
