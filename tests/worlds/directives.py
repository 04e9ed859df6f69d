"""Cities with other documents than the shipped one: their settings, from data alone."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.model.own_yaml import own_yaml
from worlds.small import SMALL


def order(**changes: Any) -> dict[str, Any]:
    """A directive of Vinh as its settings write it: its own points, a report every half year."""
    return {
        "id": "chi-thi-15",
        "kind": "Chỉ thị",
        "document_no": "15/CT-UBND",
        "issued_on": "2018-02-01",
        "issuer": "Chủ tịch Ủy ban nhân dân thành phố Vinh",
        "title": "Chấn chỉnh việc giải quyết hồ sơ",
        "clauses": [
            {"clause": "I.1", "about": "giải quyết hồ sơ đúng hẹn"},
            {"clause": "I.2", "about": "báo cáo hằng nửa năm"},
            {"clause": "II", "about": "kiểm tra đột xuất"},
        ],
        "duties": {
            "cut": {"clause": "I.1", "share": 0.2, "baseline_on": "2018-02-01"},
            "reports": {"clause": "I.2", "day": 7, "month": "next", "quarters": [2, 4]},
            "inspection_teams": {"clause": "II", "count": 1},
        },
    } | changes


def city_with(
    folder: Path,
    directives: list[dict[str, Any]],
    clause: str,
    entered: Mapping[str, Sequence[str]] | None = None,
) -> Path:
    """The small city with these documents in place of its own, its records resting on a clause.

    Records of what no document orders are not there, nor tasks that may be of several. `entered`
    are the lines of a dataset in place of its own.
    """
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    settings = own_yaml(folder / "city.yaml")
    settings["directives"] = directives
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (folder / "city.yaml").write_text(text, "utf-8")
    duties = [item.get("duties", {}) for item in directives]
    for file, duty in (("quarterly_reports", "reports"), ("inspections", "inspection_teams")):
        if not any(duty in some for some in duties):
            _emptied(folder / f"{file}.csv")
    reports = folder / "quarterly_reports.csv"
    kept = [line for line in reports.read_text("utf-8").splitlines() if "2018-Q1" not in line]
    reports.write_text("\n".join(kept) + "\n", "utf-8")  # Vinh's directive asks for no such report
    for file in ("commendations", "criticisms", "assignments"):
        path = folder / f"{file}.csv"
        path.write_text(re.sub(r",[1-4]\.\d,", f",{clause},", path.read_text("utf-8")), "utf-8")
    if len(directives) != 1:
        _emptied(folder / "assignments.csv")
    for file, lines in (entered or {}).items():
        path = folder / f"{file}.csv"
        _emptied(path)
        path.write_text("\n".join([path.read_text("utf-8").strip(), *lines, ""]), "utf-8")
    return folder


def _emptied(path: Path) -> None:
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
