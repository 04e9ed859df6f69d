"""A city, a province, a commune, and a city abroad: built from data alone, in their own words."""

import json
import re
from pathlib import Path

import pytest

from generator.mkdocs_plugin import build
from generator.model.site_paths import SOURCE
from generator.verify import open_site
from generator.verify.pages import check_pages
from worlds.paths import ROOT
from worlds.places import NAMED_BY_OTHERS, PLACES

AROUND = 60


def told(path: Path) -> str:
    """What a file says; of the site's source not the pages that are still to be worded."""
    text = path.read_bytes().decode("utf-8", "replace")
    if path.name != SOURCE:
        return text
    parts = {name: part for name, part in json.loads(text).items() if name != "pages"}
    return json.dumps(parts, ensure_ascii=False)


@pytest.fixture(scope="module", params=PLACES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """The name of a place and its site."""
    folder = tmp_path_factory.mktemp(request.param)
    data = PLACES[request.param].lay(folder)
    build(ROOT / "mkdocs.yml", data=data, out=folder / "site", extras=False)
    return request.param, folder / "site"


def test_no_byte_says_a_word_of_another_place(built: tuple[str, Path]) -> None:
    name, site = built
    foreign = re.compile(f"{NAMED_BY_OTHERS}|{PLACES[name].foreign}")
    found = {
        f"{path.relative_to(site)}: {text[max(0, hit.start() - AROUND) : hit.end() + AROUND]}"
        for path in site.rglob("*")
        if path.is_file()
        for text in [told(path)]
        for hit in foreign.finditer(text)
    }
    assert sorted(found) == []


def test_the_pages_hold_against_their_figures(built: tuple[str, Path]) -> None:
    with open_site(built[1]) as site:
        step = check_pages(site)
    assert step.state == "right", step.findings
