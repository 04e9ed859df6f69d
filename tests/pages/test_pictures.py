"""What can be taken along of a chart: picture, numbers, a page for a frame, PNG by the browser."""

import csv
import io
import struct
import xml.etree.ElementTree as ET
from base64 import b64encode
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import served
from generator.edition import page as publication
from generator.pages.charts.lines import QuarterValue, line_chart
from generator.pages.charts.picture import lines_picture
from generator.pages.home import page as home
from generator.pages.pictures import draw, embed_code, wrapped
from generator.pages.procedures import list as procedures
from generator.pages.units import list as units
from worlds.paths import TEMPLATES
from worlds.shipped import shipped_edition, shipped_renderer

SVG = "{http://www.w3.org/2000/svg}"
SAMPLE = "Dữ liệu mẫu, không phải số liệu thật"


@cache
def pages() -> tuple[publication.Page, ...]:
    renderer = shipped_renderer()
    sections = (home.pages, procedures.pages, units.pages)
    return tuple(page for section in sections for page in section(renderer))


@cache
def files() -> dict[str, bytes]:
    return {path: content for page in pages() for path, content in page.files.items()}


class Targets(HTMLParser):
    """Addresses that a page refers to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def test_every_chart_of_every_page_has_its_three_files() -> None:
    figures = sum(page.body.count("<figure") for page in pages())
    assert figures > 150
    assert len(files()) == 3 * figures
    for page in pages():
        linked = {t for t in Targets(page.body).found if "bieu-do/" in t}
        named = {str((Path("/") / page.url / target).resolve())[1:] for target in linked}
        assert named == {path.removesuffix("/index.html") for path in page.files}


def test_the_picture_is_sound_and_says_finding_source_and_sample() -> None:
    for path, content in files().items():
        if path.endswith(".svg"):
            root = ET.fromstring(content)
            words = [" ".join(node.itertext()) for node in root.iter(f"{SVG}text")]
            assert SAMPLE in words, path
            assert any("số liệu đến hết ngày 31/12/2018" in word for word in words), path
            assert not root.findall(".//*[@style]"), path


def test_colours_of_the_picture_are_those_of_the_light_palette() -> None:
    css = TEMPLATES
    every = (css / "theme/assets/css/palette.css").read_text("utf-8")
    palette = every.partition('scheme="congkhai"]')[2].partition("}")[0]
    for name in ("file.css", "file.svg"):
        colours = set((css / "charts" / name).read_text("utf-8").split("#")[1:])
        for colour in {part[:6] for part in colours if not part.startswith("fff")}:
            assert f"#{colour}" in palette, colour


def table(path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files()[path].decode("utf-8"))))


def test_the_numbers_of_a_chart_are_the_figure_rows() -> None:
    figures = shipped_edition().figures
    for row in table("bieu-do/trang-chu/dung-han.csv"):
        figure = figures.one(quarter=row["quarter"])
        assert figure
        assert float(row["on_time_share"]) == figure.on_time_share
        assert int(row["judged_count"]) == figure.judged_count
    standing = (u for u in shipped_edition().units if u.stands_on(shipped_edition().as_of))
    names = {unit.name: unit.unit_id for unit in standing}
    rows = table("bieu-do/don-vi/phuong-xa.csv")
    assert len(rows) == 37
    for row in rows:
        figure = figures.one(unit=names[row["unit"]], quarter="2018-Q4")
        assert figure
        assert float(row["on_time_share"]) == figure.on_time_share
    for row in table("bieu-do/don-vi/p-dong-ve/theo-quy.csv"):
        figure = figures.one(unit="p-dong-ve", quarter=row["quarter"])
        alike = figures.one(group="local-20", quarter=row["quarter"])
        assert figure and alike
        assert float(row["on_time_share"]) == figure.on_time_share
        assert float(row["group_on_time_share"]) == alike.on_time_share
    total = sum(int(row["ended_count"]) for row in table("bieu-do/thu-tuc/1-001193/so-ngay.csv"))
    figure = figures.one(procedure="1.001193", quarter="2018-Q4")
    assert figure and total == figure.ended_count


def test_what_is_pasted_names_the_site_when_it_has_an_address() -> None:
    chart = line_chart("x", [QuarterValue("2018-Q1", 0.9, 5)])
    picture = lines_picture(chart, 'Phát hiện "lạ" <b>', "", "")
    drawn = draw(shipped_renderer().environment, picture, "don-vi/a/")
    code = embed_code(drawn, "https://congkhai.example/")
    assert 'src="https://congkhai.example/bieu-do/don-vi/a/x/"' in code
    assert 'title="Phát hiện &quot;lạ&quot; &lt;b&gt;"' in code
    assert 'src="/bieu-do/don-vi/a/x/"' in embed_code(drawn, None)


def test_long_words_are_kept_whole_between_lines() -> None:
    assert wrapped("mười hai chữ 92,4% ở đây", 12) == ["mười hai chữ", "92,4% ở đây"]


def png_size(content: bytes) -> tuple[int, int]:
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


@pytest.mark.parametrize("width", [390, 1280])
def test_png_is_drawn_alike_on_every_screen_and_from_a_folder(
    built_site: Path, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark")
    page.goto((built_site / "don-vi" / "index.html").as_uri())
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").first.click()
    assert download.value.suggested_filename == "don-vi-phuong-xa.png"
    content = Path(download.value.path()).read_bytes()
    assert png_size(content)[0] == 1920
    assert png_size(content)[1] > 37 * 36 * 2
    shades = shades_of(page, content)
    for colour in ("#fbf8f2", "#1f6f63", "#8a541d", "#9e2a2b"):
        assert shades.get(colour, 0) > 50, colour
    page.close()


def shades_of(page: Page, content: bytes) -> dict[str, int]:
    """How many pixels a PNG has of each colour, as the browser reads it back."""
    counted: dict[str, int] = page.evaluate(
        """async text => {
            const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
            const image = await createImageBitmap(new Blob([bytes]))
            const pen = new OffscreenCanvas(image.width, image.height).getContext("2d")
            pen.drawImage(image, 0, 0)
            const { data } = pen.getImageData(0, 0, image.width, image.height), counts = new Map()
            for (const pixel of new Uint32Array(data.buffer))
                counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
            const hex = number => number.toString(16).padStart(2, "0")
            const found = {}
            for (const [pixel, count] of counts) {
                const [red, green, blue] = new Uint8Array(Uint32Array.of(pixel).buffer)
                const name = "#" + hex(red) + hex(green) + hex(blue)
                found[name] = (found[name] ?? 0) + count
            }
            return found
        }""",
        b64encode(content).decode(),
    )
    return counted


def test_a_frame_on_another_site_shows_the_chart(
    site_address: str, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 700})
    page.goto(f"{site_address}/don-vi/p-dong-ve/")
    page.get_by_text("Nhúng", exact=True).first.click()
    code = page.locator("[data-ck-embed]").first.inner_text()
    assert f'src="{site_address}/bieu-do/don-vi/p-dong-ve/theo-quy/"' in code
    (tmp_path / "index.html").write_text(f"<!doctype html><p>Báo</p>{code}", "utf-8")
    with served(tmp_path) as elsewhere:
        page.goto(elsewhere)
        inside = page.frame_locator("iframe")
        expect(inside.locator("svg.ck-svg")).to_be_visible()
        expect(inside.get_by_text(SAMPLE)).to_be_visible()
        assert inside.locator("body").evaluate("body => body.scrollWidth <= innerWidth")
        for _ in range(2):  # closed, then with its numbers open
            height = inside.locator("html").evaluate("html => html.offsetHeight")
            expect(page.locator("iframe")).to_have_attribute("height", str(height))
            inside.get_by_text("Xem số liệu").click()
    page.close()
