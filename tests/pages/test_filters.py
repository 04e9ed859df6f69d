"""What lists offer to filter by, against the rows of the same page."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from generator.pages.filters import clause_filter, quarter_filter, unit_filter, useful
from worlds.shipped import shipped_edition

LISTS = {
    "thu-tuc/": 1,
    "don-vi/": 1,
    "neu-guong/": 1,
    "phe-binh/": 1,
    "cong-van-643/": 3,
    "giam-sat/": 2,
    "phat-thanh/": 1,
    "dinh-chinh/": 1,
}
"""Pages and how many of their lists can be narrowed."""


@pytest.mark.parametrize("url", LISTS)
def test_every_choice_finds_a_row_and_every_row_is_found(built_site: Path, url: str) -> None:
    html = (built_site / url / "index.html").read_text("utf-8")
    scopes = html.split(" data-ck-rows")[1:]
    assert len(scopes) == LISTS[url]
    for scope in scopes:
        found = re.search(r"data-ck-list>(.*?)</script>", scope)
        assert found
        settings = json.loads(found.group(1))
        assert settings["noun"]
        for choice in settings["filters"]:
            offered = {value for value, _ in choice["values"]}
            rows = re.findall(rf"<(?:tr|li)[^>]*\sdata-{choice['name']}=\"([^\"]*)\"", scope)
            said = {value for row in rows for value in unescape(row).split()}
            assert offered == said, (url, choice["name"])


def test_choices_stand_in_the_order_people_expect() -> None:
    edition = shipped_edition()
    units = unit_filter(edition, ("p-dong-tho", "x-thieu-van", "phong-y-te", "p-ba-dinh"))
    assert [words for _, words in units["values"]] == [
        "Phòng Y tế", "Phường Ba Đình", "Phường Đông Thọ", "Xã Thiệu Vân",
    ]  # fmt: skip
    assert quarter_filter(["2018-Q3", "2018-Q4"])["values"][0] == ("2018-Q4", "IV/2018")
    (letter,) = edition.city.directives
    asked = [task for task in edition.assignments if task.clause in ("4.1", "3.2", "2")]
    clauses = clause_filter(edition, reversed(asked))["values"]
    assert [value for value, _ in clauses] == ["2", "3.2", "4.1"]
    assert clauses[1] == ("3.2", f"3.2: {letter.about('3.2')}")
    assert useful(quarter_filter(["2018-Q4"])) == ()
