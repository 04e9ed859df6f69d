"""The points of a document that the site carries out, and the page that does it for each."""

from typing import NamedTuple

from generator.model.directives import Directive
from generator.model.duty_names import DutyName
from generator.model.settings import City
from generator.model.site_paths import SectionFolder

BOARD, REVIEWS = "{section}/index.md", "{section}/quy/index.md"
PAGES: dict[DutyName, tuple[str, str]] = {
    "cut": ("Thủ tục", f"{SectionFolder.PROCEDURES}/index.md"),
    "clarities": ("{name}", BOARD),
    "focal_unit": ("{name}", BOARD),
    "reviews": ("Tổng hợp từng quý", REVIEWS),
    "reports": ("{name}", BOARD),
    "inspection_teams": ("{name}", BOARD),
    "column": ("Phát thanh", f"{SectionFolder.BULLETINS}/index.md"),
    "supervision": ("Giám sát", f"{SectionFolder.SUPERVISION}/index.md"),
}
"""What the page of a duty is called, and its hand-written file below content/."""


class Point(NamedTuple):
    """A point in words; `file` is the page's as seen from the method page."""

    clause: str
    about: str
    page: str
    file: str


def points(city: City, directive: Directive) -> list[dict[str, str]]:
    """The points of a document with their pages, in its order."""
    found = [point for duty in PAGES if (point := _point(city, directive, duty))]
    order = directive.clause_numbers
    found.sort(key=lambda point: order.index(point.clause) if point.clause in order else len(order))
    return [point._asdict() for point in found]


def _point(city: City, directive: Directive, duty: DutyName) -> Point | None:
    """The point that sets a duty; None where none does, or where the city has no page for it."""
    clause = directive.clause_of(duty)
    if not clause or (duty == "column" and city.radio is None):
        return None
    page, file = PAGES[duty]
    told = {"name": directive.name, "section": directive.section}
    return Point(clause, directive.about(clause), page.format(**told), f"../{file.format(**told)}")
