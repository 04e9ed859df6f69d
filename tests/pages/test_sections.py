"""Home, procedures and units: what a reader finds on each page, and never finds."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.app.scripts import with_scripts
from generator.model.figures import Figures
from generator.pages.sections import SiteSections
from worlds.editions import empty_edition, small_edition
from worlds.small_pages import pages_of, small, text_of


class Outline(HTMLParser):
    """Ids, links, headings and open tags of a body."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(body)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.ids += [values["id"]] if "id" in values else []
        self.targets += [values["href"]] if "href" in values else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in ("br", "hr", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        values = dict(attrs)
        self.ids += [values["id"]] if "id" in values else []

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.crossed.append(tag)


def test_a_city_without_a_station_has_no_section_of_bulletins():
    city = small_edition().city
    whole, silent = SiteSections(city), SiteSections(city.model_copy(update={"radio": None}))
    assert set(whole.menu) | set(whole.services) | set(whole.statements) == {"", *whole.names}
    assert set(whole.names) - set(silent.names) == set(silent.left_out) == {"phat-thanh/"}
    assert not {"phat-thanh/"} & {*silent.menu, *silent.places, *silent.feeds}


def test_every_address_is_there_and_stamped_from_its_frame():
    pages = small()
    assert {"", "thu-tuc/", "don-vi/", "thu-tuc/1-001193/", "don-vi/p-dong-tho/"} <= set(pages)
    assert pages["thu-tuc/"].frame is None
    assert pages["thu-tuc/1-001193/"].frame == "thu-tuc"
    assert pages["don-vi/p-hac-thanh/"].frame == "don-vi"


def test_bodies_are_sound_html():
    for edition in (small(), pages_of(empty_edition())):
        for url, page in edition.items():
            outline = Outline(page.body)
            assert not outline.open and not outline.crossed, url
            assert len(outline.ids) == len(set(outline.ids)), url
            assert outline.headings.count(1) == (0 if url in ("", "thu-tuc/", "don-vi/") else 1), (
                url
            )


def test_links_inside_these_sections_lead_to_pages():
    pages = small()
    for url, page in pages.items():
        for target in Outline(page.body).targets:
            if target.startswith("mailto:") or target.endswith(".ics"):
                continue
            path, _, fragment = target.partition("#")
            address = str((Path("/") / url / path).resolve()).strip("/") if path else url.strip("/")
            address = f"{address}/" if address else ""
            if address.startswith(("thu-tuc/", "don-vi/")) or not address:
                assert address in pages, (url, target)
                assert not fragment or fragment in Outline(pages[address].body).ids, target


def test_the_same_edition_gives_the_same_bytes():
    assert {url: page.body for url, page in pages_of(with_scripts(small_edition())).items()} == {
        url: page.body for url, page in small().items()
    }


def test_an_empty_edition_still_has_its_section_pages():
    pages = pages_of(empty_edition())
    assert set(pages) == {"", "thu-tuc/", "don-vi/"}
    assert "Chưa có hồ sơ nào trong kỳ số liệu" in text_of(pages[""])
    assert "0%" not in text_of(pages["don-vi/"])


def test_the_home_page_tells_the_three_records_side_by_side():
    said = text_of(small()[""])
    for words in (
        "Bao giờ tôi nhận được kết quả?", "Nhanh hay chậm", "Nêu gương", "Phê bình",
        "2 trường hợp, 1 đã khắc phục", "2 gương tốt", "Bản tin còn chờ duyệt",
            "Tự kiểm tra chúng tôi",
    ):  # fmt: skip
        assert words in said
    assert "giải quyết đúng hạn thấp hơn mức chung của nhóm" in said


def test_the_home_page_does_not_hold_up_a_criticism_that_was_taken_back():
    taken_back = replace(small_edition(), criticisms=small_edition().criticisms[2:])
    said = text_of(pages_of(taken_back)[""])
    assert "Không có phê bình nào đang còn thời hạn nêu tên." in said


def test_a_procedure_shows_limit_then_limit_now_then_what_it_takes():
    said = text_of(small()["thu-tuc/1-001193/"])
    assert "Thời hạn ngày 06/03/2018 5 ngày làm việc" in said
    assert "Thời hạn hiện nay 3 ngày làm việc rút ngắn 40%, đạt mức ít nhất 30%" in said
    assert "Thực tế quý IV/2018" in said
    assert "hạn nay: 3 ngày làm việc" in said and "hạn cũ: 5 ngày làm việc" in said


def test_an_unconfirmed_limit_says_so_once_a_page():
    top = text_of(small()["thu-tuc/1-001193/"]).partition("Thực tế")[0]
    assert top.count("thời hạn chưa xác nhận") == 1
    assert "chưa xác nhận" not in text_of(small()["thu-tuc/1-004884/"])
    row = small()["thu-tuc/"].body.partition("1-001193/")[2].partition("</tr>")[0]
    assert "chưa xác nhận" in row


def test_a_sensitive_procedure_has_no_unit_on_its_page_and_says_why():
    said = text_of(small()["thu-tuc/2-001263/"])
    assert "Chỉ công bố số liệu toàn thành phố" in said
    assert "Phường" not in said.replace("phường, xã", "")
    for url, page in small().items():
        if url.startswith("don-vi/"):
            assert "nuôi con nuôi" not in text_of(page)


def test_a_limit_in_calendar_days_is_not_drawn_among_working_days():
    said = text_of(small()["thu-tuc/1-012812/"])
    assert "không vẽ được trên trục này" in said
    assert "hạn nay" not in said


def test_a_procedure_of_one_unit_names_it_in_a_sentence():
    said = text_of(small()["thu-tuc/1-013225/"])
    assert "Toàn bộ hồ sơ do Phòng Quản lý đô thị giải quyết" in said


def test_a_unit_is_not_said_to_do_all_where_others_have_too_few_to_be_told():
    edition = small_edition()
    told = edition.figures
    whole = told.one(procedure="1.013225")
    more = replace(whole, early_count=whole.early_count + 3)
    others = {name: value for name, value in vars(told).items() if name[0] != "_"}
    rows = [more if row == whole else row for row in others.pop("rows")]
    pages = pages_of(replace(edition, figures=Figures(rows, **others)))
    assert "Toàn bộ hồ sơ do" not in text_of(pages["thu-tuc/1-013225/"])


def test_one_day_is_not_late_where_the_limit_is_the_same_day():
    page = small()["thu-tuc/2-000815/"]
    assert "Hồ sơ nhận sau 15:00 được tính từ ngày làm việc sau" in text_of(page)
    rows = page.body.partition("So với thời hạn</th>")[2]
    assert re.search(r'>1</th>.*?<td data-label="So với thời hạn">trong hạn', rows)


def test_no_dossiers_is_said_in_words():
    said = text_of(small()["thu-tuc/1-001669/"])
    assert "Không có số liệu riêng" in said
    assert "Chưa rõ" in said
    assert "0%" not in said


def test_the_list_of_procedures_says_what_the_total_rests_on():
    said = text_of(small()["thu-tuc/"])
    assert "5 trong 6 thủ tục so sánh được đã rút ngắn ít nhất 30%" in said
    assert "5 trong 6 thủ tục ấy dựa trên thời hạn chưa xác nhận" in said
    assert "2 thủ tục chưa so sánh được" in said


def test_a_unit_stands_beside_units_like_it():
    said = text_of(small()["don-vi/p-dong-tho/"])
    assert said.count("phường, xã cùng quy mô: ") == 4
    assert "Báo cáo quý IV/2018 15/12/2018 chưa quá hạn 11 ngày" in said
    assert "Báo cáo quý III/2018 15/09/2018 20/09/2018 xong muộn 4 ngày" in said
    assert "Ghế chờ cho người cao tuổi" in said
    assert "Niêm yết đủ, dễ thấy." in said
    assert "Một phần địa bàn thuộc về phường Hạc Thành từ ngày 01/07/2025" in said


def test_praise_and_criticism_stand_in_equal_weight():
    for unit in ("p-dong-tho", "x-hoang-quang"):
        body = small()[f"don-vi/{unit}/"].body
        pair = body.partition('<div class="ck-pair">')[2]
        assert pair.index('id="neu-guong"') < pair.index('id="phe-binh"')
    said = text_of(small()["don-vi/x-hoang-quang/"])
    assert said.count("Chưa có trường hợp nào được công bố") == 2


def test_a_unit_of_a_later_day_says_when_it_begins_and_whom_it_succeeds():
    said = text_of(small()["don-vi/p-hac-thanh/"])
    assert "hình thành từ ngày 01/07/2025, sau ngày của số liệu (31/12/2018)" in said
    assert "Nhận một phần địa bàn của phường Đông Thọ từ ngày 01/07/2025" in said
    assert "Phường Hạc Thành từ phường Đông Thọ (một phần), ngày 01/07/2025" in text_of(
        small()["don-vi/"]
    )


def test_a_unit_of_an_earlier_day_keeps_its_page():
    edition = small_edition()
    gone = edition.units[0].model_copy(update={"valid_to": date(2018, 6, 30)})
    pages = pages_of(replace(edition, units=(gone, *edition.units[1:])))
    assert "đã thôi hoạt động từ sau ngày 30/06/2018" in text_of(pages["don-vi/p-dong-tho/"])
    assert "Đơn vị đã thôi hoạt động trước ngày 31/12/2018" in text_of(pages["don-vi/"])


def test_sample_charts_say_that_they_are_samples():
    for page in small().values():
        assert page.body.count('role="img"') == page.body.count(">Dữ liệu mẫu</text>")
    assert "Dữ liệu mẫu" in small()[""].body
    honest = small_edition().city.model_copy(update={"sample": False})
    assert "Dữ liệu mẫu" not in pages_of(replace(small_edition(), city=honest))[""].body


def test_every_picture_has_a_title_a_description_and_its_numbers():
    for url, page in small().items():
        pictures = page.body.count('role="img"')
        assert page.body.count("<desc ") == pictures, url
        assert page.body.count("<figure") == page.body.count("Xem số liệu"), url


def test_what_a_record_says_is_never_markup():
    bad = small_edition().units[0].model_copy(update={"name": "<script>alert(1)</script>"})
    pages = pages_of(replace(small_edition(), units=(bad, *small_edition().units[1:])))
    assert all("<script>alert" not in page.body for page in pages.values())


@pytest.mark.parametrize("url", ["", "thu-tuc/1-001193/", "don-vi/p-dong-tho/"])
def test_no_page_asks_another_host(url):
    assert not re.search(r'(?:src|href)="(?:https?:)?//', small()[url].body)
