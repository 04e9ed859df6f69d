"""Hand-written pages with a city's settings in them: what may be named, and what may not."""

import re
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.page_variables import PageVariables, page_variables
from generator.pages.written import (
    _PLAIN,
    FILTERS,
    PageUnreadable,
    page_with_variables,
    with_variables,
)
from worlds.editions import small_edition
from worlds.paths import ROOT

GUIDE = ROOT / "docs" / "own-pages.md"
WORDS = {
    "place": "xã",
    "station": "",
    "policy": {"cut_share": 0.3},
    "name": "<b>*A*</b> [b](c){: d}",
}


def test_the_guide_lists_each_variable_and_each_filter():
    text = GUIDE.read_text("utf-8")
    assert re.findall(r"^\| `(\w+)`", text, re.MULTILINE) == [f.name for f in fields(PageVariables)]
    assert all(f"| {name} }}}}" in text for name in FILTERS)


def test_a_city_gives_every_variable():
    city = small_edition().city
    assert set(page_variables(city)) == {field.name for field in fields(PageVariables)}
    silent = page_variables(city.model_copy(update={"radio": None, "directives": ()}))
    assert (silent["station"], silent["column"], silent["cut"]) == ("", "", None)
    assert silent["directives"] == []


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("Thành phố Vinh", None, "thành phố"),
        ("Thị trấn Sao Vàng", None, "thị trấn"),
        ("Đặc khu Phú Quốc", None, "đặc khu"),
        ("New York", "thành phố", "thành phố"),
        ("New York", None, "địa phương"),
    ],
)
def test_the_kind_of_a_place_is_said_by_its_name_or_its_setting(name, kind, place):
    city = small_edition().city
    identity = city.city.model_copy(update={"name": name, "kind": kind})
    assert city.model_copy(update={"city": identity}).place == place


def test_a_page_has_its_variables_put_in_and_keeps_its_front_matter_to_itself():
    page = "---\ntitle: A\n---\n# Của {{ place }} {#ten}\n{% if station %}\nĐài\n{% endif %}\nHết\n"
    assert page_with_variables(page, "a.md", WORDS) == "# Của xã {#ten}\nHết\n"
    assert with_variables(
        {"{{ place }}": ["{{ policy.cut_share | vn_percent }}", 1]}, "a", WORDS
    ) == {"xã": ["30%", 1]}


def test_what_a_setting_says_is_never_markup():
    shown = page_with_variables("{{ name }}", "a.md", WORDS)
    assert not set("<>*[]{}") & set(shown)


@pytest.mark.parametrize(
    "fault", ["{{ huyen }}", "{{ policy.gi_do }}", "{% if huyen %}a{% endif %}"]
)
def test_an_unknown_variable_is_told_with_its_page_and_line(fault):
    page = f"---\ntitle: A\n---\n\nmột\nhai {fault}\n"
    with pytest.raises(
        PageUnreadable, match=r"thu-tuc/index\.md, dòng 6: không có biến “\w+”.*place"
    ):
        page_with_variables(page, "thu-tuc/index.md", WORDS)
    with pytest.raises(PageUnreadable, match="dòng 3: không có biến"):
        with_variables([f"a {fault}"], "mkdocs.yml", WORDS, f"a\nb\nc: a {fault}\n")


@pytest.mark.parametrize(
    "trick",
    [
        "{{ place.upper() }}",
        "{{ place.__class__ }}",
        "{{ 'a' * 10000000000 }}",
        "{{ '%99999999999d' % 1 }}",
        "{{ place | center(9999999999) }}",
        "{{ range(10) }}",
        "{% include 'a' %}",
        "{% for a in %}",
        "{{ policy.cut_share | vn_date }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    ],
)
def test_a_page_can_do_nothing(trick):
    with pytest.raises(PageUnreadable, match="dòng 2: "):
        page_with_variables(f"một\n{trick}\n", "a.md", WORDS)


@given(st.text("ă }%#-+<&\\\r\n\t\u2028", max_size=30))
def test_a_text_that_puts_nothing_in_is_what_a_template_of_it_gives(text):
    assert with_variables(text, "trang.md", {}) == _PLAIN.from_string(text).render()
