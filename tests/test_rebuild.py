"""A process that builds again after edits makes what a new process makes of the edited project."""

import csv
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from edition_folder import CONGKHAI
from shell_site import copy_project, tree

from generator.mkdocs_plugin import build

SMALL = Path(__file__).with_name("datasets") / "small"


def edit_first_row(path: Path, column: str, new: Callable[[str], str]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    place = rows[0].index(column)
    rows[1][place] = new(rows[1][place])
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def edit_text(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_is_kept_from_the_last_build_never_shows(tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    data, served, anew = tmp_path / "data", tmp_path / "served", tmp_path / "anew"
    shutil.copytree(SMALL, data)
    build(config, data=data, out=served, extras=False)
    before = tree(served)

    edit_first_row(data / "commendations.csv", "reason", lambda old: f"{old}, lần hai")
    edit_first_row(data / "dossiers" / "2018-q4.csv", "outcome", lambda _: "rejected")
    edit_text(data / "abbreviations.yaml", "thành phố Mẫu", "thị xã Mẫu")
    templates = tmp_path / "site_templates"
    edit_text(templates / "charts" / "figure.html", "Xem số liệu", "Xem các số")
    edit_text(templates / "theme" / "404.html", "</", " </")
    build(config, data=data, out=served, extras=False)

    command = [CONGKHAI, "build", "--plain", "--config", config, "--data", data, "--out", anew]
    subprocess.run(command, check=True, capture_output=True)
    after = tree(served)
    assert after == tree(anew)
    changed = {path for path in before if after.get(path) != before[path]}
    assert {"du-lieu/figures.csv", "phat-thanh/2018-w28/ban-tin.loa.txt", "404.html"} <= changed
