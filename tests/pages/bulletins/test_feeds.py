"""The feeds of the bulletins, as a feed reader sees them."""

import json
from dataclasses import replace
from functools import cache
from urllib.parse import urljoin

import feedparser
import pytest

from generator.edition.bulletin import Recall
from generator.edition.bulletin_words import WARNING, week_title
from generator.edition.edition import Edition
from generator.pages.bulletins.list import files, pages
from generator.pages.environment import templates
from generator.pages.renderer import Renderer
from generator.radio.bulletin import make_bulletins
from generator.radio.scripts.forms import FORMS, make_script
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.radio_edition import city, edition

ADDRESS = "https://congkhai.example/thanh-pho/"
BASE = "https://congkhai.example/"


@cache
def renderer(
    *, site_url: str | None = None, sample: bool = True, void: bool = False, time_zone: str = ""
) -> Renderer:
    place = city(sample=sample, site_url=site_url)
    if time_zone:
        identity = place.city.model_copy(update={"time_zone": time_zone})
        place = place.model_copy(update={"city": identity})
    found = edition(place)
    radio = found.city.radio
    bulletins = make_bulletins(found)
    if void:
        told = Recall("pb-2018-002", bulletins[5].air_on, "Một trường hợp đã được rút lại.")
        bulletins = (replace(bulletins[0], recalls=(told,)), *bulletins[1:])
    scripts = [make_script(item, week_title(item.bulletin_id), radio) for item in bulletins]
    return Renderer(found.with_bulletins(scripts, scripts), templates(TEMPLATES, COMPILED))


@cache
def published(**changes: object) -> dict[str, bytes]:
    return files(renderer(**changes))  # type: ignore[arg-type]


def atom(**changes: object) -> feedparser.FeedParserDict:
    headers = {
        "content-location": f"{BASE}phat-thanh/atom.xml",
        "content-type": "application/atom+xml",
    }
    parsed = feedparser.parse(published(**changes)["phat-thanh/atom.xml"], response_headers=headers)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def shown_json(**changes: object) -> dict:
    return json.loads(published(**changes)["phat-thanh/feed.json"])


def test_atom_is_well_formed_and_has_every_bulletin_newest_first() -> None:
    parsed = atom()
    assert parsed.version == "atom10"
    weeks = [week_title(item.bulletin_id) for item in renderer().edition.bulletins]
    assert [entry.title for entry in parsed.entries] == [f"{WARNING}: {w}" for w in weeks[::-1]]
    assert len({entry.id for entry in parsed.entries}) == len(weeks)
    assert parsed.feed.updated == parsed.entries[0].updated == "2018-12-31T00:00:00+07:00"
    assert parsed.feed.id.startswith("urn:uuid:")


def test_a_city_abroad_tells_its_own_hours() -> None:
    parsed = atom(time_zone="America/New_York")
    assert {entry.published[-6:] for entry in parsed.entries} == {"-05:00", "-04:00"}


@pytest.mark.parametrize("site_url", [None, ADDRESS])
def test_every_form_is_enclosed_with_its_type_and_length(site_url: str | None) -> None:
    found = published(site_url=site_url)
    root = site_url or BASE
    types = {f".{form.suffix}": form.media_type for form in FORMS}
    entries = atom(site_url=site_url).entries
    for entry in entries:
        assert len(entry.enclosures) == 2 * len(FORMS)
        for item in entry.enclosures:
            path = item.href.removeprefix(root)
            assert int(item.length) == len(found[path])
            assert item.type == types["." + path.partition(".")[2]]
    for entry, item in zip(entries, shown_json(site_url=site_url)["items"], strict=True):
        base = f"{root}phat-thanh/feed.json"
        assert [urljoin(base, part["url"]) for part in item["attachments"]] == [
            part.href for part in entry.enclosures
        ]
        assert urljoin(base, item["url"]) == entry.link
        assert [part["size_in_bytes"] for part in item["attachments"]] == [
            int(part.length) for part in entry.enclosures
        ]


def test_a_city_with_an_address_gets_absolute_ones_and_keeps_its_ids() -> None:
    text = published(site_url=ADDRESS)["phat-thanh/atom.xml"].decode()
    assert f'href="{ADDRESS}phat-thanh/atom.xml"' in text
    assert 'href="2018-' not in text
    with_address, without = atom(site_url=ADDRESS), atom()
    assert [entry.id for entry in with_address.entries] == [entry.id for entry in without.entries]
    assert shown_json(site_url=ADDRESS)["feed_url"] == f"{ADDRESS}phat-thanh/feed.json"


def test_json_feed_says_the_same() -> None:
    shown, parsed = shown_json(), atom()
    assert shown["version"] == "https://jsonfeed.org/version/1.1"
    assert shown["title"] == parsed.feed.title
    for item, entry in zip(shown["items"], parsed.entries, strict=True):
        assert (item["id"], item["title"], item["date_published"]) == (
            entry.id,
            entry.title,
            entry.published,
        )
        assert item["content_text"].splitlines()[0] == WARNING


def test_a_real_city_s_titles_warn_of_nothing() -> None:
    assert WARNING not in published(sample=False)["phat-thanh/atom.xml"].decode()
    assert WARNING not in published(sample=False)["phat-thanh/feed.json"].decode()


def test_void_copies_are_announced_anew() -> None:
    since = renderer(void=True).edition.bulletins[0].void_since
    assert since is not None
    entry, item = atom(void=True).entries[-1], shown_json(void=True)["items"][-1]
    assert entry.updated == f"{since}T00:00:00+07:00" > entry.published
    assert "không được phát nữa" in entry.summary
    assert item["_congkhai"] == {"void_since": f"{since}"}
    assert "_congkhai" not in shown_json(void=True)["items"][0]
    archive = next(iter(pages(renderer(void=True))))
    assert "không được phát nữa" in archive.body


def test_the_newest_is_always_found_under_the_same_names() -> None:
    found = published()
    for form in FORMS:
        for name, fixed in (("ban-tin", "moi-nhat"), ("ban-tin-ngan", "moi-nhat-ngan")):
            newest = found[f"phat-thanh/2019-w01/{name}.{form.suffix}"]
            shown = found[f"phat-thanh/{fixed}.{form.suffix}"]
            assert shown.replace(b"../assets/", b"../../assets/") == newest or form.name != "html"
            assert form.name == "html" or shown == newest


def test_a_city_without_bulletins_has_empty_feeds() -> None:
    bare: Edition = edition()
    found = files(Renderer(bare, templates(TEMPLATES, COMPILED)))
    assert set(found) == {"phat-thanh/atom.xml", "phat-thanh/feed.json"}
    parsed = feedparser.parse(found["phat-thanh/atom.xml"])
    assert not parsed.bozo
    assert parsed.entries == []
    assert parsed.feed.updated.startswith("2018-12-31")
