"""What is near to what cannot be meant, and is right: nobody is asked about it."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from worlds.broken import change_files, findings
from worlds.small import SMALL

CORRECTION = (
    "pb-2018-001,corrected,Ghi nhầm số văn bản,Số văn bản đúng là 06/TB-MAU,2018-06-01,,,\n"
)
RIGHT: dict[str, dict[str, list[list[str]]]] = {
    "a plan of ten years": {"recommendations.csv": [["2019-01-10", "2028-01-10"]]},
    "a number of its year": {"commendations.csv": [["03/TB-MAU", "03/2018/TB-MAU"]]},
    "a limit of one working day": {
        "procedure_limits.csv": [["15,working_day,15,working_day", "15,working_day,1,working_day"]]
    },
    "an annulment after a withdrawal": {
        "corrections.csv": [
            [
                CORRECTION,
                CORRECTION
                + "pb-2018-001,withdrawn,Kiểm tra lại,Rút lại bản ghi,2018-06-10,,,\n"
                + "pb-2018-001,revoked,Văn bản bị hủy bỏ,Hủy bỏ bản ghi,2018-07-10,,,\n",
            ]
        ]
    },
    "an apology on the day of receipt": {
        "dossiers/2018-q4.csv": [
            ["2018-10-18,0,0,granted,,", "2018-10-18,0,0,granted,2018-10-08,2018-10-08"]
        ]
    },
    "a bulletin that is aired a week late": {
        "broadcasts.csv": [["2018-W41,2018-10-13", "2018-W40,2018-10-13"]]
    },
    "a unit that takes the code of one that is gone": {
        "units.csv": [
            [
                "p-hoa-mai,",
                "p-hoa-cu,Phường Hoa Cũ,ward,90002,,2010-12-31,,true,Dữ liệu mẫu\np-hoa-mai,",
            ],
            ["Hoa Mai,ward,90002,,", "Hoa Mai,ward,90002,2011-01-01,"],
        ]
    },
    "a unit that is divided, and part of which comes back on another day": {
        "unit_succession.csv": [
            [
                "p-hoa-mai,",
                "p-hoa-sen,p-hoa-mai,part,2012-01-01,02/NQ-MAU,true,Dữ liệu mẫu\np-hoa-mai,",
            ]
        ]
    },
}


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right_is_not_asked_about(case: str, tmp_path: Path) -> None:
    changes: dict[str, Any] = RIGHT[case]
    change_files(Path(shutil.copytree(SMALL, tmp_path / "data")), changes)
    assert [problem.code for problem in findings(tmp_path / "data")] == []
