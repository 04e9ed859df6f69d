"""The files of the search hold every word of every entry, whatever its size, and no more."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.documents import packed
from generator.search.entries import MOST_SHOWN, Entry, Ranks
from generator.search.files import BLOCK, FILE_BYTES, MOST_NUMBERS, search_files
from generator.search.forms import form_of, words
from worlds.searched import Searched, searched, unpacked

SECTIONS = {"thu-tuc/": "Thủ tục", "don-vi/": "Đơn vị"}
WORDS = ["hồ", "ho", "hộ", "khẩu", "đông", "Đồng", "12", "643/UBND-TTr", "quý", "x", "thọ"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


def of(entries: list[Entry]) -> Searched:
    files = dict(search_files(entries, SECTIONS))
    return searched(files, files.__getitem__)


@given(st.sets(st.integers(0, 2**20)))
def test_a_list_comes_back(numbers: set[int]) -> None:
    ordered = sorted(numbers)
    assert unpacked(packed(ordered)) == ordered
    assert unpacked(packed([n + 8 for n in ordered], 7), 7) == [n + 8 for n in ordered]


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=40))
def test_every_word_is_found_where_it_stands_and_nowhere_else(told: list[tuple[str, str]]) -> None:
    entries = [Entry(f"a/{n}/", title, text) for n, (title, text) in enumerate(told)]
    found = of(entries)
    assert found.documents == [[entry.url, entry.title, entry.text] for entry in entries]
    for number, entry in enumerate(entries):
        title, text = ({form_of(w) for w in words(part)} for part in (entry.title, entry.text))
        for key, forms in found.keys.items():
            for form, (in_title, in_text) in forms.items():
                if "ubndttr" not in key:
                    assert (number in in_title) == ((key, form) in title)
                    assert (number in in_text) == ((key, form) in text - title)


def test_long_lists_go_on_in_another_file() -> None:
    count = 3 * MOST_NUMBERS
    found = of([Entry(f"a/{n}/", "Phòng", "Hộ tịch") for n in range(count)])
    assert found.keys["phong"]["phong2"] == (list(range(count)), [])
    assert found.keys["ho"]["hô5"] == ([], list(range(count)))


def test_no_file_is_large_and_each_holds_the_keys_it_says() -> None:
    entries = [Entry(f"a/{n}/", f"Phòng {n}", f"Hồ sơ số {n:05}/QĐ-UBND") for n in range(3000)]
    files = dict(search_files(entries, SECTIONS))
    found = searched(files, files.__getitem__)
    assert len(found.documents) == len(entries) and len(files) > 2 * len(entries) // BLOCK // 2
    assert all(len(content) < 4 * FILE_BYTES for path, content in files.items() if "/r" not in path)
    first = found.start["first"]
    assert first == sorted(first) and all(one < other for one, other in pairwise(first))
    assert {"p", "h", "s", "u"} >= {*found.start["common"]}


def test_the_folder_is_named_after_what_it_holds() -> None:
    one, other = (of([Entry("a/", "Một", text)]).start["at"] for text in ("hai", "ba"))
    assert one != other
    assert one == of([Entry("a/", "Một", "hai")]).start["at"]


def test_a_long_text_is_shown_in_part_and_found_whole() -> None:
    found = of([Entry("a/", "Một", f"{'dài ' * 100}cuối")])
    assert found.found("cuoi") == {"a/"}
    assert len(found.documents[0][2]) <= MOST_SHOWN + 1 and found.documents[0][2].endswith("dài…")


def test_everyday_words_and_initials_are_found_and_not_shown() -> None:
    found = of([Entry("a/", "Cấp giấy phép xây dựng", "x", named=True), Entry("b/", "Khác", "")])
    assert found.found("gpxd") == {"a/"} and found.found("cgpxd") == {"a/"}
    assert "GPXD" not in str(found.documents)


def test_what_is_found_equally_well_has_the_order_of_the_site() -> None:
    ranks = Ranks(["", "thu-tuc/", "don-vi/"], {"": "", "thu-tuc/": "Thủ tục", "don-vi/": "Đơn vị"})
    urls = ["x/", "don-vi/a/", "don-vi/#b", "thu-tuc/b/", "don-vi/", "thu-tuc/", "thu-tuc/a/"]
    ordered = sorted((Entry(url, "", "") for url in urls), key=ranks.of)
    assert [entry.url for entry in ordered] == [
        "thu-tuc/",
        "don-vi/",
        "thu-tuc/b/",
        "thu-tuc/a/",
        "don-vi/a/",
        "x/",
        "don-vi/#b",
    ]
