"""What each clause of the letter is about, in a few words."""

from pathlib import Path

import yaml

CLAUSES = Path(__file__).with_name("clauses.yaml")
CLAUSE_GLOSSES: dict[str, str] = yaml.safe_load(CLAUSES.read_text("utf-8"))
"""What each clause of the letter is about, by its number."""
