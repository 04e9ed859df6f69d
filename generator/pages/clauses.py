"""What each clause of the letter is about, in a few words."""

from functools import cache
from pathlib import Path

import yaml

CLAUSES = Path(__file__).with_name("clauses.yaml")


@cache
def clause_glosses() -> dict[str, str]:
    """What each clause of the letter is about, by its number."""
    glosses: dict[str, str] = yaml.safe_load(CLAUSES.read_text("utf-8"))
    return glosses
