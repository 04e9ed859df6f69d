"""The units and what is known of each."""

from generator.pages.section import Section
from generator.pages.units import list as units
from generator.pages.units.page import SECTION as FOLDER

SECTION = Section(f"{FOLDER}/", units.NAME, (units.pages,))
