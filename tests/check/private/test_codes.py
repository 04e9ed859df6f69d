"""Codes of dossiers, of the official shapes and of the city's own files, are found in any text."""

import shutil
from pathlib import Path

import pytest

from generator.check.private.codes import of_shape, shapes_of
from generator.check.private.data import private_data
from worlds.broken import findings
from worlds.small import SMALL


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("MAU-2018-000001", "mau-2018-014872"),
        ("hs_18_4711", "HS_18_0815"),
        ("101000295613", "101000295614"),
    ],
)
def test_a_code_of_the_shape_of_the_citys_own_is_found(code: str, other: str) -> None:
    kinds = of_shape(shapes_of([code]))
    for text in (code, other):
        assert ("dossier-code", f"{text[:3]}***") in list(private_data(f"hồ sơ {text}.", kinds))


@pytest.mark.parametrize("code", ["", "hồ sơ", "12", "2018-04", "643/UBND-TTr"])
def test_codes_that_are_like_other_words_have_no_shape(code: str) -> None:
    assert of_shape(shapes_of([code])) == ()


def test_a_dossier_of_the_small_city_is_named_nowhere(tmp_path: Path) -> None:
    city = shutil.copytree(SMALL, tmp_path / "city")
    code = next((city / "dossiers").glob("*.csv")).read_text("utf-8").splitlines()[1].split(",")[0]
    file = city / "recommendations.csv"
    text = file.read_text("utf-8").replace("thứ bảy", f"thứ bảy cho hồ sơ {code}")
    file.write_text(text, "utf-8")
    assert "dossier-code" in {problem.code for problem in findings(city)}
