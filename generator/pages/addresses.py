"""Where the pages of units, procedures and records lie, relative to the site's root."""

from generator.model.datasets import DATASETS
from generator.model.text import slug


def unit_url(unit_id: str) -> str:
    """Address of a unit's page."""
    return f"don-vi/{unit_id}/"


def procedure_url(procedure_id: str) -> str:
    """Address of a procedure's page: `thu-tuc/1-001193/`."""
    return f"thu-tuc/{slug(procedure_id)}/"


def record_url(dataset: str, record_id: str) -> str:
    """Address of the page of a record that has one."""
    return f"{DATASETS[dataset].section}/{record_id}/"
