"""A procedure of the city has one focal unit on each day since a document orders one."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.check.rules.focal_units import (
    focal_unit_of_below,
    focal_unit_stands,
    no_focal_unit,
    two_focal_units,
)
from generator.model.problems import render_text
from generator.model.records import FocalUnit, Procedure, Unit
from worlds.broken import change_files, findings
from worlds.rules import CITY, codes, small
from worlds.small import SMALL

ORDERED = CITY.directives[0].begins_on
HALF = date(2018, 6, 30)


def focal(first: date, last: date | None = None, **cells: object) -> FocalUnit:
    return small(FocalUnit, valid_from=first, valid_to=last, **cells)


@pytest.mark.parametrize(
    ("ends", "missing", "twice"),
    [
        (date(2018, 6, 29), 1, 0),
        (HALF, 0, 0),
        (date(2018, 7, 1), 0, 1),
        (None, 0, 1),
    ],
)
def test_the_next_unit_begins_on_the_day_after_the_last(
    ends: date | None, missing: int, twice: int
) -> None:
    units = focal(date(2018, 7, 1)), focal(ORDERED, ends)
    assert len(codes(no_focal_unit, *units)) == missing
    assert len(codes(two_focal_units, *units)) == twice


@pytest.mark.parametrize(
    ("first", "last", "missing"),
    [
        (date(1990, 1, 1), None, 0),
        (HALF, None, 1),
        (ORDERED, HALF, 1),
        (HALF, HALF, 2),
        (ORDERED, CITY.as_of, 0),
        (date(2031, 1, 1), None, 1),
        (date(1990, 1, 1), date(1991, 1, 1), 1),
    ],
)
def test_each_time_without_one_is_told_once(first: date, last: date | None, missing: int) -> None:
    assert len(codes(no_focal_unit, focal(first, last))) == missing


def test_units_of_another_procedure_are_none_of_this_ones_business() -> None:
    first, second = focal(ORDERED), focal(ORDERED, procedure_id="9.000003")
    assert codes(two_focal_units, first, second) == []


@pytest.mark.parametrize("level", ["ward", "police"])
def test_a_procedure_that_others_decide_names_none(level: str) -> None:
    procedure = small(Procedure, procedure_id="9.000002", level=level)
    assert codes(focal_unit_of_below, procedure, focal(ORDERED)) == ["focal-unit-of-below"]
    assert codes(no_focal_unit, procedure, focal(HALF)) == []


@pytest.mark.parametrize(
    ("ceased", "last", "found"),
    [(None, None, 0), (HALF, None, 1), (HALF, HALF, 0), (date(2019, 1, 31), None, 0)],
)
def test_a_unit_answers_only_while_it_is_one(
    ceased: date | None, last: date | None, found: int
) -> None:
    unit = small(Unit, unit_id="phong-noi-vu", valid_to=ceased)
    assert len(codes(focal_unit_stands, unit, focal(ORDERED, last))) == found


def test_a_task_has_one_lead_unit_and_the_finding_says_where_others_stand(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "data")
    two = {"assignments.csv": [["rút ngắn,phong-noi-vu", "rút ngắn,phong-noi-vu; p-hoa-sen"]]}
    change_files(tmp_path / "data", two)
    told = render_text(findings(tmp_path / "data"))
    assert "[pattern]" in told and "chỉ một đơn vị; đơn vị khác ghi ở cột đơn vị phối hợp" in told
