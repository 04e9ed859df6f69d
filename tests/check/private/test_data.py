"""Numbers, accounts and addresses of persons are found; what only looks like them is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.private.data import private_data
from generator.model.text import vn_number


def codes(text: str) -> set[str]:
    return {code for code, _ in private_data(text)}


@pytest.mark.parametrize(
    "text",
    [
        "số 038090001234",
        "căn cước 038 090 001 234",
        "CCCD: 038.090.001.234",
        "người có số 171234567",
        "CMND số 171 234 567",
        "hộ chiếu C1234567",
        "số định danh cá nhân 038190001234",
        "số ０３８０９０００１２３４",
    ],
)
def test_numbers_of_identity_are_found(text: str) -> None:
    assert codes(text) == {"personal-id"}


@pytest.mark.parametrize(
    "text",
    [
        *("0912345678", "0912 345 678", "0912.345.678", "091-234-5678", "+84912345678"),
        *("84 912 345 678", "+84 (0) 912 345 678", "(0237) 3852 246", "02373.852.246"),
        *("gọi 0237 3 852 246 để hỏi", "0084912345678", "sđt:0368123456.", "(+84) 368 123 456"),
        *("0912345678/0987654321", "tel.0912345678", "0912345678 đồng chí trực"),
    ],
)
def test_telephones_are_found(text: str) -> None:
    assert codes(text) == {"personal-phone"}


@pytest.mark.parametrize(
    "text",
    [
        *("số nhà 25 Lê Lợi", "số 25 đường Lê Lợi", "25/3 phố Hàng Đồng", "ngõ 12", "nhà số 7"),
        *("trú tại thôn 5", "địa chỉ: tổ 3", "số 8 Lê Lợi, phường Lam Sơn"),
    ],
)
def test_addresses_are_found(text: str) -> None:
    assert codes(text) == {"personal-address"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a.b@example.vn", "personal-email"),
        ("a.b (at) example.vn", "personal-email"),
        ("tài khoản ngân hàng 0101000123456", "personal-account"),
        ("STK 19 0012 3456 7890", "personal-account"),
        ("mã số thuế 2800123456", "personal-account"),
    ],
)
def test_accounts_and_mail_are_found(text: str, code: str) -> None:
    assert codes(text) == {code}


SENSITIVE = (
    *("người nộp nhiễm HIV", "cháu bị bệnh tim", "chị ấy mang thai", "ông này có tiền án"),
    *("nạn nhân bị xâm hại", "bệnh án của bà Cụ", "em học sinh lớp 8C", "anh theo đạo Tin lành"),
    *("ông nhiễm chất độc da cam mà không được hưởng", "con chị bị khuyết tật"),
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("người sinh ngày 12/3/1985", "personal-birth"),
        ("SN 1968, ở xóm 4", "personal-birth"),
        ("xe 36B1-234.56", "personal-plate"),
        ("biển số 29-T1 2345", "personal-plate"),
        ("thửa đất số 125, tờ bản đồ số 8", "personal-land"),
        ("vị trí 19.807685, 105.776748", "personal-land"),
        ("facebook.com/nguoi.dan", "personal-social"),
        ("tài khoản @hoa_nguyen90", "personal-social"),
        ("a dot b at gmail", "personal-email"),
        ("nam chấm nguyen a còng gmail chấm com", "personal-email"),
        ("không chín một hai ba bốn năm sáu bảy tám", "personal-phone"),
        ("https://a.vn/tra-cuu?hoten=nam", "personal-link"),
        ("trú tại bản Pọng", "personal-address"),
        ("thẻ HS4383821234567", "personal-account"),
        *((text, "personal-sensitive") for text in SENSITIVE),
        ("gọi 098*****21", "personal-phone"),
        ("hộ ở 125 Đội Cung", "personal-address"),
        ("căn B12-05 toà A", "personal-address"),
        ("lô LK 05-12 khu đấu giá", "personal-land"),
    ],
)
def test_what_belongs_to_one_person_is_found(text: str, code: str) -> None:
    assert codes(text) == {code}


@pytest.mark.parametrize(
    "text",
    [
        *("khai sinh ngày 12/3/2018", "học sinh năm 2018", "phát sinh năm 2018", "24/7", "12 thửa"),
        "Công văn 643/UBND-TTr ngày 06/3/2018",
        "Nghị định số 112/2020/NĐ-CP",
        "thủ tục 1.001193.000.00.00.H56",
        "thu thừa 171234567 đồng",
        "171.234.567 đồng",
        "lúc 08:30 ngày 02.12.2018 và 03-12-2018",
        "2018-12-31",
        "Đoàn kiểm tra công vụ số 2 Phòng Nội vụ",
        "quá hạn 20 ngày, 37 hồ sơ, 92,4 %",
        "tổng đài 1900 1234",
        *("các bà mẹ mang thai", "trẻ em bị xâm hại", "một cụ già bị liệt", "người nhiễm HIV"),
        *("công dân mang thai được ưu tiên", "sửa 12 phố được chọn", "phòng 12 tòa nhà trụ sở"),
        "Quốc lộ 1A, đường vành đai 2",
        "sửa 12 đường dây điện",
    ],
)
def test_what_official_papers_are_full_of_is_no_alarm(text: str) -> None:
    assert codes(text) == set()


LAW = settings(max_examples=60, deadline=None, derandomize=True)
"""Each tries several forms; what stands before and after them takes thirty forms together."""
BEFORE = st.sampled_from(["", "Đã trả ", "gồm ", "(", "theo văn bản ", "ngày làm việc: "])
AFTER = st.sampled_from(["", ".", ", đúng hạn", ")", "; còn lại chưa xong"])
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
AMOUNTS = st.integers(1, 10**12) | st.integers(10**8, 4 * 10**8)
"""The second are as long as an old identity card's number, and begin as it does."""
SYMBOLS = st.sampled_from(["QĐ-UBND", "TB-UBND", "UBND-TTr", "BB-ĐKT", "KL-TTr", "CV-PNV"])


@LAW
@given(before=BEFORE, after=AFTER, amount=AMOUNTS, unit=st.sampled_from(["đồng", "đ"]))
def test_no_amount_of_money_is_private(before: str, after: str, amount: int, unit: str) -> None:
    for shown in (str(amount), vn_number(amount), vn_number(amount).replace(".", " ")):
        assert codes(f"{before}{shown} {unit}{after}") == set()


@LAW
@given(before=BEFORE, after=AFTER, day=DAYS)
def test_no_day_is_private(before: str, after: str, day: date) -> None:
    for form in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d"):
        assert codes(f"{before}{day.strftime(form)}{after}") == set()


@LAW
@given(before=BEFORE, after=AFTER, number=st.integers(1, 99_999), day=DAYS, symbol=SYMBOLS)
def test_no_number_of_a_document_is_private(
    before: str, after: str, number: int, day: date, symbol: str
) -> None:
    for shown in (f"{number}/{symbol}", f"{number}/{day.year}/{symbol}", f"MẪU-{number}/{symbol}"):
        assert codes(f"{before}{shown}{after}") == set()


@LAW
@given(
    before=BEFORE,
    after=AFTER,
    day=DAYS,
    number=st.integers(0, 9_999),
    code=st.integers(0, 10**6 - 1),
)
def test_every_code_of_a_dossier_is_private_and_none_of_a_procedure(
    before: str, after: str, day: date, number: int, code: int
) -> None:
    stamp = day.strftime("%y%m%d")
    for shown in (
        f"H56.{number % 99}-{stamp}-{number:04d}",
        f"000.{number % 90 + 10}.16.H56-{stamp}-{number:04d}",
        f"G{number % 90 + 10}.99.H56-{stamp}-{number:04d}",
    ):
        assert codes(f"{before}{shown}{after}") == {"dossier-code"}
    for shown in (f"{number % 3}.{code:06d}", f"{number % 3}.{code:06d}.000.00.00.H56"):
        assert codes(f"{before}{shown}{after}") == set()


@LAW
@given(
    before=BEFORE,
    province=st.sampled_from(["001", "038", "040", "079", "096"]),
    century=st.integers(0, 3),
    year=st.integers(0, 99),
    serial=st.integers(0, 999_999),
    gap=st.sampled_from(["", " ", ".", "-"]),
)
def test_every_well_formed_card_is_private(
    before: str, province: str, century: int, year: int, serial: int, gap: str
) -> None:
    digits = f"{province}{century}{year:02d}{serial:06d}"
    groups = gap.join((digits[:3], digits[3:6], digits[6:9], digits[9:]))
    assert "personal-id" in codes(f"{before}{groups}")
    assert not any(digits[:6] in hint for _, hint in private_data(digits))


@LAW
@given(
    trunk=st.sampled_from(["0", "+84", "+84 ", "84", "(0)", "(+84) "]),
    first=st.sampled_from("35789"),
    rest=st.lists(st.sampled_from("0123456789"), min_size=8, max_size=8),
    gap=st.sampled_from(["", " ", ".", "-"]),
)
def test_every_mobile_number_is_private(trunk: str, first: str, rest: list[str], gap: str) -> None:
    digits = first + "".join(rest)
    shown = trunk + gap.join((digits[:2], digits[2:5], digits[5:]))
    assert codes(f"liên hệ {shown}")


@pytest.mark.parametrize("account", ["nguyenthihanh.th", "hanh_nt", "namvan88", "le.minh.anh"])
def test_an_account_behind_a_network_is_found_by_its_look(account: str) -> None:
    assert codes(f"Xem bài trên trang facebook {account}") == {"personal-social"}


@pytest.mark.parametrize("what", ["thanhhoa.gov.vn", "của phường", "tháng 3.2018", "2018", "."])
def test_what_is_no_account_stands_behind_a_network(what: str) -> None:
    assert codes(f"Xem bài trên trang facebook {what}") == set()


def test_a_short_address_of_a_conversation_is_found() -> None:
    assert codes("m.me/hanh.nguyen.921 đã nhắn ba lần") == {"personal-social"}
