"""What the engine built of a hand-written page, as the search knows it."""

from generator.search.entries import Entry
from generator.search.written_text import written_entries

HTML = """<html><nav>Thực đơn</nav><article class="x"><nav>Đường dẫn</nav>__trail__
<h1 id="a">Viết báo cáo<a class="headerlink" href="#a" title="Liên kết">&para;</a></h1>
<p>Dùng <code>congkhai report</code><br>và <b>Word</b>.</p><script>let x</script>__body__
<h2 id="cac-buoc">Các <em>bước</em><a class="headerlink" href="#b">&para;</a></h2>
<ol><li>Một</li><li>Hai &amp; ba<img src="a.png" alt="hình"></li></ol><h2>Không neo</h2>
<h3 id="loi">Lỗi</h3><p>Hết</p></article><footer>Chân trang</footer></html>"""


def test_a_page_and_its_headings() -> None:
    assert list(written_entries("huong-dan/bao-cao/", HTML, "Thêm")) == [
        Entry("huong-dan/bao-cao/", "Viết báo cáo", "Dùng congkhai report và Word. Thêm"),
        Entry("huong-dan/bao-cao/#cac-buoc", "Các bước", "Một Hai & ba Không neo", "Viết báo cáo"),
        Entry("huong-dan/bao-cao/#loi", "Lỗi", "Hết", "Viết báo cáo"),
    ]


def test_a_page_without_an_article_says_nothing() -> None:
    assert list(written_entries("", "<p>x</p>")) == [Entry("", "", "")]
