"""Several files in one run: a folder of returned workbooks, several one-stop exports."""

from pathlib import Path

import pytest

from generator.output.staging import FileChanged
from generator.output.trial import trial_of
from worlds.clerk import LINE, RECORD, Clerk, sheet
from worlds.command import congkhai
from worlds.exports import FIRST, Counter, rows
from worlds.sheets import workbook

pytestmark = pytest.mark.usefixtures("remembered")

SECOND = {**RECORD, "Mã bản ghi": "ng-2018-005", "Số văn bản": "07/QĐ-MAU"}


def test_a_folder_of_returned_workbooks_goes_in_at_once(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    (returned := tmp_path / "các đơn vị gửi").mkdir()
    workbook(returned / "hoa-sen.xlsx", {"Nêu gương": sheet()})
    workbook(returned / "hoa-mai.XLSX", {"Nêu gương": [list(SECOND), list(SECOND.values())]})
    for left in ("hoa-mai-can-sua.xlsx", "~$hoa-mai.xlsx", "ghi-chu.txt"):
        (returned / left).write_bytes(b"?")
    told = clerk.send(returned)
    assert told.status == 0, told.said
    second = LINE.replace("ng-2018-004", "ng-2018-005").replace("06/QĐ-MAU", "07/QĐ-MAU")
    assert clerk.has_only_added(second + LINE), "in the order of the names of the files"


def test_a_folder_without_sheets_is_told_so(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    (empty := tmp_path / "trống").mkdir()
    told = clerk.send(empty)
    assert told.status == 2 and "không có sổ nào" in told.said and clerk.is_as_before()


def _exports(counter: Counter, second: list[dict[str, object]]) -> tuple[Path, Path]:
    first = counter.csv(rows(2)).rename(counter.folder / "t10.csv")
    return first, counter.csv(second).rename(counter.folder / "t11.csv")


def test_exports_go_in_one_after_the_other(tmp_path: Path) -> None:
    counter = Counter.at(tmp_path)
    before = counter.lines()
    told = congkhai(
        "import", "dossiers", *_exports(counter, rows(3)), "--yes", "--data", counter.data,
        at=tmp_path,
    )  # fmt: skip
    assert told.status == 0, told.said
    assert len(counter.lines()) == len(before) + 3, "the third is new; the first two are known"


def test_where_one_export_is_wrong_none_goes_in(tmp_path: Path) -> None:
    counter = Counter.at(tmp_path)
    before = {path: path.read_bytes() for path in counter.data.rglob("*") if path.is_file()}
    files = _exports(counter, [{**FIRST, "Ngày tiếp nhận": "31/02/2018"}])
    told = congkhai(
        "import", "dossiers", *files, "--yes", "--data", counter.data, at=tmp_path
    )  # fmt: skip
    assert told.status == 1 and "không tệp nào được nhập" in told.said, told.said
    assert "t11-can-sua.xlsx" in {path.name for path in tmp_path.rglob("*")}
    assert {path: path.read_bytes() for path in counter.data.rglob("*") if path.is_file()} == before


def test_what_somebody_changes_meanwhile_is_not_lost(tmp_path: Path) -> None:
    counter = Counter.at(tmp_path)
    with trial_of(counter.data) as trial:
        (trial.folder / "units.csv").write_bytes(b"new")
        (trial.folder / "dossiers" / "2019-q1.csv").write_bytes(b"another")
        assert [str(path) for path in trial.changed()] == ["dossiers/2019-q1.csv", "units.csv"]
        (counter.data / "units.csv").write_bytes(b"somebody's")
        with pytest.raises(FileChanged):
            trial.put()
    assert (counter.data / "units.csv").read_bytes() == b"somebody's"
    assert not (counter.data / "dossiers" / "2019-q1.csv").exists()
