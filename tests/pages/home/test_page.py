"""The home page says what there is, and nothing of quarters in which nothing happened."""

import shutil
from pathlib import Path

from generator.app.pipeline import make_public_edition
from generator.pages.environment import templates
from generator.pages.home import page as home
from generator.pages.renderer import Renderer
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.small import SMALL
from worlds.small_pages import text_of


def test_a_year_without_dossiers_has_no_share(tmp_path: Path) -> None:
    city = shutil.copytree(SMALL, tmp_path / "city")
    settings = (city / "city.yaml").read_text("utf-8")
    late = settings.replace("as_of: 2018-12-31", "as_of: 2019-12-31")
    (city / "city.yaml").write_text(late, "utf-8")
    edition = make_public_edition(city)
    quarters = {row.quarter: row for row in edition.figures.by("quarter")}
    assert quarters["2019-Q4"].open_overdue_count == 1
    assert quarters["2019-Q4"].on_time_share is None
    (page,) = home.pages(Renderer(edition, templates(TEMPLATES, COMPILED)))
    text = text_of(page)
    assert "Số liệu hồ sơ chỉ có đến quý IV/2018" in text
    assert "% hồ sơ đúng hạn trong quý IV/2019" not in text
