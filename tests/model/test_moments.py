"""The moments of days are told in the zone of the place, summer time and all."""

import ast
from datetime import date, time

import pytest

from generator.model.settings import City
from worlds.paths import ROOT
from worlds.shipped import shipped_edition

IN_SUMMER, IN_WINTER = date(2018, 7, 1), date(2018, 12, 31)


def placed(time_zone: str) -> City:
    city = shipped_edition().city
    return city.model_copy(update={"city": city.city.model_copy(update={"time_zone": time_zone})})


@pytest.mark.parametrize(
    ("time_zone", "in_summer", "in_winter"),
    [
        ("Asia/Ho_Chi_Minh", "2018-07-01T06:30:00+07:00", "2018-12-31T00:00:00+07:00"),
        ("America/New_York", "2018-07-01T06:30:00-04:00", "2018-12-31T00:00:00-05:00"),
        ("UTC", "2018-07-01T06:30:00+00:00", "2018-12-31T00:00:00+00:00"),
    ],
)
def test_a_moment_stands_in_its_place_s_zone(
    time_zone: str, in_summer: str, in_winter: str
) -> None:
    city = placed(time_zone)
    assert city.moment(IN_SUMMER, time(6, 30)).isoformat() == in_summer
    assert city.moment(IN_WINTER).isoformat() == in_winter


def test_no_other_zone_is_written_in_the_program() -> None:
    """An offset in a text would be one country's."""
    zones = []
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            told = isinstance(node, ast.Constant) and str(node.value).endswith(("+07:00", "+0700"))
            zones += [f"{path.name}:{node.lineno}"] if told else []
    assert zones == []
