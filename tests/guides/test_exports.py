"""The guide of exports, walked by itself: a one-stop system's list goes into an empty ward."""

from pathlib import Path

from guides.walk import Clerk, begun
from worlds.sheets import workbook

GUIDE = "nhap-ho-so"
UNIT = "Trung tâm Phục vụ hành chính công"
TITLES = (
    "Mã hồ sơ", "Mã TTHC", "Tên TTHC", "Lĩnh vực", "Họ tên người nộp", "Số điện thoại",
    "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả kết quả", "Tình trạng", "Đơn vị",
)  # fmt: skip
PERSON, PHONE = "Nguyễn Văn A", "0000000000"


def _export(clerk: Clerk) -> None:
    """Lay the list as the system exports it, with the people in it."""
    about = ("1.001193", "Đăng ký khai sinh", "Hộ tịch", PERSON, PHONE)
    rows = [
        [f"H-{n}", *about, f"0{n}/10/2026", f"1{n}/10/2026", f"0{n + 2}/10/2026", "Đã trả", UNIT]
        for n in range(1, 5)
    ]
    workbook(clerk.folder / "ho-so.xlsx", {"Hồ sơ": [list(TITLES), *rows]})


def test_the_guide_takes_an_export_in_as_it_stands(tmp_path: Path) -> None:
    clerk = begun(tmp_path)
    clerk.follow(GUIDE, {"congkhai import dossiers ho-so.xlsx --suggest": _export})
    lines = (clerk.folder / "data" / "dossiers" / "2026-q4.csv").read_text("utf-8").splitlines()
    assert len(lines) == 5 and "H-1" in lines[1]
    for path in (clerk.folder / "data").rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert PERSON not in text and PHONE not in text, path
    assert (clerk.folder / "mot-cua.yaml").exists()
    told = clerk.run("import", "dossiers", "ho-so.xlsx", "--yes")
    assert told.status == 0 and "Đã ghi" not in told.said, "the same file changes nothing"
