"""The home page."""

from generator.pages.home import finder, page
from generator.pages.section import Section

SECTION = Section("", "", (page.pages,), (finder.files,))
