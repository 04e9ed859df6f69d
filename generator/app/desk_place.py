"""The page of the site on which a record is seen best."""

from collections.abc import Mapping

from generator.entry.columns import EntryDataset
from generator.model.datasets import DATASETS, WITH_PAGES, name_of
from generator.model.duty_records import Broadcast
from generator.model.records import Correction, Procedure, Unit
from generator.model.site_paths import SectionFolder
from generator.pages.addresses import procedure_url, record_url, unit_url

PAGES = {name_of(Procedure): procedure_url, name_of(Unit): unit_url}
"""The pages of what other records are about."""


def page_of(entry: EntryDataset, row: Mapping[str, str], known: Mapping[str, str]) -> str:
    """The address of a record's own page, or of the page of what it is about; else home's.

    `known` are the datasets of records with pages, by id.
    """
    dataset = entry.dataset
    key = row.get(dataset.primary_key[0], "")
    if dataset.name in {one.name for one in WITH_PAGES}:
        return record_url(dataset.name, key)
    if dataset.name == name_of(Correction) and key in known:
        return record_url(known[key], key)
    if dataset.name == name_of(Broadcast):
        return f"{SectionFolder.BULLETINS}/{key.lower()}/"
    if dataset.name in PAGES:
        return PAGES[dataset.name](key)
    for link in dataset.foreign_keys:
        if link.reference in PAGES and row.get(link.field):
            return PAGES[link.reference](row[link.field])
    return DATASETS[dataset.name].listed if dataset.name in DATASETS else ""


def ids_with_pages(rows: Mapping[str, list[Mapping[str, str]]]) -> Mapping[str, str]:
    """The datasets of records with pages, by their ids."""
    return {
        row.get(one.key[0], ""): one.name for one in WITH_PAGES for row in rows.get(one.name, ())
    }
