"""What the Front and everybody can hold the city to: duties, recommendations, the ledger."""

from generator.pages import editions
from generator.pages.apologies import NAME, URL
from generator.pages.duties import ics, schedule
from generator.pages.section import Section
from generator.pages.supervision import apologies, indicators, page, recommendations, tasks

SECTION = Section(
    f"{page.SECTION}/",
    page.NAME,
    (
        page.pages,
        recommendations.pages,
        indicators.pages,
        tasks.pages,
        apologies.pages,
        schedule.pages,
        editions.pages,
    ),
    (ics.files, schedule.files, editions.files),
    shelves={URL: NAME},
)
