"""A format is said once: every file of it is described, linked and told to machines."""

import json
import re
from collections.abc import Iterator
from html import unescape

from generator.edition.page import Page
from generator.model.content import whole
from generator.opendata.files import TABLE_FORMATS, formats_of
from generator.opendata.format import TableFormat
from generator.opendata.package import PACKAGE_FORMATS
from generator.opendata.tables import Table
from generator.pages.opendata import dictionary
from generator.pages.opendata import page as opendata
from worlds.shipped import shipped_renderer

FILES = opendata.files(shipped_renderer())
DESCRIPTOR = json.loads(whole(FILES["du-lieu/datapackage.json"]))
RESOURCES = {resource["path"]: resource for resource in DESCRIPTOR["resources"]}
(PAGE,) = opendata.pages(shipped_renderer())
(DICTIONARY,) = dictionary.pages(shipped_renderer())


def offered() -> Iterator[tuple[Table, TableFormat]]:
    for table in shipped_renderer().tables:
        for form in formats_of(table):
            yield table, form


def links(page: Page) -> set[str]:
    assert isinstance(page.body, str)
    return {unescape(link) for link in re.findall(r'href="([^"#]*)', page.body)}


def test_each_format_has_a_name_an_ending_and_a_media_type_of_its_own() -> None:
    for name in ("title", "extension", "media_type", "description"):
        said = [getattr(form, name) for form in TABLE_FORMATS]
        assert all(said)
        assert len(set(said)) == len(said)


def test_the_first_format_suits_every_table_and_alone_carries_the_schema() -> None:
    first = TABLE_FORMATS[0]
    for table, form in offered():
        assert formats_of(table)[0] is first
        assert ("schema" in RESOURCES[form.file_name(table)]) == (form is first)


def test_every_file_of_a_table_is_described_in_the_package() -> None:
    assert list(RESOURCES) == [form.file_name(table) for table, form in offered()]
    for table, form in offered():
        resource = RESOURCES[form.file_name(table)]
        assert resource["mediatype"] == form.media_type
        assert resource["bytes"] == len(FILES[f"du-lieu/{form.file_name(table)}"])


def test_every_file_of_a_table_is_linked_and_told_to_machines() -> None:
    told = json.dumps(PAGE.things)
    for table, form in offered():
        name = form.file_name(table)
        assert name in links(PAGE)
        assert f"../{name}" in links(DICTIONARY)
        assert f'"contentUrl": "{name}"' in told


def test_what_the_package_offers_as_a_whole_is_there_and_linked() -> None:
    for form in PACKAGE_FORMATS:
        assert any(path.startswith(f"du-lieu/{form.name}") for path in FILES)
        assert not form.offer or form.name in links(PAGE)


def test_the_dictionary_has_every_column_that_is_kept_and_says_which_are_not_published() -> None:
    """Of the contract's datasets, dossiers among them, and of the tables that are made."""
    assert isinstance(DICTIONARY.body, str)
    parts = re.split(r'<h2 id="', DICTIONARY.body)[1:]
    sections = {part.partition('"')[0]: part for part in parts}
    tables = {table.name: table for table in shipped_renderer().tables}
    contract = {item.name: item for item in shipped_renderer().edition.contract.datasets}
    assert sections.keys() == tables.keys() | contract.keys()
    for name, section in sections.items():
        shown = {field["name"] for field in tables[name].fields} if name in tables else set()
        kept = {field.name for field in contract[name].fields} if name in contract else set()
        rows = section.count('<th scope="row">')
        assert rows == len(shown | kept), name
        assert section.count("<strong>không công bố") == (len(kept - shown) if shown else 0)
        assert ("Bộ này không được công bố" in section) == (not shown)
