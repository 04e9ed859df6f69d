"""A day that an edition has passed is one cause, and told once."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.app.sources import check_folder
from worlds.paths import DATA


@pytest.mark.parametrize("back", [1, 31, 200])
def test_a_day_set_back_behind_an_edition_is_told_once(back: int, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    settings = data / "city.yaml"
    text, today = settings.read_text("utf-8"), "as_of: 2018-12-31"
    assert today in text
    day = date(2018, 12, 31) - timedelta(days=back)
    settings.write_text(text.replace(today, f"as_of: {day}"), "utf-8")
    assert [problem.code for problem in check_folder(data).problems] == ["day-before-edition"]
