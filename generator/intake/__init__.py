"""How data gets in: the CSV files of a data folder become typed records."""

from generator.intake.append import with_row
from generator.intake.csv_folder import load_world

__all__ = ["load_world", "with_row"]
