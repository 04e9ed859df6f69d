"""A name in any text that is published is found, whatever the column; a street's name is none."""

import csv
import io
import shutil
from pathlib import Path

import pytest
import yaml

from generator.model.own_yaml import own_yaml
from generator.model.problem import Problem
from worlds.broken import findings
from worlds.paths import DATA
from worlds.small import SMALL

NAME = "ông Nguyễn Văn Bình"
TELEPHONE = "gọi 0912 345 678"
NOT_PUBLISHED = "dossiers"
"""Only counted; a test of the published files holds that no row of it leaves the data folder."""


def text_columns() -> dict[str, list[str]]:
    """The text columns of every published dataset, in the contract of the real city."""
    contract = own_yaml(DATA / "datapackage.yaml")
    return {
        resource["path"]: [
            field["name"]
            for field in resource["schema"]["fields"]
            if field.get("type", "string") == "string"
        ]
        for resource in contract["resources"]
        if resource["name"] != NOT_PUBLISHED
    }


COLUMNS = text_columns()
PLACES = [(file, column) for file, columns in COLUMNS.items() for column in columns]


def found_with(text: str, folder: Path) -> list[Problem]:
    """The findings in the small city once each text column has a row in which it says that."""
    city = shutil.copytree(SMALL, folder / "city")
    for file, columns in COLUMNS.items():
        header, *rows = csv.reader(io.StringIO((city / file).read_text("utf-8")))
        first, *others = rows or [[""] * len(header)]
        at = {column: header.index(column) for column in columns}
        said = [[*first[: at[c]], text, *first[at[c] + 1 :]] for c in columns]
        with (city / file).open("w", encoding="utf-8", newline="") as written:
            csv.writer(written, lineterminator="\n").writerows([header, *said, first, *others])
    return findings(city)


@pytest.fixture(scope="module", params=[NAME, NAME.replace(" ", "\u00a0"), TELEPHONE])
def refused(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> set[tuple[str, int | None, str | None]]:
    """Where a name, or a telephone number, is refused: file, row and column."""
    found = found_with(request.param, tmp_path_factory.mktemp("named"))
    return {(p.file, p.row, p.field) for p in found if p.severity == "error"}


@pytest.mark.parametrize(("file", "column"), PLACES)
def test_nothing_private_passes_in_any_text_column(
    refused: set[tuple[str, int | None, str | None]], file: str, column: str
) -> None:
    assert (file, COLUMNS[file].index(column) + 2, column) in refused


def with_column_of_the_city(city: Path, text: str) -> list[Problem]:
    """The findings once the city has a column of its own in its list of units."""
    contract = own_yaml(city / "datapackage.yaml")
    own = {"name": "ghi_chu", "type": "any", "title": "Ghi chú", "description": "Ghi chú"}
    contract["resources"][0]["schema"]["fields"].append(own)
    (city / "datapackage.yaml").write_text(yaml.safe_dump(contract, allow_unicode=True), "utf-8")
    header, first, *others = (city / "units.csv").read_text("utf-8").splitlines()
    rows = [f"{header},ghi_chu", f"{first},{text}", *(f"{row}," for row in others)]
    (city / "units.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return findings(city)


@pytest.mark.parametrize(("text", "codes"), [(NAME, ["person-named"]), ("đã đối chiếu", [])])
def test_a_column_that_the_city_has_added_is_searched_too(
    tmp_path: Path, text: str, codes: list[str]
) -> None:
    found = with_column_of_the_city(shutil.copytree(SMALL, tmp_path / "city"), text)
    assert [problem.code for problem in found] == codes


def test_a_unit_called_after_a_person_is_no_person(tmp_path: Path) -> None:
    city = shutil.copytree(SMALL, tmp_path / "city")
    for file in ("units.csv", "commendations.csv", "criticisms.csv", "assignments.csv"):
        text = (city / file).read_text("utf-8").replace("Phường Hoa Mai", "Phường Võ Thị Sáu")
        (city / file).write_text(text, "utf-8")
    assert findings(city) == []


def test_the_records_of_the_real_city_name_nobody_else() -> None:
    assert "person-named" not in {problem.code for problem in findings(DATA)}


OFFICIAL = "Lê Văn Khuê"
SHORTENED = {
    ("inspections.csv", "Còn hồ sơ quá hạn chưa gửi phiếu xin lỗi"): "Trưởng phòng Khuê nhận lỗi",
    ("inspections.csv", "Kiểm tra giờ giấc làm việc"): "Khuê đi muộn",
    ("recommendations.csv", "Niêm yết thủ tục"): "Ông KHUÊ vắng",
    ("recommendations.csv", "Đã niêm yết lại toàn bộ"): "Thầy Khuê đã trả lời",
    ("recommendations.csv", "Giờ tiếp dân"): "Văn Khuê",
    ("recommendations.csv", "Tiếp dân thêm sáng thứ bảy"): "nhắc Lê V. Khuê",
    ("assignments.csv", "Thủ trưởng các đơn vị"): "lê văn khuê",
    ("assignments.csv", "Người đứng đầu đơn vị"): "LÊ VĂN KHUÊ",
    ("criticisms.csv", "Chủ tịch Ủy ban nhân dân phường"): "Chủ tịch Khuê",
}
"""What stands in the small city, and how an official is named there whom a record names."""


def test_an_official_is_named_in_no_other_table(tmp_path: Path) -> None:
    city = shutil.copytree(SMALL, tmp_path / "city")
    record = (city / "criticisms.csv").read_text("utf-8").replace("Lê Văn C", OFFICIAL)
    (city / "criticisms.csv").write_text(record, "utf-8")
    assert findings(city) == []
    for (file, old), new in SHORTENED.items():
        text = (city / file).read_text("utf-8")
        assert old in text, old
        (city / file).write_text(text.replace(old, new, 1), "utf-8")
    found = [problem for problem in findings(city) if problem.code == "person-named"]
    assert len(found) == len(SHORTENED)
