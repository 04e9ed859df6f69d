"""A clerk with an export and an empty folder is led, by guesses and questions, to a sound check."""

import os
import pty
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.app.dossiers.desk import open_dossier_desk
from generator.app.dossiers.guess import suggest
from generator.app.dossiers.mapping_files import SHIPPED, load_mapping, shipped_names
from generator.app.sources import check_folder
from generator.model.own_yaml import own_yaml
from worlds.command import congkhai
from worlds.exports import FIRST, PERSON, PHONE, Counter, rows
from worlds.paths import ROOT
from worlds.patience import PATIENCE_SECONDS
from worlds.sheets import workbook

OPEN = {
    "Đăng ký khai sinh": "1.001193",
    "Đăng ký khai tử": "1.000656",
    "Chứng thực bản sao từ bản chính": "2.000815",
    "Phòng VH - XH": "phong-van-hoa-xa-hoi",
    "Trung tâm PV hành chính công": "Trung tâm Phục vụ hành chính công",
}
"""What a new ward is asked, and what its clerk knows."""


def exported(count: int) -> list[list[Any]]:
    """An export as systems make them: titles above, people in it, a sum and a name below."""
    head = [
        *("STT", "Mã hồ sơ", "Tên TTHC", "Lĩnh vực", "Người nộp", "Điện thoại", "Hình thức nộp"),
        *("Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả kết quả", "Tình trạng"),
    ]
    procedures, units = list(OPEN)[:3], list(OPEN)[3:]
    made: list[list[Any]] = [["DANH SÁCH HỒ SƠ ĐÃ TIẾP NHẬN"], ["Quý IV năm 2018"], [], head]
    first = datetime(2018, 10, 1, 8, 5)  # noqa: DTZ001
    for number in range(count):
        at = first + timedelta(days=7 * (number // 50) + number % 5, minutes=9 * (number % 37))
        is_open = at.month == 12
        made.append(
            [
                *(number + 1, f"000.00.01.H56-{at:%y%m%d}-{number + 1:04d}"),
                *(procedures[number % 3], "Hộ tịch", PERSON, PHONE),
                *(("Trực tiếp", "Trực tuyến")[number % 2], units[number % 7 == 0]),
                *(at, at + timedelta(days=2, hours=1), None if is_open else at + timedelta(days=1)),
                "Đang xử lý" if is_open else "Đã trả kết quả",
            ]
        )
    return [*made, ["Tổng cộng", f"{count} hồ sơ"], [], [None] * 9 + ["Người lập biểu"]]


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A new ward's project, with an export in it."""
    project = tmp_path / "hoa-sen"
    words = ("--kind", "phuong", "--name", "Phường Hoa Sen", "--as-of", "2018-12-31")
    done = congkhai("new", project, *words, "--station", "không", "--directive", "không")
    assert done.status == 0, done.said
    workbook(project / "ho-so.xlsx", {"Danh sách": exported(500)})
    return project


def test_five_hundred_dossiers_go_into_an_empty_folder(ward: Path) -> None:
    export, mapping = ward / "ho-so.xlsx", ward / "mot-cua.yaml"
    suggested = congkhai("import", "dossiers", export, "--suggest", at=ward)
    assert suggested.status == 0 and "chắc 100 %" in suggested.said, suggested.said
    asked = own_yaml(mapping)["columns"]
    blank = [word for rule in asked.values() for word in rule.get("values") or () if word in OPEN]
    assert sorted(blank) == sorted(OPEN) and "gần nhất: Phòng Văn hóa" in mapping.read_text("utf-8")
    unanswered = congkhai("import", "dossiers", export, "--yes", at=ward)
    assert unanswered.status == 1 and "Chưa ghi gì" in unanswered.said
    lines = mapping.read_text("utf-8").splitlines()
    for word, answer in OPEN.items():
        lines = [
            f"{line.split(':')[0]}: {answer}" if f" {word}:" in line else line for line in lines
        ]
    mapping.write_text("\n".join(lines), "utf-8")
    done = congkhai("import", "dossiers", export, "--yes", at=ward)
    assert done.status == 0 and "thêm 500" in done.said and "thêm 3 thủ tục" in done.said, done.said
    problems = check_folder(ward / "data").problems
    assert [problem for problem in problems if problem.severity == "error"] == []
    known = (ward / "data/procedures.csv").read_text("utf-8")
    assert "1.001193,Đăng ký khai sinh,Đăng ký khai sinh,Hộ tịch,city,false,,false," in known
    written = [path for path in ward.rglob("*") if path.is_file() and path != export]
    assert not any(PERSON.encode() in p.read_bytes() or PHONE.encode() in p.read_bytes()
                   for p in written)  # fmt: skip
    again = congkhai("import", "dossiers", export, at=ward)
    assert again.status == 0 and "Không có gì thay đổi" in again.said


def typed_at_terminal(folder: Path, answers: list[str], *words: str) -> tuple[int, str]:
    """The command at a terminal at which somebody types answers."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "import", "dossiers", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=theirs, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as running:  # fmt: skip
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        said, _ = running.communicate(timeout=PATIENCE_SECONDS)
    os.close(ours)
    return running.returncode, said.decode()


def test_the_questions_are_answered_at_a_terminal_and_the_answers_kept(tmp_path: Path) -> None:
    counter = Counter.at(tmp_path)
    odd = [
        {**FIRST, "Đơn vị": "P.Hoa Sen (cũ)"},
        {**FIRST, "Mã hồ sơ": "H01-2", "Tình trạng": "Đã chuyển hậu kiểm"},
        {**FIRST, "Mã hồ sơ": "H01-3", "Tình trạng": "Bản nháp"},
    ]
    counter.csv(odd)
    answers = ["99 không có", "1", "bỏ", "granted", "có"]
    status, said = typed_at_terminal(tmp_path, answers, "ho-so.csv")
    assert status == 0 and "thêm 2" in said and "không có trong danh mục" in said, said
    kept = load_mapping(str(tmp_path / "mot-cua.yaml")).mapping
    assert kept.rule("unit_id").values["P.Hoa Sen (cũ)"] == "p-hoa-sen"
    assert kept.rule("outcome").values["Đã chuyển hậu kiểm"] == "granted"
    assert kept.rule("outcome").left_out == ("Bản nháp",)
    again = counter.run("ho-so.csv")
    assert again.status == 0 and "Không có gì thay đổi" in again.said, again.said


def test_columns_that_have_other_names_are_found_and_how_sure_that_is_told(
    tmp_path: Path,
) -> None:
    counter = Counter.at(tmp_path)
    names = {"Mã hồ sơ": "Mã số HS", "Ngày tiếp nhận": "Ngày t.nhận", "Tình trạng": "Trạng thái"}
    renamed = [{names.get(title, title): cell for title, cell in row.items()} for row in rows(30)]
    found = suggest(open_dossier_desk(counter.data), counter.csv(renamed))
    sure = {guess.column: guess.sure for guess in found.guesses}
    assert sure["promised_at"] == sure["outcome"] == 100
    assert 70 <= sure["dossier_id"] < 100 and found.mapping.personal == (
        "Chủ hồ sơ",
        "Số điện thoại",
    )
    assert found.lacking == () or found.lacking == ("received_at",)


def test_an_export_whose_months_come_first_is_read_so(tmp_path: Path) -> None:
    counter = Counter.at(tmp_path)
    path = counter.csv(rows(30))
    text = path.read_text("utf-8-sig").replace("/11/2018", "/2018")
    swapped = "\n".join(
        ";".join(f"11/{cell}" if cell.count("/") == 1 else cell for cell in line.split(";"))
        for line in text.splitlines()
    )
    path.write_text(swapped.replace("11/09/2018", "11/19/2018"), "utf-8")
    found = suggest(open_dossier_desk(counter.data), path)
    assert found.mapping.rule("promised_at").forms == ("mm/dd/yyyy",)


def test_a_code_that_stands_beside_the_name_says_which_procedure_it_is(tmp_path: Path) -> None:
    counter, name = Counter.at(tmp_path), "Tên thủ tục hành chính"
    counter.csv(
        [
            {**FIRST, name: "1.001193 - Đăng ký khai sinh"},
            {**FIRST, "Mã hồ sơ": "H01-2", name: "Chứng thực bản sao (2.000815)"},
        ]
    )
    done = counter.run("ho-so.csv", "--yes")
    assert done.status == 0 and "thêm 2 thủ tục" in done.said, done.said
    known = (counter.data / "procedures.csv").read_text("utf-8")
    assert "1.001193,Đăng ký khai sinh,Đăng ký khai sinh,Hộ tịch," in known
    assert "2.000815,Chứng thực bản sao,Chứng thực bản sao,Hộ tịch," in known


@pytest.mark.parametrize("name", shipped_names())
def test_shipped_mappings_are_sound(name: str) -> None:
    mapping = load_mapping(name).mapping
    assert mapping.title and mapping.personal
    read = {heading.lower() for heading in mapping.headings}
    assert not read & {heading.lower() for heading in (*mapping.personal, *mapping.ignored)}
    assert (SHIPPED / f"{name}.yaml").read_text("utf-8").startswith("# ")
