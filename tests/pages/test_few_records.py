"""Pages that are kept while other records change show nothing of those others."""

import pytest

from generator.pages.section import OfFewRecords
from generator.pages.sections import SiteSections
from generator.pages.units.dossiers import unit_dossiers
from generator.pages.units.source import Units, units_of
from worlds.shipped import shipped_edition, shipped_renderer

MAKERS = [
    pytest.param(make, id=make.name)
    for section in SiteSections(shipped_edition().city).there
    for make in section.pages
    if isinstance(make, OfFewRecords)
]


@pytest.mark.parametrize("maker", MAKERS)
def test_the_pages_of_a_maker_are_those_of_a_whole_edition(maker: OfFewRecords) -> None:
    whole = [*maker.make(shipped_renderer())]
    assert whole == [*maker(shipped_renderer())] != []


def test_what_a_unit_shows_beside_its_figures_is_what_a_whole_edition_shows() -> None:
    few, whole = units_of(shipped_renderer()), Units(shipped_renderer())
    for unit in whole.edition.units:
        assert unit_dossiers(few, unit) == unit_dossiers(whole, unit)
