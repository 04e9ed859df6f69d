"""Figures by what they are cut by."""

from generator.model.figures import Figures
from worlds.edition_figures import a_figure

QUARTERS = ("2018-Q3", "2018-Q4")


def test_a_quarter_that_is_not_over_is_told_of_the_city_alone() -> None:
    city = [a_figure(quarter=quarter) for quarter in QUARTERS]
    running = Figures([*city, a_figure(unit_id="u", quarter="2018-Q3")], quarters=QUARTERS)
    assert running.told_quarters("unit") == ("2018-Q3",)
    over = Figures([*city, a_figure(unit_id="u", quarter="2018-Q4")], quarters=QUARTERS)
    assert over.told_quarters("unit") == QUARTERS
    assert Figures([]).told_quarters("unit") == ()
