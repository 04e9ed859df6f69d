"""Copies of a data folder's repository that hold no name that has ended: what marks them as such.

A copy lies beside the original and never takes its place, so no edition is closed in one.
"""

from pathlib import Path

PUBLIC = "public_copy.txt"
"""In a copy for everybody: it has no dossiers, and no counts of closed quarters."""
SUPERVISION = "supervision_copy.txt"
"""In a copy for those who may see dossiers: it has both."""
NOTES = {
    PUBLIC: (
        "Đây là bản sao công khai của kho dữ liệu, do lệnh congkhai forget tạo.\n"
        "Tên đã thôi nêu, bản nháp, hồ sơ và số đếm riêng của các quý không có trong bản này, kể "
        "cả trong các lần lưu cũ.\n"
        "Vì vậy không dựng trang và không đóng kỳ công bố từ bản này được.\n"
    ),
    SUPERVISION: (
        "Đây là bản sao của kho dữ liệu cho cơ quan được xem hồ sơ, do lệnh congkhai forget tạo.\n"
        "Tên đã thôi nêu và bản nháp không có trong bản này, kể cả trong các lần lưu cũ.\n"
        "Trong bản này có hồ sơ và số đếm riêng của các quý: không được công khai. Không đóng kỳ "
        "công bố từ bản này.\n"
    ),
}
"""What each says of itself."""


def is_public_copy(data_dir: Path) -> bool:
    """True of a copy from which no figure can be made."""
    return (data_dir / PUBLIC).is_file()


def is_copy(data_dir: Path) -> bool:
    """True of a copy of either kind."""
    return any((data_dir / name).is_file() for name in NOTES)
