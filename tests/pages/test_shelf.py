"""The pages that a hand-written page lists below itself, and those that a city does not need."""

from generator.pages.shelf import Shelved, lacks, shelf, shelved

PAGES = [
    Shelved("a/", "A", "", "", 1),
    Shelved("a/one/", "Một", "việc một", "Hằng tuần", 30),
    Shelved("a/two/", "Hai", "", "Đầu tiên", 10),
    Shelved("a/three/", "Ba", "", "Hằng tuần", 20),
    Shelved("a/one/deep/", "Sâu", "", "Hằng tuần", 1),
    Shelved("b/four/", "Bốn", "", "", 1),
]


def test_groups_stand_in_the_order_of_their_first_page() -> None:
    found = [(name, [page.url for page in pages]) for name, pages in shelf("a/", PAGES)]
    assert found == [("Đầu tiên", ["a/two/"]), ("Hằng tuần", ["a/three/", "a/one/"])]


def test_a_page_that_says_nothing_of_itself_is_listed_last() -> None:
    bare = shelved("a/bare/", "Tên", {})
    assert (bare.title, bare.description, bare.group) == ("Tên", "", "")
    assert [pages[-1] for _, pages in shelf("a/", [bare, *PAGES])][-1] == bare


def test_a_page_is_left_out_where_the_city_has_not_what_it_needs() -> None:
    page = {"title": "Đài", "needs": "station"}
    assert lacks(page, {"station": ""}) and lacks(page, {})
    assert not lacks(page, {"station": "Đài Truyền thanh"})
    assert not lacks({"title": "x"}, {"station": ""})
