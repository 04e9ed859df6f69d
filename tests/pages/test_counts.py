"""No page contradicts another, or itself: counts read off the pages, one against the other."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from generator.pages.charts.scale import CLEAR_POINTS
from worlds.read_pages import ReadPage, read_site, small_site, words_of
from worlds.shipped import shipped_edition

Site = Mapping[str, ReadPage]
LISTS = {"phe-binh/": "phê bình", "neu-guong/": "nêu gương"}
MARK = "contains(concat(' ',@class,' '),' ck-svg__low ')"
NOTHING_OWED = ("chưa đến", "chưa có", "quá hạn", "Liên đới")
FEW = shipped_edition().city.policy.percentile_min_count


@cache
def shipped(folder: Path) -> Site:
    return {page.url: page for page in read_site(folder)}


@pytest.fixture(params=["small", "shipped"])
def site(request: pytest.FixtureRequest) -> Site:
    """The pages of a small world and of the shipped one, by address."""
    if request.param == "small":
        return small_site()
    return shipped(request.getfixturevalue("built_site"))


def leads_to(row: html.HtmlElement) -> str:
    return str(row.find(".//a").get("href"))


def number(text: str) -> int:
    return int(text.replace(".", ""))


@pytest.mark.parametrize("url", LISTS)
def test_a_heading_counts_the_rows_below_it(site: Site, url: str) -> None:
    page, total = site[url], 0
    for heading in page.all("//h2[span/span[@data-ck-count]]"):
        (counted,) = re.findall(r"([\d.]+) trường hợp", words_of(heading))
        assert number(counted) == page.rows(heading.get("id")), words_of(heading)
        total += number(counted)
    assert total == page.number(f"N trường hợp {LISTS[url]} tính đến ngày")
    assert page.rows("da-rut-lai") == page.number("Đã rút lại hoặc thu hồi N trường hợp")
    assert page.rows("da-rut-lai") == page.number("N trường hợp đã rút lại hoặc thu hồi")


def test_home_counts_the_records_as_their_lists_do(site: Site) -> None:
    home, faults, praise = site[""], site["phe-binh/"], site["neu-guong/"]
    assert home.number("N trường hợp, [0-9.]+ đã khắc phục") == faults.number(
        "N trường hợp phê bình tính"
    )
    assert home.number("trường hợp, N đã khắc phục") == faults.number("N đã khắc phục xong")
    assert home.number("N gương tốt") == praise.number("N trường hợp nêu gương tính")
    said = faults.said
    replied = re.search(r"([\d.]+) trong ([\d.]+) trường hợp có ý kiến giải trình", said)
    assert replied and number(replied[2]) == faults.number("N trường hợp phê bình tính")
    in_time, over = "N trường hợp còn trong thời hạn", "N trường hợp hết thời hạn nêu tên"
    paused = re.search(r"([\d.]+) trường hợp đang tạm dừng nêu tên", said)
    parts = faults.number(in_time) + faults.number(over) + (number(paused[1]) if paused else 0)
    assert parts == number(replied[2])


@pytest.mark.parametrize("url", LISTS)
def test_quarters_are_counted_alike_on_the_list_and_in_the_review(site: Site, url: str) -> None:
    reviews, page = site["cong-van-643/quy/"].said, site[url]
    for heading in page.all("//h2[span/span[@data-ck-count]]"):
        quarter, counted = re.findall(r"Quý (\S+) ([\d.]+) trường hợp", words_of(heading))[0]
        told = re.search(rf"([\d.]+) trường hợp {LISTS[url]}[^.]* trong quý {quarter}\.", reviews)
        assert told is None or told[1] == counted, quarter


def test_what_is_overdue_is_as_much_on_every_page(site: Site) -> None:
    page, brief = site["giam-sat/"], site["giam-sat/tom-tat/"]
    overdue = page.number("N việc của các đơn vị đang quá hạn")
    assert overdue == page.number("Đang quá hạn N việc") == brief.number("Việc đang quá hạn: N")
    kinds = page.all("//td[@data-label='Đang quá hạn']")
    assert overdue == sum(number(words_of(cell)) for cell in kinds)
    elsewhere = [row for row in page.all("//tbody/tr[.//a]") if "cong-van" in leads_to(row)]
    board = sum(map(number, (words_of(row[1]) for row in elsewhere)))
    late = site["cong-van-643/"].all("//td//span[contains(@class,'--overdue')]")
    assert board == sum("chưa gửi" in words_of(x) or "quá hạn" in words_of(x) for x in late)
    assert overdue - board == len(page.all("//section[h3[@id='viec-qua-han']]//tbody/tr"))
    remedies = page.number("Khắc phục sau phê bình N")
    assert remedies == site["phe-binh/"].number("N đang quá hạn khắc phục")
    late = site["phe-binh/"].all("//li[contains(@class,'ck-timeline__step--overdue')]")
    assert remedies == len(late)


def test_dossiers_still_open_past_their_day_add_up_to_the_city(site: Site) -> None:
    page = site["giam-sat/"]
    named = page.all("//td[@data-label='Đang giải quyết, quá hạn']")
    told = sum(number(words_of(cell)) for cell in named)
    whole = page.number("toàn thành phố có N hồ sơ chưa giải quyết xong")
    assert told == (page.number("Bảng dưới kể N") or whole or told)
    assert whole == site[""].number("N hồ sơ đang giải quyết đã quá hạn")


def test_home_and_the_radio_page_have_one_newest_bulletin(site: Site) -> None:
    told = r"tuần (\d+)[^·]*· (?:sẽ )?phát ngày (\S+) · ([^“]+?) “"
    home = re.search(told, site[""].said)
    listed = re.search(
        r"Bản tin tuần (\d+), .*?phát sóng ngày ([\d/]+), dài [^:]*: ([^.]+)\.",
        site["phat-thanh/"].said,
    )
    assert (home and home.groups()) == (listed and listed.groups())


def test_corrections_are_counted_by_what_they_are(site: Site) -> None:
    page = site["dinh-chinh/"]
    items = page.all("//ul[contains(@class,'ck-list')]/li[@data-trang-thai]")
    for kind, words in (
        ("corrected", "đính chính"),
        ("withdrawn", "rút lại"),
        ("revoked", "thu hồi"),
    ):
        listed = [item for item in items if item.get("data-trang-thai") == kind]
        assert len(listed) == page.number(f"N lần {words}"), kind


def test_nothing_is_owed_after_a_record_was_taken_back(site: Site) -> None:
    for url, page in site.items():
        if url.startswith("phe-binh/pb-") and re.search("đã rút lại|đã thu hồi", page.said):
            (life,) = page.all("//ol[contains(@class,'ck-timeline')]")
            assert not [words for words in NOTHING_OWED if words in words_of(life)], url
            assert "Liên đới" not in page.said, url


def test_no_dossiers_are_never_said_beside_dossiers(site: Site) -> None:
    for url, page in site.items():
        for row in page.all("//tr[td]"):
            said = words_of(row)
            counts = [words_of(cell) for cell in row.xpath("td[contains(@data-label,'ồ sơ')]")]
            some = [count for count in counts if re.fullmatch(r"[1-9][\d.]*", count)]
            if re.search(r"không có hồ sơ(?! có hạn| quá hạn| nào)", said, re.IGNORECASE):
                assert not some, (url, said)
        if not_late := page.all("//td[.='không quá hạn']"):
            assert page.number("Không có hạn để xét N") == 0 or "0" not in not_late, url
        if page.number("Đang giải quyết, đã quá hạn N"):
            assert "Không có hồ sơ quá hạn ở toàn" not in page.said


@pytest.mark.parametrize("url", ["", "don-vi/"])
def test_only_a_meaningful_difference_is_marked_and_the_heading_counts_it(
    site: Site, url: str
) -> None:
    figures = [
        part
        for part in site[url].all("//figure[.//table]")
        if "thấp hơn mức chung" in words_of(part)
    ]
    for part in figures:
        said = words_of(part)
        whole = re.search(r"cộng lại ([\d,]+)%", said)
        assert whole and "không phải xếp hạng" in said
        rows = [[words_of(cell) for cell in row] for row in part.xpath(".//tbody/tr")]
        low = [
            name
            for name, share, count in rows
            if share.endswith("%")
            and percent(share) <= round(percent(whole[1]) - CLEAR_POINTS, 1)
            and number(count) >= FEW
        ]
        wide = part.xpath(f".//svg[contains(@class,'wide')]//path[{MARK}]")
        assert len(wide) == len(low), url


def percent(text: str) -> float:
    return float(text.rstrip("%").replace(",", "."))
