"""Which cells can be said after "vì", and how they are said."""

import pytest

from generator.model.clauses import Trouble, clause, done, trouble_of


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("Phân công rõ người trực", "đã phân công rõ người trực"),
        ("Trực tiếp đôn đốc từng hồ sơ", "đã trực tiếp đôn đốc từng hồ sơ"),
        ("Tận tình hướng dẫn người già", "đã tận tình hướng dẫn người già"),
        ("Không để hồ sơ nào quá hạn", "không để hồ sơ nào quá hạn"),
        ("Đã số hóa xong hồ sơ.", "đã số hóa xong hồ sơ"),
        ("Mười tuần liền không để hồ sơ quá hạn", "mười tuần liền không để hồ sơ quá hạn"),
        ("UBND phường phục vụ tốt", "UBND phường phục vụ tốt"),
    ],
)
def test_a_deed_is_said_as_done(cell: str, said: str) -> None:
    assert done(cell) == said


def test_a_cell_that_gives_its_own_because_says_it_once() -> None:
    assert clause("Vì để mất sổ.") == "để mất sổ"


@pytest.mark.parametrize(
    ("cell", "trouble"),
    [
        ("Để mất sổ theo dõi hồ sơ", None),
        ("Đoàn kiểm tra đến mà không có người trực", None),
        ("Do để mất sổ", "begins"),
        ("Về việc để mất sổ", "begins"),
        ("Lý do: để mất sổ", "begins"),
        ("Để mất sổ. Không báo cáo", "several"),
        ("Vi phạm gồm: để mất sổ", "bracket"),
        ("Để mất sổ (lần hai)", "bracket"),
        ("để " + "mất sổ " * 20, "long"),
    ],
)
def test_a_cell_that_cannot_follow_says_why(cell: str, trouble: Trouble | None) -> None:
    assert trouble_of(cell) == trouble
