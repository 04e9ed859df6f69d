"""A city's own colour and emblem: readable or refused, and on every page."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.model.look_settings import DARK_PAPER, LIGHT_PAPER, Look, contrast, mixed
from worlds.command import congkhai

LOOK = "look: {colour: '#7a1f2b', colour_on_dark: '#e9a0a8', logo: bieu-trung.svg}\n"
PLACE = ("--kind", "xa", "--name", "Xã Hoa Sen", "--station", "không", "--directive", "không")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize(
    ("light", "dark"),
    [("#777777", "#ffffff"), ("#1f6f63", "#1f6f63"), ("green", "#ffffff"), ("#1f6f6", "#ffffff")],
)
def test_a_colour_that_cannot_be_read_is_refused(light: str, dark: str) -> None:
    with pytest.raises(ValidationError):
        Look(colour=light, colour_on_dark=dark)
    assert contrast("#1f6f63", LIGHT_PAPER) > 4.5 < contrast("#6cc3b2", DARK_PAPER)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "xa"
    assert congkhai("new", folder, *PLACE).status == 0
    settings = folder / "data" / "city.yaml"
    settings.write_text(settings.read_text("utf-8") + LOOK, "utf-8")
    return folder


def test_the_site_wears_its_own_colour_and_emblem_and_is_built_again_from_itself(
    project: Path,
) -> None:
    said = congkhai("build", "--plain", at=project).said
    assert "look.logo" in said and "bieu-trung.svg" in said
    (project / "content").mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
    (project / "content" / "bieu-trung.svg").write_text(svg, "utf-8")
    assert congkhai("build", "--plain", at=project).status == 0
    styles = [path.read_text("utf-8") for path in (project / "site" / "assets" / "css").glob("*")]
    assert any("#7a1f2b" in style and "#e9a0a8" in style for style in styles)
    page = (project / "site" / "don-vi" / "index.html").read_text("utf-8")
    assert 'src="../bieu-trung.svg"' in page
    assert congkhai("verify", "site", at=project).status == 0
    settings = project / "data" / "city.yaml"
    settings.write_text(settings.read_text("utf-8").replace("#7a1f2b", "#ffeeee"), "utf-8")
    assert "độ tương phản" in congkhai("check", at=project).said
