"""A project from nothing: laid, sound, built, and silent about every other place."""

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.app.new.place import KINDS, Place
from generator.model.declared_settings import Declarations
from generator.model.own_yaml import own_yaml
from generator.model.settings import City
from worlds.command import Answer, congkhai
from worlds.once import Once
from worlds.paths import DATA, DATASETS

pytestmark = pytest.mark.usefixtures("remembered")

NAMES = {
    "phuong": "Phường Hoa Sen",
    "xa": "Xã Hoa Sen",
    "tinh": "Tỉnh Hoa Sen",
    "thanh-pho": "Thành phố Hoa Sen",
    "thanh-pho-cu": "Thành phố Hoa Sen",
    "huyen": "Huyện Hoa Sen",
    "khac": "New York",
}
NONE = ("--station", "không", "--directive", "không")
OF_OTHERS = ("Thanh Hóa", "thanh-hoa", "thành phố", "Thành phố")


def new(folder: Path, kind: str = "xa", *words: str | Path) -> Answer:
    as_of = ("--as-of", "2026-11-28")
    return congkhai("new", folder, "--kind", kind, "--name", NAMES[kind], *as_of, *words)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def git(folder: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture(scope="module")
def commune(once: Once) -> Path:
    """A commune without a station and without a directive, built as it was laid."""

    def make(folder: Path) -> None:
        assert new(folder / "xa-hoa-sen", "xa", *NONE).status == 0
        assert congkhai("build", at=folder / "xa-hoa-sen" / "data").status == 0

    return once.made("commune", make) / "xa-hoa-sen"


def test_a_commune_is_saved_in_a_repository_of_its_own(commune: Path) -> None:
    assert git(commune, "log", "--format=%an|%s") == (
        "Ủy ban nhân dân xã Hoa Sen|Lập dự án của Xã Hoa Sen\n"
    )
    assert git(commune, "status", "--porcelain") == ""
    assert (commune / "site" / "index.html").is_file(), "built from a folder below the project"


def test_a_commune_says_nothing_of_any_other_place(commune: Path) -> None:
    for path in (commune / "site").rglob("*"):
        if path.is_file():
            told = path.read_bytes()
            assert not [name for name in OF_OTHERS if name.encode() in told], path
    assert not (commune / "site" / "phat-thanh").exists()


def test_every_dataset_is_there_with_its_columns_alone(commune: Path) -> None:
    contract = own_yaml(commune / "data" / "datapackage.yaml")
    assert contract["title"].endswith(": Xã Hoa Sen")
    shipped = own_yaml(DATA / "datapackage.yaml")
    assert [r["name"] for r in contract["resources"]] == [r["name"] for r in shipped["resources"]]
    for resource in contract["resources"]:
        (path,) = (commune / "data").glob(resource["path"])
        lines = path.read_text("utf-8").splitlines()
        assert lines[0].split(",") == [f["name"] for f in resource["schema"]["fields"]]
        assert len(lines) == 1 or resource["name"] in ("units", "calendar")


def test_a_new_quarter_needs_no_edit_of_the_contract(commune: Path, tmp_path: Path) -> None:
    data = shutil.copytree(commune / "data", tmp_path / "data")
    (quarter,) = (data / "dossiers").iterdir()
    shutil.copy(quarter, quarter.with_name("2031-q1.csv"))
    told = congkhai("check", "--data", data)
    assert told.status == 0 and "2031-q1" not in told.said


def test_each_key_of_the_settings_stands_under_its_title(commune: Path) -> None:
    text = (commune / "data" / "city.yaml").read_text("utf-8")
    declared = Declarations(City)
    for name in declared.at(()).get("properties", ()):
        title = declared.at((name,))["title"]
        told = re.escape(title[:1].upper() + title[1:])
        assert re.search(rf"^# {told}\.\n(# )?{name}:", text, re.MULTILINE), name


def test_the_readme_adds_a_commendation_that_is_published(commune: Path, tmp_path: Path) -> None:
    readme = (commune / "README.md").read_text("utf-8")
    (row,) = re.findall(r"^ng-.*$", readme, re.MULTILINE)
    copied = tmp_path / "xa"
    git(tmp_path, "clone", "--quiet", str(commune), str(copied))
    with (copied / "data" / "commendations.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    assert congkhai("check", at=copied).said == "Không có lỗi nào.\n"
    assert congkhai("build", "--plain", at=copied).status == 0
    assert "Trả kết quả sớm hơn hẹn" in (
        copied / "site" / "neu-guong" / "ng-2026-001" / "index.html"
    ).read_text("utf-8")
    steps = re.findall(r"^\d\. ", readme, re.MULTILINE)
    assert len(steps) <= 5


@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_of_place_passes_its_check_with_its_usual_divisions(
    kind: str, tmp_path: Path
) -> None:
    answer = new(tmp_path / "moi", kind, *NONE)
    assert (answer.status, answer.stderr) == (0, "")
    found = rows(tmp_path / "moi" / "data" / "units.csv")
    assert [row["name"] for row in found] == KINDS[kind]["divisions"]
    assert {row["confirmed"] for row in found} <= {"false"}
    assert NAMES.keys() == KINDS.keys()


def test_units_a_station_a_directive_and_contacts_are_taken(tmp_path: Path) -> None:
    names = tmp_path / "don-vi.txt"
    names.write_text("Phòng Nội vụ\n- Phường Đông\nXã Tây;\n\nPhường Đông\nTrung tâm Văn hóa\n")
    answer = new(
        *(tmp_path / "moi", "tinh", "--units", names, "--station", "Đài Hoa Sen"),
        *("--directive", "Chỉ thị 15/CT-UBND | 05/01/2026 | Siết chặt kỷ cương"),
        *("--email", "vp@hoasen.gov.vn", "--phone", "0237 385 1234"),
    )
    assert answer.status == 0, answer.said
    found = rows(tmp_path / "moi" / "data" / "units.csv")
    assert [(row["unit_id"], row["kind"]) for row in found] == [
        ("phong-noi-vu", "division"),
        ("phuong-dong", "ward"),
        ("xa-tay", "commune"),
        ("trung-tam-van-hoa", "public_service"),
    ]
    settings = (tmp_path / "moi" / "data" / "city.yaml").read_text("utf-8")
    for told in ("Đài Hoa Sen", "15/CT-UBND", "vp@hoasen.gov.vn", "0237 385 1234"):
        assert told in settings


def test_another_country_has_its_own_calendar_and_no_readings(tmp_path: Path) -> None:
    calendar = DATASETS / "new_york" / "data" / "calendar.csv"
    day = rows(calendar)[0]["date"]
    moi = tmp_path / "moi"
    told = ("--kind", "khac", "--name", "New York", "--as-of", day, "--calendar", calendar, *NONE)
    assert congkhai("new", moi, *told).status == 0
    assert (moi / "data" / "calendar.csv").read_bytes() == calendar.read_bytes()
    row = "ng-1,unit,ABC-XYZ,,dept,public_praise,WKRP 99-B,1,1/X,{0},NYC,,approved,NYC,{0},\n"
    for name, line in (("units", "dept,ABC-XYZ,division,,,,,true,\n"), ("commendations", row)):
        path = moi / "data" / f"{name}.csv"
        path.write_text(path.read_text("utf-8") + line.format(day), "utf-8")
    assert "reading-unknown" not in congkhai("check", at=moi).said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--kind", "quoc-gia", "--name", "A"), "Không có loại “quoc-gia”"),
        (("--kind", "xa"), "Thiếu tên nơi công bố"),
        (("--kind", "xa", "--name", "A", "--units", "khong.txt"), "Không có tệp “khong.txt”"),
        (("--kind", "xa", "--name", "A", "--directive", "Chỉ thị 15/CT"), "ghi đủ ba phần"),
        (("--kind", "xa", "--name", "A", "--as-of", "hôm qua"), "không phải là một ngày"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_laid(
    words: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    answer = congkhai("new", tmp_path / "moi", *words)
    assert answer.status == 2 and told in answer.stderr
    assert not (tmp_path / "moi").exists()


def test_what_the_check_refuses_is_told_and_nothing_is_laid(tmp_path: Path) -> None:
    answer = new(tmp_path / "moi", "xa", "--email", "a@b.example", *NONE)
    assert answer.status == 1 and "Chưa lập dự án" in answer.stderr
    assert "[placeholder-left]" in answer.stderr and not (tmp_path / "moi").exists()


def test_without_git_the_project_is_laid_and_the_rest_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = new(tmp_path / "moi", "xa", *NONE)
    assert answer.status == 2 and "chưa lưu được vào git" in answer.stderr
    assert "git init -b main" in answer.stderr
    assert congkhai("check", at=tmp_path / "moi").status == 0


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "có sẵn").write_text("x")
    answer = new(tmp_path)
    assert answer.status == 2 and "không trống" in answer.stderr


def test_the_sample_can_be_had_as_a_project(tmp_path: Path) -> None:
    assert congkhai("new", tmp_path / "mau", "--example").status == 0
    laid = {
        p.relative_to(tmp_path / "mau" / "data") for p in (tmp_path / "mau" / "data").rglob("*")
    }
    assert laid == {path.relative_to(DATA) for path in DATA.rglob("*")}


def test_two_units_of_one_name_get_two_ids() -> None:
    from datetime import date

    place = Place("xa", "Xã A", date(2026, 1, 1), ("Phòng A", "Phong a", "Phòng A"))
    assert [row[0] for row in place.unit_rows()] == ["phong-a", "phong-a-2"]


def test_the_command_that_is_printed_is_taken_by_a_shell(tmp_path: Path) -> None:
    told = new(tmp_path / "Xã Hoa Sen $HOME", "xa", *NONE)
    assert told.status == 0, told.said
    typed = told.stdout.split("Xem thử: ")[1].split(" && congkhai serve")[0]
    found = subprocess.run(["sh", "-c", f"{typed} && pwd"], capture_output=True, text=True)
    assert found.stdout.strip() == str(tmp_path / "Xã Hoa Sen $HOME")
    assert git(tmp_path / "Xã Hoa Sen $HOME", "fsck", "--strict") == ""
