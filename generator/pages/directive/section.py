"""The board of the city's letter, and each quarter's summary of the units."""

from generator.pages.directive import board, reviews
from generator.pages.section import Section

SECTION = Section(
    f"{board.SECTION}/",
    "Công văn 643",
    (board.pages, reviews.pages),
    (reviews.files,),
    shelves={f"{reviews.SECTION}/": reviews.NAME},
)
