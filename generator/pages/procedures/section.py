"""The procedures and how long they take."""

from generator.pages.procedures import list as procedures
from generator.pages.procedures.page import SECTION as FOLDER
from generator.pages.section import Section

SECTION = Section(f"{FOLDER}/", procedures.NAME, (procedures.pages,))
