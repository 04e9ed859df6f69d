"""The open data, its dictionary, and the official report that is made of them."""

from generator.pages.opendata import dictionary, one_stop, page
from generator.pages.section import Section

SECTION = Section(
    f"{page.SECTION}/",
    "Dữ liệu",
    (page.pages, dictionary.pages, one_stop.pages),
    (page.files, one_stop.files),
)
