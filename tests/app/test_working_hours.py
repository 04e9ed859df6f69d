""" "08 giờ làm việc" as a clerk enters it: checked, compared, judged, shown."""

import shutil
from pathlib import Path

import pytest

from generator.app.pipeline import make_figures, make_public_edition
from generator.pages.procedures.limits import limit_text
from worlds.broken import change_files, findings
from worlds.small import SMALL

RECEIVED = "mau-037,9.000002,phong-noi-vu,counter,2018-10-08 14:42,"
"""A Monday afternoon."""
RETURNED = RECEIVED + "2018-10-22,2018-10-18,"


@pytest.mark.parametrize(("returned", "late_count"), [("09 14:42", 0), ("09 14:43", 1)])
def test_a_usual_limit_is_judged_to_the_minute(
    tmp_path: Path, returned: str, late_count: int
) -> None:
    city = shutil.copytree(SMALL, tmp_path / "city")
    change_files(
        city,
        {
            "procedure_limits.csv": [["10,working_day", "08,working_hour"]],
            "dossiers/2018-q4.csv": [[RETURNED, f"{RECEIVED}2018-10-22,2018-10-{returned},"]],
        },
    )
    assert findings(city) == []
    figure = make_figures(city).one(procedure="9.000002", quarter="2018-Q4")
    assert figure and figure.shortened_on_time_count == 1 - late_count, "the others took days"
    (cut,) = (
        cut for cut in make_public_edition(city).figures.cuts if cut.procedure_id == "9.000002"
    )
    assert limit_text(cut.limit_value, cut.limit_unit) == "8\u00a0giờ\u00a0làm\u00a0việc"
