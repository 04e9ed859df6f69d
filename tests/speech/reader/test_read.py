"""Free text to words. The facts in datasets/spoken/ come with their source there."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.datafolder.abbreviations import load_abbreviations
from generator.model.abbreviations import Abbreviations
from generator.model.own_yaml import own_yaml
from generator.model.speech import Speech
from generator.model.text import nfc
from generator.speech.documents import document_no
from generator.speech.reader.read import read_for_air, read_text, sentences
from generator.speech.syllables import is_syllable, syllable_count
from generator.speech.unreadable import Unreadable
from worlds.paths import DATA, DATASETS

SPOKEN = DATASETS / "spoken"
SHIPPED = Abbreviations.model_validate(own_yaml(DATA / "abbreviations.yaml"))

SPEECH = Speech(SHIPPED, "north")


def read(text: str) -> str:
    return read_text(text, SPEECH)


def rows_of(name: str) -> list[dict[str, str]]:
    with (SPOKEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cases() -> list[tuple[str, tuple[str, ...]]]:
    rows = rows_of("spoken_cases.csv")
    return [(row["written"], (row["spoken"], *row["alternatives"].split(" || "))) for row in rows]


@pytest.mark.parametrize(("written", "right"), cases())
def test_the_reference_cases_are_read_as_an_announcer_reads_them(
    written: str, right: tuple[str, ...]
) -> None:
    assert read(written).lower() in right


def outcome(written: str) -> tuple[str, str]:
    """The reading and nothing, or nothing and what was refused."""
    try:
        return read_for_air(written, SPEECH), ""
    except Unreadable as refusal:
        return "", refusal.fragment


def test_lines_of_officials_are_read_as_they_were_read_aloud_or_refused() -> None:
    rows = rows_of("official_lines.csv")
    told = [(row["written"], *outcome(row["written"])) for row in rows]
    assert told == [(row["written"], row["spoken"], row["refused"]) for row in rows]
    assert sum(bool(row["spoken"]) for row in rows) > 300


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        # Days, months, quarters, hours.
        ("trước 20/3/2018", "trước ngày hai mươi tháng ba năm hai nghìn không trăm mười tám"),
        ("ngày 6 tháng 3", "ngày mùng sáu tháng ba"),
        ("ngày 05 hàng tháng", "ngày mùng năm hàng tháng"),
        ("mỗi tháng 4 lần", "mỗi tháng bốn lần"),
        ("mỗi ngày 5 hồ sơ", "mỗi ngày năm hồ sơ"),
        ("tháng 4/2018", "tháng tư năm hai nghìn không trăm mười tám"),
        ("quý IV/2018", "quý bốn năm hai nghìn không trăm mười tám"),
        ("Quý I năm 2018", "Quý một năm hai nghìn không trăm mười tám"),
        ("sáng 6/10", "sáng ngày mùng sáu tháng mười"),
        ("từ ngày 1/3 đến 5/3", "từ ngày mùng một tháng ba đến ngày mùng năm tháng ba"),
        ("mùng 6/10", "mùng sáu tháng mười"),
        ("trước 13:30", "trước mười ba giờ ba mươi phút"),
        # Numbers and what stands beside them.
        ("05 ngày làm việc", "năm ngày làm việc"),
        ("3-5 ngày", "ba đến năm ngày"),
        (
            "giai đoạn 2016 - 2020",
            "giai đoạn hai nghìn không trăm mười sáu đến hai nghìn không trăm hai mươi",
        ),
        ("tăng 1,3 điểm phần trăm", "tăng một phẩy ba điểm phần trăm"),
        ("đạt 30 %", "đạt ba mươi phần trăm"),
        ("36/37 phường, xã", "ba mươi sáu trên ba mươi bảy phường, xã"),
        ("điểm 4.3", "điểm bốn chấm ba"),
        ("cấp III, cấp IV", "cấp ba, cấp bốn"),
        ("120 m2", "một trăm hai mươi mét vuông"),
        ("xếp thứ 4", "xếp thứ tư"),
        ("lần thứ XIII", "lần thứ mười ba"),
        # Short forms and marks.
        ("UBND P. Đông Vệ", "Ủy ban nhân dân phường Đông Vệ"),
        ("ông Nguyễn Văn P.", "ông Nguyễn Văn P."),
        ("P. Nội vụ", "Phòng Nội vụ"),
        ("UBND TP.", "Ủy ban nhân dân thành phố."),
        ("xã X. Đơn vị đã xin lỗi", "xã X. Đơn vị đã xin lỗi"),
        ("công chức tư pháp - hộ tịch", "công chức tư pháp, hộ tịch"),
        ("bộ phận “một cửa” (cơ sở 2)", "bộ phận một cửa, cơ sở hai"),
        ("thực hiện TTHC; xin lỗi dân.", "thực hiện thủ tục hành chính, xin lỗi dân."),
    ],
)
def test_official_writing_is_read_in_words(written: str, spoken: str) -> None:
    assert read(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        (
            "157/2007/NĐ-CP",
            "một trăm năm mươi bảy, năm hai nghìn không trăm linh bảy, nghị định của Chính phủ",
        ),
        (
            "Nghị định số 157/2007/NĐ-CP",
            "Nghị định số một trăm năm mươi bảy năm hai nghìn không trăm linh bảy của Chính phủ",
        ),
        (
            "Chỉ thị số 13/CT-TTg ngày 10/6/2015 của Thủ tướng Chính phủ",
            "Chỉ thị số mười ba, ngày mùng mười tháng sáu năm hai nghìn không trăm mười lăm "
            "của Thủ tướng Chính phủ",
        ),
        (
            "Công văn số 643/UBND-TTr yêu cầu",
            "Công văn số sáu trăm bốn mươi ba, Ủy ban nhân dân, Thanh tra, yêu cầu",
        ),
        (
            "quyết định số MẪU-101/QĐ-UBND",
            "quyết định số mẫu một trăm linh một của Ủy ban nhân dân",
        ),
        ("45/TTr-UBND", "bốn mươi lăm, tờ trình của Ủy ban nhân dân"),
        ("Quyết định 12/QĐ-UBND", "Quyết định mười hai của Ủy ban nhân dân"),
        (
            "Quy định số 55-QĐ/TW của Bộ Chính trị",
            "Quy định số năm mươi lăm của Bộ Chính trị",
        ),
        (
            "Luật số 60/2014/QH13",
            "Luật số sáu mươi, năm hai nghìn không trăm mười bốn, Quốc hội khóa mười ba",
        ),
        (
            "01/2017/TTLT-BTP-BNV",
            "một, năm hai nghìn không trăm mười bảy, thông tư liên tịch của Bộ Tư pháp "
            "và Bộ Nội vụ",
        ),
    ],
)
def test_document_numbers_say_kind_and_body_once(written: str, spoken: str) -> None:
    assert read(written) == spoken


@pytest.mark.parametrize(
    ("written", "fragment"),
    [
        ("theo đề nghị của BQLTA", "BQLTA"),
        ("hồ sơ ko đủ", "ko"),
        ("bo phan mot cua", "mot"),
        ("họp 6/10 tại phường", "6/10"),
        ("từ 1/3 đến 1/2 số hộ", "1/3"),
        ("03 (bốn) ngày", "03"),
        ("Phụ lục đợt 1 500 hồ sơ", "1"),
        ("1,000 hồ sơ", "1,000"),
        ("pha loãng 1:5", "1:5"),
        ("5g vàng", "5g"),
        ("giai đoạn 2020 - 2016", "2020"),
        ("khoản I", "I"),
        ("ngày 31/02/2018", "31/02/2018"),
        ("tháng 13/2018", "13/2018"),
        ("tỷ lệ 1.5 lần", "1.5"),
        ("số 12/QĐ-XYZ", "XYZ"),
        ("số 12/XYZ-TTr", "XYZ"),
        ("số ABC-12/QĐ-UBND", "ABC"),
        ("số 12/XYZ-NS", "XYZ"),
        ("văn bản 55-QĐ/TW", "55-QĐ/TW"),
        ("mái/vách", "mái/vách"),
        ("số định danh 038201012345", "038201012345"),
        ("gọi ngay 25h", "25h"),
        ("mức 5kQ", "5kQ"),
        ("hồ sơ @ phường", "@"),
        ("TP. Sáng nay mưa", "TP"),
        ("P. Địa chính", "P"),
    ],
)
def test_what_has_no_certain_reading_is_refused_with_its_place(written: str, fragment: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(written)
    assert caught.value.fragment == fragment
    assert caught.value.text


def test_procedure_codes_are_left_out_on_air() -> None:
    said = read_for_air("Thủ tục đăng ký khai sinh (mã 1.001193) làm chậm", SPEECH)
    assert said == "Thủ tục đăng ký khai sinh làm chậm"
    assert read_for_air("Thủ tục khai tử, mã số 1.000656", SPEECH) == "Thủ tục khai tử"
    assert read_for_air("việc 1.001193 nêu trên", SPEECH) == "việc nêu trên"
    assert read_for_air("02 thủ tục (1.001193 và 2.000815)", SPEECH) == "hai thủ tục"
    assert read_for_air("Thủ tục có mã 1.001193 làm chậm", SPEECH) == "Thủ tục làm chậm"


def test_a_code_that_its_sentence_needs_is_read_digit_by_digit() -> None:
    code = "một chấm không không một một chín ba"
    assert read_for_air("mã thủ tục là 1.001193", SPEECH) == f"mã thủ tục là {code}"
    assert read_for_air("1.001193", SPEECH) == code
    assert read_for_air("làm chậm theo 1.001193", SPEECH) == f"làm chậm theo {code}"


def test_sentences_come_one_by_one_with_a_capital_and_an_end() -> None:
    text = "02 hồ sơ quá hạn tại UBND TP. Thanh Hóa. Đã xin lỗi; hẹn lại ngày 15/10/2018"
    assert sentences(text, SPEECH) == (
        "Hai hồ sơ quá hạn tại Ủy ban nhân dân thành phố Thanh Hóa.",
        "Đã xin lỗi, hẹn lại ngày mười lăm tháng mười năm hai nghìn không trăm mười tám.",
    )
    assert sentences("  ", SPEECH) == ()


def test_every_reading_of_the_shipped_dictionary_is_itself_readable_words() -> None:
    empty = Speech(Abbreviations(), "north")
    blocks = SHIPPED.model_dump()
    meanings = [(key, words) for key, many in blocks.pop("by_context").items() for words in many]
    for key, words in (*meanings, *(pair for block in blocks.values() for pair in block.items())):
        assert read_text(words, empty) == words == nfc(words), key


def test_a_document_number_can_be_read_on_its_own() -> None:
    assert document_no("643/UBND-TTr", SPEECH).startswith("sáu trăm bốn mươi ba, ")
    with pytest.raises(Unreadable):
        document_no("không số", SPEECH)


def test_syllables() -> None:
    good = "quyết giếng gì nghiêng khuỷu thủy thuỷ Hoằng ươn Ủy khuya yêu quốc hoà hòa ngoằn"
    assert [word for word in good.split() if not is_syllable(word)] == []
    bad = "ko ubnd thuc kg ceng gnam internet xyz quyêt hồồ"
    assert [word for word in bad.split() if is_syllable(word)] == []
    assert syllable_count("Kính chào quý vị, và các bạn!") == 7


def test_a_city_without_a_dictionary_has_an_empty_one(tmp_path: Path) -> None:
    assert load_abbreviations(tmp_path) == (Abbreviations(), [])


def test_mistakes_in_the_dictionary_are_findings(tmp_path: Path) -> None:
    path = tmp_path / "abbreviations.yaml"
    path.write_text("anywhere: {UBND: [ủy ban]}\nelsewhere: {}\n", encoding="utf-8")
    dictionary, problems = load_abbreviations(tmp_path)
    assert dictionary is None
    assert {(item.code, item.field) for item in problems} == {
        ("setting-invalid", "anywhere.UBND"),
        ("setting-unknown", "elsewhere"),
    }
    path.write_text("[", encoding="utf-8")
    assert load_abbreviations(tmp_path)[1][0].code == "yaml-syntax"


@settings(deadline=None)  # a busy machine is no finding
@given(
    st.lists(
        st.sampled_from([*SHIPPED.anywhere, "05", "1.234,5", "%", "/", "-", "ngày", "quý", "tháng"])
        | st.text(alphabet="aăâđớ 0123456789.,/-%()PTUB:hg", max_size=8)
        | st.text(max_size=4)
    )
)
def test_a_text_is_read_in_clean_words_or_refused(parts: list[str]) -> None:
    try:
        said = read(" ".join(parts))
    except Unreadable as refusal:
        assert refusal.fragment
        return
    assert said == nfc(said) == " ".join(said.split())
    assert not any(letter.isdigit() for letter in said)
    assert all(letter.isalpha() or letter in " ,.:!?" for letter in said)
    lettered = re.search(r"(?<![^\W_])[^\W\d_]\)", " ".join(parts))
    if not lettered:  # b) loses what makes it an item of a list
        assert read(said) == said
