"""What the engine shows on every page of a publication."""

from pathlib import Path

from generator.app.site import shown
from worlds.broken import build_world
from worlds.paths import DATASETS
from worlds.published import publish
from worlds.small import SMALL


def test_every_page_says_until_when_there_are_dossiers_once_they_ended_long_ago(
    tmp_path: Path,
) -> None:
    stale = build_world(DATASETS / "broken" / "dossiers-stale", tmp_path / "data")
    assert shown(publish(stale))["dossiers_until"] == "28/12/2018"
    assert shown(publish(SMALL))["dossiers_until"] == ""
