"""What the station reads out."""

from generator.pages.bulletins import list as bulletins
from generator.pages.bulletins.files import SECTION as FOLDER
from generator.pages.section import Section

SECTION = Section(
    f"{FOLDER}/",
    bulletins.NAME,
    (bulletins.pages,),
    (bulletins.files,),
    has_feed=True,
    is_in=lambda city: city.radio is not None,
)
