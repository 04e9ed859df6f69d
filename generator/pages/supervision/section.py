"""What the Front and everybody can hold the city to: duties, recommendations, the ledger."""

from generator.pages import editions
from generator.pages.duties import ics
from generator.pages.section import Section
from generator.pages.supervision import page, recommendations

SECTION = Section(
    f"{page.SECTION}/",
    page.NAME,
    (page.pages, recommendations.pages, editions.pages),
    (ics.files, editions.files),
)
