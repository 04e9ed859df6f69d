"""Names that are letters and figures, numbers that are names, and so many of one to a number."""

from pathlib import Path

import pytest
import yaml

from generator.model.abbreviations import Abbreviations
from generator.model.speech import Speech
from generator.speech.reader.read import read_text
from generator.speech.unreadable import Unreadable
from worlds.paths import DATA

SPEECH = Speech(
    Abbreviations.model_validate(
        yaml.safe_load(Path(DATA / "abbreviations.yaml").read_text("utf-8"))
    ),
    "north",
)
READ = {
    "tàu SE7 về muộn": "tàu S E bảy về muộn",
    "tòa CT2 mất nước": "tòa C T hai mất nước",
    "chung cư CT3B mất điện": "chung cư C T ba B mất điện",
    "lô LK5": "lô L K năm",
    "căn hộ P1203": "căn hộ P một hai không ba",
    "chuyến bay VN1273": "chuyến bay V N một hai bảy ba",
    "họp tại P.302": "họp tại phòng ba trăm linh hai",
    "MST 2800123456": "mã số thuế hai tám, không không một hai, ba bốn năm sáu",
    "mã số thuế 2800123456-001": (
        "mã số thuế hai tám, không không một hai, ba bốn năm sáu, không không một"
    ),
    "STK 0123456789": "số tài khoản không một, hai ba bốn năm, sáu bảy tám chín",
    "số tài khoản 123456789": "số tài khoản một hai ba bốn năm, sáu bảy tám chín",
    "UBND các P, X báo cáo": "Ủy ban nhân dân các phường, xã báo cáo",
    "mời các P, X và TT": "mời các phường, xã và thị trấn",
    "BKHĐT trả lời": "Bộ Kế hoạch và Đầu tư trả lời",
    "1 người/1 máy": "một người một máy",
    "1 cán bộ/50 hộ dân": "một cán bộ trên năm mươi hộ dân",
    "20.000 đồng/1 hồ sơ": "hai mươi nghìn đồng một hồ sơ",
    "hẹn trả 09/02, đến 15/02 mới trả": (
        "hẹn trả ngày mùng chín tháng hai, đến ngày mười lăm tháng hai mới trả"
    ),
    "phụ cấp 0,3.": "phụ cấp không phẩy ba.",
    "mức độ 3,4.": "mức độ ba, bốn.",
    "sau 03 ngày LV": "sau ba ngày làm việc",
    "12 giấy CNQSDĐ": "mười hai giấy chứng nhận quyền sử dụng đất",
    "Phó Bí thư TT Đảng ủy": "Phó Bí thư Thường trực Đảng ủy",
    "Bệnh viện ĐK tỉnh": "Bệnh viện Đa khoa tỉnh",
}
REFUSED = (
    *(
        "mã hồ sơ H56.20-181012-0007",
        "gặp T7 ở cổng",
        "1203456789 người",
        "CMND 171234567",
        "UBND P, X",
        "đề nghị BTNX",
    ),
    *("Điều/1 khoản", "tàu SE7/8"),
)


@pytest.mark.parametrize(("written", "said"), READ.items())
def test_it_is_read_by_what_stands_before_it(written: str, said: str) -> None:
    assert read_text(written, SPEECH) == said


@pytest.mark.parametrize("written", REFUSED)
def test_where_nothing_says_what_it_is_it_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        read_text(written, SPEECH)
