"""Hand-written pages as our own engine reads them, and what it says of those that are wrong."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.app.site import BuildFailed
from generator.own_engine.settings import EngineSettings, read_engine_settings
from generator.own_engine.texts import Text, Texts, front_matter
from worlds.paths import ROOT

SHIPPED = read_engine_settings(ROOT / "mkdocs.yml", {})
FILES = ("a/index.md", "a/b.md", "c.md", "a/hinh.png")


def text_of(source: str, file: str = "a/b.md") -> Text:
    return Texts(SHIPPED.extensions, FILES).text(file, source)


@pytest.mark.parametrize(
    ("source", "html"),
    (
        ('!!! note "Lưu ý"\n\n    Chữ.', '<p class="admonition-title">Lưu ý</p>\n<p>Chữ.</p>'),
        ("<details><summary>Thêm</summary>\n\nx</details>", "<details><summary>Thêm</summary>"),
        ("|a|b|\n|-|-|\n|1|2|", "<th>a</th>\n<th>b</th>"),
        ("# Tên {: .to }", '<h1 class="to" id="ten">Tên<a class="headerlink" href="#ten"'),
        ("## Đã xử lý", '<h2 id="da-xu-ly">Đã xử lý<a class="headerlink" href="#da-xu-ly"'),
        ("```text\n<b>\n```", '<pre class="highlight"><code class="language-text">&lt;b&gt;'),
        ("[x](index.md)", '<a href="../">x</a>'),
        ("[x](../c.md#y)", '<a href="../../c/#y">x</a>'),
        ("![x](hinh.png)", '<img alt="x" src="../hinh.png"'),
        ("[x](#muc)", '<a href="#muc">x</a>'),
        ("[x](https://x.example/a.md)", '<a href="https://x.example/a.md">x</a>'),
    ),
)
def test_what_a_page_may_count_on(source: str, html: str) -> None:
    assert html in text_of(source).html


def test_a_page_has_a_title_and_a_table_of_contents() -> None:
    text = text_of("# Một `hai`\n\n## Ba\n\n### Bốn\n\n#### Năm\n\n## Sáu & bảy\n")
    assert text.heading == "Một hai"
    assert [(item.title, item.url, item.level) for item in text.toc] == [
        ("Ba", "#ba", 2),
        ("Sáu &amp; bảy", "#sau-bay", 2),
    ]
    assert [item.url for item in text.toc[0].children] == ["#bon"]


FAULTS: Mapping[str, str] = {
    "[x](khong-co.md)": "liên kết “khong-co.md” không dẫn tới tệp nào của thư mục content",
    "[x](index)": "có lẽ là “index.md”",
    "[x](../c/)": "có lẽ là “../c.md”",
    "[x](/c.md)": "bắt đầu bằng “/”. Hãy ghi đường dẫn tính từ trang này, có lẽ là “../c.md”",
    "![x](a.png)": "liên kết “a.png” không dẫn tới tệp nào",
    "[x](#khong)": "dẫn tới mục “#khong” mà trang a/b.md không có",
    "[x](../c.md#khong)": "dẫn tới mục “#khong” mà trang c.md không có",
    "[x](../../../c.md)": "liên kết “../../../c.md” không dẫn tới tệp nào",
}


@pytest.mark.parametrize("source", FAULTS)
def test_a_link_that_leads_nowhere_is_told_in_a_sentence(source: str) -> None:
    texts = Texts(SHIPPED.extensions, FILES)
    texts.text("c.md", '# C\n\n<p id="co">x</p>\n\n[x](#co) [y](#c) <a@b.example>')
    texts.text("a/b.md", source)
    (fault,) = texts.faults()
    assert fault.startswith("Trang viết tay a/b.md: ") and FAULTS[source] in fault


def test_every_fault_of_every_page_is_told() -> None:
    texts = Texts(SHIPPED.extensions, FILES)
    texts.text("c.md", "[x](mot.md)\n\n[y](hai.md)")
    texts.text("a/b.md", "[x](#ba)")
    assert len(texts.faults()) == 3


def test_a_page_says_of_itself_what_stands_between_two_lines() -> None:
    assert front_matter("---\r\ntitle: Một\r\n---\r\nx", "a.md") == {"title": "Một"}
    assert front_matter("x\n---\ntitle: y\n---\n", "a.md") == {}
    with pytest.raises(BuildFailed, match=r"^Trang viết tay a\.md: .* dòng 3\."):
        front_matter("---\ntitle: x\nb: : c\n---\n", "a.md")


def settings(folder: Path, old: str, new: str) -> EngineSettings:
    """The shipped settings with one place changed."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert old in text
    (folder / "mkdocs.yml").write_text(text.replace(old, new, 1), "utf-8")
    return read_engine_settings(folder / "mkdocs.yml", {})


STRICT = "strict: true\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    (
        (STRICT, "hooks: [a.py]\n", "mục “hooks” không dùng được khi dựng không qua mkdocs"),
        (STRICT, "nav: 5\n", "mục “nav” không dùng được"),
        ("plugins:\n", "plugins:\n  - tags\n", "mục “plugins.tags” không dùng được"),
        ("use_directory_urls: true", "use_directory_urls: false", "mục “use_directory_urls”"),
        ("  favicon: ", "  favicons: ", "mục “theme.favicon”"),
        ("generator.model.text.slug", "os.system", "không dùng được “os.system”"),
        ("!!python/name:generator.model.text.slug", "!!python/object:os.x", "không đọc được YAML"),
        (STRICT, "nav: [\n", "không đọc được YAML, dòng"),
    ),
)
def test_a_setting_that_it_cannot_follow_is_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(BuildFailed) as failed:
        settings(tmp_path, old, new)
    assert str(failed.value).startswith("mkdocs.yml: ") and said in str(failed.value)


def test_an_extension_that_is_not_there_is_refused(tmp_path: Path) -> None:
    told = settings(tmp_path, "  - attr_list\n", "  - attr_list\n  - khong.co\n")
    with pytest.raises(BuildFailed, match="khong"):
        Texts(told.extensions, ())
