"""What stands beside a share on time, before and after a limit changed, and predecessors."""

from dataclasses import replace
from datetime import date

from generator.model.records import Succession
from generator.model.text import vn_number, vn_percent
from worlds.editions import small_edition
from worlds.small_pages import pages_of, small, text_of


def test_other_readings_and_endings_stand_beside_every_share_on_time():
    for url in ("don-vi/p-dong-tho/", "thu-tuc/1-001193/"):
        said = text_of(small()[url])
        for words in (
            "Ngày hẹn trả trừ thời gian chờ bổ sung (Quyết định 766)",
            "Ngày hẹn trả, tính chặt muộn một ngày cũng là muộn",
            "Thời hạn theo quy định", "Thời hạn đã rút ngắn đều xét theo thời hạn chưa xác nhận",
            "Từ chối", "Người nộp rút", "Dừng giải quyết", "Phải bổ sung",
            "Quá hạn không có phiếu xin lỗi trong số hồ sơ quá hạn, kể cả từ kỳ trước chuyển sang",
        ):  # fmt: skip
            assert words in said, (url, words)
    for url in ("don-vi/", "don-vi/p-dong-tho/"):
        assert "Từ chối, rút, dừng" in text_of(small()[url])
    figure = small_edition().figures.one(unit="p-dong-tho")
    assert figure is not None
    strict = vn_percent(figure.strict_on_time_share)
    assert (
        f"muộn một ngày cũng là muộn; {vn_number(figure.strict_unconfirmed_count)} hồ sơ không có"
        f" ngày hẹn phải xét theo thời hạn chưa xác nhận {strict}"
    ) in text_of(small()["don-vi/p-dong-tho/"])
    home = text_of(small()[""])
    assert "đúng hạn nếu tính chặt , không trừ thời gian chờ bổ sung" in home
    assert "số hồ sơ đã giải quyết mà người nộp không có kết quả" in home


def test_a_procedure_says_what_it_took_before_and_after():
    said = text_of(small()["thu-tuc/1-001193/"])
    assert (
        "Sau khi đổi thời hạn, 9 trong 10 hồ sơ xong trong 3 ngày làm việc; "
        "trước đó là 6 ngày làm việc" in said
    )
    assert "Thời hạn đổi từ ngày 20/03/2018." in said
    assert "Nhận khi hạn là 5 ngày làm việc 120 4 ngày làm việc 6 ngày làm việc" in said
    assert "Nhận khi hạn là 3 ngày làm việc 240 2 ngày làm việc 3 ngày làm việc" in said
    row = small()["thu-tuc/"].body.partition("1-001193/")[2].partition("</tr>")[0]
    assert "6 → 3 ngày" in row and "3152/QĐ-UBND" in row and ">đạt<" in row


def test_few_dossiers_before_or_after_give_counts_only():
    said = text_of(small()["thu-tuc/1-004884/"])
    assert "Chưa đủ hồ sơ để so thời gian trước và sau khi đổi thời hạn" in said
    assert "Nhận khi hạn là 6 ngày làm việc 12 chưa đủ hồ sơ chưa đủ hồ sơ" in said
    assert "Thời hạn chưa đổi nên chưa có trước và sau" in text_of(small()["thu-tuc/2-000815/"])
    one_sided = text_of(small()["thu-tuc/2-001263/"])
    assert "Chưa đủ hồ sơ trước khi đổi thời hạn để so sánh" in one_sided
    assert "Chỉ tính những quý mà cả quý theo một thời hạn" in one_sided


def test_a_successor_shows_every_predecessor_and_its_own_figures():
    edition = small_edition()
    older = Succession(
        from_unit="x-hoang-quang",
        to_unit="p-dong-tho",
        extent="whole",
        effective_on=date(2019, 12, 1),
        confirmed=True,
    )
    pages = pages_of(replace(edition, unit_succession=(*edition.unit_succession, older)))
    said = text_of(pages["don-vi/p-hac-thanh/"])
    assert "Mỗi đơn vị giữ số liệu của mình, không cộng vào phường Hạc Thành." in said
    for unit, name in (
        ("p-dong-tho", "Phường Đông Thọ (một phần)"),
        ("x-hoang-quang", "Xã Hoằng Quang"),
    ):
        figure = edition.figures.one(unit=unit)
        assert figure is not None
        through = " qua phường Đông Thọ" if unit == "x-hoang-quang" else ""
        received, share = vn_number(figure.received_count), vn_percent(figure.on_time_share)
        assert f"{name}{through} {received} {share}" in said
    assert "chưa có số liệu" in said


def test_units_that_name_each_other_as_predecessors_end():
    edition = small_edition()
    there = edition.unit_succession[0]
    back = there.model_copy(update={"from_unit": there.to_unit, "to_unit": there.from_unit})
    pages = pages_of(replace(edition, unit_succession=(there, back)))
    assert "Phường Đông Thọ" in text_of(pages["don-vi/p-hac-thanh/"])
