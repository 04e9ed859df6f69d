"""Nobody is named without grounds, and nothing private stands in what is published."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.app.sample import make_sample_files
from generator.check.private import private_data
from generator.check.rules.criticism_as_discipline import DISCIPLINE
from generator.check.rules.person_names import PERSON
from generator.model.text import vn_number
from worlds.broken import findings
from worlds.paths import DATA, SMALL


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


@pytest.mark.parametrize(
    "text",
    [
        "Công văn 643/UBND-TTr ngày 06/3/2018",
        "Nghị định số 112/2020/NĐ-CP",
        "hồ sơ H56.1-180306-0001",
        "hồ sơ 000.00.16.H56-180306-0001",
        "thủ tục 1.001193.000.00.00.H56",
        "thu thừa 171234567 đồng",
        "171.234.567 đồng",
        "lúc 08:30 ngày 02.12.2018 và 03-12-2018",
        "2018-12-31",
        "Đoàn kiểm tra công vụ số 2 Phòng Nội vụ",
        "quá hạn 20 ngày, 37 hồ sơ, 92,4 %",
        "tổng đài 1900 1234",
        "Quốc lộ 1A, đường vành đai 2",
        "sửa 12 đường dây điện",
    ],
)
def test_what_official_papers_are_full_of_is_no_alarm(text: str) -> None:
    assert codes(text) == set()


LAW = settings(max_examples=200, deadline=None, derandomize=True)
BEFORE = st.sampled_from(["", "Đã trả ", "gồm ", "(", "theo văn bản ", "ngày làm việc: "])
AFTER = st.sampled_from(["", ".", ", đúng hạn", ")", "; còn lại chưa xong"])
DAYS = st.dates(min_value=date(2000, 1, 1)).filter(lambda d: d.year < 2100)
SYMBOLS = st.sampled_from(["QĐ-UBND", "TB-UBND", "UBND-TTr", "BB-ĐKT", "KL-TTr", "CV-PNV"])


@LAW
@given(
    before=BEFORE, after=AFTER, amount=st.integers(1, 10**12), unit=st.sampled_from(["đồng", "đ"])
)
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
def test_no_code_of_a_dossier_or_procedure_is_private(
    before: str, after: str, day: date, number: int, code: int
) -> None:
    stamp = day.strftime("%y%m%d")
    for shown in (
        f"H56.{number % 99}-{stamp}-{number:04d}",
        f"000.{number % 90 + 10}.16.H56-{stamp}-{number:04d}",
        f"{number % 3}.{code:06d}",
        f"{number % 3}.{code:06d}.000.00.00.H56",
        f"hs-{day.year}-{number:05d}",
    ):
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


def test_streets_and_schools_are_no_persons() -> None:
    for text in ("trường Nguyễn Văn Trỗi", "đường Võ Thị Sáu", "người dân Hồ Chí Minh", "bà con"):
        assert not PERSON.search(text), text
    for text in ("bà Đỗ Thị Hạnh", "anh Lê Hùng", "đơn của Nguyễn Văn Nam", "công dân Trần Bình"):
        assert PERSON.search(text), text


def test_the_letter_s_own_words_call_nothing_discipline() -> None:
    for text in (
        "vi phạm kỷ luật, kỷ cương hành chính",
        "phê bình không phải là hình thức kỷ luật",
        "chuyên mục Kỷ luật, kỷ cương",
    ):
        assert not DISCIPLINE.search(text), text
    for text in ("bị kỷ luật", "kỷ luật phê bình", "hình thức kỉ luật: phê bình"):
        assert DISCIPLINE.search(text), text


MEASURES = [
    ("demotion", "civil_servant", "Trưởng phòng", "2019-01-01", ""),
    ("demotion", "civil_servant", "Chuyên viên", "2019-01-01", "measure-wrong-post"),
    ("demotion", "civil_servant", "Trưởng phòng", "2025-07-01", "measure-not-law"),
    ("salary_step_reduction", "civil_servant", "Trưởng phòng", "2011-07-04", ""),
    ("salary_step_reduction", "civil_servant", "Trưởng phòng", "2011-07-05", "measure-wrong-post"),
    ("salary_step_reduction", "civil_servant", "Chuyên viên", "2025-06-30", ""),
    ("salary_step_reduction", "civil_servant", "Chuyên viên", "2025-07-01", "measure-not-law"),
    ("salary_step_reduction", "public_employee", "Giáo viên", "2018-01-01", "measure-wrong-kind"),
    ("reprimand", "public_employee", "Giáo viên", "2011-12-31", "measure-not-law"),
    ("reprimand", "public_employee", "Giáo viên", "2012-01-01", ""),
    ("removal_from_post", "public_employee", "Hiệu trưởng", "2021-01-01", ""),
    ("removal_from_post", "public_employee", "Giáo viên", "2021-01-01", "measure-wrong-post"),
    ("removal_from_office", "official", "Chủ tịch Ủy ban nhân dân", "2026-01-01", ""),
    ("dismissal", "official", "Chủ tịch Ủy ban nhân dân", "2018-01-01", "measure-wrong-kind"),
    ("dismissal", "civil_servant", "Chuyên viên", "2025-07-01", ""),
]


@pytest.mark.parametrize(("measure", "kind", "position", "day", "code"), MEASURES)
def test_a_form_is_law_for_a_kind_a_post_and_a_day(
    tmp_path: Path, measure: str, kind: str, position: str, day: str, code: str
) -> None:
    city = shutil.copytree(SMALL, tmp_path / "city")
    file = city / "criticisms.csv"
    text = file.read_text("utf-8")
    text = text.replace("Công chức địa chính,civil_servant", f"{position},{kind}")
    text = text.replace("reprimand,07/QĐ-MAU,2018-10-01", f"{measure},07/QĐ-MAU,{day}")
    file.write_text(text, "utf-8")
    found = {problem.code for problem in findings(city) if problem.code.startswith("measure-")}
    assert found == ({code} if code else set())


@pytest.mark.parametrize("seed", range(3))
def test_records_of_any_seed_pass_the_gates(tmp_path: Path, seed: int) -> None:
    city = shutil.copytree(DATA, tmp_path / "city")
    for name in ("ledger.jsonl", "ledger_openings.jsonl"):
        (city / name).unlink()
    for path, content in make_sample_files(DATA, dossiers=50, seed=seed).items():
        (city / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert {problem.code for problem in findings(city)} == set()
