"""How data gets in: the CSV files of a data folder become typed records."""

from generator.datafolder.amend import with_row, with_rows, without_row
from generator.datafolder.records import load_world

__all__ = ["load_world", "with_row", "with_rows", "without_row"]
