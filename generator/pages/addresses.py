"""Where the pages of units, procedures and records lie, relative to the site's root."""

from generator.model.text import slug

RECORD_SECTIONS = {
    "commendations": "neu-guong",
    "criticisms": "phe-binh",
    "recommendations": "giam-sat/kien-nghi",
}
"""Where the pages of records lie, by dataset."""


def unit_url(unit_id: str) -> str:
    """Address of a unit's page."""
    return f"don-vi/{unit_id}/"


def procedure_url(procedure_id: str) -> str:
    """Address of a procedure's page: `thu-tuc/1-001193/`."""
    return f"thu-tuc/{slug(procedure_id)}/"


def record_url(dataset: str, record_id: str) -> str:
    """Address of a commendation's, a criticism's or a recommendation's page."""
    return f"{RECORD_SECTIONS[dataset]}/{record_id}/"
