"""Stamping: frames, the sitemap and the search, as values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edition.page import Page, Publication
from generator.model.content import Compressed
from generator.model.site_paths import SEARCH
from generator.pages.sections import SiteSections
from generator.pages.shell.finish import EngineOutput, FrameMismatch, finished_files, frame_folders
from generator.pages.shell.sitemap import render_sitemap
from generator.pages.shell.stamp import split_frame
from worlds.editions import small_edition
from worlds.searched import searched

FRAME = (
    "<title>__title__ · Công khai</title>"
    '<meta name="description" content="__description__">'
    '<link rel="canonical" href="https://congkhai.vn/phe-binh/__slug__/">'
    "<article>__body__</article>"
)
HOSTILE = [
    "__body__",
    "__title__",
    "</title><script>x</script>",
    '"><img src=x>',
    "\\1",
    "{{ 7 * 7 }}",
]


LETTERS = st.characters(exclude_categories=["Cs"])


def page(
    body: str | Compressed = "<p>x</p>", title: str = "Phòng A", slug: str = "pb-2018-007"
) -> Page:
    return Page(f"phe-binh/{slug}/", title, "Mô tả", body, "phe-binh", "Phòng A phê bình")


def stamped(frame: str, content: Page) -> str:
    return b"".join(split_frame(frame).stamp(content)).decode()


def test_each_placeholder_is_filled_and_only_the_body_is_html() -> None:
    html = stamped(FRAME, page("<p>Để quá hạn</p>", "Phòng A & B <1>"))
    assert html == (
        "<title>Phòng A &amp; B &lt;1&gt; · Công khai</title>"
        '<meta name="description" content="Mô tả">'
        '<link rel="canonical" href="https://congkhai.vn/phe-binh/pb-2018-007/">'
        "<article><p>Để quá hạn</p></article>"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_record_is_never_taken_for_a_placeholder_or_markup(text: str) -> None:
    html = stamped(FRAME, page(body="<p>nội dung</p>", title=text))
    assert html.count("<p>nội dung</p>") == 1
    assert "<script>" not in html
    assert "<img" not in html


@given(st.text(LETTERS), st.text(LETTERS))
def test_the_body_goes_in_letter_by_letter(before: str, after: str) -> None:
    body = f"{before}__body__{after}__title__"
    assert stamped("<a>__body__</a>", page(body)) == f"<a>{body}</a>"


def test_the_way_to_a_page_goes_in_as_it_is() -> None:
    frame = split_frame("<main>__trail____body__</main>")
    assert b"".join(frame.stamp(page("<p>x</p>"), trail="<nav>y</nav>")) == (
        b"<main><nav>y</nav><p>x</p></main>"
    )
    assert split_frame("<main>__trail__<h1>z</h1>__said__</main>").whole("{}", "<nav>y</nav>") == (
        b'<main><nav>y</nav><h1>z</h1><script type="application/ld+json">{}</script>\n</main>'
    )


def test_a_body_in_pieces_makes_the_same_page() -> None:
    one, several = page("<p>mục</p>"), page(Compressed((b"<p>m", "ục</p>".encode())))
    assert stamped(FRAME, several) == stamped(FRAME, one)


def sitemap(*urls: str, site_url: str) -> str:
    return b"".join(render_sitemap(urls, date(2018, 12, 31), site_url)).decode()


def test_sitemap_is_sorted_and_dated_by_the_edition() -> None:
    text = sitemap("thu-tuc/", "", "thu-tuc/", site_url="https://congkhai.vn/")
    assert text.splitlines()[2:4] == [
        "<url><loc>https://congkhai.vn/</loc><lastmod>2018-12-31</lastmod></url>",
        "<url><loc>https://congkhai.vn/thu-tuc/</loc><lastmod>2018-12-31</lastmod></url>",
    ]


def test_the_search_loses_frames_and_knows_every_page() -> None:
    section = Page("phe-binh/", "Phê bình", "", '<h2 id="a">Theo <b>quý</b></h2>', search_text="12")
    files = finish(HOME, section, page(title="<b>Phòng A</b>"))
    found = searched(files, files.__getitem__)
    assert found.documents == [
        ["", "Nhà", "Nêu tên"],
        ["phe-binh/", "Phê bình", "Nêu tên 12"],
        ["phuong-phap/", "Phương pháp", "Cách tính"],
        ["phe-binh/pb-2018-007/", "<b>Phòng A</b>", "Phòng A phê bình"],
        ["phe-binh/#a", "Theo quý", "", "Phê bình"],
    ]
    assert found.start["sections"]["phe-binh/"] == "Phê bình"


BUILT = {
    "index.html": "<article>Nêu tên __body__</article>",
    "phe-binh/index.html": "<article>Nêu tên __body__</article>",
    "phe-binh/__slug__/index.html": FRAME,
    "phuong-phap/index.html": "<article><h1>Phương pháp</h1>Cách tính</article>",
    "404.html": "<p>Không có trang này</p>",
}
URLS = ["", "phe-binh/", "phe-binh/__slug__/", "phuong-phap/"]
HOME, SECTION = Page("", "Nhà", "", "<p>nhà</p>"), Page("phe-binh/", "Phê bình", "", "<p>mục</p>")


def finish(*pages: Page, site_url: str | None = "https://congkhai.vn/") -> dict[str, bytes]:
    publication = Publication(pages, {"du-lieu/a.csv": b"a"})
    engine = EngineOutput(URLS, BUILT.__getitem__)
    files = finished_files(
        publication, engine, date(2018, 12, 31), site_url, SiteSections(small_edition().city)
    )
    return {path: b"".join(pieces) for path, pieces in files}


def test_every_page_file_and_listing_comes_out() -> None:
    files = finish(HOME, SECTION, page())
    assert list(files) == [
        "index.html",
        "phe-binh/index.html",
        "phe-binh/pb-2018-007/index.html",
        "phuong-phap/index.html",
        "404.html",
        *(path for path in files if path.startswith(SEARCH)),
        "sitemap.xml",
        "robots.txt",
        "du-lieu/a.csv",
    ]
    assert files["index.html"].decode() == "<article>Nêu tên <p>nhà</p></article>"
    assert b"/phuong-phap/" in files["sitemap.xml"]
    assert b"__slug__" not in files["sitemap.xml"]
    assert set(files) - {"sitemap.xml"} == set(finish(HOME, SECTION, page(), site_url=None))
    assert frame_folders(URLS) == ["phe-binh/__slug__/"]


@pytest.mark.parametrize(
    ("pages", "sentence"),
    [
        ((HOME,), "Không có nội dung cho trang: /phe-binh/"),
        (
            (HOME, SECTION, Page("x/y/", "", "", "", "x")),
            "content/ thiếu trang, hoặc trang thiếu __body__: /x/__slug__/",
        ),
        (
            (HOME, SECTION, Page("phuong-phap/", "", "", "")),
            "content/ thiếu trang, hoặc trang thiếu __body__: /phuong-phap/",
        ),
        (
            (HOME, SECTION, page(), page()),
            "Địa chỉ trang không đúng chỗ hoặc trùng nhau: /phe-binh/pb-2018-007/",
        ),
        (
            (HOME, SECTION, Page("phe-binh/../x/", "", "", "", "phe-binh")),
            "Địa chỉ trang không đúng chỗ hoặc trùng nhau: /phe-binh/../x/",
        ),
    ],
)
def test_pages_that_do_not_fit_their_frames_are_named(
    pages: tuple[Page, ...], sentence: str
) -> None:
    with pytest.raises(FrameMismatch) as raised:
        finish(*pages)
    assert str(raised.value) == sentence
