"""A disciplinary form is law for a kind of person, a post and a day."""

import shutil
from pathlib import Path

import pytest

from worlds.broken import findings
from worlds.small import SMALL

MEASURES = [
    ("demotion", "civil_servant", "Trưởng phòng", "2019-01-01", ""),
    ("demotion", "civil_servant", "Chuyên viên", "2019-01-01", "measure-wrong-post"),
    ("demotion", "civil_servant", "Trưởng phòng", "2025-07-01", "measure-not-law"),
    ("salary_step_reduction", "civil_servant", "Trưởng phòng", "2011-07-04", ""),
    ("salary_step_reduction", "civil_servant", "Trưởng phòng", "2011-07-05", "measure-wrong-post"),
    ("salary_step_reduction", "civil_servant", "Chuyên viên", "2025-06-30", ""),
    ("salary_step_reduction", "civil_servant", "Chuyên viên", "2025-07-01", "measure-not-law"),
    ("salary_step_reduction", "public_employee", "Giáo viên", "2018-01-01", "measure-wrong-kind"),
    ("reprimand", "public_employee", "Giáo viên", "2011-12-31", "measure-not-law"),
    ("reprimand", "public_employee", "Giáo viên", "2012-01-01", ""),
    ("removal_from_post", "public_employee", "Hiệu trưởng", "2021-01-01", ""),
    ("removal_from_post", "public_employee", "Giáo viên", "2021-01-01", "measure-wrong-post"),
    ("removal_from_office", "official", "Chủ tịch Ủy ban nhân dân", "2026-01-01", ""),
    ("dismissal", "official", "Chủ tịch Ủy ban nhân dân", "2018-01-01", "measure-wrong-kind"),
    ("dismissal", "civil_servant", "Chuyên viên", "2025-07-01", ""),
]


@pytest.mark.parametrize(("measure", "kind", "position", "day", "code"), MEASURES)
def test_a_form_is_law_for_a_kind_a_post_and_a_day(
    tmp_path: Path, measure: str, kind: str, position: str, day: str, code: str
) -> None:
    city = shutil.copytree(SMALL, tmp_path / "city")
    file = city / "criticisms.csv"
    text = file.read_text("utf-8")
    text = text.replace("Công chức địa chính,civil_servant", f"{position},{kind}")
    text = text.replace("reprimand,07/QĐ-MAU,2018-10-01", f"{measure},07/QĐ-MAU,{day}")
    file.write_text(text, "utf-8")
    found = {problem.code for problem in findings(city) if problem.code.startswith("measure-")}
    assert found == ({code} if code else set())
