"""Lists that grow with the years: the newest stand open, the rest is folded, nothing is lost."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edition.page import Page
from generator.model.content import whole
from generator.pages.folds import folded
from worlds.five_years import LAST, five_years_pages

ITEMS = st.lists(
    st.tuples(st.integers(2018, 2030), st.integers(1, 4)).map(lambda pair: f"{pair[0]}-Q{pair[1]}")
)
MOST_QUARTERS = 8
QUARTER = re.compile(r"Quý (I{1,3}|IV)/(20\d\d)")
ALL_AT_ONCE = {"thead", "select", "svg", "script"}
"""Where no quarter is a line of a list."""


@given(ITEMS, st.integers(1, 9))
def test_nothing_is_lost_and_the_newest_come_first(items: list[str], count: int) -> None:
    found = folded(items, str, count)
    in_folds = [item for fold in found.years for item in fold.parts]
    assert [*found.shown, *in_folds] == sorted(items, reverse=True)
    assert len(set(found.shown)) == min(count, len(set(items)))
    assert [fold.year for fold in found.years] == sorted({i[:4] for i in in_folds}, reverse=True)
    assert all(fold.count == len(fold.parts) for fold in found.years)


def test_a_fold_counts_what_its_items_hold() -> None:
    found = folded([("2018-Q1", 3), ("2019-Q1", 9), ("2018-Q4", 4)], lambda i: i[0], 1, size=len)
    assert found.shown == (("2019-Q1", 9),)
    assert [(fold.year, fold.count) for fold in found.years] == [("2018", 4)]


class Lists(HTMLParser):
    """The quarters that open lists and tables tell of: by list, in the order of their lines."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.folds, self.without = 0, 0
        self.found: list[list[tuple[int, str]]] = []
        self._open: list[int] = []
        self.feed(whole(page.body).decode() if not isinstance(page.body, str) else page.body)

    def handle_starttag(self, tag, attrs):
        if tag == "details":
            self.folds += 1
        if tag in ALL_AT_ONCE:
            self.without += 1
        if tag in ("table", "ul"):
            self.found.append([])
            self._open.append(len(self.found) - 1)

    def handle_endtag(self, tag):
        if tag == "details":
            self.folds -= 1
        if tag in ALL_AT_ONCE:
            self.without -= 1
        if tag in ("table", "ul"):
            self._open.pop()

    def handle_data(self, data):
        if self._open and not self.folds and not self.without:
            named = [(int(year), numeral) for numeral, year in QUARTER.findall(data)]
            self.found[self._open[-1]] += named


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return list(five_years_pages())


def test_no_open_list_of_any_page_tells_of_more_than_two_years_of_quarters(
    pages: list[Page],
) -> None:
    """But one of what is still owed: that is told until it is done."""
    for page in pages:
        if page.url in ("giam-sat/", "giam-sat/tom-tat/"):
            continue
        for named in Lists(page).found:
            years = [year for year, _ in named]
            late = page.url.startswith("don-vi/")
            assert late or len(set(named)) <= MOST_QUARTERS, (page.url, named)
            assert late or not years or max(years) >= LAST - 1, (page.url, named)


def test_quarters_stand_newest_first(pages: list[Page]) -> None:
    for page in pages:
        for line in ("cong-van-643/quy/", "du-lieu/mot-cua/"):
            if page.url == line:
                named = [n for found in Lists(page).found for n in found]
                numbers = [(year, len(num) if num != "IV" else 4) for year, num in named]
                assert numbers and numbers == sorted(numbers, reverse=True), page.url


def test_what_is_folded_is_still_on_the_page(pages: list[Page]) -> None:
    bodies = {page.url: str(page.body) for page in pages}
    for year in range(2018, LAST + 1):
        assert f"Bản tin tuần 30, năm {year}" in bodies["phat-thanh/"]
        assert f"Quý II/{year}" in bodies["cong-van-643/"]
        assert f"{year}-q2.xlsx" in bodies["du-lieu/mot-cua/"]
        assert f"ng-{year}-001" in bodies["neu-guong/"]
        assert f"pb-{year}-001" in bodies["phe-binh/"]
