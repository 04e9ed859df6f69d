"""What each clause of the letter is about, in a few words."""

from pathlib import Path

from generator.model.own_yaml import own_yaml

CLAUSES = Path(__file__).with_name("clauses.yaml")
CLAUSE_GLOSSES: dict[str, str] = own_yaml(CLAUSES)
"""What each clause of the letter is about, by its number."""
