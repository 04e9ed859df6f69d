"""Whom the city commends, whom it criticises by name, and what it corrected of both.

The feeds of all three, and of each unit, are made at once.
"""

from generator.pages.conduct import corrections, feeds
from generator.pages.conduct import list as conduct
from generator.pages.section import Section

COMMENDATIONS = Section(
    conduct.COMMENDATIONS,
    conduct.PRAISE,
    (conduct.commendation_pages,),
    (feeds.files,),
    has_feed=True,
)
CRITICISMS = Section(conduct.CRITICISMS, conduct.BLAME, (conduct.criticism_pages,), has_feed=True)
CORRECTIONS = Section(corrections.ADDRESS, corrections.NAME, (corrections.pages,), has_feed=True)
