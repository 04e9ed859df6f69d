"""Whose the data are and on what terms: one declaration, told alike to people and to machines."""

import json

import pytest
from frictionless import Package

from generator.model.content import whole
from generator.model.settings import City
from generator.model.statement_settings import Licence, Statements
from generator.opendata.credits import credits_of, descriptor_credits
from generator.pages.opendata import page as opendata
from worlds.editions import small_edition
from worlds.shipped import shipped_renderer

HOME = "https://congkhai.example/"
CITY = small_edition().city


def with_address(city: City, address: str | None) -> City:
    return city.model_copy(update={"site_url": address})


@pytest.mark.parametrize("address", [HOME, None])
def test_an_address_is_said_only_where_there_is_one(address: str | None) -> None:
    told = json.dumps(descriptor_credits(credits_of(with_address(CITY, address))))
    assert ("homepage" in told) == (HOME in told) == (address is not None)
    assert "null" not in told and '""' not in told


def test_an_office_without_a_letter_box_is_said_without_one() -> None:
    silent = CITY.model_copy(update={"city": CITY.city.model_copy(update={"email": None})})
    (told,) = descriptor_credits(credits_of(silent))["contributors"]
    assert set(told) <= {"title", "roles", "path"} and told["title"] == CITY.city.authority


def test_a_city_may_set_terms_of_its_own() -> None:
    licence = Licence(id="CC0-1.0", title="CC0", url="https://creativecommons.org/publicdomain/")
    said = Statements(licence=licence, attribution="Nguồn: Phường Hoa Sen", keywords=("một cửa",))
    told = credits_of(CITY.model_copy(update={"statements": said}))
    assert (told.licence, told.attribution) == (licence, "Nguồn: Phường Hoa Sen")
    assert descriptor_credits(told)["keywords"] == ["một cửa"]


def test_the_published_package_and_its_page_say_the_same() -> None:
    renderer = shipped_renderer()
    descriptor = json.loads(whole(opendata.files(renderer)["du-lieu/datapackage.json"]))
    (page,) = opendata.pages(renderer)
    (catalog,) = page.things
    for thing in (catalog, *catalog["dataset"]):
        assert thing["license"] == descriptor["licenses"][0]["path"]
        assert thing["keywords"] == descriptor["keywords"]
        assert thing["publisher"]["name"] == descriptor["contributors"][0]["title"]
        assert thing["creditText"] == renderer.edition.city.attribution


def test_frictionless_accepts_the_published_package() -> None:
    renderer = shipped_renderer()
    descriptor = json.loads(whole(opendata.files(renderer)["du-lieu/datapackage.json"]))
    assert list(Package.metadata_validate(descriptor)) == []
    wrong = descriptor | {"licenses": "CC-BY-4.0"}
    assert list(Package.metadata_validate(wrong)) != []
