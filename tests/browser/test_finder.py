"""The browser's clock against `congkhai due`, and the form as a citizen uses it."""

import json
import random
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.chromium import needs_chromium
from generator.app.sources import read_clock
from generator.clock import Clock
from generator.entry.choices import Choice, Choices
from generator.model.limit_units import LIMIT_UNITS
from generator.model.service import Service
from generator.model.text import vn_percent
from generator.model.week import WEEKEND_NAME
from worlds.paths import DATA

COUNT = """cases => {
  const clocks = [false, true].map(never =>
    window.ckClock({ ...window.ckFinder, never_closes: never }))
  return cases.map(([day, value, unit, late, never]) => {
    const clock = clocks[Number(never)]
    return clock.toIso(clock.deadline(clock.toNumber(day), [value, unit], late))
  })
}"""
DAYS_OFF = """([first, last]) => {
  const clock = window.ckClock(window.ckFinder)
  return clock.daysOff(clock.toNumber(first), clock.toNumber(last)).flatMap(run =>
    Array.from({ length: run.last - run.first + 1 },
      (_, place) => [clock.toIso(run.first + place), run.name]))
}"""

NONSTOP = "cong-an"

pytestmark = needs_chromium


@pytest.fixture
def page(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    yield context.new_page()
    context.close()


def cases() -> list[tuple[str, int, str, bool, bool]]:
    """A thousand questions of every kind, around every holiday of the calendar's years."""
    chance = random.Random(643)
    span = (date(2026, 12, 31) - date(2017, 1, 1)).days
    days = [date(2017, 1, 1) + timedelta(days=chance.randrange(span)) for _ in range(1000)]
    return [
        (
            day.isoformat(),
            chance.randrange(0, 60) // (5 if unit == "month" else 1),
            unit,
            late,
            chance.random() < 0.3,
        )
        for day in days
        for unit, late in [(chance.choice([*LIMIT_UNITS]), chance.random() < 0.3)]
    ]


def python_says(day: str, value: int, unit: str, late: bool, never_closes: bool) -> str:
    limit = unit if unit == "same_day" else f"{value} {unit}"
    received = f"{day}T15:30" if late and unit == "same_day" else day
    return city_clock().ask(received, limit, 0, NONSTOP if never_closes else None).iso[:10]


@cache
def city_clock() -> Clock:
    """The city's clock, and a unit that never closes."""
    known = read_clock(DATA)
    days = [row for row in map(known.calendar.row, every_day(known)) if row]
    service = Service(around_the_clock=(NONSTOP,))
    return Clock(days, known.same_day_cutoff, service, Choices((Choice(NONSTOP, NONSTOP),)))


def every_day(clock: Clock) -> list[date]:
    return [row.day for row in clock.calendar.rows()]


def test_the_browser_counts_as_the_command_does(page: Page, site_address: str) -> None:
    page.goto(site_address)
    asked = cases()
    for case, answer in zip(asked, page.evaluate(COUNT, asked), strict=True):
        assert answer == python_says(*case), case


def test_the_browser_knows_every_unit_of_a_limit(page: Page, site_address: str) -> None:
    page.goto(site_address)
    assert set(page.evaluate("ckClock(ckFinder).units")) == {*LIMIT_UNITS}


def days_off(first: date, last: date) -> list[tuple[str, str]]:
    """The days that are not worked, each with its name."""
    calendar = city_clock().calendar
    days = (first + timedelta(days=place) for place in range(1, (last - first).days + 1))
    rows = ((day, calendar.row(day)) for day in days if not calendar.is_working_day(day))
    return [(day.isoformat(), row.name if row else WEEKEND_NAME) for day, row in rows]


def test_the_browser_names_every_day_off(page: Page, site_address: str) -> None:
    page.goto(site_address)
    told = page.evaluate(DAYS_OFF, ["2017-01-01", "2026-12-31"])
    assert [tuple(day) for day in told] == days_off(date(2017, 1, 1), date(2026, 12, 31))


def choose(page: Page, typed: str, name: str) -> None:
    page.get_by_role("combobox", name="Thủ tục").fill(typed)
    page.get_by_role("option").filter(has=page.get_by_text(name, exact=True)).click()


def offered(page: Page, typed: str) -> list[str]:
    page.get_by_role("combobox", name="Thủ tục").fill(typed)
    return page.locator("[role=option]>span:first-child").all_inner_texts()


def test_a_procedure_is_found_by_any_part_of_its_name(page: Page, site_address: str) -> None:
    """Every one by its name without accents, some by what people call them."""
    page.goto(site_address)
    names = page.evaluate("ckFinder.procedures.map(p => p.name)")
    for name in names:
        plain = page.evaluate("ckFold", name)
        assert name in offered(page, plain), name
    assert offered(page, "sổ đỏ") == offered(page, "so do") != []
    assert offered(page, "không thủ tục nào có chữ này") == []
    assert "Đăng ký khai sinh" in offered(page, "1.001193")


def test_what_is_asked_for_most_is_offered_first(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.get_by_role("combobox", name="Thủ tục").click()
    counts = page.evaluate("Object.fromEntries(ckFinder.procedures.map(p => [p.name, p.received]))")
    shown = page.locator("[role=option]>span:first-child").all_inner_texts()
    most = sorted(counts.values(), reverse=True)[: len(shown)]
    assert sorted((counts[name] for name in shown), reverse=True) == most
    groups = page.locator("[role=listbox] [role=group]")
    by_field = [
        group.locator("[role=option]>span:first-child").all_inner_texts() for group in groups.all()
    ]
    assert [name for names in by_field for name in names] == shown
    for names in by_field:
        assert [counts[name] for name in names] == sorted((counts[n] for n in names), reverse=True)
    firsts = [counts[names[0]] for names in by_field]
    assert firsts == sorted(firsts, reverse=True)


def test_suggestions_are_grouped_by_field_and_the_group_is_named(
    page: Page, site_address: str
) -> None:
    page.goto(site_address)
    fields = page.evaluate("Object.fromEntries(ckFinder.procedures.map(p => [p.name, p.field]))")
    for typed in ("", "giay", "khai sinh", "chung thuc"):
        page.get_by_role("combobox", name="Thủ tục").fill(typed)
        groups = page.locator("[role=listbox] [role=group]").all()
        named = [
            page.locator(f"#{g.get_attribute('aria-labelledby')}").inner_text() for g in groups
        ]
        assert len(set(named)) == len(named) > 0
        for name, group in zip(named, groups, strict=True):
            inside = group.locator("[role=option]>span:first-child").all_inner_texts()
            assert {fields[one] for one in inside} == {name}


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("giay doc than", "giấy độc thân"),
        ("sổ đỏ", "sổ đỏ"),
        ("mo cua hang", "mở cửa hàng"),
        ("doc than giay", "giấy độc thân"),
    ],
)
def test_everyday_words_that_matched_are_shown_and_marked(
    page: Page, site_address: str, typed: str, marked: str
) -> None:
    page.goto(site_address)
    page.get_by_role("combobox", name="Thủ tục").fill(typed)
    called = page.locator("[role=option] .ck-meta")
    assert called.count() > 0
    for line in called.all():
        assert line.inner_text().startswith("còn gọi: ")
        assert " ".join(line.locator("b").all_inner_texts()) == marked
    page.get_by_role("combobox", name="Thủ tục").fill("khai sinh")
    expect(page.locator("[role=option] b").first).to_have_text("khai sinh")
    assert called.count() == 0


def test_the_list_is_used_by_keyboard(page: Page, site_address: str) -> None:
    page.goto(site_address)
    field = page.get_by_role("combobox", name="Thủ tục")
    field.fill("khai tu")
    field.press("ArrowDown")
    active = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    expect(active).to_have_attribute("aria-selected", "true")
    name = active.locator("span").first.inner_text()
    field.press("Enter")
    expect(field).to_have_value(name)
    expect(page.get_by_role("listbox", name="Thủ tục")).to_be_hidden()


def test_the_day_reads_day_month_year_in_any_language(browser: Browser, site_address: str) -> None:
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.goto(f"{site_address}?tt=1.001193&nop=2018-02-28")
    parts = page.locator(".ck-finder__day select")
    assert [part.input_value() for part in parts.all()] == ["28", "02", "2018"]
    page.get_by_role("combobox", name="Tháng").select_option("04")
    assert page.locator("select[name=ngay] option").count() == 30
    context.close()


def test_a_usual_day_after_the_limit_says_so_in_words(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}?tt=1.013225&dv=phong-quan-ly-do-thi&nop=2018-02-12")
    late = page.locator("[data-ck-answer] .ck-late")
    expect(late).to_contain_text("29/03/2018, sau hạn 11 ngày làm việc")
    expect(page.locator(".ck-day--due")).to_contain_text("14/3")
    expect(page.locator(".ck-day--late")).to_contain_text("29/3")
    expect(page.get_by_text("Ở đây khoảng 3 trong 10 hồ sơ trễ hạn")).to_be_visible()


def test_a_place_of_few_dossiers_is_told_by_the_places_like_it(
    page: Page, site_address: str
) -> None:
    page.goto(site_address)
    few = page.evaluate(
        """() => ckFinder.procedures.flatMap(item => Object.entries(item.units)
          .filter(([id, row]) => row.judged < ckFinder.few_below && ckFinder.units[id].group
            && item.groups[ckFinder.units[id].group]?.judged >= ckFinder.few_below)
          .map(([id, row]) => [item.id, id, item.groups[ckFinder.units[id].group]]))[0]"""
    )
    procedure, unit, group = few
    page.goto(f"{site_address}?tt={procedure}&dv={unit}&nop=2018-10-01")
    answer = page.locator(".ck-reply__real")
    expect(answer).to_contain_text("Phường, xã cùng quy mô, ")
    share = vn_percent((group["judged"] - group["late"]) / group["judged"])
    expect(answer).to_contain_text(f"chưa đủ số liệu riêng của nơi này; {share} đúng hạn")
    expect(answer).not_to_contain_text("oàn thành phố")


def test_a_ward_is_set_beside_wards_and_communes_of_its_size(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}?tt=1.001193&dv=p-truong-thi&nop=2018-10-01")
    group = page.evaluate(
        """ckFinder.procedures.find(item => item.id === "1.001193")
          .groups[ckFinder.units["p-truong-thi"].group]"""
    )
    share = vn_percent((group["judged"] - group["late"]) / group["judged"])
    line = page.locator(".ck-reply__rows div").filter(has_text="Phường, xã cùng quy mô")
    expect(line).to_contain_text(f"{share} đúng hạn")


def test_every_day_off_until_then_is_hatched(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}?tt=1.001193&dv=p-truong-thi&nop=2018-02-12")
    hatched = page.locator(".ck-strip .ck-day--off b").all_inner_texts()
    assert hatched == ["14", "15", "16", "17", "18", "19", "20"]


def test_a_citizen_asks_and_gets_both_limits_and_what_is_usual(
    page: Page, site_address: str
) -> None:
    page.goto(site_address)
    choose(page, "khai tu luu dong", "Đăng ký khai tử lưu động")
    page.locator("select[name=dv]").select_option(label="Phường Đông Thọ")
    for name, value in (("Ngày", "29"), ("Tháng", "08"), ("Năm", "2018")):
        page.get_by_role("combobox", name=name, exact=True).select_option(value)
    page.get_by_role("button", name="Xem ngày có kết quả").click()
    answer = page.locator("[data-ck-answer]")
    expect(answer).to_contain_text("nộp thứ tư, 29/08/2018 tại phường Đông Thọ")
    expect(answer).to_contain_text("Theo quy định: chậm nhất hết thứ năm, 06/09/2018")
    expect(answer).to_contain_text("31/08/2018")
    expect(answer).to_contain_text("Quốc khánh", ignore_case=True, use_inner_text=False)
    assert "tt=1.000419&dv=p-dong-tho&nop=2018-08-29" in page.url


def test_the_answer_s_address_gives_the_answer_again(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}?tt=1.001193&dv=p-dong-tho&nop=2018-04-27&sau=1")
    expect(page.get_by_label("Nộp sau 15:00")).to_be_checked()
    expect(page.locator("[data-ck-answer]")).to_contain_text("02/05/2018")


def test_a_day_beyond_the_calendar_is_refused_in_a_sentence(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}?tt=1.001193&nop=2031-04-27")
    expect(page.locator("[data-ck-answer]")).to_contain_text("từ năm 2017 đến năm 2027")


def test_a_private_procedure_is_told_for_the_whole_city_only(page: Page, site_address: str) -> None:
    page.goto(site_address)
    names = page.evaluate("ckFinder.procedures.filter(p => p.sensitive).map(p => p.name)")
    assert names
    choose(page, names[0], names[0])
    expect(page.locator("[data-ck-unit]")).to_be_hidden()


def test_without_scripts_the_limits_are_a_table(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_address)
    expect(page.locator("[data-ck-finder]")).to_be_hidden()
    expect(page.get_by_role("table", name="Thời hạn của từng thủ tục")).to_contain_text(
        "Đăng ký khai sinh"
    )
    context.close()


def test_a_unit_that_never_closes_is_counted_without_days_off(
    page: Page, site_address: str
) -> None:
    def change(route: Route) -> None:
        name, _, text = route.fetch().text().partition("=")
        told, _, program = text.partition("\n")
        values = json.loads(told)
        values["units"]["p-dong-tho"]["never_closes"] = True
        (item,) = (item for item in values["procedures"] if item["id"] == "1.000419")
        for limit in item["limits"]:
            limit |= {"legal": [30, "working_hour"], "now": [8, "working_hour"]}
        route.fulfill(body=f"{name}={json.dumps(values)}\n{program}")

    page.route("**/finder.js", change)
    answer = page.locator("[data-ck-answer]")
    page.goto(f"{site_address}?tt=1.000419&dv=p-dong-tho&nop=2018-08-31")
    expect(answer).to_contain_text("02/09/2018")
    expect(answer).to_contain_text("thời hạn 30\u00a0giờ làm việc")
    expect(answer).to_contain_text("cả ngày lẫn đêm, không có ngày nghỉ")
    page.goto(f"{site_address}?tt=1.000419&dv=p-ba-dinh&nop=2018-08-31")
    expect(answer).to_contain_text("07/09/2018")
    expect(answer).to_contain_text("04/09/2018")
