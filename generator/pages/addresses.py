"""Where the pages of units, procedures and records lie, relative to the site's root."""

from generator.edition.edition import Edition
from generator.model.datasets import DATASETS, name_of
from generator.model.records import Commendation, Correction, Criticism, Recommendation
from generator.model.site_paths import PROCEDURE_PAGES, UNIT_PAGES, SectionFolder
from generator.model.text import slug

TASKS = f"{SectionFolder.SUPERVISION}/nhiem-vu/"
"""Address of the page of the tasks that any document sets."""


def unit_url(unit_id: str) -> str:
    """Address of a unit's page."""
    return f"{UNIT_PAGES}{unit_id}/"


def procedure_url(procedure_id: str) -> str:
    """Address of a procedure's page: `thu-tuc/1-001193/`."""
    return f"{PROCEDURE_PAGES}{slug(procedure_id)}/"


def record_url(dataset: str, record_id: str) -> str:
    """Address of the page of a record that has one."""
    return f"{DATASETS[dataset].section}/{record_id}/"


def url_of(record: Commendation | Criticism | Recommendation) -> str:
    """Address of a record's own page."""
    return record_url(name_of(type(record)), record.record_id)


def corrected_url(edition: Edition, correction: Correction) -> str:
    """Address of the page of the record that a correction is of."""
    return record_url(edition.dataset_of[correction.record_id], correction.record_id)
