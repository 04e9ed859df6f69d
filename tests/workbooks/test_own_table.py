"""A table of the city's own is entered like any other: it is known by its contract alone."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.own_yaml import own_yaml
from generator.workbooks.open_file import grids_of
from worlds.clerk import Clerk
from worlds.command import congkhai
from worlds.sheets import workbook

NAME, FILE, TITLE = "rieng-cay-xanh", "cay-xanh.csv", "Cây xanh"
TABLE: dict[str, Any] = {
    "name": NAME,
    "title": TITLE,
    "description": "Mỗi dòng là một cây",
    "path": FILE,
    "publish": True,
    "schema": {
        "fields": [
            {"name": "tree_id", "type": "string", "title": "Mã cây", "description": "Mã không đổi",
             "constraints": {"required": True}},
            {"name": "species", "type": "string", "title": "Loài", "description": "Tên loài"},
            {"name": "planted_on", "type": "date", "title": "Trồng ngày", "description": "Ngày"},
        ],
        "primaryKey": ["tree_id"],
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cây")
    contract = Clerk.at(folder).data / "datapackage.yaml"
    told = own_yaml(contract)
    told["resources"].append(TABLE)
    contract.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    (folder / "data" / FILE).write_text("tree_id,species,planted_on\nc-1,Xà cừ,\n", "utf-8")
    return folder


@pytest.fixture
def clerk(laid: Path, tmp_path: Path) -> Clerk:
    return Clerk(shutil.copytree(laid, tmp_path / "phố"))


def test_it_has_a_sheet_of_its_own(clerk: Clerk) -> None:
    book = clerk.folder / "so.xlsx"
    told = congkhai("template", NAME, "-o", book, "--data", clerk.data)
    assert told.status == 0, told.said
    sheet = next(g for g in grids_of("so.xlsx", book.read_bytes()) if g.name == TITLE)
    assert list(sheet.rows[0]) == ["Loại dòng", "Mã cây *", "Loài", "Trồng ngày"]


def test_its_rows_are_added_and_amended_by_key(clerk: Clerk) -> None:
    rows = [["Mã cây", "Loài", "Trồng ngày"], ["c-1", None, date(2018, 3, 6)],
            ["c-2", "Phượng", "12/3/2018"]]  # fmt: skip
    told = clerk.send(workbook(clerk.folder / "so.xlsx", {TITLE: rows}))
    assert told.status == 0 and "thêm 1, sửa 1" in told.said, told.said
    lines = (clerk.data / FILE).read_text("utf-8").splitlines()
    assert lines[1:] == ["c-1,Xà cừ,2018-03-06", "c-2,Phượng,2018-03-12"]


def test_a_wrong_cell_of_it_comes_back(clerk: Clerk) -> None:
    rows = [["Mã cây", "Loài", "Trồng ngày"], ["c-2", "Phượng", "31/2/2018"]]
    told = clerk.send(workbook(clerk.folder / "so.xlsx", {TITLE: rows}))
    assert told.status == 1 and "Không có ngày “31/2/2018”" in told.said, told.said
    assert (clerk.folder / "so-can-sua.xlsx").exists()
